"""Moves files of answers beside their project when it is first saved, and points their layers there.

While QGIS writes a project its signal writeProject comes before the layers are written and after the layer
tree is: the sources change in the layers, and in the tree's part of the document by hand.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from qgis.core import QgsDataProvider, QgsMapLayer, QgsProject, QgsProviderRegistry, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ...backend.atomic import make_folder
from ..layers.paths import SQLITE_LOGS, file_behind
from .paths import unsaved_folder


def move_answers(project: QgsProject, folder: Path) -> list[Path]:
    """Copies files in the folder of unsaved projects into `folder`, and points their layers there.

    Returns the old files, to be removed once the project is saved. A file that is being edited stays, because
    a new source would discard the edits.
    """
    moved = []
    for file, layers in _files_of(project).items():
        if not any(layer.isEditable() for layer in layers):
            copy = _copy(file, folder)
            if _repoint(layers, file, copy):
                moved.append(file)
    return moved


def correct_tree(document: QDomDocument, project: QgsProject) -> None:
    """Writes the current sources of the layers into the layer tree of a project that is being saved."""
    context = QgsReadWriteContext()
    context.setPathResolver(project.pathResolver())
    nodes = document.elementsByTagName("layer-tree-layer")
    for number in range(nodes.count()):
        node = nodes.at(number).toElement()
        layer = project.mapLayer(node.attribute("id"))
        if layer is not None and file_behind(layer) is not None:
            node.setAttribute("source", layer.encodedSource(layer.source(), context))


def move_rest(old: Path, folder: Path, project: QgsProject, copied: Sequence[Path] = ()) -> list[Path]:
    """Moves files of answers that no layer shows and that are not in `copied`; their new paths."""
    used = {*map(file_behind, project.mapLayers().values()), *copied}
    files = [file for file in sorted(old.glob("*")) if file.is_file() and not file.name.endswith(SQLITE_LOGS)]
    moved = []
    for file in files:
        if file not in used:
            make_folder(folder)
            moved.append(_free_name(folder / file.name))
            # Together: a log beside a file that is not its own destroys that file
            for ending in ("-wal", ""):
                if Path(f"{file}{ending}").exists():
                    shutil.move(f"{file}{ending}", f"{moved[-1]}{ending}")
    return moved


def _files_of(project: QgsProject) -> dict[Path, list[QgsMapLayer]]:
    files: dict[Path, list[QgsMapLayer]] = {}
    for layer in project.mapLayers().values():
        file = file_behind(layer)
        if file is not None and unsaved_folder() in file.parents and file.is_file():
            files.setdefault(file, []).append(layer)
    return files


def _copy(file: Path, folder: Path) -> Path:
    make_folder(folder)
    copy = _free_name(folder / file.name)
    # In this order: what moves from the log to the file meanwhile is then in both
    for ending in ("-wal", ""):
        if Path(f"{file}{ending}").exists():
            shutil.copy2(f"{file}{ending}", f"{copy}{ending}")
    return copy


def _free_name(path: Path) -> Path:
    """Free of logs too: SQLite would take one that another file left there for ours."""
    endings = ("", *SQLITE_LOGS)
    return next(name for name in _names(path) if not any(os.path.lexists(f"{name}{e}") for e in endings))


def _names(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_name(f"{path.stem}_{number}{path.suffix}") for number in count(2))


def _repoint(layers: Sequence[QgsMapLayer], file: Path, copy: Path) -> bool:
    """Points all layers to the copy, or all back to the old file where one cannot; whether it was done."""
    done = all(_point(layer, copy) for layer in layers)
    if not done:
        for layer in layers:
            _point(layer, file)
        for ending in (*SQLITE_LOGS, ""):
            Path(f"{copy}{ending}").unlink(missing_ok=True)
    return done


def _point(layer: QgsMapLayer, file: Path) -> bool:
    """Keeps style, name, filter, properties, and a coordinate system that the file has not."""
    registry, crs = QgsProviderRegistry.instance(), layer.crs()
    parts = {**registry.decodeUri(layer.providerType(), layer.source()), "path": str(file)}
    source = registry.encodeUri(layer.providerType(), parts)
    layer.setDataSource(source, layer.name(), layer.providerType(), QgsDataProvider.ProviderOptions())
    layer.setCrs(crs)
    return layer.isValid()
