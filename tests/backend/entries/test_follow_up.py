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
from askmap.backend.geo.outlines import mask_geometry
from askmap.backend.stages import Box, Point, Target
from grids import grid
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
    assert (first.state, first.note) == ("open", "")  # they were about another question
    assert second == found().findings[1]


def test_the_next_correction_goes_on_from_the_clicks_before():
    target = replace(found().findings[0].target, points=(Point(1, 1),), negatives=(Point(7, 7),))
    first, _ = taken_over(found(), corrected(made=REFINED, target=target)).findings
    assert first.target == target


def test_what_the_model_drew_before_or_a_person_rejected_is_not_taken_over():
    assert taken_over(found(), corrected(made=MODEL, score=0.5)) == found()
    assert taken_over(found(), corrected(made=REFINED, state=REJECTED)) == found()


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
    assert kept == replace(only_second().findings[0], number=2)


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


def test_in_another_view_the_number_stays_and_the_outline_is_the_new_one():
    a, b, c, d, e, f = grid().affine
    nearer = replace(grid(), affine=(a / 2, b, c + 2 * a, d, e / 2, f + 2 * e))
    mask = np.zeros((8, 8), bool)
    mask[4:8, 4:8] = True
    asked = entry_from(make_answer(nearer, mask, targets=(Target(Box(4, 4, 8, 8)),)), "b")
    before = found().with_finding(replace(found().findings[1], made=REFINED))
    (kept,) = taken_over(asked, before).findings
    assert (kept.number, kept.made, kept.outline) == (2, MODEL, asked.findings[0].outline)
