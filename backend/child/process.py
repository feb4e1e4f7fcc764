"""Another process, its lines and its end; no thread of ours and no port is opened for it.

All is done on the caller's thread, whichever that is, while it waits: asyncio's loop runs only then. So the
callers must take turns.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
import weakref
from collections import deque
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from typing import Any, Optional, cast

from .channel import EndlessLine

TAIL_BYTES = 4096  # what is kept of what it wrote to stderr
MOST_WAITING = 1000  # lines; then it has to wait until some are taken
ROUNDS = 4  # of the loop, for what has come to be seen, the end of a pipe too
LAST_BREATH_S = 0.5  # its end may be that far behind the end of its lines
GOODBYE_S = 5.0  # how long the end of a killed process is waited for
_IN, _OUT, _ERR = 0, 1, 2


class ChildProcess:
    """What channel.Channel promises. Started at birth: OSError where it cannot be.

    It is killed when nobody holds it any more.
    """

    def __init__(self, command: Sequence[str], line_bytes: int) -> None:
        with ExitStack() as unless_started:
            loop = _new_loop()
            unless_started.callback(loop.close)
            lines = _Lines(loop, line_bytes)
            starting = loop.subprocess_exec(lambda: lines, *command, **_apart())
            self._transport, _ = loop.run_until_complete(starting)
            self._loop, self._lines = loop, lines
            unless_started.pop_all()
        self._end = weakref.finalize(self, _end, loop, lines, self._transport)

    @property
    def pid(self) -> int:
        return self._transport.get_pid()

    @property
    def tail(self) -> str:
        """The last of what it wrote to stderr."""
        return bytes(self._lines.tail).decode(errors="replace")

    def send(self, line: bytes) -> None:
        """Returns at once; what the pipe does not take yet goes while `receive` waits."""
        pipe = cast(Optional[asyncio.WriteTransport], self._transport.get_pipe_transport(_IN))
        if self._end.alive and pipe is not None:
            pipe.write(line)

    def receive(self, limit_s: float) -> bytes | None:
        """The next line; None where none came in time.

        EOFError where it has ended or closed its output, EndlessLine.
        """
        line = self._lines.take()
        if line is None and self._end.alive:
            _run(self._loop, limit_s)
            line = self._lines.take()
        if line is None and (self._lines.closed or not self._end.alive):
            raise EOFError
        return line

    def is_silent(self) -> bool:
        """Whether it runs and has said nothing; at once."""
        for _ in range(ROUNDS):
            if self._end.alive:
                _run_once(self._loop)
        return self._end.alive and not self._lines.has_news

    def end(self) -> str:
        """Kills it unless it has ended by itself; says how it ended, such as «SIGKILL»."""
        if self._lines.closed and self._end.alive:
            _run_until_over(self._loop, self._lines, LAST_BREATH_S)
        self._end()
        return _description(self._transport.get_returncode())


class _Lines(asyncio.SubprocessProtocol):
    """Collects what the process writes, and stops the loop whenever there is something new."""

    def __init__(self, loop: asyncio.AbstractEventLoop, line_bytes: int) -> None:
        self._loop, self._line_bytes = loop, line_bytes
        self._transport: Any = None
        self._whole: deque[bytes] = deque()
        self._begun = bytearray()
        self.tail: deque[int] = deque(maxlen=TAIL_BYTES)
        self.closed = False  # it writes no more lines
        self.over = False  # it has ended, and all that it wrote was read
        self._unwanted = False

    @property
    def has_news(self) -> bool:
        return bool(self._whole or self._begun) or self.closed

    def take(self) -> bytes | None:
        if self._whole:
            return self._whole.popleft()
        if len(self._begun) > self._line_bytes:
            raise EndlessLine(f"a line has more than {self._line_bytes:,} bytes")
        self.read_on()
        return None

    def drop(self) -> None:
        """Reads to the end, and keeps nothing of it."""
        self._unwanted = True
        self.read_on()

    def read_on(self) -> None:
        pipe = self._transport.get_pipe_transport(_OUT)
        if pipe is not None and not pipe.is_closing():
            pipe.resume_reading()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        if fd == _ERR:
            self.tail.extend(data)
            return
        if self._unwanted:
            return
        self._begun += data
        if b"\n" in data:
            *whole, self._begun = self._begun.split(b"\n")
            self._whole.extend(map(bytes, whole))
        if len(self._whole) > MOST_WAITING or len(self._begun) > self._line_bytes:
            self._transport.get_pipe_transport(_OUT).pause_reading()
        self._loop.stop()

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        if fd == _OUT:
            self.closed = True
            self._loop.stop()

    def connection_lost(self, exc: Exception | None) -> None:
        self.over = True
        self._loop.stop()


def _new_loop() -> asyncio.AbstractEventLoop:
    """Python's own, whatever other plugins have set: one of Qt's would run on the main thread alone."""
    if sys.platform == "win32":
        return asyncio.ProactorEventLoop()
    return asyncio.SelectorEventLoop()


def _apart() -> dict[str, Any]:
    """Ctrl-C in a shell is for the parent, which asks it to stop; and no black window opens."""
    if sys.platform == "win32":
        return {"creationflags": 0x08000000}  # CREATE_NO_WINDOW
    return {"start_new_session": True}


def _run(loop: asyncio.AbstractEventLoop, limit_s: float) -> None:
    """Until there is something new."""
    timer = loop.call_later(limit_s, loop.stop)
    loop.run_forever()
    timer.cancel()


def _run_once(loop: asyncio.AbstractEventLoop) -> None:
    loop.call_soon(loop.stop)
    loop.run_forever()


def _run_until_over(loop: asyncio.AbstractEventLoop, lines: _Lines, limit_s: float) -> None:
    end = loop.time() + limit_s
    while not lines.over and loop.time() < end:
        _run(loop, end - loop.time())


def _end(loop: asyncio.AbstractEventLoop, lines: _Lines, transport: asyncio.SubprocessTransport) -> None:
    """On a thread of its own where another loop runs on this one: the last holder may be let go anywhere."""
    if not _in_a_loop():
        _end_here(loop, lines, transport)
        return
    helper = threading.Thread(target=_end_here, args=(loop, lines, transport), name="askmap-end")
    helper.start()
    helper.join()


def _in_a_loop() -> bool:
    with suppress(RuntimeError):
        return asyncio.get_running_loop() is not None
    return False


def _end_here(loop: asyncio.AbstractEventLoop, lines: _Lines, transport: asyncio.SubprocessTransport) -> None:
    for _ in range(ROUNDS):  # its number may be another process's, where it ended long ago
        _run_once(loop)
    if not lines.over:
        lines.drop()
        _kill(transport)
        _run_until_over(loop, lines, GOODBYE_S)
    transport.close()
    for _ in range(ROUNDS):  # what was closed is let go in the next ones
        _run_once(loop)
    loop.close()


def _kill(transport: asyncio.SubprocessTransport) -> None:
    with suppress(ProcessLookupError):
        transport.kill()


def _description(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
