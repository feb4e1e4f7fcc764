"""A reasoning with links to its findings, and where on the screen its words are."""

from __future__ import annotations

from dataclasses import replace

from askmap.backend.entries.entry import Finding
from askmap.backend.stages import Grounding, Point, Target
from askmap.plugin.review.reasoning import ReasoningPanel
from entries import make_entry
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QTextCursor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

THOUGHT = "Fields are flat 🚁. A field lies north. Two lie south. Roads are narrow."


NORTH, SOUTH = "A field lies north.", "Two lie south."


def entry(thought=THOUGHT, raw="", spoken=((1, NORTH), (2, SOUTH), (3, SOUTH), (4, ""))):
    """With a finding for each (number, the words that speak of it)."""
    found = []
    for number, words in spoken:
        start = thought.index(words) if words else None
        span = None if start is None else (start, start + len(words))
        found.append(Finding(number, Target(points=(Point(1, 1),), span=span), b"", 0.9))
    grounding = Grounding(thought, (), raw or f"<think>{thought}</think>", "plain")
    return replace(make_entry(), grounding=grounding, findings=tuple(found))


def middle(panel, words):
    """Where on the screen they are."""
    text = panel.text.document().toPlainText()
    at = len(text[: text.index(words) + 3].encode("utf-16-le")) // 2
    cursor = QTextCursor(panel.text.document())
    cursor.setPosition(at)
    return panel.text.cursorRect(cursor).center() + QPoint(2, 0)


def marked(panel):
    """The words of the chosen link and of the one that the keyboard is on."""
    return [selection.cursor.selectedText() for selection in panel.text.extraSelections()]


def press(panel, *keys):
    for key in keys:
        QTest.keyClick(panel.text, key)


def move(panel, place):
    """What Qt sends when the mouse moves; QTest's own moves come late."""
    from qgis.PyQt.QtCore import QPointF
    from qgis.PyQt.QtGui import QMouseEvent

    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(panel.text.viewport(), event)


def open_panel(desk):
    """So small that a long thought scrolls."""
    panel = ReasoningPanel(desk.mainWindow())
    panel.setGeometry(0, 0, 300, 260)
    panel.show()
    return panel


def listen(panel):
    """What it tells from now on: («hovered» or «clicked», numbers)."""
    heard = []
    panel.hovered.connect(lambda numbers: heard.append(("hovered", numbers)))
    panel.clicked.connect(lambda numbers: heard.append(("clicked", numbers)))
    return heard
