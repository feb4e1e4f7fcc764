"""The dock with its three pages: ask and review, history, teach."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtGui import QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

try:
    from qgis.PyQt.QtGui import QShortcut  # where Qt 6 has it
except ImportError:
    from qgis.PyQt.QtWidgets import QShortcut

from .ask.form import AskForm
from .ask.heading import AnswerHeading
from .ask.knows_notice import KnowsNotice
from .history.panel import HistoryPanel
from .language import tr
from .models.line import ModelsLine
from .news import NewsNotice
from .options.introduction import Introduction
from .review.panel import AnswerPanel
from .settings import Settings
from .teach.panel import TeachPanel

_EDGE_PX = 4
_PAGE_KEYS = (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1))  # Ctrl+Tab is QGIS's: it hides all docks


class Dock(QgsDockWidget):
    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__("AskMap", parent)
        self.setObjectName("AskMapDock")  # QGIS remembers the place of docks by it
        self.news, self.form, self.heading = NewsNotice(), AskForm(), AnswerHeading()
        self.knows, self.answer = KnowsNotice(), AnswerPanel()
        self.models, self.history, self.teach = ModelsLine(), HistoryPanel(), TeachPanel()
        self.form.context.show_models(self.models)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for page, name in (
            (self._ask_page(), tr("Ask")),
            (self.history, tr("History")),
            (self.teach, tr("Teach")),
        ):
            self.pages.addTab(page, name)
        self.options_button = QToolButton(
            autoRaise=True, icon=QgsApplication.getThemeIcon("/mActionOptions.svg")
        )
        self.options_button.setToolTip(tr("Options of AskMap"))
        self.options_button.setAccessibleName(tr("Options of AskMap"))
        self.pages.setCornerWidget(self.options_button)
        self.welcome = Introduction(Settings())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.pages)
        self.setWidget(self._stack)
        self._take_keys()

    def show_welcome(self, wanted: bool = True) -> None:
        """In place of all pages, until the user has read it."""
        self._stack.setCurrentWidget(self.welcome if wanted else self.pages)

    def show_answer_page(self) -> None:
        self.pages.setCurrentIndex(0)

    def show_history_page(self) -> None:
        self.pages.setCurrentWidget(self.history)

    def go_to_question(self) -> None:
        """To «Start» while the introduction is shown; from the question itself on to the cards."""
        self.setUserVisible(True)
        self.show_answer_page()
        if self._stack.currentWidget() is self.welcome:
            self.welcome.setFocus()
        elif self.form.question.hasFocus() and self.answer.cards.list.model().rowCount():
            self.answer.cards.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.form.go_to_question()

    def _take_keys(self) -> None:
        """Sets the keys that turn the pages, and where the focus goes on each page."""
        self.pages.widget(0).setFocusProxy(self.form.question)
        self.history.setFocusProxy(self.history.list)
        self.teach.setFocusProxy(self.teach.question)
        for key, by in _PAGE_KEYS:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._turn_page, by))

    def _turn_page(self, by: int) -> None:
        self.pages.setCurrentIndex((self.pages.currentIndex() + by) % self.pages.count())
        self.pages.currentWidget().setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_EDGE_PX, _EDGE_PX // 2, _EDGE_PX, _EDGE_PX // 2)
        column.setSpacing(_EDGE_PX // 2)
        for widget in (self.news, self.form, self.heading, self.knows):
            column.addWidget(widget)
        column.addWidget(self.answer, 1)
        return _PageArea(page)


class _PageArea(QScrollArea):
    """A page that scrolls only where its minimum height does not fit, so that QGIS fits a small screen.

    QScrollArea alone would give a page with wrapped text its preferred height, and scroll early.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        width = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        if self._least(room.width()) > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            room.setHeight(self._least(room.width()))
        self.widget().resize(room)

    def _least(self, width: int) -> int:
        """The minimum height; the layout has one of its own only where text wraps."""
        page = self.widget()
        return max(page.minimumSizeHint().height(), page.layout().minimumHeightForWidth(width))
