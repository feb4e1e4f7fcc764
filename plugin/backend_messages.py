"""Messages of the backend in the user's language: its templates are English, and it knows no Qt."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QCoreApplication

from ..backend.entries.entry import Entry
from ..backend.errors import AskMapError
from ..backend.message import Field, Message, fill, message_from
from .number_format import number

CONTEXT = "askmap-backend"


def translate(text: str) -> str:
    """A Message in the language of the plugin, or any other text as it is.

    Of messages kept by an older AskMap only those without fields are translated.
    """
    if isinstance(text, Message):
        return fill(_translation(text.template), text.fields, _field_text)
    return _translation(text)


def error_text(error: AskMapError) -> str:
    """What happened and what to do next, in the user's language."""
    return translate(error.full_text)


def translate_entry(entry: Entry) -> Entry:
    """The entry with its fault, warnings and device in the user's language."""
    made = entry.provenance
    warnings = tuple(message_from(translate(warning), {}) for warning in made.warnings)
    made = replace(made, warnings=warnings, device=translate(made.device))
    return replace(entry, fault=translate(entry.fault), provenance=made)


def _field_text(value: Field, spec: str) -> str:
    """A field of a message as text: another message, a number, or a name that stays as it is."""
    if isinstance(value, Message):
        return translate(value)
    return value if isinstance(value, str) else number(value, spec)


def _translation(text: str) -> str:
    try:
        return QCoreApplication.translate(CONTEXT, text)
    except UnicodeEncodeError:  # half of a letter, which a model or a stranger's history may hold
        return text
