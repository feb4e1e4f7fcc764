"""Models that no question needed for long are freed; the next one loads them again."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...backend.child.engine import unload_child
from ...backend.engine.loading import free_engine
from ...backend.stages import Report
from ..language import tr
from ..runtime.engine_service import EngineService
from ..settings import SettingsStore

BEAT_S = 15.0  # between two looks


class IdleUnloading(QObject):
    """Counts in beats, not by a clock: a laptop may have slept."""

    unloaded = pyqtSignal(int)  # after how many minutes

    def __init__(
        self, engine: EngineService, settings: SettingsStore, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._settings, self._idle_s = engine, settings, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 * BEAT_S))
        self._timer.timeout.connect(self.look)
        engine.placed.connect(self._note_use)

    def close(self) -> None:
        self._engine.placed.disconnect(self._note_use)
        self._timer.stop()

    def _note_use(self, _: object = None) -> None:
        """There is an engine now."""
        self._idle_s = 0.0
        self._timer.start()

    def look(self) -> None:
        """BEAT_S after it was called before."""
        self._idle_s = 0.0 if self._engine.jobs.busy else self._idle_s + BEAT_S
        minutes = self._settings.now.unload_min
        if minutes and self._idle_s >= 60 * minutes:
            self._timer.stop()
            self._engine.jobs.start(
                tr("AskMap: freeing the memory of the models"),
                _free,
                done=lambda _: self.unloaded.emit(minutes),
            )


def _free(_: Report) -> None:
    """In the queue of all that uses them; wherever they are loaded."""
    unload_child()
    free_engine()
