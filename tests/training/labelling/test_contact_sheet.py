"""Contact sheets of labels."""

import numpy as np
from askmap.backend.stages import Box, Point, Target
from askmap.training.labelling.contact_sheet import (
    BAD,
    COLUMNS,
    FRAME_PX,
    GAP_PX,
    KEPT,
    VIEW_PX,
    SheetTile,
    seen,
    sheet_of,
    write_sheets,
)
from trees import filled

SHIP = Target(Box(2, 3, 8, 7), (Point(3.5, 4.5), Point(6.5, 5.5)))
GREY = np.full((10, 20, 3), 90, np.uint8)


def tile(kept=True, question="Where does it float?", targets=(SHIP,)):
    return SheetTile(GREY, filled((3, 4, 7, 6)), targets, (kept,) * len(targets), kept, "IoU 0.5", question)


def colours(image):
    return {tuple(colour) for colour in np.asarray(image).reshape(-1, 3).tolist()}


def test_what_was_dropped_is_framed_in_another_colour_than_what_was_kept():
    both = sheet_of([tile(), tile(kept=False)])
    at = GAP_PX + FRAME_PX // 2
    assert both.getpixel((at, at)) == KEPT
    assert both.getpixel((at + VIEW_PX + 2 * FRAME_PX + GAP_PX, at)) == BAD


def test_tiles_fill_rows_of_one_width():
    one, many = sheet_of([tile()]), sheet_of([tile()] * (COLUMNS + 1))
    assert many.width == COLUMNS * (one.width - GAP_PX) + GAP_PX
    assert many.height == 2 * (one.height - GAP_PX) + GAP_PX


def test_a_tile_shows_box_points_and_outline():
    shown, bare = colours(sheet_of([tile()])), colours(sheet_of([tile(targets=())]))
    assert (86, 180, 233) in shown - bare  # the box and the first point
    assert (240, 228, 66) in shown & bare  # the mask


def test_a_small_target_is_shown_large_and_an_empty_sample_whole():
    far = Target(Box(900, 500, 910, 510), (Point(905, 505),) * 2)
    assert seen([far], (1000, 2000, 3)) == (881, 481, 929, 529)
    assert seen([], (1000, 2000, 3)) == (0, 0, 2000, 1000)


def test_the_part_that_is_shown_lies_in_the_picture():
    corner, all_of_it = Target(Box(0, 0, 100, 100)), Target(Box(0, 0, 2000, 1000))
    assert seen([corner], (1000, 2000, 3)) == (0, 0, 220, 220)
    assert seen([all_of_it], (1000, 2000, 3)) == (0, 0, 2000, 1000)


def test_long_and_chinese_questions_are_drawn_within_their_tile():
    plain = sheet_of([tile()])
    for question in ("哪里可以游泳？" * 40, "Where " * 300, "x" * 4000):
        assert sheet_of([tile(question=question)]).size == plain.size


def test_what_the_user_calls_like_a_sheet_stays(tmp_path):
    for name in ("sheet-mine.png", "sheet-9.png"):
        (tmp_path / name).touch()
    write_sheets(tmp_path, iter(()), 6)
    assert [path.name for path in tmp_path.iterdir()] == ["sheet-mine.png"]
