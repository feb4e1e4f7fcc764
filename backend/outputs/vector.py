"""Answers to vector files."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, NamedTuple

from osgeo import gdal, ogr

from ..atomic import atomic_write
from ..entries.attributes import (
    FIELDS,
    MARK_FIELDS,
    POINT_FIELDS,
    Value,
    attributes,
    mark_attributes,
    metadata,
    point_attributes,
)
from ..entries.entry import Entry, entry_from, new_id
from ..errors import NotWritten
from ..geo.crs import WGS84, crs_of, leads_to_earth, name_of
from ..geo.crs_in_files import kept_as, no_room
from ..geo.gdal_errors import failures_as, quiet, some
from ..geo.geopackage import others_kept
from ..geo.longitudes import merged
from ..geo.outlines import area_in_px, box_geometry, mapped, outline_wgs84, point_geometry
from ..message import Message
from ..stages import Answer, Grid
from .formats import DECIMALS, ExportFormat, answer_formats, holds_layers

DENSE_PX = 32  # a side this long stays straight to 0.01 px in any other CRS, on pixels of up to 300 m

LAYERS = TARGETS, BOXES, POINTS = "targets", "boxes", "points"  # of a GeoPackage

_KINDS = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString}


class Record(NamedTuple):
    """One feature: WKB in map units, and its values by field."""

    geometry: bytes
    values: dict[str, Value]


class LayerContent(NamedTuple):
    name: str
    kind: int  # an OGR geometry type
    fields: Mapping[str, type]
    records: Sequence[Record]


def write_answer(answer: Answer, path: Path | str) -> Path:
    """As write_entry, of an answer that nobody has reviewed."""
    return write_entry(entry_from(answer, new_id()), path)


def write_entry(entry: Entry, path: Path | str) -> Path:
    """One feature a finding, in the format of the file's ending; what was written, or NotWritten.

    A finding whose outline is empty has no polygon; a GeoPackage still holds its box and points. Where
    nothing was found the file is written without features.
    """
    path = written_as(path)
    form = format_of(path, entry.grid)
    layers = [LayerContent(TARGETS, ogr.wkbMultiPolygon, FIELDS, records(entry))]
    if form.holds_layers:
        layers += [
            LayerContent(BOXES, ogr.wkbPolygon, MARK_FIELDS, mark_records(entry, BOXES)),
            LayerContent(POINTS, ogr.wkbPoint, POINT_FIELDS, mark_records(entry, POINTS)),
        ]
    with (
        _place_for(path, form) as place,
        failures_as(NotWritten, Message("{path} cannot be written.", path=path)),
    ):
        _write(place, form, layers, entry)
        _check(str(place), path, layers)
    return path


def written_as(path: Path | str) -> Path:
    """The name that the file gets: its ending comes out in small letters, because GDAL writes no .SHP."""
    return Path(path).with_suffix(Path(path).suffix.lower())


def layers_in(path: Path) -> dict[Path, Sequence[str]]:
    """What is written into a GeoPackage, by the name that it gets; nothing for other files."""
    path = written_as(path)
    return {path: LAYERS} if holds_layers(path) else {}


def records(entry: Entry) -> list[Record]:
    """The findings that have an outline."""
    return [
        Record(finding.outline, attributes(entry, finding))
        for finding in entry.findings
        if area_in_px(finding.outline, entry.grid)
    ]


def mark_records(entry: Entry, table: str) -> list[Record]:
    """The boxes or the points of all findings."""
    return _boxes(entry) if table == BOXES else _points(entry)


def _boxes(entry: Entry) -> list[Record]:
    return [
        Record(box_geometry(finding.target.box, entry.grid), mark_attributes(finding))
        for finding in entry.findings
        if finding.target.box
    ]


def _points(entry: Entry) -> list[Record]:
    return [
        Record(point_geometry(point, entry.grid), point_attributes(finding, is_positive))
        for finding in entry.findings
        for points, is_positive in ((finding.target.points, True), (finding.target.negatives, False))
        for point in points
    ]


def export_format_of(path: Path) -> ExportFormat:
    """By the file's ending, as written_as has it; raises NotWritten."""
    form = answer_formats().get(path.suffix)
    if form is None:
        raise NotWritten(
            "AskMap writes no «{suffix}» files.",
            hint=Message("Choose a name that ends in {names}.", names=", ".join(answer_formats())),
            suffix=path.suffix,
        )
    return form


def format_of(path: Path, grid: Grid) -> ExportFormat:
    """Raises NotWritten also where the file cannot hold what lies on the grid."""
    form = export_format_of(path)
    if form.is_wgs84 and not grid.crs:
        raise NotWritten(
            "{driver} is always in WGS 84, but the raster has no coordinate system.",
            hint="Write a GeoPackage (.gpkg) instead.",
            driver=form.driver,
        )
    if _is_wgs84(form, grid):
        check_leads_to_earth(form.driver, grid.crs)
    elif grid.crs and kept_as(form.driver, grid) is None:
        raise no_room(form.driver, grid.crs, hint=Message("Write GeoJSON (.geojson) instead."))
    return form


