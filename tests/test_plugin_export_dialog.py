"""The export dialog under fingers, in real QGIS's widgets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.findings import ACCEPTED, OPEN, REJECTED  # noqa: E402
from askmap.backend.stages import Scene  # noqa: E402
from askmap.plugin.export_choice import Choice, read_choice, write_choice  # noqa: E402
from askmap.plugin.export_dialog import ExportDialog  # noqa: E402
from askmap.plugin.export_files import layer_from  # noqa: E402
from askmap.plugin.export_formats import FORMATS  # noqa: E402
from desktop import no_tasks, wait_until  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsProject,
    QgsProviderRegistry,
)
from qgis.gui import QgsRubberBand  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton  # noqa: E402
from test_outlines import grid  # noqa: E402
from test_plugin_exporting import HERE, HOLED, THERE, entry  # noqa: E402

THREE = entry(HERE, THERE, HOLED, states=(ACCEPTED, OPEN, REJECTED))
UNSEEN = entry(HERE, THERE, states=(OPEN, OPEN))
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(desk, tmp_path):
    """Call it with entries to get the dialog, which writes into the test's folder."""
    dialogs = []
    write_choice(replace(Choice(), folder=str(tmp_path)))

    def open_dialog(*entries, scene_of=lambda id: None):
        dialog = ExportDialog(scene_of, desk.window)
        dialog.open_for(entries or (THREE,), desk.canvas)
        dialogs.append(dialog)
        settle()
        return dialog

    yield open_dialog
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    wait_until(no_tasks, "all tasks ended")
    write_choice(Choice())


def settle():
    """The preview is drawn by a task, which begins after a rest."""
    dialogs = [window for window in QApplication.topLevelWidgets() if isinstance(window, ExportDialog)]
    wait_until(
        lambda: no_tasks() and not any(dialog._rest.isActive() for dialog in dialogs), "the preview is drawn"
    )
    QCoreApplication.processEvents()


def bands(desk):
    return [item for item in desk.canvas.scene().items() if isinstance(item, QgsRubberBand)]


