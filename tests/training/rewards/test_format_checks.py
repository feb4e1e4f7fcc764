"""Strict forms: what a prompt asks for, and nothing else."""

from __future__ import annotations

import pytest
from askmap.training.rewards.format_checks import read_completion, strict, unrepeated
from completions import SEEN, whole


@pytest.mark.parametrize(
    ("format", "answer"),
    [
        ("think2seg", '[{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6], [7, 8]]}]'),
        ("think2seg", "[]"),
        ("think2seg", "```json\n[]\n```"),
        ("visionreasoner", '[{"bbox_2d": [1, 2, 30, 40], "point_2d": [5, 6]}]'),
        ("remotereasoner", "[[1, 2, 30, 40], [50, 60, 70.5, 80]]"),
        ("geo-r1", '[{"bbox_2d": [1, 2, 30, 40], "keypoint1": [5, 6], "keypoint2": [7, 8]}]'),
        ("geo-r1", "None"),
        ("plain", '[{"bbox_2d": [1, 2, 30, 40], "label": "pool"}]'),
        ("plain", "[]"),
    ],
)
def test_what_a_prompt_asks_for_is_its_strict_form(format, answer):
    assert strict(read_completion(whole(answer), format, SEEN)) == 1


@pytest.mark.parametrize(
    ("format", "answer"),
    [
        ("think2seg", '[{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6]]}]'),
        ("think2seg", '[{"bbox_2d": [1, 2, 30, 40]}]'),
        ("think2seg", '{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6], [7, 8]]}'),
        ("think2seg", '[{"bbox_2d": [1, 2, 30, true], "positive_points": [[5, 6], [7, 8]]}]'),
        ("think2seg", '[{"bbox_2d": [1, 2, 30, Infinity], "positive_points": [[5, 6], [7, 8]]}]'),
        ("think2seg", "None"),
        ("visionreasoner", "[]"),
        ("remotereasoner", "[1, 2, 30, 40]"),
        ("geo-r1", "[]"),
        ("plain", '[{"bbox_2d": [1, 2, 30, 40], "label": 7}]'),
    ],
)
def test_what_a_prompt_does_not_ask_for_is_not_strict(format, answer):
    assert strict(read_completion(whole(answer), format, SEEN)) == 0


def test_no_thought_repeats_nothing():
    assert unrepeated("") == 1


@pytest.mark.parametrize("answer", ["<answer>[]</answer>", "<answer>a lake</answer>", ""])
def test_a_thought_is_read_whatever_the_answer_is(answer):
    completion = read_completion(f"<think>I look north.</think>{answer}", "think2seg", SEEN)
    assert completion.thought.strip() == "I look north."
