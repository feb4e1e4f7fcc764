"""backend/raster/pixels.py: bands piece by piece, with little memory, and heard meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.errors import Cancelled, UnreadableRaster
from askmap.backend.raster import pixels, reading, watch
from askmap.backend.raster.reading import Window, read_scene
from askmap.backend.raster.reduction import Axis
from askmap.backend.stages import Event, Progress
from osgeo import gdal
from rasters import make_raster, sparse_raster

pytestmark = pytest.mark.usefixtures("either_switch")

NOISE = np.random.default_rng(0).integers(0, 255, (3, 300, 500)).astype(np.uint8)
LAYOUTS = {
    "strips": [],
    "tiles": ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"],
    "one block": ["BLOCKYSIZE=300"],
    "pixels": ["INTERLEAVE=PIXEL", "TILED=YES", "BLOCKXSIZE=128", "BLOCKYSIZE=32"],
}
RED, GREEN, BLUE = gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("piece_px", [1, 3_000, 10**9])
@pytest.mark.parametrize(
    "window", [Window(0, 0, 500, 300), Window(101, 37, 203, 111), Window(499, 0, 1, 300)]
)
def test_pieces_of_any_size_make_the_same_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: list[str], piece_px: int, window: Window
) -> None:
    path = make_raster(tmp_path / "a.tif", NOISE, options=layout)
    part = NOISE[:, window.y : window.y + window.height, window.x : window.x + window.width]
    monkeypatch.setattr(pixels, "PIECE_PX", piece_px)
    monkeypatch.setattr(pixels, "PIECE_SIDE_PX", 70)
    np.testing.assert_array_equal(read_scene(path, window).image, part.transpose(1, 2, 0))
    whole = read_scene(path, window, max_side_px=10)
    assert abs(whole.image.mean() - part.mean()) < 3


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32])
def test_an_edge_is_not_darkened_by_what_lies_beyond_it(tmp_path: Path, kind: type) -> None:
    land = np.full((3, 80, 80), 200, kind)
    land[:, ::7, ::7] = 100
    land[:, :, :37] = 0
    alone = read_scene(make_raster(tmp_path / "a.tif", land, nodata=0), max_side_px=20)
    scenes = [alone]
    if kind is not np.float32:  # whose alpha GDAL takes for a band
        mask = np.where(land[:1] > 0, 255, 0).astype(kind)
        colours = (RED, GREEN, BLUE, gdal.GCI_AlphaBand)
        alpha = make_raster(tmp_path / "b.tif", np.concatenate([land, mask]), colours=colours)
        scenes.append(read_scene(alpha, max_side_px=20))
    for scene in scenes:
        assert scene.valid[:, 9:].all()
        assert not scene.valid[:, :9].any()
        if kind is np.uint8:
            assert scene.image[:, 9:].min() > 180


def test_a_band_without_data_is_a_colour_where_others_have_some_in_averages_too(tmp_path: Path) -> None:
    red = np.zeros((3, 40, 40), np.uint8)
    red[0], red[1, ::2] = 200, 100
    scene = read_scene(make_raster(tmp_path / "a.tif", red, nodata=0), max_side_px=10)
    assert np.unique(scene.image.reshape(-1, 3), axis=0).tolist() == [[200, 50, 0]]
    assert scene.valid.all()


def test_nodata_may_differ_from_band_to_band(tmp_path: Path) -> None:
    values = np.full((3, 40, 40), 500, np.int16) + np.arange(40, dtype=np.int16)
    for number, nodata in enumerate((-1, -2, -3)):
        values[number, :, :6] = nodata
    path = tmp_path / "a.vrt"  # a GeoTIFF has one nodata value for all
    data = gdal.Translate(str(path), str(make_raster(tmp_path / "a.tif", values)), format="VRT")
    for number, nodata in enumerate((-1, -2, -3), start=1):
        data.GetRasterBand(number).SetNoDataValue(nodata)
    del data
    scene = read_scene(path, max_side_px=10)
    assert not scene.valid[:, 0].any()
    assert scene.valid[:, 1:].all()
    assert (np.diff(scene.image[0, 1:, 0].astype(int)) > 0).all()


def test_a_palette_is_picked_not_averaged(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", np.tile(np.array([0, 2], np.uint8), (1, 50, 25)))
    data = gdal.Open(str(path), gdal.GA_Update)
    table = gdal.ColorTable()
    for index, colour in enumerate([(10, 0, 0, 255), (0, 99, 0, 255), (0, 0, 50, 255)]):
        table.SetColorEntry(index, colour)
    data.GetRasterBand(1).SetColorTable(table)
    del table, data
    colours = {tuple(map(int, colour)) for colour in read_scene(path, max_side_px=7).image.reshape(-1, 3)}
    assert colours <= {(10, 0, 0), (0, 0, 50)}


@pytest.mark.parametrize("bits", [8, 16])
def test_where_0_is_white_it_stays_white(tmp_path: Path, bits: int) -> None:
    ramp = np.linspace(0, 255, 50).astype(f"uint{bits}").reshape(1, 1, 50).repeat(20, axis=1)
    row = read_scene(make_raster(tmp_path / "a.tif", ramp, options=["PHOTOMETRIC=MINISWHITE"])).image[0, :, 0]
    assert (row[0], row[-1]) == (255, 0)


@pytest.mark.parametrize(("kind", "bands"), [(gdal.GDT_Byte, 3), (gdal.GDT_UInt16, 1), (gdal.GDT_Float32, 1)])
def test_a_huge_raster_needs_little_memory(tmp_path: Path, kind: int, bands: int) -> None:
    """Of GDAL too, which keeps a twentieth of the computer's memory unless it is told not to."""
    path = sparse_raster(tmp_path / "a.tif", 20_000, kind, bands)
    program = (
        "import sys\nfrom askmap.backend.raster.reading import read_scene\n"
        "def peak():\n"
        "    line = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "    return int(line.split()[1]) // 1000\n"
        "before = peak()\nread_scene(sys.argv[1])\nprint(peak() - before)"
    )
    run = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 400  # MB


