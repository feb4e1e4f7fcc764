"""The bands of a raster at the size of a view, read piece by piece: each bounded, and heard between two."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .ctrl_c import noted
from .errors import Cancelled, UnreadableRaster
from .gdal_failures import some
from .measurements import Averaged, Measured, Unreduced
from .reduction import Axis, Picked
from .stages import Progress, Report
from .window import Window

PIECE_PX = 2_000_000  # at a time: 8 MB of each band of floats
PIECE_SIDE_PX = 4096  # of tiles: a row of them across a wide raster would be too much
PIECE_S = 60  # lists of lists of files can take for ever
HEARD_EVERY_S = 0.1
PERCENT_STEP = 5  # the shell prints a line for each
WORTH_TELLING_PX = 50_000_000  # of one band: less is read in a moment


@dataclass(frozen=True)
class Band:
    """A band of GDAL at one resolution, and where it has data: a band of another, or None for everywhere."""

    band: Any
    mask: Any = None
    mask_size: tuple[int, int] = (0, 0)  # of the mask, which may be finer
    is_colour: bool = False  # 8 bits: nodata in one band of a picture is a colour where others have data


@dataclass(frozen=True)
class Level:
    """Bands of one size, and the view in their pixels."""

    bands: Sequence[Band]
    across: Axis
    down: Axis

    @property
    def size(self) -> tuple[int, int]:
        return self.bands[0].band.XSize, self.bands[0].band.YSize

    @property
    def is_reduced(self) -> bool:
        return self.across.step != 1 or self.down.step != 1

    def pieces(self) -> list[Window]:
        """Whole blocks of the file, or parts of one that is too large, that cover the view."""
        width, height = self.size
        block_x, block_y = self.bands[0].band.GetBlockSize()
        x0, x1 = _ends(self.across, width)
        y0, y1 = _ends(self.down, height)
        step_x = block_x * max(1, PIECE_SIDE_PX // block_x)
        step_y = max(1, PIECE_PX // min(step_x, width))
        step_y = step_y // block_y * block_y or min(step_y, block_y)
        rows = [(max(y, y0), min(y + step_y, y1)) for y in range(y0 // step_y * step_y, y1, step_y)]
        columns = [(max(x, x0), min(x + step_x, x1)) for x in range(x0 // step_x * step_x, x1, step_x)]
        return [Window(x, y, right - x, bottom - y) for y, bottom in rows for x, right in columns]


def _ends(axis: Axis, size: int) -> tuple[int, int]:
    """The pixels of the source that the view touches."""
    end = axis.start + axis.step * axis.count
    return max(int(axis.start + 1e-6), 0), min(max(int(np.ceil(end - 1e-6)), 1), size)


class Watch:
    """Tells how far the reading is, and hears a stop: between two pieces, and within one that takes long."""

    def __init__(self, report: Report, pixels: int) -> None:
        self._report, self._is_worth_telling = report, pixels >= WORTH_TELLING_PX
        self._fraction = 0.0
        self._next = time.monotonic() + HEARD_EVERY_S
        self._until = time.monotonic() + PIECE_S
        self.stop: Exception | KeyboardInterrupt | None = None  # what GDAL's C++ would not let through
        self.pressed: list[bool] = []  # Ctrl-C, noted

    def at(self, fraction: float) -> None:
        """Before a piece; `fraction` of all are read."""
        self._fraction, self._until = fraction, time.monotonic() + PIECE_S
        self._tell()

    def _tell(self) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + HEARD_EVERY_S
            self._report(Progress(0.0, self.step()))

    def step(self) -> str:
        if not self._is_worth_telling:
            return "Reading the raster"
        return f"Reading the raster: {int(100 * self._fraction) // PERCENT_STEP * PERCENT_STEP} %"

    def within(self, *_: Any) -> int:
        """GDAL's progress callback: 0 stops it."""
        try:
            self._tell()
        except (Cancelled, KeyboardInterrupt) as stop:
            self.stop = stop
        if time.monotonic() > self._until:
            self.stop = UnreadableRaster(
                "One part of the raster takes more than a minute to read.",
                hint="Make one GeoTIFF of it first, with gdal_translate or gdalwarp.",
            )
        return 0 if self.stop or self.pressed else 1


