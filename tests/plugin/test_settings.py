"""What a user sets, in the settings of a real QGIS, and what a careless hand writes into their file."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.engine.protocols import EngineSettings  # noqa: E402
from askmap.plugin import settings  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore, read_settings, write_settings  # noqa: E402
from qgis.core import QgsSettings  # noqa: E402

EVERYTHING = Settings(
    "/a folder/reasoner",
    "/b, with a comma/segmenter",
    "cuda:1",
    "grasp",
    "/é/结果",
    "/e",
    "seen",
    "deviations",
    "pt",
    "zh",
    0.7,
    42,
    True,
    "own",
    "abc1234",
    "maps.example.org 10.0.0.7",
    "https://mirror.example.org",
    "def5678",
    "bfloat16",
    5,
)


def test_without_a_word_from_the_user_the_defaults_hold(desk):
    assert read_settings() == Settings()


def test_settings_come_back_as_they_were_written(desk):
    assert [f.name for f in fields(Settings) if getattr(EVERYTHING, f.name) == f.default] == []
    write_settings(EVERYTHING)
    assert read_settings() == EVERYTHING


def test_all_settings_are_one_write_of_the_file(desk, monkeypatch):
    """Each alone would be one of the whole file, and the window waits for all of them."""
    files = []

    class Counted(QgsSettings):
        def __init__(self) -> None:
            super().__init__()
            files.append(self)

    monkeypatch.setattr(settings, "QgsSettings", Counted)
    write_settings(EVERYTHING)
    assert len(files) == 1
    files.clear()
    assert read_settings() == EVERYTHING


def test_settings_survive_a_file(desk):
    """A file holds text only: numbers and truths come back as their kinds."""
    write_settings(EVERYTHING)
    stored = QgsSettings()
    for name in stored.allKeys():
        if name.startswith("plugins/askmap/"):
            stored.setValue(
                name, str(stored.value(name)).lower() if "welcomed" in name else stored.value(name)
            )
    stored.setValue("plugins/askmap/seed", "42")
    stored.setValue("plugins/askmap/temperature", "0.7")
    assert read_settings() == EVERYTHING


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("device", "abacus"),
        ("device", "cuda:x"),
        ("dtype", "float8"),
        ("unload_min", -1),
        ("unload_min", "soon"),
        ("format", "haiku"),
        ("view", "upside down"),
        ("stretch", "a lot"),
        ("language", "tlh"),
        ("answer_language", 7),
        ("temperature", "hot"),
        ("temperature", "nan"),
        ("temperature", -1),
        ("seed", "a pip"),
        ("seed", "99999999999999"),
        ("seed", -3),
        ("welcomed", "perhaps"),
        ("reasoner", ["/a", " b"]),
        ("output_folder", {"a": 1}),
    ],
)
def test_a_spoilt_value_falls_back_to_its_default_and_no_other_does(desk, name, spoilt):
    write_settings(EVERYTHING)
    QgsSettings().remove(f"plugins/askmap/{name}")  # else QGIS finds True and a word to be equal
    QgsSettings().setValue(f"plugins/askmap/{name}", spoilt)
    assert read_settings() == replace(EVERYTHING, **{name: vars(Settings())[name]})


@pytest.mark.parametrize("wrong", [{"device": "npu"}, {"temperature": 9.0}, {"seed": -1}, {"view": ""}])
def test_settings_that_nobody_can_mean_are_refused(wrong):
    with pytest.raises(ValueError, match=r"none of|sampled"):
        Settings(**wrong)


def test_the_engine_gets_what_was_set():
    assert Settings().engine() == EngineSettings()
    engine = EVERYTHING.engine()
    assert (engine.reasoner, engine.device) == (Path("/a folder/reasoner"), "cuda:1")
    assert (engine.format, engine.temperature, engine.seed) == ("grasp", 0.7, 42)
    assert engine.dtype == "bfloat16"


def test_the_packages_lie_in_the_profile_unless_a_folder_was_chosen(desk, tmp_path):
    assert Settings(environment=str(tmp_path)).environment_folder() == tmp_path
    assert Settings().environment_folder().parts[-2:] == ("askmap", "environment")


@pytest.fixture
def store(desk):
    """The settings of a plugin that is there, and what it told of."""
    store = SettingsStore()
    store.told = []
    store.changed.connect(store.told.append)
    return store


def test_what_is_written_holds_at_once_and_is_told(store):
    store.write(EVERYTHING)
    assert store.now == read_settings() == EVERYTHING
    assert store.told == [EVERYTHING]


def test_settings_are_read_once(store):
    write_settings(EVERYTHING)  # as another QGIS would
    assert store.now == Settings()


def test_what_another_qgis_changed_is_told_when_it_is_read_anew(store):
    store.read_anew()
    assert store.told == []
    write_settings(EVERYTHING)
    store.read_anew()
    assert store.now == EVERYTHING
    assert store.told == [EVERYTHING]
