"""Findings of one or more entries → a file or a table that other programs read; for a worker thread."""

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
from .shaping import shaped
from .writers import WRITERS, Export, SceneOf, Writer


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
    report: Report = ignore,
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
    form = FORMATS[exported.form]
    return WRITERS[form.writer].opened(exported.place) if form.opens_in_qgis else None


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
    warnings = _writer(wish).write(kept, wish, scene_of, context)
    return Exported(wish.form, wish.place, sum(len(entry.findings) for entry in kept), tuple(warnings))


def _check(entries: Sequence[Entry], wish: Export) -> None:
    """Raises NotWritten where a file would replace a raster, but for one that was exported before."""
    _check_layers(wish)
    writer, asked = _writer(wish), {entry.provenance.source for entry in entries} | set(wish.rasters)
    if writer.is_ours(wish.place):
        asked.discard(str(wish.place))
    check_outputs(writer.files(entries, wish.place), asked, layers=layers_in(wish.place))


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


def _writer(wish: Export) -> Writer:
    return WRITERS[FORMATS[wish.form].writer]
