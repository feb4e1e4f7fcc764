"""The file of settings: whatever stands in it, what is read is of its kind, and else the default."""

from __future__ import annotations

import os
import random
from dataclasses import fields
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from askmap.plugin.export.choice import BRANCH as EXPORT  # noqa: E402
from askmap.plugin.export.choice import Choice  # noqa: E402
from askmap.plugin.layers.styles import Colouring, read_colouring  # noqa: E402
from askmap.plugin.options.shortcuts import BRANCH as KEYS  # noqa: E402
from askmap.plugin.options.shortcuts import Keys  # noqa: E402
from askmap.plugin.settings import Settings, read_into, write_fields  # noqa: E402
from askmap.plugin.teach.memory import BRANCH as TEACH  # noqa: E402
from askmap.plugin.teach.memory import TeachMemory, pace_of  # noqa: E402
from askmap.plugin.unsent import BRANCH as UNASKED  # noqa: E402
from askmap.plugin.unsent import Unasked  # noqa: E402
from qgis.core import QgsApplication, QgsSettings  # noqa: E402
from qgis.PyQt.QtCore import QByteArray, QDate, QPoint, QSettings  # noqa: E402

COUNT = 20_000
LIMIT_S = 1.0

_BRANCHES = (
    (Settings(), ""),
    (Keys(), KEYS),
    (Choice(), EXPORT),
    (TeachMemory(), TEACH),
    (Unasked(), UNASKED),
)
_ODD = (
    None, "", "a\0b", "x" * 200_000, "/" + "n" * 300, ["a", "b"], [], {"a": [1]}, {}, 10**18, -1, 2**31,
    "9" * 5000, "1e999", "nan", "true", "False", "0x10", QByteArray(b"\xff\0"), QDate(2026, 1, 1),
    QPoint(1, 2), "\udcff", 0.5, "Ctrl+Shift+K, Ctrl+B", "cuda:99", "auto", "en", "@Invalid()",
    "@Variant(\0\0", "%00", "2026-01-01 nan 3",
)  # fmt: skip
_application: list[QgsApplication] = []


def one(rng: random.Random, folder: Path) -> str:
    if not _application:
        _application.append(QgsApplication([], False))
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    stored = QgsSettings()
    stored.clear()
    for defaults, branch in _BRANCHES:
        for field in rng.sample(fields(defaults), k=rng.randrange(len(fields(defaults)) + 1)):
            stored.setValue(f"plugins/askmap/{branch}{field.name}", _value(rng))
    stored.setValue("askmap/colouring", _value(rng))
    for defaults, branch in _BRANCHES:
        _check(read_into(defaults, branch))
        write_fields(read_into(defaults, branch), branch)
    pace_of(read_into(TeachMemory(), TEACH).pace)
    assert read_colouring() in set(Colouring)
    return "read"


def _value(rng: random.Random) -> Any:
    return rng.choice(_ODD) if rng.random() < 0.9 else "".join(map(chr, rng.choices(range(0x3000), k=9)))


def _check(found: Any) -> None:
    for field in fields(found):
        assert type(vars(found)[field.name]) is type(field.default)
