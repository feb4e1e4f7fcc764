"""The report: one page that shows everything and runs nothing."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from askmap.training.evaluation.case_picture import ANSWER, SIDE_PX, TRUTH, portrait
from askmap.training.evaluation.cases import Case, packed
from askmap.training.evaluation.metrics import Figure
from askmap.training.evaluation.report import (
    RULES,
    Shown,
    cards,
    differences_table,
    figures_table,
    kinds_table,
    page,
    settings_table,
)
from askmap.training.evaluation.scoring import POLICIES
from PIL import Image

EVIL = '</pre><script>alert("x")</script><img src=http://example.org/x onerror=y>&\x1b[31m\ud800'
FIGURE = Figure(0.5, 0.4, 0.6, 10)
UNKNOWN = Figure(None, None, None, 0)
VOID = {"meta", "img", "br"}


class Reader(HTMLParser):
    """Which tags and addresses a browser would see, and whether every tag is closed."""

    def __init__(self):
        super().__init__()
        self.tags, self.sources, self.open, self.handlers = set(), [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.sources += [value for name, value in attributes if name in ("src", "href")]
        self.handlers += [name for name, _ in attributes if name.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(html):
    reader = Reader()
    reader.feed(html)
    return reader


def shown(words="a tank", other=None, found=1, truth=None):
    truth = np.ones((6, 8), np.bool_) if truth is None else truth
    masks = None if found is None else np.repeat(truth[None], found, axis=0)
    case = Case(
        name=words,
        kind=words,
        question=words,
        expects=bool(truth.any()),
        found=found,
        scores={name: policy(truth, masks) for name, policy in POLICIES.items()},
        seconds=0.1,
        thought=words,
        raw=words,
        error=words if found is None else "",
        boxes=((0.0, 0.0, 4.0, 4.0),),
        size=(6, 8),
        mask=packed(truth),
    )
    return Shown(case, np.zeros((6, 8, 3), np.uint8), truth, case if other else None)


def test_what_a_model_or_a_file_says_is_shown_and_never_run():
    html = page(
        EVIL,
        [
            settings_table({EVIL: EVIL}),
            figures_table({"native": {EVIL: FIGURE}}),
            kinds_table({EVIL: {"gIoU": FIGURE, "cIoU": FIGURE, "P@0.5": FIGURE}}, "native"),
            differences_table("native", {EVIL: FIGURE}, {EVIL: FIGURE}, {EVIL: FIGURE}),
            cards(EVIL, [shown(EVIL), shown(EVIL, other=True), shown(EVIL, found=None)], "native"),
        ],
    )
    seen = read(html)
    assert "script" not in seen.tags
    assert seen.open == []
    assert seen.handlers == []
    assert all(source.startswith("data:image/jpeg;base64,") for source in seen.sources)
    assert "\x1b" not in html
    assert "&lt;script&gt;" in html
    html.encode("utf-8")


def test_the_page_forbids_to_run_or_load_anything():
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page("t", []))
    assert policy.group(1) == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_every_policy_is_explained():
    assert RULES.keys() == POLICIES.keys()


def test_a_figure_stands_with_its_interval_and_an_unknown_one_is_a_dash():
    html = figures_table({"native": {"gIoU": FIGURE, "cIoU": UNKNOWN}})
    assert "0.500<small>0.400 … 0.600</small>" in html
    assert "<td>cIoU</td><td>–</td>" in html


def test_a_bar_is_as_long_as_its_figure():
    html = kinds_table({"tank": {"gIoU": FIGURE, "cIoU": FIGURE, "P@0.5": UNKNOWN}}, "native")
    assert "width:50.0%" in html
    assert "left:40.0%;width:20.0%" in html
    assert kinds_table({}, "native") == ""


@pytest.mark.parametrize(
    ("gain", "tone"),
    [
        (Figure(0.1, 0.05, 0.2, 9), "good"),
        (Figure(-0.1, -0.2, -0.05, 9), "bad"),
        (Figure(0.1, -0.1, 0.2, 9), ""),
    ],
)
def test_a_difference_is_coloured_when_its_interval_leaves_0_out(gain, tone):
    html = differences_table("native", {"gIoU": FIGURE}, {"gIoU": FIGURE}, {"gIoU": gain})
    assert f'<td class="{tone}">{gain.value:+.3f}' in html


def test_a_card_says_what_the_answer_is_worth_and_whether_anything_was_there():
    nothing = np.zeros((6, 8), np.bool_)
    assert "<b>IoU 1.00</b>, 1 found" in cards("", [shown()], "native")
    assert "<b>IoU 0.00</b>, cannot be read" in cards("", [shown(found=None)], "native")
    html = cards("", [shown(found=0, truth=nothing)], "segzero")
    assert "<b>left out</b>, none found" in html
    assert "nothing to find" in html
    assert cards("Worst", [], "native") == ""


def pixels(uri):
    with Image.open(io.BytesIO(base64.b64decode(uri.partition(",")[2]))) as image:
        assert image.format == "JPEG"
        return np.asarray(image).astype(int)


def near(image, colour):
    return int((np.abs(image - colour).max(axis=-1) < 60).sum())


def test_truth_and_answer_are_outlined_each_in_its_colour():
    picture = np.full((60, 90, 3), 90, np.uint8)
    left, right = np.zeros((2, 60, 90), np.bool_)
    left[20:40, 10:30] = True
    right[20:40, 60:80] = True
    image = pixels(portrait(picture, left, right, [(60, 20, 80, 40)]))
    assert image.shape == (320, SIDE_PX, 3)
    half = SIDE_PX // 2
    assert near(image[:, :half], TRUTH) > 200 > near(image[:, half:], TRUTH)
    assert near(image[:, half:], ANSWER) > 200 > near(image[:, :half], ANSWER)


def test_a_thing_of_one_pixel_is_seen_in_a_large_picture():
    mask = np.zeros((3000, 2000), np.bool_)
    mask[1503, 1001] = True
    image = pixels(portrait(np.zeros((3000, 2000, 3), np.uint8), mask, ~mask & mask))
    assert near(image, TRUTH) > 0


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (700, 2)])
def test_pictures_of_any_shape_can_be_drawn(size):
    mask = np.ones(size, np.bool_)
    image = pixels(portrait(np.zeros((*size, 3), np.uint8), mask, mask, [(0, 0, size[1], size[0])]))
    assert max(image.shape) == SIDE_PX
