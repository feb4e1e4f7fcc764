"""The notice that stands in the dock where the engine's packages are missing."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.ask.packages_notice import EnvironmentNotice  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


@pytest.fixture
def notice(desk):
    notice = EnvironmentNotice(desk.mainWindow())
    notice.show_advice("The engine needs packages.")
    return notice


def test_every_part_stands_in_it(notice):
    parts = (notice.advice, notice.folder, notice.retry_button)
    assert [part for part in parts if not notice.isAncestorOf(part)] == []
    assert notice.advice.text() == "The engine needs packages."


def test_the_button_looks_again(notice):
    heard = []
    notice.retried.connect(lambda: heard.append("retried"))
    QTest.mouseClick(notice.retry_button, Qt.MouseButton.LeftButton)
    assert heard == ["retried"]


def test_without_advice_there_is_no_notice(notice):
    assert not notice.isHidden()
    notice.show_advice("")
    assert notice.isHidden()
