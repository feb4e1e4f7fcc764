"""The models in use, named where questions are asked, and what may be used in their place."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.hub.overview import REASONER, SEGMENTER  # noqa: E402
from askmap.plugin.ask.again_dialog import AgainDialog  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore, read_settings, write_settings  # noqa: E402
from entries import two_found  # noqa: E402
from models_window import NAME, TINY, get, settled  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


def test_the_dock_names_the_models_and_switches_among_those_here(plugin, window):
    get(plugin, window)
    line = plugin.dock.models
    assert line.buttons[REASONER].accessibleName() == "Reasoner: Pocket reasoner"
    menu = line.buttons[SEGMENTER].menu()
    shown = {action.text(): action for action in menu.actions() if action.text()}
    assert list(shown) == ["Pocket segmenter", NAME, "Models…"]
    assert [name for name, action in shown.items() if action.isChecked()] == ["Pocket segmenter"]
    shown[NAME].trigger()
    assert read_settings().segmenter.endswith(TINY)
    settled(plugin)
    assert line.buttons[SEGMENTER].accessibleName() == f"Segmenter: {NAME}"
    window.close()
    QTest.mouseClick(line.buttons[REASONER], Qt.MouseButton.LeftButton)
    assert plugin.wiring.models.window is not None


def test_a_long_name_fits_into_a_narrow_dock(plugin, desk):
    write_settings(Settings(welcomed=True, reasoner="http://127.0.0.1:9/v1#" + "a-very-long-name-" * 9))
    plugin.wiring.context.settings.read_anew()
    settled(plugin)
    plugin.dock.models.resize(240, 30)
    button = plugin.dock.models.buttons[REASONER]
    assert plugin.dock.models.minimumSizeHint().width() < 200
    assert "…" in button.text()
    assert "a-very-long-name-a-very" in button.toolTip()


def test_ask_again_offers_the_models_that_are_here(plugin, window):
    get(plugin, window)
    dialog = AgainDialog(two_found(), SettingsStore().now, None, plugin.wiring.models.listing.usable)
    assert [dialog.segmenter.itemText(i) for i in range(dialog.segmenter.count())] == [
        "Pocket segmenter",
        NAME,
    ]
    dialog.segmenter.setCurrentIndex(1)
    assert dialog.rerun().segmenter.endswith(TINY)
    assert dialog.rerun().reasoner == ""
    dialog.reasoner.setFilePath("/a/folder/of/mine")
    assert dialog.models.currentText() == ""
    assert dialog.rerun().reasoner == "/a/folder/of/mine"
    dialog.reasoner.setFilePath("")
    assert dialog.models.currentText() == "Pocket reasoner"
