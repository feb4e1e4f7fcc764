"""What «Ask about» names by itself, in real QGIS's widgets: never another layer unseen."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.ask.form import AskForm  # noqa: E402
from askmap.plugin.ask.layer_follow import LayerFollow  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtWidgets import QDockWidget  # noqa: E402


@pytest.fixture
def form(desk):
    form = AskForm()
    dock = QDockWidget()
    dock.setWidget(form)
    desk.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    follow = LayerFollow(desk, form)
    yield form
    follow.close()


@pytest.fixture
def raster(flat_raster):
    return lambda name: QgsRasterLayer(str(flat_raster), name)


def test_the_first_raster_file_is_offered_by_itself(form, desk, raster):
    layer = raster("flat")
    desk.show_layer(layer)
    assert form.context.chosen_layer() is layer
    assert form.context.wants_native_pixels()
    assert not form.way.isVisibleTo(form)


def test_a_raster_that_is_added_later_is_proposed_with_a_way_back(form, desk, raster):
    first, second = raster("first"), raster("second")
    desk.show_layer(first)
    desk.show_layer(second)
    assert form.context.chosen_layer() is second
    assert form.way.isVisibleTo(form)
    assert "Now about «second»." in form.way.text()
    form.way.clicked.emit("Back to «first»")
    assert form.context.chosen_layer() is first
    assert not form.way.isVisibleTo(form)


def test_a_raster_that_is_selected_in_the_layer_tree_is_proposed(form, desk, raster):
    first, second = raster("first"), raster("second")
    desk.show_layer(first, second)
    desk.currentLayerChanged.emit(first)
    assert form.context.chosen_layer() is first
    assert form.way.links() == ("Back to «second»",)


def test_what_is_no_imagery_is_not_proposed(form, desk, raster):
    first, masks = raster("first"), raster("masks")
    masks.setCustomProperty("askmap/answer", "Where?")
    lines = QgsVectorLayer("LineString?crs=EPSG:4326", "roads", "memory")
    desk.show_layer(first)
    desk.show_layer(masks, lines)
    for layer in (masks, lines, None):
        desk.currentLayerChanged.emit(layer)
        assert form.context.chosen_layer() is first


def test_the_masks_of_an_answer_are_not_offered(form, desk, raster):
    masks = raster("masks")
    masks.setCustomProperty("askmap/answer", "Where?")
    desk.show_layer(masks)
    assert form.context.chosen_layer() is None
    assert [form.context.layer.layer(row) for row in range(form.context.layer.count())] == [None]


@pytest.mark.parametrize("name", ["first", "second"])
def test_where_the_layer_is_removed_no_other_takes_its_place_unseen(form, desk, raster, name):
    layers = {name: raster(name) for name in ("first", "second")}
    desk.show_layer(*layers.values())
    form.context.layer.setLayer(layers[name])
    QgsProject.instance().removeMapLayer(layers[name].id())
    assert form.context.chosen_layer() is None
    assert "Now about «The map as I see it»." in form.way.text()


def test_a_project_with_several_rasters_begins_with_what_the_map_shows(form, desk, raster, tmp_path):
    desk.show_layer(raster("first"), raster("second"))
    assert QgsProject.instance().write(str(tmp_path / "two.qgs"))
    QgsProject.instance().clear()
    assert not form.way.isVisibleTo(form)
    assert QgsProject.instance().read(str(tmp_path / "two.qgs"))
    assert form.context.chosen_layer() is None
    assert not form.way.isVisibleTo(form)


def test_names_stay_letters(form, desk, raster):
    desk.show_layer(raster("<b>first</b>"))
    desk.show_layer(raster("second"))
    assert "&lt;b&gt;" in form.way.text()
    form.way.clicked.emit("Back to «<b>first</b>»")
    assert form.context.chosen_layer().name() == "<b>first</b>"
