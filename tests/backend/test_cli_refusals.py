"""askmap ask: what it refuses, in a sentence and an exit code."""

from __future__ import annotations

import json

import numpy as np
import pytest
from askmap.backend import errors
from askmap.backend.cli import main
from commands import SmallEngine, ask, engine_that_raises, make_image, names
from osgeo import gdal
from rasters import make_raster
from worlds import ROTATED


@pytest.fixture
def image(tmp_path):
    return make_image(tmp_path / "image.tif")


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