def test_a_stop_ends_the_reading_between_two_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "HEARD_EVERY_S", 0)
    monkeypatch.setattr(pixels, "PIECE_PX", 50_000)
    heard: list[Event] = []

    def report(event: Event) -> None:
        heard.append(event)
        if len(heard) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_scene(make_raster(tmp_path / "a.tif", NOISE), report=report)
    assert len(heard) == 3


def test_a_stop_ends_the_reading_within_a_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One block that takes long, such as a mosaic of many files: GDAL asks meanwhile."""
    monkeypatch.setattr(watch, "HEARD_EVERY_S", 0)
    monkeypatch.setattr(pixels, "Watch", KnowingWatch)
    with pytest.raises(Cancelled):
        read_scene(make_raster(tmp_path / "a.tif", NOISE), report=stop_within)


class KnowingWatch(watch.Watch):
    """Knows whether it is GDAL that asks."""

    gdal_asks = False

    def within(self, *of_gdal: Any) -> int:
        KnowingWatch.gdal_asks = True
        go_on = super().within(*of_gdal)
        KnowingWatch.gdal_asks = False
        return go_on


def stop_within(event: Event) -> None:
    if KnowingWatch.gdal_asks:
        raise Cancelled


def test_ctrl_c_is_heard_while_a_raster_is_read(tmp_path: Path) -> None:
    path = sparse_raster(tmp_path / "a.tif", 60_000, gdal.GDT_Float32)
    stop = threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    began = time.monotonic()
    stop.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            read_scene(path)
    finally:
        stop.cancel()
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - began < 30  # reading all of it takes longer


class Forgetful:
    """A band that loses what is raised in its callback, as those of GDAL do where Ctrl-C comes meanwhile."""

    XSize = YSize = 4

    def GetBlockSize(self) -> tuple[int, int]:
        return 4, 4

    def GetDataset(self) -> None:
        return None

    def ReadAsArray(self, *_: int, callback: Callable[[], int] | None = None, **__: int) -> np.ndarray:
        if callback is None:
            return np.zeros((1, 1), np.uint8)
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            callback()
        raise RuntimeError("User terminated")


def test_ctrl_c_is_not_lost_in_what_gdal_calls() -> None:
    whole = Axis(0, 1, 4)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            pixels.read_level(pixels.Level([pixels.Band(Forgetful())], whole, whole), lambda _: None)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


class Clock:
    """One that only the bands below move on."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


class Silent:
    """A band that takes its time and calls nobody meanwhile, as GDAL's lists of files do."""

    def __init__(self, clock: Clock, side: int, block: int, *, s_per_px: float) -> None:
        self.XSize = self.YSize = side
        self._clock, self._block, self._s_per_px = clock, block, s_per_px
        self.reads = self.flushes = 0

    def GetBlockSize(self) -> tuple[int, int]:
        return self._block, self._block

    def GetDataset(self) -> None:
        return None

    def FlushCache(self) -> None:
        self.flushes += 1

    def ReadAsArray(self, x: int, y: int, width: int, height: int, **__: object) -> np.ndarray:
        self.reads += 1
        self._clock.now += width * height * self._s_per_px
        return np.zeros((height, width), np.uint8)


