"""What is wrong on Qt 6 with a plugin, as JSON: python complaints_of_qt6.py FOLDER-WITH-ASKMAP INVENTORY.

For the Python that qgis_on_qt6.py is for.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from names_taken import attributes_used, names_made, names_taken
from qgis_on_qt6 import QT_MODULES, VERSION, install

KINDS = ("constants", "methods", "signals")
BACKEND = Path(__file__).parents[2] / "backend"  # whose attributes are not Qt's


def complaints(folder: Path, inventory: dict) -> dict[str, list[str]]:
    sys.path.insert(0, str(folder))
    sources = sorted((folder / "askmap" / "plugin").rglob("*.py"))
    return {
        "not loaded": [failure for path in sources if (failure := _failure(folder, path))],
        "missing": [name for path in sources for name in _missing(folder, path, inventory["version"])],
        "gone": _gone(sources, inventory),
    }


def _module_of(folder: Path, path: Path) -> str:
    return ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")


def _failure(folder: Path, path: Path) -> str:
    try:
        importlib.import_module(_module_of(folder, path))
    except (ImportError, AttributeError, NameError, TypeError, ValueError) as error:
        return f"{path.name}: {type(error).__name__}: {error}"
    return ""


def _missing(folder: Path, path: Path, version: int) -> list[str]:
    """Names of QGIS and Qt that are not there."""
    module = sys.modules.get(_module_of(folder, path))
    taken = [name for name in names_taken(path) if name.is_for(version) and name.is_for(VERSION)]
    return [str(name) for name in taken if not name.exists(vars(module) if module else {})]


def _gone(sources: list[Path], inventory: dict) -> list[str]:
    """Attributes that only classes of Qt 5 had."""
    gone = {*inventory["qt_attributes"]} - _attributes_of_qt() - _attributes_of_qgis(inventory)
    gone -= {name for path in (*sources, *BACKEND.glob("*.py")) for name in names_made(path)}
    used = [(name, place) for path in sources for name, place in attributes_used(path).items()]
    return [f"{place}: .{name}" for name, place in used if name in gone]


def _attributes_of_qt() -> set[str]:
    modules = [vars(importlib.import_module(f"PyQt6.{name}")) for name in QT_MODULES]
    classes = {thing for module in modules for thing in module.values() if isinstance(thing, type)}
    inner = {thing for outer in classes for thing in vars(outer).values() if isinstance(thing, type)}
    return {name for thing in classes | inner for name in (*dir(thing), *getattr(thing, "__members__", ()))}


def _attributes_of_qgis(inventory: dict) -> set[str]:
    classes = [kind for kinds in inventory["qgis"].values() for kind in kinds["classes"].values()]
    names = {name for kind in classes for part in KINDS for name in kind.get(part, ())}
    enums = [enum for kind in classes for enum in (*kind.get("enums", {}).values(), kind.get("members", {}))]
    return names | {member for enum in enums for member in enum}


if __name__ == "__main__":
    known = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    install(known)
    json.dump(complaints(Path(sys.argv[1]), known), sys.stdout)
