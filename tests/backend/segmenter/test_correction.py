"""What a click may change of a mask, whatever is drawn: by hand, at random, and by the bundled segmenter."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.resources import resources
from askmap.backend.segmenter.correction import Corrected, correct
from askmap.backend.segmenter.sam2 import load_segmenter
from askmap.backend.stages import Box, Grid, Point, Scene, Target
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image
from scipy.ndimage import label

BOX = Target(Box(0, 0, 6, 3))
SIZE = (7, 9)
PIXELS = st.tuples(st.integers(0, SIZE[0] - 1), st.integers(0, SIZE[1] - 1))
MASKS = arrays(np.bool_, SIZE)


def mask(*rows):
    return np.array([[letter == "#" for letter in row] for row in rows])


def shown(corrected: Corrected) -> list[str]:
    return ["".join("#" if pixel else "." for pixel in row) for row in corrected.mask]


def point(row: int, column: int) -> Point:
    return Point(column + 0.5, row + 0.5)


def click(target: Target, row: int, column: int, *, belongs: bool) -> Target:
    if belongs:
        return replace(target, points=(*target.points, point(row, column)))
    return replace(target, negatives=(*target.negatives, point(row, column)))


def test_a_click_that_belongs_adds_only_where_it_was_made():
    before, drawn = mask("##....", "......", "....##"), mask("##.##.", "......", "......")
    corrected = correct(before, drawn, BOX, click(BOX, 0, 3, belongs=True))
    assert shown(corrected) == ["##.##.", "......", "....##"]


def test_a_click_that_does_not_belong_takes_away_only_where_it_was_made():
    before, drawn = mask("##....", "......", "....##"), mask("##.##.", "......", "......")
    corrected = correct(before, drawn, BOX, click(BOX, 2, 4, belongs=False))
    assert shown(corrected) == ["##....", "......", "......"]


def test_a_mask_does_not_grow_far_away_where_the_segmenter_ignores_a_right_click():
    before, drawn = mask("##....", "......"), mask("##.###", "...###")
    corrected = correct(before, drawn, BOX, click(BOX, 0, 1, belongs=False))
    assert shown(corrected) == shown(Corrected(before))
    assert corrected.refused == (point(0, 1),)


def test_a_right_click_that_would_leave_nothing_is_refused():
    before = mask("##....", "......")
    corrected = correct(before, np.zeros_like(before), BOX, click(BOX, 0, 1, belongs=False))
    assert (shown(corrected), corrected.refused) == (["##....", "......"], (point(0, 1),))


def test_between_two_opposite_clicks_the_mask_ends_halfway():
    before, held = mask("######"), click(BOX, 0, 0, belongs=True)
    corrected = correct(before, mask("......"), held, click(held, 0, 5, belongs=False))
    assert shown(corrected) == ["###..."]


def test_another_box_is_drawn_anew():
    drawn = mask("#.....")
    now = Target(Box(0, 0, 2, 2), (point(0, 5),))
    assert correct(mask("..####"), drawn, BOX, now).mask is drawn


@st.composite
def clicked(draw: st.DrawFn) -> tuple:
    """A mask, what is drawn after a click, the target before and after, the click, and which it is."""
    before, drawn = draw(MASKS), draw(MASKS)
    held = {pixel: before[pixel] for pixel in draw(st.sets(PIXELS, max_size=5))}  # older clicks are obeyed
    was = Target(Box(0, 0, 9, 7))
    for (row, column), belongs in held.items():
        was = click(was, row, column, belongs=bool(belongs))
    at = draw(PIXELS.filter(lambda pixel: pixel not in held))
    belongs = draw(st.booleans())
    return before, drawn, was, click(was, *at, belongs=belongs), at, belongs, held


@given(clicked())
def test_a_click_is_followed_or_refused_and_the_rest_stays(case):
    before, drawn, was, now, at, belongs, held = case
    corrected = correct(before, drawn, was, now)
    changed = corrected.mask ^ before
    assert bool(corrected.refused) == (corrected.mask[at] != belongs)
    if corrected.refused or before[at] == belongs:
        assert not changed.any()
    if changed.any():
        assert changed[at]
        assert label(changed, np.ones((3, 3)))[1] == 1  # in one place
        assert (before[changed] != belongs).all()  # in one direction
        assert (drawn[changed] == belongs).all()  # as the segmenter says
    assert all(corrected.mask[pixel] == inside for pixel, inside in held.items())


@given(MASKS, st.permutations([(row, column) for row in range(3) for column in range(4)]), st.data())
def test_no_row_of_clicks_ever_covers_what_was_taken_away_last(before, places, data):
    was, shape = Target(Box(0, 0, 9, 7)), before
    followed: dict[tuple[int, int], bool] = {}
    for row, column in places[:6]:
        belongs = data.draw(st.booleans())
        now = click(was, row, column, belongs=belongs)
        corrected = correct(shape, data.draw(MASKS), was, now)
        shape = corrected.mask
        if not corrected.refused:
            was, followed[row, column] = now, belongs
        assert all(shape[pixel] == inside for pixel, inside in followed.items())


@pytest.fixture(scope="module")
def drawn_on() -> tuple:
    """The bundled segmenter, and what it makes of the sample."""
    segmenter = load_segmenter(POCKET / "segmenter", "cpu")
    image = np.array(Image.open(resources("sample") / "sample.tif").convert("RGB"))
    side = image.shape[0], image.shape[1]
    scene = Scene(image, np.ones(side, np.bool_), Grid(side[1], side[0], (1, 0, 0, 0, -1, 0), ""), "sample")
    return segmenter, segmenter.encode(scene), side


@pytest.mark.parametrize("seed", range(4))
def test_the_bundled_segmenter_never_grows_a_mask_at_a_right_click(drawn_on, seed):
    segmenter, encoded, (height, width) = drawn_on
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(0, 0.6, 2) * (width, height)
    was = Target(Box(x, y, x + 0.35 * width, y + 0.35 * height))
    shape = segmenter.segment(encoded, [was]).masks[0]
    followed = []
    for _ in range(6):
        row, column = rng.permutation(np.argwhere(shape))[0]
        now = click(was, row, column, belongs=False)
        corrected = correct(shape, segmenter.segment(encoded, [now]).masks[0], was, now)
        assert not (corrected.mask & ~shape).any()
        assert corrected.mask.any()
        assert bool(corrected.refused) == corrected.mask[row, column]
        if not corrected.refused:
            was, shape = now, corrected.mask
            followed.append((row, column))
        assert not any(shape[pixel] for pixel in followed)
