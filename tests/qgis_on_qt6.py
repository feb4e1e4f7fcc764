"""QGIS on Qt 6, which Debian does not have yet: qgis.PyQt is PyQt6, QGIS's own classes are stand-ins.

The stand-ins have the names, enums and signals of the QGIS that the inventory was made of, and no others, and
do nothing. A member is found in its enum alone, as on Qt 6. For a Python with PyQt6, without QGIS and PyQt5.
"""

from __future__ import annotations

import importlib
import json
import sys
from enum import IntEnum
from pathlib import Path
from types import ModuleType

from names_taken import attributes_used, names_made, names_taken
from PyQt6.QtCore import QObject, pyqtSignal

QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest", "QtWidgets", "QtXml")
BACKEND = Path(__file__).parent.parent / "backend"  # whose attributes are not Qt's
MOVED = {"QtWidgets": ("QAction", "QActionGroup", "QShortcut")}  # to QtGui; QGIS leaves them where they were


class Empty:
    """A method, a constant or a nested class: whatever is done with it, nothing comes of it."""

    def __call__(self, *arguments: object, **named: object) -> Empty:
        return self

    def __getattr__(self, name: str) -> Empty:
        if name.startswith("__"):
            raise AttributeError(name)
        return self


def install(inventory: dict) -> None:
    _add("qgis", {})
    _add("qgis.PyQt", {})
    qt_gui = importlib.import_module("PyQt6.QtGui")
    for name in QT_MODULES:
        moved = {name: getattr(qt_gui, name) for name in MOVED.get(name, ())}
        _add(f"qgis.PyQt.{name}", {**vars(importlib.import_module(f"PyQt6.{name}")), **moved})
    for name, kinds in inventory["qgis"].items():
        classes = {name: _standin(name, kind) for name, kind in kinds["classes"].items()}
        _add(f"qgis.{name}", {**dict.fromkeys(kinds["others"], Empty()), **classes})


def _add(name: str, things: dict[str, object]) -> None:
    module = ModuleType(name)
    vars(module).update({key: thing for key, thing in things.items() if not key.startswith("__")})
    sys.modules[name] = module
    above, _, last = name.rpartition(".")
    if above:
        setattr(sys.modules[above], last, module)


def _standin(name: str, kind: dict) -> type:
    if "members" in kind:
        return IntEnum(name, kind["members"])
    module, _, base_name = kind["of_qt"].partition(".")
    base = getattr(importlib.import_module(f"PyQt6.{module}"), base_name, object) if module else object
    body: dict[str, object] = dict.fromkeys(kind["others"], Empty())
    body.update({enum: IntEnum(enum, members) for enum, members in kind["enums"].items()})
    if issubclass(base, QObject):
        body.update({signal: pyqtSignal(object) for signal in kind["signals"]})
    return type(base)(name, (base,), body)


def complaints(folder: Path, inventory: dict) -> dict[str, list[str]]:
    """What is wrong on Qt 6 with folder/askmap/plugin."""
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
    taken = [name for name in names_taken(path) if not name.is_newer(version)]
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
    names = {name for kind in classes for part in ("others", "signals") for name in kind.get(part, ())}
    enums = [enum for kind in classes for enum in (*kind.get("enums", {}).values(), kind.get("members", {}))]
    return names | {member for enum in enums for member in enum}


if __name__ == "__main__":
    known = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    install(known)
    json.dump(complaints(Path(sys.argv[1]), known), sys.stdout)
