"""A question that is stopped, or cannot be asked or answered, in real QGIS."""

from __future__ import annotations

import threading

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.backend.raster import pixels  # noqa: E402
from askmap.plugin.settings import Settings, write_settings  # noqa: E402
from desktop import FakeEngine, Gate, all_said, ask, ended, groups, message, no_tasks, wait_until  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.core import Qgis, QgsApplication, QgsProject, QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from rasters import sparse_raster  # noqa: E402


def test_an_error_comes_with_the_next_step(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine(error=OutOfMemory("The model did not fit into <cuda>.")))
    ask(plugin)
    wait_until(lambda: bool(message(desk)), "the message bar speaks")
    said = "The model did not fit into &lt;cuda&gt;. Choose a smaller model, or a smaller view."
    assert message(desk) == "The model did not fit into &lt;cuda&gt;."
    assert all_said(desk) == f"<p>{said}</p>"
    assert desk.messageBar().currentItem().level() == Qgis.MessageLevel.Warning
    assert ended(plugin)


def test_a_bug_is_shown_as_one_and_its_traceback_is_in_the_log(desk, layer, plugged_in):
    lines = []
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(
        lambda text, tag, level: lines.append((tag, text))
    )
    plugin = plugged_in(FakeEngine(error=ZeroDivisionError("by zero")))
    ask(plugin)
    wait_until(lambda: bool(message(desk)), "the message bar speaks")
    assert "bug in AskMap (ZeroDivisionError)" in message(desk)
    assert any(tag == "AskMap" and "desktop.py" in text for tag, text in lines)


def test_a_stop_is_heard_while_a_huge_raster_is_read(desk, plugged_in, tmp_path, monkeypatch):
    """Without overviews: all of it must be read, which takes far longer than this test waits."""
    told = []
    monkeypatch.setattr(pixels.Watch, "step", lambda watch: told.append(watch) or "Reading the raster")
    desk.show_layer(QgsRasterLayer(str(sparse_raster(tmp_path / "huge.tif", 100_000)), "huge"))
    engine = FakeEngine()
    plugin = plugged_in(engine)
    ask(plugin)
    wait_until(lambda: bool(told), "the raster is being read")
    plugin.dock.form.stop_button.click()
    wait_until(no_tasks, "the work ended")
    assert ended(plugin)
    assert engine.scenes == []
    assert plugin.dock.form.status.text() == "Stopped."
    assert sorted(tmp_path.iterdir()) == [tmp_path / "huge.tif"]


def test_an_empty_question_is_not_asked(desk, layer, plugged_in):
    engine = FakeEngine()
    plugin = plugged_in(engine)
    ask(plugin, "   ")
    wait_until(lambda: bool(message(desk)), "the message bar speaks")
    assert "The question is empty." in message(desk)
    assert ended(plugin)
    assert engine.scenes == []


def test_what_was_said_of_a_question_goes_with_the_next_one(desk, layer, plugged_in):
    gate = Gate()
    plugin = plugged_in(FakeEngine(pause=gate))
    ask(plugin, "   ")
    wait_until(lambda: bool(message(desk)), "the message bar speaks")
    ask(plugin)
    wait_until(gate.reached.is_set, "the engine thinks")
    assert desk.messageBar().items() == []
    gate.open()
    wait_until(lambda: bool(groups()), "the answer is there")
    assert desk.messageBar().items() == []


def test_what_was_about_to_be_said_of_a_question_is_not_said_after_the_next_one(desk, layer, plugged_in):
    plugin = plugged_in(FakeEngine())
    plugin.wiring.ask.ask("   ")
    plugin.wiring.ask.ask("Where could a helicopter land?")
    wait_until(lambda: bool(groups()), "the answer is there")
    assert desk.messageBar().items() == []


def test_a_view_beside_the_raster_is_named_before_any_work(desk, layer, plugged_in):
    engine = FakeEngine()
    plugin = plugged_in(engine)
    plugin.dock.form.context.layer.setLayer(layer)
    far = layer.extent()
    far.setXMinimum(far.xMinimum() + 1e5)
    far.setXMaximum(far.xMaximum() + 1e5)
    desk.mapCanvas().setExtent(far)
    ask(plugin)
    form = plugin.dock.form
    wait_until(lambda: form.way.isVisibleTo(form), "it is said")
    assert "No part of the layer «fields» lies there." in form.way.text()
    assert (form.status.text(), message(desk), engine.scenes) == ("", "", [])  # it is said once
    assert form.way.links() == ("Zoom to «fields»",)
    form.way.clicked.emit("Zoom to «fields»")
    assert desk.mapCanvas().extent().contains(layer.extent())
    assert not form.way.isVisibleTo(form)
    QTest.keyClick(form.question, Qt.Key.Key_Return)
    wait_until(lambda: bool(groups()), "the answer is there")


