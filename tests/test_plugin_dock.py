"""The dock's pages on a small screen, in real QGIS."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.dock import Dock  # noqa: E402
from desktop import wait_until  # noqa: E402

LOW_PX, HIGH_PX = 420, 950  # what QGIS leaves for a dock of a laptop's 720 pixels, and a large screen


@pytest.fixture
def dock(desk):
    dock = Dock(desk.mainWindow())
    dock.setFloating(True)
    dock.show_welcome(False)
    dock.show()
    yield dock
    dock.form.close_down()
    dock.deleteLater()


def test_the_dock_makes_no_window_higher_than_a_small_screen(dock):
    assert dock.minimumSizeHint().height() <= LOW_PX


@pytest.mark.parametrize(("height", "scrolls"), [(LOW_PX, True), (HIGH_PX, False)])
def test_the_page_to_ask_on_scrolls_only_where_it_must(dock, height, scrolls):
    dock.resize(400, height)
    page = dock.pages.currentWidget()
    wait_until(lambda: page.verticalScrollBar().isVisible() == scrolls, "the page found its height")
    assert page.widget().width() == page.viewport().width()


def test_growing_room_goes_to_the_cards_first(dock):
    dock.resize(400, HIGH_PX)
    wait_until(lambda: dock.height() == HIGH_PX, "the dock is high")
    assert dock.answer.cards.list.height() > dock.answer.reasoning.text.height()
