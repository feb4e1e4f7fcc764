"""The reasoning: cut out of what a model wrote, and traced to the targets it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from ..stages import Target
from ..text import printable
from .place_words import At, Place, misfit, places_in

MAX_THOUGHT_CHARS = 20_000  # twice what 2,048 tokens of English hold

_TAG = re.compile(r"</?(?:think|answer)>", re.IGNORECASE)
_THINK_END = re.compile(r"</think>", re.IGNORECASE)
_SHOWN_END = re.compile(r"</think>|<answer>", re.IGNORECASE)
_ANSWER_START = re.compile(r"<answer>", re.IGNORECASE)
_UNFINISHED_TAG = re.compile(r"<[/a-z]{0,7}\Z", re.IGNORECASE)  # at most «</answer», which is 8 long
# «1.» and «2)» at the start belong to what they count; a point inside «1.5» or «e.g» ends nothing
_SENTENCE = re.compile(r"[ \t]{0,8}(?:\d{1,3}[.)][ \t])?(?:[^.!?。！？\n]|\.(?=\w))+[.!?。！？]*")
# «First, I look around» counts nothing
_ORDINAL = re.compile(
    r"\b(?:(first|1st)|(second|2nd)|(third|3rd)|(fourth|4th)|(fifth|5th)|(sixth|6th))\b(?!,)", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"^(\d{1,3})[.):]\s|\((\d{1,3})\)|#(\d{1,3})\b|"
    r"\b(?:target|object|region|area|box|no\.?|nr\.?) ?(\d{1,3})\b",
    re.IGNORECASE,
)
MAX_MENTIONS = 200  # of a label that are looked at

Span = tuple[int, int]


def split(text: str) -> tuple[str, str | None]:
    """(thought, answer) of a model's text, tags left out; the answer is None where no tag announces one.

    What stands before the answer is the thought, whether or not it has tags of its own.
    """
    tag = _tag_before_answer(text)
    if tag is None:
        return tidied(text), None
    return tidied(text[: tag.start()]), _up_to_tag(text[tag.end() :])


def answer_start(text: str) -> int | None:
    """Where the answer of split() begins; None where no tag announces one."""
    tag = _tag_before_answer(text)
    return tag.end() if tag else None


def _tag_before_answer(text: str) -> re.Match[str] | None:
    """The last <answer>, or a </think> that comes after it."""
    closing = _last(_THINK_END, text)
    opening = _last(_ANSWER_START, text)
    return opening if opening and (closing is None or closing.start() < opening.start()) else closing


def readable_so_far(text: str) -> str:
    """The part of a text that is still being written which the user should see: the thought.

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
    placed = [list(dict.fromkeys(places_in(sentence))) for sentence in words]
    centres = [_centre(target, frame) for target in targets]
    chosen: Sequence[int | None] = (
        _counted(words, len(targets))
        or _in_list_order(placed, centres)
        or _by_mention(thought, placed, targets, centres)
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
    for first in (_first_with_number(words), _first_with_ordinal(words)):
        if all(number in first for number in range(1, count + 1)):
            return [first[number] for number in range(1, count + 1)]
    return None


def _first_with_number(words: list[str]) -> dict[int, int]:
    """The first sentence with «1.», «(1)» or «target 1», by the number."""
    first: dict[int, int] = {}
    for index, sentence in enumerate(words):
        for found in _NUMBERED.finditer(sentence):
            first.setdefault(int(found[found.lastindex or 0]), index)
    return first


def _first_with_ordinal(words: list[str]) -> dict[int, int]:
    first: dict[int, int] = {}
    for index, sentence in enumerate(words):
        for found in _ORDINAL.finditer(sentence):
            first.setdefault(found.lastindex or 0, index)
    return first


def _in_list_order(placed: list[list[Place]], centres: list[At]) -> list[int] | None:
    """The sentences that name a place, where there are as many as targets and each fits its own."""
    telling = [index for index, places in enumerate(placed) if places]
    fits = [_least_misfit(placed[index], at) is not None for index, at in zip(telling, centres)]
    return telling if len(telling) == len(centres) > 1 and all(fits) else None


def _by_mention(
    thought: str, placed: list[list[Place]], targets: Sequence[Target], centres: list[At]
) -> list[int | None]:
    """The sentence with the label, of several the one that names the place; by the place without a label.

    Each label is looked up once, and of each place the first sentence that names it is enough: 128 targets
    read a long thought in a few milliseconds.
    """
    naming = _Naming(thought)
    labels = {target.label.strip() for target in targets}
    named = {label: naming.all_with(label) if label else list(range(len(placed))) for label in labels}
    places = {label: _first_with_place(named[label], placed) for label in labels}
    return [
        _best(places[label], at, named[label][0] if label and named[label] else None)
        for label, at in zip((target.label.strip() for target in targets), centres)
    ]


def _first_with_place(indices: list[int], placed: list[list[Place]]) -> dict[Place, int]:
    first: dict[Place, int] = {}
    for index in indices:
        for place in placed[index]:
            first.setdefault(place, index)
    return first


def _best(places: dict[Place, int], at: At, otherwise: int | None) -> int | None:
    fits = [(fit, index) for place, index in places.items() if (fit := misfit(place, at)) is not None]
    return min(fits)[1] if fits else otherwise


class _Naming:
    """Finds labels in the sentences of a thought, whatever their case."""

    def __init__(self, thought: str) -> None:
        self._thought = _lowered(thought)
        self._sentences = sentences(thought)
        self._ends = [end for _, end in self._sentences]

    def all_with(self, label: str) -> list[int]:
        """As a word of its own, else anywhere: Chinese parts no words."""
        words = _lowered(label)
        starts = list(islice(self._starts(words), MAX_MENTIONS))
        whole = [start for start in starts if self._stands_alone(start, start + len(words))]
        return self._around(whole, len(words)) or self._around(starts, len(words))

    def _around(self, starts: list[int], length: int) -> list[int]:
        """The sentences that hold all of what begins there."""
        found = ((bisect_right(self._ends, start), start) for start in starts)
        inside = ((index, start) for index, start in found if index < len(self._ends))
        held = {i for i, at in inside if self._sentences[i][0] <= at and at + length <= self._ends[i]}
        return sorted(held)

    def _starts(self, words: str) -> Iterator[int]:
        start = self._thought.find(words)
        while start >= 0:
            yield start
            start = self._thought.find(words, start + 1)

    def _stands_alone(self, start: int, end: int) -> bool:
        """No letter touches it, but the ending of a plural may."""
        if self._thought[start - 1 : start].isalpha():
            return False
        ends = [end + len(plural) for plural in ("", "s", "es") if self._thought.startswith(plural, end)]
        return any(not self._thought[last : last + 1].isalpha() for last in ends)


def _lowered(text: str) -> str:
    """Letter by letter, so that places stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


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
    """For the user's eyes: no tags, no control characters, MAX_THOUGHT_CHARS at most."""
    return printable(_TAG.sub("", text)).strip()[:MAX_THOUGHT_CHARS]


def _up_to_tag(text: str) -> str:
    end = _TAG.search(text)
    return text[: end.start()] if end else text


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)
