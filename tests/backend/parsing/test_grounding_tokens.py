"""Places in Qwen's own spelling, with its marks or with what a tokenizer leaves of them."""

from __future__ import annotations

import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.parsing.grounding import parse_grounding
from askmap.backend.stages import Box, Point, Target

VAN = Target(Box(342, 308, 670, 766), (), "van")
MARKED = "<|object_ref_start|>van<|object_ref_end|><|box_start|>(342,308),(670,766)<|box_end|>"


def read(text):
    return [
        Target(target.box, target.points, target.label)  # without its sentence
        for target in parse_grounding(text, "plain", (1000, 1000)).targets
    ]


@pytest.mark.parametrize(
    "text",
    [
        MARKED,
        f"It is here. {MARKED}",
        f"<think>A van.</think><answer>{MARKED}</answer>",
        f"<think>A van.</think>{MARKED}",
        "<ref>van</ref><box>(342,308),(670,766)</box>",
        "It is here. van(342,308),(670,766)",
        "<answer>van(342, 308), (670, 766)</answer>",
        "<answer>It is [there]: van(342,308),(670,766).</answer>",
        "<ref>van</ref><quad>(342,308),(670,308),(670,766),(342,766)</quad>",
        "<ref>van</ref><box>[[342, 308, 670, 766]]</box>",
        "<|ref|>van<|/ref|><|det|>[[342, 308, 670, 766]]<|/det|>",
        "<ref>van</ref><box>(0.342,0.308),(0.67,0.766)</box>",
        "van(34.2%,30.8%),(67%,76.6%)",
    ],
)
def test_a_box_between_marks_is_a_target(text):
    assert read(text) == [VAN]


def test_several_marks_are_several_targets():
    text = f"{MARKED} and <|object_ref_start|>two cars<|object_ref_end|><|box_start|>(1,2),(30,40)<|box_end|>"
    assert read(text) == [VAN, Target(Box(1, 2, 30, 40), (), "two cars")]


def test_several_boxes_under_one_mark_are_several_targets():
    text = "<ref>van</ref><box>(342,308),(670,766)(1,2),(30,40)</box>"
    assert read(text) == [VAN, Target(Box(1, 2, 30, 40), (), "van")]


@pytest.mark.parametrize(
    "text",
    [
        '<point x="10.5" y="20.3" alt="van">van</point>',
        '<points x1="10.5" y1="20" x2="40" y2="50.5" alt="vans">vans</points>',
        "<loc0123><loc0456><loc0789><loc0800> van",
        "van<loc_123><loc_456><loc_789><loc_800>",
    ],
)
def test_places_in_frames_of_other_families_are_unreadable_and_never_elsewhere(text):
    with pytest.raises(UnreadableAnswer):
        read(f"<answer>{text}</answer>")


@pytest.mark.parametrize("text", ["<|point_start|>(342,308)<|point_end|>", "<answer>(342, 308)</answer>"])
def test_a_point_between_marks_is_a_target(text):
    assert read(text) == [Target(None, (Point(342, 308),))]


def test_what_stands_before_the_first_mark_is_the_thought():
    assert parse_grounding(f"It is here. {MARKED}", "plain", (1000, 1000)).thought == "It is here."


@pytest.mark.parametrize(
    "text", ["<answer>Since (2020, 2021) it stands there.</answer>", "(1),(2)", "<box></box>"]
)
def test_a_pair_of_numbers_in_prose_is_no_place(text):
    with pytest.raises(UnreadableAnswer):
        read(text)
