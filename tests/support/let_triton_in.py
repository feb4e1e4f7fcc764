"""Runs inside the QGIS desktop (--code): asks as `make demo` does, but lets triton in.

`make test-cuda-build` shows with it what the plugin keeps QGIS from.
"""

from __future__ import annotations

import sys
from pathlib import Path

from askmap.plugin.runtime.refused_packages import no_triton
from qgis.core import QgsApplication


def say() -> None:
    print("triton is loaded:", sys.modules.get("triton") is not None, flush=True)


no_triton.begin = lambda: None
QgsApplication.instance().aboutToQuit.connect(say)
sys.path.append(str(Path("resources", "sample").absolute()))
import demo_in_qgis  # noqa: E402, F401
