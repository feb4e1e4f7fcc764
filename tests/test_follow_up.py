"""The conversation so far, in the pixels of the view that is asked about now."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from askmap.backend.findings import REJECTED, entry_from
from askmap.backend.follow_up import turns
from askmap.backend.stages import Box
from rasters import make_answer
from test_outlines import grid


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


def test_what_was_rejected_is_not_spoken_of():
    reviewed = entry().with_finding(replace(entry().findings[0], state=REJECTED))
    (turn,) = turns([reviewed], grid())
    assert [target.label for target in turn.targets] == ["ship 1"]


def test_what_is_left_keeps_the_number_that_a_person_knows_it_by():
    reviewed = entry().with_finding(replace(entry().findings[0], state=REJECTED))
    (turn,) = turns([reviewed], grid())
    assert turn.numbers == (2,)


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
