"""A raster to begin with: where the project has none, the sample that comes with AskMap is offered."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject

from ...backend.resources import resources
from ..ask.form import AskForm
from ..context import Context
from ..language import tr
from ..map.subject import is_raster
from ..map.transforms import wkt_of

SAMPLE = resources("sample", "santa_monica.tif")  # a real image, on which the bundled pair does well


class SampleOffer(QObject):
    def __init__(self, context: Context, form: AskForm, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._form, self._project = context, form, QgsProject.instance()
        self._signals = (
            self._project.cleared,
            self._project.readProject,
            self._project.layersAdded,
            self._project.layersRemoved,
        )
        for signal in self._signals:
            signal.connect(self.look)
        self.look()

    def close(self) -> None:
        for signal in self._signals:
            signal.disconnect(self.look)

    def look(self, *_: object) -> None:
        """Offers it, or takes that back; what else the line says stays."""
        name, shown = tr("Open the sample"), self._form.way.links()
        has_raster = any(map(is_raster, self._project.mapLayers().values()))
        if has_raster and shown == (name,):
            self._form.offer("")
        elif not has_raster and not self._form.way.text().strip():
            self._form.offer(tr("No raster is open yet."), {name: self.open})

    def open(self) -> None:
        layer = QgsRasterLayer(str(SAMPLE), SAMPLE.stem)
        self._project.addMapLayer(layer)
        whole = bytes(QgsGeometry.fromRect(layer.extent()).asWkb())
        self._context.highlights.zoom_to([whole], wkt_of(layer.crs()))
        self._form.question.setFocus()
