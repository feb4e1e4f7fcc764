"""The engine's look at a picture before the first box, in real QGIS."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

import numpy as np  # noqa: E402
from askmap.backend.stages import Grid, Scene  # noqa: E402
from askmap.plugin.mask_preview import MaskPreview  # noqa: E402

SCENE = Scene(np.zeros((4, 4, 3), np.uint8), np.ones((4, 4), bool), Grid(4, 4, (1, 0, 0, 0, -1, 0), ""), "a")


class Worker:
    """What Asking.work gives back: a task that can be cancelled until QGIS deletes it."""

    def __init__(self, meanwhile=lambda: None) -> None:
        self.meanwhile, self.cancelled, self.deleted = meanwhile, False, False

    def __call__(self, description, work, done, failed, stopped):
        self.done = done
        self.meanwhile()
        return self

    def end(self) -> None:
        self.done(None)
        self.deleted = True

    def cancel(self) -> None:
        assert not self.deleted
        self.cancelled = True


def test_a_look_that_ended_is_not_cancelled(qgis_app):
    worker = Worker()
    preview = MaskPreview(worker, lambda: None)
    preview.warm(SCENE)
    worker.end()
    preview.cool()
    assert not worker.cancelled


def test_a_map_that_moves_while_the_look_is_begun_ends_it(qgis_app):
    worker = Worker(meanwhile=lambda: preview.cool())
    preview = MaskPreview(worker, lambda: None)
    preview.warm(SCENE)
    assert worker.cancelled
    worker.end()
    preview.cool()
