"""A GeoPackage that holds other things too: they stay, whatever AskMap writes into it.

What is there is copied, the copy is changed, and takes the place of the old one when it is whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import gdal

from ..errors import NotWritten
from ..message import Message
from .gdal_errors import failures_as, some

STYLE = "AskMap"  # the description of the styles that AskMap saves; each is called as its layer
EXPORT_MARK = "askmap/export"  # in the style of a layer that was exported, which has no metadata of ours

# Of attributes.metadata: a layer that has these is ours
_OUR_METADATA = {"question", "reasoner_digest", "segmenter_digest"}
_MAGIC = b"SQLite format 3\x00"
# What GDAL and QGIS make in every GeoPackage; the user's own may be called «gpkg_notes»
_OF_GEOPACKAGE = {"layer_styles"} | {
    f"gpkg_{name}"
    for name in ("contents", "spatial_ref_sys", "geometry_columns", "extensions", "ogr_contents")
    + ("tile_matrix", "tile_matrix_set", "metadata", "metadata_reference")
    + ("data_columns", "data_column_constraints")
}
# Without any name of a layer in it, so that no name can be anything but a name
_ALL_TABLES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
_ALL_STYLES = "SELECT f_table_name, styleName, description, styleQML FROM layer_styles"
_STYLE_FIELDS = ("f_table_name", "styleName", "description", "styleQML")


def is_database(path: Path) -> bool:
    """GeoPackages are some; False for what is not there."""
    if not os.path.isfile(path):
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def check_layers(path: Path, layers: Sequence[str]) -> None:
    """Raises NotWritten where layers of these names are not, or may not be, AskMap's; path may be new."""
    if os.path.isfile(path) and path.stat().st_size:
        _contents_of(path, layers)


@contextmanager
def others_kept(path: Path, place: Path, layers: Sequence[str]) -> Iterator[None]:
    """In the block `place` holds what `path` does, without our layers of these names; new if that is all.

    Raises NotWritten, also where another program changes `path` before the block ends.
    """
    if not os.path.isfile(path) or not path.stat().st_size:
        yield
        return
    before = _state_of(path)
    if _contents_of(path, layers):
        shutil.copyfile(path, place)
        with failures_as(NotWritten, Message("{path} cannot be written.", path=path)):
            _remove_ours(place, layers)
    yield
    if _state_of(path) != before:
        raise NotWritten(
            "{path} was changed by another program meanwhile.",
            hint="Close it there, or choose another file name.",
            path=path,
        )


def _contents_of(path: Path, layers: Sequence[str]) -> bool:
    """Whether it holds anything but our layers of these names."""
    with failures_as(
        NotWritten,
        Message(
            "{path} cannot be written: what is there already is no GeoPackage that can be read.", path=path
        ),
    ):
        store = some(gdal.OpenEx(str(path), gdal.OF_READONLY, allowed_drivers=["GPKG"]))
        tables = {name for (name,) in _rows(store, _ALL_TABLES)}
        ours = {name for name in tables if name in layers and _is_ours(store, name, tables)}
        foreign = [name for name in tables - ours if name.lower() in layers]
        beside = [name for name in tables - ours if not _belongs(name, ours)]
        styles = [style for style in _styles(store, tables) if not style.is_ours]
    if foreign:
        raise NotWritten(
            "{path} holds a layer «{layer}» that is not AskMap's.",
            hint="Choose another file name.",
            path=path,
            layer=foreign[0],
        )
    return bool(beside or styles)


def _belongs(table: str, ours: set[str]) -> bool:
    """To every GeoPackage, or to one of our layers."""
    return table in _OF_GEOPACKAGE or table.startswith(("sqlite_", *(f"rtree_{name}_" for name in ours)))


def _is_ours(store: Any, name: str, tables: set[str]) -> bool:
    sheet = store.GetLayerByName(name)
    if sheet is None:
        return False
    if set(sheet.GetMetadata()) >= _OUR_METADATA:
        return True
    styles = [style for style in _styles(store, tables) if style.is_ours and style.layer == name]
    return any(EXPORT_MARK in style.content for style in styles)


@dataclass(frozen=True)
class _Style:
    """A row of layer_styles, where QGIS keeps styles in a GeoPackage."""

    layer: str
    name: str
    description: str
    content: str

    @property
    def is_ours(self) -> bool:
        return self.description == STYLE and self.name == self.layer


def _styles(store: Any, tables: set[str]) -> list[_Style]:
    if "layer_styles" not in tables:
        return []
    return [_Style(*(value or "" for value in row)) for row in _rows(store, _ALL_STYLES)]


def _rows(store: Any, query: str) -> list[list[Any]]:
    found = some(store.ExecuteSQL(query))
    try:
        return [[row.GetField(number) for number in range(row.GetFieldCount())] for row in found]
    finally:
        store.ReleaseResultSet(found)


def _remove_ours(place: Path, layers: Sequence[str]) -> None:
    store = some(gdal.OpenEx(str(place), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"]))
    names = [store.GetLayer(number).GetName() for number in range(store.GetLayerCount())]
    for number in reversed(range(len(names))):
        if names[number] in layers:
            store.DeleteLayer(number)
    sheet = store.GetLayerByName("layer_styles")
    if sheet is None:
        return
    for row in list(sheet):
        style = _Style(*(row.GetField(field) or "" for field in _STYLE_FIELDS))
        if style.is_ours and style.layer in layers:
            sheet.DeleteFeature(row.GetFID())


def _state_of(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns
