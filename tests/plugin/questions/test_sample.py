"""Where the project has no raster, the sample is offered, in a real window."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from desktop import FakeEngine, ask, no_tasks, wait_until  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer  # noqa: E402

NAME = "Open the sample"


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def plugin(desk, plugged_in, engine):
    plugin = plugged_in(engine)
    plugin.dock.show_welcome(False)
    return plugin


@pytest.fixture
def form(plugin):
    return plugin.dock.form


def test_it_is_offered_where_there_is_no_raster(form):
    assert form.way.isVisibleTo(form)
    assert form.way.links() == (NAME,)


def test_a_click_opens_it_and_the_next_question_is_about_it(form):
    form.way.clicked.emit(NAME)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.isValid()
    assert form.context.chosen_layer() is layer
    assert not form.way.isVisibleTo(form)
    assert form.question.toPlainText() == ""


def test_the_map_shows_the_sample_so_that_it_can_be_asked_about(plugin, form, engine, desk):
    form.way.clicked.emit(NAME)
    (layer,) = QgsProject.instance().mapLayers().values()
    desk.canvas.setLayers([layer])
    ask(plugin, "Where are pools?")
    wait_until(lambda: engine.scenes and no_tasks(), "it is answered")
    assert engine.scenes[0].grid.width > 100


def test_another_raster_takes_the_offer_back_and_its_end_brings_it_again(form, flat_raster):
    layer = QgsRasterLayer(str(flat_raster), "flat")
    QgsProject.instance().addMapLayer(layer)
    assert not form.way.isVisibleTo(form)
    QgsProject.instance().clear()
    assert form.way.links() == (NAME,)


def test_a_vector_layer_is_no_raster_to_ask_about(form):
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory"))
    assert form.way.links() == (NAME,)


def test_another_offer_stays(form, flat_raster):
    first, second = (QgsRasterLayer(str(flat_raster), name) for name in ("first", "second"))
    QgsProject.instance().addMapLayer(first)
    QgsProject.instance().addMapLayer(second)
    assert form.way.links() == ("Back to «first»",)
