"""The conversation so far, in the pixels of the view that is asked about now."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.entries.entry import (
    ACCEPTED,
    DRAWN,
    EDITED,
    MODEL,
    REFINED,
    REJECTED,
    UNKNOWN,
    entry_from,
)
from askmap.backend.entries.follow_up import is_turn, taken_over, turns
from askmap.backend.geo.outlines import mask_geometry, outline_box
from askmap.backend.stages import Box, Grid, Point, Target
from grids import grid, wkt
from rasters import make_answer


def block(rows: slice, columns: slice) -> np.ndarray:
    mask = np.zeros((8, 8), bool)
    mask[rows, columns] = True
    return mask


def entry():
    masks = block(slice(0, 2), slice(0, 2)), block(slice(4, 8), slice(4, 8))
    return entry_from(make_answer(grid(), *masks), "a")


def test_in_the_same_view_a_turn_holds_the_targets_as_they_were_found():
    (turn,) = turns([entry()], grid())
    assert turn.question == "Where could a ship moor?"
    assert turn.targets == entry().grounding.targets


def test_what_a_model_does_not_know_is_no_turn_until_the_user_draws_it():
    drawn = entry().findings[:1]
    unknown = replace(entry(), findings=(), outcome=UNKNOWN)
    assert is_turn(entry())
    assert is_turn(replace(entry(), findings=()))
    assert not is_turn(unknown)
    assert is_turn(replace(unknown, findings=drawn))


def test_what_was_rejected_is_not_spoken_of():
    reviewed = entry().with_finding(replace(entry().findings[0], state=REJECTED))
    (turn,) = turns([reviewed], grid())
    assert [target.label for target in turn.targets] == ["ship 1"]


def test_what_is_left_keeps_the_number_that_a_person_knows_it_by():
    reviewed = entry().with_finding(replace(entry().findings[0], state=REJECTED))
    (turn,) = turns([reviewed], grid())
    assert turn.numbers == (2,)
    assert turn.areas_px == (16,)


def test_a_target_is_as_large_as_it_is_drawn_now():
    drawn = replace(entry().findings[0], outline=mask_geometry(block(slice(0, 8), slice(0, 6)), grid()))
    (turn,) = turns([entry().with_finding(drawn)], grid())
    assert turn.areas_px == (48, 16)


def test_in_another_view_the_boxes_lie_where_the_outlines_are():
    here = entry().grid
    a, b, c, d, e, f = here.affine
    nearer = replace(
        here, affine=(a / 2, b, c + 2 * a, d, e / 2, f + 2 * e)
    )  # from pixel (2, 2) on, twice as fine
    (turn,) = turns([entry()], nearer)
    assert [(target.label, target.box) for target in turn.targets] == [("ship 1", Box(4, 4, 8, 8))]


def test_the_oldest_turn_comes_first():
    first, second = entry(), replace(entry(), id="b", question=replace(entry().question, text="And now?"))
    assert [turn.question for turn in turns([first, second], grid())] == [
        "Where could a ship moor?",
        "And now?",
    ]


def test_an_outline_that_was_drawn_by_hand_is_told_where_it_lies_now():
    edited = corrected(made=EDITED, rows=slice(0, 4))
    (turn,) = turns([edited], grid())
    assert turn.targets[0].box == Box(0, 0, 2, 4)


def found():
    """Two things with boxes of their own."""
    boxes = Target(Box(0, 0, 2, 2), (Point(1, 1),)), Target(Box(4, 4, 8, 8))
    masks = block(slice(0, 2), slice(0, 2)), block(slice(4, 8), slice(4, 8))
    return entry_from(make_answer(grid(), *masks, targets=boxes), "a")


def corrected(rows=slice(0, 2), **changes):
    """The first with another outline."""
    drawn = mask_geometry(block(rows, slice(0, 2)), grid())
    return found().with_finding(replace(found().findings[0], outline=drawn, **changes))


@pytest.mark.parametrize(("made", "rows"), [(REFINED, 4), (DRAWN, 4), (EDITED, 2)])
def test_what_a_person_has_corrected_stays_so_when_it_is_found_again(made, rows):
    before = corrected(slice(0, rows), made=made, score=0.5, state=ACCEPTED, note="mine")
    first, second = taken_over(found(), before).findings
    assert (first.outline, first.made, first.score) == (before.findings[0].outline, made, 0.5)
    assert (first.state, first.note) == (ACCEPTED, "mine")
    assert second == found().findings[1]


def test_the_next_correction_goes_on_from_the_clicks_before():
    target = replace(found().findings[0].target, points=(Point(1, 1),), negatives=(Point(7, 7),))
    first, _ = taken_over(found(), corrected(made=REFINED, target=target)).findings
    assert first.target == target


@pytest.mark.parametrize("state", [ACCEPTED, REJECTED])
def test_in_the_same_view_what_is_found_again_keeps_mask_verdict_and_note(state):
    before = corrected(slice(0, 4), made=MODEL, score=0.5, state=state, note="mine")
    assert taken_over(found(), before) == before


def test_what_is_found_again_is_named_in_the_words_of_the_new_answer():
    first, second = found().findings
    named = replace(first, target=replace(first.target, label="the large one", span=(0, 3), confidence=0.3))
    kept, _ = taken_over(replace(found(), findings=(named, second)), corrected(slice(0, 4))).findings
    assert (kept.target.label, kept.target.span, kept.target.confidence) == ("the large one", (0, 3), 0.3)
    assert kept.outline == corrected(slice(0, 4)).findings[0].outline


def test_another_place_takes_nothing_over():
    elsewhere = corrected(made=EDITED, rows=slice(5, 8))
    first, second = found().findings
    assert taken_over(found(), elsewhere).findings == (second, replace(first, number=3))


def only_second():
    """A follow-up that found the second of two, and nothing else."""
    mask, target = block(slice(4, 8), slice(4, 8)), Target(Box(4, 4, 8, 8), span=(0, 3))
    return entry_from(make_answer(grid(), mask, targets=(target,)), "b")


def test_what_is_found_again_keeps_its_number():
    (kept,) = taken_over(only_second(), found()).findings
    assert kept == replace(found().findings[1], target=only_second().findings[0].target)


def test_a_new_target_gets_a_number_after_those_that_are_known():
    both = found()
    fresh = Target(Box(0, 5, 2, 8))
    masks = block(slice(5, 8), slice(0, 2)), block(slice(4, 8), slice(4, 8))
    targets = (fresh, both.findings[1].target)
    asked = entry_from(make_answer(grid(), *masks, targets=targets), "b")
    assert [(f.number, f.target) for f in taken_over(asked, both).findings] == [
        (2, both.findings[1].target),
        (3, fresh),
    ]


def test_an_answer_about_other_things_is_counted_from_one():
    mask = block(slice(5, 8), slice(0, 2))
    asked = entry_from(make_answer(grid(), mask, targets=(Target(Box(0, 5, 2, 8)),)), "b")
    assert taken_over(asked, found()) == asked
    assert taken_over(asked, replace(found(), findings=())) == asked


def nearer_view():
    """From pixel (2, 2) of the other view on, twice as fine."""
    a, b, c, d, e, f = grid().affine
    return replace(grid(), affine=(a / 2, b, c + 2 * a, d, e / 2, f + 2 * e))


def found_nearer(there):
    """The second of the two, in a view of 8 x 8 pixels."""
    mask = np.zeros((8, 8), bool)
    mask[4:8, 4:8] = True
    return entry_from(make_answer(there, mask, targets=(Target(Box(4, 4, 8, 8)),)), "b")


@pytest.mark.parametrize("change", [{"made": REFINED}, {"state": ACCEPTED}, {"note": "mine"}])
def test_in_another_view_what_was_reviewed_keeps_its_mask_verdict_and_note_whole(change):
    asked, old = found_nearer(nearer_view()), replace(found().findings[1], **change)
    (kept,) = taken_over(asked, found().with_finding(old)).findings
    assert kept == replace(old, target=asked.findings[0].target)


def test_in_another_view_what_nobody_has_reviewed_gets_the_finer_mask():
    asked = found_nearer(nearer_view())
    (kept,) = taken_over(asked, found()).findings
    assert kept == replace(asked.findings[0], number=2)


def test_in_another_coordinate_system_the_mask_is_kept_where_it_lies():
    metres = Grid(8, 8, (1.0, 0.0, 0.0, 0.0, 1.0, 0.0), wkt(3857))  # its pixels are the map's units
    old = replace(found().findings[1], state=ACCEPTED)
    lies = outline_box(old.outline, grid().crs, metres)
    there = replace(metres, affine=(4.0, 0.0, lies.x0 - 4, 0.0, -4.0, lies.y1 + 4))
    box = outline_box(old.outline, grid().crs, there)
    asked = entry_from(make_answer(there, block(slice(4, 8), slice(4, 8)), targets=(Target(box),)), "b")
    (kept,) = taken_over(asked, found().with_finding(old)).findings
    assert (kept.number, kept.state) == (2, ACCEPTED)
    again = outline_box(kept.outline, there.crs, there)
    assert again.iou(box) > 0.99
    assert kept.outline != old.outline
