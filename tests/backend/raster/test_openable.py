"""backend/raster/openable.py and reading.py: any name and any geotransform is a sentence, in time."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.errors import AskMapError, Cancelled, UnreadableRaster
from askmap.backend.geo import gdal_errors
from askmap.backend.raster import watch
from askmap.backend.raster.reading import grid_of, read_scene, window_of_bbox
from askmap.backend.stages import Event, Report
from commands import ask
from osgeo import gdal
from rasters import make_raster

pytestmark = pytest.mark.usefixtures("either_switch")

GREY = np.arange(20, dtype=np.uint8).reshape(1, 4, 5)
NAMES = [
    "a" * 300,
    "a" * 300 + ".tif",
    "/".join(["a" * 200] * 30),
    "nul\0.tif",
    "/dev/zero",
    "/dev/null",
    "/dev/stdin",
    "/vsistdin/",
    "/vsizip//dev/zero",
    "/vsizip/{none.zip}/a.tif",
    "/vsicurl/http://127.0.0.1:9/a.tif",
    "/vsimem/none.tif",
    "/",
    ".",
    "",
    " ",
    "~",
    "\ud800.tif",
    "NETCDF:none.nc:a",
    "GPKG:none.gpkg:a",
    "<VRTDataset>",
    "<VRTDataset rasterXSize='-1' rasterYSize='1'/>",
    "{",
    "GTIFF_DIR:1:/dev/zero",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_a_sentence(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    for read in (read_scene, grid_of):
        with pytest.raises(UnreadableRaster) as caught:
            read(name)
        assert str(caught.value).endswith(".")
    assert capfd.readouterr() == ("", "")


def test_a_pipe_and_a_socket_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tif")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        for name, kind in (("pipe.tif", "a pipe"), ("s", "a socket"), ("/dev/null", "a device")):
            with pytest.raises(UnreadableRaster, match=kind):
                read_scene(tmp_path / name)
    assert ask(tmp_path / "pipe.tif") == 3


def test_a_pipe_in_a_mosaic_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tif")
    inside = mosaic(tmp_path / "inside.vrt", ["pipe.tif"])
    many = [f"{number}.tif" for number in range(1200)]
    text = inside.read_text().replace('relativeToVRT="1">', f'relativeToVRT="0">{tmp_path}/')
    for name in (
        inside,
        mosaic(tmp_path / "outside.vrt", ["inside.vrt"]),
        mosaic(tmp_path / "long.vrt", [*many, "pipe.tif"]),
        f"vrt://{tmp_path / 'pipe.tif'}?bands=1",
        text,
    ):
        with pytest.raises(UnreadableRaster, match="a pipe"):
            read_scene(name)


def test_a_name_that_no_system_allows_is_a_sentence_in_the_shell_wherever_it_stands(tmp_path: Path) -> None:
    image, long = make_raster(tmp_path / "a.tif", GREY), "a" * 300
    assert ask(tmp_path / f"{long}.tif") == 3
    for option, ending in (("-o", ".gpkg"), ("-o", ".shp"), ("--mask", ".tif"), ("--picture", ".png")):
        assert ask(image, option, tmp_path / f"{long}{ending}") == 6


def test_a_server_that_says_nothing_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        monkeypatch.setattr("askmap.backend.geo.gdal_errors.PATIENCE", {"GDAL_HTTP_TIMEOUT": "1"})
        began = time.monotonic()
        with pytest.raises(UnreadableRaster):
            read_scene(f"/vsicurl/http://127.0.0.1:{silent.getsockname()[1]}/a.tif")
        assert time.monotonic() - began < 30
    assert gdal.GetConfigOption("GDAL_HTTP_TIMEOUT") is None


@pytest.fixture
def silent_server(monkeypatch: pytest.MonkeyPatch) -> Generator[str, None, None]:
    """A raster at a server that accepts and says nothing; GDAL gives up after two seconds."""
    monkeypatch.setitem(gdal_errors.PATIENCE, "GDAL_HTTP_LOW_SPEED_TIME", "1")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        yield f"/vsicurl/http://127.0.0.1:{silent.getsockname()[1]}/a.tif"


@pytest.mark.parametrize("read", [read_scene, grid_of, lambda path, report: ask_bbox(path, report)])
@pytest.mark.parametrize("stop", [Cancelled, KeyboardInterrupt])
def test_a_stop_is_heard_while_a_server_says_nothing(
    silent_server: str, read: Callable[..., object], stop: type[BaseException]
) -> None:
    def report(_: Event) -> None:
        raise stop

    with pytest.raises(stop):
        read(silent_server, report=report)


def ask_bbox(path: str, report: Report) -> object:
    return window_of_bbox(path, (0, 0, 1, 1), "", report)


def test_a_server_that_says_nothing_is_named(silent_server: str) -> None:
    with pytest.raises(UnreadableRaster, match="does not answer") as caught:
        read_scene(silent_server)
    assert "connection" in caught.value.hint


def test_a_silent_server_is_asked_twice_and_for_ten_seconds_at_most() -> None:
    for name in ("GDAL_HTTP_CONNECTTIMEOUT", "GDAL_HTTP_LOW_SPEED_TIME"):
        assert 2 * int(gdal_errors.PATIENCE[name]) <= 10


@pytest.fixture
def patience() -> Iterator[None]:
    """A busy machine may answer late; what the user sets goes before AskMap's own limits."""
    names = ("GDAL_HTTP_CONNECTTIMEOUT", "GDAL_HTTP_LOW_SPEED_TIME")
    for name in names:
        gdal.SetConfigOption(name, "120")
    yield
    for name in names:
        gdal.SetConfigOption(name, None)


