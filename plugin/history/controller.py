"""The history page: search, delete and restore, report, and offer what was left unsaved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.report import Chapter, write_report
from ...backend.stages import Scene
from ..context import Context
from ..language import tr
from ..reports.chapters import chapter_of
from ..reports.report_text import report_labels
from ..runtime.file_worker import FileWorker
from ..settings import SettingsStore
from .list_reader import HistoryListing, ListReader
from .locked_history import LockedHistory
from .panel import HistoryPanel
from .project_history import ProjectHistory
from .scenes import PictureGone, Scenes


class HistoryController(QObject):
    """Opening, asking again and comparing belong to other parts, which connect to the panel themselves."""

    reported = pyqtSignal(str)  # path of the report
    deleted = pyqtSignal(list)  # ids
    restored = pyqtSignal(list)  # ids
    failed = pyqtSignal(object)  # any exception

    def __init__(
        self, panel: HistoryPanel, kept: ProjectHistory, file_worker: FileWorker, settings: SettingsStore
    ) -> None:
        super().__init__(panel)  # deleted with it
        self._panel, self._kept = panel, kept
        self._file_worker, self._settings = file_worker, settings
        self._deleted: list[str] = []  # ids, last
        self._reader = ListReader(kept, file_worker, panel.search_text, self)
        self._connect()
        self.refresh()

    def close(self) -> None:
        self._reader.close()

    def refresh(self) -> None:
        """Reads all of the list again: another program may have changed any of it."""
        self._reader.read_all()

    def _show(self, listing: HistoryListing) -> None:
        if listing.changed:
            self._panel.update_headings(listing.changed, listing.headings)
        else:
            self._panel.show_headings(listing.headings)
        self._panel.show_restorable(self._kept.history.restorable)
        self._panel.show_size(listing.size)

    def _connect(self) -> None:
        panel, kept = self._panel, self._kept
        self._reader.came.connect(self._show)
        kept.changed.connect(self._reader.note)
        kept.found_unsaved.connect(panel.notice.offer)
        panel.searched.connect(lambda _: self._reader.note())
        panel.delete_wanted.connect(self._delete)
        panel.restore_wanted.connect(self._restore)
        panel.report_wanted.connect(self._report)
        panel.thin_wanted.connect(self._offer_thinning)
        panel.notice.recover_wanted.connect(lambda path: kept.recover(Path(path)))
        panel.notice.give_up_wanted.connect(lambda path: kept.give_up(Path(path)))

    def _delete(self, ids: Sequence[str]) -> None:
        """On the file worker: their pictures are copied first, so that they can be restored."""
        history, self._deleted = self._kept.history, list(ids)
        self._file_worker.run(
            lambda: history.delete(*ids), lambda _: self.deleted.emit(list(ids)), self.failed.emit
        )

    def _offer_thinning(self) -> None:
        self._file_worker.run(self._kept.history.picture_sizes, self._thin, self.failed.emit)

    def _thin(self, sizes: Sequence[tuple[str, int]]) -> None:
        """Asks, then works behind a window without buttons: what is judged meanwhile would have to wait."""
        older = self._panel.choose_older(sizes)
        if not older:
            return
        history, self._deleted = self._kept.history, []
        end = self._panel.show_work(tr("The history is made smaller…"))

        def fail(error: Exception) -> None:
            end()
            self.failed.emit(error)

        self._file_worker.run(lambda: history.delete_pictures(*older), lambda _: end(), fail)

    def _restore(self) -> None:
        ids = self._deleted
        self._file_worker.run(self._kept.history.restore, lambda _: self.restored.emit(ids), self.failed.emit)

    def _report(self, ids: Sequence[str], path: str) -> None:
        """On the file worker: the pictures of a hundred answers take seconds."""
        history, labels = self._kept.history, report_labels(self._settings.now.language)

        def chapter(id: str) -> Chapter:
            return chapter_of(history.entry(id), history.scene(id))

        self._file_worker.run(
            lambda: write_report([chapter(id) for id in ids], Path(path), labels),
            lambda written: self.reported.emit(str(written)),
            self.failed.emit,
        )


@dataclass(frozen=True, eq=False)
class HistoryPart:
    """The history of the open project and its page; for the other parts it is Answers."""

    project: ProjectHistory
    page: HistoryController
    scenes: Scenes
    settings: SettingsStore

    @property
    def history(self) -> LockedHistory:
        """Of the project that is open now."""
        return self.project.history

    def scene(self, id: str) -> Scene:
        """The scene of an entry, by its id; from any thread. Raises PictureGone."""
        return self.scenes.scene(id)

    def scene_or_none(self, id: str) -> Optional[Scene]:
        """The same, but None where the pixels were not kept."""
        try:
            return self.scenes.scene(id)
        except PictureGone:
            return None

    def folder(self) -> Path:
        """The folder for files of layers; main thread only."""
        chosen = self.settings.now.output_folder
        return Path(chosen) if chosen else self.project.folder_for_layers()

    def close(self) -> None:
        """Call it after the context is closed: its file worker may use the history until then."""
        self.page.close()
        self.project.close()


def build(context: Context, panel: HistoryPanel, parent: QObject) -> HistoryPart:
    project, show_message = ProjectHistory(parent), context.error_bar.show_message
    page = HistoryController(panel, project, context.file_worker, context.settings)
    page.failed.connect(context.error_bar.show_error)
    page.reported.connect(lambda path: show_message(tr("The report is in {path}.").format(path=path)))
    project.warned.connect(show_message)
    return HistoryPart(project, page, Scenes(project), context.settings)
