"""How far an installation is, by steps and bytes."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from ...backend.packages.resolution import Resolution
from ...backend.stages import Progress, Report
from ..language import tr
from .failures import megabytes

# Where each step ends, of the whole; the packages take most of the time
TOOL_END, RESOLVED_END, FETCHED_END, INSTALLED_END, CHECKED_END = 0.05, 0.08, 0.85, 0.95, 1.0
UNPACKED_RATIO = 3.5  # of torch, unpacked to its wheel; of the others 2.7 to 3.6. Too high shows too little
LOOK_S = 1.0  # between two looks into uv's folder
_BEGUN = re.compile(r"^\s*Downloading (\S+) \(")
_DONE = re.compile(r"^\s*Downloaded (\S+)")
_ALL_DONE = re.compile(r"^\s*Prepared \d+ package")


class DownloadProgress:
    """Bytes out of uv's lines, and for what is under way out of what it has unpacked so far."""

    def __init__(self, resolution: Resolution, cache: Path) -> None:
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
    report(Progress(RESOLVED_END + (FETCHED_END - RESOLVED_END) * min(1.0, now / total), step))


def report_tool(report: Report, received: int, total: int) -> None:
    step = tr("Fetching the installer: {done} of {total} MB").format(
        done=megabytes(received), total=megabytes(total)
    )
    report(Progress(TOOL_END * min(1.0, received / total), step))


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
