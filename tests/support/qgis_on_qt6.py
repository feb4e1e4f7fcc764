"""QGIS on Qt 6, which Debian does not have yet: qgis.PyQt is PyQt6, QGIS's own classes are stand-ins.

The stand-ins have the names, enums and signals of the QGIS that the inventory was made of, and no others, and
do nothing. A member is found in its enum alone, as on Qt 6. For a Python with PyQt6, without QGIS and PyQt5.
As a plugin of pytest it lets the tests of widgets run on Qt 6, those which need no layer and no geometry.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from enum import EnumMeta, IntEnum
from pathlib import Path
from types import ModuleType

from PyQt6.QtCore import QObject, QSettings, pyqtSignal

VERSION = 40000  # what it says it is
QT_MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest", "QtWidgets", "QtXml")
AS_GOOD_AS = {"QgsSettings": "QSettings"}
PLAIN = {"str": str, "bool": bool, "int": int, "float": float, "List": list, "Dict": dict, "Set": set}
SENT = {"QString": str, "bool": bool, "int": int, "double": float}
MOVED = {"QtWidgets": ("QAction", "QActionGroup", "QShortcut")}  # to QtGui; QGIS leaves them where they were


class Empty:
    """A function or a nested class: whatever is done with it, nothing comes of it."""

    def __call__(self, *arguments: object, **named: object) -> Empty:
        return self

    def __getattr__(self, name: str) -> Empty:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __or__(self, other: object) -> object:
        return other


class Method:
    """Gives an empty one of what the real method gives, the same each time: it may be a singleton."""

    def __init__(self, returned: str) -> None:
        self._returned, self._given = returned, Empty

    def __call__(self, *arguments: object, **named: object) -> object:
        if self._given is Empty:
            self._given = _empty(self._returned)
        return self._given


class Standin:
    """Of a class of QGIS's: it is made from anything."""

    def __init__(self, *arguments: object, **named: object) -> None:
        try:
            super().__init__(*arguments, **named)
        except TypeError:  # more than Qt's own class takes
            super().__init__()


def install(inventory: dict) -> None:
    _add("qgis", {})
    _add("qgis.PyQt", {})
    qt_gui = importlib.import_module("PyQt6.QtGui")
    for name in QT_MODULES:
        moved = {name: getattr(qt_gui, name) for name in MOVED.get(name, ())}
        _add(f"qgis.PyQt.{name}", {**vars(importlib.import_module(f"PyQt6.{name}")), **moved})
    _add("qgis.PyQt.sip", vars(importlib.import_module("PyQt6.sip")))
    for name, kinds in inventory["qgis"].items():
        classes = {name: _standin(name, kind) for name, kind in kinds["classes"].items()}
        _add(f"qgis.{name}", {**dict.fromkeys(kinds["others"], Empty()), **classes})
    sys.modules["qgis.core"].Qgis.QGIS_VERSION_INT = VERSION
    _add("qgis.testing", {"start_app": _start_app})


def _add(name: str, things: dict[str, object]) -> None:
    module = ModuleType(name)
    vars(module).update({key: thing for key, thing in things.items() if not key.startswith("__")})
    sys.modules[name] = module
    above, _, last = name.rpartition(".")
    if above:
        setattr(sys.modules[above], last, module)


def _start_app(cleanup: bool) -> object:
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
    return sys.modules["qgis.core"].QgsApplication([])


def _standin(name: str, kind: dict) -> type:
    if "members" in kind:
        return IntEnum(name, kind["members"])
    base = _of_qt(AS_GOOD_AS.get(name, kind["of_qt"])) or object
    body: dict[str, object] = {name: Method(returned) for name, returned in kind["methods"].items()}
    body.update(kind["constants"])
    body.update({enum: IntEnum(enum, members) for enum, members in kind["enums"].items()})
    if issubclass(base, QObject):
        signals = kind["signals"].items()
        body.update(
            {name: pyqtSignal(*(SENT.get(sent, object) for sent in types)) for name, types in signals}
        )
    inherited = {key: thing for key, thing in body.items() if not hasattr(base, key)}
    return type(base)(name, (Standin, base), inherited | QGIS_S_OWN.get(name, {}))


def _set_value(settings: QSettings, key: str, value: object, section: int = 0) -> None:
    """QGIS's takes a section, too."""
    QSettings.setValue(settings, key, value)


QGIS_S_OWN = {"QgsSettings": {"setValue": _set_value}}


def _of_qt(name: str) -> type | None:
    modules = (importlib.import_module(f"PyQt6.{module}") for module in QT_MODULES)
    return next((vars(module)[name] for module in modules if name in vars(module)), None)


def _empty(kind: str) -> object:
    qgis = (vars(sys.modules[f"qgis.{module}"]) for module in ("core", "gui"))
    known = {**PLAIN, **{name: thing for names in qgis for name, thing in names.items()}}
    thing = known.get(kind.partition("[")[0]) or _of_qt(kind) or Empty
    return next(iter(thing)) if isinstance(thing, EnumMeta) else thing()


def pytest_configure() -> None:
    sys.excepthook = traceback.print_exception  # any but Python's own: else PyQt6 ends at an error in a slot
    install(json.loads(Path(os.environ["QGIS_INVENTORY"]).read_text(encoding="utf-8")))
