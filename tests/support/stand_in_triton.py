"""A package named triton whose import ends the process, as the real one's does in QGIS beside Mesa's LLVM."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

EXIT_CODE = 86
_SOURCE = """
import os, traceback
with open({trace!r}, "a") as trace:
    trace.write("".join(traceback.format_stack()))
os._exit({code})
"""


@dataclass(frozen=True)
class StandIn:
    path: Path  # to be put on Python's path
    trace: Path  # who imported it; no file as long as nobody did


def write_stand_in(folder: Path) -> StandIn:
    """In a new folder, with a part as torch also asks for them."""
    package, trace = folder / "triton", folder / "imported.txt"
    package.mkdir(parents=True)
    for name in ("__init__", "language"):
        (package / f"{name}.py").write_text(_SOURCE.format(trace=str(trace), code=EXIT_CODE))
    return StandIn(folder, trace)
