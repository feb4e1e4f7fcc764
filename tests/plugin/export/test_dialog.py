"""The export dialog under fingers, in real QGIS's widgets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, OPEN  # noqa: E402
from askmap.plugin.export import preview  # noqa: E402
from askmap.plugin.export.file_writer import layer_from  # noqa: E402
from askmap.plugin.map.view import visible_layers  # noqa: E402
from desktop import no_tasks, wait_until  # noqa: E402
from export_dialogs import CLICK, THREE, choose, export, settle, type_into, type_number  # noqa: E402
from exporting import HERE, THERE, entry  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsLayerTreeRegistryBridge,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsRubberBand  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

UNSEEN = entry(HERE, THERE, states=(OPEN, OPEN))


def bands(desk):
    return [item for item in desk.canvas.scene().items() if isinstance(item, QgsRubberBand)]


def test_only_the_accepted_ones_are_exported_unless_somebody_says_otherwise(opened, tmp_path):
    dialog = opened()
    assert dialog.count.text() == "1 of 3 targets, 1 accepted"
    (place,) = export(dialog)
    layer = layer_from(Path(place))
    assert [feature["state"] for feature in layer.getFeatures()] == [ACCEPTED]
    assert Path(place).parent == tmp_path
    assert "1 target(s) written" in dialog.status.text()


def test_where_none_is_accepted_it_says_so_and_offers_the_open_ones(opened):
    dialog = opened(UNSEEN)
    assert dialog.form.notice.isVisible()
    assert dialog.form.notice.text() == "No target is accepted yet."
    assert not dialog.export_button.isEnabled()
    QTest.mouseClick(dialog.form.open_button, CLICK)
    settle()
    assert not dialog.form.notice.isVisible()
    assert dialog.count.text() == "2 of 2 targets, 0 accepted"
    (place,) = export(dialog)
    assert layer_from(Path(place)).featureCount() == 2


def test_the_preview_shows_the_old_and_the_new_outlines_and_counts_what_is_left(opened, desk):
    dialog = opened()
    choose(dialog.form.states, "All")
    settle()
    old, new = bands(desk)[::-1] if bands(desk)[0].numberOfVertices() == 0 else bands(desk)
    assert {old.numberOfVertices() > 0, new.numberOfVertices() > 0} == {True, False}
    type_number(dialog.form.shape.least, "30")
    settle()
    assert dialog.count.text() == "2 of 3 targets, 1 accepted"
    assert [band.numberOfVertices() > 0 for band in bands(desk)] == [True, True]
    QTest.keyClick(dialog.form.shape.preview, Qt.Key.Key_Space)
    settle()
    assert bands(desk) == []


def test_of_what_is_too_much_to_draw_the_map_gets_what_it_can_show(opened, desk, monkeypatch):
    monkeypatch.setattr(preview, "MOST_CORNERS", 8)
    opened()
    wait_until(lambda: any(band.numberOfVertices() for band in bands(desk)), "it is drawn")
    drawn = max(bands(desk), key=lambda band: band.numberOfVertices())
    assert 0 < drawn.numberOfVertices() <= 8


def test_a_change_of_the_maps_coordinates_moves_the_preview(opened, desk):
    dialog = opened()
    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settle()
    drawn = [band.asGeometry() for band in bands(desk) if band.numberOfVertices()]
    assert drawn[0].boundingBox().xMaximum() < 180
    assert dialog.isVisible()


@pytest.mark.parametrize("way", ["close button", "Escape", "window", "deleted after closing"])
def test_nothing_stays_on_the_map_however_it_is_closed(opened, desk, way):
    dialog = opened()
    assert bands(desk)
    if way == "close button":
        QTest.mouseClick(dialog.close_button, CLICK)
    elif way == "Escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert bands(desk) == []
    assert not dialog.isVisible()
    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))  # is not heard any more
    settle()
    assert bands(desk) == []


def test_closing_in_the_middle_stops_the_work_and_nothing_is_heard_of_it(opened, desk, tmp_path):
    dialog = opened()
    heard = []
    dialog.exported.connect(heard.append)
    dialog.export_button.click()
    dialog.close()
    wait_until(no_tasks, "all tasks ended")
    QCoreApplication.processEvents()
    assert heard == []
    assert not dialog.status.isVisible()


def test_a_verdict_that_is_given_meanwhile_counts_at_once(opened):
    dialog = opened(UNSEEN)
    accepted = replace(UNSEEN.findings[0], state=ACCEPTED)
    dialog.follow(UNSEEN.with_finding(accepted))
    settle()
    assert dialog.count.text() == "1 of 2 targets, 1 accepted"
    assert not dialog.form.notice.isVisible()
    dialog.follow(replace(THREE, id="ef" * 16))  # another answer
    settle()
    assert dialog.count.text() == "1 of 2 targets, 1 accepted"
    (place,) = export(dialog)
    assert layer_from(Path(place)).featureCount() == 1


def test_it_is_not_modal(opened):
    assert not opened().isModal()


def test_right_angles_and_smoothness_bring_a_distance_that_suits_the_pixels(opened):
    dialog = opened()
    shape = dialog.form.shape
    assert shape.simplify.value() == 0
    choose(shape.corners, "Right")
    assert shape.simplify.value() == 3.0  # pixels of 2 m
    type_number(shape.simplify, "7")
    choose(shape.corners, "Smooth")
    assert shape.simplify.value() == 7


def test_a_file_that_is_there_is_replaced_only_by_a_button_that_says_so(opened, tmp_path):
    dialog = opened()
    (place,) = export(dialog)
    assert dialog.export_button.text().replace("&", "") == "Replace"
    assert dialog.form.place.file_note.text() == f"{Path(place).name} exists and will be replaced."
    again = opened()
    assert again.export_button.text().replace("&", "") == "Export"
    assert again.form.place.place().stem.endswith("_2")


def test_a_failure_is_said_in_the_dialog_with_what_to_do(opened, tmp_path):
    dialog = opened()
    type_into(dialog.form.place.file.lineEdit(), str(tmp_path / "missing" / "a.gpkg"))
    assert export(dialog) == []
    assert "cannot be written" in dialog.status.text()
    assert "Choose another folder" in dialog.status.text()
    assert dialog.export_button.isEnabled()


def test_what_was_written_is_added_to_the_map_with_its_style(opened):
    dialog = opened()
    export(dialog)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert layer.metadata().title() == "Targets: Where could a ship moor?"
    QTest.keyClick(dialog.form.adds, Qt.Key.Key_Space)
    type_into(dialog.form.place.file.lineEdit(), str(dialog.form.place.place().with_name("b.gpkg")))
    export(dialog)
    assert len(QgsProject.instance().mapLayers()) == 1


@pytest.fixture
def answer_group(desk):
    """A group of AskMap that is unchecked, into which QGIS would put what is added now."""
    root, bridge = QgsProject.instance().layerTreeRoot(), QgsProject.instance().layerTreeRegistryBridge()
    root.insertGroup(0, "something else")
    group = root.insertGroup(1, "AskMap: Where?")
    group.setItemVisibilityChecked(False)
    bridge.setLayerInsertionPoint(QgsLayerTreeRegistryBridge.InsertionPoint(group, 0))
    yield group
    bridge.setLayerInsertionPoint(QgsLayerTreeRegistryBridge.InsertionPoint(root, 0))


def test_what_was_written_is_seen_on_top_of_the_layer_tree_and_outside_of_every_answer(opened, answer_group):
    export(opened())
    (node,) = QgsProject.instance().layerTreeRoot().findLayers()
    assert node == QgsProject.instance().layerTreeRoot().children()[0]
    assert node.isVisible()


def test_what_is_written_again_is_seen_too_wherever_the_user_has_put_it(opened, answer_group):
    dialog = opened()
    export(dialog)
    (layer,) = QgsProject.instance().mapLayers().values()
    root = QgsProject.instance().layerTreeRoot()
    answer_group.addLayer(layer)
    root.removeChildNode(root.children()[0])
    export(dialog)
    (node,) = root.findLayers()
    assert node == root.children()[0]
    assert node.isVisible()


def test_what_was_exported_does_not_hide_the_imagery_from_the_next_question(opened, desk):
    export(opened())
    (layer,) = QgsProject.instance().mapLayers().values()
    desk.mapCanvas().setLayers([layer])
    assert visible_layers(desk.mapCanvas().mapSettings()) == []


def test_a_file_that_is_on_the_map_can_be_replaced_or_says_why_not(opened):
    dialog = opened()
    (place,) = export(dialog)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert sum(1 for _ in layer.getFeatures()) == 1
    places = export(dialog)
    assert places == [place] or "open in another program" in dialog.status.text()
    assert list(QgsProject.instance().mapLayers().values()) == [layer]
    assert sum(1 for _ in layer.getFeatures()) == 1
    assert sum(1 for _ in layer_from(Path(place)).getFeatures()) == 1


def geojson_on_the_map(path, *columns):
    fields = "".join(f"&field={name}:string" for name in columns)
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326{fields}", "mine", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GeoJSON"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    shown = QgsVectorLayer(str(path), "mine", "ogr")
    assert shown.isValid()
    QgsProject.instance().addMapLayer(shown)
    return shown


@pytest.mark.parametrize("edited", [False, True])
def test_a_layer_of_the_map_that_is_not_ours_or_is_being_edited_is_not_replaced(opened, tmp_path, edited):
    path = tmp_path / "mine.geojson"
    dialog = opened()
    choose(dialog.form.format, "GeoJSON")
    dialog.form.place.file.setFilePath(str(path))
    if edited:
        export(dialog)
        (layer,) = QgsProject.instance().mapLayersByName("mine")
        assert layer.startEditing()
    else:
        geojson_on_the_map(path, "label")
        dialog.form.place.look()
    before = path.read_bytes()
    QTest.mouseClick(dialog.export_button, CLICK)
    refusal = "is a layer of the map that is being edited, or"
    wait_until(lambda: refusal in dialog.status.text() and no_tasks(), "it is refused")
    assert path.read_bytes() == before


def test_an_export_that_is_on_the_map_is_replaced_by_the_next_one(opened, tmp_path):
    dialog = opened()
    choose(dialog.form.format, "GeoJSON")
    dialog.form.place.file.setFilePath(str(tmp_path / "mine.geojson"))
    for _ in range(2):
        export(dialog)
        assert "1 target(s) written" in dialog.status.text()
    assert len(QgsProject.instance().mapLayers()) == 1


def test_the_window_grows_with_what_stands_in_it(opened):
    dialog = opened()
    dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
    before = dialog.height()
    dialog.form.laid_out.emit()
    wait_until(lambda: dialog.height() > before, "all of it is seen")
