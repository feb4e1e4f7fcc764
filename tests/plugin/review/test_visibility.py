"""Several answers on one map, in real QGIS: which of them is shown, and which of them stands out."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import entry_from  # noqa: E402
from askmap.backend.outputs.vector import write_entry  # noqa: E402
from askmap.plugin.layers.group import ENTRY_MARK, add_entry, layers_of  # noqa: E402
from askmap.plugin.review.review import Review  # noqa: E402
from askmap.plugin.review.visibility import Visibility  # noqa: E402
from grids import grid, noise  # noqa: E402
from qgis.core import QgsProject  # noqa: E402
from rasters import make_answer  # noqa: E402

FIRST, SECOND, THIRD = "a" * 32, "b" * 32, "c" * 32


class Table:
    """Three answers, each with layers in the project."""

    def __init__(self, folder) -> None:
        made = make_answer(grid(), noise(8, 1), noise(8, 2))
        self.folder = folder
        self.entries = {id: entry_from(made, id) for id in (FIRST, SECOND, THIRD)}
        self.review = Review(lambda: None)
        self.visibility = Visibility(self.review)

    def add(self, *ids: str) -> None:
        for id in ids:
            path = write_entry(self.entries[id], self.folder / f"{id[0]}.gpkg")
            add_entry(self.entries[id], path, None, QgsProject.instance())

    def open(self, id: str) -> None:
        self.review.open(self.entries[id])

    def group(self, id: str):
        groups = QgsProject.instance().layerTreeRoot().findGroups(True)
        return next(group for group in groups if group.customProperty(ENTRY_MARK) == id)

    def shown(self) -> str:
        """The first letters of those that are checked."""
        return "".join(id[0] for id in self.entries if self.group(id).isVisible())

    def looks(self, id: str) -> tuple[float, bool]:
        layer = layers_of(id, QgsProject.instance())["targets"]
        return round(layer.opacity(), 3), layer.labelsEnabled()


@pytest.fixture
def table(desk, tmp_path):
    table = Table(tmp_path)
    yield table
    table.visibility.close()


def test_the_open_answer_stands_out_and_the_others_are_pale_without_numbers(table):
    table.add(FIRST, SECOND)
    table.open(SECOND)
    assert (table.looks(FIRST), table.looks(SECOND)) == ((0.5, False), (1.0, True))
    table.open(FIRST)
    assert (table.looks(FIRST), table.looks(SECOND)) == ((1.0, True), (0.5, False))
    boxes = layers_of(SECOND, QgsProject.instance())["boxes"]
    assert round(boxes.opacity(), 3) == 0.5


def test_layers_that_come_later_are_pale_too(table):
    table.open(FIRST)
    table.add(FIRST, SECOND)
    assert (table.looks(FIRST), table.looks(SECOND)) == ((1.0, True), (0.5, False))


def test_where_no_answer_is_open_none_is_pale(table):
    table.add(FIRST, SECOND)
    table.open(FIRST)
    table.review.close()
    assert table.looks(FIRST) == table.looks(SECOND) == (1.0, True)


def test_what_a_person_chose_for_a_layer_comes_back_with_it(table):
    table.add(FIRST, SECOND)
    layer = layers_of(FIRST, QgsProject.instance())["targets"]
    layer.setOpacity(0.5)
    layer.setLabelsEnabled(False)
    table.open(SECOND)
    assert table.looks(FIRST) == (0.25, False)
    table.open(FIRST)
    assert table.looks(FIRST) == (0.5, False)


def test_another_style_leaves_the_numbers_of_pale_ones_off(table):
    table.add(FIRST, SECOND)
    table.open(SECOND)
    layers_of(FIRST, QgsProject.instance())["targets"].setLabelsEnabled(True)
    table.visibility.refresh()
    assert table.looks(FIRST) == (0.5, False)
    table.open(FIRST)
    assert table.looks(FIRST) == (1.0, True)


def test_a_project_that_was_saved_meanwhile_shows_all_in_full_again(table, tmp_path):
    project, place = QgsProject.instance(), str(tmp_path / "kept.qgz")
    table.add(FIRST, SECOND)
    table.open(SECOND)
    assert project.write(place)
    table.review.forget()
    project.clear()
    assert project.read(place)
    assert table.looks(FIRST) == table.looks(SECOND) == (1.0, True)
    assert table.group(FIRST).name().startswith("AskMap: ")


def test_what_follows_takes_the_place_and_the_other_is_only_out_of_sight(table):
    table.add(FIRST, SECOND, THIRD)
    table.open(SECOND)
    table.visibility.take_place(SECOND, FIRST)
    assert table.shown() == "bc"
    assert (table.group(FIRST).isExpanded(), table.group(SECOND).isExpanded()) == (False, True)
    assert layers_of(FIRST, QgsProject.instance())


def test_opening_what_gave_way_brings_it_back_alone_of_its_conversation(table):
    table.add(FIRST, SECOND, THIRD)
    for id, of in ((SECOND, FIRST), (THIRD, SECOND)):
        table.open(id)
        table.visibility.take_place(id, of)
    assert table.shown() == "c"
    table.open(FIRST)
    assert table.shown() == "a"
    assert table.group(FIRST).isExpanded()


def test_an_answer_without_layers_takes_the_place_too(table):
    table.add(FIRST, SECOND)
    table.visibility.take_place(THIRD, FIRST)
    assert not table.group(FIRST).isVisible()
    assert table.group(SECOND).isVisible()


def test_what_a_person_shows_beside_the_open_one_stays(table):
    table.add(FIRST, SECOND, THIRD)
    table.open(SECOND)
    table.visibility.take_place(SECOND, FIRST)
    table.group(FIRST).setItemVisibilityChecked(True)
    table.open(FIRST)
    assert table.shown() == "abc"


def test_an_answer_that_is_hidden_while_open_stays_hidden_when_it_is_read_again(table):
    table.add(FIRST, SECOND, THIRD)
    table.open(FIRST)
    table.group(FIRST).setItemVisibilityChecked(False)
    table.open(FIRST)
    assert table.shown() == "bc"


def test_an_answer_inside_of_a_hidden_group_is_shown_when_it_is_opened(table):
    table.add(FIRST, SECOND, THIRD)
    root = QgsProject.instance().layerTreeRoot()
    outer, inner = root.addGroup("older ones"), table.group(FIRST)
    outer.addChildNode(inner.clone())
    root.removeChildNode(inner)
    outer.setItemVisibilityChecked(False)
    table.open(FIRST)
    assert table.shown() == "abc"


def test_layers_made_anew_know_their_conversation(table):
    table.add(FIRST, SECOND, THIRD)
    table.visibility.take_place(SECOND, FIRST)
    for id, follows in ((FIRST, ""), (SECOND, FIRST)):
        QgsProject.instance().layerTreeRoot().removeChildNode(table.group(id))
        table.entries[id] = replace(table.entries[id], follows=follows)
        table.open(id)
        table.add(id)
        table.visibility.join(table.entries[id])
        assert table.shown() == f"{id[0]}c"
