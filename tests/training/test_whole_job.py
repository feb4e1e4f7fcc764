"""The whole job on made and real rasters, with the bundled models: masks lie where their pixels are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from askmap.backend.engine.loading import load_engine
from askmap.backend.engine.local import LocalEngine
from askmap.backend.engine.protocols import POCKET, EngineSettings
from askmap.backend.outputs.vector import write_answer
from askmap.backend.raster.reading import read_scene
from askmap.backend.segmenter.sam2 import Sam2Segmenter, load_segmenter
from askmap.backend.stages import Answer, Box, Grounding, Point, Question, Report, Scene, Target
from georeferenced import part_of, source  # the same rasters
from osgeo import gdal
from places import ROOT

SAMPLE = ROOT / "resources" / "sample"
__all__ = ["source"]  # a fixture


class Pointing:
    """A reasoner that points at two parts of whatever it is shown: no taste of a model is tested here."""

    name, digest, knows_earlier = "pointing", "00", True

    def seen(self, image: np.ndarray) -> np.ndarray:
        return image

    def ground(self, scene: Scene, question: Question, report: Report) -> Grounding:
        w, h = scene.grid.width, scene.grid.height
        middle = Target(Box(w * 0.3, h * 0.35, w * 0.7, h * 0.6), (Point(w * 0.5, h * 0.5),))
        corner = Target(Box(w * 0.02, h * 0.7, w * 0.25, h * 0.98))
        return Grounding("Two parts.", (middle, corner), "…", "plain")


@pytest.fixture(scope="module")
def segmenter() -> Sam2Segmenter:
    return load_segmenter(POCKET / "segmenter", "cpu")


def burnt(answer: Answer, source: Path, path: Path) -> np.ndarray:
    """The written polygons, drawn by GDAL on the source's own pixels."""
    write_answer(answer, path)
    original, store = gdal.Open(str(source)), gdal.OpenEx(str(path), gdal.OF_VECTOR)
    sheet = gdal.GetDriverByName("MEM").Create("", original.RasterXSize, original.RasterYSize, 1)
    sheet.SetGeoTransform(original.GetGeoTransform())
    gdal.RasterizeLayer(sheet, [1], store.GetLayerByName("targets"), burn_values=[1])
    return sheet.ReadAsArray() > 0


def test_what_is_drawn_lies_on_its_pixels(source: Path, segmenter: Sam2Segmenter, tmp_path: Path) -> None:
    part = part_of(source)
    scene = read_scene(source, part, max_side_px=10**6)
    engine = LocalEngine(Pointing(), segmenter, "cpu", EngineSettings(), "0")
    answer = engine.answer(scene, Question("What is here?"))
    found = burnt(answer, source, tmp_path / "answer.gpkg")
    expected = np.zeros_like(found)
    down = gdal.Open(str(source)).GetGeoTransform()[5]  # the rows of a scene may begin at the other end
    union = answer.masks.union if down * scene.grid.affine[4] > 0 else answer.masks.union[::-1]
    expected[part.y : part.y + part.height, part.x : part.x + part.width] = union
    assert found.any()
    np.testing.assert_array_equal(found, expected)


def test_the_bundled_pair_finds_where_a_helicopter_could_land(tmp_path: Path) -> None:
    """On the sample raster; two fields lie there, and fields are a third of it."""
    scene = read_scene(SAMPLE / "sample.tif")
    question = Question((SAMPLE / "question.txt").read_text(encoding="utf-8").strip())
    answer = load_engine(EngineSettings(device="cpu")).answer(scene, question)
    assert len(answer.grounding.targets) == 2
    assert "field" in answer.grounding.thought
    found = burnt(answer, SAMPLE / "sample.tif", tmp_path / "answer.gpkg")
    np.testing.assert_array_equal(found, answer.masks.union)
    assert 0.1 < found.mean() < 0.5
