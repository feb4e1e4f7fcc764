"""backend/delivery.py and rescue.py: an answer is never lost because a file could not be written."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from askmap.backend.errors import NotWritten
from askmap.backend.outputs import vector
from askmap.backend.outputs.rescue import rescue
from askmap.backend.stages import Answer
from commands import SmallEngine, ask, make_image, names
from grids import grid, noise
from osgeo import ogr
from PIL import Image
from rasters import full_disk, make_answer


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return make_image(tmp_path / "image.tif")


class Meanwhile(SmallEngine):
    """While it answers, somebody opens the GeoPackage."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def answer(self, *arguments: object) -> Answer:
        self.path.touch()
        return super().answer(*arguments)


def test_an_answer_that_cannot_be_written_is_kept_beside_in_full(
    image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wal = tmp_path / "a.gpkg-wal"
    (tmp_path / "a_rescued.gpkg").write_text("the user's")
    assert ask(image, "-o", tmp_path / "a.gpkg", engine=Meanwhile(wal)) == 6
    said = capsys.readouterr()
    assert "open in another program" in said.err
    kept = tmp_path / "a_rescued_2.gpkg"
    assert f"The answer is kept in {kept}." in " ".join(said.err.split())
    assert ogr.Open(str(kept)).GetLayerByName("targets").GetFeatureCount() == 1
    assert (tmp_path / "a_rescued.gpkg").read_text() == "the user's"


def test_with_json_the_answer_is_printed_whatever_happens_to_the_files(
    image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = ("-o", tmp_path / "a.gpkg", "--mask", tmp_path / "m.tif", "--json")
    assert ask(image, *outputs, engine=Meanwhile(tmp_path / "a.gpkg-wal")) == 6
    document = json.loads(capsys.readouterr().out)
    assert document["found"] == 1
    assert document["targets"][0]["box"] == [2, 3, 8, 6]
    assert document["written"] == [str(tmp_path / "m.tif")]
    assert document["kept"] == str(tmp_path / "a_rescued.gpkg")


def test_one_output_that_fails_does_not_take_the_others_with_it(image: Path, tmp_path: Path) -> None:
    outputs = ("-o", tmp_path / "a.gpkg", "--mask", tmp_path / "m.tif", "--picture", tmp_path / "p.png")
    assert ask(image, *outputs, engine=Meanwhile(tmp_path / "m.tif-journal")) == 6
    assert {"a.gpkg", "p.png"} <= set(names(tmp_path))
    assert not any("rescued" in name for name in names(tmp_path))  # the polygons are the answer
    with Image.open(tmp_path / "p.png") as picture:
        assert picture.width == 1000


def test_where_the_disk_is_full_the_answer_goes_to_the_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "a.gpkg").mkdir()
    real = vector.write_entry

    def write(entry: object, path: Path) -> Path:
        if path.parent == tmp_path:
            raise NotWritten(f"{path} cannot be written: no space is left.")
        return real(entry, path)  # type: ignore[arg-type]

    monkeypatch.setattr(vector, "write_entry", write)
    kept = rescue(make_answer(grid(), noise(8)), tmp_path / "a.gpkg")
    assert kept == tmp_path / "temporary" / "a_rescued.gpkg"
    assert names(tmp_path) == ["a.gpkg", "temporary"]


def test_where_nothing_can_be_written_at_all_the_answer_is_printed(
    image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with full_disk(300):
        assert ask(image, "--picture", tmp_path / "p.png") == 6
    said = capsys.readouterr()
    assert '"box": [' in said.out
    assert "cannot be written" in said.err
    assert names(tmp_path) == ["image.tif"]


def test_what_a_format_cannot_hold_is_said_before_the_question_is_asked(
    image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere, engine = tmp_path / "photo.png", SmallEngine()
    Image.new("RGB", (20, 10), (90, 90, 90)).save(nowhere)
    assert ask(nowhere, "-o", tmp_path / "a.geojson", "--json", engine=engine) == 6
    assert engine.settings == []
    refusal = json.loads(capsys.readouterr().out)
    assert "always in WGS 84" in refusal["refused"]
    assert "GeoPackage" in refusal["hint"]
    assert refusal["written"] == []


def test_a_file_has_the_name_that_is_said(
    image: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(image, "-o", tmp_path / "a.GPKG", "--json") == 0
    (written,) = json.loads(capsys.readouterr().out)["written"]
    assert Path(written).is_file()
