"""JSON that json_repair fails at is not JSON, and the library's own failures end nothing."""

from __future__ import annotations

import pytest
from askmap.training.rewards import broken_json
from askmap.training.rewards.broken_json import FAILURES, MAX_REPAIRED_CHARS, repaired_json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[1, 2]", [1, 2]),
        ("[1, 2,]", [1, 2]),
        ("{'a': None}", {"a": None}),
        ('{"a": 1, "a": 2}', {"a": 2}),
        ("", ""),
    ],
)
def test_it_is_read_to_the_letter_or_else_repaired(text, value):
    assert repaired_json(text) == value


@pytest.mark.parametrize("text", ["[" * 5_000, "{" * 5_000, "[{" * 2_000, "9" * 5_000, '`` {"```json{``` ``'])
def test_what_the_library_fails_at_is_none(text):
    assert not isinstance(repaired_json(text), list)


def test_what_is_long_is_read_to_the_letter_only():
    assert repaired_json("[" + "1," * MAX_REPAIRED_CHARS + "1]")[:3] == [1, 1, 1]
    assert repaired_json("[" + "1," * MAX_REPAIRED_CHARS + "]") is None


def failing(kind):
    def loads(*_, **__):
        raise kind

    return loads


@pytest.mark.parametrize("kind", FAILURES)
def test_every_failure_of_the_library_is_none_and_no_other(kind, monkeypatch):
    monkeypatch.setattr(broken_json.json_repair, "loads", failing(kind))
    assert repaired_json("{broken") is None
    monkeypatch.setattr(broken_json.json_repair, "loads", failing(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        repaired_json("{broken")


@pytest.mark.parametrize("unit", ['{"', "{", "1'", '"}', "(", "/*", "[", "\\}", '"a"', "`{", "x", "{n}"])
def test_what_the_library_would_be_slow_at_is_not_given_to_it(unit, monkeypatch):
    monkeypatch.setattr(broken_json.json_repair, "loads", failing(KeyboardInterrupt))
    assert repaired_json("[" + unit * (3_900 // len(unit)) + "x" * (unit == "x") * 200) is None


def test_a_broken_list_as_long_as_a_completion_may_be_is_repaired():
    target = '{"bbox_2d": [100, 100, 300, 300], "positive_points": [[150, 150], [250, 250]]}'
    assert len(repaired_json(f"[{', '.join([target] * 24)},]")) == 24
