"""The models in use, named where questions are asked, and what may be used in their place."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.ask.again_dialog import AgainDialog  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore, read_settings, write_settings  # noqa: E402
from entries import two_found  # noqa: E402
from models_window import NAME, TINY, get, settled  # noqa: E402


def test_the_dock_names_the_models_and_switches_among_those_here(plugin, window):
    get(plugin, window)
    line = plugin.dock.models
    assert line.accessibleName() == "Reasoner: Pocket reasoner, Segmenter: Pocket segmenter"
    shown = {action.text(): action for action in line.menu().actions() if action.text()}
    ours = ["Reasoner: Pocket reasoner", "Segmenter: Pocket segmenter"]
    assert list(shown) == [*ours, f"Segmenter: {NAME}", "Models…"]
    assert [name for name, action in shown.items() if action.isChecked()] == ours
    shown[f"Segmenter: {NAME}"].trigger()
    assert read_settings().segmenter.endswith(TINY)
    settled(plugin)
    assert line.accessibleName().endswith(f"Segmenter: {NAME}")
    window.close()
    line.menu().actions()[-1].trigger()
    assert plugin.wiring.models.window is not None


def test_a_long_name_fits_into_a_narrow_dock(plugin, desk):
    write_settings(Settings(welcomed=True, reasoner="http://127.0.0.1:9/v1#" + "a-very-long-name-" * 9))
    plugin.wiring.context.settings.read_anew()
    settled(plugin)
    line = plugin.dock.models
    line.resize(140, 30)
    assert line.minimumSizeHint().width() < 100
    assert "…" in line.text()
    assert "a-very-long-name-a-very" in line.toolTip()


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
