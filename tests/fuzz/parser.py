"""What a reasoner writes: any text at all is a Grounding or an UnreadableAnswer, in time; no reward fails.

Three kinds of text: answers as models write them, with what they break; heaps of pieces that mean something
to some reader; and a few letters repeated to 20,000, which quadratic readers are slow at. Each input goes to
one of the readers, with the answer's tags, a part of them, or none.
"""

from __future__ import annotations

import json
import random
from functools import partial
from pathlib import Path

from askmap.backend.errors import UnreadableAnswer
from askmap.backend.formats import FORMATS
from askmap.backend.parsing.grounding import MAX_TARGETS, complete_targets, parse_grounding
from askmap.backend.parsing.thought import readable_so_far
from askmap.backend.reasoner.prompt import question_from, user_prompt
from askmap.backend.reasoner.turns import conversation, in_brief
from askmap.backend.segmenter.overlap import Overlap
from askmap.backend.stages import Box, Point, Target, Turn
from askmap.backend.text import printable
from askmap.training.rewards.bop import BopReward, bop_reward
from askmap.training.rewards.format_checks import read_completion
from askmap.training.rewards.mask import MaskReward, mask_reward, mask_targets
from askmap.training.rewards.vision import VisionReward, vision_reward
from askmap.training.rl.imitation import thought_of

COUNT = 1_000_000
LIMIT_S = 0.05

LONG = 20_000  # letters
SEEN = (1000, 840)
TRUTH = (
    Target(Box(100, 100, 300, 300), (Point(150, 150), Point(250, 250)), "pool"),
    Target(Box(500, 400, 700, 600), (Point(550, 450), Point(650, 550))),
)
PIECES = [
    *"[]{}(),:;\"'`\\/*#%.-=<>|_ \n\t0123456789eEax",
    *("“", "”", "‘", "’", "«", "框", "。", "\u0000", "\u202e", "\ud800", "\U0001f6a2", "ﬁ", "İ", "\r"),
    *("<think>", "</think>", "<answer>", "</answer>", "<THINK>", "</", "```json", "```", "```json{```"),
    *(
        '{"',
        '"bbox_2d": ',
        '"point_2d": ',
        '"label": "a"',
        "'box': ",
        '{"a":',
        "[1, 2, 3, 4]",
        "[[",
        "]]",
        "},{",
    ),
    *("1e999", "-1", "NaN", "Infinity", "0.5", "28%", "9" * 30, "null", "None", "true", "\\u0041", "\\ud800"),
    *(
        "<|box_start|>",
        "<|box_end|>",
        "(1,2),(30,40)",
        "<ref>",
        "<box>",
        "<|point_start|>",
        "(1,2)",
        "//",
        "/*",
    ),
    *('{"unknown":1}', '"unknown"', "'Unknown': true", "unknown"),
    *(
        "There are no ships. ",
        "no ",
        "but ",
        "not visible",
        "keine ",
        "aucun ",
        "nada ",
        "没有",
        "nenhum ",
        "n't ",
    ),
    *(
        "First, ",
        "the second pool ",
        "(1) ",
        "target 2 ",
        "upper left ",
        "im Norden ",
        "左上 ",
        "a.b",
        "x! ",
        "#",
    ),
]
LABELS = ["roof", "bird's nest", 'the "big" pool', "池", "pool, round", "a [b] {c}", "none", "", "a" * 300]


def one(rng: random.Random, folder: Path) -> str:
    kind = rng.random()
    text = _repeated(rng) if kind < 0.004 else _drifted(rng) if kind < 0.4 else _heap(rng)
    format, read = rng.choice(sorted(FORMATS)), rng.choice(READERS)
    try:
        return "read" if read(rng, _tagged(rng, text), format) else "nothing"
    except UnreadableAnswer:
        return "UnreadableAnswer"


# --- texts ---


def _heap(rng: random.Random) -> str:
    pieces = rng.choices(PIECES, k=rng.choice((1, 2, 3, 5, 8, 15, 40)))
    return "".join(pieces)


