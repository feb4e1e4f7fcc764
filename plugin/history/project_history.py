"""The history of the project that is open: beside it, and with it when it is saved, copied or left."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Optional, Union

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
from .paths import Place, is_writable, place_beside, place_in_profile
from .sources import add_sources, sources_in
from .unsaved import Unsaved, leftovers, new_unsaved, unsaved_at

_REMEMBERED = "askmap_unsaved"  # property of the open project: its history, while the plugin is reloaded


class ProjectHistory(QObject):
    changed = pyqtSignal()  # entries came, changed or went, or another project's are here now
    warned = pyqtSignal(str)  # a sentence about where the history is now, or what is wrong with it
    left = pyqtSignal()  # the project, into whose history something can still be written
    found_unsaved = pyqtSignal(list)  # of unsaved.Leftover

    _begun = pyqtSignal()  # perhaps on another thread

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project = QgsProject.instance()
        self._unsaved: Optional[Unsaved] = None
        self._file = ""  # what the project was called when it was last opened or saved
        self._moved: list[Path] = []  # files of answers that now lie beside the project too
        self._connect()
        self._open()

    def _connect(self) -> None:
        self._project.cleared.connect(self._leave)
        self._project.readProject.connect(self._follow)
        self._project.writeProject.connect(self._take_answers_along)
        self._project.projectSaved.connect(self._go_along)
        self._begun.connect(self._remember)

    def close(self) -> None:
        """Leaves everything as it is, for the next start of the plugin in the same QGIS too."""
        self._project.cleared.disconnect(self._leave)
        self._project.readProject.disconnect(self._follow)
        self._project.writeProject.disconnect(self._take_answers_along)
        self._project.projectSaved.disconnect(self._go_along)
        self.history.close()
        if self._unsaved is not None:
            self._unsaved.release()

    def headings(self, words: str = "") -> list[Heading]:
        """Those of the history; none, and a sentence, where its file cannot be read."""
        try:
            return self.history.headings(words)
        except AskMapError as error:
            self.warned.emit(error_text(error))
            return []

    def folder_for_layers(self) -> Path:
        """Where the files of answers go when the settings name no folder; it is there. Main thread only."""
        folder = self.history.place.layers
        if self._unsaved is not None:
            self._unsaved.take()
        elif not is_writable(folder):
            folder = place_in_profile(self._project).layers
        make_folder(folder)
        return folder

    def look_for_unsaved(self) -> None:
        """Call it once its signals are connected."""
        found = leftovers()
        if found:
            self.found_unsaved.emit(found)

    def recover(self, path: Path) -> list[Path]:
        """What a killed QGIS has left joins the open project's history; the files of its answers come too.

        And the rasters that it asked about, as layers.
        """
        left = unsaved_at(path)
        if not left.take():
            self.warned.emit(tr("Another QGIS uses that history now."))
            return []
        try:
            sources, leading = sources_in(path)
            self.history.take_in(path)
            files = move_rest(left.place.layers, self.folder_for_layers(), self._project)
        except (AskMapError, OSError) as error:  # nothing is removed, and the next start offers it again
            left.release()
            self.warned.emit(_told(error))
            return []
        left.give_up()
        add_sources(sources, self._project)
        for source in leading:
            words = tr("{file} is not opened again: it can refer to other files or to the network. {hint}")
            self.warned.emit(words.format(file=source, hint=tr("Add it yourself where you trust it.")))
        return files

    def give_up(self, path: Path) -> None:
        """What a killed QGIS has left is removed for good."""
        left = unsaved_at(path)
        if left.take():
            left.give_up()

    def _open(self) -> None:
        """The history of whatever project is open now."""
        self._file, self._unsaved = self._project.fileName(), None
        if self._file:
            self.history = self._kept(*self._places())
            return
        self._unsaved = self._remembered() or new_unsaved()
        self.history = self._kept(self._unsaved.place, None)

    def _kept(self, place: Place, spare: Optional[Place]) -> LockedHistory:
        return LockedHistory(place, spare, Hooks(self.changed.emit, self.warned.emit, self._begin))

    def _places(self) -> tuple[Place, Optional[Place]]:
        """Of a saved project, and where to go while the first cannot be written."""
        beside, spare = place_beside(self._project), place_in_profile(self._project)
        return (spare, None) if beside is None else (beside, spare)

    def _begin(self) -> None:
        """Before the first writing, on any thread."""
        if self._unsaved is not None:
            self._unsaved.take()
            self._begun.emit()

    def _remember(self) -> None:
        """QGIS asks before it throws the project away, and a reloaded plugin finds its history again."""
        if self._unsaved is not None:
            self._project.setDirty(True)
            self._project.setProperty(_REMEMBERED, str(self._unsaved.place.history))

    def _remembered(self) -> Optional[Unsaved]:
        path = self._project.property(_REMEMBERED)
        unsaved = unsaved_at(Path(path)) if path else None
        return unsaved if unsaved is not None and unsaved.take() else None

    def _leave(self) -> None:
        """QGIS has asked whether to save the project: what was not saved is not wanted."""
        self.left.emit()
        self._project.setProperty(_REMEMBERED, None)
        if self._unsaved is not None:
            self.history.give_up()
            self._unsaved.give_up()
        self.history.close()
        self._open()
        self.changed.emit()

    def _follow(self) -> None:
        self._open()
        self.changed.emit()

    def _take_answers_along(self, document: QDomDocument) -> None:
        """While QGIS writes the project, so that its file names the new places."""
        try:
            self._moved += move_answers(self._project, self._folder_of_saved())
            correct_tree(document, self._project)
        except (AskMapError, OSError) as error:
            self.warned.emit(_told(error))

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
        except AskMapError as error:  # it stays where it was, and the next saving tries again
            self.warned.emit(error_text(error))
        else:
            self._file = self._project.fileName()
        remove_unused(self._moved, self._project)
        self._moved = []
        self.changed.emit()

    def _settle(self, unsaved: Unsaved) -> None:
        """The project has a file at last."""
        self.history.move_to(*self._places())
        self._unsaved = None
        self._project.setProperty(_REMEMBERED, None)
        with suppress(AskMapError, OSError):
            move_rest(unsaved.place.layers, self._folder_of_saved(), self._project, self._moved)
        unsaved.release()


def _told(error: Union[AskMapError, OSError]) -> str:
    if isinstance(error, AskMapError):
        return error_text(error)
    words = tr("The files of the answers stay where they are: {fault}.")
    return words.format(fault=error.strerror or error)
