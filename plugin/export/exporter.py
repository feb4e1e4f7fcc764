"""Findings of one or more entries → a file or a table that other programs read; for a worker thread."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from traceback import clear_frames
from typing import Callable, Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...backend.entries.attributes import FIELDS
from ...backend.entries.attributes import metadata as texts_of
from ...backend.entries.entry import ACCEPTED, Entry, Finding
from ...backend.errors import AskMapError, Cancelled, NotWritten
from ...backend.geo.crs import WGS84
from ...backend.geo.crs_in_files import kept_as, no_room
from ...backend.geo.outlines import area_in_px, geometry_numbers
from ...backend.outputs.coco import pictures_of, write_coco
from ...backend.outputs.destinations import check_outputs
from ...backend.outputs.geotiff import holds_targets, write_targets
from ...backend.outputs.vector import check_leads_to_earth
from ...backend.stages import Progress, Report, Scene, unheard
from ...backend.text import printable
from ..language import tr
from ..layers.styles import BY_TARGET
from ..map.geometries import shape_of
from ..map.transforms import crs_from, wkt_of
from .database_writer import Table, layer_of, write_table
from .file_writer import layer_from, layers_in, write_file
from .formats import COCO, FORMATS, GEOPACKAGE, POSTGIS, RASTER, Format
from .memory_layer import crs_of, sheet_of
from .metadata import Words, metadata
from .shaping import AS_FOUND, Shaping, shaped

ALWAYS = ("target", "state")  # columns that the style draws by
SceneOf = Callable[[str], Optional[Scene]]  # by an entry's id; None where its pixels were not kept


@dataclass(frozen=True)
class Export:
    """What somebody wants; colours and context come from the main thread."""

    form: str  # in FORMATS
    place: Union[Path, Table]
    crs: Optional[QgsCoordinateReferenceSystem] = None  # None = that of the first scene
    states: tuple[str, ...] = (ACCEPTED,)
    columns: tuple[str, ...] = tuple(FIELDS)
    shaping: Shaping = AS_FOUND
    colouring: str = BY_TARGET
    rasters: tuple[str, ...] = ()  # on the map, as GDAL opens them: never written over
    layers: tuple[Path, ...] = ()  # files of vectors on the map that are never written over either


@dataclass(frozen=True)
class Exported:
    form: str
    place: Union[Path, Table]
    count: int  # of targets
    warnings: tuple[str, ...] = ()


def export(
    entries: Sequence[Entry],
    wish: Export,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
    report: Report = unheard,
) -> Exported:
    """Raises NotWritten, and then an older file or table is as it was."""
    try:
        return _exported(entries, wish, scene_of, context, report)
    except (AskMapError, Cancelled) as error:
        clear_frames(error.__traceback__)  # their layers belong to this thread, and end with it
        raise


def chosen(entry: Entry, states: Sequence[str]) -> tuple[Finding, ...]:
    """Those with an outline: a target whose mask is empty has nothing to show."""
    return tuple(f for f in entry.in_state(*states) if area_in_px(f.outline, entry.grid))


def layer_with(exported: Exported) -> Union[QgsVectorLayer, QgsRasterLayer, None]:
    """To look at; none for what QGIS cannot draw. For the main thread."""
    if exported.form == COCO:
        return None
    if exported.form == RASTER:
        return QgsRasterLayer(str(exported.place), exported.place.stem)
    if exported.form == POSTGIS:
        return layer_of(exported.place)
    return layer_from(exported.place)


def _exported(
    entries: Sequence[Entry],
    wish: Export,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
    report: Report,
) -> Exported:
    report(Progress(0.0, tr("Shaping the outlines")))
    if isinstance(wish.place, Path):
        _check(entries, wish)
    kept = [entry for entry in (_shaped(each, wish, report) for each in entries) if entry.findings]
    if not kept:
        raise NotWritten(
            tr("None of the chosen targets is left to export."),
            hint=tr("Choose other targets, or smaller areas to leave out."),
        )
    report(Progress(0.5, tr("Writing")))
    if wish.form == COCO:
        warnings = _write_coco(kept, wish.place, scene_of)
    elif wish.form == RASTER:
        warnings = _write_raster(kept, wish.place)
    else:
        warnings = _write_layer(kept, wish, context)
    return Exported(wish.form, wish.place, sum(len(entry.findings) for entry in kept), tuple(warnings))


def _check(entries: Sequence[Entry], wish: Export) -> None:
    """Raises NotWritten where a file would replace a raster, but for one that was exported before."""
    _check_layers(wish)
    files = [wish.place]
    if wish.form == COCO:
        files += pictures_of(entries, wish.place)
    asked = {entry.provenance.source for entry in entries} | set(wish.rasters)
    if wish.form == RASTER and holds_targets(wish.place):
        asked.discard(str(wish.place))
    check_outputs(files, asked, layers=layers_in(wish.place) if wish.form == GEOPACKAGE else {})


def _check_layers(wish: Export) -> None:
    for layer in wish.layers:
        if wish.place.exists() and layer.exists() and wish.place.samefile(layer):
            raise NotWritten(
                tr(
                    "{file} is a layer of the map that is being edited, or that AskMap did not export."
                ).format(file=wish.place.name),
                hint=tr("Choose another file name, or remove the layer from the map first."),
            )


def _shaped(entry: Entry, wish: Export, report: Report) -> Entry:
    crs, found = crs_of(entry.grid), []
    for finding in chosen(entry, wish.states):
        report(Progress(0.25, tr("Shaping the outlines")))
        made = shaped(shape_of(finding.outline), crs, wish.shaping)
        if made is not None:
            found.append(replace(finding, outline=bytes(made.asWkb())))
    return replace(entry, findings=tuple(found))


def _write_layer(entries: Sequence[Entry], wish: Export, context: QgsCoordinateTransformContext) -> list[str]:
    form = FORMATS[wish.form]
    columns = tuple(name for name in FIELDS if name in wish.columns or name in ALWAYS)
    crs, named = _crs_for(entries, wish)
    sheet = sheet_of(entries, form, columns, crs, context)
    sheet.layer.setCrs(named)
    words = Words(metadata(entries, wish.shaping, columns), sheet.names, wish.colouring)
    if isinstance(wish.place, Table):
        return write_table(sheet, words, wish.place, context)
    return write_file(sheet, words, form, wish.place, context)


def _crs_for(
    entries: Sequence[Entry], wish: Export
) -> tuple[QgsCoordinateReferenceSystem, QgsCoordinateReferenceSystem]:
    """The wanted one, and in words that the format keeps; where nothing lies on earth, none."""
    form, places = FORMATS[wish.form], {bool(entry.grid.crs) for entry in entries}
    if places == {False} and not form.is_wgs84:
        return QgsCoordinateReferenceSystem(), QgsCoordinateReferenceSystem()
    if False in places:
        raise NotWritten(
            tr("A view has no coordinate system, so its targets have no place on earth."),
            hint=tr("Export it alone, as a GeoPackage."),
        )
    crs = crs_from(WGS84) if form.is_wgs84 else wish.crs or crs_of(entries[0].grid)
    named = _named(crs, entries, form)
    if named is None and not form.is_wkt1:
        raise no_room(form.name, wkt_of(crs), hint=tr("Choose another coordinate system."))
    if form.is_wgs84 or named is None:
        for entry in entries:
            check_leads_to_earth(form.driver, entry.grid.crs)
        crs = crs_from(WGS84)
    return crs, named or crs


def _named(
    crs: QgsCoordinateReferenceSystem, entries: Sequence[Entry], form: Format
) -> Optional[QgsCoordinateReferenceSystem]:
    """As the format's files keep it for all of them; None where they have no room for it."""
    if form.is_wgs84 or not form.driver:
        return crs
    own = wkt_of(crs)
    texts = {kept_as(form.driver, entry.grid, own) for entry in entries}
    if None in texts:
        return None
    return crs if texts == {own} else crs_from((texts - {own}).pop())


