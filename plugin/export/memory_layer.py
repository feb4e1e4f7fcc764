"""Makes a layer in memory of the findings to export, in the wanted coordinate system."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from ...backend.entries.attributes import FIELDS, Value, attributes
from ...backend.entries.entry import Entry, Finding
from ...backend.errors import NotWritten
from ...backend.geo.crs import is_degrees, unit_m
from ...backend.geo.longitudes import MOST_PIECES
from ...backend.geo.outlines import cut_wgs84, ready_for_wgs84
from ...backend.geo.seams import cut_on_map, has_room, is_torn, longitudes_wkt
from ...backend.outputs.formats import DECIMALS, ExportFormat
from ...backend.stages import Grid
from ..language import tr
from ..map.geometries import shape_of
from ..map.transforms import crs_from, transform_between, transform_shape, wkt_of
from .columns import short_names
from .shaping import polygons

# A side so many metres long, times the root of a pixel's, bends by a tenth of a pixel in another system: its
# sagitta is length² · tan φ / 8 R, here at 75 degrees. Corners on it keep it where it is.
STRAIGHT_M = 1.2e3
DIGITS = 18  # a Shapefile's whole number with more is read as a broken one
_OF_PLACEMARKS = ("Name", "Description")

_KINDS: dict[type, Any]
if Qgis.QGIS_VERSION_INT < 33800:  # where QgsField began to take Qt 6's kinds
    _KINDS = {int: QVariant.LongLong, float: QVariant.Double, str: QVariant.String}
else:
    _KINDS = {int: QMetaType.Type.LongLong, float: QMetaType.Type.Double, str: QMetaType.Type.QString}


@dataclass(frozen=True)
class Sheet:
    """A layer in memory, the names of its columns, and which texts were cut."""

    layer: QgsVectorLayer
    names: dict[str, str]  # of the columns, as FIELDS has them, to those in the layer
    cut: dict[str, int]  # how many texts of a column lost their end


def crs_of(grid: Grid) -> QgsCoordinateReferenceSystem:
    """An invalid one where the grid has none."""
    return crs_from(grid.crs)


def sheet_of(
    entries: Sequence[Entry],
    export_format: ExportFormat,
    columns: Sequence[str],
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Sheet:
    """One feature a finding; raises NotWritten where one has no place in the coordinate system."""
    rows = [
        (_placed(finding, entry.grid, crs, context, export_format), _values(entry, finding, export_format))
        for entry in entries
        for finding in entry.findings
    ]
    listed = (*_OF_PLACEMARKS, *columns) if export_format.has_placemarks else tuple(columns)
    names = short_names(listed, export_format.name_letters)
    layer = QgsVectorLayer("MultiPolygon", tr("Targets"), "memory")
    layer.setCrs(crs)
    layer.dataProvider().addAttributes(
        [_column(names[name], FIELDS.get(name, str), export_format) for name in listed]
    )
    layer.updateFields()
    layer.dataProvider().addFeatures(_features(layer, rows, listed, export_format))
    return Sheet(layer, names, _cut(rows, listed, export_format))


def _column(name: str, kind: type, export_format: ExportFormat) -> QgsField:
    lengths = {str: export_format.text_bytes, int: DIGITS} if export_format.text_bytes else {}
    return QgsField(name, _KINDS[kind], "", lengths.get(kind, 0))


def _features(
    layer: QgsVectorLayer,
    rows: Sequence[tuple[QgsGeometry, dict[str, Value]]],
    columns: Sequence[str],
    export_format: ExportFormat,
) -> list[QgsFeature]:
    features = []
    for geometry, values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes([_fitting(values[name], export_format) for name in columns])
        features.append(feature)
    return features


def _fitting(value: Value, export_format: ExportFormat) -> Value:
    if isinstance(value, str):
        return value.encode()[: export_format.text_bytes].decode(errors="ignore")  # no half letters
    return value


def _cut(
    rows: Sequence[tuple[QgsGeometry, dict[str, Value]]], columns: Sequence[str], export_format: ExportFormat
) -> dict[str, int]:
    """How many values of each column were cut; columns without any are left out."""
    lost = {
        name: sum(_fitting(values[name], export_format) != values[name] for _, values in rows)
        for name in columns
    }
    return {name: count for name, count in lost.items() if count}


def _values(entry: Entry, finding: Finding, export_format: ExportFormat) -> dict[str, Value]:
    values = attributes(entry, finding)
    if not export_format.has_placemarks:
        return values
    return {**dict(zip(_OF_PLACEMARKS, _placemark_texts(values))), **values}


def _placemark_texts(values: dict[str, Value]) -> Iterator[str]:
    """A placemark's name and description; the latter is escaped, because Google Earth reads it as HTML."""
    number = tr("Target {number}").format(number=values["target"])
    label = " ".join(str(values["label"]).split())
    yield f"{label} ({number})" if label else number
    parts = [values["question"], values["note"], values["state"], f"{values['score']:.2f}"]
    yield html.escape(" · ".join(str(each) for each in parts if each))


