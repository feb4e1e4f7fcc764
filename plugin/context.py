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
from .servers.access import engine_settings
from .settings import SettingsStore
from .tools.tool_switch import ToolSwitch


class Part(Protocol):
    def close(self) -> None:
        """Stops its work and removes what it shows."""


class Answers(Protocol):
    """The answers of the open project, as parts other than the history need them."""

    @property
    def history(self) -> Any:
        """backend.history.History of the project that is open now."""

    def scene(self, id: str) -> Scene:
        """The scene of an entry, by its id; from any thread. Raises PictureGone."""

    def scene_or_none(self, id: str) -> Optional[Scene]:
        """The same, or None where the pixels were not kept."""

    def folder(self) -> Path:
        """The folder for files of layers; it exists. Main thread only."""


@dataclass(frozen=True, eq=False)
class Context:
    """What all parts share; built before them, and closed after them."""

    iface: QgisInterface
    settings: SettingsStore
    engine: EngineService
    file_worker: FileWorker
    diagnostics: Diagnostics
    error_bar: ErrorBar
    highlights: Highlights
    tool_switch: ToolSwitch

    @property
    def canvas(self) -> QgsMapCanvas:
        return self.iface.mapCanvas()

    def close(self) -> None:
        """No thread of the plugin runs any more when this returns."""
        self.engine.close()
        self.error_bar.close()
        self.file_worker.close()
        self.highlights.remove()


def new_context(
    iface: QgisInterface, settings: SettingsStore, load: Load, parent: Optional[QObject] = None
) -> Context:
    diagnostics, canvas = Diagnostics(settings), iface.mapCanvas()
    return Context(
        iface,
        settings,
        EngineService(load, settings, parent, engine_settings),
        FileWorker(parent),
        diagnostics,
        ErrorBar(iface, diagnostics, parent),
        Highlights(canvas),
        ToolSwitch(canvas),
    )
