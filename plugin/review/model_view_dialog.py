"""The window «What the model saw»: the picture itself, its size, and its resolution on the ground."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QImage, QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...backend.atomic import atomic_write
from ...backend.entries.entry import Entry
from ...backend.errors import AskMapError, NotWritten
from ...backend.outputs.destinations import check_outputs
from ..cards.thumbnails import image_of
from ..language import tr
from ..map.cautions import cautions_of
from ..map.ground_resolution import pixel_m, size_text
from ..map.view import gdal_name, is_file
from ..number_format import fixed
from ..widgets.image_view import STEP, ImageView
from ..widgets.labels import plain_label

_SIZE = (640, 640)  # of the window, before the user changes it


class ModelViewDialog(QDialog):
    """Not modal; the map is used beside it."""

    footprint_wanted = pyqtSignal(bool)  # whether the edge of the picture should be on the map
    failed = pyqtSignal(object)  # AskMapError

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What the model saw"))
        self.resize(*_SIZE)
        self.view, self.facts = ImageView(), plain_label()
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.zoom_label = QLabel()
        self.footprint = QCheckBox(tr("Show its edge on the map"), checked=True)
        self.save_button = QPushButton(tr("Save picture…"))
        self.close_button = QPushButton(tr("Close"))
        self._image = QImage()
        self._sources: list[str] = []  # what was asked about, never written over
        self._name()
        self._lay_out()
        self._connect()

    def show_entry(self, entry: Entry, seen: Optional[NDArray[np.uint8]]) -> None:
        """The picture (H, W, 3) that the reasoner saw for it, None where it was not kept."""
        self._image = QImage() if seen is None else image_of(seen)
        self._sources = [entry.provenance.source]
        self.view.show_picture(self._image)
        self.save_button.setEnabled(seen is not None)
        self.facts.setText("\n".join(facts(entry, seen)))

    def save_to(self, path: Path) -> None:
        """In the format of its ending; raises NotWritten, and an older file is unchanged then."""
        on_map = filter(is_file, QgsProject.instance().mapLayers().values())
        check_outputs([path], [*self._sources, *map(gdal_name, on_map)])
        with atomic_write(path) as place:
            if not self._image.save(str(place)):
                raise NotWritten(
                    tr("The picture cannot be written to {path}.").format(path=path),
                    tr("Choose a name that ends in .png."),
                )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.footprint_wanted.emit(self.footprint.isChecked())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.footprint_wanted.emit(False)

    def _name(self) -> None:
        self.view.setAccessibleName(tr("Picture"))
        self.view.setToolTip(tr("Drag to move, turn the wheel to zoom"))

    def _lay_out(self) -> None:
        zooms, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in self._zoom_buttons():
            zooms.addWidget(button)
        zooms.addWidget(self.zoom_label)
        zooms.addStretch(1)
        zooms.addWidget(self.footprint)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        column.addWidget(self.view, 1)
        column.addLayout(zooms)
        column.addWidget(self.facts)
        column.addLayout(buttons)

    def _zoom_buttons(self) -> list[QToolButton]:
        actions = (
            ("−", tr("Zoom out (-)"), lambda: self.view.zoom_by(1 / STEP)),
            ("+", tr("Zoom in (+)"), lambda: self.view.zoom_by(STEP)),
            ("1:1", tr("Each pixel once (1)"), lambda: self.view.zoom_to(1)),
            (tr("Fit"), tr("The whole picture (0)"), self.view.fit),
        )
        buttons = []
        for text, purpose, action in actions:
            button = QToolButton(text=text, toolTip=purpose, accessibleName=purpose)
            button.clicked.connect(lambda _=False, action=action: action())
            buttons.append(button)
        return buttons

    def _connect(self) -> None:
        self.view.zoomed.connect(self._show_zoom)
        self.footprint.toggled.connect(self.footprint_wanted)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.close)
        for button in (self.save_button, self.close_button):
            button.setAutoDefault(False)  # Enter is for what has the focus

    def _show_zoom(self, zoom: float) -> None:
        self.zoom_label.setText(tr("{percent} %").format(percent=round(100 * zoom)))

    def _save(self) -> None:
        name = self._ask_for_file()
        if name:
            try:
                self.save_to(Path(name))
            except AskMapError as error:
                self.failed.emit(error)

    def _ask_for_file(self) -> str:
        """ "" where the user wants none."""
        pictures, name = tr("Pictures") + " (*.png *.jpg *.tif)", tr("what-the-model-saw.png")
        while True:
            typed, _ = QFileDialog.getSaveFileName(self, tr("Save picture"), name, pictures)
            if not typed or Path(typed).suffix:
                return typed
            name = f"{typed}.png"
            if not os.path.lexists(name):  # else the dialog asks about this name too before it is replaced
                return name


def facts(entry: Entry, seen: Optional[NDArray[np.uint8]]) -> list[str]:
    """Sentences about the picture: its sizes, its resolution, its source, and warnings."""
    grid, source = entry.grid, tr("It shows {source}.").format(source=entry.provenance.source)
    if seen is None:
        return [tr("The picture was not kept with this answer."), source]
    height, width = seen.shape[:2]
    size = tr("The model saw {seen} pixels of a view of {view}.").format(
        seen=_across(width, height), view=_across(grid.width, grid.height)
    )
    metres = pixel_m(grid, (width, height))
    ground = (
        tr("How large a pixel is on the ground is unknown: the view has no coordinate system.")
        if metres is None
        else tr("1 pixel = {length} on the ground.").format(length=size_text(metres))
    )
    return [f"{size} {ground}", source, *cautions_of(entry, seen)]


def _across(width: int, height: int) -> str:
    return f"{fixed(width)} × {fixed(height)}"
