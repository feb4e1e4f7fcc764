"""The reasoning under eyes, mouse and keys, in real QGIS's widgets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import Finding  # noqa: E402
from askmap.backend.stages import Point, Target  # noqa: E402
from askmap.plugin.review.reasoning import LONGEST_RAW, links  # noqa: E402
from askmap.plugin.widgets.linked_text import Link  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QPalette, QTextCursor  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402
from reading import NORTH, SOUTH, THOUGHT, entry, listen, marked, middle, open_panel, press  # noqa: E402


@pytest.fixture
def panel(desk):
    return open_panel(desk)


@pytest.fixture
def heard(panel):
    return listen(panel)


def test_tags_stay_letters_and_nothing_is_loaded(panel):
    thought = '<img src=x onerror="alert(1)"> <a href="https://example.org">here</a> &lt;b&gt; <b>bold</b>'
    panel.show_entry(entry(thought, spoken=()))
    assert panel.text.toPlainText() == thought
    assert panel.text.document().toPlainText() == thought
    assert panel.text.anchorAt(middle(panel, "here")) == ""


def test_the_letters_of_any_script_are_shown_as_they_are_written(panel):
    thought = "\u200fشمال\u200c: حقل. 北边有田地。\u00a0Ünï \ufffc\ufdd0\u2028 end."
    panel.show_entry(entry(thought, spoken=[(1, "北边有田地。"), (2, " end.")]))
    panel.choose(1)
    assert panel.text.toPlainText() == thought
    assert marked(panel) == ["北边有田地。"]


@pytest.mark.parametrize("thought", ["word " * 4000 + "end", "x" * 20_000 + "end"], ids=["words", "one word"])
def test_an_endless_thought_is_wrapped(panel, thought):
    panel.show_entry(entry(thought, spoken=[(1, "end")]))
    panel.choose(1)
    bar = panel.text.verticalScrollBar()
    assert panel.text.horizontalScrollBar().maximum() == 0
    assert bar.value() > bar.maximum() / 2


def test_a_growing_thought_leaves_a_persons_selection_alone(panel):
    panel.show_thought("Water\u00a0is blue.")
    panel.text.selectAll()
    panel.show_thought("Water\u00a0is blue. Fields are green.")
    assert panel.text.textCursor().selectedText() == "Water\u00a0is blue."
    assert panel.text.toPlainText() == "Water\u00a0is blue. Fields are green."


def test_a_growing_thought_is_followed_until_a_person_scrolls_back(panel):
    bar = panel.text.verticalScrollBar()
    panel.show_thought("line\n" * 50)
    assert bar.value() == bar.maximum() > 0
    bar.setValue(3)
    panel.show_thought("line\n" * 60)
    assert bar.value() == 3


def select(text, start, end):
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def test_links_leave_scrolling_and_selection_alone(panel):
    thought = "line\n" * 50 + NORTH
    panel.show_thought(thought)
    panel.text.verticalScrollBar().setValue(7)
    select(panel.text, 0, 4)
    panel.show_entry(entry(thought, spoken=[(1, NORTH)]))
    assert panel.text.links()
    assert panel.text.textCursor().selectedText() == "line"


def test_findings_of_one_sentence_share_its_link():
    assert [link.numbers for link in links(entry().findings, len(THOUGHT))] == [(1,), (2, 3)]


def test_links_never_lie_over_each_other_or_outside():
    def finding(number, span):
        return Finding(number, Target(points=(Point(1, 1),), span=span), b"", 0.5)

    found = links([finding(1, (0, 10)), finding(2, (5, 15)), finding(3, (6, 9)), finding(4, (12, 99))], 20)
    assert found == [Link(0, 10, (1,)), Link(10, 15, (2,)), Link(15, 20, (4,))]


def test_the_number_of_each_finding_stands_behind_its_sentence(panel):
    panel.show_entry(entry())
    shown = panel.text.document().toPlainText().replace("\u2005", "").replace("\u00a0", " ")
    assert shown == "Fields are flat 🚁. A field lies north. 1  Two lie south. 2  3  Roads are narrow."
    assert panel.text.toPlainText() == THOUGHT


def test_hundreds_of_links_are_one_change_of_the_text(panel):
    """Laid out after each of them, it would take seconds."""
    panel.show_thought(THOUGHT)
    changes = []
    panel.text.document().contentsChanged.connect(lambda: changes.append(None))
    panel.show_entry(entry(spoken=[(number, NORTH) for number in range(1, 201)]))
    assert len(changes) == 1


def test_what_is_copied_are_the_plain_words(panel):
    panel.show_entry(entry())
    panel.text.selectAll()
    panel.text.copy()
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == THOUGHT
    assert not copied.hasHtml()
    start = len(f"Fields are flat 🚁🚁. {NORTH}") - 6
    select(panel.text, start, start + 14)
    assert panel.text.createMimeDataFromSelection().text() == "north. Two"


def test_choosing_a_finding_marks_its_sentence_and_shows_it(panel):
    thought = NORTH + "\nline" * 100 + "\n" + SOUTH
    panel.show_entry(entry(thought))
    panel.choose(3)
    assert marked(panel) == [SOUTH]
    assert panel.text.viewport().rect().contains(middle(panel, SOUTH))
    panel.choose(1)
    assert marked(panel) == [NORTH]
    assert panel.text.viewport().rect().contains(middle(panel, NORTH))


@pytest.mark.parametrize("number", [0, 4, 99])
def test_a_finding_without_a_sentence_marks_none(panel, number):
    panel.show_entry(entry())
    panel.choose(1)
    panel.choose(number)
    assert marked(panel) == []


def test_the_mark_follows_the_theme(panel):
    panel.show_entry(entry())
    panel.choose(1)
    dark = QPalette()
    dark.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.darkRed)
    panel.setPalette(dark)
    (mark,) = panel.text.extraSelections()
    assert mark.format.background().color() == dark.color(QPalette.ColorRole.Highlight)


def test_a_finding_that_is_gone_takes_its_number_along(panel):
    panel.show_entry(entry())
    panel.show_entry(entry(spoken=[(1, NORTH)]))
    assert [link.numbers for link in panel.text.links()] == [(1,)]
    assert panel.text.toPlainText() == THOUGHT


def test_the_next_thought_has_no_links_of_the_last_one(panel, heard):
    panel.show_entry(entry())
    panel.clear()
    panel.show_thought("Water is wet.")
    press(panel, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert heard == []
    assert panel.text.document().toPlainText() == "Water is wet."
    assert panel.text.links() == ()
    assert panel.text.anchorAt(middle(panel, "Water")) == ""


def test_an_answer_without_reasoning_says_so(panel):
    panel.show_entry(entry("", raw="[]", spoken=()))
    assert "without giving its reasoning" in panel.text.placeholderText()
    panel.clear()
    assert "appears here" in panel.text.placeholderText()


def test_what_the_model_wrote_is_one_click_away_word_for_word(panel):
    raw = "<think>A\u00a0<b>\u202e</think>\n<answer>[[1, 2]]</answer>"
    panel.show_entry(entry(raw=raw))
    QTest.mouseClick(panel.raw_button, Qt.MouseButton.LeftButton)
    assert panel.raw.isVisible()
    assert panel.raw.isReadOnly()
    assert panel.raw.document().toRawText().replace("\u2029", "\n") == raw
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == raw


def test_an_endless_text_is_shown_in_part_and_copied_whole(panel):
    raw = "<think>" + "x" * LONGEST_RAW
    panel.show_entry(entry(raw=raw))
    panel.raw_button.setChecked(True)
    assert len(panel.raw.toPlainText()) == LONGEST_RAW
    assert panel.note.isVisible()
    assert str(len(raw)) in "".join(filter(str.isalnum, panel.note.text()))
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == raw
    panel.raw_button.setChecked(False)
    assert not panel.note.isVisible()


def test_every_control_has_a_name_for_those_who_hear_it(panel):
    for widget in (panel.text, panel.raw):
        assert widget.accessibleName()
    for button in (panel.raw_button, panel.copy_button):
        assert button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
