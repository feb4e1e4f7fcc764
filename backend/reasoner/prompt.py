"""The prompt of a reasoner: that of its answer format, or the prompt.txt of its folder, filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ..errors import BadQuestion, ModelBroken
from ..formats import EARLIER, LANGUAGE, QUESTION, InstructionTurn, format_named
from ..message import Message
from ..stages import Question, Turn
from ..text import printable, without_tokens
from .turns import conversation, in_brief

MAX_QUESTION_CHARS = 2000  # some 500 words: far more than the models were trained to read
LAST = "{last}"  # where a prompt.txt wants the last turn alone, and in brief

# ISO 639-1; English is left out, because models reason in the language of the prompt when nothing is said
LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German",
        "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
        "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian",
        "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay",
        "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
        "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian",
        "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
        "vi": "Vietnamese", "zh": "Chinese",
    }
)  # fmt: skip


def question_from(text: str, language: str = "", earlier: tuple[Turn, ...] = ()) -> Question:
    """The door for what the user typed; BadQuestion when it is empty or too long."""
    cleaned = printable(text).strip()
    if not cleaned:
        raise BadQuestion("The question is empty.")
    if len(cleaned) > MAX_QUESTION_CHARS:
        raise BadQuestion(
            "The question has {count:,} characters, and {limit:,} are the limit.",
            count=len(cleaned),
            limit=MAX_QUESTION_CHARS,
        )
    return Question(cleaned, language, earlier)


def user_prompt(format_name: str, question: Question, template: str | None = None) -> str:
    """The text of the user's turn, which stands beside the image; earlier targets in the model's frame.

    `template` is the prompt.txt of the model's folder. The question is data: it is put in last, without
    control characters and with its tags broken (text.without_tokens), so that it cannot end the turn. Where a
    template has no place for earlier turns they come right before the question.
    """
    form = format_named(format_name)
    if template is None:
        alone = form.turn is InstructionTurn.SYSTEM
        return _filled(EARLIER + QUESTION if alone else form.prompt, _fields(question, format_name))
    if QUESTION not in template:
        raise ModelBroken(
            "The model's prompt.txt has no place for the question.",
            Message("Write {question} where the question goes.", question=QUESTION),
        )
    if EARLIER not in template and LAST not in template:
        template = template.replace(QUESTION, EARLIER + QUESTION)
    fields = _fields(question, format_name)
    return _filled(template, {place: text for place, text in fields.items() if place != LANGUAGE})


def system_prompt(format_name: str, language: str, template: str | None = None) -> str | None:
    """The system's turn, where the format has its instructions there; a prompt.txt is all of them."""
    form = format_named(format_name)
    if template is not None or form.turn is not InstructionTurn.SYSTEM:
        return None
    return _filled(form.prompt, {LANGUAGE: _in_language(language)})


def _fields(question: Question, format_name: str) -> dict[str, str]:
    """What goes where a template names it."""
    before = conversation(question.earlier, format_name)
    return {
        QUESTION: without_tokens(printable(question.text)).strip(),
        EARLIER: f"{before}\n\n" if before else "",
        LAST: "".join(f"{in_brief(turn)}\n" for turn in question.earlier[-1:]),
        LANGUAGE: _in_language(question.language),
    }


def _filled(template: str, fields: Mapping[str, str]) -> str:
    """All places at once, so that a place's name in the user's words stays words."""
    places = re.compile("|".join(map(re.escape, fields)))
    return places.sub(lambda place: fields[place.group()], template)


def _in_language(code: str) -> str:
    """Our prompts are English, so a model reasons in English when nothing is said."""
    name = LANGUAGES.get(code.lower()[:2], "")
    return f"Write the reasoning in {name}. " if name else ""
