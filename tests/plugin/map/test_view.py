"""What the model sees lies where the map says, to half a pixel of the source, in real QGIS.

Each raster is dark with one bright block: the bright pixels of the Scene must lie where the block does.
"""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import UnreadableRaster  # noqa: E402
from askmap.plugin.backend_messages import translate  # noqa: E402
from askmap.plugin.language import install, remove  # noqa: E402
from askmap.plugin.map.view import LONGEST_SIDE_PX, Rendering, file_view, rgba, scene_from, view_settings  # noqa: E402
from desktop import wait_until  # noqa: E402
from osgeo import gdal, osr  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererParallelJob,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor, QImage  # noqa: E402

SIDE = 64  # of the raster, in pixels
BLOCK = (20, 30, 28, 50)  # x0, y0, x1, y1 in its pixels
GEOTRANSFORMS = {
    "UTM": (32633, (500_000.0, 10.0, 0.0, 5_000_000.0, 0.0, -10.0)),
    "degrees": (4326, (15.0, 0.0001, 0.0, 45.0, 0.0, -0.0001)),
    "web mercator": (3857, (1_670_000.0, 5.0, 0.0, 5_600_000.0, 0.0, -5.0)),
    "south up": (32633, (500_000.0, 10.0, 0.0, 5_000_000.0, 0.0, 10.0)),
    "rotated": (32633, (500_000.0, 8.0, 6.0, 5_000_000.0, 6.0, -8.0)),
}
TURNED = {
    **{kind: GEOTRANSFORMS[kind] for kind in ("UTM", "south up", "rotated")},
    "mirrored": (32633, (500_640.0, -10.0, 0.0, 5_000_000.0, 0.0, -10.0)),
    "mirrored, south up": (32633, (500_640.0, -10.0, 0.0, 5_000_000.0, 0.0, 10.0)),
    "a quarter": (32633, (500_000.0, 0.0, 10.0, 5_000_000.0, 10.0, 0.0)),
    "a quarter back": (32633, (500_640.0, 0.0, -10.0, 5_000_000.0, -10.0, 0.0)),
    "45 degrees": (32633, (500_000.0, 7.0, 7.0, 5_000_000.0, 7.0, -7.0)),
    "150 degrees": (32633, (500_600.0, -8.66, 5.0, 5_000_000.0, 5.0, 8.66)),
}


@pytest.fixture
def speak_german(qgis_app):
    translator = install("de")
    yield
    remove(translator)


def make(path: Path, kind: str) -> QgsRasterLayer:
    epsg, geotransform = {**GEOTRANSFORMS, **TURNED}[kind]
    data = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 3)
    data.SetGeoTransform(geotransform)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    data.SetSpatialRef(crs)
    pixels = np.full((SIDE, SIDE), 40, np.uint8)
    x0, y0, x1, y1 = BLOCK
    pixels[y0:y1, x0:x1] = 220
    for band in (1, 2, 3):
        data.GetRasterBand(band).WriteArray(pixels)
    del data
    return QgsRasterLayer(str(path), kind)


def shown(layer: QgsRasterLayer, crs: str = "", width: int = 400, height: int = 300) -> QgsMapSettings:
    """What a canvas of that size says that it shows, zoomed to the whole layer."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs) if crs else layer.crs())
    settings.setOutputSize(QSize(width, height))
    there = QgsCoordinateTransform(layer.crs(), settings.destinationCrs(), QgsProject.instance())
    extent = QgsRectangle(layer.extent())
    extent.normalize()
    settings.setExtent(there.transformBoundingBox(extent))
    return settings


def is_drawn(layer: QgsRasterLayer) -> bool:
    """QGIS 3.40 draws no raster whose columns run from east to west: it gives it an extent inside out."""
    return not layer.extent().isEmpty()


def drawn(settings: QgsMapSettings):
    """The Scene of a view, rendered as the plugin does it."""
    scenes, errors = [], []
    rendering = Rendering(view_settings(settings, settings.layers()), "a view")
    rendering.rendered.connect(scenes.append)
    rendering.failed.connect(errors.append)
    rendering.start()
    wait_until(lambda: bool(scenes or errors), "the view is drawn")
    if errors:
        raise errors.pop()  # not [0]: the list would keep it, and it all frames with their layers
    return scenes[0]


def drawn_by_qgis(layer: QgsRasterLayer, scene):
    """Where QGIS itself draws the block (H, W), in a picture that lies as the scene does."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(scene.grid.width, scene.grid.height))
    (left, top), _, (right, bottom), _ = scene.grid.footprint()
    settings.setExtent(QgsRectangle(left, bottom, right, top))
    settings.setBackgroundColor(QColor(0, 0, 0))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return rgba(job.renderedImage())[..., 0] > 130


