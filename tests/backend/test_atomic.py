"""backend/atomic.py: a file appears whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from askmap.backend import atomic as draft_module
from askmap.backend.atomic import atomic_write, clear_leftovers, files_replaced_with
from askmap.backend.errors import NotWritten
from killing import killed_at_each_step


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_what_was_written_moves_into_its_place_with_its_side_files(tmp_path: Path) -> None:
    with atomic_write(tmp_path / "a.shp") as place:
        place.write_text("shape")
        place.with_suffix(".dbf").write_text("table")
        assert names(tmp_path) == [place.parent.name]
    assert names(tmp_path) == ["a.dbf", "a.shp"]


def test_whoever_stops_the_writing_leaves_the_older_file(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg").write_text("older")

    def interrupted() -> None:
        with atomic_write(tmp_path / "a.gpkg") as place:
            place.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert names(tmp_path) == ["a.gpkg"]
    assert (tmp_path / "a.gpkg").read_text() == "older"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_stays_as_private_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    path.write_text("older")
    path.chmod(0o600)
    with atomic_write(path) as place:
        place.write_text("newer")
    assert path.read_text() == "newer"
    assert path.stat().st_mode & 0o777 == 0o600


def test_side_files_of_an_older_file_do_not_speak_for_the_new_one(tmp_path: Path) -> None:
    for name in ("a.shp", "a.prj", "a.qix", "a.shp.aux.xml", "b.prj", "a.txt"):
        (tmp_path / name).touch()
    with atomic_write(tmp_path / "a.shp") as place:
        place.touch()
    assert names(tmp_path) == ["a.shp", "a.txt", "b.prj"]


def test_a_geopackage_that_somebody_writes_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg").write_text("older")
    (tmp_path / "a.gpkg-wal").touch()
    with pytest.raises(NotWritten, match="open in another program"), atomic_write(tmp_path / "a.gpkg"):
        pytest.fail("it must not be written at all")
    assert names(tmp_path) == ["a.gpkg", "a.gpkg-wal"]


def write(path: Path, text: str, *endings: str) -> None:
    with atomic_write(path) as place:
        for ending in endings:
            place.with_suffix(ending).write_text(text)


def contents(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir() if file.is_file()}


OLD, NEW = (".shp", ".dbf", ".prj"), (".shp", ".dbf", ".cpg")


def test_files_that_belong_together_are_never_seen_mixed_whenever_the_program_is_killed(
    tmp_path: Path,
) -> None:
    write(tmp_path / "a.shp", "old", *OLD)
    for step in killed_at_each_step(lambda: write(tmp_path / "a.shp", "new", *NEW)):
        seen = contents(tmp_path)
        if "a.shp" in seen:  # else nothing opens it
            endings = OLD if seen["a.shp"] == "old" else NEW
            assert seen == {f"a{ending}": seen["a.shp"] for ending in endings}, step
        clear_leftovers(tmp_path)
        write(tmp_path / "a.shp", "old", *OLD)
    assert step > 10


def test_what_a_kill_has_cut_off_is_completed_by_the_next_draft_in_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "a.shp", "old", *OLD)
    outcomes = set()
    for _ in killed_at_each_step(lambda: write(tmp_path / "a.shp", "new", *NEW)):
        clear_leftovers(tmp_path)
        assert not list(tmp_path.glob(".*"))
        outcomes.add(tuple(sorted(contents(tmp_path).items())))
        for file in tmp_path.iterdir():
            file.unlink()
        write(tmp_path / "a.shp", "old", *OLD)
    old = tuple(sorted((f"a{ending}", "old") for ending in OLD))
    assert outcomes == {old, tuple(sorted((f"a{ending}", "new") for ending in NEW))}


def test_a_file_that_was_made_meanwhile_is_not_replaced_by_what_was_cut_off(tmp_path: Path) -> None:
    write(tmp_path / "a.shp", "old", *OLD)
    for _ in killed_at_each_step(lambda: write(tmp_path / "a.shp", "new", *NEW)):
        if not (tmp_path / "a.shp").exists():
            break
    for ending in NEW:
        (tmp_path / f"a{ending}").write_text("the user's")
    clear_leftovers(tmp_path)
    assert {name: text for name, text in contents(tmp_path).items() if name != "a.prj"} == {
        f"a{ending}": "the user's" for ending in NEW
    }


def test_where_a_file_cannot_be_moved_all_older_ones_are_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.shp", "old", *OLD)
    replace = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target) == tmp_path / "a.dbf" and "older" not in str(source):
            raise PermissionError(13, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(NotWritten, match="in use"):
        write(tmp_path / "a.shp", "new", *NEW)
    assert contents(tmp_path) == {f"a{ending}": "old" for ending in OLD}
    assert not list(tmp_path.glob(".*"))


LIVING = """
import sys
from pathlib import Path
from askmap.backend.atomic import atomic_write
with atomic_write(Path(sys.argv[1])) as place:
    place.write_text("new")
    print("begun", flush=True)
    sys.stdin.read()