def read_level(level: Level, report: Report) -> list[Measured]:
    """Each of its bands; raises what `report` raises, and RuntimeError where GDAL fails."""
    kinds = [_kind_of(band.band) for band in level.bands]
    maker = Averaged if level.is_reduced else Unreduced
    bands: list[Averaged | Unreduced] = [maker(level.across, level.down, kind) for kind in kinds]
    pieces = level.pieces()
    watch = Watch(report, sum(piece.width * piece.height for piece in pieces))
    for number, piece in enumerate(pieces):
        watch.at(number / len(pieces))
        _read_piece(level, piece, bands, watch)
    return [bands.pop(0).measured() for _ in kinds]  # their sums are large: not all at once


def read_picked(level: Level, report: Report) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Its one band without averaging, as the indices of a palette need it."""
    (band,) = level.bands
    picked = Picked(level.across, level.down, _kind_of(band.band))
    pieces = level.pieces()
    watch = Watch(report, sum(piece.width * piece.height for piece in pieces))
    for number, piece in enumerate(pieces):
        watch.at(number / len(pieces))
        picked.add(piece.x, piece.y, _read(band.band, piece, watch), _mask(level, band, piece, watch))
        _let_go(level)
    return picked.values, picked.valid


def _read_piece(level: Level, piece: Window, into: Sequence[Averaged | Unreduced], watch: Watch) -> None:
    masks = [_mask(level, band, piece, watch) for band in level.bands]
    of_any = _any([mask for mask, band in zip(masks, level.bands) if band.is_colour])
    for band, mask, reduced in zip(level.bands, masks, into):
        values = _read(band.band, piece, watch)
        reduced.add(piece.x, piece.y, values, of_any if band.is_colour else mask)
    _let_go(level)


def _any(masks: Sequence[NDArray[np.bool_] | None]) -> NDArray[np.bool_] | None:
    """None for everywhere."""
    there = [mask for mask in masks if mask is not None]
    return np.asarray(np.any(there, axis=0)) if there and len(there) == len(masks) else None


def _let_go(level: Level) -> None:
    """Of what GDAL keeps of a piece: it would keep a twentieth of the computer's memory."""
    for band in level.bands:
        band.band.FlushCache()
        if band.mask is not None:
            band.mask.FlushCache()
    store = level.bands[0].band.GetDataset()
    if store is not None:  # of all bands, where they lie pixel by pixel
        store.FlushCache()


def _mask(level: Level, band: Band, piece: Window, watch: Watch) -> NDArray[np.bool_] | None:
    if band.mask is None:
        return None
    width, height = level.size
    sx, sy = band.mask_size[0] / width, band.mask_size[1] / height
    x, y = int(piece.x * sx), int(piece.y * sy)
    right = min(int(np.ceil((piece.x + piece.width) * sx)), band.mask_size[0])
    bottom = min(int(np.ceil((piece.y + piece.height) * sy)), band.mask_size[1])
    part = Window(x, y, max(right - x, 1), max(bottom - y, 1))
    mask: NDArray[np.bool_] = _read(band.mask, part, watch, (piece.width, piece.height)) > 0
    return mask


def _read(band: Any, part: Window, watch: Watch, size: tuple[int, int] | None = None) -> NDArray[Any]:
    """(h, w): as it is, or the nearest pixels where another size is asked for."""
    width, height = size or (part.width, part.height)
    place = (part.x, part.y, part.width, part.height)
    values = None
    try:
        with noted() as watch.pressed:
            values = band.ReadAsArray(*place, buf_xsize=width, buf_ysize=height, callback=watch.within)
    finally:  # GDAL may raise that it was stopped
        if watch.pressed:
            raise KeyboardInterrupt
        if watch.stop:
            raise watch.stop
    read: NDArray[Any] = some(values)
    return read


def _kind_of(band: Any) -> np.dtype[Any]:
    kind: np.dtype[Any] = some(band.ReadAsArray(0, 0, 1, 1)).dtype
    return kind
