"""Memory that runs out before the first word: the question is asked again with fewer pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..errors import OutOfMemory
from ..message import Message
from ..stages import Event, Grounding, Progress, Question, Report, Scene, TargetFound, Thought
from .protocols import Reasoner


def ground_in_memory(
    reasoner: Reasoner, scene: Scene, question: Question, report: Report
) -> tuple[Grounding, Reasoner]:
    """And the reasoner that answered, which may see fewer pixels.

    OutOfMemory where it had begun to write, since what is reported stays, or where nothing smaller is left.
    """
    heard = _Heard(report)
    while True:
        try:
            return reasoner.ground(scene, question, heard), reasoner
        except OutOfMemory as error:
            if heard.has_begun:
                raise
            failure = _without_frames(error)
        smaller = reasoner.smaller(scene.image)
        if smaller is None:
            raise failure
        report(Progress(0.0, Message("Memory ran out: trying again with fewer pixels")))
        reasoner = smaller


def _without_frames(error: OutOfMemory) -> OutOfMemory:
    """The frames of the failed pass hold its tensors."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def fewer_pixels(seen: NDArray[np.uint8]) -> Message:
    """A warning; `seen` is (H, W, 3)."""
    return Message(
        "Memory ran out, so the model saw the picture with fewer pixels: {width} × {height}.",
        width=seen.shape[1],
        height=seen.shape[0],
    )


class _Heard:
    """Hands events on, and notes whether anything was written."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.has_begun = False

    def __call__(self, event: Event) -> None:
        wrote = isinstance(event, TargetFound) or (isinstance(event, Thought) and bool(event.piece))
        self.has_begun = self.has_begun or wrote
        self._report(event)
