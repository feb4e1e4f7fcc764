"""What was fetched is checked before it is loaded."""

from __future__ import annotations

import hashlib
import json
import shutil

import pytest
from askmap.backend.engine.local_kind import load_local
from askmap.backend.engine.protocols import POCKET, EngineSettings
from askmap.backend.errors import Cancelled, ModelBroken, ModelMissing
from askmap.backend.hub import record
from askmap.backend.hub.record import (
    FetchedFile,
    FetchRecord,
    changed_files,
    check_fetched,
    read_record,
    record_path,
    write_record,
)

WEIGHTS = "model.safetensors"


@pytest.fixture
def folder(tmp_path):
    """As fetch_model leaves it."""
    place = tmp_path / "pocket"
    shutil.copytree(POCKET / "segmenter", place)
    files = tuple(FetchedFile(file.name, file.stat().st_size, _sha256(file)) for file in place.iterdir())
    write_record(place, FetchRecord("askmap/pocket", "0" * 40, "https://hub.example", "", files))
    return place


def _sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_what_was_fetched_is_read_before_the_first_load_and_when_it_changed(folder, monkeypatch):
    right, read = record.is_right, []

    def noting(place, file, *more):
        return read.append(place.name) or right(place, file, *more)

    monkeypatch.setattr(record, "is_right", noting)
    check_fetched(folder)
    assert sorted(read) == sorted(file.name for file in folder.iterdir())
    read.clear()
    check_fetched(folder)
    assert read == []
    (folder / "config.json").touch()
    check_fetched(folder)
    assert read == ["config.json"]


@pytest.mark.parametrize(
    "change", [lambda b: b[:-1], lambda b: b + b" ", lambda b: b[:-1] + bytes([b[-1] ^ 1])]
)
def test_a_model_that_changed_is_not_loaded(folder, change):
    check_fetched(folder)
    weights = folder / WEIGHTS
    weights.write_bytes(change(weights.read_bytes()))
    for _ in range(2):
        with pytest.raises(ModelBroken, match="is not what was fetched"):
            check_fetched(folder)
    with pytest.raises(ModelBroken, match="is not what was fetched"):
        load_local(EngineSettings(segmenter=folder, device="cpu"))
    weights.unlink()
    with pytest.raises(ModelMissing, match=WEIGHTS):
        check_fetched(folder)


def test_a_folder_that_was_not_fetched_is_not_checked(tmp_path):
    check_fetched(POCKET / "reasoner")
    check_fetched(tmp_path)
    check_fetched(tmp_path / "nothing")


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.pop("revision"),
        lambda content: content.update(files=[{"name": "../../x", "bytes": 1, "sha256": "0" * 64}]),
        lambda content: content.update(files=[{"name": "x", "bytes": 1, "sha256": "0"}]),
        lambda content: content.update(checked={"x": [1]}),
        lambda content: content.update(hub=3),
        lambda content: content.update(files=3),
    ],
)
def test_a_record_that_is_none_is_refused(folder, change):
    content = json.loads(record_path(folder).read_text())
    change(content)
    record_path(folder).write_text(json.dumps(content))
    with pytest.raises(ModelBroken, match="not as AskMap writes it"):
        check_fetched(folder)


def test_how_far_a_check_is_never_falls_and_a_stop_ends_it(folder):
    seen = []
    check_fetched(folder, lambda done, total: seen.append((done, total)))
    whole = sum(file.stat().st_size for file in folder.iterdir())
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (whole, whole)
    (folder / WEIGHTS).touch()

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        check_fetched(folder, stop)
    with pytest.raises(Cancelled):  # it is not taken for right
        check_fetched(folder, stop)


def test_what_changed_since_a_check_is_known_without_reading(folder):
    assert changed_files(folder, read_record(folder)) == ()  # never checked is not changed
    check_fetched(folder)
    assert changed_files(folder, read_record(folder)) == ()
    (folder / "config.json").touch()
    (folder / WEIGHTS).unlink()
    assert {file.name for file in changed_files(folder, read_record(folder))} == {"config.json", WEIGHTS}
