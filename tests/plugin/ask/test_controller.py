"""A question from the dock to the layers, in real QGIS."""

from __future__ import annotations

import threading

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.settings import Settings, write_settings  # noqa: E402
from desktop import SQUARE, FakeEngine, Gate, ask, ended, groups, no_tasks, wait_until  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.core import QgsRasterLayer, QgsRenderContext, QgsVectorLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QImage  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

PIXEL_M, LEFT, TOP = 2.0, 500_000.0, 5_000_000.0

WIDTH, HEIGHT = 20, 15  # of flat_raster, in pixels


def test_an_answer_becomes_styled_layers_in_a_group(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine())
    plugin.dock.form.context.layer.setLayer(layer)
    ask(plugin)
    wait_until(lambda: bool(groups()), "the group is there")
    (group,) = groups()
    assert group.name() == "AskMap: Where could a helicopter land?"
    tables = {node.name(): node.layer() for node in group.findLayers()}
    assert list(tables) == ["Points", "Boxes", "Targets", "Masks"]
    assert [tables[name].featureCount() for name in ("Points", "Boxes", "Targets")] == [2, 1, 1]
    assert all(s.color().alpha() < 255 for s in tables["Targets"].renderer().symbols(QgsRenderContext()))
    assert gdal.Open(tables["Masks"].source()).ReadAsArray().sum() == 20
    assert plugin.dock.heading.outcome.text() == "1 target found."


def test_a_polygon_lies_where_its_pixels_are(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine())
    plugin.dock.form.context.layer.setLayer(layer)
    ask(plugin)
    wait_until(lambda: bool(groups()), "the group is there")
    targets = {node.name(): node.layer() for node in groups()[0].findLayers()}["Targets"]
    extent = targets.extent()
    assert targets.crs().authid() == "EPSG:32633"
    assert (extent.xMinimum(), extent.xMaximum()) == (LEFT + 2 * PIXEL_M, LEFT + 6 * PIXEL_M)
    assert (extent.yMinimum(), extent.yMaximum()) == (TOP - 8 * PIXEL_M, TOP - 3 * PIXEL_M)


def test_the_map_stays_where_it_is_so_that_the_next_question_is_about_the_same(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine())
    before = desk.mapCanvas().extent()
    ask(plugin)
    wait_until(lambda: bool(groups()) and ended(plugin), "the answer is there")
    assert desk.mapCanvas().extent() == before


def test_the_file_opens_styled_and_documented_without_us(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine())
    ask(plugin)
    wait_until(lambda: bool(groups()) and ended(plugin), "the answer is there")
    source = {node.name(): node.layer() for node in groups()[0].findLayers()}["Targets"].source()
    opened = QgsVectorLayer(source, "elsewhere", "ogr")
    opened.loadDefaultMetadata()
    assert opened.renderer().type() == "categorizedSymbol"
    assert opened.metadata().title() == "Targets: Where could a helicopter land?"
    assert "fake reasoner" in opened.metadata().history()[0]
    assert opened.metadata().abstract() == "Open and flat: &lt;b&gt;there&lt;/b&gt;."


def test_a_feature_carries_question_thought_and_origin(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine())
    plugin.dock.form.context.layer.setLayer(layer)
    ask(plugin)
    wait_until(lambda: bool(groups()), "the group is there")
    targets = {node.name(): node.layer() for node in groups()[0].findLayers()}["Targets"]
    feature = next(targets.getFeatures())
    assert feature["question"] == "Where could a helicopter land?"
    assert feature["thought"] == "Open and flat: <b>there</b>."
    assert feature["reasoner"] == "fake reasoner"
    assert feature["area_px"] == 20


def test_the_thought_streams_in_as_plain_text(desk, layer, plugged_in):
    gate = Gate()
    plugin = plugged_in(FakeEngine(thought="<b>bold</b> words " * 9, pause=gate))
    ask(plugin)
    wait_until(
        lambda: "words" in plugin.dock.answer.reasoning.text.toPlainText(), "some of the thought is there"
    )
    assert plugin.dock.answer.reasoning.text.toPlainText().startswith("<b>bold</b>")
    assert not ended(plugin)
    gate.open()
    wait_until(lambda: ended(plugin), "the answer is there")
    assert plugin.dock.answer.reasoning.text.toPlainText() == "<b>bold</b> words " * 9


def test_nothing_found_says_so_and_adds_no_layer(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine(targets=(), thought="There is only water."))
    ask(plugin)
    wait_until(lambda: plugin.dock.heading.outcome.text().startswith("Nothing found"), "it says so")
    assert plugin.dock.answer.reasoning.text.toPlainText() == "There is only water."
    assert groups() == []
    assert ended(plugin)


