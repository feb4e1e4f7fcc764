"""The functions for scripts: what they give, and that they raise errors of ours alone."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend import api
from askmap.backend.cli import main
from askmap.backend.errors import (
    AskMapError,
    BadQuestion,
    EntryMissing,
    HistoryUnusable,
    OutsideRaster,
    UnreadableRaster,
)
from askmap.backend.history.store import History
from commands import make_image
from entries import make_entry, two_found
from small_engine import FOUND, engine_of


@pytest.fixture
def image(tmp_path):
    return make_image(tmp_path / "image.tif")


@pytest.fixture
def engine(monkeypatch):
    engine = engine_of(FOUND)
    monkeypatch.setattr(api, "load_engine", lambda settings: engine)
    monkeypatch.setattr(api, "running_service", lambda: None)
    return engine


def test_a_question_about_a_raster_has_its_answer(engine, image):
    answer = api.ask(image, "Where are roofs?")
    assert (answer.question.text, len(answer.grounding.targets)) == ("Where are roofs?", 2)
    assert answer.masks.masks.shape == (2, 10, 20)
    assert answer.grid.to_map(0, 0) == (500000, 5000000)
    assert api.answer_document(answer)["found"] == 2


@pytest.mark.parametrize(
    "area",
    [
        api.Area(window=api.Window(5, 2, 10, 8)),
        api.Area(bbox=(500010, 4999980, 500030, 4999996)),
        api.Area(bbox=(9.00012, 45, 9.00038, 45.3), bbox_crs="EPSG:4326"),
    ],
    ids=["window", "bbox", "bbox of its own crs"],
)
def test_a_part_of_a_raster_is_read(image, area):
    scene = api.read(str(image), area)
    assert scene.grid.width <= 11
    assert scene.grid.to_map(0, 0)[0] >= 500000


def test_a_scene_that_was_read_is_asked_about_as_it_is(engine, image):
    scene = api.read(image, api.Area(api.Window(0, 0, 8, 4)))
    assert api.ask(scene, "Where are roofs?").grid == scene.grid


def test_masks_are_drawn_of_boxes_and_points_without_a_question(engine, image):
    targets = (api.Target(api.Box(2, 3, 8, 6)), api.Target(api.Box(1, 1, 2, 2), (api.Point(1.5, 1.5),)))
    found = api.segment(image, targets)
    assert found.masks.masks.shape == (2, 10, 20)
    assert found.masks.masks.sum(axis=(1, 2)).tolist() == [18, 1]
    assert found.grid == api.read(image).grid


def test_an_answer_is_written_with_what_the_module_offers(engine, image, tmp_path):
    answer = api.ask(image, "Where are roofs?")
    api.write_answer(answer, tmp_path / "a.gpkg")
    api.write_mask(answer.masks.union, answer.grid, tmp_path / "m.tif")
    assert {"a.gpkg", "m.tif"} <= {path.name for path in tmp_path.iterdir()}


def test_a_part_is_given_in_one_way():
    with pytest.raises(ValueError, match="not by both"):
        api.Area(api.Window(0, 0, 1, 1), (0, 0, 1, 1))


def test_faults_are_errors_of_ours_with_a_next_step(engine, image, tmp_path):
    with pytest.raises(BadQuestion):
        api.ask(image, " ")
    with pytest.raises(OutsideRaster):
        api.ask(image, "Where?", api.Area(bbox=(0, 0, 1, 1)))
    with pytest.raises(UnreadableRaster) as refused:
        api.segment(tmp_path / "none.tif", ())
    assert isinstance(refused.value, AskMapError)
    assert refused.value.hint


@pytest.fixture
def project(tmp_path):
    """Two answers of a project, and its file."""
    history = History(tmp_path / "town_askmap.gpkg")
    history.put(make_entry("a" * 32, created="2026-01-02T03:04:05Z"))
    history.put(two_found(question="Where are roofs?", created="2026-02-02T03:04:05Z"))
    (tmp_path / "town.qgz").touch()
    return tmp_path / "town.qgz"


def test_a_project_its_folder_and_its_history_are_the_same_place(project):
    places = (project, project.parent, project.with_name("town_askmap.gpkg"), str(project))
    found = [api.history(place) for place in places]
    assert [heading.question for heading in found[0]] == ["Where are roofs?", "Where could a ship moor?"]
    assert found == [found[0]] * 4


def test_a_history_is_searched_and_an_entry_of_it_is_read_whole(project):
    (heading,) = api.history(project, "roofs")
    entry = api.entry(project, heading.id)
    assert [finding.number for finding in entry.findings] == [1, 2]
    with pytest.raises(EntryMissing):
        api.entry(project, "none")


def test_no_history_and_two_of_them_are_errors(project):
    with pytest.raises(HistoryUnusable, match="There is no history"):
        api.history(project.with_name("village.qgz"))
    (project.parent / "village_askmap.gpkg").touch()
    with pytest.raises(HistoryUnusable, match="holds 2 histories"):
        api.history(project.parent)
    with pytest.raises(HistoryUnusable):
        api.history("a\0b/c.qgz")


def test_the_shell_lists_a_history(project, capsys):
    assert main(["history", str(project), "moor"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert "Where could a ship moor?  (answered, 0 found)" in line
    assert main(["history", str(project.with_name("none.qgz"))]) == 3


def test_all_that_is_promised_is_there():
    names = ("status", "read", "ask", "segment", "history", "entry", "load", "write_answer", "write_mask")
    assert all(callable(vars(api)[name]) for name in names)
    assert np.isfinite(api.BUNDLED.temperature)
