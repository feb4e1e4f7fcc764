"""The reasoning: cut out of what a model wrote, and traced to the targets it speaks of."""

from __future__ import annotations

import re

from .text import printable

MAX_THOUGHT_CHARS = 20_000  # twice what 2,048 tokens of English hold

_TAG = re.compile(r"</?(?:think|answer)>", re.IGNORECASE)
_THINK_END = re.compile(r"</think>", re.IGNORECASE)
_SHOWN_END = re.compile(r"</think>|<answer>", re.IGNORECASE)
_ANSWER_START = re.compile(r"<answer>", re.IGNORECASE)
_UNFINISHED_TAG = re.compile(r"<[/a-z]{0,7}\Z", re.IGNORECASE)  # at most «</answer», which is 8 long
_SENTENCE = re.compile(r"(?:[^.!?。！？\n]|\.(?=\d))+[.!?。！？]*")
_ORDINALS = ("first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th", "sixth|6th")


def split(text: str) -> tuple[str, str | None]:
    """(thought, answer) of a model's text, tags left out; the answer is None where no tag announces one.

    What stands before the answer is the thought, whether or not it has tags of its own.
    """
    closing = _last(_THINK_END, text)
    opening = _last(_ANSWER_START, text)
    if opening and (closing is None or closing.start() < opening.start()):
        return tidied(text[: opening.start()]), _up_to_tag(text[opening.end() :])
    if closing:
        return tidied(text[: closing.start()]), _up_to_tag(text[closing.end() :])
    return tidied(text), None


def readable_so_far(text: str) -> str:
    """The part of a text that is still being written which a person should see: the thought.

    It only ever grows with `text`: a tag that has begun is held back until it can be told from a «<».
    """
    end = _SHOWN_END.search(text)
    shown = text[: end.start()] if end else _UNFINISHED_TAG.sub("", text)
    return printable(_TAG.sub("", shown)).lstrip()


def span_of(thought: str, label: str, index: int, count: int) -> tuple[int, int] | None:
    """The sentence of the thought that speaks of target `index` of `count`, [start, end); None if unknown.

    Ordinals («the second one») count only where each target has one; else the first sentence with the label.
    """
    ordinal = _ordinal_sentences(thought, count)
    if ordinal:
        return ordinal[index]
    if not label.strip():
        return None
    words = rf"(?<![^\W\d_])(?:{re.escape(label.strip())})(?:e?s)?(?![^\W\d_])"
    return _sentence_with(thought, words) or _sentence_with(thought, re.escape(label.strip()))


def _ordinal_sentences(thought: str, count: int) -> list[tuple[int, int]]:
    if not 1 < count <= len(_ORDINALS):
        return []
    found = [_sentence_with(thought, rf"\b(?:{words})\b(?!,)") for words in _ORDINALS[:count]]
    return [span for span in found if span] if all(found) else []


def _sentence_with(thought: str, words: str) -> tuple[int, int] | None:
    for sentence in _SENTENCE.finditer(thought):
        if re.search(words, sentence.group(), re.IGNORECASE):
            indent = len(sentence.group()) - len(sentence.group().lstrip())
            return sentence.start() + indent, sentence.end()
    return None


def tidied(text: str) -> str:
    """For a person's eyes: no tags, no control characters, MAX_THOUGHT_CHARS at most."""
    return printable(_TAG.sub("", text)).strip()[:MAX_THOUGHT_CHARS]


def _up_to_tag(text: str) -> str:
    end = _TAG.search(text)
    return text[: end.start()] if end else text


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)
