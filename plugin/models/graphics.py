"""How much memory the graphics card has, as its driver says."""

from __future__ import annotations

from qgis.PyQt.QtCore import QProcess

DRIVER_S = 5.0  # one that is asleep takes a second or two
ASK_DRIVER = ("nvidia-smi", "--query-gpu=memory.total", "--format=csv,noheader,nounits")
_MEBIBYTE = 1 << 20


def graphics_memory() -> int:
    """Bytes of the largest card of NVIDIA; 0 = none is found: another one's driver says nothing so easily.

    Takes up to DRIVER_S: for a worker thread.
    """
    program, *arguments = ASK_DRIVER
    process = QProcess()
    process.start(program, arguments)
    if not process.waitForFinished(round(1000 * DRIVER_S)):  # also where there is no such program
        process.kill()
        process.waitForFinished(1000)
        return 0
    lines = bytes(process.readAllStandardOutput()).decode("ascii", "ignore").split()
    return max((int(line) for line in lines if line.isdigit()), default=0) * _MEBIBYTE
