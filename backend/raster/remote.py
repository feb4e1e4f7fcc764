"""Rasters that a server sends: read beside the caller, who hears a stop while GDAL waits for an answer."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from ..errors import Cancelled
from ..message import Message
from ..stages import Event, Progress, Report

LOOKED_AFTER_S = 0.1
_REMOTE = re.compile(
    r"/vsi(?!mem|zip|tar|gzip|7z|rar|sparse|subfile|stdin)|https?:", re.IGNORECASE
)  # also within an archive: /vsizip//vsicurl/…

Found = TypeVar("Found")


def is_remote(path: Path | str) -> bool:
    """Whether GDAL would ask a server for it."""
    return bool(_REMOTE.search(str(path)))


def read_heard(path: Path | str, read: Callable[[Report], Found], report: Report) -> Found:
    """What `read` returns or raises; of a remote path in a thread of its own: GDAL hears nothing meanwhile.

    Where `report` raises, the thread is left alone: it ends when the server answers, or GDAL gives up.
    """
    if not is_remote(path):
        return read(report)
    events: SimpleQueue[Event] = SimpleQueue()
    stopped = threading.Event()

    def relay(event: Event) -> None:
        if stopped.is_set():
            raise Cancelled
        events.put(event)

    worker = ThreadPoolExecutor(1, "askmap-remote")
    found = worker.submit(read, relay)
    worker.shutdown(wait=False)
    try:
        _pass_on(events, found, report)
    finally:
        stopped.set()
    return found.result()


def _pass_on(events: SimpleQueue[Event], found: Future[Found], report: Report) -> None:
    """The events, and the last one again and again, so that a stop is heard."""
    last: Event = Progress(0.0, Message("Reading the raster"))
    while not found.done():
        wait([found], LOOKED_AFTER_S)
        while not events.empty():
            last = events.get()
        report(last)
