"""Numbers are written as QGIS's locale says, by one module."""

from __future__ import annotations

import ast

import pytest
from places import ROOT

pytestmark = pytest.mark.qgis

from askmap.plugin.cards.model import area_text  # noqa: E402
from askmap.plugin.map.ground_resolution import length_text  # noqa: E402
from askmap.plugin.models.texts import size_text  # noqa: E402
from askmap.plugin.number_format import fixed, number  # noqa: E402
from qgis.PyQt.QtCore import QLocale  # noqa: E402

OF_NUMBERS = "plugin/number_format.py"
OF_TIMES = "plugin/history/list_model.py"


@pytest.fixture
def german(qgis_app):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def test_in_a_german_qgis_every_number_has_a_comma(german):
    assert (fixed(1234.5, 1), number(0.25, ".2f")) == ("1.234,5", "0,25")
    assert area_text(3.14159) == "3,14 m²"
    assert length_text(3.2) == "3,2 m"
    assert size_text(9_500_000_000) == "9,5 GB"


def test_nobody_else_asks_for_the_locale():
    """But for dates, which are no numbers."""
    asking = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "plugin").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.alias) and node.name == "QLocale"
    }
    assert asking <= {OF_NUMBERS, OF_TIMES, "plugin/language.py"}
    assert OF_NUMBERS in asking
