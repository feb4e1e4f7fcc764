"""What the reasoners in use say that they know: read from their folders, found again by their digests."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.engine.kinds import describe
from ...backend.entries.entry import Entry
from ...backend.errors import AskMapError
from ...backend.models.askmap_json import Knows, read_knows
from ...backend.models.weights import digest
from ..context import Context
from ..settings import Settings

Said = tuple[str, Knows]  # the digest of the reasoner, and what it says of itself


class Knowledge(QObject):
    """Follows the settings; files are read on the worker for files."""

    changed = pyqtSignal()

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: Optional[Path] = None  # of the reasoner that is set; None where it lies in none
        self._now: Optional[Knows] = None
        self._by_digest: dict[str, Knows] = {}
        context.settings.changed.connect(self._look)
        self._look(context.settings.now)

    def close(self) -> None:
        self._context.settings.changed.disconnect(self._look)

    @property
    def now(self) -> Optional[Knows]:
        """Of the reasoner that the next question goes to; None where it says nothing."""
        return self._now

    def of(self, entry: Entry) -> Optional[Knows]:
        """Of the reasoner that answered; None also where it is none that was set since QGIS started."""
        return self._by_digest.get(entry.provenance.reasoner_digest)

    def _look(self, settings: Settings) -> None:
        folder = describe(settings.engine()).reasoner_path
        if folder != self._folder:
            self._folder = folder
            read = partial(_read, folder)
            self._context.file_worker.run(read, partial(self._take, folder), partial(self._refuse, folder))

    def _take(self, folder: Optional[Path], said: Optional[Said]) -> None:
        if said is not None:
            self._by_digest[said[0]] = said[1]
        if folder == self._folder:
            self._now = said[1] if said else None
            self.changed.emit()

    def _refuse(self, folder: Optional[Path], error: Exception) -> None:
        """What is wrong with a model's folder is shown when it is asked."""
        if not isinstance(error, (AskMapError, OSError)):
            self._context.error_bar.show_error(error)
        self._take(folder, None)


def _read(folder: Optional[Path]) -> Optional[Said]:
    """Weights are read only of a folder that says something: to know its answers by their digest."""
    if folder is None:
        return None
    knows = read_knows(folder)
    return (digest(folder), knows) if knows else None
