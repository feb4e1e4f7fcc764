"""Think2Seg-RS's reward of odd completions, R = 2 * IoU + valid + structure.

Every value was worked by hand from the published rule, none by running our code.

True are rows and columns 100 to 300 of 840 x 840 pixels, or nothing. The segmenter of this test paints a
target's box, or the smallest box around its points where it has none.
"""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend.segmenter.overlap import overlap_of
from askmap.training.rewards.format_checks import read_completion
from askmap.training.rewards.mask import MaskReward, mask_reward, mask_targets
from completions import SEEN, whole

BOX = '"bbox_2d": [100, 100, 300, 300]'
TWO = '"positive_points": [[150, 150], [250, 250]]'
GOOD = "{" + f"{BOX}, {TWO}" + "}"
TRUE = np.zeros((840, 840), np.bool_)
TRUE[100:300, 100:300] = True
NOTHING = np.zeros_like(TRUE)


def fenced(answer: str) -> str:
    return whole(f"```json\n{answer}\n```")


def boxed(*corners: str, more: str = "") -> str:
    """A fenced list of targets with these boxes and two points each."""
    return fenced("[" + ", ".join(f'{{"bbox_2d": [{c}], {TWO}{more}}}' for c in corners) + "]")


def with_points(points: str) -> str:
    return fenced(f'[{{{BOX}, "positive_points": {points}}}]')


def painted(targets) -> np.ndarray:
    mask = np.zeros_like(TRUE)
    for target in targets or ():
        xs, ys = [p.x for p in target.points], [p.y for p in target.points]
        if target.box:
            xs, ys = [target.box.x0, target.box.x1], [target.box.y0, target.box.y1]
        mask[round(min(ys)) : round(max(ys)), round(min(xs)) : round(max(xs))] = True
    return mask


def reward(text: str, truth: np.ndarray) -> float:
    completion, settings = read_completion(text, "think2seg", SEEN), MaskReward()
    mask = painted(mask_targets(completion, settings))
    return mask_reward(completion, overlap_of(mask, truth), settings).total


