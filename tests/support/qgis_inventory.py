"""What the QGIS of this Python has, as JSON: its classes with their enums, signals and other names.

The stand-ins for QGIS on Qt 6 are made from it (qgis_on_qt6.py), so that they have nothing which QGIS lacks.
Also every attribute of Qt's own classes: of these Qt 6 has lost some.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator
from enum import Enum
from types import ModuleType

MODULES = ("_3d", "analysis", "core", "gui")
QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest", "QtWidgets", "QtXml")


def inventory() -> dict[str, object]:
    qgis = {name: _module(importlib.import_module(f"qgis.{name}")) for name in MODULES}
    qt = [importlib.import_module(f"qgis.PyQt.{name}") for name in QT_MODULES]
    attributes = {name for module in qt for thing in _classes(module) for name in dir(thing)}
    version = importlib.import_module("qgis.core").Qgis.QGIS_VERSION_INT
    return {"version": version, "qgis": qgis, "qt_attributes": sorted(attributes)}


def _module(module: ModuleType) -> dict[str, object]:
    classes = {thing.__name__: _class(thing) for thing in _classes(module)}
    plain = [name for name, thing in vars(module).items() if not isinstance(thing, (type, ModuleType))]
    return {"classes": classes, "others": [name for name in plain if name[0] != "_"]}


def _classes(module: ModuleType) -> Iterator[type]:
    return (thing for name, thing in vars(module).items() if isinstance(thing, type) and name[0] != "_")


def _class(thing: type) -> dict[str, object]:
    if _is_enum(thing):
        return {"members": _members(thing, thing)}
    base = _base(thing)
    enums = _enums(thing, {*dir(base)})
    known = {*dir(base), *enums, *(name for members in enums.values() for name in members)}
    of_qt = "" if base is object else base.__name__
    rest = {name: getattr(thing, name, None) for name in sorted({*dir(thing)} - known)}
    signals = {name: _types(value) for name, value in rest.items() if type(value).__name__ == "pyqtSignal"}
    constants = {name: value for name, value in rest.items() if type(value) in (bool, float, int, str)}
    methods = {name: _returned(value) for name, value in rest.items() if name not in {*signals, *constants}}
    return {"of_qt": of_qt, "enums": enums, "signals": signals, "constants": constants, "methods": methods}


def _types(signal: object) -> list[str]:
    """What it is sent with: ["QString"] of «<unbound PYQT_SIGNAL fileChanged(QString)>»."""
    inside = repr(signal).partition("(")[2].rpartition(")")[0]
    return [kind.strip() for kind in inside.split(",") if kind.strip()]


def _returned(thing: object) -> str:
    """What a method gives, by what it says of itself: "QIcon"; "" where it says nothing."""
    returned = re.search(
        r"\) -> (?:Optional\[([\w.]+)\]|([\w.\[\]]+))", getattr(thing, "__doc__", None) or ""
    )
    return returned[1] or returned[2] if returned else ""


def _base(thing: type) -> type:
    """The class of Qt's that it is one of."""
    of_qt = (c for c in thing.__mro__ if c.__module__.startswith("PyQt") and c.__name__[0] == "Q")
    return next(of_qt, object)


def _enums(thing: type, of_qt: set[str]) -> dict[str, dict[str, int]]:
    kinds = {name: getattr(thing, name, None) for name in {*dir(thing)} - of_qt}
    return {name: _members(kind, thing) for name, kind in kinds.items() if _is_enum(kind)}


def _is_enum(thing: object) -> bool:
    """One of Python's, or one of sip's for older C++: a subclass of int."""
    return isinstance(thing, type) and (issubclass(thing, Enum) or type(thing).__name__ == "enumtype")


def _members(enum: type, place: type) -> dict[str, int]:
    """Those of sip's lie beside the enum, in the class that holds it; QGIS adds older names to Python's."""
    if issubclass(enum, Enum):
        older = {name: member for name, member in vars(enum).items() if isinstance(member, enum)}
        return {name: int(member.value) for name, member in {**older, **enum.__members__}.items()}
    return {name: int(v) for name in dir(place) if type(v := getattr(place, name, None)) is enum}


if __name__ == "__main__":
    json.dump(inventory(), sys.stdout)
