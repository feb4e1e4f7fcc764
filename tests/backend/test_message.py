"""backend/message.py: a text in English that knows its template and what is filled in."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.errors import BadQuestion
from askmap.backend.message import Message, fill, message_of_plain, message_to_plain

NESTED = Message("{what} needs {gb:,.1f} GB.", what=Message("The model in {folder}", folder="a{b}"), gb=2048)


def test_a_message_is_its_english_text():
    message = Message(
        "{path} has {count:,} letters in «{name}».", path=Path("a.txt"), count=2048, name="{x} %n"
    )
    assert message == "a.txt has 2,048 letters in «{x} %n»."
    assert message.template == "{path} has {count:,} letters in «{name}»."
    assert message.fields == {"path": "a.txt", "count": 2048, "name": "{x} %n"}


def test_without_fields_a_text_is_finished_braces_and_all():
    assert Message("{0} %n {x") == "{0} %n {x"


def test_fields_are_plain_data_and_an_error_in_one_is_its_message():
    error = BadQuestion("{path} is empty.", path="a")
    message = Message(
        "{a} {b} {c} {d} {e}", a=np.int64(3), b=np.float32(0.5), c=True, d=error, e=OSError("no")
    )
    kinds = {"a": int, "b": float, "c": str, "d": Message, "e": str}
    assert {name: type(value) for name, value in message.fields.items()} == kinds
    assert message == "3 0.5 True a is empty. no"


@pytest.mark.parametrize("template", ["{y}", "{x!r}", "{x:>99999999}", "{x.real}", "{x[0]}", "{}", "{x:{x}}"])
def test_a_template_takes_its_own_fields_and_the_formats_of_numbers_alone(template):
    with pytest.raises(ValueError, match="message|field|Cannot specify|brace"):
        fill(template, {"x": 1})


@pytest.mark.parametrize("back", [lambda m: pickle.loads(pickle.dumps(m)), None], ids=["pickle", "json"])
def test_a_message_comes_back_with_all_that_is_in_it(back):
    there = back or (lambda message: message_of_plain(json.loads(json.dumps(message_to_plain(message)))))
    message = there(NESTED)
    assert message == NESTED == "The model in a{b} needs 2,048.0 GB."
    assert (message.template, message.fields) == (NESTED.template, NESTED.fields)
    assert message.fields["what"].fields == {"folder": "a{b}"}


def deep(levels: int) -> dict:
    return {"template": "{a}", "fields": {"a": deep(levels - 1) if levels else "x"}}


@pytest.mark.parametrize(
    "plain",
    [
        *(None, [], "text", {}, {"template": "a"}, {"template": 1, "fields": {}}, deep(900)),
        *({"template": "{a}", "fields": {"a": value}} for value in (None, True, [], 1 << 64)),
        *({"template": f"{{a{form}}}", "fields": {"a": 1}} for form in (":>9999999999", ".real", "!r")),
        {"template": "{a:,}", "fields": {"a": "text"}},
        {"template": "{a}" * 3, "fields": {"a": "text"}},
    ],
)
def test_what_is_no_message_is_refused(plain):
    with pytest.raises(ValueError, match="message|field|Cannot specify|brace"):
        message_of_plain(plain)
