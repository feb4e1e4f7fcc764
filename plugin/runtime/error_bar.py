"""How a person hears of what went wrong: one sentence and a next step; a bug is called a bug."""

from __future__ import annotations

import traceback
from functools import partial
from typing import Optional

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget

from ...backend.errors import AskMapError
from ..backend_messages import said
from ..language import tr
from .diagnostics import Diagnostics
from .message import message

LOG_TAG = "AskMap"


class Faults(QObject):
    """The message bar with our sentences in it; a new question takes away what was said about the old one."""

    def __init__(
        self, iface: QgisInterface, diagnostics: Diagnostics, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._iface, self._diagnostics = iface, diagnostics
        self._waiting: list[tuple[str, Qgis.MessageLevel]] = []
        self._shown: list[QgsMessageBarItem] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._push)
        if Qgis.QGIS_VERSION_INT < 32600:  # later ones say nothing of a silent task
            iface.messageBar().widgetAdded.connect(self._take_echo_away)

    def tell(self, error: Exception) -> str:
        """Shows it and gives the words for the dock, which has room for all lines of them."""
        self._diagnostics.note(error)
        if isinstance(error, AskMapError):
            self.say(said(error), Qgis.MessageLevel.Warning)
            return said(error)
        details = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        QgsMessageLog.logMessage(details, LOG_TAG, Qgis.MessageLevel.Critical)
        self.say(
            tr(
                "This is a bug in AskMap ({name}). Please report it with the text in the Log Messages panel, "
                "tab AskMap."
            ).format(name=type(error).__name__),
            Qgis.MessageLevel.Critical,
        )
        return tr("AskMap met a bug of its own.")

    def say(self, sentences: str, level: Optional[Qgis.MessageLevel] = None) -> None:
        """Until it is closed, or the next question is asked.

        In a moment, because QGIS before 3.26 first puts «Task failed» there, which must not lie on top.
        """
        self._waiting.append((sentences, level or Qgis.MessageLevel.Info))
        self._soon.start()

    def close(self) -> None:
        self._soon.stop()
        if Qgis.QGIS_VERSION_INT < 32600:
            self._iface.messageBar().widgetAdded.disconnect(self._take_echo_away)

    def clear(self) -> None:
        """Also of what is about to be said: it is about the question before."""
        bar = self._iface.messageBar()
        shown, self._shown, self._waiting = self._shown, [], []
        for item in bar.items():
            if item in shown:
                bar.popWidget(item)

    def _take_echo_away(self, _: QWidget) -> None:
        """«Task complete: AskMap: …»: the dock has said so, and it would come after each click.

        The signal brings what QGIS itself put there as a plain widget, so it is looked for in the bar.
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