def _write_coco(entries: Sequence[Entry], path: Path, scene_of: SceneOf) -> list[str]:
    pictures = []
    for entry in entries:
        scene = scene_of(entry.id)
        if scene is None:
            raise NotWritten(
                tr("The pixels of «{question}» were not kept, so there is no picture to write.").format(
                    question=printable(entry.question.text)[:80]
                ),
                hint=tr("Ask again, or choose another format."),
            )
        pictures.append((entry, scene))
    _, *files = write_coco(pictures, path)
    return [tr("The pictures lie beside it: {names}.").format(names=", ".join(file.name for file in files))]


def _write_raster(entries: Sequence[Entry], path: Path) -> list[str]:
    """Small targets lie on large ones, so that none is swallowed."""
    if len(entries) > 1:
        raise NotWritten(
            tr("A raster holds the targets of one question."), hint=tr("Export the questions one by one.")
        )
    (entry,) = entries
    sizes = sorted(entry.findings, key=lambda finding: -area_in_px(finding.outline, entry.grid))
    numbers = geometry_numbers(((finding.number, finding.outline) for finding in sizes), entry.grid)
    labels = {finding.number: printable(finding.target.label) for finding in entry.findings}
    said = {**texts_of(entry), "targets": json.dumps(labels, ensure_ascii=False)}
    write_targets(numbers, entry.grid, path, said)
    return []
