"""A question to the service: the same lines as to a child, over a socket."""

from __future__ import annotations

import os
import sys
import time
import weakref
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..child.channel import Channel, EndlessLine
from ..child.wire import LINE_BYTES, line_of, parts_of
from ..errors import BadData, EngineEnded, ServiceGone
from ..validation import field as read_field
from ..validation import shown
from ..version import __version__
from .place import CONNECT_S, LOG, SOCKET, connect, is_possible, is_private, private_folder, service_folder

START_S = 60.0  # for the interpreter to be read from a cold disk
TRIES = 3  # services that end just as they are asked
LOOK_S = 0.1
_PIECE = 1 << 16  # bytes


@dataclass(frozen=True)
class Service:
    """What runs and listens at `path`, as conversation.Conversation takes it."""

    path: Path
    is_wanted: bool = field(default=False, compare=False)  # another one is started where it is gone

    @property
    def tries(self) -> int:
        return TRIES if self.is_wanted else 1

    def not_started(self, error: OSError) -> EngineEnded:
        return ServiceGone(
            "The service cannot be reached: {reason}.", "Ask again.", reason=error.strerror or str(error)
        )

    def not_greeted(self, error: EngineEnded) -> EngineEnded:
        return ServiceGone("The service cannot be reached: {reason}.", "Ask again.", reason=shown(error))

    def other_version(self, theirs: str) -> EngineEnded:
        return EngineEnded(
            "The service that runs is of AskMap {theirs}, and this is AskMap {ours}.",
            "End that one with «askmap serve --end», or ask without it.",
            theirs=shown(theirs),
            ours=__version__,
        )

    def start(self, folder: Path) -> Channel:
        """OSError where it does not run any more; EngineEnded where one is wanted and cannot be started."""
        return _Connection(started_service().path if self.is_wanted else self.path, folder)


def running_service() -> Service | None:
    """The user's, if one of this version runs."""
    return _found() if _version_of(_found()) == __version__ else None


def started_service() -> Service:
    """The one that runs, or a new one; EngineEnded where one of another version runs, or none can.

    Where it ends before it is asked, another one is started.
    """
    service = _found()
    theirs = _version_of(service)
    if service is None or theirs is None:
        service, theirs = _start()
    if theirs != __version__:
        raise service.other_version(theirs)
    return replace(service, is_wanted=True)


def end_service() -> bool:
    """Whether one ran, of any version; whoever it answers is told that it ended."""
    service = _found()
    if service is None:
        return False
    with suppress(OSError):
        with connect(service.path) as connection:
            connection.sendall(line_of({"do": "end"}))
            while connection.recv(_PIECE):  # until it has closed
                pass
        return True
    return False


class _Connection:
    """What child.channel.Channel promises."""

    pid, tail = 0, ""

    def __init__(self, path: Path, folder: Path) -> None:
        self._socket = connect(path)
        self._close = weakref.finalize(self, self._socket.close)
        self._lines: deque[bytes] = deque()
        self._begun, self._has_ended = b"", False
        self.send(line_of({"folder": str(folder)}))

    def send(self, line: bytes) -> None:
        self._socket.settimeout(CONNECT_S)
        try:
            self._socket.sendall(line)
        except OSError:
            self._has_ended = True

    def receive(self, limit_s: float) -> bytes | None:
        if not self._lines and not self._has_ended:
            self._read(limit_s)
        if self._lines:
            return self._lines.popleft()
        if self._has_ended:
            raise EOFError
        return None

    def is_silent(self) -> bool:
        self._read(0.0)
        return not (self._lines or self._begun or self._has_ended)

    def end(self) -> str:
        self._close()
        self._has_ended = True
        return "the service ended"

    def _read(self, limit_s: float) -> None:
        if not self._close.alive:
            return
        self._socket.settimeout(limit_s)
        try:
            piece = self._socket.recv(_PIECE)
        except (TimeoutError, BlockingIOError, InterruptedError):
            return
        except OSError:
            piece = b""
        self._has_ended = not piece
        *whole, self._begun = (self._begun + piece).split(b"\n")
        self._lines.extend(whole)
        if len(self._begun) > LINE_BYTES:
            raise EndlessLine(f"a line has more than {LINE_BYTES:,} bytes")


def _found() -> Service | None:
    if not is_possible():
        return None
    path = service_folder() / SOCKET
    with suppress(OSError):
        return Service(path) if path.exists() and is_private(path.parent) else None
    return None


def _version_of(service: Service | None) -> str | None:
    """None where it does not answer."""
    if service is None:
        return None
    with suppress(OSError, ValueError, BadData):
        with connect(service.path) as connection:
            begun = b""
            while b"\n" not in begun and len(begun) < _PIECE:
                piece = connection.recv(_PIECE)
                if not piece:
                    return None
                begun += piece
        return read_field(parts_of(begun.partition(b"\n")[0]), "hello", str, "")
    return None


def _start() -> tuple[Service, str]:
    """With its version. One that finds another one running ends well: that one may be about to end, too."""
    if not is_possible():
        raise EngineEnded("This system has no service of AskMap.", "Ask without one.")
    folder = private_folder()
    service, end = Service(folder / SOCKET), time.monotonic() + START_S
    pid = spawn(folder / LOG)
    while (version := _version_of(service)) is None:
        ended, has_failed = os.waitpid(pid, os.WNOHANG)
        if has_failed or time.monotonic() > end:
            raise EngineEnded(
                "The service did not start; {log} says why.", "Ask without it.", log=folder / LOG
            )
        pid = spawn(folder / LOG) if ended else pid
        time.sleep(LOOK_S)
    return service, version


def spawn(log: Path) -> int:
    """It outlives the shell, and Ctrl-C there is not for it."""
    write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND  # another one may write there, too
    return os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", f"{__name__.partition('.')[0]}.backend", "serve"],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(log), write, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setsid=True,
    )
