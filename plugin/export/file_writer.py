"""A layer in memory → a vector file, whole or not at all, with its style and metadata inside or beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...backend.atomic import atomic_write
from ...backend.errors import NotWritten
from ...backend.geo.gdal_errors import quiet
from ...backend.geo.geopackage import EXPORT_MARK, STYLE, others_kept
from ...backend.outputs.formats import ExportFormat, holds_layers
from ..language import tr
from .columns import meanings
from .memory_layer import Sheet
from .metadata import LayerDescription

TABLE = "targets"
QML, METADATA, KEY = ".qml", ".qmd", "_fields.csv"
KEY_HEADINGS = ("column", "name", "meaning", "shortened texts")
_MARKS = {  # by which a file is known for one of ours
    QML: EXPORT_MARK.encode(),
    METADATA: b"AskMap ",
    KEY: ",".join(KEY_HEADINGS).encode(),
}


def write_file(
    sheet: Sheet,
    description: LayerDescription,
    form: ExportFormat,
    path: Path,
    context: QgsCoordinateTransformContext,
) -> list[str]:
    """What the user must know of it, sentence by sentence; raises NotWritten and leaves older files alone.

    A file beside it that is not ours, such as the style of a raster of the same name, is left alone.
    """
    beside = [] if form.has_style_inside else [QML, METADATA]
    beside += [KEY] if form.name_letters else []
    taken = [ending for ending in beside if not _may_write(_beside(path, ending), _MARKS[ending])]
    with atomic_write(path) as place, _with_others(form, path, place), quiet():
        _write(sheet.layer, form, place, context)
        if form.has_style_inside:
            _write_inside(description, place)
        _check(sheet.layer, place)
        description.put_on(sheet.layer)
        for ending in beside:
            if ending not in taken:
                _write_beside(sheet, ending, _beside(place, ending))
    return [*_kept_note(path, taken), *_cut_note(sheet, path)]


def layers_in(place: Path) -> dict[Path, Sequence[str]]:
    """The layers that are written into a file that keeps its others; none for other files."""
    return {place: (TABLE,)} if holds_layers(place) else {}


def layer_from(path: Path) -> QgsVectorLayer:
    """As QGIS opens it, with the style that was written."""
    source = f"{path}|layername={TABLE}" if holds_layers(path) else str(path)
    options = QgsVectorLayer.LayerOptions()
    options.skipCrsValidation = True  # else QGIS asks for a CRS where the scene has none
    return QgsVectorLayer(source, path.stem, "ogr", options)


def _with_others(form: ExportFormat, path: Path, place: Path) -> AbstractContextManager[None]:
    return others_kept(path, place, (TABLE,)) if form.holds_layers else nullcontext()


def _write(
    layer: QgsVectorLayer, form: ExportFormat, place: Path, context: QgsCoordinateTransformContext
) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerOptions = form.driver, list(form.options)
    if not layer.crs().isValid():
        options.layerOptions = [*form.options, *form.nowhere_options]
    options.layerName, options.fileEncoding = TABLE, "UTF-8"
    if place.exists():  # with what else is in it
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(place), context, options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise _not_written(place, message)


def _write_inside(description: LayerDescription, place: Path) -> None:
    """Into the GeoPackage's own tables, where every QGIS looks."""
    written = layer_from(place)
    description.put_on(written)
    failed = written.saveStyleToDatabase(TABLE, STYLE, True, "")
    saved, message = QgsProviderRegistry.instance().saveLayerMetadata(
        "ogr", written.source(), description.metadata
    )
    if failed or not saved:
        raise _not_written(place, failed or message)


def _check(layer: QgsVectorLayer, place: Path) -> None:
    """Some drivers do not notice a full disk."""
    back = layer_from(place)
    if not back.isValid() or sum(1 for _ in back.getFeatures()) != layer.featureCount():
        raise _not_written(place, "it cannot be read back")


def _write_beside(sheet: Sheet, ending: str, place: Path) -> None:
    if ending == KEY:
        _write_key(sheet, place)
        return
    save = sheet.layer.saveNamedStyle if ending == QML else sheet.layer.saveNamedMetadata
    message, saved = save(str(place))
    if not saved:
        raise _not_written(place, message)


def _write_key(sheet: Sheet, place: Path) -> None:
    """With a byte order mark, by which Excel recognises UTF-8."""
    known = meanings()
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(KEY_HEADINGS)
        rows.writerows(
            (short, name, known.get(name, ""), sheet.cut.get(name, 0)) for name, short in sheet.names.items()
        )


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.stem}{ending}")


def _may_write(path: Path, mark: bytes) -> bool:
    return not path.exists() or (path.is_file() and mark in path.read_bytes())


def _kept_note(path: Path, endings: list[str]) -> Iterator[str]:
    for ending in endings:
        yield tr("{file} was there already and belongs to something else, so it stays as it is.").format(
            file=_beside(path, ending).name
        )


def _cut_note(sheet: Sheet, path: Path) -> Iterator[str]:
    if sheet.cut:
        yield tr("A Shapefile holds no long texts, so some were cut; {file} says which.").format(
            file=_beside(path, KEY).name
        )


def _not_written(place: Path, details: str) -> NotWritten:
    error = NotWritten(tr("{file} cannot be written.").format(file=place.name))
    error.__cause__ = RuntimeError(details)
    return error