def _repeated(rng: random.Random) -> str:
    """One unit again and again, after another one or nested in it, or in the place of a value."""
    unit = "".join(rng.choices(PIECES, k=rng.choice((1, 1, 2, 3, 4, 6))))
    other = "".join(rng.choices(PIECES, k=rng.choice((1, 2, 3))))
    shape = rng.randrange(5)
    if shape == 0:
        text = unit * (LONG // len(unit))
    elif shape == 1:
        text = unit * (LONG // len(unit) // 2) + other * (LONG // len(other) // 2)
    elif shape == 2:
        text = '[{"bbox_2d": ' + unit * (LONG // len(unit))
    elif shape == 3:
        listed = ",".join(
            f'{{"bbox_2d":[1,2,{i + 3},9],"label":"{other[:5]}{i}"}}' for i in range(MAX_TARGETS)
        )
        text = unit * ((LONG - len(listed)) // len(unit)) + "</think><answer>[" + listed
    else:
        text = '[{"bbox_2d": [1, 2, 30, 40], "label": "' + unit * (LONG // len(unit)) + '"}]'
    return text[:LONG]


def _drifted(rng: random.Random) -> str:
    """An answer as a format asks for it, and some of what models do to it."""
    items = [_item(rng) for _ in range(rng.choice((0, 1, 1, 2, 4)))]
    text = json.dumps(items, ensure_ascii=rng.random() < 0.2, indent=rng.choice((None, None, 2)))
    for _ in range(rng.choice((0, 1, 2, 4))):
        text = rng.choice(DRIFTS)(rng, text)
    return text


def _item(rng: random.Random) -> object:
    numbers = [rng.choice((rng.randrange(1000), rng.random(), "28%", -3, 1e30, "x")) for _ in range(4)]
    if rng.random() < 0.6:
        x, y = sorted(rng.sample(range(1000), 2)), sorted(rng.sample(range(840), 2))
        numbers = [x[0], y[0], x[1], y[1]]
    box = rng.choice(
        (numbers, [numbers, numbers[::-1]], [numbers[:2], numbers[2:]], ", ".join(map(str, numbers)))
    )
    keys = (
        "bbox_2d",
        "bbox",
        "box",
        "boxes",
        "point_2d",
        "points",
        "positive_points",
        "keypoint1",
        "negative_points",
    )
    return rng.choice(
        (
            {rng.choice(keys): box, rng.choice(("label", "name", "x")): rng.choice(LABELS)},
            {"bbox_2d": numbers, "positive_points": [numbers[:2], numbers[2:]]},
            {"bbox": numbers, "points_1": numbers[:2], "points_2": numbers[2:]},
            numbers,
        )
    )


def _without(letters: str, rng: random.Random, text: str) -> str:
    return "".join(letter for letter in text if letter not in letters or rng.random() > 0.15)


def _cut(rng: random.Random, text: str) -> str:
    return text[: rng.randrange(len(text) + 1)]


def _stray(rng: random.Random, text: str) -> str:
    place = rng.randrange(len(text) + 1)
    return text[:place] + rng.choice(PIECES) + text[place:]


def _around(rng: random.Random, text: str) -> str:
    return (
        rng.choice(("```json\n", "Here: ", "No ships, but ", "[1] "))
        + text
        + rng.choice(("", "\n```", " Done."))
    )


DRIFTS = (
    *(partial(_without, letters) for letters in ('"', "]}", ",", ":", "[{")),
    *(_cut, _stray, _stray, _around),
    lambda rng, text: text.replace('"', "'"),
    lambda rng, text: text.replace("[", "(").replace("]", ")"),
    lambda rng, text: text.replace('"', '\\"'),
    lambda rng, text: text * 2,
)


def _tagged(rng: random.Random, text: str) -> str:
    thought = rng.choice(("I look.", "", "One pool lies north, one at the lower left.", text[:200]))
    return rng.choice(
        (
            f"<think>{thought}</think><answer>{text}</answer>",
            f"<think>{thought}</think><answer>{text}</answer>",
            f"<think>{thought}</think>\n{text}",
            f"<think>{text}</think><answer>[[1, 2, 30, 40]]</answer>",
            f"<answer>{text}",
            f"{thought} {text}",
            text,
        )
    )


# --- readers: each true where something was read ---


def _grounding(rng: random.Random, text: str, format: str) -> bool:
    grounding = parse_grounding(text, format, SEEN)
    assert grounding.raw == text
    assert len(grounding.targets) <= MAX_TARGETS
    for target in grounding.targets:
        assert target.box or target.points
        assert all(0 <= point.x < SEEN[0] and 0 <= point.y < SEEN[1] for point in target.points)
        assert not target.box or (
            target.box.x0 >= 0 and target.box.x1 <= SEEN[0] and target.box.y1 <= SEEN[1]
        )
        assert not target.span or 0 <= target.span[0] < target.span[1] <= len(grounding.thought)
        assert target.written
        assert 0 <= target.written[0] < target.written[1] <= len(text)
    return bool(grounding.targets)


def _stream(rng: random.Random, text: str, format: str) -> bool:
    part = text[: rng.randrange(len(text) + 1)]
    readable_so_far(part).encode()
    return bool(complete_targets(part, format, SEEN))


def _follow_up(rng: random.Random, text: str, format: str) -> bool:
    """The next question is told of what was read, and asked in the words that were written."""
    targets = parse_grounding(text, format, SEEN).targets
    turn = Turn(text, targets, areas_px=tuple(float(rng.randrange(100)) for _ in targets))
    in_brief(turn).encode()
    words = printable(text)[:500].strip()
    prompt = user_prompt(format, question_from(f"Where? {words}", earlier=(turn,)))
    assert conversation([turn], format).strip() in prompt
    return bool(targets)


def _rewards(rng: random.Random, text: str, format: str) -> bool:
    completion = read_completion(text, format, SEEN)
    truth = TRUTH[: rng.randrange(3)]
    mask_targets(completion, MaskReward(fence=rng.random() < 0.5))
    rewards = (
        bop_reward(completion, truth, BopReward(strict=rng.random() < 0.5, smooth=rng.random() < 0.5)),
        mask_reward(completion, Overlap(5, 20, 10), MaskReward()),
        vision_reward(completion, truth, VisionReward()),
    )
    assert all(0 <= reward.total <= 8 for reward in rewards)
    thought_of(text)
    return completion.grounding is not None


READERS = (_grounding, _grounding, _stream, _follow_up, _rewards)
