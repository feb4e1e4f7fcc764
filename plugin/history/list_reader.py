"""Reads what the list of the history shows, off the main thread: all of it, or only what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...backend.history.store import Heading
from ..runtime.file_worker import FileWorker
from .locked_history import LockedHistory
from .project_history import ProjectHistory

REST_MS = 30  # after the last change, before it is read


@dataclass(frozen=True, eq=False)
class HistoryListing:
    headings: list[Heading]  # the newest first, where all were read
    changed: tuple[str, ...]  # ids of what was read; () = all
    size: int = 0  # of the file, in bytes


class ListReader(QObject):
    """The file worker keeps the order: what has changed never comes before the list that it changes."""

    came = pyqtSignal(object)  # HistoryListing

    def __init__(
        self,
        kept: ProjectHistory,
        file_worker: FileWorker,
        search_text: Callable[[], str],
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._kept, self._file_worker, self._search_text = kept, file_worker, search_text
        self._changed: Optional[dict[str, None]] = {}  # ids in their order; None = all
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._read)

    def close(self) -> None:
        """A late signal of a worker thread may still start the timer; it has no effect any more."""
        self._rest.timeout.disconnect(self._read)

    def note(self, ids: Sequence[str] = ()) -> None:
        """These entries have changed; () = all may be others. Read soon."""
        if not ids:
            self._changed = None
        elif self._changed is not None:
            self._changed.update(dict.fromkeys(ids))
        self._rest.start()

    def read_all(self) -> None:
        self._changed = None
        self._read()

    def _read(self) -> None:
        history, text, ids = self._kept.history, self._search_text(), tuple(self._changed or ())
        self._changed = {}
        self._rest.stop()

        def work() -> HistoryListing:
            found = history.headings_of(ids, text) if ids else history.headings(text)
            return HistoryListing(found, ids, history.size())

        nothing = HistoryListing([], ids)
        show = partial(self._show, history)
        self._file_worker.run(lambda: self._kept.read(work, nothing), show, _raise)

    def _show(self, history: LockedHistory, listing: HistoryListing) -> None:
        """Not of a project that was left meanwhile."""
        if history is self._kept.history:
            self.came.emit(listing)


def _raise(error: Exception) -> None:
    raise error
