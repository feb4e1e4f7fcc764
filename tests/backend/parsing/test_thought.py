"""The reasoning, cut out of what a model wrote."""

from __future__ import annotations

import pytest
from askmap.backend.parsing.thought import MAX_THOUGHT_CHARS, readable_so_far, sentences, spans_of, split
from askmap.backend.stages import Box, Target
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


FRAME = (100, 100)
UPPER_LEFT, LOWER_RIGHT, MIDDLE = (15, 20), (85, 80), (50, 50)


def targets(*centres, label=""):
    return [Target(Box(x - 5, y - 5, x + 5, y + 5), label=label) for x, y in centres]


def told(thought, targets):
    spans = spans_of(thought, targets, FRAME)
    return [span and thought[slice(*span)] for span in spans]


def sentence(thought, label):
    return told(thought, targets(MIDDLE, label=label))[0]


def test_a_label_finds_its_sentence():
    thought = "There are roads. Two pools lie east. A pool needs water."
    assert sentence(thought, "Pool") == "Two pools lie east."


def test_a_label_is_not_found_inside_another_word():
    assert sentence("A scar in the forest. The car park.", "car") == "The car park."


def test_a_chinese_label_finds_its_sentence():
    assert sentence("这里有道路。旁边有游泳池。", "游泳池") == "旁边有游泳池。"


def test_ordinals_part_targets_of_one_label():
    thought = "The first pool is round. The second pool is 1.5 times as long."
    assert told(thought, targets(MIDDLE, MIDDLE, label="pool")) == [
        "The first pool is round.",
        "The second pool is 1.5 times as long.",
    ]


def test_an_ordinal_without_its_siblings_proves_nothing():
    thought = "First, I look around. Then I see a court."
    assert told(thought, targets(MIDDLE, MIDDLE)) == [None, None]


@pytest.mark.parametrize(
    "thought",
    [
        "Two pools:\n1. A round one.\n2. A long one.",
        "Two pools: (1) is round. And (2) is long.",
        "Pools are blue. Target 1 is round. Target 2 is long.",
    ],
)
def test_numbers_part_targets_of_one_label(thought):
    first, second = told(thought, targets(UPPER_LEFT, LOWER_RIGHT, label="pool"))
    assert "round" in first
    assert "long" not in first
    assert "long" in second
    assert "round" not in second


def test_the_number_of_a_list_belongs_to_its_sentence():
    thought = "See:\n1. A lake. 2) A pond.\n 3. A sea 1.5 km off."
    assert [thought[slice(*span)] for span in sentences(thought)] == [
        "See:",
        "1. A lake.",
        "2) A pond.",
        "3. A sea 1.5 km off.",
    ]


def test_targets_without_labels_are_found_by_the_place_that_a_sentence_names():
    thought = "Fields are flat. I see a field at the lower right. I see a field at the upper left."
    found = told(thought, targets(UPPER_LEFT, LOWER_RIGHT))
    assert found == ["I see a field at the upper left.", "I see a field at the lower right."]


def test_targets_of_one_place_are_told_in_their_order():
    thought = "A small field at the upper left. A large field at the upper left."
    assert told(thought, targets(UPPER_LEFT, UPPER_LEFT)) == [
        "A small field at the upper left.",
        "A large field at the upper left.",
    ]


def test_targets_may_share_a_sentence():
    thought = "Fields are flat. Two fields: one northwest, one in the south-east."
    shared = "Two fields: one northwest, one in the south-east."
    assert told(thought, targets(UPPER_LEFT, LOWER_RIGHT, label="field")) == [shared, shared]


def test_of_several_sentences_with_the_label_the_one_of_its_place_speaks_of_it():
    thought = "The pool in the north is dry. The pool at the bottom right is full."
    assert sentence(thought, "pool") == "The pool in the north is dry."
    assert told(thought, targets(LOWER_RIGHT, label="pool")) == ["The pool at the bottom right is full."]


def test_a_sentence_of_another_place_speaks_of_something_else():
    assert told("A road runs at the lower right. Boats float.", targets(UPPER_LEFT)) == [None]


WRITTEN = ["top-left", "North-West", "oben links", "im Nordwesten", "en haut à gauche", "左上角"]
WRITTEN += ["arriba a la izquierda", "canto superior esquerdo", "topmost, leftmost"]


@pytest.mark.parametrize("place", WRITTEN)
def test_places_are_understood_in_the_languages_of_the_dock(place):
    thought = f"Nothing on the right. {place}!"
    assert told(thought, targets(UPPER_LEFT)) == [f"{place}!"]


@pytest.mark.parametrize("label", ["airport", "(", "\\", "[a-z]+"])
def test_what_the_thought_does_not_name_has_no_span(label):
    assert told("A lake lies in the north. And a road.", targets(UPPER_LEFT, label=label)) == [None]


@given(st.text(), st.text(), st.integers(1, 8))
def test_a_span_lies_inside_the_thought(thought, label, count):
    for span in spans_of(thought, targets(*[MIDDLE] * count, label=label), FRAME):
        assert span is None or 0 <= span[0] < span[1] <= len(thought)


@given(st.text(alphabet="ab .!\n1)", max_size=60))
def test_sentences_follow_one_another_and_leave_out_no_word(thought):
    spans = sentences(thought)
    assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:]))
    outside = set(range(len(thought))) - {at for start, end in spans for at in range(start, end)}
    assert not any(thought[at].isalnum() for at in outside)


@pytest.mark.parametrize("piece", ["\n", " ", "1. ", "a", ". ", "left "])
def test_an_endless_thought_is_traced_in_one_pass(piece):
    thought = (piece * MAX_THOUGHT_CHARS)[:MAX_THOUGHT_CHARS]
    assert len(told(thought, targets(UPPER_LEFT, LOWER_RIGHT))) == 2
