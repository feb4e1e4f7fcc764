"""One child and what is said to it: a request, its events, its end. Whatever goes wrong ends the child."""

from __future__ import annotations

import json
import shutil
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import NoReturn, TypeVar

from ..errors import BadData, EngineEnded, error_of_json
from ..message import Message
from ..stages import CheckCancelled, no_op
from ..validation import field, shown
from ..version import __version__
from .channel import Channel, EndlessLine, EngineAddress
from .pixels import make_pixels_folder
from .process import ChildProcess
from .wire import LINE_BYTES, Parts, line_of, parts_of

WAIT_S = 0.1  # how soon a stop is heard while the child says nothing
MOST_BYTES = 1 << 28  # of all lines of one job
BOOT = Path(__file__).with_name("boot.py")

OnEvent = Callable[[Parts], None]
T = TypeVar("T")


@dataclass(frozen=True)
class ChildCommand:
    """Which interpreter, with which folders of packages before its own."""

    python: Path
    packages: tuple[Path, ...] = ()
    program: Path = BOOT

    @property
    def tries(self) -> int:
        return 1

    def not_started(self, error: OSError) -> EngineEnded:
        return EngineEnded(
            "The engine's process cannot be started: {reason}.",
            "Install the packages of the engine again.",
            reason=error.strerror or error,
        )

    def not_greeted(self, error: EngineEnded) -> EngineEnded:
        return error

    def other_version(self, theirs: str) -> EngineEnded:
        return EngineEnded(
            "The engine's process is of AskMap {theirs}, and this is AskMap {ours}.",
            "Restart QGIS, so that both are of the same version.",
            theirs=shown(theirs),
            ours=__version__,
        )

    def start(self, folder: Path) -> ChildProcess:
        return ChildProcess(self._line(folder), LINE_BYTES)

    def _line(self, folder: Path) -> list[str]:
        return [str(self.python), str(self.program), str(folder), json.dumps(list(map(str, self.packages)))]


@dataclass(frozen=True)
class Patience:
    """How long the child may take, in seconds."""

    start_s: float = 120.0  # for the interpreter and numpy to be read from a cold disk
    silent_s: float = 60.0  # without a sign of life after that; it gives one each second
    ping_s: float = 10.0  # for an idle one to answer; its memory may have to come back from a disk
    stop_s: float = 8.0  # for a stop to be heard, between two blocks of a network; QGIS's end waits for 10


PATIENCE = Patience()


def ignore_event(parts: Parts) -> None:
    """Where none is expected."""


class BugInChild(RuntimeError):
    """A fault of AskMap's own, with the traceback of the process where it was."""


