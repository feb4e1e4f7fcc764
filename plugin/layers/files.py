"""The files behind an answer's layers: made where missing; masks are rewritten after a correction."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...backend.entries.entry import Entry
from ...backend.errors import AskMapError
from ...backend.outputs.geotiff import holds_targets
from ..runtime.file_worker import FileWorker
from ..runtime.latest import Generation
from ..settings import SettingsStore
from .group import MASKS, add_entry, layers_of
from .paths import files_before, masks_of, other_masks, remove_unused, write_files, write_masks
from .styles import masks_renderer

REST_MS = 1500  # after the last correction: the raster of all masks is written once a pause, not once a click


class LayerFiles(QObject):
    added = pyqtSignal(object)  # Entry in its current state, which its files may not show yet
    failed = pyqtSignal(object)  # any exception

    def __init__(
        self,
        file_worker: FileWorker,
        entry_of: Callable[[str], Entry],
        folder: Callable[[], Path],
        settings: SettingsStore,
    ) -> None:
        super().__init__()
        self._file_worker, self._entry_of, self._folder = file_worker, entry_of, folder
        self._settings = settings
        # By entries' ids: the outlines that masks show, which masks are old, which files are being written
        self._outlines_in_masks: dict[str, tuple[bytes, ...]] = {}
        self._stale: set[str] = set()
        self._writing_files: set[str] = set()
        self._writing_masks: set[str] = set()
        self._project = Generation()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._draw_masks)

    @property
    def busy(self) -> bool:
        """Whether files or masks are being written."""
        return bool(self._writing_files or self._writing_masks)

    def ensure(self, entry: Entry) -> None:
        """Adds the layers of the entry to the project, unless they are there or there is nothing to show."""
        self._outlines_in_masks.setdefault(entry.id, _outlines(entry))
        if (
            entry.id in self._writing_files
            or not entry.findings
            or layers_of(entry.id, QgsProject.instance())
        ):
            return
        try:
            folder = self._folder()
        except AskMapError as error:
            self.failed.emit(error)
            return
        self._writing_files.add(entry.id)
        self._run(lambda: write_files(entry, folder), self._add(entry), entry.id)

    def notice(self, id: str) -> None:
        """Findings of the entry have changed."""
        if layers_of(id, QgsProject.instance()):
            self._stale.add(id)
            self._rest.start()
        else:
            with suppress(AskMapError):  # reported already where it was changed
                self.ensure(self._entry_of(id))

    def forget(self) -> None:
        """The project was closed."""
        self._project.end()
        self._rest.stop()
        for known in (self._stale, self._outlines_in_masks, self._writing_files, self._writing_masks):
            known.clear()

    def _add(self, entry: Entry) -> Callable[[Path], None]:
        def add(path: Path) -> None:
            self._writing_files.discard(entry.id)
            try:
                now = self._entry_of(entry.id)
                if layers_of(entry.id, QgsProject.instance()):  # its answer may have come meanwhile
                    remove_unused([path, masks_of(path)], QgsProject.instance())
                    return
                add_entry(now, path, masks_of(path), QgsProject.instance())
                self._clear_away(now, path)
                self._stale.add(entry.id)
                self._rest.start()
                self.added.emit(now)
            except AskMapError as error:
                self.failed.emit(error)

        return add

    def _clear_away(self, entry: Entry, path: Path) -> None:
        """Removes older files of its layers, but not in a folder that the user chose: others may use them."""
        if not self._settings.now.output_folder:
            remove_unused(files_before(entry, path), QgsProject.instance())

    def _run(self, write: Callable[[], Any], done: Callable[[Any], None], id: str) -> None:
        """The outcome is ignored, and an error too, if the project was closed meanwhile."""

        def fail(error: Exception) -> None:
            self._writing_files.discard(id)
            self._writing_masks.discard(id)
            self.failed.emit(error)

        self._file_worker.run(write, self._project.only_now(done), self._project.only_now(fail))

    def _draw_masks(self) -> None:
        stale, self._stale = self._stale, set()
        for id in stale:
            if id in self._writing_masks:  # it would write the file that a layer has just opened
                self._stale.add(id)
                self._rest.start()
                continue
            layer = layers_of(id, QgsProject.instance()).get(MASKS)
            with suppress(AskMapError):  # the entry was deleted; its masks stay
                entry = self._entry_of(id)
                if layer is not None and self._outlines_in_masks.get(id) != _outlines(entry):
                    self._draw(entry, layer)

    def _draw(self, entry: Entry, layer: QgsMapLayer) -> None:
        old, layer_id = Path(layer.source()), layer.id()
        new = other_masks(old)
        if any(path.exists() and not holds_targets(path) for path in (old, new)):
            return  # the layer was pointed to something else

        def show(_: object) -> None:
            self._writing_masks.discard(entry.id)
            layer = QgsProject.instance().mapLayer(layer_id)
            if layer is not None:
                self._outlines_in_masks[entry.id] = _outlines(entry)
                crs = layer.crs()  # also one that the file does not know
                layer.setDataSource(str(new), layer.name(), "gdal", QgsDataProvider.ProviderOptions())
                layer.setCrs(crs)
                layer.setRenderer(masks_renderer(layer, [finding.number for finding in entry.findings]))  # type: ignore[arg-type, attr-defined]
                # the old file stays until the next time: a copy of this project may show it

        self._writing_masks.add(entry.id)
        self._run(lambda: write_masks(entry, new), show, entry.id)


def _outlines(entry: Entry) -> tuple[bytes, ...]:
    return tuple(finding.outline for finding in entry.findings)