def choose(box, text):
    """With the keyboard alone."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText().startswith(text):
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"no {text} in it")


def type_into(line, text):
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)


def type_number(box, text):
    type_into(box.lineEdit(), text)


def export(dialog):
    places = []
    dialog.exported.connect(places.append)
    QTest.mouseClick(dialog.export_button, CLICK)
    wait_until(lambda: not dialog._writing.busy, "it is written")
    return places


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


def test_the_keyboard_alone_is_enough(opened, tmp_path):
    dialog = opened()
    choose(dialog.form.format, "FlatGeobuf")
    choose(dialog.form.states, "All")
    type_into(dialog.form.place.file.lineEdit(), str(tmp_path / "by hand"))
    settle()
    places = []
    dialog.exported.connect(places.append)
    QTest.keyClick(dialog.form.place.file.lineEdit(), Qt.Key.Key_Return)
    wait_until(lambda: bool(places), "it is written")
    assert layer_from(tmp_path / "by hand.fgb").featureCount() == 3


def test_the_name_stays_and_its_ending_follows_the_format(opened):
    dialog = opened()
    for form in (form for form in FORMATS.values() if form.ending):
        choose(dialog.form.format, form.name)
        assert dialog.form.place.place().suffix == form.ending
        assert dialog.form.place.place().stem == "askmap_where_could_a_ship_moor"


@pytest.mark.parametrize(("name", "word"), [("GeoJSON", "WGS 84"), ("KML", "WGS 84"), ("COCO", "pixels")])
def test_a_format_that_leaves_no_choice_of_coordinates_says_so(opened, name, word):
    dialog = opened()
    assert dialog.form.crs.isEnabled()
    assert not dialog.form.crs_note.isVisible()
    choose(dialog.form.format, name)
    assert not dialog.form.crs.isEnabled()
    assert word in dialog.form.crs_note.text()
    assert dialog.form.crs_note.isVisible()


def test_a_scene_without_coordinates_counts_in_its_units_and_says_so(opened):
    dialog = opened(entry(HERE, on=grid(epsg=0)))
    assert not dialog.form.crs.isEnabled()
    assert "units count as metres" in dialog.form.crs_note.text()
    (place,) = export(dialog)
    assert layer_from(Path(place)).isValid()


def test_the_chosen_coordinate_system_is_that_of_the_file(opened):
    dialog = opened()
    dialog.form.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    (place,) = export(dialog)
    assert layer_from(Path(place)).crs().authid() == "EPSG:3035"


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


def test_the_last_choice_is_there_again(opened, tmp_path):
    dialog = opened()
    choose(dialog.form.format, "Shapefile")
    choose(dialog.form.states, "All")
    choose(dialog.form.shape.corners, "Smooth")
    type_number(dialog.form.shape.holes, "12.5")
    QTest.keyClick(dialog.form.adds, Qt.Key.Key_Space)
    dialog.form.columns.leave_out(["thought", "seed"])
    dialog.form.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    dialog.close()
    again = opened().form
    assert again.format_key() == "shapefile"
    assert again.states_chosen() == (ACCEPTED, OPEN, REJECTED)
    assert (again.shape.corner_word(), again.shape.holes.value()) == ("smooth", 12.5)
    assert not again.adds.isChecked()
    assert {"thought", "seed"}.isdisjoint(again.columns.chosen())
    assert again.crs.crs().authid() == "EPSG:3035"
    assert again.place.place().parent == tmp_path


def test_what_somebody_wrote_into_the_settings_by_hand_does_no_harm(opened):
    with pytest.raises(ValueError, match="none of"):
        Choice(form="dwg")
    assert read_choice().form in FORMATS


def test_columns_are_ticked_one_by_one(opened):
    dialog = opened()
    columns = dialog.form.columns
    columns.setCollapsed(False)
    columns.list.setFocus()
    columns.list.setCurrentRow(2)
    QTest.keyClick(columns.list, Qt.Key.Key_Space)
    assert "thought" not in columns.chosen()
    QTest.mouseClick(columns.none_button, CLICK)
    assert columns.chosen() == ("target", "state")
    assert columns.title() == "Columns: 2 of 22"
    (place,) = export(dialog)
    assert layer_from(Path(place)).fields().names() == ["fid", "target", "state"]


def test_a_failure_is_said_in_the_dialog_with_what_to_do(opened, tmp_path):
    dialog = opened()
    type_into(dialog.form.place.file.lineEdit(), str(tmp_path / "missing" / "a.gpkg"))
    assert export(dialog) == []
    assert "cannot be written" in dialog.status.text()
    assert "Choose another folder" in dialog.status.text()
    assert dialog.export_button.isEnabled()


def test_coco_needs_the_pixels_and_says_so(opened):
    dialog = opened()
    choose(dialog.form.format, "COCO")
    assert export(dialog) == []
    assert "were not kept" in dialog.status.text()


def test_coco_takes_the_pixels_from_the_history(opened):
    scene = Scene(np.zeros((8, 8, 3), np.uint8), np.ones((8, 8), bool), THREE.grid, "harbour.tif")
    dialog = opened(scene_of={THREE.id: scene}.get)
    choose(dialog.form.format, "COCO")
    assert not dialog.form.adds.isVisible()
    assert not dialog.form.columns.isVisible()
    (place,) = export(dialog)
    assert Path(place).is_file()
    assert "The pictures lie beside it" in dialog.status.text()


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


def test_a_raster_holds_one_question_only(opened):
    box = opened(THREE, replace(THREE, id="cd" * 16)).form.format
    row = list(FORMATS).index("raster")
    assert not box.model().item(row).isEnabled()
    assert opened(THREE).form.format.model().item(row).isEnabled()


def test_without_a_connection_the_way_to_one_is_told(opened):
    dialog = opened()
    choose(dialog.form.format, "PostGIS")
    assert dialog.form.place.advice.isVisible()
    assert "Browser panel" in dialog.form.place.advice.text()
    assert not dialog.export_button.isEnabled()


def test_no_server_is_asked_before_somebody_chose_it(opened, dead_server, another_server):
    dialog = opened()
    choose(dialog.form.format, "PostGIS")
    settle()
    assert dialog.form.place.connection.currentText() == ""
    assert not dialog.export_button.isEnabled()
    assert not dialog.status.isVisible()
    choose(dialog.form.place.connection, "another")
    wait_until(lambda: "another server" in dialog.status.text(), "it is asked for its schemas")
    dialog.close()
    again = opened()
    assert again.form.format_key() == "postgis"
    assert again.form.place.connection.currentText() == "another server"


@pytest.fixture
def dead_server(qgis_app):
    """A connection to where nothing listens."""
    yield from connection_named("a dead server")


@pytest.fixture
def another_server(qgis_app):
    yield from connection_named("another server")


def connection_named(name):
    provider = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", "1", "gis", "nobody", "nothing")
    connection = provider.createConnection(uri.uri(False), {"saveUsername": True, "savePassword": True})
    provider.saveConnection(connection, name)
    yield
    provider.deleteConnection(name)


def test_a_server_that_does_not_answer_is_named_and_nothing_freezes(opened, dead_server):
    dialog = opened()
    choose(dialog.form.format, "PostGIS")
    wait_until(lambda: "a dead server" in dialog.status.text(), "the server is asked for its schemas")
    assert dialog.form.place.connection.currentText() == "a dead server"
    type_into(dialog.form.place.table, "found")
    assert dialog.form.wish().place.name == "found"
    assert export(dialog) == []
    assert "The database «a dead server» says" in dialog.status.text()


def test_every_control_is_reached_by_tab_and_has_a_name(opened):
    dialog = opened()
    dialog.form.columns.setCollapsed(False)
    reached, widget = set(), dialog.form.format
    for _ in range(200):
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
    wanted = {
        child
        for kind in (QComboBox, QCheckBox, QPushButton)
        for child in dialog.findChildren(kind)
        if child.isVisible() and child.isEnabled()
    }
    assert wanted <= reached
    buddies = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy()}
    unnamed = [
        w for w in wanted if isinstance(w, QComboBox) and w not in buddies and not _is_inside(w, buddies)
    ]
    assert unnamed == []


def _is_inside(widget, others):
    return any(other.isAncestorOf(widget) for other in others)


def test_no_two_controls_that_are_seen_together_share_a_letter(opened):
    dialog = opened()
    for name in ("GeoPackage", "PostGIS"):
        choose(dialog.form.format, name)
        texts = [
            widget.text()
            for kind in (QLabel, QPushButton, QCheckBox)
            for widget in dialog.findChildren(kind)
            if widget.isVisible() and "&" in widget.text()
        ]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(letters) == len(set(letters)), texts