def misplacement(scene, kind: str) -> float:
    """How far the middle of what is bright lies from the block's middle, in pixels of the source."""
    ys, xs = np.nonzero((scene.image[..., 0] > 130) & scene.valid)
    middle = scene.grid.to_map(xs.mean() + 0.5, ys.mean() + 0.5)
    epsg, geotransform = {**GEOTRANSFORMS, **TURNED}[kind]
    back = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem.fromWkt(scene.grid.crs),
        QgsCoordinateReferenceSystem(f"EPSG:{epsg}"),
        QgsProject.instance(),
    ).transform(*middle)
    x, y = gdal.ApplyGeoTransform(gdal.InvGeoTransform(geotransform), back.x(), back.y())
    return float(np.hypot(x - (BLOCK[0] + BLOCK[2]) / 2, y - (BLOCK[1] + BLOCK[3]) / 2))


@pytest.mark.parametrize("kind", list(GEOTRANSFORMS))
def test_a_drawn_view_lies_where_it_is(desk, tmp_path, kind):
    layer = make(tmp_path / "a.tif", kind)
    assert misplacement(drawn(shown(layer)), kind) < 0.5


@pytest.mark.parametrize("kind", list(GEOTRANSFORMS))
def test_native_pixels_lie_where_they_are(desk, tmp_path, kind):
    layer = make(tmp_path / "a.tif", kind)
    limit = 0.5 if kind == "rotated" else 0.01  # what lies askew is sampled anew, with north up
    assert misplacement(file_view(layer, shown(layer)).read(), kind) < limit


@pytest.mark.parametrize("kind", list(TURNED))
@pytest.mark.parametrize("native", [True, False])
def test_every_raster_is_seen_as_the_map_draws_it(desk, tmp_path, kind, native):
    layer = make(tmp_path / "a.tif", kind)
    if not is_drawn(layer):
        check_undrawn(layer, kind, native)
        return
    scene = file_view(layer, shown(layer)).read() if native else drawn(shown(layer))
    expected, seen = drawn_by_qgis(layer, scene), scene.image[..., 0] > 130
    assert (seen & expected).sum() > 0.8 * (seen | expected).sum()  # edges of what lies askew differ


def check_undrawn(layer: QgsRasterLayer, kind: str, native: bool) -> None:
    """Its own pixels are seen with north up all the same; the map has nothing to see."""
    if not native:
        with pytest.raises(UnreadableRaster, match="nothing to see"):
            drawn(shown(layer))
        return
    scene = file_view(layer, shown(layer)).read()
    assert scene.grid.affine[0] > 0 > scene.grid.affine[4]
    assert misplacement(scene, kind) < 0.01


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:3035", "EPSG:32632"])
@pytest.mark.parametrize("native", [True, False])
def test_a_project_in_another_crs_moves_nothing(desk, tmp_path, crs, native):
    layer = make(tmp_path / "a.tif", "UTM")
    settings = shown(layer, crs)
    scene = file_view(layer, settings).read() if native else drawn(settings)
    assert misplacement(scene, "UTM") < 0.5


@pytest.mark.parametrize("degrees", [30.0, 90.0, 180.0, -135.0])
@pytest.mark.parametrize("crs", ["", "EPSG:3857"])
@pytest.mark.parametrize(("width", "height"), [(400, 300), (3000, 1001)])
def test_a_rotated_map_is_seen_as_the_user_sees_it(desk, tmp_path, degrees, crs, width, height):
    layer = make(tmp_path / "a.tif", "UTM")
    settings = shown(layer, crs, width, height)
    settings.setRotation(degrees)
    settings.setBackgroundColor(QColor(0, 0, 0))
    scene = drawn(settings)
    assert misplacement(scene, "UTM") < 0.5
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    screen = job.renderedImage().scaled(scene.grid.width, scene.grid.height)
    expected, seen = rgba(screen)[..., 0] > 130, scene.image[..., 0] > 130
    assert (seen & expected).sum() > 0.9 * (seen | expected).sum()


def test_a_rotated_map_is_told_of_since_north_is_not_up(desk, tmp_path):
    layer = make(tmp_path / "a.tif", "UTM")
    settings = shown(layer)
    assert drawn(settings).warnings == ()
    settings.setRotation(330)
    assert drawn(settings).warnings == ("The map is turned by -30 degrees, so north is not up in this view.",)


def test_what_a_web_layer_leaves_empty_is_told_as_a_share_of_the_view(desk, tmp_path):
    for x, y in ((0, 0), (1, 1), (2, 2), (3, 3)):
        (tmp_path / "2" / str(x)).mkdir(parents=True)
        tile = QImage(256, 256, QImage.Format.Format_RGB888)
        tile.fill(QColor(90, 120, 60))
        assert tile.save(str(tmp_path / "2" / str(x) / f"{y}.png"))
    url = f"type=xyz&url=file://{tmp_path}/{{z}}/{{x}}/{{y}}.png&zmin=2&zmax=2"
    layer = QgsRasterLayer(url, "tiles", "wms")
    settings = shown(layer, width=256, height=256)
    scene = drawn(settings)
    assert scene.valid.mean() == pytest.approx(0.25, abs=0.02)
    assert scene.warnings == ("75 % of the view is empty: the web layer has no imagery there.",)