def _placed(
    finding: Finding,
    grid: Grid,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    export_format: ExportFormat,
) -> QgsGeometry:
    here = crs_of(grid)
    if here == crs and not export_format.is_wgs84:
        return shape_of(finding.outline)
    if is_degrees(wkt_of(crs)):
        geometry = _in_degrees(finding, grid, crs, context)
    else:
        geometry = _on_map(finding, grid, crs, context)
    return geometry if geometry.isGeosValid() else QgsGeometry.collectGeometry(polygons(geometry))


def _in_degrees(
    finding: Finding,
    grid: Grid,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsGeometry:
    """Cut at 180 degrees and at the poles."""
    ready = ready_for_wgs84(finding.outline, grid.crs, _straight(grid))
    there = in_crs(shape_of(ready), crs_of(grid), crs, context) if ready else None
    placed = cut_wgs84(bytes(there.asWkb())) if there is not None else None
    if placed is None:
        raise _placeless(crs)
    return shape_of(placed).snappedToGrid(10**-DECIMALS, 10**-DECIMALS)


def _on_map(
    finding: Finding,
    grid: Grid,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsGeometry:
    """Cut at the edge of the map if it crosses that."""
    dense, map_wkt = shape_of(finding.outline).densifyByDistance(_straight(grid)), wkt_of(crs)
    if is_torn(bytes(dense.asWkb()), grid.crs, map_wkt):
        return _cut_on_map(finding, grid, crs, context)
    geometry = in_crs(dense, crs_of(grid), crs, context)
    if not has_room(bytes(geometry.asWkb()), map_wkt):
        raise _placeless(crs)
    return geometry


def _cut_on_map(
    finding: Finding,
    grid: Grid,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsGeometry:
    own = longitudes_wkt(wkt_of(crs))
    ready = ready_for_wgs84(finding.outline, grid.crs, _straight(grid)) if own else None
    there = in_crs(shape_of(ready), crs_of(grid), crs_from(own), context) if own and ready else None
    placed = cut_on_map(bytes(there.asWkb()), wkt_of(crs)) if there is not None else None
    if placed is None:
        raise _placeless(crs)
    return shape_of(placed)


def in_crs(
    geometry: QgsGeometry,
    here: QgsCoordinateReferenceSystem,
    there: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsGeometry:
    """Raises NotWritten where it has no coordinates there."""
    transform = transform_between(here, there, context)
    if transform is None:
        raise NotWritten(
            tr("There is no transformation from {here} to {crs}.").format(
                here=here.userFriendlyIdentifier(), crs=there.userFriendlyIdentifier()
            ),
            hint=tr("Export it as a GeoPackage, in its own coordinate system."),
        )
    moved = transform_shape(geometry, transform)
    if moved is None:
        raise _placeless(there)
    return moved


def _placeless(crs: QgsCoordinateReferenceSystem) -> NotWritten:
    return NotWritten(
        tr("A target has no place in the coordinate system {crs}.").format(crs=crs.userFriendlyIdentifier()),
        hint=tr("Choose another coordinate system."),
    )


def _straight(grid: Grid) -> float:
    """In map units."""
    a, b, _, d, e, _ = grid.affine
    metres = unit_m(grid.crs)
    longest = STRAIGHT_M * math.sqrt(math.sqrt(abs(a * e - b * d)) * metres) / metres
    xs, ys = zip(*grid.footprint())
    return max(longest, (max(xs) - min(xs)) / MOST_PIECES, (max(ys) - min(ys)) / MOST_PIECES)
