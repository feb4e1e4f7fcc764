"""Entries made by hand, for the tests of what keeps, lists, reports and compares them."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np
from askmap.backend.entries.entry import Entry, Finding, entry_from
from askmap.backend.history.store import History
from askmap.backend.stages import Grid, Question, Scene
from numpy.typing import NDArray
from rasters import UTM33, make_answer

WIDTH, HEIGHT = 40, 30


def utm_grid(width: int = WIDTH, height: int = HEIGHT) -> Grid:
    """2 m pixels in UTM zone 33."""
    return Grid.from_gdal(width, height, UTM33, "EPSG:32633")


def rectangle(x0: int, y0: int, x1: int, y1: int, grid: Grid | None = None) -> NDArray[np.bool_]:
    """A mask on the grid."""
    grid = grid or utm_grid()
    mask = np.zeros((grid.height, grid.width), np.bool_)
    mask[y0:y1, x0:x1] = True
    return mask


def make_entry(
    id: str = "a" * 32,
    *masks: NDArray[np.bool_],
    question: str = "Where could a ship moor?",
    created: str = "2026-01-02T03:04:05Z",
    grid: Grid | None = None,
    thought: str = "Ships lie in harbours.",
    source: str = "harbour.tif",
) -> Entry:
    """Nothing found where no masks are given."""
    answer = make_answer(grid or utm_grid(), *masks, thought=thought, source=source)
    entry = entry_from(answer, id)
    made = replace(entry.provenance, created=created)
    return replace(entry, question=Question(question), provenance=made)


def two_found(**words: str) -> Entry:
    """A small target and a larger one."""
    return make_entry("b" * 32, rectangle(2, 3, 9, 8), rectangle(20, 10, 30, 25), **words)


def with_changes(entry: Entry, number: int, **changes: object) -> Entry:
    """One of its findings with other values."""
    finding = entry.finding(number)
    assert isinstance(finding, Finding)
    return entry.with_finding(replace(finding, **changes))


def make_scene(grid: Grid | None = None, seed: int = 0) -> Scene:
    """Noise with a corner that holds no data."""
    grid = grid or utm_grid()
    noise = np.random.default_rng(seed).integers(0, 256, (grid.height, grid.width, 3), np.uint8)
    valid = np.ones((grid.height, grid.width), np.bool_)
    valid[:3, :5] = False
    return Scene(noise, valid, grid, "harbour.tif", ("Clouds.",))


def multi_polygon(*boxes: tuple[float, float, float, float]) -> bytes:
    """WKB of one with these boxes as its parts."""
    parts = [
        struct.pack("<BIII10d", 1, 3, 1, 5, x0, y0, x1, y0, x1, y1, x0, y1, x0, y0)
        for x0, y0, x1, y1 in boxes
    ]
    return struct.pack("<BII", 1, 6, len(parts)) + b"".join(parts)


def ids(history: History) -> set[str]:
    """Of all that it holds."""
    return {heading.id for heading in history.headings()}


def entries_of(history: History, words: str = "") -> list[Entry]:
    """All that a history holds, or those with these words; the newest first."""
    return [history.entry(heading.id) for heading in history.headings(words)]