@pytest.mark.parametrize("kind", list(TURNED))
@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_place_is_kept_on_every_screen_whatever_is_turned(desk, tmp_path, kind, crs, ratio):
    layer = make(tmp_path / "a.tif", kind)
    settings = shown(layer, crs)
    settings.setDevicePixelRatio(ratio)
    settings.setRotation(20)
    if not is_drawn(layer):
        with pytest.raises(UnreadableRaster, match="nothing to see"):
            drawn(settings)
        return
    limit = 0.5 if kind != "45 degrees" else 1.0  # QGIS samples it twice, each time to half a pixel
    assert misplacement(drawn(settings), kind) < limit


def test_a_screen_of_many_pixels_moves_nothing(desk, tmp_path):
    layer = make(tmp_path / "a.tif", "UTM")
    settings = shown(layer)
    settings.setDevicePixelRatio(2)
    settings.setOutputDpi(192)
    scene = drawn(settings)
    assert misplacement(scene, "UTM") < 0.5
    assert max(scene.grid.width, scene.grid.height) == 400


@pytest.mark.parametrize(("width", "height"), [(401, 303), (1023, 777), (3000, 1001), (300, 1999)])
def test_any_shape_of_window_keeps_the_place(desk, tmp_path, width, height):
    layer = make(tmp_path / "a.tif", "UTM")
    scene = drawn(shown(layer, width=width, height=height))
    assert misplacement(scene, "UTM") < 0.5
    assert max(scene.image.shape) <= LONGEST_SIDE_PX


def test_a_part_of_the_raster_is_read_when_a_part_is_shown(desk, tmp_path):
    layer = make(tmp_path / "a.tif", "UTM")
    settings = shown(layer)
    settings.setExtent(QgsRectangle(500_100, 4_999_400, 500_400, 4_999_800))
    scene = file_view(layer, settings).read()
    assert scene.grid.width < SIDE
    assert misplacement(scene, "UTM") < 0.01


def test_outside_the_layers_there_is_nothing_valid(desk, tmp_path):
    layer = make(tmp_path / "a.tif", "UTM")
    scene = drawn(shown(layer, width=600, height=200))
    assert not scene.valid[:, 0].any()
    assert scene.valid[:, 300].any()


def test_an_empty_map_is_an_error_with_a_next_step(desk, tmp_path):
    layer = make(tmp_path / "a.tif", "UTM")
    settings = shown(layer)
    settings.setExtent(QgsRectangle(0, 0, 1000, 1000))
    with pytest.raises(UnreadableRaster, match="nothing to see") as error:
        drawn(settings)
    assert "zoom" in error.value.hint


def test_a_crs_that_the_user_gave_the_layer_counts(desk, tmp_path):
    layer = make(tmp_path / "a.tif", "UTM")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32634"))
    scene = file_view(layer, shown(layer)).read()
    assert QgsCoordinateReferenceSystem.fromWkt(scene.grid.crs).authid() == "EPSG:32634"


def test_the_padding_of_images_is_left_out():
    image = QImage(3, 2, QImage.Format.Format_RGB888)  # rows of 9 bytes, padded to 12
    image.fill(QColor(1, 2, 3))
    image.setPixelColor(2, 1, QColor(200, 100, 50))
    pixels = rgba(image)
    assert pixels.shape == (2, 3, 4)
    assert pixels[1].tolist() == [[1, 2, 3, 255], [1, 2, 3, 255], [200, 100, 50, 255]]


def test_a_scene_does_not_depend_on_the_image_that_it_came_from(desk, tmp_path):
    settings = shown(make(tmp_path / "a.tif", "UTM"), width=4, height=4)
    image = QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(10, 20, 30))
    scene = scene_from(image, settings, "a view")
    image.fill(QColor(0, 0, 0))
    assert scene.image[0, 0].tolist() == [10, 20, 30]


def test_what_could_not_be_drawn_is_kept_in_plain_english(desk, tmp_path, speak_german, monkeypatch):
    layer = make(tmp_path / "a.tif", "UTM")
    missing = SimpleNamespace(message="No renderer for drawing.")  # what QGIS says differs by release
    monkeypatch.setattr(QgsMapRendererParallelJob, "errors", lambda job: [missing, missing])
    warnings = drawn(shown(layer)).warnings
    assert len(warnings) == 1
    assert warnings[0].startswith("While drawing: ")
    assert translate(warnings[0]).startswith("Beim Zeichnen: ")
