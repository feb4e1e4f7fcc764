"""Whether the job of a child hangs: its own thread, or one that it waits for.

Counted in beats, not by a clock: a laptop may have slept.
"""

from __future__ import annotations

import time

from ..stages import Event, Thought

QUIET_S = 300.0  # without a report: an engine promises one each tenth of a second, or so
LOADING_S = 1800.0  # of weights, which reports nothing: 16 GB at 10 MB/s, from a slow network drive
IDLE = 0.01  # of one core: less is used while one thread waits for another and reports the same again


class Watchdog:
    """One thread begins jobs and hears their reports, another one asks at each beat whether they hang."""

    def __init__(self) -> None:
        self.begin(QUIET_S)

    def begin(self, limit_s: float) -> None:
        """A job that may go on for so long without a report."""
        self.limit_s = limit_s
        self._silent_s = self._same_s = 0.0  # since it reported, and since it reported something new
        self._computed_s = time.process_time()  # by all threads, when that was
        self._last: Event | None = None

    def hear(self, event: Event) -> None:
        self._silent_s = 0.0
        if event != self._last and event != Thought(""):
            self._same_s, self._computed_s, self._last = 0.0, time.process_time(), event

    def hangs(self, beat_s: float) -> bool:
        """`beat_s` after it was asked before."""
        self._silent_s += beat_s
        self._same_s += beat_s
        computed_s = time.process_time() - self._computed_s
        is_idle = self._same_s > self.limit_s and computed_s < IDLE * self._same_s
        return self._silent_s > self.limit_s or is_idle
