"""Plain text in which parts are links to findings; it is never read as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QEvent, QMimeData, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from qgis.PyQt.QtWidgets import QTextEdit, QWidget

from .colours import colour_of, ink_on

Numbers = tuple[int, ...]  # of findings

_HREF = "finding:"  # never one that a model wrote
_CHIP_SIZE = 0.85  # of the text's font
_STEPS: dict[int, int] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_TAB = {Qt.FocusReason.TabFocusReason: 1, Qt.FocusReason.BacktabFocusReason: -1}


class Link(NamedTuple):
    """The letters [start, end) of the text speak of these findings."""

    start: int
    end: int
    numbers: Numbers


class LinkedText(QTextEdit):
    """Tab and arrow keys move between its links; focus on a link acts as the mouse over it."""

    hovered = pyqtSignal(object)  # Numbers; () where there is no link any more
    clicked = pyqtSignal(object)  # Numbers

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = ""
        self._links: tuple[Link, ...] = ()
        self._places: list[tuple[int, int]] = []  # of the links, in the document
        self._chips: list[tuple[int, int]] = []  # the numbers behind them, in the document
        self._walked = -1  # the link that the keyboard is on
        self._chosen = 0  # the finding whose link is marked
        self._over: Numbers = ()
        self._pressed: Numbers = ()

    def clear(self) -> None:
        self.show_text("")

    def toPlainText(self) -> str:
        """Without the numbers behind links."""
        return self._text

    def links(self) -> tuple[Link, ...]:
        return self._links

    def show_text(self, text: str) -> None:
        """Appends what is new, so that the user may scroll and select meanwhile."""
        if text == self._text:
            return
        if self._links or not text.startswith(self._text):
            self._empty()
        bar = self.verticalScrollBar()
        value, follows = bar.value(), bar.value() == bar.maximum()
        self._append(text[len(self._text) :])
        self._text = text
        bar.setValue(bar.maximum() if follows else value)

    def show_links(self, links: Sequence[Link]) -> None:
        """`links` are in order and do not overlap; scrolling and selection are kept."""
        if tuple(links) == self._links:
            return
        if self._links:
            text = self._text
            self._empty()
            self.show_text(text)
        self._insert_links(links)
        self._links = tuple(links)
        self._mark()

    def choose(self, number: int) -> None:
        """Marks the link of a finding and scrolls to it; 0, or a finding without a link, marks none."""
        self._chosen = number
        index = self._link_of(number)
        if index is not None:
            self._scroll_to(index)
        self._mark()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: the plain text, without the numbers behind links."""
        cursor = self.textCursor()
        written = cursor.selectedText().replace("\u2029", "\n").encode("utf-16-le", "surrogatepass")
        for start, end in reversed(self._chips):
            first, last = (2 * (max(at - cursor.selectionStart(), 0)) for at in (start, end))
            written = written[:first] + written[last:]
        copied = QMimeData()
        copied.setText(written.decode("utf-16-le", "surrogatepass"))
        return copied

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._walked >= 0:
            self.clicked.emit(self._links[self._walked].numbers)
        elif event.key() not in _STEPS or event.modifiers() or not self._walk(_STEPS[event.key()]):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        if self._walk(1 if forwards else -1):
            return True
        self._stop_walking()
        return super().focusNextPrevChild(forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self._walk(_BY_TAB[event.reason()])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._stop_walking()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._numbers_at(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._numbers_at(event) if event.button() == Qt.MouseButton.LeftButton else ()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        numbers, self._pressed = self._pressed, ()
        if numbers and numbers == self._numbers_at(event) and not self.textCursor().hasSelection():
            self.clicked.emit(numbers)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _append(self, text: str) -> None:
        """Keeps the selection: one that reaches the end does not grow with the text."""
        chosen = self.textCursor()
        start, end = chosen.anchor(), chosen.position()
        last = QTextCursor(self.document())
        last.movePosition(QTextCursor.MoveOperation.End)
        last.insertText(text, QTextCharFormat())
        if start != end:
            self.setTextCursor(self._cursor(start, end))

    def _empty(self) -> None:
        self.document().clear()
        self._text, self._links, self._places, self._chips, self._walked = "", (), [], [], -1
        self._hover(())
        self._mark()

    def _insert_links(self, links: Sequence[Link]) -> None:
        """As one edit: hundreds of layouts of the text would take seconds."""
        change, shift = QTextCursor(self.document()), 0
        change.beginEditBlock()
        for link in links:
            shift += self._insert_link(link, shift)
        change.endEditBlock()

    def _insert_link(self, link: Link, shift: int) -> int:
        """How many letters of the document it added."""
        start, end = (_length(self._text[:at]) + shift for at in (link.start, link.end))
        look = QTextCharFormat()
        look.setAnchor(True)
        look.setAnchorHref(_HREF + ",".join(map(str, link.numbers)))
        cursor = self._cursor(start, end)
        line = QTextCharFormat(look)
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        line.setUnderlineColor(colour_of(link.numbers[0]))
        cursor.mergeCharFormat(line)
        cursor.setPosition(end)
        for number in link.numbers:
            cursor.insertText("\u2005", look)  # a quarter of an em
            cursor.insertText(f"\u00a0{number}\u00a0", self._chip(look, number))
        self._places.append((start, end))
        self._chips.append((end, cursor.position()))
        return cursor.position() - end

    def _chip(self, look: QTextCharFormat, number: int) -> QTextCharFormat:
        chip, colour = QTextCharFormat(look), colour_of(number)
        chip.setBackground(colour)
        chip.setForeground(ink_on(colour))
        chip.setFontPointSize(_CHIP_SIZE * self.fontInfo().pointSizeF())
        return chip

    def _walk(self, by: int) -> bool:
        """Moves to the next link or the one before; False where there is none."""
        start = len(self._links) if self._walked < 0 and by < 0 else self._walked
        if not 0 <= start + by < len(self._links):
            return False
        self._walked = start + by
        self._scroll_to(self._walked)
        self._mark()
        self._hover(self._links[self._walked].numbers)
        return True

    def _stop_walking(self) -> None:
        self._walked = -1
        self._mark()
        self._hover(())

    def _hover(self, numbers: Numbers) -> None:
        if numbers != self._over:
            self._over = numbers
            shape = Qt.CursorShape.PointingHandCursor if numbers else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.hovered.emit(numbers)

    def _numbers_at(self, event: QMouseEvent) -> Numbers:
        href = self.anchorAt(event.pos())
        return tuple(int(number) for number in href[len(_HREF) :].split(",")) if href else ()

    def _link_of(self, number: int) -> Optional[int]:
        return next((i for i, link in enumerate(self._links) if number in link.numbers), None)

    def _scroll_to(self, index: int) -> None:
        """Scrolls no further than needed, and keeps the selection."""
        self.document().documentLayout().documentSize()  # lays all out, so that the bar reaches its end
        start, end = self._places[index]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = (self.cursorRect(self._cursor(at, at)) for at in (start, end))
        if bottom.bottom() > height:
            bar.setValue(bar.value() + bottom.bottom() - height)
            top = self.cursorRect(self._cursor(start, start))
        if top.top() < 0:
            bar.setValue(bar.value() + top.top())

    def _mark(self) -> None:
        """The chosen link as selected text looks, the one under the keyboard in a frame."""
        marks = []
        chosen = self._link_of(self._chosen)
        if chosen is not None:
            marks.append(self._selection(chosen))
            marks[-1].format.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
            marks[-1].format.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        if self._walked >= 0:
            marks.append(self._selection(self._walked))
            frame = QPen(self.palette().color(QPalette.ColorRole.Text), 1.5)
            marks[-1].format.setProperty(QTextFormat.Property.OutlinePen, frame)
        self.setExtraSelections(marks)

    def _selection(self, index: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(*self._places[index])
        return selection

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _length(text: str) -> int:
    """As Qt counts: letters beyond the first 65,536 of Unicode are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
