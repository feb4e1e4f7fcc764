"""Runs a program to its end: its lines are read, and it dies with QGIS or when the work is stopped."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import QProcess

from .failures import no_python

POLL_MS = 100
GOODBYE_MS = 5000
# Python between QGIS and the program. It starts it in a process group of its own, and kills the group when
# its input ends: because QGIS closed it, or because QGIS is gone. The order comes as a line of ASCII: Qt
# would spell a path with other letters in the locale's way, and the list of processes shows arguments.
_GUARD = """
import json, os, signal, subprocess, sys, threading
order = json.loads(sys.stdin.buffer.readline())
windows = os.name == "nt"
flags = {"creationflags": 0x08000000} if windows else {}  # no console
own_group = {} if windows else {"start_new_session": True}
own = {**own_group, **flags, "env": order["env"], "cwd": order["cwd"]}
streams = {"stdin": subprocess.DEVNULL, "stdout": sys.stdout, "stderr": sys.stdout}
try:
    child = subprocess.Popen(order["argv"], **streams, **own)
except OSError as error:
    print("askmap cannot start it:", error.strerror, flush=True)
    os._exit(126)
def kill_with_qgis():
    sys.stdin.buffer.read()
    if windows:
        subprocess.call(["taskkill", "/T", "/F", "/PID", str(child.pid)], **flags)
    else:
        os.killpg(child.pid, signal.SIGKILL)
threading.Thread(target=kill_with_qgis, daemon=True).start()
code = child.wait()
sys.stdout.flush()
os._exit(code & 255 or (1 if code else 0))
"""


@dataclass(frozen=True)
class Invocation:
    """A program with its arguments, for the Python that starts it."""

    argv: Sequence[str]
    env: Mapping[str, str]
    cwd: Path


@dataclass(frozen=True)
class Ended:
    code: int
    output: str


def run_program(
    order: Invocation, python: Path, line_read: Callable[[str], None], check: Callable[[], None]
) -> Ended:
    """Blocks, for a worker thread. `check` is called all the time, and stops the program when it raises."""
    child = QProcess()
    child.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    child.start(str(python), ["-I", "-c", _GUARD])
    lines: list[str] = []
    try:
        if not child.waitForStarted():
            raise no_python(child.errorString())
        fields = {"argv": list(order.argv), "env": dict(order.env), "cwd": str(order.cwd)}
        child.write(json.dumps(fields).encode("ascii") + b"\n")
        while child.state() != QProcess.ProcessState.NotRunning:
            check()
            child.waitForReadyRead(POLL_MS)
            _read_lines(child, lines, line_read)
        _read_lines(child, lines, line_read)
    finally:
        _end(child)
    rest = bytes(child.readAll()).decode(errors="replace")
    code = child.exitCode() if child.exitStatus() == QProcess.ExitStatus.NormalExit else -1
    return Ended(code, "\n".join([*lines, rest]).strip())


def _read_lines(child: QProcess, lines: list[str], line_read: Callable[[str], None]) -> None:
    while child.canReadLine():
        line = bytes(child.readLine()).decode(errors="replace").rstrip()
        lines.append(line)
        line_read(line)


def _end(child: QProcess) -> None:
    """The end of its input makes the guard kill the program."""
    if child.state() == QProcess.ProcessState.NotRunning:
        return
    child.closeWriteChannel()
    if not child.waitForFinished(GOODBYE_MS):
        child.kill()
        child.waitForFinished(GOODBYE_MS)
