"""In which pixels a served model counts: found out, never guessed."""

import pytest
from askmap.backend.errors import ModelUnsupported
from askmap.backend.formats import FORMATS
from askmap.backend.remote.frame import (
    HIGH,
    SHOWN,
    WIDE,
    Counting,
    ServedFrame,
    frame_seen_in,
    frame_told_by,
    marked_picture,
)
from askmap.backend.remote.sent import BLOCK_PX, MOST_BLOCKS, sent_size
from askmap.backend.stages import Box, Point, Target


def answer(box):
    return f'<think>There.</think><answer>[{{"bbox_2d": {list(box)}, "label": "red"}}]</answer>'


def test_the_picture_shows_one_red_thing_where_it_is_said_to_be():
    picture = marked_picture()
    red = (picture[..., 0] > 180) & (picture[..., 1] < 90)
    assert picture.shape == (HIGH, WIDE, 3)
    assert red.sum() == SHOWN.area
    assert red[int(SHOWN.y0), int(SHOWN.x0)]
    assert red[int(SHOWN.y1) - 1, int(SHOWN.x1) - 1]
    assert sent_size((WIDE, HIGH), FORMATS["plain"]) == (WIDE, HIGH)  # the server sees it as it is


@pytest.mark.parametrize("counting", list(Counting))
def test_each_way_of_counting_is_told_from_the_others(counting):
    frame = ServedFrame(counting)
    written = frame.from_scene(Target(SHOWN), (WIDE, HIGH), (WIDE, HIGH)).box
    box = [round(edge) for edge in (written.x0, written.y0, written.x1, written.y1)]
    assert frame_seen_in(answer(box), "plain", "a model") == frame


@pytest.mark.parametrize(
    "written",
    [
        "",
        "I cannot see images.",
        "<think>?</think><answer>[]</answer>",
        answer((0, 0, 1000, 1000)),
        answer((10, 10, 60, 60)),
        '<answer>[{"bbox_2d": "nowhere"}]</answer>',
    ],
)
def test_a_model_that_does_not_point_is_told(written):
    with pytest.raises(ModelUnsupported, match="did not find the red rectangle") as failed:
        frame_seen_in(written, "plain", "blind-1b")
    assert "blind-1b" in str(failed.value)
    assert "sees pictures" in failed.value.hint


@pytest.mark.parametrize("counting", list(Counting))
def test_there_and_back(counting):
    target = Target(Box(10, 20, 300, 90), (Point(40, 50),), negatives=(Point(7, 8),))
    frame, sent, scene = ServedFrame(counting), (560, 280), (1000, 500)
    back = frame.to_scene(frame.from_scene(target, sent, scene), sent, scene)
    assert back.box.iou(target.box) > 0.999
    assert [(round(p.x, 6), round(p.y, 6)) for p in (*back.points, *back.negatives)] == [(40, 50), (7, 8)]


def test_a_format_that_says_how_it_counts_is_not_asked():
    told = {name: frame_told_by(form) for name, form in FORMATS.items()}
    assert told["pocket"] == ServedFrame(Counting.THOUSAND)
    assert told["geo-r1"] == told["remotereasoner"] == ServedFrame(Counting.PIXELS)
    assert told["plain"] is told["think2seg"] is None


@pytest.mark.parametrize("size", [(1, 1), (3, 4000), (4000, 3), (1008, 756), (5000, 4000), (640, 480)])
def test_what_is_sent_is_of_whole_blocks_and_not_too_large(size):
    width, height = sent_size(size, FORMATS["plain"])
    assert width % BLOCK_PX == height % BLOCK_PX == 0
    assert min(width, height) >= BLOCK_PX
    assert (width // BLOCK_PX) * (height // BLOCK_PX) <= MOST_BLOCKS
    assert sent_size(size, FORMATS["think2seg"]) == (840, 840)
