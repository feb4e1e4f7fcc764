"""A text that can be translated: a template in English, and the values of its fields.

The plugin translates the template and fills in the same values, with numbers as the user writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from numbers import Integral, Real
from string import Formatter
from typing import Any, Union

Field = Union[str, int, float]  # a Message is a str, too
WHOLE_LIMIT = 1 << 63  # of a number in a text
MOST_NESTED = 4  # messages in fields of messages
_FORMAT = re.compile(r",?(?:\.[0-9]{1,2})?[fg]?")  # thousands, digits: what a translation can keep


class Message(str):
    """The text in English, which also knows its template and fields.

    It is a str so that all who do not translate it (the shell, JSON, a database) need not know of it.
    What makes a new text of it, such as strip(), makes a plain str. Without fields a template is a
    finished text, in which braces stand for themselves.
    """

    template: str
    fields: Mapping[str, Field]

    def __new__(cls, template: str, /, **fields: object) -> Message:
        kept = {name: _kept(value) for name, value in fields.items()}
        message = super().__new__(cls, fill(template, kept))
        message.template, message.fields = template, kept
        return message

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Field]]:
        return (self.template,), dict(self.fields)


def message_from(text: str, fields: Mapping[str, object]) -> Message:
    """A Message as it is, or the one of a template."""
    return text if isinstance(text, Message) else Message(text, **fields)


def fill(template: str, fields: Mapping[str, Field], write: Callable[[Field, str], str] = format) -> str:
    """`write` makes a text of a value and its format, such as «,.1f».

    ValueError for a field that is not there, and for any other format than of a number.
    """
    if not fields:
        return template
    text = ""
    for literal, name, form, conversion in Formatter().parse(template):
        text += literal
        if name is not None:
            if name not in fields or conversion or not _FORMAT.fullmatch(form or ""):
                raise ValueError(f"no message has the field «{name}» with the format «{form}»")
            text += write(fields[name], form or "")
    return text


def message_to_plain(message: Message) -> dict[str, Any]:
    """As JSON can hold it."""
    fields = {
        name: message_to_plain(value) if isinstance(value, Message) else value
        for name, value in message.fields.items()
    }
    return {"template": message.template, "fields": fields}


def message_of_plain(plain: object, *, nested: int = MOST_NESTED) -> Message:
    """What message_to_plain was given; ValueError for anything else, which strangers may have written.

    Each field stands in the template once at most: else a short text could make an endless one.
    """
    fields = plain.get("fields") if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or not isinstance(fields, dict) or nested < 0:
        raise ValueError("a message has a template and fields")
    template = plain.get("template")
    if not isinstance(template, str) or (fields and _repeats(template)):
        raise ValueError("a message has a template and fields")
    return Message(template, **{name: _field_of_plain(value, nested) for name, value in fields.items()})


def _repeats(template: str) -> bool:
    names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    return len(names) > len(set(names))


def _field_of_plain(value: object, nested: int) -> Field:
    if isinstance(value, dict):
        return message_of_plain(value, nested=nested - 1)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ValueError("a field is a text or a number")
    if isinstance(value, int) and abs(value) > WHOLE_LIMIT:
        raise ValueError("a field is no such number")
    return value


def _kept(value: object) -> Field:
    """Plain data: a number, a text, or what an error says as a Message."""
    message = getattr(value, "message", None)
    if isinstance(message, Message):
        return message
    if isinstance(value, str):
        return value
    if isinstance(value, Integral) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, Real) and not isinstance(value, bool):
        return float(value)
    return str(value)
