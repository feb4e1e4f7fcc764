"""backend/errors.py: every error of the backend survives the way to another process and back."""

import importlib
import json
import pickle
import pkgutil
from pathlib import Path

import pytest
from askmap import backend
from askmap.backend import errors
from askmap.backend.errors import (
    KINDS,
    AskMapError,
    BadData,
    HistoryBroken,
    NotWritten,
    OutOfMemory,
    UnreadableAnswer,
    error_of_json,
    error_to_json,
)
from askmap.backend.message import Message


def all_below(kind: type) -> set[type]:
    return {kind}.union(*(all_below(below) for below in kind.__subclasses__()))


def made(kind: type[AskMapError]) -> AskMapError:
    """With a hint of its own and another error in a field."""
    inner = BadData("{path}, line {line}, is no JSON.", path="a{b}.json", line=12048)
    error = kind(
        "{error} {count:,} in {path}",
        hint=Message("Choose one of {names}.", names="a, b"),
        error=inner,
        count=2048,
        path=Path("c"),
    )
    if isinstance(error, UnreadableAnswer):
        error.raw = "<answer>{"
    return error


WAYS = {
    "pickle": lambda error: pickle.loads(pickle.dumps(error)),
    "json": lambda error: error_of_json(error_to_json(error)),
}


def test_all_errors_of_the_backend_are_in_the_tree_of_their_file():
    for module in pkgutil.walk_packages(backend.__path__, f"{backend.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    of_backend = {kind for kind in all_below(AskMapError) if kind.__module__.startswith(backend.__name__)}
    assert set(KINDS.values()) == of_backend
    assert {kind.__module__ for kind in of_backend} == {errors.__name__}
    assert [name for name in KINDS if f" {name} " not in errors.__doc__] == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_an_error_comes_back_with_all_that_is_in_it(kind, way):
    before = made(kind)
    after = WAYS[way](before)
    assert type(after) is kind
    assert str(after) == str(before) == "a{b}.json, line 12048, is no JSON. 2,048 in c"
    assert (after.message.template, after.message.fields) == (before.message.template, before.message.fields)
    assert after.message.fields["error"].fields == {"path": "a{b}.json", "line": 12048}
    assert after.hint == "Choose one of a, b."
    assert after.hint.template == "Choose one of {names}."
    assert getattr(after, "raw", "") == getattr(before, "raw", "")


@pytest.mark.parametrize("way", WAYS)
def test_an_error_of_its_class_comes_back_with_what_only_that_has(way):
    aside = WAYS[way](HistoryBroken("{path}, now {aside}", path="a", aside=Path("b")))
    assert (aside.aside, aside.hint) == (Path("b"), HistoryBroken.hint)
    assert WAYS[way](HistoryBroken("{path}", path="a")).aside is None
    assert WAYS[way](UnreadableAnswer("No box.", raw="\ud800{")).raw == "\ud800{"


def test_of_another_file_an_error_comes_back_as_the_nearest_of_the_tree():
    class Elsewhere(NotWritten):
        hint = "Look there."

    after = error_of_json(error_to_json(Elsewhere("It is {name}.", name="b")))
    assert (type(after), str(after), after.hint) == (NotWritten, "It is b.", "Look there.")
    del Elsewhere


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "{}", '"text"', '{"kind": "Path"}', '{"kind": ["NotWritten"]}'),
        json.dumps({"kind": "NotWritten", "message": {"template": "{a.b}", "fields": {"a": 1}}}),
    ],
)
def test_what_is_no_error_of_ours_is_refused(text):
    with pytest.raises(ValueError, match="Expecting|error|message|field"):
        error_of_json(text)


def test_the_hint_of_a_class_serves_where_none_is_given():
    assert (OutOfMemory("It is full.").hint, AskMapError("So it is.").hint) == (OutOfMemory.hint, "")
    assert OutOfMemory("It is full.", "Buy more.").hint == "Buy more."
