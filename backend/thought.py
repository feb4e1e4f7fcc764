"""The reasoning: cut out of what a model wrote, and traced to the targets it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .places import At, Place, misfit, places_in
from .stages import Target
from .text import printable

MAX_THOUGHT_CHARS = 20_000  # twice what 2,048 tokens of English hold

_TAG = re.compile(r"</?(?:think|answer)>", re.IGNORECASE)
_THINK_END = re.compile(r"</think>", re.IGNORECASE)
_SHOWN_END = re.compile(r"</think>|<answer>", re.IGNORECASE)
_ANSWER_START = re.compile(r"<answer>", re.IGNORECASE)
_UNFINISHED_TAG = re.compile(r"<[/a-z]{0,7}\Z", re.IGNORECASE)  # at most «</answer», which is 8 long
# «1.» and «2)» at the start belong to what they count; a point inside «1.5» or «e.g» ends nothing
_SENTENCE = re.compile(r"[ \t]{0,8}(?:\d{1,3}[.)][ \t])?(?:[^.!?。！？\n]|\.(?=\w))+[.!?。！？]*")
# «First, I look around» counts nothing
_ORDINALS = tuple(
    rf"\b(?:{words})\b(?!,)"
    for words in ("first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th", "sixth|6th")
)
_NUMBERED = r"^{n}[.):]\s|\({n}\)|#{n}\b|\b(?:target|object|region|area|box|no\.?|nr\.?) ?{n}\b"

Span = tuple[int, int]


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


def spans_of(thought: str, targets: Sequence[Target], frame: tuple[int, int]) -> list[Span | None]:
    """For each target the sentence that speaks of it, [start, end), or None where none is known.

    `frame` is the (width, height) that the targets are counted in. Most models that point write no labels,
    so numbers and ordinals count first («the second one», where each target has one), then places. Targets
    may share a sentence: «two fields, one north, one south».
    """
    spoken = sentences(thought)
    words = [thought[start:end] for start, end in spoken]
    placed = [places_in(sentence) for sentence in words]
    centres = [_centre(target, frame) for target in targets]
    chosen: Sequence[int | None] = (
        _counted(words, len(targets))
        or _told_in_order(placed, centres)
        or [_told(words, placed, target.label, at) for target, at in zip(targets, centres)]
    )
    return [None if index is None else spoken[index] for index in chosen]


def sentences(thought: str) -> list[Span]:
    """[start, end) of each, without the spaces before it."""
    found = ((sentence.end(), sentence.group().lstrip()) for sentence in _SENTENCE.finditer(thought))
    return [(end - len(words), end) for end, words in found if words]


def _counted(words: list[str], count: int) -> list[int] | None:
    """Which sentence counts each target; None unless all are counted."""
    if count < 2:
        return None
    for numbers in ([_NUMBERED.format(n=n) for n in range(1, count + 1)], _ORDINALS[:count]):
        found = [_first_with(number, words) for number in numbers]
        if len(found) == count and None not in found:
            return [index for index in found if index is not None]
    return None


def _told_in_order(placed: list[list[Place]], centres: list[At]) -> list[int] | None:
    """The sentences that name a place, where there are as many as targets and each fits its own."""
    telling = [index for index, places in enumerate(placed) if places]
    fits = [_least_misfit(placed[index], at) is not None for index, at in zip(telling, centres)]
    return telling if len(telling) == len(centres) > 1 and all(fits) else None


def _told(words: list[str], placed: list[list[Place]], label: str, at: At) -> int | None:
    """The sentence with the label, of several the one that names the place; by the place without a label."""
    named = _all_with(label.strip(), words) if label.strip() else list(range(len(words)))
    fits = {index: fit for index in named if (fit := _least_misfit(placed[index], at)) is not None}
    if fits:
        return min(fits, key=lambda index: fits[index])
    return named[0] if named and label.strip() else None


def _all_with(label: str, words: list[str]) -> list[int]:
    """As a word of its own, else anywhere: Chinese parts no words."""
    letters = re.escape(label)
    whole = re.compile(rf"(?<![^\W\d_])(?:{letters})(?:e?s)?(?![^\W\d_])", re.IGNORECASE)
    found = [index for index, sentence in enumerate(words) if whole.search(sentence)]
    part = re.compile(letters, re.IGNORECASE)
    return found or [index for index, sentence in enumerate(words) if part.search(sentence)]


def _first_with(pattern: str, words: list[str]) -> int | None:
    wanted = re.compile(pattern, re.IGNORECASE)
    return next((index for index, sentence in enumerate(words) if wanted.search(sentence)), None)


def _least_misfit(places: list[Place], at: At) -> float | None:
    fits = [fit for place in places if (fit := misfit(place, at)) is not None]
    return min(fits, default=None)


def _centre(target: Target, frame: tuple[int, int]) -> At:
    """Of the box, or of the points, as parts of the frame."""
    xs, ys = [point.x for point in target.points], [point.y for point in target.points]
    if target.box:
        xs, ys = [target.box.x0, target.box.x1], [target.box.y0, target.box.y1]
    return sum(xs) / len(xs) / frame[0], sum(ys) / len(ys) / frame[1]


def tidied(text: str) -> str:
    """For a person's eyes: no tags, no control characters, MAX_THOUGHT_CHARS at most."""
    return printable(_TAG.sub("", text)).strip()[:MAX_THOUGHT_CHARS]


def _up_to_tag(text: str) -> str:
    end = _TAG.search(text)
    return text[: end.start()] if end else text


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)
