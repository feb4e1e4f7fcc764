"""Tries the engine's packages out in a process that may crash, before QGIS loads them.

The process is given what this QGIS has: its path, the packages that are served and refused, and on Linux
every shared library that it has loaded. Elsewhere no libraries are handed on, and it has only those that
qgis.core and osgeo bring. A test that was passed is remembered, and done again when something changed: see
passed.py.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsMessageLog
from qgis.PyQt.QtCore import QProcess

from ...backend.errors import MissingPackage
from ...backend.stages import Progress, Report
from ..language import tr
from .passed import PassedTests, fingerprint, passed_tests
from .program import STEP, UNDECIDED

PROGRAM = Path(__file__).with_name("program.py")
LOG_TAG = "AskMap"
LIMIT_S = 300  # a cold disk has been seen to take a minute for torch alone
MAPS = Path("/proc/self/maps")
_POLL_MS = 100
_SAID = 2000  # characters of what a test printed, for QGIS's log
_PLACE = re.compile(r'\s*File "[^"<]*?([^"/\\<]+[/\\][^"/\\<]+)", line (\d+)')  # «triton/__init__.py», «8»


@dataclass(frozen=True)
class TestOrder:
    """What the program is given, as this QGIS has it."""

    __test__ = False  # not one of pytest's

    python: str  # QGIS's own, as a program
    package: str  # the name by which the plugin is imported
    path: tuple[str, ...]
    refused: tuple[str, ...]
    folder: str  # with the packages that are served
    served: tuple[str, ...]
    libraries: tuple[str, ...]
    device: str


def try_out(report: Report, order: TestOrder, passed: Optional[PassedTests] = None) -> bool:
    """Whether it is passed, now or before with all that matters as it is now.

    False where something else than the packages failed. Raises MissingPackage if the packages fail. Blocks,
    so it is for a worker thread. It also warms the disk's cache for QGIS's own import.
    """
    passed = passed or passed_tests()
    now = fingerprint(order.path, order.refused, order.served, order.libraries, order.device)
    if now in passed:
        return True
    if not run_test(report, order):
        return False
    passed.add(now)
    return True


def loaded_libraries(maps: Path = MAPS) -> tuple[str, ...]:
    """All that this process has loaded, the first ones first; none where the system does not say."""
    with suppress(OSError):
        text = maps.read_text(encoding="utf-8", errors="surrogateescape")
        return tuple(dict.fromkeys(filter(None, map(_library_of, reversed(text.splitlines())))))
    return ()


def _library_of(line: str) -> str:
    """Of a line «7f31…-7f32… r-xp 0002a000 fe:00 1234   /usr/lib/libqgis_core.so.3.22»; else "".

    Linux maps a library below those before it. Only code counts, of a file that is still there.
    """
    fields = line.split(maxsplit=5)
    path = fields[5] if len(fields) == 6 and "x" in fields[1] else ""
    return path if ".so" in Path(path).name and Path(path).is_file() else ""


def run_test(
    report: Report,
    order: TestOrder,
    *,
    program: Path = PROGRAM,
    limit_s: float = LIMIT_S,
) -> bool:
    """Whether it was passed; False where something else than the packages failed. Raises MissingPackage."""
    child = QProcess()
    child.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    child.start(order.python, [str(program)])
    child.write(json.dumps(asdict(order)).encode("ascii") + b"\n")
    try:
        said = _wait_for(child, report, limit_s)
        return _has_passed(child, said)
    finally:
        child.kill()
        child.waitForFinished()


def _wait_for(child: QProcess, report: Report, limit_s: float) -> list[str]:
    """What it printed, but for its progress."""
    said: list[str] = []
    now = Progress(0.0, tr("Trying out the engine's packages"))
    for _ in range(int(limit_s * 1000 / _POLL_MS)):
        ended = child.waitForFinished(_POLL_MS) or child.state() == QProcess.ProcessState.NotRunning
        while child.canReadLine() or (ended and child.bytesAvailable()):
            line = bytes(child.readLine()).decode(errors="replace").rstrip()
            if line.startswith(STEP):
                now = Progress(float(line[len(STEP) :]), now.step)
            elif line:
                said.append(line)
        if ended:
            return said
        report(now)
    raise MissingPackage(
        tr("The engine's packages did not load in time."), tr("Try again, or reinstall the packages.")
    )


def _has_passed(child: QProcess, said: list[str]) -> bool:
    crashed = child.exitStatus() == QProcess.ExitStatus.CrashExit
    did_start = child.error() != QProcess.ProcessError.FailedToStart  # type: ignore[operator]
    if did_start and not crashed and child.exitCode() in (0, UNDECIDED):
        return child.exitCode() == 0
    QgsMessageLog.logMessage("\n".join(said)[-_SAID:], LOG_TAG)
    if not did_start:
        reason = child.errorString()
    elif crashed:
        reason = crash_text(child.exitCode(), said)
    else:
        reason = said[-1] if said else tr("it crashed without a word")
    raise MissingPackage(
        tr("The engine's packages do not work with this QGIS: {reason}.").format(reason=reason),
        tr("Install them again with the button in the dock, or choose a folder with others."),
    )


def crash_text(code: int, said: Sequence[str]) -> str:
    """By which signal, and in which file of Python's, if it came to say that."""
    name, place = _signal_name(code), _place(said)
    if place:
        return tr("it crashed ({signal}) in {place}").format(signal=name, place=place)
    return tr("it crashed ({signal})").format(signal=name)


def _signal_name(code: int) -> str:
    """Windows has none: there it is the code of an exception."""
    with suppress(ValueError):
        return signal.Signals(code).name if sys.platform != "win32" else hex(code & 0xFFFFFFFF)
    return str(code)


def _place(said: Sequence[str]) -> str:
    """The line of a program that faulthandler found its thread in, but not one of Python's own importing."""
    begin = next((at for at, line in enumerate(said) if line.startswith("Current thread")), len(said))
    found = (_PLACE.match(line) for line in said[begin:])
    return next((f"{match[1]}:{match[2]}" for match in found if match), "")
