"""Shows errors and messages in QGIS's message bar: what happened, and what to do next.

The bar has room for one line; «More…» shows the rest.
"""

from __future__ import annotations

import html
import re
import traceback
from functools import partial
from typing import Callable, Optional

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgisInterface, QgsMessageBar, QgsMessageBarItem, QgsMessageViewer
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ...backend.errors import AskMapError
from ..backend_messages import error_text
from ..language import tr
from .diagnostics import Diagnostics

LOG_TAG = TITLE = "AskMap"
MORE, WAY = "askmap-more", "askmap-way"
BESIDE_PX = 230  # icon, title, «2 more» and what closes it, in QGIS 3.22; other styles take a little less
_END = re.compile(r"(?<=[.!?])\s|(?<=[。！？])\s?")  # of a sentence that another one follows


class ErrorBar(QObject):
    """Our messages in QGIS's message bar; a new question removes those about the old one."""

    def __init__(
        self, iface: QgisInterface, diagnostics: Diagnostics, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._iface, self._diagnostics = iface, diagnostics
        self._waiting: list[tuple[str, Qgis.MessageLevel]] = []
        self._shown: list[QgsMessageBarItem] = []
        self._offered: Optional[QgsMessageBarItem] = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._push)
        if Qgis.QGIS_VERSION_INT < 32600:  # later ones show nothing for a silent task
            iface.messageBar().widgetAdded.connect(self._take_echo_away)

    def show_error(self, error: Exception) -> str:
        """Shows it, and returns the text for the dock, which has room for all lines."""
        self._diagnostics.note(error)
        if isinstance(error, AskMapError):
            self.show_message(error_text(error), Qgis.MessageLevel.Warning)
            return error_text(error)
        details = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        QgsMessageLog.logMessage(details, LOG_TAG, Qgis.MessageLevel.Critical)
        self.show_message(
            tr(
                "This is a bug in AskMap ({name}). Please report it with the text in the Log Messages panel, "
                "tab AskMap."
            ).format(name=type(error).__name__),
            Qgis.MessageLevel.Critical,
        )
        return tr("AskMap met a bug of its own.")

    def show_message(self, sentences: str, level: Optional[Qgis.MessageLevel] = None) -> None:
        """Shown until it is closed, or the next question is asked.

        Delayed to the next turn of the event loop: QGIS before 3.26 shows «Task failed» first, below it.
        """
        self._waiting.append((sentences, level or Qgis.MessageLevel.Info))
        self._soon.start()

    def offer(self, sentence: str, way: str, go: Callable[[], object]) -> None:
        """A sentence with a button that does something about it, in place of the last offer."""
        self.withdraw()
        bar = self._iface.messageBar()
        item = bar.createMessage(TITLE, html.escape(sentence))
        button = QToolButton(item, text=way, objectName=WAY)
        button.clicked.connect(self.withdraw)
        button.clicked.connect(lambda: go())
        item.layout().addWidget(button)
        bar.pushWidget(item, Qgis.MessageLevel.Info, 0)
        self._offered = item
        self._shown.append(item)

    def withdraw(self) -> None:
        """Takes the last offer away, where it is still there."""
        bar, offered, self._offered = self._iface.messageBar(), self._offered, None
        if offered in bar.items():
            bar.popWidget(offered)

    def close(self) -> None:
        self._soon.stop()
        if Qgis.QGIS_VERSION_INT < 32600:
            self._iface.messageBar().widgetAdded.disconnect(self._take_echo_away)

    def clear(self) -> None:
        """Removes our messages, also those that still wait."""
        bar = self._iface.messageBar()
        shown, self._shown, self._waiting = self._shown, [], []
        for item in bar.items():
            if item in shown:
                bar.popWidget(item)

    def _take_echo_away(self, _: QWidget) -> None:
        """Removes «Task complete: AskMap: …», which would appear after each click.

        The signal carries QGIS's own item as a plain widget, so it is searched in the bar.
        """
        bar = self._iface.messageBar()
        for item in bar.items():
            if item.text().startswith("AskMap: "):
                QTimer.singleShot(0, partial(bar.popWidget, item))

    def _push(self) -> None:
        bar, width_px = self._iface.messageBar(), self._iface.mapCanvas().width()  # which the bar lies on
        waiting, self._waiting = self._waiting, []
        for sentences, level in waiting:
            item = message(bar, sentences, width_px)
            bar.pushWidget(item, level, 0)
            self._shown.append(item)


def message(bar: QgsMessageBar, sentences: str, width_px: int) -> QgsMessageBarItem:
    """All of it where it fits, else the first sentence and «More…»; escaped, because the bar reads HTML."""
    room_px = width_px - BESIDE_PX
    if QFontMetrics(bar.font()).horizontalAdvance(sentences) <= room_px:
        return bar.createMessage(TITLE, html.escape(sentences))
    item = bar.createMessage(TITLE, html.escape(_END.split(sentences, maxsplit=1)[0]))
    button = QToolButton(item, text=tr("More…"), objectName=MORE)
    button.setToolTip(f"<p>{html.escape(sentences)}</p>")  # a paragraph, which has more than one line
    button.clicked.connect(lambda: _show(bar, sentences))
    item.layout().addWidget(button)
    return item


def _show(bar: QgsMessageBar, sentences: str) -> None:
    """In a window that is not modal and deletes itself."""
    viewer = QgsMessageViewer(bar.window())
    viewer.setTitle(TITLE)
    viewer.setMessageAsPlainText(sentences)
    viewer.setModal(False)
    viewer.show()
