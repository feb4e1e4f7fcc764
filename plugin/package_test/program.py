"""Loads what QGIS has loaded and the engine's packages, and asks the bundled question. It may crash.

trial.py runs this file in QGIS's own Python, in a process of its own. It is given one line of JSON, a
TestOrder's fields, and prints progress() lines; what it prints else is what went wrong. Its input ends with
QGIS, and then it ends, too.
"""

from __future__ import annotations

import ctypes
import faulthandler
import importlib
import json
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

STEP = "askmap step "  # at the beginning of a line, before a fraction of the work
PASSED, FAILED, UNDECIDED = 0, 1, 3  # exit codes; undecided: it is not the packages that fail here


def main() -> None:
    faulthandler.enable()  # so that a crash says where
    order = begin()
    progress(0.05)
    load_libraries(order["libraries"])
    progress(0.15)
    import_qgis()
    progress(0.25)
    end(ask(order["package"], order["device"]))


def begin() -> dict[str, Any]:
    """Reads the order, and makes Python find here what it finds in QGIS."""
    order = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_qgis, daemon=True).start()
    sys.path[:] = order["path"]
    sys.modules.update(dict.fromkeys(order["refused"]))
    if order["served"]:
        module = load(f"{order['package']}.plugin.runtime.own_packages")
        module.own_packages.folder = Path(order["folder"])
        module.own_packages.begin(only=order["served"])
    return order


def _end_with_qgis() -> None:
    while os.read(0, 1):  # not through sys.stdin: at its end Python would wait for whoever reads there
        pass
    os._exit(FAILED)


def load_libraries(paths: list[str]) -> None:
    """In the order in which QGIS has loaded them; one that does not load says nothing about the packages.

    They see each other's symbols, as those of a program do, and as Mesa has it with its drivers and LLVM.
    Python's own extension modules do not, when Python imports them.
    """
    folders = tuple(f"{Path(folder)}{os.sep}" for folder in sys.path if folder)
    for path in paths:
        mode = ctypes.RTLD_LOCAL if path.startswith(folders) else ctypes.RTLD_GLOBAL
        with suppress(OSError):
            ctypes.CDLL(path, mode=mode)


def load(module: str) -> Any:
    """Late and one after the other: the order is part of what is tried out."""
    return importlib.import_module(module)


def import_qgis() -> None:
    load("qgis.core")
    load("osgeo.gdal")


def ask(package: str, device: str) -> int:
    """The bundled pair, whatever the user has chosen: it is small, and its truth is known."""
    modules = load(f"{package}.backend.packages.requirements").MODULES
    for number, module in enumerate(modules, start=1):
        load(module)
        progress(0.25 + 0.4 * number / len(modules))
    self_test = load(f"{package}.backend.self_test")
    errors = load(f"{package}.backend.errors")
    try:
        return _answer(self_test, device)
    except (errors.MissingPackage, errors.UnreadableAnswer) as error:
        print(error)
        return FAILED
    except errors.AskMapError as error:  # such as too little memory: QGIS says so when it loads the engine
        print(error)
        return UNDECIDED


def _answer(self_test: Any, device: str) -> int:
    case = self_test.read_self_test()
    engine = self_test.load_engine(self_test.EngineSettings(device=device))
    progress(0.8)
    answer = engine.answer(case.scene, case.question)
    overlap = self_test.overlap_with(answer, case.truth)
    if self_test.judge(answer, overlap, bundled=True) == self_test.Verdict.PASSED:
        return PASSED
    print(f"the bundled question is answered wrongly (overlap {overlap:.2f})")
    return FAILED


def progress(fraction: float) -> None:
    print(f"{STEP}{fraction}", flush=True)


def end(code: int) -> None:
    """At once: libraries that were only loaded, and never used, may crash at a program's usual end."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
