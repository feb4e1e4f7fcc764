"""backend/draft.py: a file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from askmap.backend.draft import draft
from askmap.backend.errors import NotWritten


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_what_was_written_moves_into_its_place_with_its_side_files(tmp_path: Path) -> None:
    with draft(tmp_path / "a.shp") as place:
        place.write_text("shape")
        place.with_suffix(".dbf").write_text("table")
        assert names(tmp_path) == [place.parent.name]
    assert names(tmp_path) == ["a.dbf", "a.shp"]


def test_whoever_stops_the_writing_leaves_the_older_file(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg").write_text("older")

    def interrupted() -> None:
        with draft(tmp_path / "a.gpkg") as place:
            place.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert names(tmp_path) == ["a.gpkg"]
    assert (tmp_path / "a.gpkg").read_text() == "older"


def test_side_files_of_an_older_file_do_not_speak_for_the_new_one(tmp_path: Path) -> None:
    for name in ("a.shp", "a.prj", "a.qix", "a.shp.aux.xml", "b.prj", "a.txt"):
        (tmp_path / name).touch()
    with draft(tmp_path / "a.shp") as place:
        place.touch()
    assert names(tmp_path) == ["a.shp", "a.txt", "b.prj"]


def test_a_geopackage_that_somebody_writes_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg").write_text("older")
    (tmp_path / "a.gpkg-wal").touch()
    with pytest.raises(NotWritten, match="open in another program"), draft(tmp_path / "a.gpkg"):
        pytest.fail("it must not be written at all")
    assert names(tmp_path) == ["a.gpkg", "a.gpkg-wal"]