def check_leads_to_earth(driver: str, crs: str) -> None:
    """Raises NotWritten where what is always in WGS 84 has no place there."""
    if not leads_to_earth(crs):
        raise NotWritten(
            "{driver} would be written in WGS 84, and there is no transformation to it from «{crs}».",
            hint="Write a GeoPackage (.gpkg) instead.",
            driver=driver,
            crs=name_of(crs),
        )


@contextmanager
def _place_for(path: Path, form: ExportFormat) -> Iterator[Path]:
    """Where to write; other layers that stay are there already."""
    with (
        atomic_write(path) as place,
        others_kept(path, place, LAYERS) if form.holds_layers else nullcontext(),
    ):
        yield place


def _write(place: Path, form: ExportFormat, layers: Sequence[LayerContent], entry: Entry) -> None:
    is_wgs84 = _is_wgs84(form, entry.grid)
    own = kept_as(form.driver, entry.grid) if entry.grid.crs and not is_wgs84 else form.nowhere
    wkt = WGS84 if is_wgs84 else own
    crs = crs_of(wkt) if wkt else None
    driver = ogr.GetDriverByName(form.driver)
    store = some(driver.Open(str(place), 1) if place.exists() else driver.CreateDataSource(str(place)))
    for layer in layers:
        sheet = _created(store, layer, crs, form)
        sheet.SetMetadata(metadata(entry))
        for field, kind in layer.fields.items():
            sheet.CreateField(_column(field, kind, form))
        for record in layer.records:
            sheet.CreateFeature(
                _feature(_on_earth(record, entry.grid) if is_wgs84 else record, sheet.GetLayerDefn(), form)
            )
    _close(store)


def _created(store: Any, layer: LayerContent, crs: Any, form: ExportFormat) -> Any:
    """A driver that tries WKT 1 first fails aloud at what that cannot hold, and then writes WKT 2."""
    count = store.GetLayerCount()
    with quiet() as failures, suppress(RuntimeError):
        store.CreateLayer(layer.name, crs, layer.kind, list(form.options))
    if store.GetLayerCount() == count:
        raise RuntimeError(*failures[:1])
    return store.GetLayer(count)


def _close(store: Any) -> None:
    """FlatGeobuf writes everything now, and what fails here is heard."""
    close = store.Close if hasattr(store, "Close") else store.Destroy  # GDAL 3.8 renamed it
    close()


def _column(name: str, kind: type, form: ExportFormat) -> Any:
    column = ogr.FieldDefn(name[: form.name_letters], _KINDS[kind])
    if form.text_bytes and kind is str:
        column.SetWidth(form.text_bytes)
    return column


def _feature(record: Record, columns: Any, form: ExportFormat) -> Any:
    feature = ogr.Feature(columns)
    for number, value in enumerate(record.values.values()):
        if isinstance(value, str):
            value = value.encode()[: form.text_bytes].decode(errors="ignore")  # no half letters
        feature.SetField(number, value)
    feature.SetGeometry(ogr.CreateGeometryFromWkb(record.geometry))
    return feature


def _is_wgs84(form: ExportFormat, grid: Grid) -> bool:
    """Also where its own coordinate system is none that the format can hold."""
    return form.is_wgs84 or bool(form.is_wkt1 and grid.crs and kept_as(form.driver, grid) is None)


def _on_earth(record: Record, grid: Grid) -> Record:
    a, b, _, d, e, _ = grid.affine
    there = outline_wgs84(record.geometry, grid.crs, DENSE_PX * math.sqrt(abs(a * e - b * d)))
    if there is None:
        raise NotWritten(
            "Target {target} cannot be written in longitudes and latitudes of WGS 84.",
            hint="Write a GeoPackage (.gpkg) instead.",
            target=record.values["target"],
        )
    outline = mapped(ogr.CreateGeometryFromWkb(there), lambda x, y: (round(x, DECIMALS), round(y, DECIMALS)))
    with suppress(RuntimeError):  # GEOS gives up: then its parts touch where they were rounded
        outline = merged(outline)
    return record._replace(geometry=bytes(outline.ExportToWkb()))


def _check(name: str, path: Path, layers: Sequence[LayerContent]) -> None:
    """Some drivers do not notice a full disk."""
    store = some(gdal.OpenEx(name, gdal.OF_VECTOR))
    for layer in layers:
        sheet = store.GetLayerByName(layer.name) or some(
            store.GetLayer(0)
        )  # a shapefile's has its file's name
        if sum(1 for _ in sheet) != len(layer.records):
            raise NotWritten("{path} cannot be written whole.", path=path)
