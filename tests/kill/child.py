"""A question to the engine in a process of its own, which ends with its parent and leaves no pixels."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from askmap.backend.errors import EngineEnded
from case import Case, nothing
from children import small_child
from small_engine import ASKED, SQUARE, scene_of

QUESTIONS = 3
LIMIT_S = 30  # for the child to see that its parent has gone, also where it has only just been started


def ask(folder: Path) -> None:
    """Twice; it ends by itself, as a shell does."""
    tempfile.tempdir = str(folder)
    engine = small_child(folder, "small")
    assert engine.answer(scene_of(), ASKED).masks.masks.sum() == 8
    assert engine.segment(scene_of(), [SQUARE]).masks.sum() == 4


def check_nothing_left(folder: Path) -> None:
    end = time.monotonic() + LIMIT_S
    while children_in(folder):
        assert time.monotonic() < end, f"{children_in(folder)} outlive their parent"
        time.sleep(0.02)
    # The folder itself may be left, empty, where the kill came before there was a child
    assert list(folder.glob("askmap-*/*")) == []


def children_in(folder: Path) -> list[str]:
    """The numbers of those that were told to use it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "cmdline").read_bytes()
        except OSError:
            continue  # it has just ended
        if f"{folder}/".encode() in told:
            found.append(process.name)
    return found


def ask_again(folder: Path) -> None:
    """A question whose process was killed ends in EngineEnded, and the next one starts another process."""
    tempfile.tempdir = str(folder)
    engine = small_child(folder, "small")
    for _ in range(QUESTIONS):
        try:
            answer = engine.answer(scene_of(), ASKED)
        except EngineEnded:
            answer = engine.answer(scene_of(), ASKED)
        assert answer.masks.masks.sum() == 8


def first_child(folder: Path) -> int | None:
    found = children_in(folder)
    return int(found[0]) if found else None


CASES = {
    "ask": Case(nothing, ask, check_nothing_left, check_nothing_left),
    "its-process": Case(nothing, ask_again, check_nothing_left, check_nothing_left, victim=first_child),
}
