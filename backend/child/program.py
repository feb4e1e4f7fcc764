"""The child's program: does what the parent asks, one job after the other, and ends with the parent.

The main thread does the jobs. A second one reads what the parent says, so that a stop is heard meanwhile and
the end of the parent is seen. A third one says that the process lives, and ends it where the job hangs; where
Python itself is stuck, the watchdog of faulthandler, which needs no Python, ends it. Both are daemons because
the process ends by os._exit, whatever else works.
"""

from __future__ import annotations

import faulthandler
import os
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import BinaryIO, NoReturn, Protocol

from ..engine.loading import load_engine
from ..engine.protocols import Engine, EngineSettings
from ..errors import AskMapError, BadData, Cancelled, EngineEnded, OutOfMemory, error_to_json
from ..message import Message
from ..models.loading_watch import watched
from ..models.system_memory import most_memory
from ..stages import Answer, Event, MaskFound, MaskSet, Progress, Scene, TargetFound, Thought
from ..version import __version__
from .pixels import map_scene, write_image, write_masks
from .watchdog import LOADING_S, QUIET_S, Watchdog
from .wire import (
    LINE_BYTES,
    Parts,
    grid_of_plain,
    grounding_to_plain,
    line_of,
    parts_of,
    progress_to_plain,
    provenance_to_plain,
    question_of_plain,
    settings_of_plain,
    target_to_plain,
    targets_of_plain,
    warnings_of_plain,
)

STDERR = 2
BEAT_S = 1.0  # how often it says that it lives
STUCK_S = 120.0  # after which the watchdog ends it: twice what the parent waits for
GOODBYE_S = 2.0  # how long it tries to remove its pixels; Windows keeps those that are looked at
MEMORY_SCORE = "500"  # 0...1000: where memory ends, Linux ends this process and not QGIS
Load = Callable[[EngineSettings], Engine]


def serve(folder: Path, load: Load = load_engine) -> NoReturn:
    """Never returns: the process ends with the parent, or with a bug that the parent is told of."""
    requests, output = _take_standard_streams()
    jobs = Jobs(folder, output, load)
    sys.excepthook = jobs.tell_bug
    offer_to_end()
    output.write({"hello": __version__})
    for work in (jobs.beat, lambda: _listen_and_end(jobs, requests, folder)):
        threading.Thread(target=work, daemon=True).start()
    while True:
        jobs.do_next()


def _listen_and_end(jobs: Jobs, requests: BinaryIO, folder: Path) -> NoReturn:
    jobs.listen(requests)
    end = time.monotonic() + GOODBYE_S
    while folder.exists() and time.monotonic() < end:  # the other thread may still write there
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


class LineStream(Protocol):
    """ConnectionError where nobody reads any more."""

    def write(self, line: bytes) -> object: ...

    def flush(self) -> object: ...


class Output:
    """Lines to the parent, whole, from any thread."""

    def __init__(self, stream: LineStream) -> None:
        self._stream, self._turn = stream, threading.Lock()

    def write(self, parts: Parts) -> None:
        with self._turn, suppress(ConnectionError):  # who listens sees the end of the parent, too
            self._stream.write(line_of(parts))
            self._stream.flush()


