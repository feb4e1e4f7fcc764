"""Adds the raster files that were asked about as layers, for a project that was never saved."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer

from ...backend.errors import AskMapError
from ...backend.history.store import History
from ...backend.raster.files import is_plain
from ..layers.paths import file_behind
from ..map.transforms import crs_from


def sources_in(path: Path) -> tuple[dict[str, str], list[str]]:
    """Raster files of the history at `path` that still exist, each with its CRS; and those not to be opened.

    Layers from the web and drawn maps have no path in the history, so they are not among them. Not opened are
    files that may refer to the network or to other files, as a VRT does.
    """
    history = History(path)
    asked = {heading.source: heading.id for heading in history.headings()}
    there = [source for source in asked if os.path.isabs(source) and os.path.isfile(source)]
    plain = {source: _crs_of(history, asked[source]) for source in there if is_plain(Path(source))}
    return plain, [source for source in there if source not in plain]


def _crs_of(history: History, id: str) -> str:
    """ "" where the entry cannot be read."""
    try:
        return history.entry(id).grid.crs
    except AskMapError:
        return ""


def add_sources(sources: dict[str, str], project: QgsProject) -> None:
    """As layers of the project, unless they are that already."""
    shown = {file_behind(layer) for layer in project.mapLayers().values()}
    for source, crs in sources.items():
        if Path(source) not in shown:
            options = QgsRasterLayer.LayerOptions()
            options.skipCrsValidation = True  # else QGIS may ask for one, which the history knows
            layer = QgsRasterLayer(source, Path(source).stem, "gdal", options)
            if layer.isValid():
                if crs and not layer.crs().isValid():
                    layer.setCrs(crs_from(crs))
                project.addMapLayer(layer)
