"""askmap ask RASTER QUESTION: what comes of it, and where it is written."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from askmap.backend import errors
from askmap.backend.cli import main
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.stages import Box, Target
from commands import POOL, SmallEngine, ask, engine_that_raises, make_image, names
from osgeo import gdal, osr
from rasters import make_raster
from worlds import ROTATED


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


def test_what_the_reasoner_is_not_sure_of_is_doubtful(image, capsys):
    unsure = SmallEngine((replace(POOL, confidence=0.314), replace(POOL, confidence=0.868)))
    assert ask(image, engine=unsure) == 0
    said = capsys.readouterr().out
    assert [line.split()[-2:] for line in said.splitlines()[-2:]] == [["0.31", "doubtful"], ["72.1", "0.87"]]
    assert ask(image, "--json", engine=unsure) == 0
    targets = json.loads(capsys.readouterr().out)["targets"]
    assert [target["confidence"] for target in targets] == [0.314, 0.868]


def test_a_reasoner_that_states_no_confidence_is_shown_as_before(image, capsys):
    ask(image)
    assert "confidence" not in capsys.readouterr().out
    ask(image, "--json")
    assert json.loads(capsys.readouterr().out)["targets"][0]["confidence"] is None


def test_finding_nothing_is_an_answer(image, tmp_path, capsys):
    assert ask(image, "-o", tmp_path / "a.gpkg", engine=SmallEngine(())) == 0
    assert "Nothing found." in capsys.readouterr().out
    assert "a.gpkg" in names(tmp_path)


class NotKnowing(SmallEngine):
    def answer(self, *arguments):
        answer = super().answer(*arguments)
        return replace(answer, grounding=replace(answer.grounding, is_unknown=True))


def test_not_knowing_is_an_answer_and_not_finding_nothing(image, tmp_path, capsys):
    outputs = ("-o", tmp_path / "a.gpkg", "--picture", tmp_path / "p.png")
    assert ask(image, *outputs, engine=NotKnowing(())) == 0
    said = capsys.readouterr().out
    assert "The model does not know what that looks like." in said
    assert "Nothing found." not in said
    assert {"a.gpkg", "p.png"} <= set(names(tmp_path))


@pytest.mark.parametrize(
    ("engine", "outcome"),
    [(SmallEngine(), "found"), (SmallEngine(()), "none"), (NotKnowing(()), "unknown")],
    ids=["found", "none", "unknown"],
)
def test_the_document_states_what_came_of_the_question(image, capsys, engine, outcome):
    assert ask(image, "--json", engine=engine) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == outcome


def test_the_settings_reach_the_engine(image):
    engine = SmallEngine()
    options = [
        "--device=cuda:1",
        "--dtype=float32",
        "--seed=7",
        "--temperature=0.5",
        "--format=geo-r1",
        "--reasoner=r",
        "--segmenter=s",
    ]
    ask(image, *options, engine=engine)
    (settings,) = engine.settings
    assert (settings.device, settings.dtype) == ("cuda:1", "float32")
    assert (settings.seed, settings.temperature) == (7, 0.5)
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


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.ModelMissing("gone"), 4),
        (errors.ModelBroken("cut"), 4),
        (errors.OutOfMemory("small"), 4),
        (errors.DeviceMissing("none"), 4),
        (errors.MissingPackage("torch"), 4),
        (errors.UnreadableAnswer("babble"), 5),
        (errors.NotWritten("full"), 6),
        (errors.Cancelled(), 130),
        (KeyboardInterrupt(), 130),
    ],
)
def test_scripts_can_tell_failures_apart(image, capsys, error, code):
    assert main(["ask", str(image), "Where?", "--json"], engine_that_raises(error)) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err


def test_an_error_says_what_to_do_next(image, capsys):
    main(["ask", str(image), "Where?"], engine_that_raises(errors.ModelMissing("There is no [red] folder.")))
    assert "There is no [red] folder.\nChoose a folder that holds" in capsys.readouterr().err


def test_a_bug_is_shown_as_one(image):
    with pytest.raises(ZeroDivisionError):
        main(["ask", str(image), "Where?"], engine_that_raises(ZeroDivisionError()))


@pytest.mark.parametrize("question", ["", "  ", "a" * 10_000])
def test_a_bad_question_is_refused_before_anything_is_read(tmp_path, question):
    engine = SmallEngine()
    assert ask(tmp_path / "none.tif", question=question, engine=engine) == 2
    assert engine.settings == []


def test_a_chinese_question_is_answered(image, capsys):
    assert ask(image, "--json", question="哪里可以游泳？") == 0
    assert json.loads(capsys.readouterr().out)["question"] == "哪里可以游泳？"


def test_what_is_no_raster_is_said_before_the_models_are_loaded(tmp_path):
    engine = SmallEngine()
    (tmp_path / "text.tif").write_text("words", encoding="utf-8")
    assert ask(tmp_path / "text.tif", engine=engine) == 3
    assert ask(tmp_path / "none.tif", engine=engine) == 3
    assert engine.settings == []


def test_a_window_outside_is_said(image):
    assert ask(image, "--window", "100,100,5,5") == 3


@pytest.mark.parametrize(
    "option",
    [
        ("-o", "no/a.gpkg"),
        ("-o", "a.docx"),
        ("--picture", "p.bmp"),
        ("--mask", "no/m.tif"),
        ("--mask", "p.qgz"),
    ],
)
def test_outputs_that_cannot_be_written_are_said_before_the_models_are_loaded(image, tmp_path, option):
    engine = SmallEngine()
    assert ask(image, option[0], tmp_path / option[1], engine=engine) == 6
    assert engine.settings == []
    assert names(tmp_path) == ["image.tif"]


def test_the_raster_is_never_overwritten(image):
    before = image.read_bytes()
    assert ask(image, "--mask", image.parent / "." / "image.tif") == 6
    assert image.read_bytes() == before


def test_two_outputs_never_share_a_file(image, tmp_path):
    (tmp_path / "link.tif").symlink_to(tmp_path / "a.gpkg")
    assert ask(image, "-o", tmp_path / "a.gpkg", "--mask", tmp_path / "link.tif") == 6


@pytest.mark.parametrize(
    "options",
    [
        ["--window", "1,2,3"],
        ["--window", "1,2,0,5"],
        ["--window", "a,b,c,d"],
        ["--bbox", "3,3,1,1"],
        ["--bbox", "nan,0,1,1"],
        ["--bbox", "0,0,1,1", "--window", "0,0,1,1"],
        ["--bbox-crs", "EPSG:4326"],
        ["--seed", "-1"],
        ["--temperature", "-1"],
        ["--temperature", "inf"],
        ["--device", "abacus"],
        ["--device", "cuda:"],
        ["--dtype", "float8"],
        ["--format", "poetry"],
    ],
)
def test_a_misunderstood_command_is_a_usage_error(image, options):
    with pytest.raises(SystemExit) as left:
        ask(image, *options)
    assert left.value.code == 2


def test_help_lists_the_exit_codes(capsys):
    with pytest.raises(SystemExit) as left:
        main(["ask", "--help"])
    assert left.value.code == 0
    assert "130  interrupted" in capsys.readouterr().out


def test_a_mask_that_could_not_say_where_it_lies_is_refused_before_the_models_are_loaded(tmp_path, capsys):
    raster = make_raster(
        tmp_path / "a.tif",
        np.full((3, 8, 8), 100, np.uint8),
        geotransform=(5, 0.1, 0, 5, 0, -0.1),
        crs="EPSG:32633",
    )
    polar = tmp_path / "polar.vrt"
    gdal.Translate(str(polar), str(raster), format="VRT", outputSRS=ROTATED).FlushCache()
    loaded = engine_that_raises(AssertionError("the models were loaded"))
    assert main(["ask", str(polar), "Where?", "--mask", str(tmp_path / "m.tif")], loaded) == 6
    assert "GeoTIFF has no room for the coordinate system" in " ".join(capsys.readouterr().err.split())
