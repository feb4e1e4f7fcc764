"""While a raster is read: reports progress, and stops the reading for the user or after too long."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..errors import Cancelled, UnreadableRaster
from ..message import Message
from ..stages import Progress, Report

PIECE_S = 60  # lists of lists of files can take for ever
HEARD_EVERY_S = 0.1
PERCENT_STEP = 5  # the shell prints a line for each
PERCENT_FROM_PX = 50_000_000  # of one band: less is read in a moment


class Watch:
    """Reports how far the reading is, and checks for a stop: between two pieces, and within a long one."""

    def __init__(self, report: Report, pixels: int) -> None:
        self._report, self._shows_percent = report, pixels >= PERCENT_FROM_PX
        self._fraction = 0.0
        self._next = time.monotonic() + HEARD_EVERY_S
        self._until = time.monotonic() + PIECE_S
        self._heard, self._longest_s = time.monotonic(), 0.0
        self.stop: Exception | KeyboardInterrupt | None = None  # what GDAL's C++ would not let through
        self.pressed: list[bool] = []  # Ctrl-C, noted

    def at(self, fraction: float) -> None:
        """Before a piece; `fraction` of all are read."""
        self._fraction, self._until = fraction, time.monotonic() + PIECE_S
        self._report_progress()
        self._heard, self._longest_s = time.monotonic(), 0.0

    def longest_s(self) -> float:
        """The longest time in the piece in which no stop was checked for."""
        return max(self._longest_s, time.monotonic() - self._heard)

    def _report_progress(self) -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + HEARD_EVERY_S
            self._report(Progress(0.0, self.step()))

    def step(self) -> Message:
        if not self._shows_percent:
            return Message("Reading the raster")
        percent = int(100 * self._fraction) // PERCENT_STEP * PERCENT_STEP
        return Message("Reading the raster: {percent} %", percent=percent)

    def hear(self) -> None:
        """Between two reads of a piece."""
        self._note(time.monotonic())
        self._report_progress()

    def within(self, *_: Any) -> int:
        """GDAL's progress callback: 0 stops it. It is called for each row, so it does little."""
        now = time.monotonic()
        self._note(now)
        if now >= self._next or now > self._until:
            self._look_up()
        return 0 if self.stop or self.pressed else 1

    def _note(self, now: float) -> None:
        if now - self._heard > self._longest_s:
            self._longest_s = now - self._heard
        self._heard = now

    def _look_up(self) -> None:
        try:
            self._report_progress()
        except (Cancelled, KeyboardInterrupt) as stop:
            self.stop = stop
        if time.monotonic() > self._until:
            self.stop = UnreadableRaster(
                "One part of the raster takes more than a minute to read.",
                hint="Make one GeoTIFF of it first, with gdal_translate or gdalwarp.",
            )


@contextmanager
def interrupts_noted() -> Iterator[list[bool]]:
    """A list that is not empty once Ctrl-C was pressed in the block, where it is not raised.

    GDAL's callbacks lose what Python raises in them before their first line.
    Where another handler stands, or in another thread, everything is as it was.
    """
    pressed: list[bool] = []
    is_ours = threading.current_thread() is threading.main_thread()
    if not is_ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield pressed
        return

    def note(*_: Any) -> None:
        pressed.append(True)

    signal.signal(signal.SIGINT, note)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