def read_silent(
    monkeypatch: pytest.MonkeyPatch, side: int, block: int, seconds: float
) -> tuple[Silent, float]:
    """The band, and the longest time between two moments at which a stop would be heard."""
    clock = Clock()
    monkeypatch.setattr(watch, "time", clock)
    band, heard = Silent(clock, side, block, s_per_px=seconds / side**2), [0.0]
    whole = Axis(0, side / 100, 100)
    pixels.read_level(pixels.Level([pixels.Band(band)], whole, whole), lambda _: heard.append(clock.now))
    return band, float(np.diff([*heard, clock.now]).max())


@pytest.mark.parametrize("seconds", [1, 60, 600])
def test_a_stop_is_heard_twice_a_second_however_slow_the_raster_is(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    band, longest = read_silent(monkeypatch, 4096, 16, seconds)
    assert longest < 0.5
    assert band.reads < 10 + 10 * seconds  # no smaller than that needs


class Half(Silent):
    """As GDAL 3.11 and later give them."""

    def ReadAsArray(self, x: int, y: int, width: int, height: int, **__: object) -> np.ndarray:
        return np.linspace(-1, 1, width * height).reshape(height, width).astype(np.float16)


@pytest.mark.parametrize("step", [1, 4])
def test_floats_of_16_bits_are_measured(step: int) -> None:
    across = Axis(0, step, 64 // step)
    band = pixels.Band(Half(Clock(), 64, 64, s_per_px=0))
    (measured,) = pixels.read_level(pixels.Level([band], across, across), lambda _: None)
    assert measured.valid.all()
    assert measured.fills == {}
    assert measured.values.min() < -0.9 < 0.9 < measured.values.max()


def test_a_quick_raster_is_read_in_large_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    band, _ = read_silent(monkeypatch, 8192, 256, 1)
    assert band.reads < 2 * 8192**2 / pixels.PIECE_PX + 20


def test_a_block_larger_than_a_piece_is_kept_until_all_of_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """GDAL would unpack all of it for each of its pieces."""
    monkeypatch.setattr(pixels, "PIECE_PX", 10_000)
    band, _ = read_silent(monkeypatch, 1000, 500, 1)
    assert band.reads > 100
    assert band.flushes == 2  # rows of blocks


def test_a_list_of_files_has_no_blocks(tmp_path: Path) -> None:
    """A file may be smaller than the block that GDAL names for the list."""
    make_raster(tmp_path / "a.tif", NOISE)
    gdal.Translate(str(tmp_path / "a.vrt"), str(tmp_path / "a.tif"))
    data = gdal.Open(str(tmp_path / "a.vrt"))
    level = pixels.Level([pixels.Band(data.GetRasterBand(1))], Axis(0, 1, 500), Axis(0, 1, 300))
    pace = pixels.PieceSize()
    pace.after(1000, 3600)
    first = next(level.pieces(pace))
    assert first.width * first.height <= 1000


def test_a_huge_raster_says_how_far_it_is_and_what_would_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "HEARD_EVERY_S", 0)
    monkeypatch.setattr(pixels, "PIECE_PX", 40_000)
    monkeypatch.setattr(watch, "PERCENT_FROM_PX", 1000)
    monkeypatch.setattr(reading, "MANY_PX", 1000)
    heard: list[Event] = []
    path = make_raster(tmp_path / "a.tif", NOISE, options=LAYOUTS["tiles"])
    scene = read_scene(path, max_side_px=100, report=heard.append)
    steps = list(dict.fromkeys(event.step for event in heard if isinstance(event, Progress)))
    assert steps[0] == "Reading the raster: 0 %"
    assert steps[-1] == "Reading the raster: 85 %"
    assert any("gdaladdo" in warning for warning in scene.warnings)


def test_more_pixels_than_anyone_waits_for_are_refused(tmp_path: Path) -> None:
    declared = (
        '<VRTDataset rasterXSize="2147483647" rasterYSize="2147483647">'
        '<VRTRasterBand dataType="Byte" band="1"/></VRTDataset>'
    )
    path = tmp_path / "a.vrt"
    path.write_text(declared)
    with pytest.raises(UnreadableRaster, match="no overviews") as caught:
        read_scene(path)
    assert "gdaladdo" in caught.value.hint
    assert read_scene(path, Window(10**9, 10**9, 8, 8)).image.shape == (8, 8, 3)
