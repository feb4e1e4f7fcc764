"""The rasters that a project which was never saved asked about come back with its history, in real QGIS."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.history.store import History  # noqa: E402
from askmap.backend.stages import Grid  # noqa: E402
from askmap.plugin.history.paths import unsaved_place  # noqa: E402
from askmap.plugin.history.project_history import ProjectHistory  # noqa: E402
from askmap.plugin.map.transforms import crs_from  # noqa: E402
from entries import make_entry  # noqa: E402
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer  # noqa: E402
from rasters import UTM33, make_raster  # noqa: E402


@pytest.fixture
def warnings():
    return []


@pytest.fixture
def taken_over(desk, warnings):
    """Call it with the sources of the entries that a killed QGIS has left; the layers that are there then."""
    history = ProjectHistory()
    history.warned.connect(warnings.append)

    def take_over(*sources: Path | str, grid: Grid | None = None) -> list[QgsRasterLayer]:
        left = unsaved_place().history
        for number, source in enumerate(sources):
            History(left).put(make_entry(f"{number:032x}", source=str(source), grid=grid))
        history.recover(left)
        assert not left.exists()
        return list(QgsProject.instance().mapLayers().values())

    yield take_over
    QgsProject.instance().clear()
    history.close()


def test_the_rasters_that_were_asked_about_are_layers_again(taken_over, flat_raster, tmp_path):
    gone, seen = tmp_path / "gone.tif", "The map as I see it"
    (layer,) = taken_over(flat_raster, seen, flat_raster, gone)
    assert (layer.name(), layer.source(), layer.isValid()) == ("flat", str(flat_raster), True)


@pytest.mark.parametrize("crs", ["EPSG:32633", QgsCoordinateReferenceSystem("EPSG:32633").toWkt()])
def test_a_raster_without_a_coordinate_system_lies_where_it_was_asked_about(taken_over, tmp_path, crs):
    raster = make_raster(tmp_path / "nowhere.tif", np.zeros((3, 15, 20), np.uint8), crs="")
    (layer,) = taken_over(raster, grid=Grid.from_gdal(20, 15, UTM33, crs))
    assert layer.crs().authid() == "EPSG:32633"


def test_a_raster_that_is_a_layer_already_is_not_added_again(taken_over, flat_raster):
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(flat_raster), "mine"))
    (layer,) = taken_over(flat_raster)
    assert layer.name() == "mine"


def test_a_file_that_is_no_raster_any_more_is_left_out(taken_over, tmp_path):
    (tmp_path / "notes.tif").write_text("not a raster")
    assert taken_over(tmp_path / "notes.tif") == []


def test_a_raster_that_leads_elsewhere_is_not_opened(taken_over, flat_raster, warnings, tmp_path):
    """Nothing is asked of the network, nor another file read, for what somebody else's history names."""
    asked = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_GET

    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever).start()
        address = f"http://127.0.0.1:{server.server_port}/a.tif"
        band = '<VRTRasterBand dataType="Byte" band="1"><SimpleSource><SourceFilename>{}</SourceFilename>'
        band += "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        vrt = '<VRTDataset rasterXSize="9" rasterYSize="9">' + band + "</VRTDataset>"
        (tmp_path / "web.tif").write_text(vrt.format(f"/vsicurl/{address}"))
        (tmp_path / "local.vrt").write_text(vrt.format(flat_raster))
        service = f'<GDAL_WMS><Service name="TMS"><ServerUrl>{address}</ServerUrl></Service></GDAL_WMS>'
        (tmp_path / "wms.png").write_text(service)
        sources = [tmp_path / name for name in ("web.tif", "local.vrt", "wms.png")]
        layers = taken_over(*sources, f"/vsicurl/{address}", address, f"WMS:{address}", f"PG:host={address}")
        server.shutdown()
    assert layers == []
    assert asked == []
    assert all(any(f"{source} is not opened again" in words for words in warnings) for source in sources)


@pytest.mark.parametrize(
    "crs", ["http://127.0.0.1:9/crs", "/etc/passwd", "+proj=longlat +nadgrids=/vsicurl/http://a"]
)
def test_a_coordinate_system_that_is_an_address_is_none(crs):
    assert not crs_from(crs).isValid()
