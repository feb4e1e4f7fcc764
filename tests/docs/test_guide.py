"""The guide says what is so: its pictures are there, its names are those of the program."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from askmap.backend.entries.attributes import FIELDS
from guide import GUIDE, rows_of
from places import ROOT

sys.path.append(str(ROOT / ".ci"))

from sentences import Sources  # noqa: E402

README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURE, LARGEST, LARGEST_OF_ALL = re.compile(r"!\[[^\]]+\]\(([^)]+)\)"), 150_000, 1_500_000
HEADINGS = {"Training your own"}  # of the README, which the guide quotes, too


def plain(words: str) -> str:
    """As a person reads it on a button."""
    return words.replace("&", "").rstrip("….")


def pictures() -> list[Path]:
    of_guide = [ROOT / "docs" / place for place in PICTURE.findall(GUIDE)]
    return of_guide + [ROOT / place for place in PICTURE.findall(README)]


def test_every_picture_is_there_and_tracked():
    tracked = subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()
    assert pictures()
    assert [str(p) for p in pictures() if str(p.relative_to(ROOT)) not in tracked or not p.is_file()] == []


def test_no_picture_is_kept_that_nobody_shows():
    assert sorted((ROOT / "docs" / "pictures").iterdir()) == sorted(
        path for path in pictures() if path.parent.name == "pictures"
    )


def test_the_pictures_of_qgis_are_small():
    taken = [*(ROOT / "docs" / "pictures").iterdir(), ROOT / "resources" / "screenshot.png"]
    sizes = {path.name: path.stat().st_size for path in taken}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) <= LARGEST_OF_ALL


def test_every_name_in_quotes_is_one_that_a_person_sees():
    known = {plain(message.source) for message in Sources(ROOT).messages}
    quoted = {plain(words) for words in re.findall("«(.+?)»", " ".join(GUIDE.split()))}
    assert quoted - known - HEADINGS == set()


def test_every_column_of_the_targets_is_told_of():
    told = [name for names, _ in rows_of("Column of «Targets»") for name in names.split(", ")]
    assert sorted(told) == sorted(FIELDS)


@pytest.mark.parametrize("heading", sorted(HEADINGS))
def test_sections_of_the_readme_that_are_named_are_there(heading):
    assert f"\n## {heading}\n" in README


def test_the_readme_leads_to_the_guide():
    assert "(docs/guide.md)" in README
