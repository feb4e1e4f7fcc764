"""What can be chosen in the export dialog: format, place, coordinates and columns, by keys too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.attributes import FIELDS  # noqa: E402
from askmap.backend.entries.entry import ACCEPTED, OPEN, REJECTED  # noqa: E402
from askmap.backend.outputs.formats import FORMATS  # noqa: E402
from askmap.backend.stages import Scene  # noqa: E402
from askmap.plugin.export.choice import Choice, read_choice  # noqa: E402
from askmap.plugin.export.file_writer import layer_from  # noqa: E402
from desktop import wait_until  # noqa: E402
from export_dialogs import CLICK, THREE, choose, export, settle, type_into, type_number  # noqa: E402
from exporting import HERE, entry  # noqa: E402
from grids import grid  # noqa: E402
from qgis.core import QgsCoordinateReferenceSystem, QgsDataSourceUri, QgsProviderRegistry  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton  # noqa: E402


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
    assert (again.shape.chosen_corners(), again.shape.holes.value()) == ("smooth", 12.5)
    assert not again.adds.isChecked()
    assert {"thought", "seed"}.isdisjoint(again.columns.chosen())
    assert again.crs.crs().authid() == "EPSG:3035"
    assert again.place.place().parent == tmp_path
    for said in (
        "As last time: Shapefile",
        "rejected targets too",
        "EPSG:3035",
        "2 column",
        "smooth corners",
        "holes below 12.5 m² filled",
        "not added",
    ):
        assert said in again.last_time.text()


def test_what_was_as_usual_is_not_told_and_the_usual_is_one_click_away(opened, tmp_path):
    dialog = opened()
    assert not dialog.form.last_time.isVisible()
    type_number(dialog.form.shape.least, "7")
    assert not dialog.form.last_time.isVisible()
    dialog.form.columns.leave_out(["seed"])
    dialog.close()
    again = opened().form
    assert "parts below 7 m² left out" in again.last_time.text()
    type_number(again.shape.least, "8")
    assert "parts below" not in again.last_time.text()
    again.last_time.linkActivated.emit("0")
    assert (again.shape.least.value(), len(again.columns.chosen())) == (0, len(FIELDS))
    assert not again.last_time.isVisible()
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
    assert columns.title() == "Columns: 2 of 23"
    (place,) = export(dialog)
    assert layer_from(Path(place)).fields().names() == ["fid", "target", "state"]


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
    assert dialog.form.request().place.name == "found"
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
