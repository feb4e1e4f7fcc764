"""The door: which answers are judged, on which halves, and what is written."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.models.askmap_json import read_calibration
from askmap.backend.stages import (
    Answer,
    Box,
    Grounding,
    Likelihood,
    MaskSet,
    Provenance,
    Question,
    Scene,
    Target,
)
from askmap.training.data.samples import OUTSIDE, BadData, Sample
from askmap.training.evaluation.calibrate import LEAST_TARGETS, halves, judge, main
from askmap.training.real.stock import HALVES, stock
from open_sets import write_open_sets

SIDE = 40
LEFT, RIGHT = Box(0, 0, 10, 20), Box(20, 10, 40, 30)


class Boxes:
    """Answers each question with boxes as masks, so many that are likely, and the others not."""

    def __init__(self, likely: list[Box], unlikely: list[Box] = (), *, knows: bool = True) -> None:
        self._boxes, self._knows = [(box, -0.1) for box in likely] + [(box, -2.0) for box in unlikely], knows
        self.asked: list[str] = []

    def answer(self, scene: Scene, question: Question) -> Answer:
        self.asked.append(scene.source)
        if question.text == "unreadable?":
            raise UnreadableAnswer("No box.", raw="")
        likelihoods = [Likelihood(mean, 2 * mean) if self._knows else None for _, mean in self._boxes]
        found = [Target(box, likelihood=likely) for (box, _), likely in zip(self._boxes, likelihoods)]
        masks = np.array([filled(box, scene.image.shape[0]) for box, _ in self._boxes])
        scores = np.ones(len(found), np.float32)
        made = Provenance(scene.source, "small", "", "s", "", "cpu", 0, "2026-01-01T00:00:00Z", "0")
        return Answer(
            question, Grounding("", tuple(found), "", "plain"), MaskSet(masks, scores), scene.grid, made
        )


def filled(box: Box, side: int = SIDE) -> np.ndarray:
    mask = np.zeros((side, side), np.bool_)
    x0, y0, x1, y1 = map(int, box.corners)
    mask[y0:y1, x0:x1] = True
    return mask


def sample(name: str, *boxes: Box, question: str = "where?", kind: str = "pool") -> Sample:
    truth = np.any([filled(box) for box in boxes], axis=0) if boxes else np.zeros((SIDE, SIDE), np.bool_)
    picture = np.zeros((SIDE, SIDE, 3), np.uint8)
    return Sample(name, (question,), lambda: picture, lambda: truth, tuple(map(Target, boxes)), kind)


def test_a_target_is_right_where_half_of_it_is_one_of_the_things():
    nearly, both = Box(0, 2, 10, 20), Box(0, 0, 40, 30)
    engine = Boxes([LEFT, nearly], [both, Box(20, 10, 30, 19)])
    judged = judge(engine, [sample("two", LEFT, RIGHT)])
    assert judged.right.tolist() == [True, True, False, False]
    assert judged.likelihoods.tolist() == [[-0.1, -0.2]] * 2 + [[-2.0, -4.0]] * 2


def test_where_nothing_answers_every_target_is_wrong():
    judged = judge(Boxes([LEFT]), [sample("none"), sample("outside", kind=OUTSIDE)])
    assert judged.right.tolist() == [False, False]


def test_an_answer_that_cannot_be_read_and_a_thing_without_a_mask_have_no_targets():
    boxed = Sample("boxed", ("where?",), sample("a").read_picture, None, (Target(LEFT),))
    engine = Boxes([LEFT])
    judged = judge(engine, [sample("cut", LEFT, question="unreadable?"), boxed])
    assert judged.right.shape == (0,)
    assert judged.likelihoods.shape == (0, 2)
    assert engine.asked == ["cut"]


def test_of_a_mask_alone_the_whole_is_the_thing():
    masked = Sample("masked", ("where?",), sample("a").read_picture, lambda: filled(LEFT))
    assert judge(Boxes([LEFT], [RIGHT]), [masked]).right.tolist() == [True, False]


def test_an_engine_that_tells_no_likelihoods_is_refused():
    with pytest.raises(BadData, match="small tells nothing"):
        judge(Boxes([LEFT], knows=False), [sample("one", LEFT)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_open_sets(tmp_path_factory.mktemp("open"), "val")


def test_halves_of_real_ground_share_no_place(folder):
    first, second = halves(f"{folder}:val", "auto", 9)
    assert [len(first), len(second)] == [5, 5]
    assert all(s.name.startswith("val-even-") for s in first)
    assert all(s.name.startswith("val-odd-") for s in second)
    even, odd = (
        {(tile.set, tile.place) for tiles in stock(folder, "val", half).by_set.values() for tile in tiles}
        for half in HALVES
    )
    every = {(tile.set, tile.place) for tiles in stock(folder, "val").by_set.values() for tile in tiles}
    assert even.isdisjoint(odd)
    assert even | odd == every
    assert abs(len(even) - len(odd)) <= 1


def test_other_sets_are_cut_in_the_middle():
    first, second = halves("landscapes:in", "auto", 6)
    names = [s.name for s in (*first, *second)]
    assert len(first) == len(second) == 3
    assert len(set(names)) == 6


@pytest.fixture
def reasoner(tmp_path: Path) -> Path:
    (tmp_path / "askmap.json").write_text(json.dumps({"format": "pocket"}))
    return tmp_path


def run(folder: Path, reasoner: Path, *options: str, engine: Boxes | None = None) -> int:
    engine = engine or Boxes([Box(0, 0, 256, 256)] * 2, [Box(0, 0, 9, 9)])
    argv = [str(reasoner), "segmenter", f"{folder}:val", "--count", "40", *options]
    return main(argv, lambda settings: engine)


def test_what_was_measured_is_told_and_written_where_it_is_asked_for(folder, reasoner, capsys):
    assert run(folder, reasoner) == 0
    said = capsys.readouterr()
    figures = json.loads(said.out)
    assert (figures["fitted_on"], figures["measured"]["targets"]) == (60, 60)
    assert 0 <= figures["measured"]["error"] <= 1
    assert said.err.splitlines()[-1].split()[:3][1] == "to"
    assert read_calibration(reasoner) is None
    assert run(folder, reasoner, "--write") == 0
    written = read_calibration(reasoner)
    assert written is not None
    assert json.loads(capsys.readouterr().out)["calibration"] == vars(written)
    assert json.loads((reasoner / "askmap.json").read_text())["format"] == "pocket"


def test_too_few_targets_are_no_measure_and_write_nothing(folder, reasoner, capsys):
    assert run(folder, reasoner, "--write", engine=Boxes([LEFT])) == 2
    assert f"{LEAST_TARGETS} are due" in capsys.readouterr().err
    assert read_calibration(reasoner) is None
