"""The bands of a raster at the size of a view, read in pieces of bounded size.

Between two pieces, and within one, the reading can be stopped (watch.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..geo.gdal_errors import some
from ..stages import Report
from .measurements import Averaged, MeasuredBand, Unreduced
from .reduction import Axis, Picked
from .watch import Watch, interrupts_noted
from .window import Window

PIECE_PX = 2_000_000  # at a time: 8 MB of each band of floats
PIECE_SIDE_PX = 4096  # of tiles: a row of them across a wide raster would be too much
FIRST_PX = 4096  # how long they take is not known yet
ROW_BY_ROW = ("GTiff", "MEM")  # formats in which GDAL says of each row that it is read
LIST_BLOCK_PX = 16  # side
SILENT_S = 0.2  # wished between two moments at which a stop is heard
CHANGE = 4  # times as large, or as small, as the piece before


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

    @cached_property
    def touched_px(self) -> int:
        """Of one band: what is read at all."""
        x0, x1 = _ends(self.across, self.size[0])
        y0, y1 = _ends(self.down, self.size[1])
        return (x1 - x0) * (y1 - y0)

    def pieces(self, pace: PieceSize) -> Iterator[Window]:
        """Whole blocks of the file, or parts of one that is too large, that cover the view at this pace."""
        x0, x1 = _ends(self.across, self.size[0])
        y0, y1 = _ends(self.down, self.size[1])
        while y0 < y1:
            bottom, left = min(self._bottom(y0, pace.pixels, x1 - x0), y1), x0
            while left < x1:
                right = min(self._right(left, pace.pixels // (bottom - y0)), x1)
                yield Window(left, y0, right - left, bottom - y0)
                left = right
            y0 = bottom

    def _bottom(self, top: int, pixels: int, width: int) -> int:
        """Where the next row of pieces ends: whole blocks high, or a part of one."""
        block_x, block_y = self.block
        rows = pixels // min(width, max(block_x, PIECE_SIDE_PX))
        if self._part < block_y:  # it is too large to be read at once
            return min(top + self._part, (top // block_y + 1) * block_y)
        return (top // block_y + max(rows // block_y, 1)) * block_y

    @property
    def _part(self) -> int:
        """Rows of one block that are no more than a piece."""
        return max(PIECE_PX // min(self.block[0], self.size[0]), 1)

    def _right(self, left: int, columns: int) -> int:
        block_x = min(self.block[0], max(PIECE_PX, PIECE_SIDE_PX))
        blocks = min(columns, max(PIECE_SIDE_PX, block_x)) // block_x
        return (left // block_x + max(blocks, 1)) * block_x

    def let_go(self, piece: Window) -> None:
        """Of what GDAL keeps of a piece: it would keep a twentieth of the computer's memory.

        A block of which only a part was read is kept, or each of its parts would take as long as the whole.
        """
        bottom, right = piece.y + piece.height, piece.x + piece.width
        is_last = bottom % self.block[1] == 0 and right == _ends(self.across, self.size[0])[1]
        if is_last or self._part >= self.block[1]:
            _let_go(self)

    @cached_property
    def block(self) -> tuple[int, int]:
        """What GDAL reads at once; a list of files has none, whatever it says."""
        block_x, block_y = self.bands[0].band.GetBlockSize()
        if self.format == "VRT":
            return min(block_x, LIST_BLOCK_PX), min(block_y, LIST_BLOCK_PX)
        return block_x, block_y

    @cached_property
    def format(self) -> str:
        """GDAL's name of it; "" for bands of no file."""
        store = self.bands[0].band.GetDataset()
        driver = store.GetDriver() if store is not None else None
        return driver.ShortName if driver is not None else ""


class PieceSize:
    """How large the next piece may be: GDAL often cannot be stopped within one, so it must not take long."""

    def __init__(self, format: str = "") -> None:
        self.pixels = PIECE_PX if format in ROW_BY_ROW else min(FIRST_PX, PIECE_PX)

    def after(self, pixels: int, silent_s: float) -> None:
        """After a piece of so many pixels, in which the reading could not be stopped for so long."""
        next_px = int(pixels * min(max(SILENT_S / max(silent_s, 1e-9), 1 / CHANGE), CHANGE))
        is_slow = silent_s > SILENT_S
        self.pixels = max(min(next_px if is_slow else max(next_px, self.pixels), PIECE_PX), 1)