@pytest.fixture
def unrectified(flat_raster):
    """Placed by ground control points, in the same place."""
    raster = gdal.Open(str(flat_raster), gdal.GA_Update)
    crs = raster.GetProjection()
    corners = ((0, 0), (20, 0), (20, 15), (0, 15))
    points = [gdal.GCP(500_000 + 2 * x, 5_000_000 - 2 * y, 0, x, y) for x, y in corners]
    raster.SetGCPs(points, crs)
    del raster
    return QgsRasterLayer(str(flat_raster), "scan")


def test_a_raster_on_ground_control_points_is_asked_about_as_styled_with_one_click(
    desk, unrectified, plugged_in
):
    engine = FakeEngine()
    plugin = plugged_in(engine)
    desk.show_layer(unrectified)
    form = plugin.dock.form
    ask(plugin)
    wait_until(lambda: form.way.isVisibleTo(form), "it is said")
    assert "is placed by ground control points" in form.way.text()
    assert "gdalwarp" in form.way.toolTip()
    assert message(desk) == ""
    form.way.clicked.emit("Take it «As styled»")
    assert not form.context.wants_native_pixels()
    QTest.keyClick(form.question, Qt.Key.Key_Return)
    wait_until(lambda: bool(groups()), "the answer is there")
    assert engine.scenes[0].source == "scan"


def test_stop_gives_the_dock_back_at_once_and_the_thread_ends(desk, layer, plugged_in):
    gate = Gate()
    engine = FakeEngine(thought="on and on " * 1000, pause=gate)
    plugin = plugged_in(engine)
    ask(plugin)
    wait_until(gate.reached.is_set, "the engine thinks")
    QTest.mouseClick(plugin.dock.form.stop_button, Qt.MouseButton.LeftButton)
    assert plugin.dock.form.status.text() == "Stopped."
    assert ended(plugin)
    wait_until(no_tasks, "the task ended")
    assert groups() == []
    assert message(desk) == ""


def test_the_next_question_waits_for_work_that_does_not_hear_the_stop(desk, layer, plugged_in):
    release, entered = threading.Event(), threading.Event()

    class Loading(FakeEngine):
        def load(self, settings, report):
            entered.set()
            release.wait(20)
            return self

    engine = Loading()
    plugin = plugged_in(engine)
    ask(plugin, "first")
    wait_until(entered.is_set, "the models load")
    QTest.mouseClick(plugin.dock.form.stop_button, Qt.MouseButton.LeftButton)
    ask(plugin, " second")
    assert not ended(plugin)
    release.set()
    wait_until(lambda: bool(groups()), "the second answer is there")
    assert [group.name() for group in groups()] == ["AskMap: first second"]


def test_closing_the_project_stops_the_question(desk, layer, plugged_in):
    gate = Gate()
    plugin = plugged_in(FakeEngine(thought="on and on " * 1000, pause=gate))
    ask(plugin)
    wait_until(gate.reached.is_set, "the engine thinks")
    QgsProject.instance().clear()
    assert plugin.dock.form.status.text() == "Stopped."
    wait_until(no_tasks, "the task ended")
    assert groups() == []


@pytest.mark.parametrize("pixels", [0, 1])
def test_a_layer_that_is_removed_meanwhile_does_not_matter(desk, layer, plugged_in, pixels):
    gate = Gate()
    plugin = plugged_in(FakeEngine(thought="a few words", pause=gate))
    plugin.dock.form.context.layer.setLayer(layer)
    plugin.dock.form.context.pixels.setCurrentIndex(pixels)
    ask(plugin)
    QgsProject.instance().removeMapLayer(layer.id())
    wait_until(gate.reached.is_set, "the engine thinks")
    gate.open()
    wait_until(lambda: bool(groups()), "the answer is there")


def test_a_folder_that_is_not_there_is_named(desk, layer, plugged_in, tmp_path):
    write_settings(Settings(output_folder=str(tmp_path / "nowhere")))
    plugin = plugged_in(FakeEngine())
    ask(plugin)
    wait_until(lambda: bool(message(desk)), "the message bar speaks")
    assert "cannot be written" in message(desk)
    assert groups() == []


def test_a_map_without_layers_has_nothing_to_ask_about(desk, plugged_in):
    plugin = plugged_in(FakeEngine())
    ask(plugin)
    wait_until(lambda: bool(message(desk)), "the message bar speaks")
    assert "The map shows nothing. Add a layer" in all_said(desk)
    assert ended(plugin)