def test_what_a_server_sends_is_read_as_from_the_disk(tmp_path: Path, patience: None) -> None:
    make_raster(tmp_path / "a.tif", GREY)
    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        try:
            scene = read_scene(f"/vsicurl/http://127.0.0.1:{server.server_port}/a.tif")
        finally:
            server.shutdown()
    np.testing.assert_array_equal(scene.image[..., 0], GREY[0])


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


ODD = (1e-308, 5e-324, 1e100, 1e154, 1e308, -1e308, np.nan, np.inf)
NUMBERS = (0.0, 1.0, -1.0) * 5 + ODD  # a fifth of those that are drawn can be read


@pytest.mark.parametrize("seed", range(40))
def test_any_geotransform_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    rng = np.random.default_rng(seed)
    transform = tuple(float(number) for number in rng.choice(NUMBERS, 6))
    path = make_raster(tmp_path / "a.tif", GREY, geotransform=transform)
    with pytest.raises(AskMapError) if refused(path) else pytest.MonkeyPatch.context():
        scene = read_scene(path)
        x, y = scene.grid.to_pixel(*scene.grid.to_map(5, 4))
        assert (x, y) == pytest.approx((5, 4), abs=0.5)


def refused(path: Path) -> bool:
    try:
        grid_of(path)
    except UnreadableRaster as error:
        return "geotransform" in str(error)
    return False


@pytest.mark.parametrize(
    "transform",
    [
        (1e308, 1.0, 0.0, 0.0, 0.0, -1.0),
        (0.0, 1e308, 0.0, 0.0, 0.0, -1e308),
        (1e300, 1.0, 0.0, 1e300, 0.0, -1.0),
        (1e9, 1e-9, 0.0, 1e9, 0.0, -1e-9),
        (0.0, 1e-308, 0.0, 0.0, 0.0, -1e-308),
        (0.0, 1e177, 1e120, 0.0, 1e177, 1e100),
    ],
)
def test_a_geotransform_without_places_for_its_pixels_is_refused(
    tmp_path: Path, transform: tuple[float, ...]
) -> None:
    path = make_raster(tmp_path / "a.tif", GREY, geotransform=transform)
    with pytest.raises(UnreadableRaster, match="geotransform"):
        read_scene(path)
    assert ask(path) == 3


def test_bytes_that_are_no_text_in_what_gdal_says_are_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.vrt"
    head, tail = b'<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="', b'"/></VRTDataset>'
    path.write_bytes(head + b"\xff\xfe" + tail)
    with pytest.raises(UnreadableRaster):
        read_scene(path)


def mosaic(path: Path, files: list[str], side: int = 10) -> Path:
    rect = f'xOff="0" yOff="0" xSize="{side}" ySize="{side}"'
    sources = "".join(
        f'<SimpleSource><SourceFilename relativeToVRT="1">{file}</SourceFilename>'
        f"<SrcRect {rect}/><DstRect {rect}/></SimpleSource>"
        for file in files
    )
    path.write_text(
        f'<VRTDataset rasterXSize="{side}" rasterYSize="{side}">'
        f'<VRTRasterBand dataType="Byte" band="1">{sources}</VRTRasterBand></VRTDataset>'
    )
    return path


def test_a_mosaic_of_itself_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for path in (
        mosaic(tmp_path / "self.vrt", ["self.vrt"] * 10),
        mosaic(tmp_path / "a.vrt", ["b.vrt"] * 3),
    ):
        mosaic(tmp_path / "b.vrt", ["a.vrt"] * 3)
        with pytest.raises(UnreadableRaster):
            read_scene(path)
    assert capfd.readouterr() == ("", "")


def test_mosaics_of_mosaics_that_lead_to_one_file_a_million_times_are_refused(tmp_path: Path) -> None:
    make_raster(tmp_path / "6.tif", np.ones((1, 900, 900), np.uint8))
    for number in range(6):
        below = "6.tif" if number == 5 else f"{number + 1}.vrt"
        mosaic(tmp_path / f"{number}.vrt", [below] * 10, side=900)
    with pytest.raises(UnreadableRaster, match="many times") as caught:
        read_scene(tmp_path / "0.vrt")
    assert "gdal_translate" in caught.value.hint


def test_mosaics_of_mosaics_of_many_files_are_read(tmp_path: Path) -> None:
    make_raster(tmp_path / "a.tif", GREY)
    for number in range(3):
        mosaic(tmp_path / f"{number}.vrt", ["a.tif", "b.tif"])
    (tmp_path / "b.tif").write_bytes((tmp_path / "a.tif").read_bytes())
    assert read_scene(mosaic(tmp_path / "all.vrt", ["0.vrt", "1.vrt", "2.vrt"])).valid.all()


def test_a_part_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "PIECE_S", -1)
    with pytest.raises(UnreadableRaster, match="more than a minute") as caught:
        read_scene(make_raster(tmp_path / "a.tif", GREY))
    assert "gdal_translate" in caught.value.hint
