"""How an answer's layers look to somebody who opens them without AskMap."""

from __future__ import annotations

import re

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import entry_from  # noqa: E402
from askmap.backend.outputs.vector import write_entry  # noqa: E402
from askmap.plugin.layers.group import add_entry, document, layers_of  # noqa: E402
from askmap.plugin.layers.styles import Colouring, apply_style, masks_renderer  # noqa: E402
from askmap.plugin.map.view import rgba  # noqa: E402
from askmap.plugin.widgets.colours import colour_of  # noqa: E402
from grids import grid  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from rasters import make_answer, make_raster  # noqa: E402

TARGETS, SIDE_PX = 9, 320  # two more than there are colours; in 4 x 4 places of 80 px
PLACE_PX = SIDE_PX // 4
WHOLE = (500_000, 3_999_984, 500_016, 4_000_000)  # what the grid of test_outlines covers


def in_place(number: int) -> np.ndarray:
    mask = np.zeros((8, 8), bool)
    top, left = divmod(number - 1, 4)
    mask[2 * top : 2 * top + 2, 2 * left : 2 * left + 2] = True
    return mask


@pytest.fixture
def entry():
    return entry_from(make_answer(grid(), *map(in_place, range(1, TARGETS + 1))), "a" * 32)


@pytest.fixture
def file(qgis_app, entry, tmp_path):
    place = write_entry(entry, tmp_path / "answer.gpkg")
    document(entry, place)
    return place


def drawn(layer: QgsVectorLayer) -> np.ndarray:
    """All of the grid (H, W, 3), on white and without the numbers."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(SIDE_PX, SIDE_PX))
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, False)
    settings.setExtent(QgsRectangle(*WHOLE))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return rgba(job.renderedImage())[..., :3]


def inside(picture: np.ndarray, number: int) -> tuple[int, ...]:
    """Whole pixels away from its label and its edge."""
    top, left = divmod(number - 1, 4)
    return tuple(int(part) for part in picture[top * PLACE_PX + 15, left * PLACE_PX + 15])


def veiled(number: int) -> tuple[float, ...]:
    return pytest.approx([255 + (part - 255) * 70 / 255 for part in colour_of(number).getRgb()[:3]], abs=3)


def legend(layer: QgsVectorLayer) -> list[str]:
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def test_each_target_has_the_colour_of_its_card_without_askmap(file):
    picture = drawn(QgsVectorLayer(f"{file}|layername=targets"))
    assert [inside(picture, number) for number in range(1, TARGETS + 1)] == [
        veiled(number) for number in range(1, TARGETS + 1)
    ]


def test_a_project_that_was_saved_draws_the_same(entry, file, tmp_path):
    project = QgsProject.instance()
    add_entry(entry, file, None, project)
    before = drawn(layers_of(entry.id, project)["targets"])
    assert project.write(str(tmp_path / "kept.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "kept.qgz"))
    layer = layers_of(entry.id, project)["targets"]
    assert np.array_equal(drawn(layer), before)
    assert legend(layer) == ["target with its number (colours repeat)", "accepted", "rejected"]
    project.clear()


def test_a_target_that_is_added_without_askmap_is_drawn_too(file):
    layer = QgsVectorLayer(f"{file}|layername=targets")
    last = next(row for row in layer.getFeatures() if row["target"] == TARGETS)
    layer.startEditing()
    layer.changeAttributeValue(last.id(), layer.fields().indexOf("target"), 40)
    layer.commitChanges()
    assert inside(drawn(layer), TARGETS) == veiled(40)


@pytest.mark.parametrize("table", ["targets", "boxes", "points"])
@pytest.mark.parametrize("colouring", Colouring)
def test_the_legend_is_words_and_needs_no_key(file, table, colouring):
    layer = QgsVectorLayer(f"{file}|layername={table}")
    apply_style(layer, table, colouring)
    assert 1 <= len(legend(layer)) <= 3
    assert [words for words in legend(layer) if "…" in words or not re.search("[a-z]{3}", words)] == []


def judged(file, *states: str) -> QgsVectorLayer:
    """The first targets with these verdicts."""
    layer = QgsVectorLayer(f"{file}|layername=targets")
    layer.startEditing()
    for row in list(layer.getFeatures()):
        state = dict(enumerate(states, 1)).get(row["target"], "open")
        layer.changeAttributeValue(row.id(), layer.fields().indexOf("state"), state)
    layer.commitChanges()
    return layer


def place(picture: np.ndarray, number: int) -> np.ndarray:
    """Where the target lies, with the outer half of its edge."""
    top, left = divmod(number - 1, 4)
    y, x = max(0, top * PLACE_PX - 4), max(0, left * PLACE_PX - 4)
    return picture[y : (top + 1) * PLACE_PX + 4, x : (left + 1) * PLACE_PX + 4]


def looks(layer: QgsVectorLayer) -> list[tuple]:
    """Of each line of the legend: what its symbol is like but for the colour."""
    found = []
    renderer = layer.renderer()  # names of their own keep each of them alive
    categories = renderer.categories()
    for category in categories:
        symbol = category.symbol()
        edge = symbol.symbolLayer(0)
        found.append((edge.strokeWidth(), edge.strokeStyle(), symbol.symbolLayerCount()))
    return found


@pytest.mark.parametrize("colouring", Colouring)
def test_verdicts_are_told_without_any_colour(file, colouring):
    layer = QgsVectorLayer(f"{file}|layername=targets")
    apply_style(layer, "targets", colouring)
    assert len(set(looks(layer))) == len(legend(layer)) == 3


def test_by_target_a_rejected_one_is_hatched_and_an_accepted_one_has_a_heavy_edge(file):
    before = drawn(judged(file))
    picture = drawn(judged(file, "open", "open", "open", "open", "open", "accepted", "open", "rejected"))
    inner = slice(12, -12), slice(12, -12)
    assert np.array_equal(place(picture, 6)[inner], place(before, 6)[inner])
    assert not np.array_equal(place(picture, 6), place(before, 6))
    assert len(np.unique(place(picture, 8)[inner].reshape(-1, 3), axis=0)) > 1  # lines across it
    assert len(np.unique(place(before, 8)[inner].reshape(-1, 3), axis=0)) == 1


def test_no_colour_of_the_legend_is_that_of_a_target(file):
    layer = QgsVectorLayer(f"{file}|layername=targets")
    category = layer.renderer().categories()[0]  # a name of its own keeps the symbol alive
    shown = category.symbol().color().getRgb()[:3]
    assert shown not in [colour_of(number).getRgb()[:3] for number in range(1, TARGETS + 1)]


def test_every_target_bears_its_number(file):
    layer = QgsVectorLayer(f"{file}|layername=targets")
    assert layer.labelsEnabled()
    assert layer.labeling().settings().fieldName == '"target"'


def test_the_legend_of_the_masks_names_targets(qgis_app, tmp_path):
    layer = QgsRasterLayer(str(make_raster(tmp_path / "a.tif", np.ones((1, 3, 4), np.uint8))))
    classes = masks_renderer(layer, [1, 3]).classes()
    assert [(one.value, one.label) for one in classes] == [(1.0, "Target 1"), (3.0, "Target 3")]
