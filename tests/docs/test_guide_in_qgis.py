"""The keys and formats of the guide are those of the plugin."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.outputs.formats import FORMATS  # noqa: E402
from askmap.plugin.cards.actions import KEYS  # noqa: E402
from askmap.plugin.options.shortcuts import everywhere  # noqa: E402
from askmap.plugin.tools.correction_tool import KEYS as MAP_KEYS  # noqa: E402
from askmap.plugin.tools.correction_tool import SIGNS  # noqa: E402
from askmap.plugin.tools.keyboard_cursor import ARROWS  # noqa: E402
from guide import GUIDE, rows_of  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QKeySequence  # noqa: E402


def test_every_key_of_the_cards_is_one_that_they_have_and_does_what_is_said():
    words = {"accept": "Accept", "reject": "Reject", "open": "Leave open", "next": "Next", "edit": "Edit"}
    words |= {"previous": "Previous", "zoom": "Zoom to it", "draw": "New", "remove": "Remove"}
    words |= {"undo": "Undo", "redo": "Redo", "note": "Note"}
    said = {}
    for keys, deeds in rows_of("Key on the cards"):
        said.update(zip(keys.split(", "), re.findall("«(.+?)»", deeds)))
    assert {key: words[KEYS[key]] for key in said} == said
    assert {KEYS[key] for key in said} == set(KEYS.values())


def test_the_keys_that_work_everywhere_are_all_there():
    listed = {keys: text.strip("«»") for keys, text in rows_of("Key everywhere")}
    assert listed == {action.key: action.text for action in everywhere()}


def test_the_keys_on_the_map_are_those_of_the_tool():
    told = " ".join(row[0] for row in rows_of("Mouse or key on the map"))
    named = set(re.findall(r"(?<![+\w])(?:[A-Z]\b|[A-Z][a-z]{2,}(?![+\w])|[+-](?!\w))", told)) - {"Shift"}
    keys = {QKeySequence(name)[0] for name in named - set(SIGNS)}
    assert named & set(SIGNS) == set(SIGNS)
    assert keys == {*(int(key) for key in MAP_KEYS)} - {int(Qt.Key.Key_Return), *map(int, ARROWS)}


def test_every_format_of_an_export_is_told_of():
    section = GUIDE[GUIDE.index("## Exporting") : GUIDE.index("## Teaching")]
    assert [form.name for form in FORMATS.values() if form.name.partition(" (")[0] not in section] == []
