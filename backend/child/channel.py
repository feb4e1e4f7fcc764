"""What the lines to an engine of another process go through: the pipes of a child, or a service's socket."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ..errors import EngineEnded


class EndlessLine(ValueError):
    """It wrote more than a line may have."""


class Channel(Protocol):
    """It is closed when nobody holds it any more. Its callers take turns."""

    @property
    def pid(self) -> int:
        """Of the process; 0 where it is not ours."""

    @property
    def tail(self) -> str:
        """The last of what it wrote to stderr."""

    def send(self, line: bytes) -> None: ...

    def receive(self, limit_s: float) -> bytes | None:
        """The next line; None where none came in time.

        EOFError where it has ended or closed its output, EndlessLine.
        """

    def is_silent(self) -> bool:
        """Whether it runs and has said nothing; at once."""

    def end(self) -> str:
        """Says how it ended, such as «SIGKILL»."""


class EngineAddress(Protocol):
    """How the engine's process is reached. Equal ones find the loaded engine again."""

    @property
    def tries(self) -> int:
        """How often it is started where it is gone before it has been asked anything."""

    def other_version(self, theirs: str) -> EngineEnded:
        """Where the process is of that version of AskMap, and this one of another."""

    def not_started(self, error: OSError) -> EngineEnded:
        """Of what `start` raises."""

    def not_greeted(self, error: EngineEnded) -> EngineEnded:
        """Where the process was reached, and ended or was ended before it said hello."""

    def start(self, folder: Path) -> Channel:
        """With a folder for the pixels; OSError where it cannot be, EngineEnded where that has been told."""
