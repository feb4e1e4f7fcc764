"""Questions whose reasoner a server runs: the whole way from the settings to masks."""

from __future__ import annotations

import json

import numpy as np
import pytest
from askmap.backend.cli import main
from askmap.backend.engine.kinds import describe, kind_of, reasoner_from
from askmap.backend.engine.loading import load_engine, unload
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.engine.server_kind import load_served
from askmap.backend.errors import ModelUnsupported, ServerFailed, UnreadableAnswer
from askmap.backend.network.access import ServerAccess
from askmap.backend.remote.reasoner import format_of
from askmap.backend.resources import resources
from askmap.backend.stages import (
    Box,
    Grid,
    Question,
    Scene,
    Target,
    TargetFound,
    Thought,
    Turn,
)
from model_server import ModelServer, boxed, in_thousandths, pointing, serving, text_of
from served_pocket import write as write_of_pocket

RED_PART = (slice(60, 150), slice(90, 210))  # rows, columns of a scene of 200 x 300

SECRET = ServerAccess("sk-secret", "http://me:pass-secret@proxy.example.org:3128", (), "PEM-secret")


@pytest.fixture
def server():
    with serving(ModelServer()) as running:
        yield running
    unload()


def scene_of(red=RED_PART, height=200, width=300):
    image = np.full((height, width, 3), 190, np.uint8)
    image[red] = (214, 32, 38)
    grid = Grid(width, height, (1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    return Scene(image, np.ones((height, width), bool), grid, "red")


def settings_of(server, model="looker-7b", **more):
    return EngineSettings(reasoner=f"{server.url}#{model}", device="cpu", **more)


@pytest.mark.parametrize(
    "counts",
    [
        in_thousandths,
        lambda x, y, width, height: (x, y),
        lambda x, y, width, height: (round(1000 * y / height), round(1000 * x / width)),
    ],
    ids=["thousandths", "pixels", "rows first"],
)
def test_a_mask_lies_where_the_thing_is_however_the_model_counts(server, counts):
    server.write = pointing(counts)
    answer = load_engine(settings_of(server)).answer(scene_of(), Question("Where is it red?"))
    truth = np.zeros((200, 300), bool)
    truth[RED_PART] = True
    (mask,) = answer.masks.masks
    assert (mask & truth).sum() / (mask | truth).sum() > 0.8
    assert answer.provenance.reasoner == "looker-7b @ 127.0.0.1"
    assert answer.provenance.reasoner_digest == ""
    assert answer.seen.shape[0] % 28 == answer.seen.shape[1] % 28 == 0


def test_the_test_picture_is_asked_about_once(server):
    engine = load_engine(settings_of(server))
    assert not server.headers  # loading asks nobody
    for _ in range(2):
        engine.answer(scene_of(), Question("Where is it red?"))
    assert ["red rectangle" in text_of(asked) for asked in server.asked] == [True, False, False]


def test_text_and_targets_come_while_the_server_writes(server):
    heard = []
    load_engine(settings_of(server)).answer(scene_of(), Question("Where is it red?"), heard.append)
    thought = "".join(event.piece for event in heard if isinstance(event, Thought))
    assert thought.startswith("<think>Something red.</think>")
    assert "rectangle" not in thought
    found = [event.target for event in heard if isinstance(event, TargetFound)]
    assert found[0].box.iou(Box(90, 60, 210, 150)) > 0.9


def test_nothing_found_is_an_answer_and_text_without_one_is_none(server):
    engine = load_engine(settings_of(server))
    plain = scene_of(red=(slice(0, 0), slice(0, 0)))
    assert not engine.answer(plain, Question("Where is it red?")).grounding.targets
    server.write = lambda asked: iter(["I am sorry, I cannot do that."])
    with pytest.raises(UnreadableAnswer) as failed:
        engine.answer(plain, Question("Where is it red?"))
    assert failed.value.raw == "I am sorry, I cannot do that."


def test_a_model_that_cannot_see_is_told_before_it_is_believed(server):
    server.write = lambda asked: iter([boxed(0, 0, 1000, 1000)])
    with pytest.raises(ModelUnsupported, match="red rectangle"):
        load_engine(settings_of(server)).answer(scene_of(), Question("Where is it red?"))


def test_what_was_found_before_is_told_as_the_model_counts(server):
    found = Turn("Where is it red?", (Target(Box(90, 60, 210, 150)),))
    question = Question("Only the left ones.", earlier=(found,))
    load_engine(settings_of(server)).answer(scene_of(), question)
    assert "300" in text_of(server.asked[-1])  # 90 of 300 columns, 60 of 200 rows
    assert "750" in text_of(server.asked[-1])  # 150 of 200


@pytest.mark.parametrize(
    ("model", "format"),
    [
        ("looker-7b", "plain"),
        ("think2seg-rs-3b-q4_k_m.gguf", "think2seg"),
        ("RicardoString/Think2Seg-RS-7B", "think2seg"),
        ("visionreasoner-7b@q8_0", "visionreasoner"),
        ("qwen3-vl-4b-instruct", "plain"),
    ],
)
def test_a_published_model_is_asked_as_it_was_trained(model, format):
    assert format_of("auto", model).name == format
    assert format_of("geo-r1", model).name == "geo-r1"


def ask(settings):
    return load_served(settings).answer(scene_of(), Question("Where is it red?"))


def test_the_only_model_of_a_server_is_meant(server):
    answer = ask(EngineSettings(reasoner=server.url, device="cpu"))
    assert answer.provenance.reasoner == "looker-7b @ 127.0.0.1"


def test_models_are_named_where_it_is_not_clear_which_is_meant(server):
    server.models = ("a", "b")
    with pytest.raises(ServerFailed, match="Which model") as failed:
        ask(EngineSettings(reasoner=server.url, device="cpu"))
    assert failed.value.hint == "It has: a, b."
    with pytest.raises(ServerFailed, match="has no model «c»"):
        ask(settings_of(server, "c"))
    server.models = ()
    with pytest.raises(ServerFailed) as failed:
        ask(settings_of(server))
    assert failed.value.hint == "Load a model that sees pictures there first."


def test_a_mask_is_drawn_while_the_server_is_away():
    with serving(ModelServer()) as gone:
        pass
    engine = load_served(settings_of(gone))
    (mask,) = engine.segment(scene_of(), [Target(Box(90, 60, 210, 150))]).masks
    assert mask[RED_PART].mean() > 0.8
    with pytest.raises(ServerFailed, match="cannot be reached"):
        engine.answer(scene_of(), Question("Where is it red?"))


def test_what_leaves_this_computer_is_known_before_anything_is_loaded():
    here = describe(EngineSettings(reasoner="http://127.0.0.1:1234/v1#looker"))
    there = describe(EngineSettings(reasoner="https://maps.example.org/v1#looker", access=SECRET))
    assert here.elsewhere is None
    assert here.reasoner == "looker @ 127.0.0.1"
    runs, sent = there.elsewhere
    assert "maps.example.org" in runs
    assert "pixels" in sent
    assert "sk-secret" not in repr(there)
    assert "sk-secret" not in repr(EngineSettings(access=SECRET))


def test_an_address_that_is_half_typed_is_described_all_the_same():
    for text in ("http://", "https://#", "http://[", "http://a b"):
        assert kind_of(EngineSettings(reasoner=reasoner_from(text))).name == "server"
        describe(EngineSettings(reasoner=text))
        with pytest.raises(ServerFailed):
            load_served(EngineSettings(reasoner=text))


def test_the_bundled_reasoner_behind_a_server_answers_in_the_shell(server, tmp_path, capsys):
    server.write, server.models = write_of_pocket, ("pocket",)
    key = tmp_path / "key"
    key.write_text("sk-secret")
    key.chmod(0o600)
    asked = [
        str(resources("sample", "sample.tif")),
        "Where could boats be kept?",
        "--device",
        "cpu",
        "--json",
    ]
    assert main(["ask", *asked]) == 0
    at_home = json.loads(capsys.readouterr().out)
    unload()
    remote = ["--reasoner", f"{server.url}#pocket", "--format", "pocket", "--key-file", str(key)]
    assert main(["ask", *asked, *remote]) == 0
    served = capsys.readouterr()
    there = json.loads(served.out)
    assert [len(there["targets"]), there["outcome"]] == [len(at_home["targets"]), at_home["outcome"]]
    assert "sk-secret" not in served.out + served.err
    assert {headers["Authorization"] for headers in server.headers} == {"Bearer sk-secret"}
