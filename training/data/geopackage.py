"""A raster, polygons over it, and a column that says what each of them answers: what people who map have.

    one .gpkg (or what an answer may be) and one raster beside it; the column «question» unless told otherwise

AskMap's own answers are such a file: layer «targets», columns «question», «label» and «thought». Polygons
are reprojected to the raster's coordinate system. A sample is a window of the raster, `side_px` pixels wide
and high where the raster is large enough, and one question: of the polygons of one question, the first that
lies in no window yet gets one around its middle, and all others that lie wholly in it need none of their
own. The mask is every part of a polygon of that question in the window, cut ones too, so no window calls a
target background. A column «split», where there is one, says which polygons belong to which split; without
it all belong to each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from ...backend.atomic import SIDE_FILES
from ...backend.errors import AskMapError
from ...backend.geo.outlines import geometry_box, geometry_mask, turns_on
from ...backend.message import Message
from ...backend.outputs.formats import answer_formats
from ...backend.outputs.polygons import read_polygons
from ...backend.outputs.vector import Record
from ...backend.raster.north_up import as_drawn
from ...backend.raster.reading import Window, grid_of, read_scene
from ...backend.stages import Box, Grid, Scene
from ...backend.validation import clean_text, shown
from .image_files import check_bytes
from .reading import ReadOptions, filled
from .samples import BadData, Mask, Picture, Sample, Samples

SIDE_PX = 1024  # what SAM2 sees
RASTERS = (".tif", ".tiff", ".vrt", ".jp2", ".img", ".png", ".jpg")  # others count where none of these is
_FOLDERS = ("rasters", "raster", "imagery", "images", "image")
# Files of polygons, but for those that may hold imagery too, with what lies beside them
_POLYGONS = {
    name
    for ending, form in answer_formats().items()
    if not form.holds_layers
    for name in (ending, *SIDE_FILES.get(ending, ()))
}
# Notes and overviews of a raster; texts and vectors, some of which GDAL takes for one
_NO_RASTERS = {
    *_POLYGONS,
    *(".ovr", ".msk", ".aux", ".xml", ".prj", ".wld", ".tfw", ".jgw", ".pgw", ".qml", ".qgs", ".qgz"),
    *(".md", ".csv", ".txt", ".json", ".toml", ".html", ".pdf", ".py", ".zip"),
}


@dataclass(frozen=True)
class Outlined:
    """One polygon that answers a question."""

    fid: int
    outline: bytes  # WKB in the raster's coordinate system
    box: Box  # in the raster's pixels
    question: str
    label: str
    thought: str
    turn: str = ""  # in the sample's name, of what the raster shows a second time a full turn further on


def is_geopackage(place: Path) -> bool:
    return place.suffix.lower() in answer_formats() if place.is_file() else any(place.glob("*.gpkg"))


def geopackage_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """Reads the polygons; pixels are read, and masks drawn, when they are asked for."""
    file = place if place.is_file() else _labels_of(place)
    if file.suffix.lower() == ".geojson":  # which GDAL reads as a whole
        check_bytes(file)
    raster = reading.raster or _raster_of(file)
    try:
        grid = grid_of(raster)
        records = read_polygons(file, reading.layer, grid.crs)
    except AskMapError as error:
        raise BadData("{error}", error.hint, error=error) from error
    rows = [row for record in records for row in _outlined(record, grid, split, reading.column, file)]
    samples = [each for asked in _by_question(rows) for each in _samples(asked, raster, grid, reading)]
    return filled(samples, file, split)


def _labels_of(folder: Path) -> Path:
    """The GeoPackage with polygons; others may hold the imagery."""
    found = sorted(folder.glob("*.gpkg"))
    return _only([file for file in found if not _is_raster(file)] or found, "GeoPackage", folder)


def _raster_of(file: Path) -> Path:
    """Beside the polygons, or in a folder for rasters next to them; of several, the one with their name."""
    places = [folder / name for folder in (file.parent, file.parent.parent) for name in _FOLDERS]
    for folder in (file.parent, *places):
        beside = sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
        usual = [path for path in beside if path.suffix.lower() in RASTERS]
        named = [path for path in usual if path.stem == file.stem]
        others = [path for path in beside if path != file and path.suffix.lower() not in _NO_RASTERS]
        named = named or [path for path in others if path.stem == file.stem and _is_raster(path)]
        if found := named or usual or list(filter(_is_raster, others)):
            return _only(found, "raster", folder)
    return _only([], "raster", file.parent)


def _is_raster(path: Path) -> bool:
    try:
        grid_of(path)
    except AskMapError:
        return False
    return True


def _only(found: Sequence[Path], what: str, folder: Path) -> Path:
    if len(found) != 1:
        names = ", ".join(path.name for path in found[:5])
        raise BadData(
            "{folder} should hold one {what}, but holds {count}{colon}{names}.",
            hint=Message(
                "Put the {what} beside the polygons, alone or with the name of their file.", what=what
            ),
            folder=folder,
            what=what,
            count=len(found),
            colon=": " if names else "",
            names=names,
        )
    return found[0]


def _outlined(record: Record, grid: Grid, split: str, column: str, file: Path) -> Iterator[Outlined]:
    """None where it is another split's, or lies outside of the raster; two where it lies across its ends."""
    values, fid = record.values, int(record.values["fid"] or 0)
    place = f"Feature {fid} of {file}"
    if column not in values:
        raise BadData(
            "{file} has no column «{column}», only {names}.",
            file=file,
            column=column,
            names=", ".join(map(shown, values)),
        )
    if values.get("split") not in (None, split):
        return
    for turn, outline in enumerate(turns_on(record.geometry, grid)):
        box = geometry_box(outline, grid)
        if box is not None and _touches(box, Box(0, 0, grid.width, grid.height)):
            question = clean_text(values[column], f"«{column}» in {place}")
            label, thought = (str(values.get(name) or "") for name in ("label", "thought"))
            yield Outlined(fid, outline, box, question, label, thought, f"-{turn + 1}" if turn else "")