def _ends(axis: Axis, size: int) -> tuple[int, int]:
    """The pixels of the source that the view touches."""
    end = axis.start + axis.step * axis.count
    return max(int(axis.start + 1e-6), 0), min(max(int(np.ceil(end - 1e-6)), 1), size)


def read_level(level: Level, report: Report) -> list[MeasuredBand]:
    """Each of its bands; raises what `report` raises, and RuntimeError where GDAL fails."""
    kinds = [_kind_of(band.band) for band in level.bands]
    maker = Averaged if level.is_reduced else Unreduced
    bands: list[Averaged | Unreduced] = [maker(level.across, level.down, kind) for kind in kinds]
    for piece, watch in _pieces_with_watch(level, report):
        _read_piece(level, piece, bands, watch)
    return [bands.pop(0).measured() for _ in kinds]  # their sums are large: not all at once


def read_picked(level: Level, report: Report) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Its one band without averaging, as the indices of a palette need it."""
    (band,) = level.bands
    picked = Picked(level.across, level.down, _kind_of(band.band))
    for piece, watch in _pieces_with_watch(level, report):
        picked.add(piece.x, piece.y, _read(band.band, piece, watch), _mask(level, band, piece, watch))
    return picked.values, picked.valid


def _pieces_with_watch(level: Level, report: Report) -> Iterator[tuple[Window, Watch]]:
    """Each of its pieces, which is read before the next is asked for."""
    pace, watch, done = PieceSize(level.format), Watch(report, level.touched_px), 0
    for piece in level.pieces(pace):
        watch.at(done / level.touched_px)
        yield piece, watch
        level.let_go(piece)
        done += piece.width * piece.height
        pace.after(piece.width * piece.height, watch.longest_s())


def _read_piece(level: Level, piece: Window, into: Sequence[Averaged | Unreduced], watch: Watch) -> None:
    masks = [_mask(level, band, piece, watch) for band in level.bands]
    of_any = _any([mask for mask, band in zip(masks, level.bands) if band.is_colour])
    for band, mask, reduced in zip(level.bands, masks, into):
        values = _read(band.band, piece, watch)
        reduced.add(piece.x, piece.y, values, of_any if band.is_colour else mask)


def _any(masks: Sequence[NDArray[np.bool_] | None]) -> NDArray[np.bool_] | None:
    """None for everywhere."""
    there = [mask for mask in masks if mask is not None]
    return np.asarray(np.any(there, axis=0)) if there and len(there) == len(masks) else None


def _let_go(level: Level) -> None:
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
    if sx < 1 or sy < 1:
        return _enlarged(_read(band.mask, part, watch) > 0, part, piece, (sx, sy))
    mask: NDArray[np.bool_] = _read(band.mask, part, watch, (piece.width, piece.height)) > 0
    return mask


def _enlarged(
    mask: NDArray[np.bool_], part: Window, piece: Window, scale: tuple[float, float]
) -> NDArray[np.bool_]:
    """A part of a coarse mask to the piece (h, w) it covers: that of the mask's pixel under each middle."""
    columns = ((piece.x + np.arange(piece.width) + 0.5) * scale[0]).astype(np.int64) - part.x
    rows = ((piece.y + np.arange(piece.height) + 0.5) * scale[1]).astype(np.int64) - part.y
    return np.asarray(mask[np.ix_(rows.clip(0, part.height - 1), columns.clip(0, part.width - 1))])


def _read(band: Any, part: Window, watch: Watch, size: tuple[int, int] | None = None) -> NDArray[Any]:
    """(h, w): as it is, or the nearest pixels where another size is asked for."""
    width, height = size or (part.width, part.height)
    place = (part.x, part.y, part.width, part.height)
    values = None
    watch.hear()
    try:
        with interrupts_noted() as watch.pressed:
            values = band.ReadAsArray(*place, buf_xsize=width, buf_ysize=height, callback=watch.within)
    finally:  # GDAL may raise that it was stopped
        if watch.pressed:
            raise KeyboardInterrupt
        if watch.stop:
            raise watch.stop
    return _widened(some(values))


def _kind_of(band: Any) -> np.dtype[Any]:
    return _widened(some(band.ReadAsArray(0, 0, 1, 1))).dtype


def _widened(values: NDArray[Any]) -> NDArray[Any]:
    """Floats of 16 bits, which GDAL has since 3.11, hold few of the numbers that are compared with them."""
    return values.astype(np.float32) if values.dtype == np.float16 else values
