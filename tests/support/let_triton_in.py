"""Runs inside the QGIS desktop (--code): asks as `make demo` does, but lets triton in.

From the environment: LETS_IN, «triton», or «triton,untested» where the packages are not tried out before.
`make test-cuda-build` shows with it what the plugin keeps QGIS from.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from askmap.plugin.runtime import engine_service
from askmap.plugin.runtime.refused_packages import no_triton
from qgis.core import QgsApplication

tried_out = engine_service.try_out


def say() -> None:
    print("triton is loaded:", sys.modules.get("triton") is not None, flush=True)


def try_out(*order: object) -> None:
    if "untested" in os.environ["LETS_IN"]:
        return
    try:
        tried_out(*order)
    except Exception as error:
        print("the test of the packages fails:", error, flush=True)
        raise


no_triton.begin = lambda: None
engine_service.try_out = try_out
QgsApplication.instance().aboutToQuit.connect(say)
sys.path.append(str(Path("resources", "sample").absolute()))
import demo_in_qgis  # noqa: E402, F401
