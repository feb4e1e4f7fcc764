"""Out of memory in the middle of an answer: again with fewer pixels, and the answer says so."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from askmap.backend.engine.memory_retry import fewer_pixels, ground_in_memory
from askmap.backend.errors import OutOfMemory
from askmap.backend.stages import Event, Grid, Grounding, Progress, Question, Report, Scene, Thought, ignore

NOTHING = Grounding("", (), "<answer>[]</answer>", "plain")


@dataclass
class Greedy:
    """A reasoner that runs out of memory where it sees more pixels than fit."""

    side: int
    fits: int
    writes_first: bool = False
    tried: list[int] = field(default_factory=list)

    def ground(self, scene: Scene, question: Question, report: Report) -> Grounding:
        self.tried.append(self.side)
        if self.writes_first:
            report(Thought("I see"))
        if self.side > self.fits:
            raise OutOfMemory("{what} did not fit.", what="It")
        return NOTHING

    def smaller(self, image: np.ndarray) -> Greedy | None:
        return Greedy(self.side // 2, self.fits, self.writes_first, self.tried) if self.side > 100 else None


def scene() -> Scene:
    return Scene(
        np.zeros((32, 32, 3), np.uint8), np.ones((32, 32), bool), Grid(32, 32, (1, 0, 0, 0, -1, 0)), "s"
    )


def test_it_sees_less_and_less_until_it_fits():
    reasoner, heard = Greedy(800, fits=200), list[Event]()
    grounding, who = ground_in_memory(reasoner, scene(), Question("?"), heard.append)
    assert grounding is NOTHING
    assert reasoner.tried == [800, 400, 200]
    assert who.side == 200
    assert [str(event.step) for event in heard if isinstance(event, Progress)] == [
        "Memory ran out: trying again with fewer pixels"
    ] * 2


def test_what_fits_is_asked_once():
    reasoner = Greedy(100, fits=100)
    assert ground_in_memory(reasoner, scene(), Question("?"), ignore)[1] is reasoner


@pytest.mark.parametrize("reasoner", [Greedy(800, fits=10), Greedy(800, fits=200, writes_first=True)])
def test_where_nothing_smaller_is_left_or_something_was_written_it_is_said(reasoner):
    with pytest.raises(OutOfMemory):
        ground_in_memory(reasoner, scene(), Question("?"), ignore)
    assert reasoner.tried == ([800] if reasoner.writes_first else [800, 400, 200, 100])


def test_the_warning_says_what_was_seen():
    assert "420 × 280" in str(fewer_pixels(np.zeros((280, 420, 3), np.uint8)))