class Jobs:
    """What the parent asks for; `folder` holds the pixels."""

    def __init__(self, folder: Path, output: Output, load: Load) -> None:
        self._folder, self._output, self._load = folder, output, load
        self._waiting: SimpleQueue[Parts] = SimpleQueue()
        self._stopped: set[int] = set()
        self._at_work, self._saying = False, threading.Lock()
        self._watchdog = Watchdog()
        self.is_left = False  # the parent has gone
        self._engine: Engine | None = None
        self._files = count()

    def listen(self, requests: BinaryIO) -> None:
        """Until the parent has gone; what it asked for is stopped then."""
        for line in iter(lambda: requests.readline(LINE_BYTES), b""):
            parts = parts_of(line)
            if parts["do"] == "stop":
                self._stopped.add(parts["job"])
            elif parts["do"] == "ping":
                self._output.write({"pong": True})
            else:
                self._waiting.put(parts)
        self.leave()

    def leave(self) -> None:
        """Nobody wants what they do any more."""
        self.is_left = True
        self._waiting.put({"do": "nothing"})  # for the thread that waits

    @property
    def at_work(self) -> bool:
        return self._at_work or not self._waiting.empty()

    def beat(self) -> None:
        """Only while there is work: nobody reads what an idle process says, and the pipe would fill."""
        while not self.is_left:
            faulthandler.dump_traceback_later(STUCK_S, exit=True, file=STDERR)
            with self._saying:  # not after the end of a job
                if self._at_work:
                    self._end_if_it_hangs()
                    self._output.write({"beat": True})
            time.sleep(BEAT_S)
        faulthandler.cancel_dump_traceback_later()  # a service lives on

    def _end_if_it_hangs(self) -> None:
        if self._watchdog.hangs(BEAT_S):
            error = EngineEnded(
                "The engine did nothing for {minutes:.0f} minutes, and its process was ended.",
                minutes=self._watchdog.limit_s / 60,
            )
            self._output.write(_plain_error(error))
            os._exit(1)

    def do_next(self) -> None:
        request = self._waiting.get()
        if self.is_left:
            return
        self._watchdog.begin(LOADING_S if request["do"] == "load" else QUIET_S)
        self._at_work = True
        try:
            end = self._done(request)
        except Cancelled:
            end = {"end": "stopped"}
        except AskMapError as error:
            end = _plain_error(error)
        except MemoryError:
            end = _plain_error(OutOfMemory("The engine's process did not get the memory that it needs."))
        with self._saying:
            self._at_work = False
            self._output.write(end)

    def tell_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> NoReturn:
        """In the place of Python's own, which writes to stderr."""
        text = "".join(traceback.format_exception(kind, error, trace))
        with suppress(OSError):  # the parent may have gone
            self._output.write({"end": "bug", "traceback": text[-LINE_BYTES // 8 :]})
        os._exit(1)

    def _done(self, request: Parts) -> Parts:
        if request["do"] == "load":
            settings = settings_of_plain(request["settings"])
            places = settings.reasoner, settings.segmenter
            with watched(places, self._show_loading):
                self._engine = self._load(settings)
            return {"end": "loaded"}
        if request["do"] == "memory":
            return {"end": "memory", "bytes": most_memory()}
        if self._engine is None:
            raise RuntimeError("no engine was loaded")
        scene = self._scene(request)

        def report(event: Event) -> None:
            self._watchdog.hear(event)
            if self.is_left or request["job"] in self._stopped:
                raise Cancelled
            self._output.write(self._plain_event(event))

        if request["do"] == "segment":
            return self._plain_masks(self._engine.segment(scene, targets_of_plain(request), report))
        question = question_of_plain(request["question"])
        return self._plain_answer(self._engine.answer(scene, question, report))

    def _show_loading(self, fraction: float) -> None:
        if self.is_left:
            raise Cancelled
        self._output.write(_plain_loading(fraction))

    def _scene(self, request: Parts) -> Scene:
        parts = request["scene"]
        grid = grid_of_plain(parts)
        file = self._folder / request["pixels"]
        try:
            image, valid = map_scene(file, grid.height, grid.width)
        except OSError as error:  # who asked may have gone, and has removed them
            raise BadData(
                "{file} cannot be read: {reason}.", file=file, reason=error.strerror or error
            ) from error
        return Scene(image, valid, grid, parts["source"], warnings_of_plain(parts))

    def _plain_event(self, event: Event) -> Parts:
        if isinstance(event, Progress):
            return progress_to_plain(event)
        if isinstance(event, Thought):
            return {"event": "thought", "piece": event.piece}
        if isinstance(event, TargetFound):
            return {"event": "target", "index": event.index, "target": target_to_plain(event.target)}
        return self._plain_mask(event)

    def _plain_mask(self, found: MaskFound) -> Parts:
        number = next(self._files)
        write_masks(self._folder / f"{number}.masks", found.mask)
        return {"event": "mask", "index": int(found.index), "score": float(found.score), "file": number}

    def _plain_masks(self, masks: MaskSet) -> Parts:
        number = next(self._files)
        write_masks(self._folder / f"{number}.masks", masks.masks)
        return {"end": "masks", "scores": [float(score) for score in masks.scores], "file": number}

    def _plain_answer(self, answer: Answer) -> Parts:
        plain = {
            "grounding": grounding_to_plain(answer.grounding),
            "provenance": provenance_to_plain(answer.provenance),
            "seen": None,
        }
        if answer.seen is not None:
            number, (height, width, _) = next(self._files), answer.seen.shape
            write_image(self._folder / f"{number}.seen", answer.seen)
            plain["seen"] = {"file": number, "height": height, "width": width}
        return {**self._plain_masks(answer.masks), **plain, "end": "answer"}


def _plain_loading(fraction: float) -> Parts:
    return progress_to_plain(Progress(fraction, Message("Loading the models")))


def _plain_error(error: AskMapError) -> Parts:
    return {"end": "error", "error": error_to_json(error)}


def _take_standard_streams() -> tuple[BinaryIO, Output]:
    """What a library prints goes to stderr, and what it reads is empty: the pipes are for lines alone."""
    requests, output = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, Output(output)


def offer_to_end() -> None:
    """In the place of others, where the process crashes or memory ends."""
    faulthandler.enable(file=STDERR)  # the parent can say where it crashed
    with suppress(OSError):  # not on Linux
        Path("/proc/self/oom_score_adj").write_text(MEMORY_SCORE)
