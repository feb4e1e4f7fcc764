"""What changed is shown once after an update, and not to whoever is new."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.version import __version__  # noqa: E402
from askmap.plugin.news import BRANCH, Started, take_news  # noqa: E402
from askmap.plugin.settings import Settings, read_into, write_fields, write_settings  # noqa: E402
from desktop import FakeEngine  # noqa: E402

METADATA = """[general]
name=AskMap
changelog=0.10.0 It flies.
    0.3.0 It swims: 100 % of it.
    0.2.0 It walks.
    0.1.0 It stands.
"""


@pytest.fixture
def metadata(desk, tmp_path):
    (tmp_path / "metadata.txt").write_text(METADATA, encoding="utf-8")
    return tmp_path / "metadata.txt"


def news(metadata, now: str, before: str = "", *, is_new_here: bool = False) -> str:
    if before:
        write_fields(Started(before), BRANCH)
    return take_news(is_new_here=is_new_here, now=now, metadata=metadata)


def test_an_update_is_told_once(metadata):
    assert news(metadata, "0.3.0", before="0.2.0") == "0.3.0: It swims: 100 % of it."
    assert news(metadata, "0.3.0") == ""


def test_updates_that_were_left_out_are_told_too_the_newest_first(metadata):
    told = news(metadata, "0.10.0", before="0.1.0").splitlines()
    assert [line.split(":")[0] for line in told] == ["0.10.0", "0.3.0", "0.2.0"]


def test_whoever_is_new_is_told_nothing_and_of_the_next_update_something(metadata):
    assert news(metadata, "0.3.0", is_new_here=True) == ""
    assert news(metadata, "0.10.0").startswith("0.10.0")


def test_who_used_a_version_that_noted_nothing_is_told_of_this_one(metadata):
    assert news(metadata, "0.3.0") == "0.3.0: It swims: 100 % of it."


@pytest.mark.parametrize("before", ["0.10.0", "odd", "1.0.0"])
def test_going_back_and_an_odd_note_do_no_harm(metadata, before):
    told = news(metadata, "0.2.0", before=before)
    assert "It flies" not in told
    assert read_into(Started(), BRANCH).version == "0.2.0"


@pytest.mark.parametrize("content", [b"", b"\xff", b"[general]\nname=AskMap\n", b"nothing"])
def test_a_file_that_says_nothing_is_no_news(metadata, content):
    metadata.write_bytes(content)
    assert news(metadata, "0.3.0", before="0.2.0") == ""


def test_the_dock_shows_it_until_it_is_closed_and_not_again(desk, plugged_in):
    write_settings(Settings(welcomed=True))
    write_fields(Started("0.0.1"), BRANCH)
    dock = plugged_in(FakeEngine()).dock
    assert not dock.news.isHidden()
    assert f"{__version__}: " in dock.news.text.text()
    dock.news.close_link.linkActivated.emit("0")
    assert dock.news.isHidden()
    assert take_news(is_new_here=False) == ""


def test_the_dock_of_a_fresh_profile_shows_none(desk, plugged_in):
    assert plugged_in(FakeEngine()).dock.news.isHidden()
