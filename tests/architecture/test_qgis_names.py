"""Every name that the plugin takes from QGIS and Qt is there, and each member is named within its enum."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from names_taken import FIRST, LAST, Taken, names_taken  # noqa: E402
from places import ROOT  # noqa: E402
from qgis.core import Qgis  # noqa: E402

SOURCES = sorted((ROOT / "plugin").rglob("*.py"))


def namespace(path: Path) -> dict[str, object]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return vars(importlib.import_module(".".join(("askmap", *parts)).removesuffix(".__init__")))


def of_this_qgis(path: Path) -> list[Taken]:
    return [taken for taken in names_taken(path) if taken.is_for(Qgis.QGIS_VERSION_INT)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_name_taken_is_there(path):
    there = namespace(path)
    assert [str(taken) for taken in of_this_qgis(path) if not taken.exists(there)] == []


def test_the_names_of_the_plugin_are_seen():
    seen = {taken.chain for path in SOURCES for taken in names_taken(path)}
    assert {("Qgis", "MessageLevel", "Warning"), ("QImage", "Format", "Format_RGBA8888")} <= seen


def test_names_of_some_versions_alone_are_still_taken():
    seen = {".".join(taken.chain) for path in SOURCES for taken in names_taken(path)}
    assert {*FIRST, *LAST} - seen == set()
