"""Whatever stands in the file of settings: the plugin loads, its page opens, and what is odd stays there."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.export.choice import BRANCH as EXPORT  # noqa: E402
from askmap.plugin.export.choice import Choice, read_choice  # noqa: E402
from askmap.plugin.layers.appearance import BRANCH as APPEARANCE  # noqa: E402
from askmap.plugin.layers.appearance import Appearance  # noqa: E402
from askmap.plugin.layers.styles import Colouring, read_colouring  # noqa: E402
from askmap.plugin.options.fields import output_fault, packages_fault, reasoner_fault, segmenter_fault  # noqa: E402
from askmap.plugin.options.page import OptionsPage  # noqa: E402
from askmap.plugin.options.shortcuts import BRANCH as KEYS  # noqa: E402
from askmap.plugin.options.shortcuts import Keys  # noqa: E402
from askmap.plugin.settings import Settings, read_into, read_settings, write_settings  # noqa: E402
from askmap.plugin.teach.memory import BRANCH as TEACH  # noqa: E402
from askmap.plugin.teach.memory import TeachMemory, pace_of  # noqa: E402
from askmap.plugin.unsent import BRANCH as UNASKED  # noqa: E402
from askmap.plugin.unsent import Unasked  # noqa: E402
from qgis.core import QgsSettings  # noqa: E402
from qgis.PyQt.QtCore import QByteArray, QDate, QPoint  # noqa: E402

ODD = {
    "NUL": "a\0b",
    "long": "x" * 1_000_000,
    "long name": "/" + "n" * 300,
    "list": ["a", "b"],
    "map": {"a": [1]},
    "number": 10**18,
    "digits": "9" * 5000,
    "infinity": "1e999",
    "no number": "nan",
    "bytes": QByteArray(b"\xff\0\xfe"),
    "date": QDate(2026, 1, 1),
    "point": QPoint(1, 2),
    "half a letter": "\udcff",
    "nothing": None,
    "empty": "",
}
BRANCHES = (
    (Settings(), ""),
    (Keys(), KEYS),
    (Choice(), EXPORT),
    (TeachMemory(), TEACH),
    (Unasked(), UNASKED),
    (Appearance(), APPEARANCE),
)


def spoil(odd: object) -> None:
    stored = QgsSettings()
    for defaults, branch in BRANCHES:
        for field in fields(defaults):
            stored.setValue(f"plugins/askmap/{branch}{field.name}", odd)
    stored.setValue("askmap/colouring", odd)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_settings_keep_nothing_from_loading(desk, odd):
    spoil(odd)
    for defaults, branch in BRANCHES:
        found = read_into(defaults, branch)
        assert all(type(vars(found)[field.name]) is type(field.default) for field in fields(found))
    read_choice().shaping()
    assert read_colouring() == Colouring.BY_TARGET
    page = OptionsPage()
    page.apply()
    read_settings().engine()
    read_settings().environment_folder()
    page.deleteLater()


@pytest.mark.parametrize("odd", ["abacus", ["a", "b"], "x" * 1_000_000], ids=range(3))
def test_an_odd_value_stays_until_it_is_changed(desk, odd):
    QgsSettings().setValue("plugins/askmap/device", odd)
    write_settings(replace(read_settings(), welcomed=True))
    assert read_settings() == replace(Settings(), welcomed=True)
    assert QgsSettings().value("plugins/askmap/device") == odd
    write_settings(replace(read_settings(), device="cpu"))
    assert read_settings().device == "cpu"


@pytest.mark.parametrize("place", ["/" + "n" * 300, "a\0b", "/x" * 5000, "\udcff"])
def test_what_no_disk_has_is_a_sentence_of_the_page(desk, place):
    for fault in (reasoner_fault, segmenter_fault, output_fault, packages_fault):
        assert "no such" in fault(place)
    assert "no such" in segmenter_fault(f"{place}.pt")


@pytest.mark.parametrize(
    "text", ["2026-01-01 nan", "2026-01-01 inf", "2026-01-01 -3", "x y", "2026-01-01 1e999"]
)
def test_a_pace_that_nobody_has_is_none(text):
    assert pace_of(text).seconds == ()