class Conversation:
    """Starts the child, and checks that it is of this version; EngineEnded, NotWritten.

    `on_wait` is called while nothing comes; what it raises is let through, and ends the child.
    """

    def __init__(self, command: EngineAddress, patience: Patience, on_wait: CheckCancelled = no_op) -> None:
        self.folder = make_pixels_folder()
        self._patience = patience
        self._remove_folder = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self._jobs = count(1)
        self._process = self._started(command)
        self._greet(command, on_wait)

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_alive(self, on_wait: CheckCancelled) -> bool:
        """Whether it answers: it may have been killed since the last question, or be about to end.

        Without its folder it is of no use: a system tidies what lies there for days.
        """
        if not self.folder.is_dir() or not self._process.is_silent():
            return False
        self._process.send(line_of({"do": "ping"}))
        with suppress(EngineEnded):
            return "pong" in next(self._lines(on_wait, self._patience.ping_s))
        return False

    def ask(self, request: Parts, on_event: OnEvent, on_wait: CheckCancelled) -> Parts:
        """The end of it; what the callbacks raise is let through once the child has stopped.

        EngineEnded, BugInChild, or the AskMapError that ended it there.
        """
        job, is_over = next(self._jobs), False
        self._process.send(line_of({**request, "job": job}))
        try:
            end = self._listen(on_event, on_wait)
            is_over = True
        finally:
            if not is_over:
                self._stop(job)
        self._check_error(end)
        return end

    def load(self, settings: Parts, on_event: OnEvent, on_wait: CheckCancelled) -> None:
        """What loads hears no stop, so that one ends the child; as every error does."""
        with ExitStack() as unless_loaded:
            unless_loaded.callback(self.close)
            self._process.send(line_of({"do": "load", "settings": settings}))
            self._check_error(self._listen(on_event, on_wait))
            unless_loaded.pop_all()

    def read(self, reader: Callable[[], T]) -> T:
        """What it makes of what the child wrote; EngineEnded where it cannot."""
        try:
            return reader()
        except (ValueError, BadData, OSError) as error:
            self._fail_unreadable(error)

    def tidy(self) -> None:
        """Removes the pixels of the last question, once they are read."""
        with suppress(OSError):  # the system may have tidied its folder of what is temporary
            for file in self.folder.iterdir() if self._remove_folder.alive else ():
                with suppress(OSError):  # Windows keeps what the child still looks at, until the next time
                    file.unlink()

    def close(self) -> None:
        """Ends the child; no-op where it has ended."""
        self._process.end()
        self._remove_folder()

    def _started(self, command: EngineAddress) -> Channel:
        with ExitStack() as unless_started:
            unless_started.callback(self._remove_folder)
            try:
                process = command.start(self.folder)
            except OSError as error:
                raise command.not_started(error) from error
            unless_started.pop_all()
        return process

    def _greet(self, command: EngineAddress, on_wait: CheckCancelled) -> None:
        with ExitStack() as unless_greeted:
            unless_greeted.callback(self.close)
            try:
                hello = next(self._lines(on_wait, self._patience.start_s))
            except EngineEnded as error:
                raise command.not_greeted(error) from error
            theirs = self.read(lambda: field(hello, "hello", str, ""))
            if theirs != __version__:
                raise command.other_version(theirs)
            unless_greeted.pop_all()

    def _listen(self, on_event: OnEvent, on_wait: CheckCancelled) -> Parts:
        for parts in self._lines(on_wait, self._patience.silent_s):
            if "end" in parts:
                self._check_bug(parts)
                return parts
            if "event" in parts:
                on_event(parts)
            else:  # a sign of life
                on_wait()
        raise EOFError  # never: the lines end in an error

    def _lines(self, on_wait: CheckCancelled, limit_s: float) -> Iterator[Parts]:
        """As many as come. Silence is counted in waits, not by a clock: a laptop may have slept."""
        silent_s, size = 0.0, 0
        while True:
            line = self._line()
            if line is None:
                silent_s += WAIT_S
                if silent_s > limit_s:
                    self._fail_silent(limit_s)
                on_wait()
                continue
            silent_s, size = 0.0, size + len(line)
            if size > MOST_BYTES:
                self._fail_unreadable(None)
            yield self.read(partial(parts_of, line))

    def _line(self) -> bytes | None:
        try:
            return self._process.receive(WAIT_S)
        except EndlessLine as error:
            self._fail_unreadable(error)
        except EOFError as error:
            self._fail_ended(error)

    def _stop(self, job: int) -> None:
        """Returns when the child works no more; one that does not hear it is ended."""
        if not self._remove_folder.alive:
            return
        self._process.send(line_of({"do": "stop", "job": job}))
        end = time.monotonic() + self._patience.stop_s
        try:
            while time.monotonic() < end:
                line = self._process.receive(WAIT_S)
                if line is not None and "end" in parts_of(line):
                    return
        except (EOFError, ValueError, BadData):
            pass  # it cannot be asked any more
        self.close()

    def _check_bug(self, parts: Parts) -> None:
        if parts["end"] == "bug":
            text = self.read(lambda: field(parts, "traceback", str, ""))
            self.close()
            raise BugInChild(text)

    def _check_error(self, end: Parts) -> None:
        if end["end"] == "error":
            raise self.read(lambda: error_of_json(field(end, "error", str, "")))

    def _fail_silent(self, limit_s: float) -> NoReturn:
        self.close()
        raise EngineEnded(
            "The engine's process gave no sign of life for {seconds:.0f} seconds, and was ended.",
            seconds=limit_s,
        )

    def _fail_ended(self, error: Exception) -> NoReturn:
        lines = [line for line in self._process.tail.splitlines() if line.strip()]
        how = self._process.end()
        reason = f"{how}: {lines[-1]}" if lines and not how.startswith("SIG") else how
        self.close()
        said = Message("SIGKILL, as where memory has run out") if how == "SIGKILL" else shown(reason)
        raise EngineEnded(
            "The engine's process ended before it had answered: {reason}.", reason=said
        ) from error

    def _fail_unreadable(self, error: Exception | None) -> NoReturn:
        self.close()
        raise EngineEnded(
            "The engine's process wrote what AskMap cannot read, and was ended.",
            "Ask again. If it happens again, install the packages of the engine again.",
        ) from error
