"""The service's process: one engine for all programs of a user; it ends when nobody has asked for long.

Each connection is what a child's pipes are, so the same Jobs serve it. They take turns at the engine, which
is loaded by the first question. A bug ends the process, as it does a child: what it knows may be wrong then.
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from ..child.pixels import remove_pixels
from ..child.program import Jobs, Output, offer_to_end
from ..child.wire import LINE_BYTES, Parts, parts_of
from ..engine.loading import load_engine
from ..engine.protocols import Engine, EngineSettings
from ..engine.turn import turn_with
from ..errors import BadData
from ..stages import Answer, MaskSet, Question, Report, Scene, Target, ignore
from ..validation import field as read_field
from ..version import __version__
from .place import LOCK, SOCKET, errors_of

IDLE_S = 600.0
BEAT_S = 1.0
SEND_S = 100  # for a client to read on; less than the watchdog of faulthandler waits
_FOR_THE_USER = 0o177  # taken away from what is made: the socket is 0600
Load = Callable[[EngineSettings], Engine]


class RunsAlready(Exception):
    """Another process serves this user."""


def serve(folder: Path, load: Load = load_engine, idle_s: float = IDLE_S) -> None:
    """Until nobody has asked for `idle_s`; RunsAlready, EngineEnded where the system refuses it."""
    with _only_one(folder), _listening(folder / SOCKET) as listening:
        offer_to_end()
        threading.excepthook = _tell_bug
        service = _Service(load, folder / SOCKET)
        threading.Thread(target=service.accept, args=(listening,), daemon=True).start()
        service.wait(idle_s)


@dataclass(frozen=True)
class _SharedEngine:
    """What protocols.Engine promises: loaded when it is its turn, since another one may be loaded by then."""

    settings: EngineSettings
    load: Load
    turn: Lock

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        with turn_with(self.turn, report):
            return self.load(self.settings).answer(scene, question, report)

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        with turn_with(self.turn, report):
            return self.load(self.settings).segment(scene, targets, report)


@dataclass
class _Service:
    load: Load
    path: Path
    _turn: Lock = field(default_factory=Lock)
    _connected: list[Jobs] = field(default_factory=list)
    _has_news: bool = False

    def accept(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()
            except (OSError, RuntimeError):  # too many files or threads: there may be fewer soon
                time.sleep(BEAT_S)

    def wait(self, idle_s: float) -> None:
        """Counted in beats, not by a clock: a laptop may have slept."""
        idle = 0.0
        while idle < idle_s:
            time.sleep(BEAT_S)
            is_busy = self._has_news or any(jobs.at_work for jobs in list(self._connected))
            idle, self._has_news = 0.0 if is_busy else idle + BEAT_S, False

    def _serve(self, connection: socket.socket) -> None:
        with (
            suppress(OSError, ValueError, BadData, KeyError),  # what is no client of ours, or has gone
            connection,
            connection.makefile("rb") as requests,
        ):
            output = Output(_Replies(connection))
            output.write({"hello": __version__})
            first = self._first(requests)
            if first is not None:
                self._work(Path(read_field(first, "folder", str, "")), requests, output)

    def _first(self, requests: BinaryIO) -> Parts | None:
        """None where the client only looked who is there."""
        line = requests.readline(LINE_BYTES)
        parts = parts_of(line) if line else None
        if parts and parts.get("do") == "end":
            self.path.unlink(missing_ok=True)
            os._exit(0)
        return parts

    def _work(self, folder: Path, requests: BinaryIO, output: Output) -> None:
        """The stream stays open until the last thread that writes to it has ended."""
        jobs = Jobs(folder, output, self._shared)
        threads = (_JobThread(jobs, folder), threading.Thread(target=jobs.beat, daemon=True))
        self._connected.append(jobs)
        try:
            if _all_start(threads):
                jobs.listen(requests)
        finally:
            jobs.leave()
            for thread in threads:
                if thread.ident is not None:
                    thread.join()
            self._connected.remove(jobs)

    def _shared(self, settings: EngineSettings) -> Engine:
        self._has_news = True
        with self._turn:
            self.load(settings)
        return _SharedEngine(settings, self.load, self._turn)


def _all_start(threads: Sequence[threading.Thread]) -> bool:
    """False where the system gives no more of them: its client finds the connection ended."""
    with suppress(RuntimeError):
        for thread in threads:
            thread.start()
        return True
    return False


class _Replies:
    """Lets one go that reads no more, such as a shell after Ctrl-Z: others wait for their turn."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("@ll", SEND_S, 0))

    def write(self, line: bytes) -> None:
        """ConnectionError."""
        try:
            self._connection.sendall(line)
        except BlockingIOError as error:
            self._connection.shutdown(socket.SHUT_RDWR)  # which ends what is read from it, too
            raise ConnectionAbortedError from error

    def flush(self) -> None:
        """It is sent already."""


class _JobThread(threading.Thread):
    def __init__(self, jobs: Jobs, folder: Path) -> None:
        super().__init__(daemon=True)
        self.jobs, self._folder = jobs, folder

    def run(self) -> None:
        while not self.jobs.is_left:
            self.jobs.do_next()
        remove_pixels(self._folder)  # of a client that was killed


def _tell_bug(args: threading.ExceptHookArgs) -> None:
    if isinstance(args.thread, _JobThread) and args.exc_value is not None:
        args.thread.jobs.tell_bug(args.exc_type, args.exc_value, args.exc_traceback)
    os._exit(1)


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """The system lets the lock go with the process, however that ends."""
    with ExitStack() as held:
        with errors_of(folder):
            lock = held.enter_context((folder / LOCK).open("w"))
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise RunsAlready from error
        yield


@contextmanager
def _listening(path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        with errors_of(path.parent):
            path.unlink(missing_ok=True)  # of a service that was killed
            _bind(listening, path)
        try:
            yield listening
        finally:
            path.unlink(missing_ok=True)


def _bind(listening: socket.socket, path: Path) -> None:
    before = os.umask(_FOR_THE_USER)
    try:
        listening.bind(str(path))
    finally:
        os.umask(before)
    listening.listen()
