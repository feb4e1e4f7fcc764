"""The history of the open project, which follows it when it is saved, copied or closed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Callable, Optional, TypeVar, Union

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtXml import QDomDocument

from ...backend.atomic import make_folder
from ...backend.errors import AskMapError
from ...backend.history.store import Heading
from ..backend_messages import error_text
from ..language import tr
from ..layers.paths import remove_unused
from .locked_history import Hooks, LockedHistory
from .moved_files import correct_tree, move_answers, move_rest
from .paths import HistoryPlace, is_writable, place_beside, place_in_profile
from .sources import add_sources, sources_in
from .unsaved import Unsaved, leftovers, new_unsaved, unsaved_at

T = TypeVar("T")
_REMEMBERED = "askmap_unsaved"  # property of the open project: its history, while the plugin is reloaded


class ProjectHistory(QObject):
    changed = pyqtSignal(tuple)  # ids of entries that were added, changed or removed; () = all may be others
    warned = pyqtSignal(str)  # a sentence: where the history is now, or what is wrong with it
    left = pyqtSignal()  # the project; its history can still be written while this is emitted
    found_unsaved = pyqtSignal(list)  # of unsaved.Leftover

    _begun = pyqtSignal()  # perhaps on another thread

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = QgsProject.instance()
        self._unsaved: Optional[Unsaved] = None
        self._file = ""  # of the project, when it was last opened or saved
        self._moved: list[Path] = []  # files of answers that were copied beside the project
        self._connect()
        self._open()

    def _connect(self) -> None:
        self._project.cleared.connect(self._leave)
        self._project.readProject.connect(self._follow)
        self._project.writeProject.connect(self._take_answers_along)
        self._project.projectSaved.connect(self._go_along)
        self._begun.connect(self._remember)

    def close(self) -> None:
        """Leaves all files in place, so that a reloaded plugin finds them."""
        self._project.cleared.disconnect(self._leave)
        self._project.readProject.disconnect(self._follow)
        self._project.writeProject.disconnect(self._take_answers_along)
        self._project.projectSaved.disconnect(self._go_along)
        self.history.close()
        if self._unsaved is not None:
            self._unsaved.release()

    def headings(self, text: str = "") -> list[Heading]:
        """The entries whose text has `text`; none, and a warning, where the file cannot be read."""
        return self.read(lambda: self.history.headings(text), [])

    def read(self, work: Callable[[], T], nothing: T) -> T:
        """What is read of the history, on any thread; `nothing`, and a warning, where that cannot be done."""
        try:
            return work()
        except AskMapError as error:
            self.warned.emit(error_text(error))
            return nothing

    def folder_for_layers(self) -> Path:
        """The folder for files of layers when the settings name none; it exists. Main thread only."""
        folder = self.history.place.layers
        if self._unsaved is not None:
            self._unsaved.take()
        elif not is_writable(folder):
            folder = place_in_profile(self._project).layers
        make_folder(folder)
        return folder

    def look_for_unsaved(self) -> None:
        """Call it once `found_unsaved` is connected."""
        found = leftovers()
        if found:
            self.found_unsaved.emit(found)

    def recover(self, path: Path) -> list[Path]:
        """Takes the entries that a killed QGIS left into the open project, with the files of their answers.

        The rasters that were asked about are added as layers.
        """
        left = unsaved_at(path)
        if not left.take():
            self.warned.emit(tr("Another QGIS uses that history now."))
            return []
        try:
            sources, leading = sources_in(path)
            self.history.take_in(path)
            files = move_rest(left.place.layers, self.folder_for_layers(), self._project)
        except (AskMapError, OSError) as error:  # nothing is removed, so the next start offers it again
            left.release()
            self.warned.emit(_error_text(error))
            return []
        left.give_up()
        add_sources(sources, self._project)
        for source in leading:
            text = tr("{file} is not opened again: it can refer to other files or to the network. {hint}")
            self.warned.emit(text.format(file=source, hint=tr("Add it yourself where you trust it.")))
        return files

    def give_up(self, path: Path) -> None:
        """Removes what a killed QGIS left."""
        left = unsaved_at(path)
        if left.take():
            left.give_up()

    def _open(self) -> None:
        """The history of the project that is open now."""
        self._file, self._unsaved = self._project.fileName(), None
        if self._file:
            self.history = self._locked_history(*self._places())
            return
        self._unsaved = self._take_remembered() or new_unsaved()
        self.history = self._locked_history(self._unsaved.place, None)

    def _locked_history(self, place: HistoryPlace, spare: Optional[HistoryPlace]) -> LockedHistory:
        return LockedHistory(place, spare, Hooks(self.changed.emit, self.warned.emit, self._begin))

    def _places(self) -> tuple[HistoryPlace, Optional[HistoryPlace]]:
        """Of a saved project: its place, and the spare one while that cannot be written."""
        beside, spare = place_beside(self._project), place_in_profile(self._project)
        return (spare, None) if beside is None else (beside, spare)

    def _begin(self) -> None:
        """Before the first writing, on any thread."""
        if self._unsaved is not None:
            self._unsaved.take()
            self._begun.emit()

    def _remember(self) -> None:
        """Marks the project as changed, so that QGIS asks before closing it, and remembers its history."""
        if self._unsaved is not None:
            self._project.setDirty(True)
            self._project.setProperty(_REMEMBERED, str(self._unsaved.place.history))

    def _take_remembered(self) -> Optional[Unsaved]:
        path = self._project.property(_REMEMBERED)
        unsaved = unsaved_at(Path(path)) if path else None
        return unsaved if unsaved is not None and unsaved.take() else None

    def _leave(self) -> None:
        """Removes an unsaved history: QGIS has asked whether to save the project."""
        self.left.emit()
        self._project.setProperty(_REMEMBERED, None)
        if self._unsaved is not None:
            self.history.give_up()
            self._unsaved.give_up()
        self.history.close()
        self._open()
        self.changed.emit(())

    def _follow(self) -> None:
        self._open()
        self.changed.emit(())

    def _take_answers_along(self, document: QDomDocument) -> None:
        """While QGIS writes the project, so that its file has the new paths."""
        try:
            self._moved += move_answers(self._project, self._folder_of_saved())
            correct_tree(document, self._project)
        except (AskMapError, OSError) as error:
            self.warned.emit(_error_text(error))

    def _folder_of_saved(self) -> Path:
        place = place_beside(self._project)
        if place is None or not is_writable(place.layers):
            return place_in_profile(self._project).layers
        return place.layers

    def _go_along(self) -> None:
        """After QGIS has written the project."""
        try:
            if self._unsaved is not None:
                self._settle(self._unsaved)
            elif self._project.fileName() != self._file:
                self.history = self.history.copy_to(*self._places())
            else:
                self.history.go_home()
        except AskMapError as error:  # it stays where it was until the next saving
            self.warned.emit(error_text(error))
        else:
            self._file = self._project.fileName()
        remove_unused(self._moved, self._project)
        self._moved = []
        self.changed.emit(())

    def _settle(self, unsaved: Unsaved) -> None:
        """The project has its first file: the history moves beside it."""
        self.history.move_to(*self._places())
        self._unsaved = None
        self._project.setProperty(_REMEMBERED, None)
        with suppress(AskMapError, OSError):
            move_rest(unsaved.place.layers, self._folder_of_saved(), self._project, self._moved)
        unsaved.release()


def _error_text(error: Union[AskMapError, OSError]) -> str:
    if isinstance(error, AskMapError):
        return error_text(error)
    text = tr("The files of the answers stay where they are: {fault}.")
    return text.format(fault=error.strerror or error)
