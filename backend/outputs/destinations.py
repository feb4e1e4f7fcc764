"""What is written is never what was asked about, nor a part of it, nor the file of another output."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from ..atomic import SIDE_FILES, check_place, clear_leftovers, files_replaced_with
from ..errors import NotWritten, Overwrites
from ..geo.geopackage import check_layers, is_database
from ..message import Message
from ..raster.files import BESIDE, WORLD, parts_of

Key = tuple[object, ...]


def check_outputs(
    outputs: Sequence[Path],
    rasters: Iterable[str],
    models: Iterable[Path] = (),
    layers: Mapping[Path, Sequence[str]] = MappingProxyType({}),
) -> None:
    """Raises NotWritten for what would change the rasters or the models, and for what cannot be written.

    `layers` are those that are written into a GeoPackage, where other ones stay. It leaves everything as it
    is, so call it before the work begins.
    """
    for path in outputs:
        _check_place(path)
    _check_apart(outputs)
    for raster in rasters:
        _check_raster(outputs, parts_of(raster))
    for model in models:
        _check_model(outputs, model)
    for path in outputs:
        _check_content(path, layers)


def _check_place(path: Path) -> None:
    """That a file of this name can be made, or is one that can be replaced."""
    if not os.path.isdir(path.parent):
        raise NotWritten(
            "{path} cannot be written: there is no folder {parent}.", path=path, parent=path.parent
        )
    if os.path.exists(path) and not os.path.isfile(path):
        raise Overwrites("{path} is there already and is no file.", path=path)
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise Overwrites("{path} is protected against writing.", path=path)
    clear_leftovers(path.parent)
    check_place(path)
    _check_side_files(path)


def _check_content(path: Path, layers: Mapping[Path, Sequence[str]]) -> None:
    if path in layers:
        check_layers(path, layers[path])
    elif is_database(path):
        raise Overwrites("{path} is a database; to write there would destroy it.", path=path)


def _check_side_files(path: Path) -> None:
    """A Shapefile's table or a raster's overviews may lie there alone, and a .prj may be a raster's."""
    if os.path.exists(path):
        return
    for file in sorted(files_replaced_with(path)):
        if os.path.lexists(file) and file != path:
            hint = Message("Choose another name.")
            if path.suffix.lower() in SIDE_FILES:
                hint = Message("Choose another name, or write a GeoPackage (.gpkg) instead.")
            raise NotWritten(
                "{path} needs {name}, which is there already and belongs to something else.",
                hint,
                path=path,
                name=file.name,
            )


def _check_apart(outputs: Sequence[Path]) -> None:
    taken: dict[Key, Path] = {}
    for path in outputs:
        beside = {Path(f"{path}{ending}") for ending in BESIDE}
        for key in {_key(file) for file in files_replaced_with(path) | beside}:
            if taken.setdefault(key, path) is not path:
                raise Overwrites("{path} and {other} would be the same file.", path=path, other=taken[key])


def _check_raster(outputs: Iterable[Path], parts: Iterable[Path]) -> None:
    parts = set(parts)
    files = {_key(part): part for part in parts}
    folders = {_key(part): part for part in parts if os.path.isdir(part)}
    for path in outputs:
        for file in files_replaced_with(path):
            if part := files.get(_key(file)):
                raise Overwrites(
                    "{path} would overwrite {part}, which is a part of the raster.", path=path, part=part
                )
        if _key(_without(path, BESIDE)) in files or _is_beside(path, parts):
            raise Overwrites("{path} would be taken for a part of the raster.", path=path)
        if folder := _folder_around(path, folders):
            raise Overwrites("{path} lies in {folder}, which is the raster itself.", path=path, folder=folder)


def _without(path: Path, endings: Sequence[str]) -> Path:
    """Without one of the endings behind its whole name."""
    ending = next((ending for ending in endings if path.name.lower().endswith(ending)), "")
    return path.with_name(path.name[: -len(ending)]) if ending and path.name != ending else path


def _is_beside(path: Path, parts: Iterable[Path]) -> bool:
    """Whether its name is that of a raster but for an ending that says where the raster lies."""
    if path.suffix.lower() not in WORLD:
        return False
    same = (part for part in parts if part.stem.casefold() == path.stem.casefold())
    return any(_key(part.parent) == _key(path.parent) for part in same)


def _check_model(outputs: Iterable[Path], model: Path) -> None:
    for path in outputs:
        if _key(path) == _key(model) or _folder_around(path, {_key(model): model}):
            raise Overwrites("{path} lies in {model}, which is a model.", path=path, model=model)


def _folder_around(path: Path, folders: dict[Key, Path]) -> Path | None:
    around = Path(os.path.realpath(path)).parents
    return next((folders[_key(folder)] for folder in around if _key(folder) in folders), None)


def _key(path: Path) -> Key:
    """Which file it is, whatever it is called; of one that is not there, its name in any case of letters."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return (unicodedata.normalize("NFC", os.path.realpath(path)).casefold(),)
    return status.st_dev, status.st_ino
