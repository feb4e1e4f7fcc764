"""askmap models list|get|verify|remove, against a local hub."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from askmap.backend.cli import main
from askmap.backend.hub import cli
from askmap.backend.hub.places import hub_cache
from askmap.backend.models.catalogue import read_catalogue
from askmap.backend.models.trials import ModelTrial, keep_trial
from model_folders import SEGMENTER, put_in_folder, put_in_hub_cache
from model_hub import ModelHub, do_not_wait, hub_of

TINY = "facebook/sam2.1-hiera-tiny"


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ASKMAP_MODELS", str(tmp_path / "models"))
    do_not_wait(monkeypatch)


@pytest.fixture
def hub(monkeypatch):
    with hub_of(ModelHub(SEGMENTER, TINY, licence="apache-2.0")) as running:
        monkeypatch.setenv("HF_ENDPOINT", f"{running.url}/")
        yield running


def models(*argv):
    return main(["models", *map(str, argv)])


def listed(capsys):
    assert models("list", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    return {row["name"]: row for row in document["models"]}, document["others"]


def test_a_model_is_fetched_listed_verified_and_removed(hub, tmp_path, capsys):
    folder = tmp_path / "models" / TINY
    assert models("get", "SAM2.1 tiny") == 0
    said = capsys.readouterr()
    assert said.out == f"{folder}\n"
    assert f"Revision {hub.commit}, 3 MB. Licence: apache-2.0." in said.err
    row = listed(capsys)[0]["SAM2.1 tiny"]
    assert (row["folder"], row["source"]) == (str(folder), "fetched")
    assert models("verify", TINY) == 0
    assert "3 files are right" in capsys.readouterr().out
    assert models("remove", "sam2.1 TINY") == 0
    assert not folder.parent.exists()
    assert listed(capsys)[0]["SAM2.1 tiny"]["folder"] == ""


def test_what_is_here_is_not_fetched_again(hub, capsys):
    cached = put_in_hub_cache(hub_cache(), TINY)
    assert models("get", "SAM2.1 tiny") == 0
    said = capsys.readouterr()
    assert said.out == f"{cached}\n"
    assert "here already (hub cache)" in said.err
    assert hub.asked == []
    assert models("remove", TINY) == 4
    assert (cached / "config.json").is_file()


def test_another_hub_revision_and_key_are_taken_as_given(hub, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    key = tmp_path / "key"
    key.write_text("hf_secret\n")
    key.chmod(0o600)
    given = ("--hub", hub.url, "--revision", hub.commit, "--key-file", key, "--folder", tmp_path / "else")
    assert models("get", TINY, *given) == 0
    assert {headers["Authorization"] for headers in hub.headers} == {"Bearer hf_secret"}
    assert capsys.readouterr().out == f"{tmp_path / 'else' / TINY}\n"


def test_a_damaged_model_is_named(hub, tmp_path, capsys):
    models("get", TINY)
    weights = tmp_path / "models" / TINY / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    capsys.readouterr()
    assert models("verify") == 4
    said = capsys.readouterr()
    assert "damaged: model.safetensors" in said.out
    assert "not what was fetched" in said.err


def test_a_gated_model_is_explained_in_the_shell(hub, capsys):
    hub.faults[""] = [lambda request: request.send(401)]
    assert models("get", TINY) == 4
    assert f"Agree to its terms at {hub.url}/{TINY}" in capsys.readouterr().err


def test_others_that_are_here_are_listed_too(tmp_path, capsys):
    mine = put_in_folder(tmp_path / "models", "my-sam")
    known, others = listed(capsys)
    assert [(other["name"], other["folder"], other["type"]) for other in others] == [
        ("my-sam", str(mine), "sam2")
    ]
    assert set(known) == {model.name for model in read_catalogue()}
    assert models("list") == 0
    said = capsys.readouterr().out
    assert str(mine) in said
    assert "of memory" in said


def test_the_list_says_what_is_recommended_and_on_what_grounds(tmp_path, capsys):
    known, _ = listed(capsys)
    assert any(row["recommended"] for row in known.values())
    assert not any(row["tried"] for row in known.values())
    assert models("list") == 0
    assert "the largest that fit; none was tried here" in " ".join(capsys.readouterr().out.split())
    pair = [known[name]["folder"] for name in ("Pocket reasoner", "Pocket segmenter")]
    trial = ModelTrial(*pair, "12", "cpu", 7, 13, 3.0, 20.0, 5.5, None, "2100-01-01T00:00:00+00:00")
    keep_trial(tmp_path / "models", trial)
    known, _ = listed(capsys)
    assert {name for name, row in known.items() if row["recommended"]} == {
        "Pocket reasoner",
        "Pocket segmenter",
    }
    assert known["Pocket reasoner"]["tried"]["right"] == 7
    assert models("list") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "reasoner *" in said
    assert "most often right in time" in said


def test_what_fits_is_measured_against_this_computer(monkeypatch, capsys):
    monkeypatch.setattr(cli, "all_here", lambda: 16_000_000_000)
    rows = listed(capsys)[0]
    assert rows["Qwen3-VL 2B"]["fits_memory"]
    assert not rows["Qwen3-VL 4B"]["fits_memory"]
    monkeypatch.setattr(cli, "all_here", lambda: None)
    assert listed(capsys)[0]["Qwen3-VL 4B"]["fits_memory"] is None


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("get", "Pocket reasoner"), "comes with AskMap"),
        (("get", "nonsense"), "is no name of a model"),
        (("remove", "a/b"), "has not fetched a/b"),
        (("verify", "a/b"), "There is no a/b here"),
    ],
)
def test_a_name_that_cannot_be_meant_is_explained(argv, said, capsys):
    assert models(*argv) == 4
    assert said in capsys.readouterr().err


def test_a_model_that_only_a_server_runs_is_not_fetched(monkeypatch, capsys):
    known = read_catalogue()
    served = tuple(replace(model, served_only=model.name == "Qwen3-VL 4B") for model in known)
    monkeypatch.setattr(cli, "read_catalogue", lambda: served)
    assert models("get", "Qwen3-VL 4B") == 4
    assert "does not load Qwen3-VL 4B itself" in capsys.readouterr().err


@pytest.mark.parametrize(
    "url", ["hub.example", "ftp://a", "http://", "https://u:p@a", "http://a?b", "http://["]
)
def test_an_address_that_is_none_is_a_usage_error(url, capsys):
    with pytest.raises(SystemExit) as left:
        models("get", TINY, "--hub", url)
    assert left.value.code == 2
    assert "is no address such as" in capsys.readouterr().err
