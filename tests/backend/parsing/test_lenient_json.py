"""JSON as models write it is read; what comes of it is in time, whatever the text."""

from __future__ import annotations

import json

import pytest
from askmap.backend.parsing.lenient_json import MAX_DEPTH, read_almost_json
from hypothesis import given
from hypothesis import strategies as st

plain = st.recursive(
    st.booleans() | st.none() | st.integers(-9999, 9999).map(float) | st.text("abc d,:[]{}'é池"),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(plain, max_size=4) | st.dictionaries(st.text("abc", min_size=1), plain, max_size=4))
def test_json_is_read_as_json(value):
    almost = read_almost_json(json.dumps(value, ensure_ascii=False))
    assert (almost.values, almost.closed) == ([value], True)


@pytest.mark.parametrize(
    "text",
    [
        '{"box": [1, 2], "label": "pool"}',
        "{'box': [1, 2], 'label': 'pool'}",
        "{“box”: [1, 2], “label”: “pool”}",
        "{box: [1, 2], label: pool}",
        '{"box"：[1，2]，"label"：“pool”}',
        '{"box": (1, 2), "label": "pool",}',
        '{"box" [1 2] "label" "pool"}',
        '{"box: [1, 2], "label": "pool"}',
        '{box": [1, 2], "label": pool"}',
        '{"box": [1, 2, "label": "pool"}',
        '{"box": [[1, 2], "label": "pool"}'.replace("[[", "["),
        '{"box": [1, 2}, "label": "pool"}'.replace("2}", "2]"),
        '{"box": [1, 2], "label": "pool',
        '{"box": [1, 2], // here\n "label": "pool" /* a pool */}',
        '{"box"": [1, 2], \'"label": "pool"}',
        '{"box": [1, 2]; "label" = "pool"}',
        r"{\"box\": [1, 2], \"label\": \"pool\"}",
        '```json\n{"box": [1, 2], "label": "pool"}\n```\nThat is all.',
    ],
)
def test_what_models_break_is_mended(text):
    assert read_almost_json(text).values == [{"box": [1, 2], "label": "pool"}]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ('"the "big" pool"', 'the "big" pool'),
        ("'bird's nest'", "bird's nest"),
        ("bird's nest", "bird's nest"),
        (r'"the \"big\" pool"', 'the "big" pool'),
        (r'"caf\u00e9\tor\nbar"', "café\tor\nbar"),
        ('"]}, {"', "]}, {"),
        ('"pool', "pool"),
    ],
)
def test_a_label_keeps_its_words(written, label):
    (value,) = read_almost_json('[{"label": ' + written + ', "box": [1, 2]}]').values
    assert value == [{"label": label, "box": [1, 2]}]


def test_an_object_that_was_not_closed_ends_where_the_next_one_begins():
    (value,) = read_almost_json('[{"box": [1, 2], {"box": [3, 4, {"box": [5, 6]}]').values
    assert value == [{"box": [1, 2]}, {"box": [3, 4]}, {"box": [5, 6]}]


def test_a_second_box_of_one_object_begins_another():
    (value,) = read_almost_json('{"box": [1, 2], "label": "a", "box": [3, 4], "label": "b"}').values
    assert value == [{"box": [1, 2], "label": "a"}, {"box": [3, 4], "label": "b"}]


def test_a_fair_copy_replaces_its_draft_but_lists_side_by_side_stay():
    assert read_almost_json('[{"a": 1}] no: [{"a": 2}]').values == [[{"a": 2}]]
    assert read_almost_json('[{"a": 1}], [{"a": 2}]').values == [[{"a": 1}], [{"a": 2}]]
    assert read_almost_json("[1, 2] [3, 4]").values == [[1, 2], [3, 4]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('[{"a": "x"}, {"a": [1, 2], "b": "]}', [[{"a": "x"}]]),
        ("[[1, 2], [3, 4", [[[1, 2]]]),
        ("[1, 2, 3", [[]]),
        ('{"a": [1, 2], "b": {}', []),
        ('{"a": [1, 2]} {"b": [3', [{"a": [1, 2]}]),
    ],
)
def test_of_what_is_still_written_only_finished_items_count(text, values):
    assert read_almost_json(text, growing=True).values == values


def test_brackets_without_end_are_refused():
    with pytest.raises(ValueError, match="brackets"):
        read_almost_json("[" * (MAX_DEPTH + 1))


@given(st.text("[]{}()\"'“”:,=;/*#\\`1.eE-%ax \n"))
def test_no_text_fails(text):
    read_almost_json(text)