FOUND = [
    # valid, structured, all of the mask: 2 * 1 + 1 + 1
    (fenced(f"[{GOOD}]"), 4),
    (fenced(f"[{GOOD},]"), 4),  # a trailing comma
    (fenced(f"[{{{BOX}, {TWO},}}]"), 4),
    (fenced(f"[{GOOD}]").replace('"', "'"), 4),  # single quotes
    (fenced(f"[{GOOD}").replace("```", "\n```", 1), 4),  # not closed
    (whole(f"Here it is: ```json\n[{GOOD}]\n```"), 4),  # text before the fence
    (whole(f"It is [1] of {{2}} things: ```json\n[{GOOD}]\n```"), 4),
    (whole(f"```json[{GOOD}]```"), 4),
    (fenced(f"[{GOOD}]").replace("</think>", "</think> \n\t "), 4),  # white space before the answer
    (whole(f"```json\n[{GOOD}]\n```", "Line one.\nLine two: <b>, [3], {4}, `5`."), 4),
    (whole(f"```json\n[{GOOD}]\n```", "many words " * 20_000), 4),
    (whole(f"```json\n[{GOOD}]\n```", "\ufffd\x00\u202e 油罐"), 4),
    (boxed("100.0, 100.0, 300.0, 3e2"), 4),
    (boxed("100, 100, 300, 300", more=', "label": "pool"'), 4),  # a key more
    (boxed("100, 100, 300, 300", more=', "negative_points": null'), 4),
    (boxed("100, 100, 200, 300", "200, 100, 300, 300"), 4),  # both halves together
    (boxed("100, 100, 300, 300", "100, 100, 300, 300"), 4),  # the same box twice
    (fenced('[{"positive_points": [[100, 100], [300, 300]]}]'), 4),  # points alone
    # json_repair reads these, as the published code does; another forgiving reader might not, or otherwise
    (fenced("[{" + f"{BOX}, {TWO}".replace('"', "") + "}]"), 4),  # keys without quotes
    (fenced("[{" + f"{BOX}, {TWO}".replace('"bbox_2d"', "“bbox_2d”") + "}]"), 4),
    (fenced(f"[{{{BOX} {TWO}}}]"), 4),  # no comma between keys
    (fenced(f"[{GOOD} {GOOD}]"), 4),  # nor between items
    (fenced(f"[{GOOD}, ...]"), 4),
    (fenced(f"[{GOOD} # the pool\n]"), 4),
    (fenced(f'[{{"bbox_2d": (100, 100, 300, 300), {TWO}}}]'), 4),
    (fenced(f'[{{{BOX}, {TWO}, "label": "the "old" pool"}}]'), 4),
    (fenced(f"[{GOOD}]".replace('"', "'").replace("}", ", 'negative_points': None}")), 4),
    (fenced(f'[{{{BOX}, {TWO}, "bbox_2d": [500, 500, 700, 700]}},]'), 2),  # the second box under a key counts
    (fenced(f'[{{"bbox_2d: [100, 100, 300, 300], {TWO}}}]'), 1),  # both keys become one
    (fenced("[ ... ]"), 2),  # read as a valid []
    (fenced("[// none\n]"), 2),
    # part of the mask
    (boxed("100, 100, 300, 200"), 3),  # half of it: 2 * 0.5 + 2
    (boxed("100, 100, 300, 150"), 2.5),  # a quarter
    (boxed("100, 100, 300, 300", "500, 500, 700, 700"), 3),  # 40,000 of 80,000
    (boxed("500, 500, 700, 700"), 2),
    (boxed("150, 100, 350, 300", "100, 100, 300, 300"), 3.2),  # boxes' IoU 0.6: the first stays, 150 of 250
    (boxed("100, 100, 300, 300", "150, 100, 350, 300"), 4),
    (boxed("100, 100, 300, 150", "100, 100, 300, 170"), 2.7),  # 50 / 70 > 0.5: the larger stays, 0.35
    (boxed("100, 100, 300, 200", "100, 140, 300, 300"), 4),  # 60 of 200: both stay
    (fenced(f'[{{"bbox": [100, 100, 300, 300], {TWO}}}]'), 2.5),  # no bbox_2d: points alone, 100 x 100
    (fenced("[]"), 2),  # valid, but there is something
    (fenced("[ ]"), 2),
    # the structure is not right: 2 * 1 + 1
    (f"Well. {fenced(f'[{GOOD}]')}", 3),
    (f"{fenced(f'[{GOOD}]')}\n", 3),
    (fenced(f"[{GOOD}]").replace("<think>I look.</think>", ""), 3),
    (fenced(f"[{GOOD}]").replace("</think>", "</think> so "), 3),
    (fenced(f"[{GOOD}]").replace("</think>", ""), 3),
    (fenced(f"[{GOOD}]").removesuffix("</answer>"), 3),  # cut off at the very end
    # not valid, so that the mask counts for nothing
    (whole(f"[{GOOD}]"), 1),  # no fence
    (whole(f"```\n[{GOOD}]\n```"), 1),  # of another language
    (whole(f"```JSON\n[{GOOD}]\n```"), 1),
    (whole(f"```json\n[{GOOD}]"), 1),  # not closed
    (whole("so", f"```json\n[{GOOD}]\n```"), 1),  # in the thought
    (fenced(f"[{{{BOX}}}]"), 1),  # no points
    (with_points("[]"), 1),
    (with_points("null"), 1),
    (with_points("[[150, 150]]"), 1),
    (with_points("[[150, 150], [200, 200], [250, 250]]"), 1),
    (with_points("[150, 150]"), 1),
    (with_points("[[150, 150], [250]]"), 1),
    (with_points("[[150, 150], [250, 250, 1]]"), 1),
    (with_points('[["a", "b"], ["c", "d"]]'), 1),
    (with_points("[[NaN, 150], [250, 250]]"), 1),
    (boxed("100, 100, 300, 300", more=', "negative_points": [[400, 400]]'), 1),
    (boxed("100, 100, 300, 300", more=', "negative_points": []'), 1),
    (boxed("100, 100, 300"), 1),
    (boxed("100, 100, 300, 300, 1"), 1),
    (boxed("100, 100, 300, Infinity"), 1),
    (boxed("100px, 100px, 300px, 300px"), 1),  # read as texts
    (boxed('"100", "100", "300", "300"'), 1),
    (fenced(f"[{GOOD},]" + " " * 9_000), 4),  # white space is no part of the list
    (fenced(f'[{{{BOX}, {TWO}, "label": "{"a" * 9_000}"}}]'), 4),  # long, but to the letter
    (fenced(f'[{{"bbox_2d": null, {TWO}}}]'), 1),
    (fenced(f"[{GOOD}, {{{BOX}}}]"), 1),  # one item spoils the list
    (fenced(f"[{GOOD}, 7]"), 1),
    (fenced(GOOD), 1),  # no list
    (fenced(f"[[{GOOD}]]"), 1),
    (fenced("[[100, 100, 300, 300]]"), 1),
    (fenced("[{}]"), 1),
    (fenced("None"), 1),
    (fenced("[" * 30_000), 1),
    (fenced("{" * 30_000), 1),
    (fenced("9" * 30_000), 1),
    (whole("I see a pool in the upper left."), 1),  # prose, structure right
    (whole(""), 1),
    (whole("```json```"), 1),
    ("<think></think><answer></answer>", 1),
    # neither
    ("", 0),
    (" \n", 0),
    ("<think>", 0),
    ("<answer>", 0),
    ("<think></answer>", 0),
    ("<|im_end|>" * 50, 0),
    ("I see a pool.", 0),
    (f"```json\n[{GOOD}]\n```", 0),  # a fence, but in no answer
    ("<answer>a pool", 0),
]

NONE_TRUE = [
    (fenced("[]"), 4),
    (fenced("[ \n ]"), 4),
    (fenced("[ ... ]"), 4),  # json_repair reads []
    (whole("There is none: ```json\n[]\n```"), 4),
    (f"{fenced('[]')} ", 3),
    (fenced(f"[{GOOD}]"), 2),  # valid, and wrong
    (boxed("100, 100, 300, 300", "500, 500, 700, 700"), 2),
    (whole("[]"), 1),  # no fence: «none» counts for nothing
    (whole("none"), 1),
    (whole(""), 1),
    (fenced("{}"), 1),
    (fenced("null"), 1),
    (with_points("[]"), 1),
    (fenced(f"[{{{BOX}}}]"), 1),
    ("[]", 0),
    ("There is none.", 0),
]


@pytest.mark.parametrize(("text", "worth"), FOUND, ids=range(len(FOUND)))
def test_where_something_is_true_a_completion_is_worth_what_the_paper_says(text, worth):
    assert reward(text, TRUE) == pytest.approx(worth)


@pytest.mark.parametrize(("text", "worth"), NONE_TRUE, ids=range(len(NONE_TRUE)))
def test_where_nothing_is_true_a_completion_is_worth_what_the_paper_says(text, worth):
    assert reward(text, NOTHING) == pytest.approx(worth)
