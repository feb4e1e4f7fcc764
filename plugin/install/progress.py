"""How far an installation is, by steps and bytes."""

from __future__ import annotations

import math
import os
import re
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

from ...backend.packages.resolution import Resolution
from ...backend.stages import Event, Progress, Report
from ..language import tr
from ..runtime.installed_packages import InstallFolder
from .failures import megabytes
from .plan import Plan

# Where each step ends, of the whole; the packages take most of the time
TOOL_END, RESOLVED_END, FETCHED_END, INSTALLED_END, CHECKED_END = 0.05, 0.08, 0.85, 0.95, 1.0
UNPACKED_RATIO = 3.5  # of torch, unpacked to its wheel; of the others 2.7 to 3.6. Too high shows too little
SHORTEST_MINUTES_S = 90  # below it a time is told in seconds
LOOK_S = 1.0  # between two looks into uv's folder
USUAL_SPEED = 50e6 / 8  # bytes/s, of 50 Mbit/s: what is shown before anything was measured
INSTALL_SPEED = 25e6  # bytes/s on the disk, unpacked and tried out; measured on two busy cores
LEAST_MEASURED_S, LEAST_MEASURED_BYTES = 2.0, 5_000_000  # less says nothing of a connection
_BEGUN = re.compile(r"^\s*Downloading (\S+) \(")
_DONE = re.compile(r"^\s*Downloaded (\S+)")
_ALL_DONE = re.compile(r"^\s*Prepared \d+ package")


class Pace:
    """How fast something comes, over all of the time that it has taken so far."""

    def __init__(self, before: Optional[float] = None, clock: Callable[[], float] = time.monotonic) -> None:
        """`before` is the speed that is believed until there is one of its own."""
        self._before, self._clock = before, clock
        self._begun_s = self._grown_s = clock()
        self._bytes = 0

    def note(self, count: int) -> None:
        """`count` bytes are there by now."""
        if count > self._bytes:
            self._bytes, self._grown_s = count, self._clock()

    @property
    def measured(self) -> Optional[float]:
        """Bytes a second, with all waiting until now; None before it can be told."""
        return self._over(self._clock() - self._begun_s)

    @property
    def while_it_came(self) -> Optional[float]:
        """The same until the last byte."""
        return self._over(self._grown_s - self._begun_s)

    def seconds_left(self, total: int) -> Optional[float]:
        speed = self.measured or self._before
        return max(0, total - self._bytes) / speed if speed else None

    def _over(self, taken_s: float) -> Optional[float]:
        if taken_s < LEAST_MEASURED_S or self._bytes < LEAST_MEASURED_BYTES:
            return None
        return self._bytes / taken_s


def seconds_of(plan: Plan, speed: Optional[float]) -> float:
    """What the whole installation will take, about; `speed` is what was measured here before, in bytes/s."""
    return plan.download_bytes / (speed or USUAL_SPEED) + plan.room_bytes / INSTALL_SPEED


def read_speed(folder: InstallFolder) -> Optional[float]:
    """Of the last download into this profile, in bytes/s; None where there was none."""
    with suppress(OSError, ValueError):
        speed = float(folder.speed.read_text(encoding="ascii"))
        return speed if 0 < speed < math.inf else None
    return None


def keep_speed(folder: InstallFolder, pace: Pace) -> None:
    speed = pace.while_it_came
    if speed is not None:
        with suppress(OSError):  # it is of use only for an estimate
            folder.speed.write_text(f"{speed:.0f}", encoding="ascii")


def duration_text(seconds: float) -> str:
    """«about 2 minutes»."""
    if seconds < SHORTEST_MINUTES_S:
        return tr("about %n second(s)", max(5, 5 * round(seconds / 5)))
    return tr("about %n minute(s)", max(1, round(seconds / 60)))


class DownloadProgress:
    """Bytes out of uv's lines, and for what is under way out of what it has unpacked so far."""

    def __init__(self, resolution: Resolution, cache: Path, speed: Optional[float] = None) -> None:
        self.pace = Pace(speed)
        self._bytes = {package.name: package.bytes for package in resolution.packages}
        self._cache, self.total = cache, resolution.download_bytes
        self._under_way: set[str] = set()
        self._done = self._shown = 0
        self._looked_s = 0.0
        self.complete = False

    def read_line(self, line: str) -> None:
        begun, done = _BEGUN.match(line), _DONE.match(line)
        if begun:
            self._under_way.add(begun[1])
        elif done:
            self._under_way.discard(done[1])
            self._done += self._bytes.pop(done[1], 0)
        elif _ALL_DONE.match(line):
            self.complete = True

    def bytes_now(self) -> int:
        """Never less than before."""
        now = self.total if self.complete else self._done + self._bytes_under_way()
        self._shown = max(self._shown, now)
        self.pace.note(self._shown)
        return self._shown

    def _bytes_under_way(self) -> int:
        if time.monotonic() < self._looked_s + LOOK_S:
            return 0
        largest = sum(self._bytes.get(name, 0) for name in self._under_way)
        unpacked = sum(_size(place) for place in self._cache.glob(".tmp*"))
        self._looked_s = time.monotonic()
        return min(largest, int(unpacked / UNPACKED_RATIO))


def report_download(report: Report, progress: DownloadProgress) -> None:
    now, total = progress.bytes_now(), max(progress.total, 1)
    if progress.complete:
        report(Progress(FETCHED_END, tr("Installing the packages")))
        return
    step = tr("Fetching the packages: {done} of {total} MB").format(
        done=megabytes(now), total=megabytes(progress.total)
    )
    left_s = progress.pace.seconds_left(progress.total)
    if left_s is not None:
        step = tr("{step}, {time} left").format(step=step, time=duration_text(left_s))
    report(Progress(RESOLVED_END + (FETCHED_END - RESOLVED_END) * min(1.0, now / total), step))


def report_tool(report: Report, received: int, total: int) -> None:
    step = tr("Fetching the installer: {done} of {total} MB").format(
        done=megabytes(received), total=megabytes(total)
    )
    report(Progress(TOOL_END * min(1.0, received / total), step))


def of_check(event: Event) -> Event:
    """An event of the packages' trial, as one of the whole installation."""
    if not isinstance(event, Progress):
        return event
    return replace(event, fraction=INSTALLED_END + (CHECKED_END - INSTALLED_END) * event.fraction)


def report_unpacking(report: Report, now: int, total: int) -> None:
    step = tr("Reading the bundle: {done} of {total} MB").format(done=megabytes(now), total=megabytes(total))
    report(Progress(TOOL_END + (FETCHED_END - TOOL_END) * now / total, step))


def _size(folder: Path) -> int:
    """Of files that uv may move away meanwhile."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += os.lstat(os.path.join(place, name)).st_size
    return total
