"""backend/samples/split_file.py: one line at a time, fast, whole after a power cut, also for two."""

from __future__ import annotations

import subprocess
import sys

import pytest
from askmap.backend.errors import BadData, NotWritten
from askmap.backend.samples.bop_format import Row, line_of, read_rows, write_samples
from askmap.backend.samples.split_file import TAIL_BYTES, SampleFile
from askmap.backend.stages import Box, Point, Target
from rasters import full_disk

SHIP = Target(Box(2, 3, 8, 7), (Point(3.5, 4.5), Point(6.5, 5.5)), "ship")


def row(name, **change):
    return Row(
        **{"name": name, "image": "images/a.png", "questions": ("Où ?",), "targets": (SHIP,), **change}
    )


@pytest.fixture
def file(tmp_path):
    file = SampleFile(tmp_path / "new" / "set")
    for name in "abc":
        file.append(row(name))
    return file


def names(file):
    return [each.name for each in read_rows(file.path)]


def test_what_is_appended_is_read(file):
    assert read_rows(file.path) == [row("a"), row("b"), row("c")]
    assert file.count() == 3


def test_only_one_line_is_written_into_a_large_file(tmp_path):
    many = [row(f"{number}") for number in range(50_000)]
    before = write_samples(tmp_path, many).read_bytes()
    file = SampleFile(tmp_path)
    inode = file.path.stat().st_ino
    file.append(row("new"))
    after = file.path.read_bytes()
    assert file.path.stat().st_ino == inode
    assert after == before + line_of(row("new")).encode() + b"\n"
    assert file.count() == 50_001
    assert [each.name for each in file.last(2)] == ["new", "49999"]


@pytest.mark.parametrize("kept", [1, 30, -1], ids=["its first letter", "a part", "all but its last letter"])
def test_what_a_power_cut_left_of_a_line_is_taken_away(file, kept):
    line = line_of(row("torn")).encode()
    with file.path.open("ab") as lines:
        lines.write(line[:kept])
    assert file.count() == 3
    assert file.last(1) == [row("c")]
    file.append(row("d"))
    assert names(file) == ["a", "b", "c", "d"]


def test_a_last_line_that_the_user_mistyped_is_not_lost(file):
    typed = line_of(row("typed"))[:-1] + ",}"
    for _ in range(2):
        with file.path.open("a", encoding="utf-8") as lines:
            lines.write(typed)
        file.append(row(f"d{file.count()}"))
    assert file.path.with_name("train.jsonl.cut").read_text(encoding="utf-8") == f"{typed}\n{typed}\n"
    assert len(names(file)) == 5


@pytest.mark.parametrize("foreign", ['{"id": 1, "text": "a"}\n', "\n\n[1]\n", "name,x\n", '{"id": 1}\n{"id"'])
def test_no_line_is_written_into_the_users_file_of_another_layout(tmp_path, foreign):
    file = SampleFile(tmp_path)
    file.path.write_text(foreign)
    with pytest.raises(NotWritten, match="something else than samples"):
        file.append(row("a"))
    assert file.path.read_text() == foreign
    assert [path.name for path in tmp_path.iterdir()] == ["train.jsonl"]


def test_zeros_that_a_power_cut_left_are_taken_away(file):
    with file.path.open("ab") as lines:
        lines.write(bytes(TAIL_BYTES + 5))
    file.append(row("d"))
    assert names(file) == ["a", "b", "c", "d"]


def test_a_file_of_nothing_but_a_torn_line_begins_anew(tmp_path):
    (tmp_path / "train.jsonl").write_bytes(b'{"name": "a", "im')
    SampleFile(tmp_path).append(row("b"))
    assert names(SampleFile(tmp_path)) == ["b"]


def test_a_whole_line_that_somebody_left_without_its_end_is_kept(file):
    file.path.write_bytes(file.path.read_bytes().rstrip(b"\n"))
    assert file.count() == 3
    assert file.last(1) == [row("c")]
    file.append(row("d"))
    assert names(file) == ["a", "b", "c", "d"]


def test_a_full_disk_leaves_the_file_as_it_was(file):
    before = file.path.read_bytes()
    with full_disk(len(before) + 20), pytest.raises(NotWritten, match=r"train\.jsonl cannot be written"):
        file.append(row("d"))
    assert file.path.read_bytes() == before
    file.append(row("e"))
    assert names(file) == ["a", "b", "c", "e"]


def test_two_programs_that_write_at_once_lose_no_line(tmp_path):
    program = """
import sys
from pathlib import Path
from askmap.backend.samples.bop_format import Row
from askmap.backend.samples.split_file import SampleFile
for number in range(100):
    name = f"{sys.argv[2]}-{number}"
    SampleFile(Path(sys.argv[1])).append(Row(name, "a.png", ("?" * 3000,), ()))
    if number % 3 == 0:
        SampleFile(Path(sys.argv[1])).remove(name)
"""
    writers = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), who]) for who in "ab"]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    expected = {f"{who}-{number}" for who in "ab" for number in range(100) if number % 3}
    assert set(names(SampleFile(tmp_path))) == expected
    assert SampleFile(tmp_path).count() == len(expected)


def test_the_last_one_is_removed_without_a_trace(file):
    before = file.path.read_bytes()
    file.append(row("d", mask="masks/d.png"))
    assert file.remove("d") == row("d", mask="masks/d.png")
    assert file.path.read_bytes() == before


def test_one_is_removed_though_others_were_written_behind_it(file):
    assert file.remove("b") == row("b")
    assert names(file) == ["a", "c"]
    assert file.count() == 2
    assert [each.name for each in file.last(5)] == ["c", "a"]


def test_what_is_not_there_cannot_be_removed(file, tmp_path):
    with pytest.raises(BadData, match="no sample «z» any more"):
        file.remove("z")
    with pytest.raises(NotWritten):
        SampleFile(tmp_path / "nowhere").remove("a")


def test_a_folder_without_the_split_holds_nothing(tmp_path):
    assert SampleFile(tmp_path / "nowhere").count() == 0
    assert SampleFile(tmp_path / "nowhere").last(3) == []


def test_a_broken_line_near_the_end_is_named(file):
    with file.path.open("ab") as lines:
        lines.write(b"{}\n")
    with pytest.raises(BadData, match=r"train\.jsonl"):
        file.last(3)


def test_a_row_that_leaves_its_folder_is_not_appended(file):
    with pytest.raises(BadData, match="lies outside"):
        file.append(row("d", image="../secret.png"))
    assert file.count() == 3


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritten, match="file"):
        SampleFile(tmp_path / "file").append(row("a"))
