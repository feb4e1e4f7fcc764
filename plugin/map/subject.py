"""What a question was about, as the project has it now: a layer and which pixels of it, or the whole map."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer

from ..language import in_all_languages, tr
from .view import ANSWER_MARK, gdal_name, is_file


@dataclass(frozen=True)
class Subject:
    name: str  # of the layer, or of the file where no layer shows it any more
    layer: Optional[QgsRasterLayer] = None  # None: the whole map, or the layer is gone
    is_native: bool = False
    is_gone: bool = False
    is_unknown: bool = False  # several layers have its name

    def text(self) -> str:
        if self.is_gone:
            return tr("{layer} (not in this project)").format(layer=self.name)
        if self.layer is None:
            return self.name
        return f"{self.name} · {tr('Native pixels') if self.is_native else tr('As styled')}"


def subject_of(source: str, project: QgsProject) -> Subject:
    """By a provenance's source: a file's own pixels are named by their path, what was drawn by its layer."""
    rasters = [layer for layer in project.mapLayers().values() if is_raster(layer)]
    native = next((layer for layer in rasters if is_file(layer) and gdal_name(layer) == source), None)
    if native is not None:
        return Subject(native.name(), native, is_native=True)
    drawn = [layer for layer in rasters if layer.name() == source]
    if len(drawn) == 1:
        return Subject(source, drawn[0])
    if source in in_all_languages("The map as I see it"):
        return Subject(tr("The map as I see it"))
    if drawn:  # which of them, nobody knows
        return Subject(source, is_unknown=True)
    return Subject(os.path.basename(source) or source, is_gone=True)


def is_raster(layer: Optional[QgsMapLayer]) -> bool:
    """Whether it can be asked about: AskMap's own layers cannot."""
    return isinstance(layer, QgsRasterLayer) and layer.isValid() and not layer.customProperty(ANSWER_MARK)
