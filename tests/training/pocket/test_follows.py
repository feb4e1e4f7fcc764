"""The bundled pair follows up a question about the bundled sample, as a person would ask it."""

from __future__ import annotations

import pytest
from askmap.backend.engine.loading import load_engine
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.entries.entry import Entry, entry_from
from askmap.backend.entries.follow_up import turns
from askmap.backend.raster.reading import read_scene
from askmap.backend.stages import Question
from places import ROOT

SAMPLE = ROOT / "resources" / "sample" / "sample.tif"


@pytest.fixture(scope="module")
def scene():
    return read_scene(SAMPLE)


@pytest.fixture(scope="module")
def engine():
    return load_engine(EngineSettings(device="cpu"))


@pytest.fixture(scope="module")
def fields(engine, scene) -> Entry:
    found = entry_from(engine.answer(scene, Question("Where could a helicopter land?")), "a")
    assert len(found.findings) == 2
    return found


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Only number 2.", [1]),
        ("Not number 2.", [0]),
        ("Only number 1.", [0]),
        ("Keep all of them.", [0, 1]),
        ("Only the largest one.", [1]),
        ("Not the largest one.", [0]),
        ("Only the northernmost one.", [0]),
        ("Only those on the left.", [0]),
        ("Only the southernmost one.", [1]),
        ("Only those on the right.", [1]),
    ],
)
def test_a_follow_up_finds_those_of_the_last_answer_that_it_means(engine, scene, fields, asked, meant):
    answer = engine.answer(scene, Question(asked, earlier=turns([fields], scene.grid)))
    boxes = [target.box for target in answer.grounding.targets]
    named = [fields.findings[index].target.box for index in meant]
    assert len(boxes) == len(named)
    assert all(box.iou(before) > 0.9 for box, before in zip(boxes, named))
    assert all(target.span for target in answer.grounding.targets)
    assert answer.provenance.warnings == ()


def test_another_question_leaves_the_last_answer_alone(engine, scene, fields):
    ships = Question("What carries cargo over water?", earlier=turns([fields], scene.grid))
    boxes = [target.box for target in engine.answer(scene, ships).grounding.targets]
    assert boxes
    assert not any(box.iou(field.target.box) > 0.2 for box in boxes for field in fields.findings)
