"""What is killed, and how anyone sees that nothing was lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

Work = Callable[[Path], object]  # in a folder of its own
Victim = Callable[[Path], Optional[int]]  # the number of a process, or None where there is none to be killed


def nothing(folder: Path) -> None:
    """To prepare, or to do in between."""


@dataclass(frozen=True)
class Case:
    """Each part of the work is done in a process of its own, where it fails by raising anything.

    The checks are made in the first process, and raise AssertionError.
    """

    prepare: Work  # what a user has there before
    work: Work  # what is killed
    check_killed: Work  # what a reader sees right after the kill
    check_next: Work  # after the same work was done again, to its end
    begin_next: Work = nothing  # other work in the folder, before that
    victim: Optional[Victim] = None  # not the process at work, which must then work on
