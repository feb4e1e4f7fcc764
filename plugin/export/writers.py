"""One `Writer` for each kind of format; the format's record names it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...backend.entries.attributes import FIELDS
from ...backend.entries.attributes import metadata as texts_of
from ...backend.entries.entry import ACCEPTED, Entry, State
from ...backend.errors import NotWritten
from ...backend.geo.crs import WGS84
from ...backend.geo.crs_in_files import kept_as, no_room
from ...backend.geo.outlines import area_in_px, geometry_numbers
from ...backend.outputs.coco import pictures_of, write_coco
from ...backend.outputs.formats import FORMATS, ExportFormat
from ...backend.outputs.geotiff import holds_targets, write_targets
from ...backend.outputs.vector import check_leads_to_earth
from ...backend.stages import Scene
from ...backend.text import printable
from ..language import tr
from ..layers.styles import Colouring
from ..map.transforms import crs_from, wkt_of
from .database_writer import Table, layer_of, write_table
from .file_writer import layer_from, write_file
from .memory_layer import Sheet, crs_of, sheet_of
from .metadata import LayerDescription, metadata
from .shaping import AS_FOUND, Shaping

ALWAYS = ("target", "state")  # columns that the style draws by
SceneOf = Callable[[str], Optional[Scene]]  # by an entry's id; None where its pixels were not kept


@dataclass(frozen=True)
class ExportRequest:
    """The settings of one export, gathered on the main thread."""

    form: str  # a key of FORMATS
    place: Union[Path, Table]
    crs: Optional[QgsCoordinateReferenceSystem] = None  # None = that of the first scene
    states: tuple[State, ...] = (ACCEPTED,)
    columns: tuple[str, ...] = tuple(FIELDS)
    shaping: Shaping = AS_FOUND
    colouring: Colouring = Colouring.BY_TARGET
    rasters: tuple[str, ...] = ()  # on the map, as GDAL opens them: never written over
    layers: tuple[Path, ...] = ()  # files of vectors on the map that are never written over either


@dataclass(frozen=True)
class Writer:
    """`write` returns sentences that the user must know; it raises NotWritten."""

    write: Callable[[Sequence[Entry], ExportRequest, SceneOf, QgsCoordinateTransformContext], list[str]]
    opened: Callable[[Union[Path, Table]], Union[QgsVectorLayer, QgsRasterLayer]]  # on the main thread
    files: Callable[[Sequence[Entry], Path], Sequence[Path]] = lambda entries, path: [path]
    is_ours: Callable[[Path], bool] = lambda path: False  # may be replaced though questions were about it


def _write_file(
    entries: Sequence[Entry],
    request: ExportRequest,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
) -> list[str]:
    return write_file(*_sheet(entries, request, context), FORMATS[request.form], request.place, context)


def _write_table(
    entries: Sequence[Entry],
    request: ExportRequest,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
) -> list[str]:
    return write_table(*_sheet(entries, request, context), request.place, context)


def _sheet(
    entries: Sequence[Entry], request: ExportRequest, context: QgsCoordinateTransformContext
) -> tuple[Sheet, LayerDescription]:
    columns = tuple(name for name in FIELDS if name in request.columns or name in ALWAYS)
    crs, named = _crs_for(entries, request)
    sheet = sheet_of(entries, FORMATS[request.form], columns, crs, context)
    sheet.layer.setCrs(named)
    return sheet, LayerDescription(
        metadata(entries, request.shaping, columns), sheet.names, request.colouring
    )


def _crs_for(
    entries: Sequence[Entry], request: ExportRequest
) -> tuple[QgsCoordinateReferenceSystem, QgsCoordinateReferenceSystem]:
    """The CRS to write in, and the same as the format keeps it; invalid ones without a place on earth."""
    form, places = FORMATS[request.form], {bool(entry.grid.crs) for entry in entries}
    if places == {False} and not form.is_wgs84:
        return QgsCoordinateReferenceSystem(), QgsCoordinateReferenceSystem()
    if False in places:
        raise NotWritten(
            tr("A view has no coordinate system, so its targets have no place on earth."),
            hint=tr("Export it alone, as a GeoPackage."),
        )
    crs = crs_from(WGS84) if form.is_wgs84 else request.crs or crs_of(entries[0].grid)
    named = _named(crs, entries, form)
    if named is None and not form.is_wkt1:
        raise no_room(form.name, wkt_of(crs), hint=tr("Choose another coordinate system."))
    if form.is_wgs84 or named is None:
        for entry in entries:
            check_leads_to_earth(form.driver, entry.grid.crs)
        crs = crs_from(WGS84)
    return crs, named or crs


def _named(
    crs: QgsCoordinateReferenceSystem, entries: Sequence[Entry], form: ExportFormat
) -> Optional[QgsCoordinateReferenceSystem]:
    """The CRS as files of the format keep it for all entries; None where they cannot."""
    if form.is_wgs84 or not form.driver:
        return crs
    own = wkt_of(crs)
    texts = {kept_as(form.driver, entry.grid, own) for entry in entries}
    if None in texts:
        return None
    return crs if texts == {own} else crs_from((texts - {own}).pop())


def _write_coco(
    entries: Sequence[Entry],
    request: ExportRequest,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
) -> list[str]:
    pictures = [(entry, _scene(entry, scene_of)) for entry in entries]
    _, *files = write_coco(pictures, request.place)
    return [tr("The pictures lie beside it: {names}.").format(names=", ".join(file.name for file in files))]


def _scene(entry: Entry, scene_of: SceneOf) -> Scene:
    scene = scene_of(entry.id)
    if scene is None:
        raise NotWritten(
            tr("The pixels of «{question}» were not kept, so there is no picture to write.").format(
                question=printable(entry.question.text)[:80]
            ),
            hint=tr("Ask again, or choose another format."),
        )
    return scene


def _json_and_pictures(entries: Sequence[Entry], path: Path) -> list[Path]:
    return [path, *pictures_of(entries, path)]


def _write_raster(
    entries: Sequence[Entry],
    request: ExportRequest,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
) -> list[str]:
    """Small targets are written over large ones, so that none is hidden."""
    if len(entries) > 1:
        raise NotWritten(
            tr("A raster holds the targets of one question."), hint=tr("Export the questions one by one.")
        )
    (entry,) = entries
    sizes = sorted(entry.findings, key=lambda finding: -area_in_px(finding.outline, entry.grid))
    numbers = geometry_numbers(((finding.number, finding.outline) for finding in sizes), entry.grid)
    labels = {finding.number: printable(finding.target.label) for finding in entry.findings}
    texts = {**texts_of(entry), "targets": json.dumps(labels, ensure_ascii=False)}
    write_targets(numbers, entry.grid, request.place, texts)
    return []


WRITERS = {
    "file": Writer(_write_file, layer_from),
    "table": Writer(_write_table, layer_of),
    "coco": Writer(_write_coco, layer_from, files=_json_and_pictures),
    "raster": Writer(_write_raster, lambda path: QgsRasterLayer(str(path), path.stem), is_ours=holds_targets),
}