def _touches(box: Box, other: Box) -> bool:
    return box.x0 < other.x1 and box.x1 > other.x0 and box.y0 < other.y1 and box.y1 > other.y0


def _by_question(rows: Sequence[Outlined]) -> list[list[Outlined]]:
    grouped: dict[str, list[Outlined]] = {}
    for row in rows:
        grouped.setdefault(row.question, []).append(row)
    return list(grouped.values())


def _samples(rows: Sequence[Outlined], raster: Path, grid: Grid, reading: ReadOptions) -> Iterator[Sample]:
    """`rows` are all of one question."""
    for window, inside in _windows(rows, grid, reading.side_px or SIDE_PX):
        first, outlines = inside[0], tuple(row.outline for row in inside)
        yield Sample(
            f"{first.fid}{first.turn}",
            (first.question,),
            partial(window_picture, raster, window),
            partial(window_mask, raster, window, outlines),
            kind=first.label if len({row.label for row in inside}) == 1 else "",
            thought=first.thought if len(inside) == len(rows) else "",
        )


def _windows(rows: Sequence[Outlined], grid: Grid, side_px: int) -> Iterator[tuple[Window, list[Outlined]]]:
    """Windows, each with the rows that touch it; the first is the one that it lies around."""
    corners = np.array([row.box.corners for row in rows])  # (N, 4)
    boxes = np.clip(corners, 0, (grid.width, grid.height) * 2)
    waiting = np.ones(len(rows), np.bool_)
    for index, row in enumerate(rows):
        if not waiting[index]:
            continue
        window = _around(row.box, grid, side_px)
        low = np.array((window.x, window.y))
        high = low + (window.width, window.height)
        waiting &= ~((boxes[:, :2] >= low) & (boxes[:, 2:] <= high)).all(1)
        waiting[index] = False  # also where it is larger than a window
        touching = np.flatnonzero(((boxes[:, :2] < high) & (boxes[:, 2:] > low)).all(1))
        yield window, [row, *(rows[number] for number in touching if number != index)]


def _around(box: Box, grid: Grid, side_px: int) -> Window:
    """Around the box's middle, moved into the raster."""
    width, height = min(side_px, grid.width), min(side_px, grid.height)
    x = round((box.x0 + box.x1 - width) / 2)
    y = round((box.y0 + box.y1 - height) / 2)
    return Window(max(0, min(x, grid.width - width)), max(0, min(y, grid.height - height)), width, height)


def window_picture(raster: Path, window: Window) -> Picture:
    """RGB (H, W, 3), as a question about that window would show it to a reasoner."""
    return _scene(raster, window).image


def window_mask(raster: Path, window: Window, outlines: Sequence[bytes]) -> Mask:
    """Without the pixels that hold no data, as an answer's masks are."""
    scene = _scene(raster, window)
    mask: Mask = geometry_mask(outlines, scene.grid) & scene.valid
    if not mask.any():
        place = f"{window.width} x {window.height} pixels at ({window.x}, {window.y}) of {raster}"
        raise BadData("The polygons of the {place} hold no pixel with data.", place=place)
    return mask


def _scene(raster: Path, window: Window) -> Scene:
    try:
        return as_drawn(read_scene(raster, window, max_side_px=max(window.width, window.height)))
    except AskMapError as error:
        raise BadData("{error}", error.hint, error=error) from error
