"""The reasoning, cut out of what a model wrote."""

from __future__ import annotations

import pytest
from askmap.backend.thought import MAX_THOUGHT_CHARS, readable_so_far, span_of, split
from hypothesis import given
from hypothesis import strategies as st

pieces = st.lists(
    st.sampled_from(
        ["<think>", "</think>", "<answer>", "</answer>", "<", "<th", "</", "a lake ", "\n", "\x1b", "池"]
    )
    | st.text(max_size=5),
    max_size=12,
)


@pytest.mark.parametrize(
    ("text", "thought", "answer"),
    [
        ("<think>A lake.</think><answer>[]</answer>", "A lake.", "[]"),
        ("<think>\nA lake.\n</think>\n<answer>[]", "A lake.", "[]"),
        ("A lake.</think>[]", "A lake.", "[]"),
        ("A lake. <answer>[]</answer>", "A lake.", "[]"),
        ("<think>A lake. <answer>[]</answer>", "A lake.", "[]"),
        ("<think>I write <answer> next.</think><answer>[]</answer>", "I write  next.", "[]"),
        ("<THINK>A lake.</THINK><Answer>[]</Answer>", "A lake.", "[]"),
        ("A lake.", "A lake.", None),
        ("", "", None),
    ],
)
def test_thought_and_answer_are_told_apart(text, thought, answer):
    assert split(text) == (thought, answer)


def test_an_endless_thought_is_cut():
    thought, _ = split("<think>" + "a " * MAX_THOUGHT_CHARS + "</think><answer>[]</answer>")
    assert len(thought) == MAX_THOUGHT_CHARS


def test_a_thought_cannot_command_a_terminal():
    assert split("<think>red \x1b[31m</think>")[0] == "red  [31m"


@given(pieces)
def test_what_is_shown_while_it_streams_only_grows(written):
    text, shown = "", ""
    for piece in written:
        text += piece
        assert readable_so_far(text).startswith(shown)
        shown = readable_so_far(text)


def test_tags_and_the_answer_are_not_shown():
    text = "<think>Flat and <5 m wide.</think>\n<answer>[[1, 2, 3, 4]]</answer>"
    assert [readable_so_far(text[:end]) for end in (4, 7, 24, 32, len(text))] == [
        "",
        "",
        "Flat and <5 m wid",
        "Flat and <5 m wide.",
        "Flat and <5 m wide.",
    ]


def sentence(thought, *arguments):
    span = span_of(thought, *arguments)
    return span and thought[slice(*span)]


def test_a_label_finds_its_sentence():
    thought = "There are roads. Two pools lie east. A pool needs water."
    assert sentence(thought, "Pool", 0, 1) == "Two pools lie east."


def test_a_label_is_not_found_inside_another_word():
    assert sentence("A scar in the forest. The car park.", "car", 0, 1) == "The car park."


def test_a_chinese_label_finds_its_sentence():
    assert sentence("这里有道路。东边有游泳池。", "游泳池", 0, 1) == "东边有游泳池。"


def test_ordinals_part_targets_of_one_label():
    thought = "The first pool is round. The second pool is 1.5 times as long."
    spoken = [sentence(thought, "pool", i, 2) for i in range(2)]
    assert spoken == ["The first pool is round.", "The second pool is 1.5 times as long."]


def test_an_ordinal_without_its_siblings_proves_nothing():
    assert span_of("First, I look around. Then I see a court.", "", 0, 2) is None


@pytest.mark.parametrize("label", ["", " ", "airport", "(", "\\", "[a-z]+"])
def test_what_the_thought_does_not_name_has_no_span(label):
    assert span_of("A lake lies in the north.", label, 0, 1) is None


@given(st.text(), st.text(), st.integers(1, 8))
def test_a_span_lies_inside_the_thought(thought, label, count):
    span = span_of(thought, label, count - 1, count)
    assert span is None or 0 <= span[0] < span[1] <= len(thought)
