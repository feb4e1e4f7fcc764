"""Any text at all becomes a Grounding or UnreadableAnswer."""

from __future__ import annotations

import contextlib
import json

import pytest
from askmap.backend.errors import ModelUnsupported, UnreadableAnswer
from askmap.backend.formats import FORMATS
from askmap.backend.parsing.grounding import (
    MAX_TARGETS,
    complete_targets,
    parse_grounding,
    without_duplicates,
)
from askmap.backend.stages import Box, Point, Target
from by_format import kept_by_keys, with_points, written_by_keys
from hypothesis import given
from hypothesis import strategies as st

SEEN = (840, 840)
BOX = Box(10, 20, 30, 40)


def read(answer, format="plain", seen=SEEN):
    return parse_grounding(f"<think>I look.</think><answer>{answer}</answer>", format, seen).targets


# Of one target, as models that were trained in these formats write it
PUBLISHED = {
    "think2seg": {"bbox_2d": [10, 20, 30, 40], "positive_points": [[11, 22], [13, 24]]},
    "grasp": {"bbox": [10, 20, 30, 40], "points_1": [11, 22], "points_2": [13, 24]},
    "visionreasoner": {"bbox_2d": [10, 20, 30, 40], "point_2d": [11, 22]},
    "remotereasoner": [10, 20, 30, 40],
    "geo-r1": {"bbox_2d": [10, 20, 30, 40], "keypoint1": [11, 22], "keypoint2": [13, 24]},
    "plain": {"bbox_2d": [10, 20, 30, 40], "label": "pool"},
    "pocket": {"bbox_2d": [10, 20, 30, 40], "positive_points": [[11, 22], [13, 24]]},
}
# Of which no target goes again once it is there
STREAMED = [name for name, form in FORMATS.items() if form.is_list and not form.is_deduplicated]
POOL = Target(BOX, (Point(11, 22), Point(13, 24)), "pool")

# Nothing above 1 in a whole answer would be shares of the image (tests/backend/parsing/test_coordinates.py)
sides = st.tuples(st.integers(0, 837), st.integers(2, 839)).filter(lambda s: s[0] != s[1]).map(sorted)
boxes = st.builds(lambda xs, ys: Box(xs[0], ys[0], xs[1], ys[1]), sides, sides)
points = st.builds(Point, st.integers(0, 839), st.integers(0, 839))
targets = st.builds(
    Target, boxes, st.tuples(points, points), st.sampled_from(["", "pool", "bird's nest", "池"])
)

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(["bbox_2d", "box", "point_2d", "label", "negative_points", "x", "y"]), inner
        )
    ),
    max_leaves=20,
)
fragments = [
    "<think>",
    "</think>",
    "<answer>",
    "</answer>",
    "```json",
    "```",
    *"[]{},:\"'",
    "None",
    '"bbox_2d":',
    "1",
]
scraps = st.lists(st.sampled_from(fragments) | st.text(max_size=4), max_size=30).map("".join)


@given(st.text() | scraps | junk.map(json.dumps), st.sampled_from(sorted(FORMATS)))
def test_any_text_is_a_grounding_or_unreadable(text, format):
    for whole in (text, f"<answer>{text}</answer>"):
        complete_targets(whole, format, (100, 50))
        with contextlib.suppress(UnreadableAnswer):
            assert parse_grounding(whole, format, (100, 50)).raw == whole


numbers = st.integers(-60, 120) | st.floats(-60, 120, allow_nan=False)


