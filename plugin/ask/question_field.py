"""The field of a question: its text, and inside at its lower edge what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeyEvent, QPalette, QResizeEvent, QTextCursor
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ..language import tr
from ..widgets.placeholder import PlaceholderColour

FEWEST_LINES, MOST_LINES = 1, 5  # it grows with its text
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionBar(QWidget):
    """What is done with a question: follow up, ask again, take an example; ask, or stop."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.follows = QCheckBox(tr("&Follow up"))
        self.follows.setToolTip(tr("The question is about the answer below: «only the ones near the river»"))
        self.again_button = QToolButton(text=tr("Ask a&gain…"), autoRaise=True, icon=_icon("mActionRefresh"))
        self.again_button.setToolTip(tr("The same question with another model, wording, seed or view"))
        self.examples_button = QToolButton(text=tr("Examples"), autoRaise=True, icon=_icon("mActionMapTips"))
        self.examples_button.setMenu(QMenu(self))
        self.examples_button.setToolTip(tr("Questions that the model in use understands"))
        self.examples_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.ask_button, self.stop_button = QPushButton(tr("As&k")), QPushButton(tr("S&top"))
        self._lay_out()

    def controls(self) -> tuple[QWidget, ...]:
        """In the order in which Tab reaches them."""
        tools = (self.follows, self.again_button, self.examples_button)
        return (*tools, self.ask_button, self.stop_button)

    def offer(self, *, can_ask: bool, can_stop: bool) -> None:
        """«Stop» stands in place of «Ask»; whichever goes gives the focus to the one that comes."""
        comes, goes = (self.ask_button, self.stop_button)[:: -1 if can_stop else 1]
        had_focus = goes.hasFocus()
        comes.setEnabled(can_ask or can_stop)
        comes.show()
        if had_focus:
            comes.setFocus()
        goes.hide()
        goes.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the control that has the focus; nothing else goes on to the text."""
        control = self.focusWidget()
        if event.key() in ENTER_KEYS and isinstance(control, QAbstractButton):
            control.click()
        event.accept()

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 2)
        row.setSpacing(2)
        for control in self.controls():
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.setAccessibleName(control.text().replace("&", ""))
            row.addWidget(control)
        row.insertStretch(3)
        self.stop_button.hide()


class QuestionEdit(QPlainTextEdit):
    """Enter asks, Shift+Enter breaks the line."""

    entered = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Where could a helicopter land?"))
        self.setAccessibleName(tr("Question"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._colour = PlaceholderColour(self)
        self.bar = QuestionBar(self)
        self.setViewportMargins(0, 0, 0, self.bar.sizeHint().height())
        self.textChanged.connect(self._fit)
        self._fit()

    def show_examples(self, examples: Sequence[str]) -> None:
        menu = self.bar.examples_button.menu()
        menu.clear()
        for example in examples:
            menu.addAction(example.replace("&", "&&")).triggered.connect(partial(self.take, example))
        self.bar.examples_button.setVisible(bool(examples))

    def take(self, question: str, _: bool = False) -> None:
        """In place of what is typed, which Ctrl+Z brings back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(question)
        self.setTextCursor(cursor)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        breaks = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER_KEYS and not breaks:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        inside, height = self.contentsRect(), self.bar.sizeHint().height()
        scroll_bar = self.verticalScrollBar()
        width = inside.width() - (scroll_bar.width() if scroll_bar.isVisible() else 0)
        self.bar.setGeometry(inside.left(), inside.bottom() + 1 - height, width, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.bar.minimumSizeHint().width() + 2 * self.frameWidth(), self.height())

    def _fit(self) -> None:
        """As high as its text and the bar, within limits."""
        written = int(self.document().size().height())  # of a plain text, Qt counts lines
        lines = min(max(written, FEWEST_LINES), MOST_LINES)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if written > MOST_LINES else policy.ScrollBarAlwaysOff
        )
        text = self.fontMetrics().lineSpacing() * lines + 2 * int(self.document().documentMargin())
        edges = self.height() - self.contentsRect().height()  # a theme's, too
        self.setFixedHeight(text + self.bar.sizeHint().height() + edges)


def _icon(name: str) -> QIcon:
    """An icon of QGIS's theme."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")
