"""What is asked, and what one answer comes to."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.stages import Box, Point, Question, Target, Turn
from askmap.training.data.samples import OUTSIDE, BadData, Sample
from askmap.training.evaluation.asking import ask, chosen_samples, question_of, spread
from askmap.training.evaluation.cases import LETTERS, unpacked
from askmap.training.evaluation.scoring import POLICIES, Score
from askmap.training.options import counted
from seeing import Seeing

TANK = Target(Box(2, 1, 6, 4))


def blank(height=6, width=8):
    return np.zeros((height, width, 3), np.uint8)


def mask_with(*boxes, size=(6, 8)):
    mask = np.zeros(size, np.bool_)
    for x0, y0, x1, y1 in boxes:
        mask[y0:y1, x0:x1] = True
    return mask


def sample_of(name="a", boxes=((2, 1, 6, 4),), **other):
    known = {"questions": ("Where is fuel?", "What could burn?"), "read_mask": partial(mask_with, *boxes)}
    return Sample(name, read_picture=blank, **({"kind": "tank"} | known | other))


def test_what_a_sample_follows_up_is_asked_with_it():
    asked = []

    class Listening(Seeing):
        def answer(self, scene, question, report=None):
            asked.append(question)
            return super().answer(scene, question)

    before = (Turn("Where is fuel?", (TANK,), (4,)),)
    case = ask(Listening(), sample_of(earlier=before), "Not number 4.")
    assert case.question == "Not number 4."
    assert asked == [Question("Not number 4.", earlier=before)]


def test_a_case_keeps_all_that_a_report_needs():
    case = ask(Seeing(Box(2, 1, 4, 4), Box(4, 1, 7, 4)), sample_of(), "What could burn?")
    assert (case.name, case.kind, case.question) == ("a", "tank", "What could burn?")
    assert (case.expects, case.found, case.readable, case.size) == (True, 2, True, (6, 8))
    assert case.scores["native"] == Score(12, 15, 0.8)
    assert case.boxes == ((2, 1, 4, 4), (4, 1, 7, 4))
    assert unpacked(case.mask, case.size).tolist() == mask_with((2, 1, 7, 4)).tolist()
    assert case.seconds > 0


def test_an_answer_that_cannot_be_read_is_a_case():
    case = ask(Seeing(error=UnreadableAnswer("It is not JSON.", raw="x" * 10_000)), sample_of(), "Where?")
    assert (case.found, case.readable, case.error) == (None, False, "It is not JSON.")
    assert case.raw == "x" * LETTERS
    assert case.scores["native"] == Score(0, 12, 0.0)


class NotKnowing(Seeing):
    def answer(self, scene, question, report=None):
        answer = super().answer(scene, question)
        return replace(answer, grounding=replace(answer.grounding, is_unknown=True))


@pytest.mark.parametrize("policy", POLICIES)
def test_i_do_not_know_is_no_mask_and_never_none(policy):
    there, absent = (ask(NotKnowing(), sample_of(boxes=boxes), "Where?") for boxes in (((2, 1, 6, 4),), ()))
    assert there.is_unknown
    assert absent.is_unknown
    assert not absent.says_none
    assert (there.found, absent.found, there.readable) == (0, 0, True)
    assert there.scores[policy].iou == 0
    assert absent.scores[policy].iou == (None if policy == "segzero" else 0)


def test_i_do_not_know_is_right_where_no_label_knows_it_either():
    case = ask(NotKnowing(), sample_of(boxes=(), kind=OUTSIDE), "What is a glacier?")
    assert case.is_outside
    assert case.scores["native"].iou == 1
    assert not ask(Seeing(), sample_of(boxes=(), kind=OUTSIDE), "What is a glacier?").is_unknown


@pytest.mark.parametrize("bug", [ValueError("a bug"), KeyError("x"), ZeroDivisionError()])
def test_a_bug_is_no_case_but_stops_the_run(bug):
    with pytest.raises(type(bug)):
        ask(Seeing(error=bug), sample_of(), "Where?")


def test_what_a_model_writes_without_end_is_cut():
    case = ask(Seeing(words="pool " * 10_000), sample_of(), "Where?")
    assert len(case.thought) == len(case.raw) == LETTERS


def test_a_sample_that_says_nothing_is_there_needs_no_mask():
    case = ask(Seeing(), sample_of(read_mask=None, targets=()), "Where?")
    assert (case.expects, case.found, case.scores["think2seg"].iou) == (False, 0, 1.0)


def test_a_sample_without_a_mask_is_refused_rather_than_guessed():
    pointed = replace(TANK, points=(Point(3, 2), Point(5, 3)))
    for targets, told in (
        ((pointed,), "boxes and points only"),
        ((TANK,), "boxes only"),
        ((pointed, TANK), "boxes and a few points only"),
    ):
        with pytest.raises(BadData, match=told):
            ask(Seeing(), sample_of(read_mask=None, targets=targets), "Where?")


def test_a_mask_of_another_size_than_its_picture_is_named():
    with pytest.raises(BadData, match="a: the picture has 8 x 6 pixels, its mask 5 x 9"):
        ask(Seeing(), sample_of(read_mask=partial(mask_with, size=(9, 5))), "Where?")


def test_the_first_question_is_asked_or_one_drawn_by_the_samples_name():
    samples = [sample_of(f"s{n}") for n in range(40)]
    assert {question_of(sample, "first") for sample in samples} == {"Where is fuel?"}
    drawn = [question_of(sample, "random") for sample in samples]
    assert set(drawn) == set(samples[0].questions)
    assert drawn[::-1] == [question_of(sample, "random") for sample in samples[::-1]]


def test_a_count_spreads_evenly_over_the_set():
    samples = [sample_of(f"s{n}") for n in range(11)]
    assert [sample.name for sample in spread(samples, 3)] == ["s0", "s5", "s10"]
    assert len(spread(samples, None)) == len(spread(samples, 99)) == 11


def test_the_first_landscapes_are_asked_about():
    samples = chosen_samples("landscapes:out", "auto", 3)
    again = chosen_samples("landscapes:out", "auto", 2)
    assert [sample.name for sample in samples][:2] == [sample.name for sample in again]
    assert len(samples) == 3
    assert samples[0].read_picture().shape == (256, 256, 3)
    assert len(chosen_samples("landscapes", "auto", None)) == 500


@pytest.mark.parametrize("source", ["nowhere", "nowhere:val", "landscapes:elsewhere"])
def test_a_set_that_is_not_there_is_said(source):
    with pytest.raises(BadData, match="[Tt]here (is|are) no"):
        chosen_samples(source, "auto", 3)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "x", ""])
def test_only_whole_numbers_from_1_up_count(text):
    with pytest.raises((argparse.ArgumentTypeError, ValueError)):
        counted(text)
    assert counted("3") == 3
