"""What a reasoner is asked: one prompt for each answer format, all in our own words.

The formats are those of the published systems (their keys and coordinates, not their wording). A model's
folder may hold a prompt.txt, which replaces ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from .earlier import conversation, in_brief
from .errors import BadQuestion, ModelBroken, ModelUnsupported
from .languages import LANGUAGES
from .stages import Question, Turn
from .text import printable, without_tokens

MAX_QUESTION_CHARS = 2000  # some 500 words: far more than the models were trained to read
PLACE, EARLIER = "{question}", "{earlier}"  # where question and earlier turns go in a template
LAST = "{last}"  # where a template wants the last turn alone, and in brief
LANGUAGE = "{language}"  # where our own templates say in which language to reason

_SCENE = "You see an image taken from above. {earlier}A user asks about it:\n\n{question}\n\n"
_THINK = (
    "First reason about what the question implies and where in the image it holds, briefly, between <think> "
    "and </think>. {language}"
)

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        # Think2Seg-RS, arXiv 2512.19302
        "think2seg": _SCENE
        + _THINK
        + "Then give every region that the question means, between <answer> and </answer>, as a fenced JSON "
        "list. Each region has a tight box and two points that lie well inside it, in pixels:\n"
        '<think>reasoning</think><answer>```json\n[{"bbox_2d": [x1, y1, x2, y2], '
        '"positive_points": [[x, y], [x, y]]}]\n```</answer>\n'
        "If no region fits, the list is empty: [].",
        # GRASP, arXiv 2508.17102, whose keys are not published: those of Seg-Zero
        "grasp": _SCENE
        + _THINK
        + "Then give the one region that answers best, between <answer> and </answer>, as a JSON object: its "
        "tight box and the centres of its two widest parts, in pixels:\n"
        '<think>reasoning</think><answer>{"bbox": [x1, y1, x2, y2], "points_1": [x, y], '
        '"points_2": [x, y]}</answer>',
        # VisionReasoner, arXiv 2505.12081
        "visionreasoner": _SCENE
        + _THINK
        + "Compare the candidates with each other, then list those that fit between <answer> and </answer>, "
        "in JSON: for each one a tight box and a point inside the object, in pixels:\n"
        '<think>reasoning</think><answer>[{"bbox_2d": [x1, y1, x2, y2], "point_2d": [x, y]}]</answer>',
        # RemoteReasoner
        "remotereasoner": _SCENE
        + _THINK
        + "Then write only the boxes of the regions that fit between <answer> and </answer>, as a list, in "
        "pixels:\n"
        "<think>reasoning</think><answer>[[x1, y1, x2, y2]]</answer>",
        # Geo-R1
        "geo-r1": _SCENE
        + _THINK
        + "Then list what fits between <answer> and </answer>, in JSON: for each object a tight box and two "
        "key points on it, in pixels:\n"
        '<think>reasoning</think><answer>[{"bbox_2d": [x1, y1, x2, y2], "keypoint1": [x, y], '
        '"keypoint2": [x, y]}]</answer>\n'
        "If nothing fits, write None as the answer.",
        # Models that were trained for grounding in general; the coordinates are those of their family
        "plain": _SCENE
        + _THINK
        + "Then locate everything that the question means, between <answer> and </answer>, as a JSON list of "
        "boxes with a short label each:\n"
        '<think>reasoning</think><answer>[{"bbox_2d": [x1, y1, x2, y2], "label": "what it is"}]</answer>\n'
        "If there is nothing like that in the image, say why and answer with the empty list [].",
    }
)


def question_from(text: str, language: str = "", earlier: tuple[Turn, ...] = ()) -> Question:
    """The door for what a person typed; BadQuestion when it is empty or too long."""
    words = printable(text).strip()
    if not words:
        raise BadQuestion("The question is empty.")
    if len(words) > MAX_QUESTION_CHARS:
        raise BadQuestion(
            f"The question has {len(words):,} characters, and {MAX_QUESTION_CHARS:,} are the limit."
        )
    return Question(words, language, earlier)


def user_prompt(format_name: str, question: Question, template: str | None = None) -> str:
    """The text of the user's turn, which stands beside the image; earlier targets in the model's frame.

    `template` is the prompt.txt of the model's folder. The question is data: it is put in last, without
    control characters and with its tags broken (text.without_tokens), so that it cannot end the turn. Where a
    template has no place for earlier turns they come right before the question.
    """
    if format_name not in FORMATS:
        raise ModelUnsupported(
            f"AskMap knows no answer format «{format_name}».", f"Choose one of {', '.join(FORMATS)}."
        )
    if template is not None and PLACE not in template:
        raise ModelBroken(
            "The model's prompt.txt has no place for the question.", f"Write {PLACE} where the question goes."
        )
    if template is None:
        return _filled(
            FORMATS[format_name],
            {**_words(question, format_name), LANGUAGE: _in_language(question.language)},
        )
    if EARLIER not in template and LAST not in template:
        template = template.replace(PLACE, EARLIER + PLACE)
    return _filled(template, _words(question, format_name))


def _words(question: Question, format_name: str) -> dict[str, str]:
    """What goes where a template names it."""
    before = conversation(question.earlier, format_name)
    return {
        PLACE: without_tokens(printable(question.text)).strip(),
        EARLIER: f"{before}\n\n" if before else "",
        LAST: "".join(f"{in_brief(turn)}\n" for turn in question.earlier[-1:]),
    }


def _filled(template: str, words: Mapping[str, str]) -> str:
    """All places at once, so that a place's name in somebody's words stays words."""
    places = re.compile("|".join(map(re.escape, words)))
    return places.sub(lambda place: words[place.group()], template)


def _in_language(code: str) -> str:
    """Our prompts are English, so a model reasons in English when nothing is said."""
    name = LANGUAGES.get(code.lower()[:2], "")
    return f"Write the reasoning in {name}. " if name else ""
