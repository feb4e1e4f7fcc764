"""Verdicts on an answer, and their undo, in real QGIS."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, DRAWN, OPEN, REJECTED, Finding, entry_from, merged  # noqa: E402
from askmap.backend.errors import NotWritten  # noqa: E402
from askmap.backend.stages import Box, Target  # noqa: E402
from askmap.plugin.review.review import Review  # noqa: E402
from grids import grid, noise  # noqa: E402
from rasters import make_answer  # noqa: E402


class Shelf:
    """A history in memory; a shelf that is full refuses."""

    def __init__(self) -> None:
        self.entries, self.is_full, self.turns = {}, False, 0

    def entry(self, id):
        if id not in self.entries:
            raise NotWritten("That question is not in the history any more.")
        return self.entries[id]

    def change(self, id, changes):
        if self.is_full:
            raise NotWritten("The disk is full.")
        self.turns += 1
        return [self._changed(id, before, after) for before, after in changes]

    def _changed(self, id, before, after):
        if after is None:
            self.entries[id] = self.entries[id].without_finding(before.number)
            return None
        finding = merged(self.entries[id].finding(after.number), before, after) if before else after
        self.entries[id] = self.entries[id].with_finding(finding)
        return finding


@pytest.fixture
def shelf(qgis_app):
    shelf = Shelf()
    for letter in "ab":
        answer = make_answer(grid(), noise(8, 1), noise(8, 2), noise(8, 3))
        shelf.entries[letter] = entry_from(answer, letter)
    return shelf


@pytest.fixture
def review(shelf):
    review = Review(lambda: shelf)
    review.open(shelf.entry("a"))
    return review


def states(entry) -> list[str]:
    return [finding.state for finding in entry.findings]


def test_a_verdict_is_in_the_history_at_once_and_can_be_undone(review, shelf):
    review.set_state(2, ACCEPTED)
    assert states(shelf.entry("a")) == states(review.entry) == [OPEN, ACCEPTED, OPEN]
    assert review.undo.undoText() == "Accept target 2"
    review.undo.undo()
    assert states(shelf.entry("a")) == states(review.entry) == [OPEN, OPEN, OPEN]
    review.undo.redo()
    assert states(shelf.entry("a")) == [OPEN, ACCEPTED, OPEN]


def test_everyone_hears_of_a_change_and_of_its_undo(review):
    heard = []
    review.changed.connect(lambda findings: heard.extend(finding.state for finding in findings))
    review.set_state(1, REJECTED)
    review.undo.undo()
    assert heard == [REJECTED, OPEN]


def test_the_same_verdict_twice_is_one_step(review):
    review.set_state(1, ACCEPTED)
    review.set_state(1, ACCEPTED)
    assert review.undo.count() == 1


def test_notes_outlines_and_new_targets_are_undone_like_verdicts(review, shelf):
    before = review.entry
    review.set_note(1, "a <b>roof</b>")
    review.put(replace(review.entry.finding(2), outline=review.entry.finding(3).outline), "Refine target 2")
    review.put(Finding(review.next_number(), Target(Box(0, 0, 2, 2)), b"", 1.0, made=DRAWN), "Draw")
    review.remove(1)
    assert [finding.number for finding in shelf.entry("a").findings] == [2, 3, 4]
    while review.undo.canUndo():
        review.undo.undo()
    assert review.entry == before == shelf.entry("a")


def test_a_number_is_never_given_twice(review):
    target = Target(Box(0, 0, 2, 2))
    review.put(Finding(review.next_number(), target, b"", 1.0), "Draw")
    review.remove(4)
    assert review.next_number() == 5


def test_several_verdicts_are_one_step_and_one_turn_of_the_disk(review, shelf):
    heard = []
    review.changed.connect(heard.append)
    review.set_state_of_all([1, 3], ACCEPTED)
    assert states(shelf.entry("a")) == [ACCEPTED, OPEN, ACCEPTED]
    assert (shelf.turns, len(heard)) == (1, 1)
    review.undo.undo()
    assert states(shelf.entry("a")) == [OPEN, OPEN, OPEN]
    assert (shelf.turns, len(heard)) == (2, 2)


def test_several_verdicts_that_are_given_already_are_no_step(review):
    review.set_state_of_all([1, 3], OPEN)
    assert review.undo.count() == 0


def test_undo_opens_the_answer_that_it_changes(review, shelf):
    review.set_state(1, ACCEPTED)
    review.open(shelf.entry("b"))
    review.set_state(1, REJECTED)
    review.undo.undo()
    review.undo.undo()
    assert review.entry.id == "a"
    assert states(shelf.entry("a")) == states(shelf.entry("b")) == [OPEN, OPEN, OPEN]


def test_what_cannot_be_written_did_not_happen(review, shelf):
    faults = []
    review.failed.connect(faults.append)
    shelf.is_full = True
    review.set_state(1, ACCEPTED)
    assert states(review.entry) == [OPEN, OPEN, OPEN]
    assert [str(fault) for fault in faults] == ["The disk is full."]
    assert not review.undo.canUndo()


def test_the_undo_of_a_deleted_answer_says_so_and_goes(review, shelf):
    faults = []
    review.failed.connect(faults.append)
    review.set_state(1, ACCEPTED)
    review.open(shelf.entry("b"))
    del shelf.entries["a"]
    review.undo.undo()
    assert len(faults) == 1
    assert not review.undo.canUndo()
    assert not review.undo.canRedo()


def test_next_and_previous_go_around(review):
    chosen = []
    review.chosen.connect(chosen.append)
    for by in (1, 1, 1, 1, -1, -1):
        review.step(by)
    assert chosen == [1, 2, 3, 1, 3, 2]


def test_before_the_first_choice_previous_is_the_last(review):
    review.step(-1)
    assert review.number == 3


def test_a_removed_target_is_not_chosen_any_more(review):
    review.choose(2)
    review.remove(2)
    assert review.number == 0


def test_edits_by_hand_are_one_step(review, shelf):
    moved = replace(review.entry.finding(1), outline=review.entry.finding(3).outline)
    review.take_edits("a", [moved], [2])
    assert [finding.number for finding in shelf.entry("a").findings] == [1, 3]
    review.undo.undo()
    assert [finding.number for finding in shelf.entry("a").findings] == [1, 2, 3]


def test_another_project_forgets_what_could_be_undone(review):
    review.set_state(1, ACCEPTED)
    review.forget()
    assert review.entry is None
    assert not review.undo.canUndo()


def test_a_note_leaves_the_verdict_that_another_qgis_has_given_meanwhile(review, shelf):
    shelf.change("a", [(None, replace(shelf.entry("a").finding(2), state=REJECTED))])
    review.set_note(2, "a pier")
    kept = shelf.entry("a").finding(2)
    assert (kept.state, kept.note) == (REJECTED, "a pier")
    assert review.entry.finding(2) == kept
    review.undo.undo()
    assert (review.entry.finding(2).state, review.entry.finding(2).note) == (REJECTED, "")