@pytest.mark.parametrize("native", [True, False])
def test_native_pixels_or_those_on_the_screen(desk, layer, plugged_in, native):
    engine = FakeEngine(targets=())
    plugin = plugged_in(engine)
    plugin.dock.form.context.layer.setLayer(layer)
    plugin.dock.form.context.pixels.setCurrentIndex(0 if native else 1)
    ask(plugin)
    wait_until(lambda: bool(engine.scenes) and ended(plugin), "the answer is there")
    (scene,) = engine.scenes
    assert (scene.image.shape == (HEIGHT, WIDTH, 3)) == native
    assert scene.source == (layer.source() if native else "fields")


def test_earlier_answers_are_not_in_the_picture(desk, layer, plugged_in):
    engine = FakeEngine()
    plugin = plugged_in(engine)
    ask(plugin)
    wait_until(lambda: bool(groups()) and ended(plugin), "the first answer is there")
    canvas = desk.mapCanvas()
    answers = [node.layer() for node in groups()[0].findLayers()]
    canvas.setLayers([*answers, layer])
    QTest.keyClick(plugin.dock.form.question, Qt.Key.Key_Return)
    wait_until(lambda: len(engine.scenes) == 2 and ended(plugin), "the second answer is there")
    colours = np.unique(engine.scenes[1].image[engine.scenes[1].valid], axis=0)
    assert colours.tolist() == [[60, 120, 180]]


def test_the_worker_is_not_the_windows_thread(desk, layer, plugged_in):
    engine = FakeEngine()
    plugin = plugged_in(engine)
    ask(plugin)
    wait_until(lambda: bool(groups()), "the answer is there")
    assert threading.main_thread() not in engine.threads


def test_a_raster_without_a_crs_gets_an_answer_too(desk, tmp_path, plugged_in):
    path = tmp_path / "nowhere.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), WIDTH, HEIGHT, 3)
    for band in (1, 2, 3):
        data.GetRasterBand(band).WriteArray(np.full((HEIGHT, WIDTH), 60 * band, np.uint8))
    del data
    layer = QgsRasterLayer(str(path), "nowhere")
    desk.show_layer(layer)
    plugin = plugged_in(FakeEngine())
    plugin.dock.form.context.layer.setLayer(layer)
    ask(plugin)
    wait_until(lambda: bool(groups()), "the answer is there")
    targets = {node.name(): node.layer() for node in groups()[0].findLayers()}["Targets"]
    assert not targets.crs().isValid()
    assert targets.extent().xMinimum() == SQUARE.box.x0
    assert "no coordinate system" in plugin.dock.heading.caution.text()


def test_results_go_to_the_chosen_folder(desk, layer, plugged_in, tmp_path):
    write_settings(Settings(output_folder=str(tmp_path)))
    plugin = plugged_in(FakeEngine())
    plugin.dock.form.question.setPlainText("Où est l'eau ? 水在哪里？")  # QTest has no keys for these
    QTest.keyClick(plugin.dock.form.question, Qt.Key.Key_Return)
    wait_until(lambda: bool(groups()), "the answer is there")
    (file,) = tmp_path.glob("*.gpkg")
    assert file.name.endswith("_où_est_l_eau_水在哪里.gpkg")


def test_tiles_are_seen_as_they_are_drawn(desk, plugged_in, tmp_path):
    tile = QImage(256, 256, QImage.Format.Format_RGB32)
    tile.fill(QColor(10, 200, 30))
    assert tile.save(str(tmp_path / "0-0-0.png"))
    address = f"type=xyz&url=file://{tmp_path}/{{z}}-{{x}}-{{y}}.png&zmax=0&zmin=0"
    layer = QgsRasterLayer(address, "tiles", "wms")
    desk.show_layer(layer)
    engine = FakeEngine()
    plugin = plugged_in(engine)
    plugin.dock.form.context.layer.setLayer(layer)
    assert not plugin.dock.form.context.pixels.isEnabled()
    ask(plugin)
    wait_until(lambda: bool(groups()), "the answer is there")
    (scene,) = engine.scenes
    assert np.unique(scene.image[scene.valid], axis=0).tolist() == [[10, 200, 30]]


def test_the_engine_is_loaded_while_the_person_types(desk, layer, plugged_in):
    loads = []

    class Counting(FakeEngine):
        def load(self, settings, report):
            loads.append(settings)
            return self

    plugin = plugged_in(Counting())
    QTest.keyClicks(plugin.dock.form.question, "Where")
    wait_until(lambda: len(loads) == 1 and no_tasks(), "the engine is loaded")
    ask(plugin, " is water?")
    wait_until(lambda: bool(groups()), "the answer is there")
    assert len(loads) == 2
    assert loads[0] == loads[1]
