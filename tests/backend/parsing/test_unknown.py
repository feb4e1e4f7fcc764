"""«I do not know what that looks like» is an answer of its own, in the formats that can say so."""

from __future__ import annotations

import json

import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.formats import FORMATS, POCKET, THINK2SEG
from askmap.backend.parsing.grounding import complete_targets, parse_grounding
from askmap.backend.parsing.unknown import is_unknown, unknown_rows
from askmap.backend.stages import Box, Grounding, GroundingOutcome, Target

SEEN = (1000, 1000)
THOUGHT = "I do not know what that looks like. I know buildings."
BOX = '{"bbox_2d":[10,20,300,400],"positive_points":[[20,30],[40,50]]}'


def read(answer: str, format: str = "pocket", *, closed: bool = True) -> Grounding:
    return parse_grounding(f"<think>{THOUGHT}</think><answer>{answer}{'</answer>' * closed}", format, SEEN)


def test_it_is_neither_found_nor_none():
    read_now = read('[{"unknown":1}]')
    assert read_now.outcome is GroundingOutcome.UNKNOWN
    assert read_now.targets == ()
    assert read_now.thought == THOUGHT


@pytest.mark.parametrize(
    "answer",
    [
        '[{"unknown": true}]',
        "[{'unknown': 1}]",
        "{unknown: 1}",
        '[{"Unknown": "yes"}]',
        '[{"unknown": null}]',
        '["unknown"]',
        "unknown",
        "Unknown.",
        '```json\n[{"unknown": 1}]\n```',
        '{"answer": [{"unknown": 1}]}',
        '[{"bbox_2d": [], "unknown": 1}]',
        'I cannot say: [{"unknown":1}] there are no such things.',
        '[{"unknown":1},{"unknown":1}]',
        "[{unknown}]",
    ],
)
def test_models_drift_and_are_understood(answer: str):
    assert read(answer).is_unknown


@pytest.mark.parametrize("answer", ['[{"unknown":1', '[{"unknown":', '[{"unknown"', '[{"unknown'])
def test_one_that_was_cut_off_is_understood_from_its_key_on(answer: str):
    assert read(answer, closed=False).is_unknown


def test_half_of_its_key_is_unreadable():
    with pytest.raises(UnreadableAnswer):
        read('[{"unkn', closed=False)


@pytest.mark.parametrize("answer", [f'[{{"unknown":1}},{BOX}]', f'[{BOX},{{"unknown":1}}]'])
def test_a_list_that_points_at_something_has_found_it(answer: str):
    found = read(answer)
    assert (found.outcome, found.is_unknown) == (GroundingOutcome.FOUND, False)
    assert [target.box for target in found.targets] == [Box(10, 20, 300, 400)]


def test_the_empty_list_is_none():
    assert read("[]").outcome is GroundingOutcome.NONE
    assert read("There are no ships.").outcome is GroundingOutcome.NONE


@pytest.mark.parametrize("answer", ['[{"unknown":0}]', '[{"unknown":false}]'])
def test_who_does_not_say_so_has_said_nothing(answer: str):
    with pytest.raises(UnreadableAnswer):
        read(answer)


@pytest.mark.parametrize("format", [name for name, form in FORMATS.items() if form.unknown is None])
def test_other_formats_cannot_say_so(format: str):
    with pytest.raises(UnreadableAnswer):
        read('[{"unknown":1}]', format)


def test_nothing_is_found_while_it_is_written():
    text = f'<think>{THOUGHT}</think><answer>[{{"unknown":1}}]'
    for end in range(len(text)):
        assert complete_targets(text[:end], "pocket", SEEN) == ()


def test_what_is_trained_is_what_is_read():
    assert unknown_rows(POCKET) == [{"unknown": 1}]
    assert is_unknown(unknown_rows(POCKET), "unknown")
    assert read(json.dumps(unknown_rows(POCKET))).is_unknown
    with pytest.raises(ValueError, match="think2seg cannot say"):
        unknown_rows(THINK2SEG)


def test_whoever_points_at_something_knows_what_it_is():
    with pytest.raises(ValueError, match="knows what it is"):
        Grounding("", (Target(Box(1, 2, 3, 4)),), "", "pocket", is_unknown=True)


def test_lists_without_end_are_no_way_to_say_it():
    nested: list[object] = ["unknown"]
    for _ in range(60):
        nested = [nested]
    assert not is_unknown(nested, "unknown")
