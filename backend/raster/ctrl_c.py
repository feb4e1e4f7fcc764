"""Ctrl-C while GDAL is at work: its callbacks lose what Python raises in them before their first line."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def noted() -> Iterator[list[bool]]:
    """Holds something as soon as Ctrl-C was pressed in the block, which is not raised there.

    Where another handler stands, or in another thread, everything is as it was.
    """
    pressed: list[bool] = []
    is_ours = threading.current_thread() is threading.main_thread()
    if not is_ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield pressed
        return

    def note(*_: Any) -> None:
        pressed.append(True)

    signal.signal(signal.SIGINT, note)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
