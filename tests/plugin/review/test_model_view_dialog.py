"""What the model saw, in a real window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import NotWritten  # noqa: E402
from askmap.backend.stages import Grid, Question  # noqa: E402
from askmap.plugin.cards.thumbnails import image_of  # noqa: E402
from askmap.plugin.review.model_view_dialog import ModelViewDialog  # noqa: E402
from entries import make_entry  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import QPoint, QPointF, Qt  # noqa: E402
from qgis.PyQt.QtGui import QImage, QWheelEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QToolButton  # noqa: E402

NOISE = np.random.default_rng(0).integers(0, 256, (15, 21, 3), np.uint8)  # rows of 63 bytes, not 64


@pytest.fixture
def dialog(desk):
    dialog = ModelViewDialog(desk.mainWindow())
    dialog.show_entry(make_entry(), NOISE)
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def wanted(dialog):
    wanted = []
    dialog.footprint_wanted.connect(wanted.append)
    return wanted


def colours(image):
    return [
        [image.pixelColor(x, y).getRgb()[:3] for x in range(image.width())] for y in range(image.height())
    ]


@pytest.mark.parametrize("zoom", [1, 4])
def test_each_pixel_is_shown_as_it_was_seen(dialog, zoom):
    dialog.show()
    dialog.view.zoom_to(zoom)
    dialog.view.centerOn(0, 0)
    shown = dialog.view.viewport().grab().toImage()
    corner = dialog.view.mapFromScene(0, 0)
    half = zoom // 2
    middles = [[corner + QPoint(zoom * x + half, zoom * y + half) for x in range(21)] for y in range(15)]
    found = [[shown.pixelColor(place).getRgb()[:3] for place in row] for row in middles]
    assert np.array_equal(np.array(found), NOISE)


def test_the_picture_fits_until_a_person_zooms(dialog):
    dialog.show()
    dialog.resize(500, 500)
    QApplication.processEvents()
    before = dialog.view.zoom()
    dialog.resize(900, 900)
    QApplication.processEvents()
    assert dialog.view.zoom() > before
    dialog.view.zoom_to(2)
    dialog.resize(500, 500)
    QApplication.processEvents()
    assert dialog.view.zoom() == 2
    assert dialog.zoom_label.text() == "200 %"


def test_keys_zoom_the_picture(dialog):
    for key, zoom in (("1", 1), ("+", 1.5), ("-", 1)):
        QTest.keyClicks(dialog.view, key)
        assert dialog.view.zoom() == pytest.approx(zoom)
    QTest.keyClicks(dialog.view, "0")
    assert dialog.view.zoom() > 1


def test_the_wheel_zooms(dialog):
    dialog.view.zoom_to(1)
    none = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dialog.view.viewport(), turn)
    assert dialog.view.zoom() == pytest.approx(1.5)


def test_zooming_ends_somewhere(dialog):
    for factor in (1e-9, 1e9):
        dialog.view.zoom_by(factor)
        assert 0.01 < dialog.view.zoom() < 100


def test_it_tells_the_size_of_a_pixel_on_the_ground(dialog):
    words = dialog.facts.text()
    assert "21 × 15 pixels of a view of 40 × 30" in words
    assert "1 pixel = 3.9 m on the ground" in words
    assert "harbour.tif" in words


def test_it_warns_of_what_cannot_be_seen(dialog):
    dialog.show_entry(replace(make_entry(), question=Question("Where are the cars?")), NOISE)
    assert "«cars»" in dialog.facts.text()


def test__without_a_crs_it_says_that_nothing_is_known_of_the_ground(dialog):
    dialog.show_entry(make_entry(grid=Grid(40, 30, (1.0, 0.0, 0.0, 0.0, 1.0, 0.0))), NOISE)
    assert "no coordinate system" in dialog.facts.text()


def test_a_source_is_letters_only(dialog):
    dialog.show_entry(make_entry(source="<b>x</b>.tif"), NOISE)
    assert "<b>x</b>.tif" in dialog.facts.text()
    assert dialog.facts.textFormat() == Qt.TextFormat.PlainText


def test_a_picture_that_was_not_kept_is_told_and_cannot_be_saved(dialog):
    dialog.show_entry(make_entry(), None)
    assert "not kept" in dialog.facts.text()
    assert not dialog.save_button.isEnabled()


def test_the_saved_picture_has_the_same_pixels(dialog, tmp_path):
    dialog.save_to(tmp_path / "seen.png")
    assert np.array_equal(np.array(colours(QImage(str(tmp_path / "seen.png")))), NOISE)


@pytest.mark.parametrize("name", ["no folder/seen.png", "seen.unknown"])
def test_what_cannot_be_written_is_told(dialog, tmp_path, name):
    with pytest.raises(NotWritten):
        dialog.save_to(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_the_edge_is_on_the_map_as_long_as_the_window_is_open(dialog, wanted):
    dialog.show()
    dialog.footprint.click()
    dialog.footprint.click()
    dialog.close()
    assert wanted == [True, False, True, False]


def test_escape_closes_it(dialog):
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog.isModal()


def test_every_button_has_a_name(dialog):
    buttons = dialog.findChildren(QToolButton)
    assert len(buttons) == 4
    assert all(button.accessibleName() for button in buttons)
    assert dialog.view.accessibleName()


def test_a_picture_of_its_own_memory_outlives_the_array():
    pixels = NOISE.copy()
    image = image_of(pixels)
    pixels[:] = 0
    assert np.array_equal(np.array(colours(image)), NOISE)


def test_the_picture_is_never_saved_over_what_was_asked_about(dialog, flat_raster):
    asked = make_entry()
    dialog.show_entry(replace(asked, provenance=replace(asked.provenance, source=str(flat_raster))), NOISE)
    before = flat_raster.read_bytes()
    with pytest.raises(NotWritten, match="a part of the raster"):
        dialog.save_to(flat_raster)
    assert flat_raster.read_bytes() == before


def test_a_name_without_an_ending_replaces_no_picture_before_the_dialog_has_asked(
    dialog, tmp_path, monkeypatch
):
    mine = tmp_path / "seen.png"
    mine.write_text("mine")
    typed, proposed = iter([str(tmp_path / "seen"), ""]), []

    def ask(parent, title, name, kinds):
        proposed.append(name)
        return next(typed), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog.save_button.click()
    assert mine.read_text() == "mine"
    assert proposed[1] == str(mine)
    typed = iter([str(tmp_path / "other")])
    dialog.save_button.click()
    assert (tmp_path / "other.png").is_file()


def test_the_picture_is_never_saved_over_a_raster_of_the_map(dialog, flat_raster):
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(flat_raster), "fields"))
    before = flat_raster.read_bytes()
    with pytest.raises(NotWritten, match="a part of the raster"):
        dialog.save_to(flat_raster)
    assert flat_raster.read_bytes() == before
    QgsProject.instance().clear()
