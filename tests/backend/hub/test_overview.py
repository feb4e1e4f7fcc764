"""What is here, what it needs and whether it fits, of folders on this disk."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import Cancelled, HubFailed, ModelBroken
from askmap.backend.hub import checking, places
from askmap.backend.hub.checking import check_model
from askmap.backend.hub.computer import ComputerMemory, Fit, fit_of, this_computer
from askmap.backend.hub.fetching import fetch_model, part_of, remove_model
from askmap.backend.hub.overview import (
    REASONER_TYPES,
    SEGMENTER_TYPES,
    ModelState,
    kind_of_folder,
    kind_of_type,
    overview,
    own_model,
)
from askmap.backend.hub.pages import Hub
from askmap.backend.hub.places import ModelHere, ModelPlace, find_model
from askmap.backend.hub.recommendation import Grounds
from askmap.backend.models.catalogue import read_catalogue
from askmap.backend.models.trials import FILE, ModelTrial, keep_trial
from askmap.backend.network.http_transport import HttpTransport
from askmap.backend.reasoner import preprocessing
from askmap.backend.segmenter import sam_families
from model_folders import SEGMENTER, put_in_folder, put_in_hub_cache
from model_hub import ModelHub, hub_of

TINY = "facebook/sam2.1-hiera-tiny"
GB = 1_000_000_000
LAPTOP, STATION = ComputerMemory(16 * GB, 11 * GB, 0), ComputerMemory(64 * GB, 50 * GB, 24 * GB)


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def models(tmp_path):
    return tmp_path / "models"


def listed(models, here=LAPTOP):
    return {model.name: model for model in overview(read_catalogue(), models, here).models}


def fetched(models, watch=lambda seen: None):
    with hub_of(ModelHub(SEGMENTER, TINY, licence="apache-2.0")) as hub:
        return fetch_model(Hub(hub.url, HttpTransport()), TINY, models, watch)


def test_what_nobody_has_fetched_is_away_and_what_comes_along_is_here(models):
    now = listed(models)
    assert {now[name].state for name in ("Pocket reasoner", "Pocket segmenter")} == {ModelState.BUNDLED}
    assert now["SAM2.1 tiny"].state is ModelState.AWAY
    assert now["Qwen2.5-VL 7B"].state is ModelState.AWAY
    assert not now["SAM2.1 tiny"].is_usable
    assert {model.state for model in now.values() if not model.is_usable} <= {
        ModelState.AWAY,
        ModelState.SERVED_ONLY,
    }


def test_the_states_of_one_that_is_fetched(models):
    def stop(seen):
        if seen.done_bytes > 1_000_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetched(models, stop)
    part = listed(models)["SAM2.1 tiny"]
    assert (part.state, part.is_removable, part.is_usable) == (ModelState.PART, True, False)
    assert part.here_bytes > 1_000_000
    folder = fetched(models)
    now = listed(models)["SAM2.1 tiny"]
    assert (now.state, now.place, now.folder) == (ModelState.HERE, ModelPlace.FETCHED, folder)
    assert (now.licence, now.revision[:6]) == ("apache-2.0", "c0ffee")
    counts = []
    assert not check_model(find_model(TINY, models), lambda done, total: counts.append((done, total))).damaged
    assert counts[-1][0] == counts[-1][1] == now.here_bytes
    (folder / "config.json").touch()
    assert listed(models)["SAM2.1 tiny"].state is ModelState.CHANGED
    assert not check_model(find_model(TINY, models)).damaged
    assert listed(models)["SAM2.1 tiny"].state is ModelState.HERE  # read, and as it was
    remove_model(models, TINY)
    assert listed(models)["SAM2.1 tiny"].state is ModelState.AWAY


def test_whether_an_adapter_of_ones_own_fits_is_not_known(tmp_path):
    folder = put_in_folder(tmp_path, "mine/roofs")
    assert own_model(folder, "reasoner", LAPTOP).fit is Fit.FITS
    (folder / "config.json").rename(folder / "adapter_config.json")
    assert own_model(folder, "reasoner", LAPTOP).fit is Fit.UNKNOWN


def test_an_adapter_among_the_models_is_listed_as_a_reasoner(models):
    folder = models / "mine" / "roofs"
    folder.mkdir(parents=True)
    config = {"peft_type": "LORA", "lora_alpha": 8, "r": 4, "base_model_name_or_path": "Qwen/whole"}
    (folder / "adapter_config.json").write_text(json.dumps(config))
    assert "mine/roofs" not in listed(models)  # it has no weights yet
    (folder / "adapter_model.safetensors").write_bytes(b"")
    found = listed(models)["mine/roofs"]
    assert (found.kind, found.state, found.fit) == ("reasoner", ModelState.HERE, Fit.UNKNOWN)
    assert found.is_usable
    assert found.setting == str(folder)


def test_a_file_that_cannot_be_read_is_told(models, monkeypatch):
    model = ModelHere(TINY, fetched(models), ModelPlace.FETCHED, "")

    def fails(file, *_):
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(checking, "is_right", fails)
    with pytest.raises(ModelBroken, match="cannot be read: Permission denied"):
        check_model(model)


def test_what_others_keep_is_used_where_it_lies_and_not_removed(models):
    cached = put_in_hub_cache(places.hub_cache(), TINY)
    put_in_hub_cache(places.hub_cache(), "someone/sam-of-mine")
    put_in_folder(models, "mine/sam2")
    now = listed(models)
    assert (now["SAM2.1 tiny"].folder, now["SAM2.1 tiny"].place) == (cached, ModelPlace.HUB_CACHE)
    assert {now[name].kind for name in ("someone/sam-of-mine", "mine/sam2")} == {"segmenter"}
    assert not any(now[name].is_removable for name in ("SAM2.1 tiny", "someone/sam-of-mine", "mine/sam2"))
    assert overview(read_catalogue(), models, LAPTOP).fetched_bytes == 0


def test_a_part_of_what_no_list_knows_is_shown_so_that_it_can_go(models):
    part = part_of(models / "some" / "one")
    part.mkdir(parents=True)
    (part / "model.safetensors").write_bytes(bytes(1000))
    assert listed(models)["some/one"].state is ModelState.PART
    assert listed(models)["some/one"].here_bytes == 1000
    remove_model(models, "some/one")
    assert "some/one" not in listed(models)


def test_one_that_another_program_fetches_is_not_removed(models):
    def meanwhile(seen):
        if seen.done_bytes:
            with pytest.raises(HubFailed, match="by another program"):
                remove_model(models, TINY)

    assert fetched(models, meanwhile).is_dir()


def test_what_a_type_is_for_is_said_of_all_that_are_loaded_and_of_no_others():
    assert {kind_of_type(name) for name in preprocessing.FAMILIES} == {"reasoner"}
    assert {kind_of_type(name) for name in sam_families.FAMILIES} == {"segmenter"}
    assert set(REASONER_TYPES) == set(preprocessing.FAMILIES)
    assert set(SEGMENTER_TYPES) == set(sam_families.FAMILIES)
    assert [kind_of_type(name) for name in ("bert", "qwen2", "None", "")] == [""] * 4


def test_a_folder_is_known_by_its_config_and_an_adapter_is_a_reasoners(tmp_path):
    assert kind_of_folder(SEGMENTER) == "segmenter"
    (tmp_path / "adapter_config.json").write_text("{}")
    (tmp_path / "adapter_model.safetensors").touch()
    assert kind_of_folder(tmp_path) == "reasoner"


@pytest.mark.parametrize(
    ("needed", "on_cpu", "here", "fit"),
    [
        (6, 11, LAPTOP, Fit.FITS),
        (9, 12, LAPTOP, Fit.TIGHT),
        (11, 20, LAPTOP, Fit.TOO_LARGE),
        (20, 200, STATION, Fit.FITS),
        (30, 60, STATION, Fit.TIGHT),
        (30, 60, ComputerMemory(None, None, 0), Fit.UNKNOWN),
        (3, 60, ComputerMemory(None, None, 4 * GB), Fit.FITS),
    ],
)
def test_the_graphics_card_or_most_of_the_main_memory_decides_what_fits(needed, on_cpu, here, fit):
    assert fit_of(needed * GB, on_cpu * GB, here) is fit


def test_what_is_recommended_follows_from_this_computer(models):
    def recommended(here):
        found = overview(read_catalogue(), models, here)
        assert found.recommended.grounds is Grounds.SIZE
        return tuple(each.name for each in found.models if each.key in found.recommended.keys)

    catalogue = {model.name: model for model in read_catalogue()}
    for here in (LAPTOP, STATION):
        for name in recommended(here):
            assert not catalogue[name].served_only
            assert not catalogue[name].gated
            assert listed(models, here)[name].fit is Fit.FITS
    assert catalogue[recommended(STATION)[0]].parameters > catalogue[recommended(LAPTOP)[0]].parameters
    assert recommended(ComputerMemory(None, None, 0)) == ("Pocket reasoner", "Pocket segmenter")
    assert recommended(replace(LAPTOP, memory=GB)) == ("Pocket reasoner", "Pocket segmenter")


def tried(models, folder, **changes):
    """A trial of this reasoner with the bundled segmenter."""
    bundled = {model.name: str(model.folder) for model in overview(read_catalogue(), models, LAPTOP).models}
    figures = {"right": 7, "asked": 13, "load_s": 3.0, "answer_s": 20.0, "tokens_per_s": 5.5}
    rest = {"digest": "", "device": "cpu", "memory_bytes": None, "created": "2100-01-01T00:00:00+00:00"}
    pair = {"reasoner": str(folder), "segmenter": bundled["Pocket segmenter"]}
    keep_trial(models, ModelTrial(**{**pair, **figures, **rest, **changes}))


def test_what_was_measured_here_comes_before_what_fits(models):
    quick, slow = (put_in_folder(models, name, POCKET / "reasoner") for name in ("quick", "slow"))
    tried(models, quick)
    tried(models, slow, right=13, answer_s=200.0)
    found = overview(read_catalogue(), models, LAPTOP)
    names = [model.name for model in found.models if found.recommends(model)]
    assert sorted(names) == ["Pocket segmenter", "quick"]
    assert (found.recommended.grounds, found.recommended.tried) == (Grounds.MEASURED, 2)
    (listed,) = [model for model in found.models if model.name == "slow"]
    assert found.trial_of(listed).answer_s == 200.0


def test_what_was_tried_in_vain_is_not_recommended_for_its_size(models):
    """Those that nobody has tried are, and it says so."""
    folder = put_in_folder(models, "Qwen/Qwen3.5-0.8B", POCKET / "reasoner")
    found = overview(read_catalogue(), models, LAPTOP)
    assert [model.name for model in found.models if found.recommends(model)][0] == "Qwen3.5 0.8B"
    tried(models, folder, right=0)
    found = overview(read_catalogue(), models, LAPTOP)
    assert [model.name for model in found.models if found.recommends(model)][0] == "Pocket reasoner"
    assert found.recommended.grounds is Grounds.SIZE_OF_UNTRIED


def test_a_model_that_is_another_one_by_now_counts_as_untried(models):
    tried(models, put_in_folder(models, "mine"), created="1999-01-01T00:00:00+00:00")
    found = overview(read_catalogue(), models, LAPTOP)
    assert found.recommended.grounds is Grounds.SIZE
    assert found.trials == ()


def test_the_models_are_listed_where_the_trials_are_spoilt(models):
    models.mkdir()
    (models / FILE).write_text("[]")
    found = overview(read_catalogue(), models, LAPTOP)
    assert isinstance(found.fault, ModelBroken)
    assert "measured again" in found.fault.hint
    assert len(found.models) == len(read_catalogue())


def test_this_computer_says_what_memory_it_has():
    assert this_computer(5).graphics == 5
    assert this_computer().memory is None or this_computer().memory > GB
