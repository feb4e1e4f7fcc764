"""The bundled questions and their truth, and how answers to them are judged."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pytest
from askmap.backend import self_test
from askmap.backend.errors import ModelMissing, UnreadableAnswer
from askmap.backend.raster.reading import read_scene
from askmap.backend.self_test import (
    DEMO,
    QUESTIONS,
    REAL,
    RealQuestion,
    RealScore,
    Verdict,
    ask_real_questions,
    fair_questions,
    judge,
    main,
    read_real_questions,
    read_self_test,
)
from askmap.backend.stages import (
    Answer,
    Box,
    Grounding,
    GroundingOutcome,
    MaskSet,
    Provenance,
    Question,
    Report,
    Scene,
    Target,
    ignore,
)
from places import ROOT
from scipy.ndimage import label

LARGEST = 2_000_000  # bytes of all pictures and the demo's image
KNOWN_LICENCES = ("public domain", "CC BY 4.0", "CC BY 3.0")
QUESTIONS_NOW = read_real_questions()
CONTENT = json.loads((REAL / QUESTIONS).read_text(encoding="utf-8"))
FOUND, NONE, UNKNOWN = GroundingOutcome.FOUND, GroundingOutcome.NONE, GroundingOutcome.UNKNOWN


class Knowing:
    """Answers with masks that it is given, by question; without one it finds nothing."""

    def __init__(self, masks: dict[str, np.ndarray], unknown: Sequence[str] = (), slow_s: float = 0) -> None:
        self.masks, self.unknown, self.clock, self.slow_s = masks, unknown, 0.0, slow_s
        self.asked: list[str] = []

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        self.asked.append(question.text)
        self.clock += self.slow_s
        mask = self.masks.get(question.text)
        targets = () if mask is None else (Target(Box(0, 0, 1, 1)),)
        shape = (len(targets), *scene.valid.shape)
        masks = np.zeros(shape, np.bool_) if mask is None else mask[None]
        grounding = Grounding("", targets, "", "plain", question.text in self.unknown)
        origin = Provenance("test", "reasoner", "0", "segmenter", "0", "cpu", 0, "2026-11-30T00:00:00", "0")
        scores = np.ones(len(targets), np.float32)
        return Answer(question, grounding, MaskSet(masks, scores), scene.grid, origin)


class Unreadable(Knowing):
    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        raise UnreadableAnswer("The answer holds no boxes.")


def all_knowing() -> Knowing:
    found = {each.question: each.read_truth() for each in QUESTIONS_NOW if each.outcome == FOUND}
    return Knowing(found, [each.question for each in QUESTIONS_NOW if each.outcome == UNKNOWN])


def test_there_are_twelve_real_questions_or_more_of_every_outcome():
    outcomes = [each.outcome for each in QUESTIONS_NOW]
    assert 12 <= len(outcomes) <= 16
    assert outcomes.count(NONE) >= 2
    assert outcomes.count(UNKNOWN) >= 2
    assert len({each.question for each in QUESTIONS_NOW}) >= 12


@pytest.mark.parametrize("asked", QUESTIONS_NOW, ids=lambda asked: f"{asked.picture.stem}-{asked.question}")
def test_the_truth_of_a_real_question_fits_its_picture(asked):
    scene, truth = read_scene(asked.picture), asked.read_truth()
    assert truth.shape == scene.valid.shape
    assert 128 <= max(truth.shape) <= 512
    assert truth.any() == (asked.outcome == FOUND)
    assert truth.mean() <= 0.6  # or all of it would be a good answer


def test_some_of_them_have_one_thing_to_find_and_some_have_several():
    counts = []
    for asked in QUESTIONS_NOW:
        if asked.outcome == FOUND:
            counts.append(label(asked.read_truth())[1])
    assert min(counts) == 1
    assert max(counts) >= 3


def test_every_picture_has_its_source_and_licence_beside_it():
    text = (REAL / "SOURCE.txt").read_text(encoding="utf-8")
    for name, facts in CONTENT["pictures"].items():
        assert name in text
        assert facts["source"].split("@")[0] in text
        assert any(licence in facts["licence"] for licence in KNOWN_LICENCES), name
    assert "ODbL" in text
    named = {each["picture"] for each in CONTENT["questions"]}
    assert named == set(CONTENT["pictures"]) == {path.name for path in REAL.glob("*.jpg")}


def test_no_picture_is_of_a_train_split():
    assert {facts["split"] for facts in CONTENT["pictures"].values()} == {"val"}


def test_all_pictures_and_the_demo_are_small():
    files = [*REAL.iterdir(), DEMO]
    assert sum(path.stat().st_size for path in files) <= LARGEST


def test_the_image_of_the_demo_lies_where_it_was_taken():
    scene = read_scene(DEMO)
    assert "UTM zone 11N" in scene.grid.crs
    assert scene.grid.affine[0] == pytest.approx(0.6)
    assert scene.image.std() > 20
    assert "NAIP" in (DEMO.parent / "SOURCE.txt").read_text(encoding="utf-8")
    question = (DEMO.parent / f"{DEMO.stem}.txt").read_text(encoding="utf-8").strip()
    assert (REAL / "pools.jpg", question) in [(each.picture, each.question) for each in QUESTIONS_NOW]


def test_answers_that_are_the_truth_are_all_right():
    count = len(QUESTIONS_NOW)
    assert ask_real_questions(all_knowing(), QUESTIONS_NOW) == RealScore(count, count, count)


def test_to_find_nothing_is_right_only_where_nothing_is():
    score = ask_real_questions(Knowing({}), QUESTIONS_NOW)
    assert score.right == sum(each.outcome == NONE for each in QUESTIONS_NOW)


def test_a_mask_that_shares_less_than_half_is_wrong():
    asked = next(each for each in QUESTIONS_NOW if each.outcome == FOUND)
    whole = np.ones_like(asked.read_truth())
    assert ask_real_questions(Knowing({asked.question: whole}), [asked]) == RealScore(0, 1, 1)


def test_an_answer_that_cannot_be_read_is_a_wrong_one():
    assert ask_real_questions(Unreadable({}), QUESTIONS_NOW[:2]) == RealScore(0, 2, 2)


def test_no_question_is_begun_for_which_there_is_no_time(monkeypatch):
    engine = Knowing({}, slow_s=20)
    monkeypatch.setattr(self_test.time, "perf_counter", lambda: engine.clock)
    score = ask_real_questions(engine, QUESTIONS_NOW, within_s=50)
    assert score.asked == len(engine.asked) == 2  # a third would end after 60 s
    assert score.there == len(QUESTIONS_NOW)


def test_another_model_is_not_asked_what_it_may_well_know():
    assert fair_questions(QUESTIONS_NOW, bundled=True) == list(QUESTIONS_NOW)
    assert {each.outcome for each in fair_questions(QUESTIONS_NOW, bundled=False)} == {FOUND, NONE}


@pytest.mark.parametrize(
    ("bundled", "engine", "overlap", "verdict"),
    [
        (True, "found", 0.9, Verdict.PASSED),
        (True, "found", 0.5, Verdict.FAILED),
        (True, "unknown", 0.0, Verdict.FAILED),
        (False, "found", 0.1, Verdict.PASSED),
        (False, "none", 0.0, Verdict.NOTHING_FOUND),
        (False, "unknown", 0.0, Verdict.UNKNOWN),
    ],
)
def test_what_an_answer_to_the_landscape_is_worth(bundled, engine, overlap, verdict):
    case = read_self_test()
    masks = {case.question.text: case.truth} if engine == "found" else {}
    unknown = [case.question.text] if engine == "unknown" else []
    answer = Knowing(masks, unknown).answer(case.scene, case.question)
    assert judge(answer, overlap, bundled=bundled) == verdict


def test_in_the_shell_one_line_says_whether_all_is_well(capsys):
    engine, case = all_knowing(), read_self_test()
    engine.masks[case.question.text] = case.truth
    assert main([], lambda settings: engine) == 0
    count = len(QUESTIONS_NOW)
    lines = ["Passed: 1 found, overlap with the truth 1.00.", f"{count} of {count} real questions right."]
    assert capsys.readouterr().out.splitlines() == lines


def test_in_the_shell_it_fails_where_the_bundled_pair_does_not_know_its_own_landscape(capsys):
    assert main([], lambda settings: Knowing({}, [read_self_test().question.text])) == 1
    assert capsys.readouterr().out.startswith("Failed: the reasoner does not know")


def test_in_the_shell_it_says_what_keeps_the_models_from_loading(capsys):
    def load(settings):
        raise ModelMissing("There is no folder {folder}.", folder="/nowhere")

    assert main(["--device", "cpu"], load) == 4
    assert "There is no folder /nowhere." in capsys.readouterr().out


def test_a_real_question_without_a_truth_has_an_empty_one():
    asked = RealQuestion(REAL / "sea.jpg", "Where are the boats?", NONE)
    assert not asked.read_truth().any()


def test_everything_that_is_asked_comes_with_the_plugin():
    ignored = (ROOT / ".gitattributes").read_text(encoding="utf-8")
    assert f"/resources/{REAL.name} " not in ignored
