"""The models that are on this computer already."""

from __future__ import annotations

import pytest
from askmap.backend.hub.checking import check_model
from askmap.backend.hub.places import (
    ModelPlace,
    find_model,
    hub_cache,
    models_folder,
    models_here,
    studio_folders,
)
from askmap.backend.models.weights import check_folder, model_name
from model_folders import SEGMENTER, put_in_folder, put_in_hub_cache


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    for name in ("HF_HOME", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("ASKMAP_MODELS", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def test_other_programs_models_are_found_where_they_lie(tmp_path):
    cached = put_in_hub_cache(hub_cache(), "facebook/sam2.1-hiera-tiny")
    studio = put_in_folder(studio_folders()[0], "someone/sam")
    mine = put_in_folder(tmp_path / "models", "my-sam")
    found = {model.repository: model for model in models_here(tmp_path / "models")}
    assert {name: (model.folder, model.source) for name, model in found.items()} == {
        "my-sam": (mine, ModelPlace.OWN),
        "facebook/sam2.1-hiera-tiny": (cached, ModelPlace.HUB_CACHE),
        "someone/sam": (studio, ModelPlace.LM_STUDIO),
    }
    whole = sum(file.stat().st_size for file in SEGMENTER.iterdir())
    assert {model.bytes for model in found.values()} == {whole}
    assert {model.type for model in found.values()} == {"sam2"}


def test_a_model_of_the_cache_is_loaded_and_called_by_its_name(tmp_path):
    cached = put_in_hub_cache(hub_cache(), "facebook/sam2.1-hiera-tiny")
    assert check_folder(cached, ("sam2",))
    assert model_name(cached) == "sam2.1-hiera-tiny"
    assert find_model("Facebook/SAM2.1-hiera-tiny", tmp_path).folder == cached


def test_the_revision_of_main_is_taken_before_a_newer_one():
    first = put_in_hub_cache(hub_cache(), "a/b", "12" * 20)
    second = put_in_hub_cache(hub_cache(), "a/b", "34" * 20)
    main = hub_cache() / "models--a--b" / "refs" / "main"
    main.write_text(first.name)
    assert find_model("a/b", models_folder()).folder == first
    main.write_text("../../../x")
    assert find_model("a/b", models_folder()).folder == second


def test_what_is_half_there_is_no_model(tmp_path):
    put_in_folder(tmp_path, "a/whole")
    (put_in_folder(tmp_path, "a/without-weights") / "model.safetensors").unlink()
    (put_in_folder(tmp_path, "a/without-config") / "config.json").unlink()
    put_in_folder(tmp_path, "a/.b.part")
    (put_in_hub_cache(hub_cache(), "a/cut") / "model.safetensors").unlink()
    (hub_cache() / "models--").mkdir()
    (hub_cache() / "version.txt").write_text("1")
    assert [model.repository for model in models_here(tmp_path)] == ["a/whole"]


def test_places_follow_the_variables_that_other_programs_read(monkeypatch, tmp_path):
    home = tmp_path / "home"
    assert hub_cache() == home / ".cache" / "huggingface" / "hub"
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert str(hub_cache()) == "/cache/huggingface/hub"
    monkeypatch.setenv("HF_HOME", "/hf")
    assert str(hub_cache()) == "/hf/hub"
    monkeypatch.setenv("HF_HUB_CACHE", "/hub")
    assert str(hub_cache()) == "/hub"
    monkeypatch.setenv("ASKMAP_MODELS", "/models")
    assert str(models_folder()) == "/models"


def test_the_cache_says_itself_what_its_files_should_be():
    cached = put_in_hub_cache(hub_cache(), "a/b")
    model = find_model("a/b", models_folder())
    checked = check_model(model)
    assert (sorted(checked.right), checked.damaged, checked.unknown) == (
        sorted(file.name for file in SEGMENTER.iterdir()),
        (),
        0,
    )
    for name in ("model.safetensors", "config.json"):
        blob = (cached / name).resolve()
        blob.write_bytes(blob.read_bytes()[:-1] + b"?")
    assert sorted(check_model(model).damaged) == ["config.json", "model.safetensors"]


def test_nobody_has_said_what_a_folder_of_the_users_should_be(tmp_path):
    put_in_folder(tmp_path, "a/b")
    checked = check_model(find_model("a/b", tmp_path))
    assert (checked.right, checked.damaged, checked.unknown) == ((), (), len(list(SEGMENTER.iterdir())))
