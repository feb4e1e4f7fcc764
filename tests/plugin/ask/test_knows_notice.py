"""What a reasoner says of itself beside its answers, in real QGIS's widgets."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import UNKNOWN  # noqa: E402
from askmap.backend.models.askmap_json import Knows  # noqa: E402
from askmap.plugin.ask.knows_notice import SHOWN_KINDS, KnowsNotice  # noqa: E402
from entries import make_entry, two_found  # noqa: E402

EVIL = "<img src=x> <b>ships</b> & <a href='http://evil.example'>more</a>"
KNOWS = Knows(("buildings", EVIL), ("Where are the pools?", EVIL), (0.1, 2.0), {"gIoU <val>": "0.52"})


@pytest.fixture
def notice(desk):
    return KnowsNotice()


def test_beside_answers_of_others_there_is_nothing(notice):
    notice.show_answer(two_found(), None)
    assert notice.isHidden()


def test_beside_an_answer_that_found_something_there_is_nothing(notice):
    notice.show_answer(two_found(), KNOWS)
    assert notice.isHidden()


def test_beside_an_answer_that_found_nothing_there_is_one_quiet_line(notice):
    notice.show_answer(make_entry(), KNOWS)
    assert not notice.isHidden()
    assert (notice.kinds.isHidden(), notice.examples.isHidden()) == (True, True)
    assert notice.models.text().startswith("This small model knows 2 kind")
    assert notice.models.links() == ("Models…",)


def test_where_it_does_not_know_the_thing_it_says_what_it_knows_and_what_to_do(notice):
    notice.show_answer(replace(make_entry(), outcome=UNKNOWN), KNOWS, KNOWS.examples)
    assert "buildings" in notice.kinds.text()
    assert notice.examples.links() == KNOWS.examples
    assert "choose another model" in notice.models.text()


def test_who_says_nothing_of_itself_may_not_know_a_thing_either(notice):
    notice.show_answer(replace(make_entry(), outcome=UNKNOWN), None)
    assert not notice.isHidden()
    assert (notice.kinds.isHidden(), notice.examples.isHidden()) == (True, True)
    assert notice.models.links() == ("Models…",)


def test_nothing_that_a_folder_says_comes_to_life(notice):
    notice.show_answer(replace(make_entry(), outcome=UNKNOWN), KNOWS, KNOWS.examples)
    for shown in (notice.examples.text(), notice.models.text(), notice.models.toolTip()):
        assert "<img" not in shown
        assert "<b>" not in shown
        assert "evil.example'>" not in shown
    assert "&lt;val&gt;: 0.52" in notice.models.toolTip()
    assert "10 cm to 2.0 m" in notice.models.toolTip()


def test_a_click_on_an_example_gives_its_text(notice):
    chosen, wanted = [], []
    notice.example_chosen.connect(chosen.append)
    notice.models_wanted.connect(lambda: wanted.append(True))
    notice.show_answer(replace(make_entry(), outcome=UNKNOWN), KNOWS, KNOWS.examples)
    notice.examples.linkActivated.emit("1")
    notice.models.linkActivated.emit("0")
    assert (chosen, wanted) == ([EVIL], [True])


def test_a_long_list_is_cut(notice):
    many = Knows(tuple(f"kind {number}" for number in range(100)))
    notice.show_answer(replace(make_entry(), outcome=UNKNOWN), many)
    assert f"kind {SHOWN_KINDS - 1}, …" in notice.kinds.text()
    assert f"kind {SHOWN_KINDS}," not in notice.kinds.text()


def test_examples_that_stand_elsewhere_are_not_shown_twice(notice):
    notice.show_answer(replace(make_entry(), outcome=UNKNOWN), KNOWS)
    assert notice.examples.isHidden()
    notice.show_answer(make_entry(), KNOWS, KNOWS.examples)
    assert notice.examples.isHidden()
