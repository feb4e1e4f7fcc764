"""The algorithm «Ask a question about a raster», in real QGIS."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.backend.outputs.formats import answer_formats  # noqa: E402
from askmap.backend.stages import Progress  # noqa: E402
from askmap.plugin.processing.provider import Provider  # noqa: E402
from desktop import SQUARE, FakeEngine  # noqa: E402
from osgeo import gdal, ogr  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from rasters import make_raster  # noqa: E402


@pytest.fixture
def provide(desk):
    """Call it with an engine to have the algorithm work with it."""
    providers = []

    def provide(engine):
        providers.append(Provider(engine.load))
        QgsApplication.processingRegistry().addProvider(providers[-1])
        return QgsApplication.processingRegistry().algorithmById("askmap:ask")

    yield provide
    for provider in providers:
        QgsApplication.processingRegistry().removeProvider(provider)


class Listener(QgsProcessingFeedback):
    """Remembers what the algorithm complains about."""

    def __init__(self) -> None:
        super().__init__(False)
        self.complaints: list[str] = []
        self.steps: list[str] = []
        self.infos: list[str] = []

    def setProgressText(self, text: str) -> None:
        self.steps.append(text)

    def pushInfo(self, text: str) -> None:
        self.infos.append(text)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.complaints.append(error)


def run(algorithm, **parameters):
    """What came out, and whether it went well."""
    return algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback())


def complaints(algorithm, **parameters) -> str:
    """Of a run that must not go well."""
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(QgsProject.instance())
    _, well = algorithm.run(parameters, context, feedback)
    assert not well
    return " ".join(feedback.complaints)


def test_polygons_mask_and_thought_come_out(provide, flat_raster, tmp_path):
    out, well = run(
        provide(FakeEngine()),
        INPUT=str(flat_raster),
        QUESTION="Where is water?",
        OUTPUT=str(tmp_path / "found.gpkg"),
        MASK=str(tmp_path / "mask.tif"),
    )
    assert well
    assert out["THOUGHT"] == "Open and flat: <b>there</b>."
    polygons = ogr.Open(out["OUTPUT"])
    assert polygons.GetLayerByName("targets").GetFeatureCount() == 1
    mask, source = gdal.Open(out["MASK"]), gdal.Open(str(flat_raster))
    assert mask.ReadAsArray().sum() == 20
    assert mask.GetGeoTransform() == source.GetGeoTransform()


@pytest.mark.parametrize("ending", answer_formats())
def test_other_vector_formats_come_out_too(provide, flat_raster, tmp_path, ending):
    out, well = run(
        provide(FakeEngine()),
        INPUT=str(flat_raster),
        QUESTION="Where is water?",
        OUTPUT=str(tmp_path / f"found{ending}"),
    )
    assert well
    assert ogr.Open(out["OUTPUT"]).GetLayer(0).GetFeatureCount() == 1


def test_only_the_asked_part_is_looked_at(provide, flat_raster, tmp_path):
    engine = FakeEngine()
    left, bottom = 500_000 + 10 * 2.0, 5_000_000 - 15 * 2.0
    run(
        provide(engine),
        INPUT=str(flat_raster),
        QUESTION="Where is water?",
        EXTENT=f"{left},{left + 20},{bottom},{bottom + 20} [EPSG:32633]",
        OUTPUT=str(tmp_path / "found.gpkg"),
    )
    assert engine.scenes[0].image.shape == (10, 10, 3)


def test_what_the_model_does_not_know_is_an_empty_file_and_said_so(provide, flat_raster, tmp_path):
    listener = Listener()
    out, well = provide(FakeEngine(targets=(), is_unknown=True)).run(
        {
            "INPUT": str(flat_raster),
            "QUESTION": "Where is a glacier?",
            "OUTPUT": str(tmp_path / "found.gpkg"),
        },
        QgsProcessingContext(),
        listener,
    )
    assert (well, out["OUTCOME"]) == (True, "unknown")
    assert ogr.Open(out["OUTPUT"]).GetLayerByName("targets").GetFeatureCount() == 0
    assert any(line.startswith("The model does not know what that looks like") for line in listener.infos)
    assert not any("Targets found" in line for line in listener.infos)


@pytest.mark.parametrize(("targets", "outcome"), [((SQUARE,), "found"), ((), "none")])
def test_what_came_of_the_question_is_an_output(provide, flat_raster, tmp_path, targets, outcome):
    places = {"INPUT": str(flat_raster), "OUTPUT": str(tmp_path / "found.gpkg")}
    out, _ = run(provide(FakeEngine(targets=targets)), QUESTION="Where is water?", **places)
    assert out["OUTCOME"] == outcome


def test_nothing_found_is_an_empty_file(provide, flat_raster, tmp_path):
    out, well = run(
        provide(FakeEngine(targets=())),
        INPUT=str(flat_raster),
        QUESTION="Where is water?",
        OUTPUT=str(tmp_path / "found.gpkg"),
    )
    assert well
    assert ogr.Open(out["OUTPUT"]).GetLayerByName("targets").GetFeatureCount() == 0


@pytest.mark.parametrize(
    ("question", "error", "words"),
    [
        ("Where?", OutOfMemory("Too large."), "Too large. Choose a smaller model"),
        ("  ", None, "The question is empty."),
    ],
)
def test_what_fails_says_what_to_do(provide, flat_raster, tmp_path, question, error, words):
    algorithm, path = provide(FakeEngine(error=error)), tmp_path / "found.gpkg"
    assert words in complaints(algorithm, INPUT=str(flat_raster), QUESTION=question, OUTPUT=str(path))
    assert not path.exists()


def test_a_layer_without_pixels_of_its_own_is_refused(provide, desk, tmp_path):
    address = "type=xyz&url=file:///nowhere/{z}/{x}/{y}.png&zmax=3&zmin=0"
    tiles = QgsRasterLayer(address, "tiles", "wms")
    assert tiles.isValid()
    desk.show_layer(tiles)
    path = tmp_path / "found.gpkg"
    assert "dock" in complaints(provide(FakeEngine()), INPUT=tiles.id(), QUESTION="Where?", OUTPUT=str(path))


def test_a_cancelled_run_writes_nothing(provide, flat_raster, tmp_path):
    feedback = QgsProcessingFeedback()
    engine = FakeEngine(pause=feedback.cancel)
    parameters = {"INPUT": str(flat_raster), "QUESTION": "Where?", "OUTPUT": str(tmp_path / "found.gpkg")}
    provide(engine).run(parameters, QgsProcessingContext(), feedback)
    assert engine.scenes
    assert not (tmp_path / "found.gpkg").exists()


def test_a_step_is_named_once(provide, flat_raster, tmp_path):
    class Chatty(FakeEngine):
        def load(self, settings, report):
            for _ in range(5):
                report(Progress(0.0, "Loading the models"))
            return self

    feedback = Listener()
    parameters = {"INPUT": str(flat_raster), "QUESTION": "Where?", "OUTPUT": str(tmp_path / "found.gpkg")}
    provide(Chatty()).run(parameters, QgsProcessingContext(), feedback)
    assert feedback.steps == ["Loading the models", "Reasoning"]


@pytest.mark.parametrize("name", ["MASK", "OUTPUT"])
def test_nothing_is_written_over_what_is_asked_about(provide, flat_raster, tmp_path, name):
    store, engine = tmp_path / "both.gpkg", FakeEngine()
    gdal.GetDriverByName("GPKG").CreateCopy(
        str(store), gdal.Open(str(flat_raster)), options=["RASTER_TABLE=ortho"]
    )
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    raster = f"GPKG:{store}:ortho" if name == "OUTPUT" else str(flat_raster)
    layer = QgsRasterLayer(raster, "ortho", "gdal")
    QgsProject.instance().addMapLayer(layer)
    outputs = {"OUTPUT": str(tmp_path / "a.gpkg"), name: str(store if name == "OUTPUT" else flat_raster)}
    said = complaints(provide(engine), INPUT=layer.id(), QUESTION="Where?", **outputs)
    assert "a part of the raster" in said
    assert engine.scenes == []
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_a_format_cannot_hold_is_said_before_the_models_are_loaded(provide, tmp_path):
    engine = FakeEngine()
    make_raster(tmp_path / "nowhere.tif", np.full((3, 8, 8), 9, np.uint8), geotransform=None, crs="")
    said = complaints(
        provide(engine),
        INPUT=str(tmp_path / "nowhere.tif"),
        QUESTION="Where?",
        OUTPUT=str(tmp_path / "a.geojson"),
    )
    assert "always in WGS 84" in said
    assert engine.scenes == []


class Opening(FakeEngine):
    """While it answers, another program opens the output."""

    def answer(self, scene, question, report):
        self.file.touch()
        return super().answer(scene, question, report)


def test_an_answer_that_cannot_be_written_is_kept_elsewhere(provide, flat_raster, tmp_path):
    engine = Opening()
    engine.file = tmp_path / "a.gpkg-wal"
    said = complaints(
        provide(engine), INPUT=str(flat_raster), QUESTION="Where?", OUTPUT=str(tmp_path / "a.gpkg")
    )
    kept = tmp_path / "a_rescued.gpkg"
    assert f"The answer is kept in {kept}." in said
    assert ogr.Open(str(kept)).GetLayerByName("targets").GetFeatureCount() == 1


def test_the_window_of_the_algorithm_says_what_it_does(provide):
    help = provide(FakeEngine()).shortHelpString()
    assert "may name a function or an implication" in help
    assert "Nothing found is an answer too" in help
