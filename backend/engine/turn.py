"""A device does one thing at a time: callers on several threads take turns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from ..message import Message
from ..stages import Progress, Report

WAIT_S = 0.1  # how soon a stop is heard while another question has the device


@contextmanager
def turn_with(lock: Lock, report: Report) -> Iterator[None]:
    """Reports while it waits, so that the question can be stopped."""
    while not lock.acquire(timeout=WAIT_S):
        report(Progress(0.0, Message("Waiting for another question")))
    try:
        yield
    finally:
        lock.release()
