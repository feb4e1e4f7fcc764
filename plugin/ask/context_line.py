"""The line above the question: the layer it is about, which pixels of it, and the models that answer."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from ..language import tr
from ..map.view import ANSWER_MARK, is_file
from ..widgets.flat_box import FlatBox, FlatLayerBox
from ..widgets.labels import plain_tip


class ContextLine(QWidget):
    """Each part opens what it names."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.layer, self.pixels = FlatLayerBox(), FlatBox()
        self.layer.setAllowEmptyLayer(True, tr("The map as I see it"))
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.layer.setAccessibleName(tr("Ask about"))
        self.pixels.addItems([tr("Native pixels"), tr("As styled")])
        self.pixels.setAccessibleName(tr("Which pixels"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.layer)
        self._row.addWidget(self.pixels)
        self._row.addStretch(1)
        self.layer.layerChanged.connect(self._show_choice)
        self.pixels.currentIndexChanged.connect(self._show_choice)
        self._show_choice()

    def show_models(self, models: QWidget) -> None:
        """At the end of the line, also for Tab."""
        self._row.addWidget(models)
        QWidget.setTabOrder(self.pixels, models)

    def chosen_layer(self) -> Optional[QgsRasterLayer]:
        """None = the map as the user sees it."""
        return self.layer.currentLayer()

    def choose_layer(self, layer: Optional[QgsRasterLayer]) -> None:
        """None = the map as the user sees it."""
        if layer is None:
            self.layer.setCurrentIndex(0)  # with its text; setLayer() would show nothing
        else:
            self.layer.setLayer(layer)

    def except_answers(self) -> None:
        """Offers no layer that AskMap made."""
        layers = QgsProject.instance().mapLayers().values()
        self.layer.setExceptedLayerList([layer for layer in layers if layer.customProperty(ANSWER_MARK)])

    def wants_native_pixels(self) -> bool:
        return is_file(self.chosen_layer()) and self.pixels.currentIndex() == 0

    def wants_native_first(self, native: bool) -> None:
        self.pixels.setCurrentIndex(0 if native else 1)

    def _show_choice(self, _: Optional[QgsMapLayer] = None) -> None:
        """Only a file has pixels to choose; anything else is taken as it is drawn."""
        has_choice = is_file(self.chosen_layer())
        self.pixels.setEnabled(has_choice)
        self.pixels.setVisible(has_choice)
        for box in (self.layer, self.pixels):
            box.setToolTip(plain_tip(f"{box.accessibleName()}: {box.currentText()}"))
            box.updateGeometry()
