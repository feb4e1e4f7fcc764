"""What the child's interpreter runs, as a file: no package is there yet, and perhaps none is installed.

Its arguments are the folder of the pixels, and the folders of packages as a JSON list.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from pathlib import Path

PACKAGE = "askmap"
ROOT = Path(__file__).parents[2]


def boot(folder: str, packages: list[str]) -> None:
    """Our packages come before the interpreter's own; neither this folder nor the current one is searched."""
    here = str(Path(__file__).parent)
    sys.path[:] = [*packages, *(place for place in sys.path if place != here)]
    _load_package()
    importlib.import_module(f"{PACKAGE}.backend.child.program").serve(Path(folder))


def _load_package() -> None:
    """By its place: what else lies beside it, in QGIS all other plugins, cannot be imported."""
    init = ROOT / "__init__.py"
    spec = importlib.util.spec_from_file_location(PACKAGE, init, submodule_search_locations=[str(ROOT)])
    if spec is None or spec.loader is None:
        raise ImportError(f"{init} cannot be imported")
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    boot(sys.argv[1], json.loads(sys.argv[2]))
