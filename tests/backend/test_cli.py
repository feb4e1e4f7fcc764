"""askmap ask RASTER QUESTION: what comes of it, and where it is written."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from functools import partial

import pytest
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.stages import Box, Target
from commands import SmallEngine, ask, make_image, names
from osgeo import gdal, osr


@pytest.fixture
def image(tmp_path):
    return make_image(tmp_path / "image.tif")


def test_an_answer_is_said_and_written(image, tmp_path, capsys):
    outputs = ("-o", tmp_path / "a.gpkg", "--mask", tmp_path / "m.tif", "--picture", tmp_path / "p.png")
    assert ask(image, *outputs) == 0
    said = capsys.readouterr()
    assert said.out.startswith("A pool lies in the west.\n")
    assert "pool" in said.out
    assert "<think>" not in said.out
    assert "Reasoning" in said.err
    assert names(tmp_path) == ["a.gpkg", "image.tif", "m.tif", "p.png"]


def test_the_polygons_lie_where_their_pixels_are(image, tmp_path):
    ask(image, "--window", "5,2,10,8", "-o", tmp_path / "a.geojson")
    store = gdal.OpenEx(str(tmp_path / "a.geojson"))
    wanted = osr.SpatialReference()
    wanted.ImportFromEPSG(32632)
    written = store.GetLayer(0).GetSpatialRef()
    (outline,) = (feature.GetGeometryRef().Clone() for feature in store.GetLayer(0))
    for crs in (wanted, written):
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    outline.Transform(osr.CoordinateTransformation(written, wanted))
    corner = (500000 + 2 * 5, 5000000 - 2 * 2)  # of the window
    extent = (corner[0] + 2 * 2, corner[0] + 2 * 8, corner[1] - 2 * 6, corner[1] - 2 * 3)
    assert outline.GetEnvelope() == pytest.approx(extent, abs=1e-3)


def test_with_json_stdout_is_one_document(image, tmp_path, capsys):
    assert ask(image, "--json", "--mask", tmp_path / "m.tif") == 0
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert document["found"] == 1
    assert document["targets"][0]["box"] == [2, 3, 8, 6]
    assert document["targets"][0]["area_px"] == 18
    assert document["targets"][0]["area_m2"] == pytest.approx(72, rel=0.01)
    assert document["thought"] == "A pool lies in the west."
    assert document["provenance"]["source"] == str(image)
    assert document["written"] == [str(tmp_path / "m.tif")]
    assert "A pool lies in the west." in said.err


def test_finding_nothing_is_an_answer(image, tmp_path, capsys):
    assert ask(image, "-o", tmp_path / "a.gpkg", engine=SmallEngine(())) == 0
    assert "Nothing found." in capsys.readouterr().out
    assert "a.gpkg" in names(tmp_path)


def test_the_settings_reach_the_engine(image):
    engine = SmallEngine()
    options = [
        "--device=cpu",
        "--seed=7",
        "--temperature=0.5",
        "--format=geo-r1",
        "--reasoner=r",
        "--segmenter=s",
    ]
    ask(image, *options, engine=engine)
    (settings,) = engine.settings
    assert (settings.device, settings.seed, settings.temperature) == ("cpu", 7, 0.5)
    assert (settings.format, settings.reasoner.name, settings.segmenter.name) == ("geo-r1", "r", "s")


def test_without_options_the_bundled_pair_is_asked(image):
    engine = SmallEngine()
    ask(image, engine=engine)
    assert engine.settings == [EngineSettings()]


def test_a_window_is_what_the_engine_sees(image):
    engine = SmallEngine()
    ask(image, "--window", "-5,2,15,8", engine=engine)
    grid = engine.scenes[0].grid
    assert (grid.width, grid.height, grid.to_map(0, 0)) == (10, 8, (500000, 4999996))


def test_a_bbox_with_negative_coordinates_needs_no_equals_sign(image):
    engine = SmallEngine()
    assert ask(image, "--bbox", "-10,4999980,500020,5000000", engine=engine) == 0
    assert engine.scenes[0].grid.width == 10


def test_a_bbox_may_have_a_crs_of_its_own(image):
    engine = SmallEngine()
    assert ask(image, "--bbox", "8.9,45,9.1,45.3", "--bbox-crs", "EPSG:4326", engine=engine) == 0
    assert engine.scenes[0].grid.width == 20


def test_what_a_model_writes_commands_neither_terminal_nor_markup(image, capsys):
    wild = SmallEngine(
        (Target(Box(2, 3, 8, 6), (), "[bold]roof[/nope]"),), "<think>a[/red]\x1b]0;x\x07 b</think>"
    )
    assert ask(image, engine=wild) == 0
    said = capsys.readouterr().out
    assert "a[/red] ]0;x  b" in said
    assert "[bold]roof[/nope]" in said
    assert "\x1b" not in said


def test_a_stdout_that_lacks_letters_is_no_reason_to_fail(image, monkeypatch):
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    assert ask(image, engine=SmallEngine(text="<think>东边有游泳池。</think>")) == 0
    narrow.flush()
    assert b"\\u4e1c" in narrow.buffer.getvalue()


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_reader_who_leaves_early_sees_no_traceback(image, monkeypatch, options):
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as left:
        monkeypatch.setattr(sys, "stdout", left)
        with pytest.raises(SystemExit) as stopped:
            ask(image, *options)
    assert stopped.value.code == 1


SLOW = """
import sys, time
from askmap.backend.cli import main

class Slow:
    def answer(self, scene, question, report):
        print("asked", file=sys.stderr, flush=True)
        time.sleep(60)

sys.exit(main(sys.argv[1:], lambda settings: Slow()))
"""


def test_ctrl_c_leaves_no_file_and_says_130(image, tmp_path):
    command = [sys.executable, "-c", SLOW, "ask", str(image), "Where?", "-o", str(tmp_path / "a.gpkg")]
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background ignores it
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=heeding) as asking:
        assert any("asked" in line for line in asking.stderr)
        asking.send_signal(signal.SIGINT)
        said = asking.stderr.read()
    assert asking.returncode == 130
    assert said == "Stopped.\n"
    assert names(tmp_path) == ["image.tif"]


@pytest.mark.parametrize("module", ["askmap.backend", "askmap.backend.cli"])
def test_the_command_is_there_as_a_module(module):
    shown = subprocess.run(
        [sys.executable, "-m", module, "ask", "--help"], capture_output=True, text=True, check=True
    )
    assert "RASTER" in shown.stdout
