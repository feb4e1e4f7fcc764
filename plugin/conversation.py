"""Between the dock and the question that is being asked: what was pressed, and what came of it."""

from __future__ import annotations

import html
import traceback
from dataclasses import replace
from typing import Optional

from qgis.core import Qgis, QgsMessageLog, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer

from ..backend.errors import AskMapError
from ..backend.prompt import question_from
from ..backend.stages import Question
from . import environment
from .asking import Asking, Found
from .canvas import MAP_AS_SEEN, file_view, view_settings, visible_layers
from .dock import Dock
from .layers import add_answer, zoom_to
from .settings import read_settings, write_settings

LOG_TAG = "AskMap"


class Conversation(QObject):
    def __init__(
        self, iface: QgisInterface, dock: Dock, asking: Asking, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._iface, self._dock, self._asking = iface, dock, asking
        self._prepared = False
        self._connect()
        self._look_for_packages()

    def _connect(self) -> None:
        dock, asking = self._dock, self._asking
        dock.asked.connect(self._ask)
        dock.stop_pressed.connect(asking.stop)
        dock.typing_begun.connect(self._prepare)
        dock.notice.folder_chosen.connect(self._use_folder)
        dock.notice.retried.connect(self._look_for_packages)
        asking.progressed.connect(dock.show_progress)
        asking.thought_grew.connect(dock.show_thought)
        asking.answered.connect(self._show_answer)
        asking.failed.connect(self._show_error)
        asking.stopped.connect(self._show_stop)
        QgsProject.instance().cleared.connect(asking.stop)  # its answer belongs to a map that is gone

    def close(self) -> None:
        QgsProject.instance().cleared.disconnect(self._asking.stop)
        self._asking.close()

    def _look_for_packages(self) -> None:
        folder = read_settings().environment_folder()
        environment.see(folder)
        advice = environment.advice()
        self._dock.notice.show_advice(advice, environment.command(folder) if advice else "")
        self._dock.set_ready(not advice)

    def _use_folder(self, folder: str) -> None:
        write_settings(replace(read_settings(), environment=folder))
        self._look_for_packages()

    def _prepare(self) -> None:
        if not self._prepared:
            self._prepared = True
            self._asking.prepare(read_settings())

    def _ask(self, text: str) -> None:
        self._prepared = True
        try:
            question = question_from(text)
            self._begin(question)
            self._dock.show_start("Looking at the map")
        except AskMapError as error:
            self._show_error(error)

    def _begin(self, question: Question) -> None:
        shown, layer = self._iface.mapCanvas().mapSettings(), self._dock.chosen_layer()
        if self._dock.wants_native_pixels():
            self._asking.ask_file(file_view(layer, shown), question, read_settings())
            return
        layers = [layer] if layer else visible_layers(shown)
        source = layer.name() if layer else MAP_AS_SEEN
        self._asking.ask_drawing(view_settings(shown, layers), source, question, read_settings())

    def _show_answer(self, found: Found) -> None:
        self._dock.show_thought(found.answer.grounding.thought)
        if found.path is None:
            self._dock.show_end("Nothing found; the reasoning below says why.")
            return
        try:
            group = add_answer(found.answer, found.path, QgsProject.instance())
        except AskMapError as error:
            self._show_error(error)
            return
        zoom_to(group, found.answer, self._iface.mapCanvas())
        self._dock.show_end(_summary(found))

    def _show_error(self, error: Exception) -> None:
        if isinstance(error, AskMapError):
            self._dock.show_end(str(error))
            self._push(f"{error} {error.hint}", Qgis.MessageLevel.Warning)
            return
        self._dock.show_end("AskMap met a bug of its own.")
        details = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        QgsMessageLog.logMessage(details, LOG_TAG, Qgis.MessageLevel.Critical)
        self._push(
            f"This is a bug in AskMap ({type(error).__name__}): please report it with the text in the "
            "Log Messages panel, tab AskMap.",
            Qgis.MessageLevel.Critical,
        )

    def _show_stop(self) -> None:
        self._dock.show_end("Stopped.")

    def _push(self, sentences: str, level: Qgis.MessageLevel) -> None:
        """Until it is closed; escaped, because the message bar takes text for HTML.

        In a moment, because QGIS before 3.26 first puts «Task failed» there, which must not lie on top.
        """
        bar, words = self._iface.messageBar(), html.escape(sentences)
        QTimer.singleShot(0, lambda: bar.pushMessage("AskMap", words, level, 0))


def _summary(found: Found) -> str:
    count = len(found.answer.grounding.targets)
    sentence = "1 target found." if count == 1 else f"{count} targets found."
    return " ".join((sentence, *found.answer.provenance.warnings))
