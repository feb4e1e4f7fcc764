"""Short work with files on a thread of its own, in real QGIS."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.runtime import file_worker  # noqa: E402
from askmap.plugin.runtime.file_worker import FileWorker  # noqa: E402
from desktop import wait_until  # noqa: E402


class AtOnce:
    """A thread that is done with everything before anyone can wait for it."""

    def submit(self, work):
        ended = Future()
        ended.set_result(work())
        return ended

    def shutdown(self, wait):
        pass


def test_what_is_done_at_once_is_heard_after_it_was_given_and_not_inside(qgis_app, monkeypatch):
    monkeypatch.setattr(file_worker, "ThreadPoolExecutor", lambda *_: AtOnce())
    worker, told = FileWorker(), []
    worker.run(lambda: "done", told.append, told.append)
    assert told == []
    wait_until(lambda: told == ["done"], "it is heard")
    worker.close()
