"""The export window, with a preview of the outlines on the map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.entry import ACCEPTED, STATES, Entry
from ...backend.errors import AskMapError
from ...backend.outputs.formats import holds_layers
from ...backend.stages import Progress
from ..backend_messages import error_text
from ..language import tr
from ..layers.group import put_on_top
from ..layers.paths import file_behind
from ..map.view import ANSWER_MARK, gdal_name, is_file
from ..runtime.job_queue import JobQueue
from ..widgets.labels import plain_label
from .choice import read_choice, write_choice
from .database_writer import schemas_of
from .exporter import Exported, export, layer_with
from .form import ExportForm
from .preview import ExportPreview, PreviewBands, preview_of
from .writers import ALWAYS, SceneOf

MOST_OF_SCREEN = 0.9  # of its height
REST_MS = 150  # after the last change, before the preview follows


class ExportDialog(QDialog):
    """Not modal: the map can be used meanwhile."""

    exported = pyqtSignal(str)  # where to, for the user
    failed = pyqtSignal(object)  # an exception that is a bug

    def __init__(self, scene_of: SceneOf, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export targets"))
        self._scene_of = scene_of
        self._entries: Sequence[Entry] = ()
        self._canvas: Optional[QgsMapCanvas] = None
        self._bands: Optional[PreviewBands] = None
        self._count_left: Optional[int] = None  # targets after shaping; None = not known yet
        self._export_jobs = JobQueue(self)
        self._preview_jobs, self._schema_jobs = JobQueue(self), JobQueue(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)  # once the layout has placed new widgets
        self.form = ExportForm(read_choice())
        self.count, self.status, self.progress = plain_label(), plain_label(), QProgressBar()
        self.export_button, self.stop_button = QPushButton(tr("&Export")), QPushButton(tr("Sto&p"))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        scrolled = QScrollArea(widgetResizable=True)  # for small screens and large letters
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setMinimumWidth(self.form.minimumWidth() + scrolled.verticalScrollBar().sizeHint().width())
        scrolled.setWidget(self.form)
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.export_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.export_button, self.stop_button, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(scrolled, 1)
        for widget in (self.count, self.status, self.progress):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.form.changed.connect(self._notice_change)
        self.form.outlines_changed.connect(self._redraw_soon)
        self.form.connection_chosen.connect(self._read_schemas)
        self.form.laid_out.connect(self._fitting.start)
        self.export_button.clicked.connect(self._export)
        self.stop_button.clicked.connect(self._export_jobs.stop)
        self.close_button.clicked.connect(self.reject)
        self._rest.timeout.connect(self._redraw)
        self._fitting.timeout.connect(self._fit)

    def open_for(self, entries: Sequence[Entry], canvas: QgsMapCanvas) -> None:
        """With at least one entry; call it once."""
        self._entries, self._canvas, self._bands = tuple(entries), canvas, PreviewBands(canvas, self)
        canvas.destinationCrsChanged.connect(self._redraw_soon)
        self.form.show_entries(entries, QgsProject.instance().homePath() or str(Path.home()))
        self._show_state()
        self.show()
        self.raise_()

    def follow(self, entry: Entry) -> None:
        """Takes the new state of an entry, after the user reviewed or corrected a target."""
        if self._canvas is not None and any(each.id == entry.id for each in self._entries):
            self._entries = tuple(entry if each.id == entry.id else each for each in self._entries)
            self.form.count_entries(self._entries)

    def done(self, outcome: int) -> None:
        """However the window is closed: clears the map and stops all work."""
        if self._canvas is not None:
            write_choice(self.form.choice())
            self._canvas.destinationCrsChanged.disconnect(self._redraw_soon)
            self._bands.close()
            self._canvas = self._bands = None
        self._rest.stop()
        self._fitting.stop()
        for jobs in (self._export_jobs, self._preview_jobs, self._schema_jobs):
            jobs.close()
        super().done(outcome)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reject()
        event.accept()

    def _fit(self) -> None:
        """Grows to show the whole form where the screen has room; never shrinks."""
        missing = self.form.sizeHint().height() - self.form.parentWidget().height()
        room = self.screen().availableGeometry().height() * MOST_OF_SCREEN
        if missing > 0:
            self.resize(self.width(), max(self.height(), min(self.height() + missing, round(room))))

    def _notice_change(self) -> None:
        self.status.setText("")
        self._show_state()

    def _show_state(self) -> None:
        working, left = self._export_jobs.busy, self._shown_count()
        self.export_button.setEnabled(not working and left > 0 and self.form.request() is not None)
        self.export_button.setText(tr("R&eplace") if self.form.place.replaces() else tr("&Export"))
        self.form.setEnabled(not working)
        self.stop_button.setVisible(working)
        self.progress.setVisible(working)
        self.count.setText(
            tr("{count} of {all} targets, {accepted} accepted").format(
                count=left, all=self.form.count(*STATES), accepted=self.form.count(ACCEPTED)
            )
        )
        self.status.setVisible(bool(self.status.text()))
        self._fitting.start()

    def _shown_count(self) -> int:
        return self.form.count(*self.form.states_chosen()) if self._count_left is None else self._count_left

    def _redraw_soon(self) -> None:
        if self._canvas is not None:
            self._count_left = None
            self._show_state()
            self._rest.start()

    def _redraw(self) -> None:
        """Computes the preview on a worker thread; one that was begun before is dropped."""
        entries, states = self._entries, self.form.states_chosen()
        shaping, crs = self.form.shape.shaping(), self._canvas.mapSettings().destinationCrs()
        context = QgsProject.instance().transformContext()
        self._preview_jobs.drop()
        self._preview_jobs.start(
            tr("AskMap: outlines to export"),
            lambda report: preview_of(entries, states, shaping, crs, context, report),
            self._show_preview,
            self._show_error,
        )

    def _show_preview(self, preview: ExportPreview) -> None:
        self._count_left = preview.count
        if self.form.shape.preview.isChecked():
            self._bands.show(preview)
        else:
            self._bands.clear()
        self._show_state()

    def _export(self) -> None:
        request, entries, scene_of = self.form.request(), self._entries, self._scene_of
        layers = filter(is_file, QgsProject.instance().mapLayers().values())
        request = replace(
            request, rasters=tuple(gdal_name(layer) for layer in layers), layers=tuple(_not_ours())
        )
        context = QgsProject.instance().transformContext()
        self._export_jobs.start(
            tr("AskMap: export"),
            lambda report: export(entries, request, scene_of, context, report),
            self._show_exported,
            self._show_error,
            lambda: self._show_status(tr("Stopped; nothing was written.")),
            self._show_progress,  # type: ignore[arg-type]
        )
        self._show_status(tr("Writing…"))
        self._show_state()

    def _show_progress(self, events: list[Progress]) -> None:
        self.progress.setValue(round(100 * events[-1].fraction))
        self._show_status(f"{events[-1].step}…")

    def _show_exported(self, exported: Exported) -> None:
        place = exported.place.name if isinstance(exported.place, Path) else str(exported.place)
        done = tr("%n target(s) written to {place}.", exported.count).format(place=place)
        self.form.place.look()  # it is there now
        try:
            self._add(exported)
        except AskMapError as error:
            self._show_error(error)
        else:
            self._show_status(" ".join((done, *exported.warnings)))
        self.exported.emit(str(exported.place))

    def _add(self, exported: Exported) -> None:
        layer = layer_with(exported) if self.form.adds.isChecked() else None
        if layer is None or not layer.isValid():
            return
        others = QgsProject.instance().mapLayers().values()
        replaced = [each for each in others if (each.source(), each.crs()) == (layer.source(), layer.crs())]
        for shown in replaced:
            shown.reload()
        if not replaced:
            layer.loadDefaultMetadata()  # as QGIS does with a layer that it adds itself
        for each in replaced or [layer]:
            each.setCustomProperty(ANSWER_MARK, self._entries[0].question.text)
            put_on_top(each, QgsProject.instance())

    def _read_schemas(self, connection: str) -> None:
        """On a worker thread: the server may be slow."""
        self._schema_jobs.drop()
        self._schema_jobs.start(
            tr("AskMap: looking at the database"),
            lambda report: schemas_of(connection),
            self.form.place.show_schemas,
            self._show_error,
        )

    def _show_error(self, error: Exception) -> None:
        if isinstance(error, AskMapError):
            self._show_status(error_text(error))
        else:
            self._show_status(tr("AskMap met a bug of its own."))
            self.failed.emit(error)

    def _show_status(self, sentences: str) -> None:
        self.status.setText(sentences)
        self._show_state()


def _not_ours() -> Iterator[Path]:
    """Vector files on the map that are being edited, or that no export can have written.

    Files that hold several layers are checked by `check_outputs`.
    """
    for layer in QgsProject.instance().mapLayers().values():
        file = file_behind(layer) if isinstance(layer, QgsVectorLayer) else None
        if file is None or holds_layers(file):
            continue
        if layer.isEditable() or not {*ALWAYS} <= {*layer.fields().names()}:
            yield file
