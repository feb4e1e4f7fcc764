"""What the parts of the plugin share, and what each of them promises.

Each package with a part offers `build(context, …)`, which makes its objects and connects them with each
other; wiring.py connects the parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Protocol

from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..backend.stages import Scene
from .map.highlights import Highlights
from .runtime.diagnostics import Diagnostics
from .runtime.engine_service import EngineService, Load
from .runtime.error_bar import ErrorBar
from .runtime.file_worker import FileWorker
from .settings import SettingsStore
from .tools.tool_switch import ToolSwitch


class Part(Protocol):
    def close(self) -> None:
        """Nothing of it works or shows any more when this returns."""


class Answers(Protocol):
    """The answers of the open project, as far as other parts than the history need them."""

    @property
    def history(self) -> Any:
        """backend.history.History of the project that is open now."""

    def scene(self, id: str) -> Scene:
        """What was asked about; from any thread. Raises PictureGone."""

    def scene_or_none(self, id: str) -> Optional[Scene]:
        """The same, but None where the pixels were not kept."""

    def folder(self) -> Path:
        """Where the files of layers go; it is there. Main thread only."""


@dataclass(frozen=True, eq=False)
class Context:
    """One for all parts; built before them, and closed after them."""

    iface: QgisInterface
    settings: SettingsStore
    engine: EngineService
    file_worker: FileWorker
    diagnostics: Diagnostics
    faults: ErrorBar
    marks: Highlights
    turn: ToolSwitch

    @property
    def canvas(self) -> QgsMapCanvas:
        return self.iface.mapCanvas()

    def close(self) -> None:
        """No thread of ours works any more when this returns."""
        self.engine.close()
        self.faults.close()
        self.file_worker.close()
        self.marks.remove()


def new_context(
    iface: QgisInterface, settings: SettingsStore, load: Load, parent: Optional[QObject] = None
) -> Context:
    diagnostics, canvas = Diagnostics(settings), iface.mapCanvas()
    return Context(
        iface,
        settings,
        EngineService(load, settings, parent),
        FileWorker(parent),
        diagnostics,
        ErrorBar(iface, diagnostics, parent),
        Highlights(canvas),
        ToolSwitch(canvas),
    )
