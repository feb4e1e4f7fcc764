"""Writes findings of one or more entries to a file or a table; for a worker thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from traceback import clear_frames
from typing import Union

from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer, QgsVectorLayer

from ...backend.entries.entry import Entry, Finding
from ...backend.errors import AskMapError, Cancelled, NotWritten
from ...backend.geo.outlines import area_in_px
from ...backend.outputs.destinations import check_outputs
from ...backend.outputs.formats import FORMATS
from ...backend.stages import Progress, Report, ignore
from ..language import tr
from ..map.geometries import shape_of
from .database_writer import Table
from .file_writer import layers_in
from .memory_layer import crs_of
from .shaping import shape_outline
from .writers import WRITERS, ExportRequest, SceneOf, Writer


@dataclass(frozen=True)
class Exported:
    form: str
    place: Union[Path, Table]
    count: int  # of targets
    warnings: tuple[str, ...] = ()


def export(
    entries: Sequence[Entry],
    request: ExportRequest,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
    report: Report = ignore,
) -> Exported:
    """Raises NotWritten; an older file or table is unchanged then."""
    try:
        return _export(entries, request, scene_of, context, report)
    except (AskMapError, Cancelled) as error:
        clear_frames(error.__traceback__)  # their layers belong to this thread, and end with it
        raise


def findings_in(entry: Entry, states: Sequence[str]) -> tuple[Finding, ...]:
    """The findings in these states that have an outline; an empty mask has none."""
    return tuple(f for f in entry.in_state(*states) if area_in_px(f.outline, entry.grid))


def layer_with(exported: Exported) -> Union[QgsVectorLayer, QgsRasterLayer, None]:
    """The written layer to show, None where QGIS cannot draw the format; for the main thread."""
    form = FORMATS[exported.form]
    return WRITERS[form.writer].opened(exported.place) if form.opens_in_qgis else None


def _export(
    entries: Sequence[Entry],
    request: ExportRequest,
    scene_of: SceneOf,
    context: QgsCoordinateTransformContext,
    report: Report,
) -> Exported:
    report(Progress(0.0, tr("Shaping the outlines")))
    if isinstance(request.place, Path):
        _check(entries, request)
    kept = [entry for entry in (_shape(each, request, report) for each in entries) if entry.findings]
    if not kept:
        raise NotWritten(
            tr("None of the chosen targets is left to export."),
            hint=tr("Choose other targets, or smaller areas to leave out."),
        )
    report(Progress(0.5, tr("Writing")))
    warnings = _writer(request).write(kept, request, scene_of, context)
    return Exported(request.form, request.place, sum(len(entry.findings) for entry in kept), tuple(warnings))


def _check(entries: Sequence[Entry], request: ExportRequest) -> None:
    """Raises NotWritten where a file would replace a raster that was not exported by AskMap."""
    _check_layers(request)
    writer, asked = _writer(request), {entry.provenance.source for entry in entries} | set(request.rasters)
    if writer.is_ours(request.place):
        asked.discard(str(request.place))
    check_outputs(writer.files(entries, request.place), asked, layers=layers_in(request.place))


def _check_layers(request: ExportRequest) -> None:
    for layer in request.layers:
        if request.place.exists() and layer.exists() and request.place.samefile(layer):
            raise NotWritten(
                tr(
                    "{file} is a layer of the map that is being edited, or that AskMap did not export."
                ).format(file=request.place.name),
                hint=tr("Choose another file name, or remove the layer from the map first."),
            )


def _shape(entry: Entry, request: ExportRequest, report: Report) -> Entry:
    crs, found = crs_of(entry.grid), []
    for finding in findings_in(entry, request.states):
        report(Progress(0.25, tr("Shaping the outlines")))
        made = shape_outline(shape_of(finding.outline), crs, request.shaping)
        if made is not None:
            found.append(replace(finding, outline=bytes(made.asWkb())))
    return replace(entry, findings=tuple(found))


def _writer(request: ExportRequest) -> Writer:
    return WRITERS[FORMATS[request.form].writer]
