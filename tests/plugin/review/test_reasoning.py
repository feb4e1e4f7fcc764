"""The reasoning under eyes, mouse and keys, in real QGIS's widgets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import Finding  # noqa: E402
from askmap.backend.stages import Point, Target  # noqa: E402
from askmap.plugin.review.reasoning import LONGEST_RAW, links  # noqa: E402
from askmap.plugin.widgets.linked_text import Link  # noqa: E402
from qgis.PyQt.QtCore import QEvent, Qt  # noqa: E402
from qgis.PyQt.QtGui import QFocusEvent, QPalette, QTextCursor  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402
from reading import (  # noqa: E402
    NORTH,
    SOUTH,
    THOUGHT,
    entry,
    listen,
    marked,
    middle,
    move,
    open_panel,
    press,
)


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


def test_what_the_model_wrote_can_be_read_word_for_word(panel):
    raw = "<think>A\u00a0<b>\u202e</think>\n<answer>[[1, 2]]</answer>"
    panel.show_entry(entry(raw=raw))
    panel.raw_action.trigger()
    assert panel.raw.isVisible()
    assert panel.raw.isReadOnly()
    assert panel.raw.document().toRawText().replace("\u2029", "\n") == raw
    panel.copy_action.trigger()
    assert QApplication.clipboard().text() == raw


def test_an_endless_text_is_shown_in_part_and_copied_whole(panel):
    raw = "<think>" + "x" * LONGEST_RAW
    panel.show_entry(entry(raw=raw))
    panel.raw_action.setChecked(True)
    assert len(panel.raw.toPlainText()) == LONGEST_RAW
    assert panel.note.isVisible()
    assert str(len(raw)) in "".join(filter(str.isalnum, panel.note.text()))
    panel.copy_action.trigger()
    assert QApplication.clipboard().text() == raw
    panel.raw_action.setChecked(False)
    assert not panel.note.isVisible()


def test_every_control_has_a_name_for_those_who_hear_it(panel):
    for widget in (panel.text, panel.raw):
        assert widget.accessibleName()
    for action in (panel.raw_action, panel.copy_action):
        assert action.text()


def test_a_mouse_over_a_sentence_tells_its_findings(panel, heard):
    panel.show_entry(entry())
    QTest.mouseMove(panel.text.viewport(), middle(panel, "Roads"))
    for words in (NORTH, SOUTH, "Roads"):
        move(panel, middle(panel, words))
    assert heard == [("hovered", (1,)), ("hovered", (2, 3)), ("hovered", ())]


def test_a_mouse_that_leaves_is_over_nothing(panel, heard):
    panel.show_entry(entry())
    move(panel, middle(panel, NORTH))
    QApplication.sendEvent(panel.text, QEvent(QEvent.Type.Leave))
    assert heard[-1] == ("hovered", ())


def test_a_click_on_a_sentence_tells_its_findings(panel, heard):
    panel.show_entry(entry())
    for words in (SOUTH, "Roads"):
        QTest.mouseClick(panel.text.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, words))
    assert [found for found in heard if found[0] == "clicked"] == [("clicked", (2, 3))]


def test_tab_and_arrows_walk_over_the_sentences_and_enter_clicks(panel, heard):
    panel.show_entry(entry())
    press(panel, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Enter)
    assert heard == [
        ("hovered", (1,)),
        ("hovered", (2, 3)),
        ("clicked", (2, 3)),
        ("hovered", (1,)),
        ("clicked", (1,)),
    ]
    assert marked(panel) == [NORTH]


def test_the_sentence_that_the_keyboard_is_on_can_be_seen(panel):
    panel.show_entry(entry())
    before = panel.text.grab().toImage()
    press(panel, Qt.Key.Key_Tab)
    assert panel.text.grab().toImage() != before


def test_tab_leaves_behind_the_last_sentence(panel, heard):
    panel.show_entry(entry())
    panel.text.setFocus()
    press(panel, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert not panel.text.hasFocus()
    assert heard[-1] == ("hovered", ())
    assert marked(panel) == []


@pytest.mark.parametrize(("reason", "first"), [("TabFocusReason", (1,)), ("BacktabFocusReason", (2, 3))])
def test_tab_comes_in_on_the_nearest_sentence(panel, heard, reason, first):
    panel.show_entry(entry())
    event = QFocusEvent(QEvent.Type.FocusIn, getattr(Qt.FocusReason, reason))
    QApplication.sendEvent(panel.text, event)
    assert heard == [("hovered", first)]


def test_arrows_scroll_where_no_sentence_is_left(panel):
    panel.show_thought("line\n" * 100)
    panel.text.verticalScrollBar().setValue(0)
    press(panel, Qt.Key.Key_Down)
    assert panel.text.verticalScrollBar().value() > 0