"""


def test_the_draft_of_a_living_program_is_left_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIVING, str(tmp_path / "a.gpkg")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as living:
        assert living.stdout
        assert living.stdout.readline() == "begun\n"
        clear_leftovers(tmp_path)
        with atomic_write(tmp_path / "b.gpkg") as place:
            place.write_text("b")
            clear_leftovers(tmp_path)
        living.communicate("")
    assert contents(tmp_path) == {"a.gpkg": "new", "b.gpkg": "b"}
    assert not list(tmp_path.glob(".*"))


def left_behind(folder: Path, owner: str) -> Path:
    left = folder / ".askmap-abcd1234"
    left.mkdir()
    (left / ".askmap-owner").write_text(owner)
    (left / "a.gpkg").write_text("half")
    return left


def test_the_draft_of_another_computer_is_left_alone_until_nobody_can_be_at_work_on_it(
    tmp_path: Path,
) -> None:
    left = left_behind(tmp_path, "another computer")
    clear_leftovers(tmp_path)
    assert left.exists()
    os.utime(left, (0, 0))
    clear_leftovers(tmp_path)
    assert not left.exists()


def test_a_folder_that_only_looks_like_a_draft_stays(tmp_path: Path) -> None:
    for name in (".askmap-pictures", ".askmap-roots"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine.txt").write_text("mine")
    clear_leftovers(tmp_path)
    assert names(tmp_path) == [".askmap-pictures", ".askmap-roots"]


@pytest.mark.parametrize("main", ["../b.shp", "/etc/b.shp", 7, None])
def test_a_note_that_leads_out_of_its_folder_moves_nothing(tmp_path: Path, main: object) -> None:
    (tmp_path / "in").mkdir()
    left = left_behind(tmp_path / "in", draft_module.platform.node())
    (left / "b.shp").write_text("a stranger's")
    (left / ".askmap-moves").write_text(json.dumps({"main": main, "written": [], "stale": []}))
    clear_leftovers(tmp_path / "in")
    assert names(tmp_path) == ["in"]
    assert names(tmp_path / "in") == []


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "b.gpkg").write_text("old")
    (tmp_path / "a.gpkg").symlink_to(tmp_path / "there" / "b.gpkg")
    write(tmp_path / "a.gpkg", "new", ".gpkg")
    assert (tmp_path / "a.gpkg").is_symlink()
    assert (tmp_path / "there" / "b.gpkg").read_text() == "new"


def test_what_changes_with_a_file_is_known_before() -> None:
    assert {file.name for file in files_replaced_with(Path("a.tif"))} == {
        "a.tif",
        "a.tif.aux.xml",
        "a.tif.ovr",
        "a.tif.msk",
    }
    assert {"a.shp", "a.dbf", "a.prj", "a.shx"} <= {file.name for file in files_replaced_with(Path("a.shp"))}


@pytest.mark.parametrize("key", ["written", "stale"])
def test_a_note_of_a_stranger_moves_nothing_of_the_user(tmp_path: Path, key: str) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    left = left_behind(tmp_path, draft_module.platform.node())
    (left / "b.shp").write_text("a stranger's")
    (left / "thesis.txt").write_text("a stranger's")
    note = {"main": "b.shp", "written": [], "stale": [], key: ["thesis.txt"]}
    (left / ".askmap-moves").write_text(json.dumps(note))
    clear_leftovers(tmp_path)
    assert contents(tmp_path) == {"thesis.txt": "mine"}