@given(
    st.lists(
        st.fixed_dictionaries({"bbox_2d": st.lists(numbers, min_size=4, max_size=4)})
        | st.fixed_dictionaries({"point_2d": st.lists(numbers, min_size=2, max_size=2)}),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_read_lies_inside_the_image(rows):
    rows = [{"bbox_2d": [-20, -10, 120, 60]}, *rows]
    targets = read(json.dumps(rows), seen=(100, 50))
    assert targets[0].box == Box(0, 0, 100, 50)
    for target in targets:
        assert all(0 <= p.x < 100 and 0 <= p.y < 50 for p in target.points)
        assert target.box is None or (target.box.x1 <= 100 and target.box.y1 <= 50)
        assert target.box is None or (target.box.x0 >= 0 and target.box.y0 >= 0)


@pytest.mark.parametrize("format", PUBLISHED)
def test_the_published_keys_are_those_of_the_records(format):
    row = PUBLISHED[format]
    assert written_by_keys(POOL, FORMATS[format]) == row
    assert read(json.dumps([row]), format) == (kept_by_keys(POOL, FORMATS[format]),)


def test_a_format_keeps_of_a_target_what_it_can_say():
    kept = {name: kept_by_keys(POOL, FORMATS[name]) for name in PUBLISHED}
    assert kept["plain"] == Target(BOX, (), "pool")
    assert kept["visionreasoner"] == Target(BOX, (Point(11, 22),))
    assert kept["remotereasoner"] == Target(BOX, (Point(20, 30),))
    for name in ("think2seg", "grasp", "geo-r1", "pocket"):
        assert kept[name] == Target(BOX, POOL.points)


@pytest.mark.parametrize("format", FORMATS)
@given(found=st.lists(targets, min_size=1, max_size=6))
def test_what_a_format_writes_is_read_back(format, found):
    form = FORMATS[format]
    found = list(without_duplicates(found)) if form.is_list else found[:1]
    found = [with_points(target, form) for target in found]
    answer = [written_by_keys(target, form) for target in found]
    text = json.dumps(answer if form.is_list else answer[0])
    assert read(text, format) == tuple(kept_by_keys(target, form) for target in found)


@pytest.mark.parametrize(
    "answer",
    [
        '```json\n[{"bbox_2d": [10, 20, 30, 40]}]\n```',
        '```\n[{"bbox_2d": [10, 20, 30, 40]}]',
        '{"bbox_2d": [10, 20, 30, 40]}',
        '[{"bbox": [10, 20, 30, 40]}]',
        '[{"box": ["10", "20", "30", "40"]}]',
        '[{"bounding_box": "10, 20, 30, 40"}]',
        '[{"BBox_2D": [[10, 20], [30, 40]]}]',
        '[{"bbox_2d": {"x1": 10, "y1": 20, "x2": 30, "y2": 40}}]',
        '[{"bbox_2d": [30, 40, 10, 20]}]',
        '[{"bbox_2d": [30, 20, 10, 40]}]',
        '[{"bbox_2d": [10, 20, 30, 40,],},]',
        "[{'bbox_2d': [10, 20, 30, 40]}]",
        "[{bbox_2d: (10, 20, 30, 40)}]",
        '[{"bbox_2d": [10 20 30 40]}',
        "[[10, 20, 30, 40]]",
        "[10, 20, 30, 40]",
        '{"answer": {"targets": [{"bbox_2d": [10, 20, 30, 40]}]}}',
        'The region is [{"bbox_2d": [10, 20, 30, 40]}], as I said.',
        '[{"bbox_2d": [10, 20, 30, 40], "negative_points": [[1, 2]]}]',
    ],
)
def test_models_drift_and_are_understood(answer):
    assert [(target.box, target.points) for target in read(answer)] == [(BOX, ())]


@pytest.mark.parametrize(
    "places",
    [
        '"positive_points": [[1, 2], [3, 4]]',
        '"points_1": [1, 2], "points_2": [3, 4]',
        '"point_2d": [1, 2, 3, 4]',
        '"keypoint1": [1, 2], "keypoint2": [3, 4]',
        '"points": [{"x": 1, "y": 2}, {"x": "3", "y": "4"}]',
        '"points": "(1, 2), (3, 4)"',
        '"points": [[1, 2], [3, 4]], "negative_points": [[5, 6]]',
    ],
)
def test_points_are_found_under_every_published_key(places):
    (target,) = read("[{" + places + "}]")
    assert target == Target(None, (Point(1, 2), Point(3, 4)))


@pytest.mark.parametrize(
    "text",
    [
        "<think>Nothing floats here.</think><answer>[]</answer>",
        "<think>Nothing floats here.</think><answer>```json\n[]\n```</answer>",
        "<think>Nothing floats here.</think><answer>None</answer>",
        "<think>Nothing floats here.</think><answer>[None]</answer>",
        "<think>Nothing floats here.</think><answer>no target.</answer>",
        "<think>Nothing floats here.</think><answer>There is no such object in the image.</answer>",
        "<think>Nothing floats here.</think><answer>没有目标</answer>",
        '<think>Nothing floats here.</think><answer>{"bbox": null, "points_1": []}</answer>',
        "<think>Nothing floats here.</think>\n[]",
        "Nothing floats here. <answer>[]",
        "Nothing floats here. []",
    ],
)
def test_finding_nothing_is_an_answer(text):
    grounding = parse_grounding(text, "geo-r1", SEEN)
    assert (grounding.targets, grounding.thought) == ((), "Nothing floats here.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "I think that there is a lake [see below].",
        "<think>A lake.</think>",
        "<think>A lake.</think><answer></answer>",
        "<think>A lake.</think><answer>north-east</answer>",
        "<think>A lake.</think><answer>[",
        '<think>A lake.</think><answer>[{"bbox_2d": [',
        '<answer>[{"bbox_2d": [10, 10, 10, 50]}]</answer>',
        '<answer>[{"bbox_2d": [NaN, 1, 2, 3]}]</answer>',
        '<answer>[{"bbox_2d": [0, 0, Infinity, Infinity]}]</answer>',
        '<answer>[{"bbox_2d": [0, 0, 1e999, 5]}]</answer>',
        '<answer>[{"bbox_2d": [1, 2, 3]}]</answer>',
        '<answer>[{"negative_points": [[1, 2]]}]</answer>',
        '<answer>[{"bbox_2d": [900, 900, 1000, 1000]}]</answer>',
        "<answer>[true, true, true, true]</answer>",
        "<answer>" + "[" * 10_000,
        "<answer>" + '{"a":' * 10_000,
        "<answer>[" + "/*" * 10_000,
    ],
)
def test_what_cannot_be_read_keeps_what_the_model_wrote(text):
    with pytest.raises(UnreadableAnswer) as caught:
        parse_grounding(text, "think2seg", SEEN)
    assert caught.value.raw == text


def test_coordinates_outside_are_clipped_to_the_image():
    (target,) = read('[{"bbox_2d": [-5, -1e300, 2000, 99999999999999999999], "point_2d": [-3, 840]}]')
    assert target == Target(Box(0, 0, 840, 840), (Point(0, 839.5),))


def test_a_number_of_five_hundred_digits_is_no_coordinate():
    (target,) = read('[{"bbox_2d": [1, 2, ' + "9" * 500 + ', 4], "point_2d": [5, 6]}]')
    assert target == Target(None, (Point(5, 6),))


def test_one_broken_item_does_not_cost_the_others():
    assert [t.box for t in read('[{"bbox_2d": [1, 2]}, 7, null, {"bbox_2d": [10, 20, 30, 40]}]')] == [BOX]


def test_ten_thousand_targets_are_bounded():
    row = ", ".join(f"[{i}, 0, {i + 1}, 1]" for i in range(10_000))
    assert len(read(f"[{row}]", seen=(20_000, 10))) == MAX_TARGETS


def test_half_a_number_is_no_number():
    text = '<answer>[{"bbox_2d": [10, 20, 30, 40]}, {"bbox_2d": [100, 200, 300, 4'
    assert [target.box for target in parse_grounding(text, "plain", SEEN).targets] == [BOX]


def test_a_lone_object_that_was_cut_off_keeps_its_finished_places():
    text = '<answer>{"bbox": [10, 20, 30, 40], "points_1": [15, 25], "points_2": [2'
    assert parse_grounding(text, "grasp", SEEN).targets == (Target(BOX, (Point(15, 25),)),)


def test_an_answer_without_any_tag_is_read_after_its_thought():
    grounding = parse_grounding('A lake. [{"bbox_2d": [10, 20, 30, 40], "label": "lake"}]', "plain", SEEN)
    assert (grounding.thought, grounding.targets) == ("A lake.", (Target(BOX, (), "lake", (0, 7)),))


def test_a_label_is_short_and_commands_no_terminal():
    (target,) = read(json.dumps([{"bbox_2d": [10, 20, 30, 40], "label": "\x1b[31m" + "a" * 500}]))
    assert "\x1b" not in target.label
    assert len(target.label) <= 200


def test_an_unknown_format_is_named():
    with pytest.raises(ModelUnsupported, match="«poetry»"):
        parse_grounding("<answer>[]</answer>", "poetry", SEEN)


def test_the_larger_of_two_boxes_of_one_object_is_kept():
    small, large, apart = (Target(Box(0, 0, 10, n)) for n in (6, 10, 5))
    assert without_duplicates((small, large, apart)) == (large, apart)


def test_only_think2seg_leaves_duplicates_out():
    answer = '[{"bbox_2d": [0, 0, 10, 9]}, {"bbox_2d": [0, 0, 10, 10]}]'
    assert (len(read(answer, "think2seg")), len(read(answer, "plain"))) == (1, 2)


def test_points_alone_are_nobodys_duplicate():
    twins = (Target(None, (Point(1, 1),)), Target(None, (Point(1, 1),)))
    assert without_duplicates(twins) == twins


def test_a_target_is_found_as_soon_as_its_bracket_closes():
    text = (
        '<think>[1]</think><answer>[{"bbox_2d": [10, 20, 30, 40], "label": "]}"}, {"bbox_2d": [1, 2, 3, 4]}]'
    )
    counts = [len(complete_targets(text[:end], "plain", SEEN)) for end in range(len(text) + 1)]
    first, second = text.index("}, {") + 1, len(text) - 1
    assert counts == [0] * first + [1] * (second - first) + [2, 2]


def test_a_lone_object_is_found_when_it_is_whole():
    text = '<answer>{"bbox": [10, 20, 30, 40], "points_1": [15, 25]}'
    assert complete_targets(text[:-1], "grasp", SEEN) == ()
    assert complete_targets(text, "grasp", SEEN) == (Target(BOX, (Point(15, 25),)),)


@given(st.lists(targets, max_size=4), st.sampled_from(STREAMED))
def test_what_streams_ends_as_what_is_read(found, format):
    form = FORMATS[format]
    rows = [written_by_keys(with_points(target, form), form) for target in found]
    text = f"<answer>{json.dumps(rows)}"
    streamed = complete_targets(text, format, SEEN)
    assert streamed == parse_grounding(text + "</answer>", format, SEEN).targets


def written(text, format="plain"):
    """What was written of each target, as it stands in the text."""
    return [text[slice(*target.written)] for target in parse_grounding(text, format, SEEN).targets]


@pytest.mark.parametrize(
    ("answer", "parts"),
    [
        (
            '[{"bbox_2d": [1, 2, 30, 40], "label": "水"}, {"bbox_2d": [5, 6, 70, 80], "label": "a\\"b"}]',
            ['[{"bbox_2d": [1, 2, 30, 40], "label": "水"', '}, {"bbox_2d": [5, 6, 70, 80], "label": "a\\"b"'],
        ),
        (
            "```json\n[{'bbox_2d': (1, 2, 30, 40), 'label': 'ü'\n {bbox_2d: [5.5, 6, 70, 80] label: ship]",
            ["[{'bbox_2d': (1, 2, 30, 40), 'label': 'ü'", "\n {bbox_2d: [5.5, 6, 70, 80] label: ship"],
        ),
        (
            r"[{\"bbox_2d\": [1, 2, 30, 40], \"label\": \"a\"}, {\"bbox_2d\": [5, 6, 7, 8] \"label\": \"b\"]",
            [
                r"[{\"bbox_2d\": [1, 2, 30, 40], \"label\": \"a\"",
                r"}, {\"bbox_2d\": [5, 6, 7, 8] \"label\": \"b\"",
            ],
        ),
        ("[[1, 2, 30, 40], [5, 6, 70, 80]]", ["[[1, 2, 30, 40", "], [5, 6, 70, 80"]),
        ('{"x": 1, "y": 2, "width": 30, "height": 40}', ['{"x": 1, "y": 2, "width": 30, "height": 40']),
        (
            "<ref>van</ref><box>(34,30),(67,76)</box> <box>(2,8),(67,76)</box>",
            ["<ref>van</ref><box>(34,30),(67,76)", "</box> <box>(2,8),(67,76)"],
        ),
    ],
    ids=["JSON", "broken", "escaped", "bare", "named", "marks"],
)
def test_what_was_written_of_a_target_begins_where_the_one_before_it_ends(answer, parts):
    assert written(f"<think>Nah am Fluß 水.</think><answer>{answer}</answer>") == parts
    assert written(answer) == parts


def test_of_several_boxes_under_one_key_each_has_its_own_numbers():
    boxes = '{"boxes": [[1, 2, 30, 40], [5, 6, 70, 80]], "points": [[3, 4], [60, 70]]}'
    assert written(boxes) == ['{"boxes": [[1, 2, 30, 40', "], [5, 6, 70, 80"]


def test_what_was_written_of_a_duplicate_belongs_to_no_other_target():
    boxes = [[1, 2, 300, 400], [1, 2, 300, 401], [600, 2, 800, 401]]
    text = f"<answer>{json.dumps([{'bbox_2d': box} for box in boxes])}</answer>"
    assert written(text, "think2seg") == [
        ']}, {"bbox_2d": [1, 2, 300, 401',
        ']}, {"bbox_2d": [600, 2, 800, 401',
    ]
