"""Short work with files on its own thread, in the order in which it is given."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal


class FileWorker(QObject):
    """Not QGIS's tasks: those have no order, and writing must not wait until a question is answered."""

    _ended = pyqtSignal(object)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, "askmap-files")
        self._closed = False
        # Queued: else work that ends early would call back inside run()
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)  # type: ignore[call-arg]

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[Exception], object]
    ) -> None:
        """`done` or `failed` is called on the main thread."""
        future = self._thread.submit(work)
        future.add_done_callback(lambda ended: self._ended.emit((ended, done, failed)))

    def close(self) -> None:
        """All work is done when this returns; no callback is called any more."""
        self._closed = True  # blocking signals would be too late for those already queued
        self._thread.shutdown(wait=True)

    def _deliver(
        self, ended: tuple[Future[Any], Callable[[Any], object], Callable[[BaseException], object]]
    ) -> None:
        future, done, failed = ended
        if self._closed:
            return
        error = future.exception()
        if error is None:
            done(future.result())
        else:
            failed(error)
