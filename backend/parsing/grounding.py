"""What a reasoner wrote, read: any text at all becomes a Grounding or UnreadableAnswer, and in time.

One forgiving reader serves all formats, because models drift between their keys: almost_json takes JSON that
is broken in the ways models break it, coordinates finds boxes and points in it, grounding_marks those that
stand outside of any JSON, and absence hears «there are none». An answer that was cut off keeps what was
finished: half a number is no number.

«Found none» must be said: an empty list or the word. So must «I do not know what that is», in the formats
that can say so; a list that points at something all the same has found it. Items without a place that can be
read are left out; when none remains the answer is unreadable, which is not the same as having found none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..errors import UnreadableAnswer
from ..formats import AnswerFormat, format_named
from ..stages import Box, Grounding, Point, Target
from .coordinates import MAX_TARGETS, place_items, targets_of
from .grounding_tokens import MARK, marked_items, marked_names
from .items import has_places, is_empty, with_usual_keys
from .lenient_json import Almost, read_almost_json
from .none_phrases import says_none
from .thought import answer_start, spans_of, split, tidied
from .unknown import says_unknown

__all__ = ["MAX_TARGETS", "complete_targets", "parse_grounding", "start_of_answer", "without_duplicates"]

MAX_ANSWER_CHARS = 20_000  # 128 targets in any format
SAME_IOU = 0.5  # Think2Seg-RS, arXiv 2512.19302: above this two boxes are one object

_JSON_START = re.compile(r"```|\[\s{0,99}[\[{\]]|\{\s{0,99}[\"']")  # where no tag announces the answer
_DIGITS = "0123456789+-.eE"


def parse_grounding(text: str, format: str, seen: tuple[int, int]) -> Grounding:
    """The thought and the targets, in pixels of the frame `seen` = (width, height) that the model counts in.

    Duplicates are left out, and boxes get their centres as points, where the format says so.
    ModelUnsupported when no such format is known; UnreadableAnswer otherwise.
    """
    form = format_named(format)
    thought, answer, start = _parts(text)
    cut_off = "</answer>" not in text.lower()
    targets = _read(answer[:MAX_ANSWER_CHARS], form, seen, text, cut_off=cut_off)
    if targets is None:
        return Grounding(thought, (), text, format, is_unknown=True)
    targets = _moved(targets, start)
    if form.is_deduplicated:
        targets = without_duplicates(targets)
    return Grounding(thought, _traced(_completed(targets, form), thought, seen), text, format)


def complete_targets(text_so_far: str, format: str, seen: tuple[int, int]) -> tuple[Target, ...]:
    """The targets that are finished in a text that is still being written; they only grow in number.

    Without spans, and before duplicates are left out: parse_grounding has the last word. It reads all again
    each time, so call it when a piece with a closing bracket has come.
    """
    _, answer = split(text_so_far)
    begun = (answer or "")[:MAX_ANSWER_CHARS]
    try:
        almost = _almost(_from_bracket(begun), text_so_far, growing=True)
    except UnreadableAnswer:
        return ()
    form = format_named(format)
    return _completed(targets_of(with_usual_keys(almost.values, form), seen), form)


def start_of_answer(text: str) -> int:
    """Where the answer begins that parse_grounding reads; 0 where all of the text is it."""
    return _parts(text)[2]


def without_duplicates(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Largest box first, a smaller one is dropped when its IoU with a kept one is above SAME_IOU.

    The rest keeps the order in which it was written; IoU does not depend on the frame.
    """
    kept: list[int] = []
    by_area = sorted(range(len(targets)), key=lambda i: -_area(targets[i].box))
    for i in by_area:
        if all(_iou(targets[i].box, targets[j].box) <= SAME_IOU for j in kept):
            kept.append(i)
    return tuple(targets[i] for i in sorted(kept))


def _parts(text: str) -> tuple[str, str, int]:
    """(thought, answer, where that begins), also where no tag parts them: then at the first JSON or mark."""
    thought, answer = split(text)
    if answer is not None:
        return thought, answer, answer_start(text) or 0
    starts = [start.start() for pattern in (_JSON_START, MARK) if (start := pattern.search(text))]
    if starts:
        return tidied(text[: min(starts)]), text[min(starts) :], min(starts)
    return "", text, 0


def _read(
    answer: str, form: AnswerFormat, seen: tuple[int, int], raw: str, *, cut_off: bool
) -> tuple[Target, ...] | None:
    """None where it is said that what was asked for is not known."""
    written = _from_bracket(answer)
    almost = _almost(written.rstrip().rstrip(_DIGITS) if cut_off else written, raw)
    values = with_usual_keys(almost.values, form)
    found = _moved(targets_of(values, seen), len(answer) - len(written))
    targets = _named(found, answer) or place_items(marked_items(answer), seen)
    if targets:
        return targets
    if says_unknown(answer, values, form):
        return None
    if says_none(answer) and not has_places(values):
        return ()
    if not written:
        raise UnreadableAnswer("The model's answer holds no boxes and no points.", raw=raw)
    if not (is_empty(values) and almost.closed):
        raise UnreadableAnswer("No box and no point of the model's answer can be read.", raw=raw)
    return ()


def _named(targets: tuple[Target, ...], answer: str) -> tuple[Target, ...]:
    """With the names that stand outside of the JSON: <ref>van</ref><box>[[1, 2, 3, 4]]</box>."""
    names = marked_names(answer)
    if len(names) != len(targets) or any(target.label for target in targets):
        return targets
    return tuple(replace(target, label=name) for target, name in zip(targets, names))


def _from_bracket(answer: str) -> str:
    """From the first bracket on, or ""."""
    start = re.search(r"[\[{]", answer)
    return answer[start.start() :] if start else ""


def _almost(written: str, raw: str, *, growing: bool = False) -> Almost:
    try:
        return read_almost_json(written, growing=growing)
    except ValueError as error:
        raise UnreadableAnswer("The model's answer is too deeply nested to be read.", raw=raw) from error


def _completed(targets: tuple[Target, ...], form: AnswerFormat) -> tuple[Target, ...]:
    """With the centres of boxes as their points, where the format has none of its own."""
    if not form.points_at_centre:
        return targets
    return tuple(replace(t, points=(_centre(t.box),)) if t.box and not t.points else t for t in targets)


def _moved(targets: tuple[Target, ...], by: int) -> tuple[Target, ...]:
    """With what was written of each counted from so many letters before."""
    spans = ((t.written[0] + by, t.written[1] + by) if t.written else None for t in targets)
    return tuple(replace(target, written=span) for target, span in zip(targets, spans))


def _traced(targets: tuple[Target, ...], thought: str, seen: tuple[int, int]) -> tuple[Target, ...]:
    spans = spans_of(thought, targets, seen)
    return tuple(replace(target, span=span) for target, span in zip(targets, spans))


def _centre(box: Box) -> Point:
    return Point((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)


def _area(box: Box | None) -> float:
    return box.area if box else 0.0


def _iou(a: Box | None, b: Box | None) -> float:
    """0 where one is missing: points alone are never a duplicate."""
    return a.iou(b) if a and b else 0.0
