"""The engine's look at a picture before the first box, in real QGIS."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

import numpy as np  # noqa: E402
from askmap.backend.stages import Grid, Scene  # noqa: E402
from askmap.plugin.teach.mask_preview import MaskPreview  # noqa: E402

SCENE = Scene(np.zeros((4, 4, 3), np.uint8), np.ones((4, 4), bool), Grid(4, 4, (1, 0, 0, 0, -1, 0), ""), "a")


class Worker:
    """The Jobs and the task that they give, which can be dropped until QGIS deletes it."""

    def __init__(self, meanwhile=lambda: None) -> None:
        self.meanwhile, self.dropped, self.deleted = meanwhile, False, False

    def start(self, description, work, done, failed, stopped):
        self.done = done
        self.meanwhile()
        return self

    def end(self) -> None:
        self.done(None)
        self.deleted = True

    def drop(self) -> None:
        assert not self.deleted
        self.dropped = True


def test_a_look_that_ended_is_not_dropped(qgis_app):
    worker = Worker()
    preview = MaskPreview(worker, lambda: None)
    preview.warm(SCENE)
    worker.end()
    preview.cool()
    assert not worker.dropped


def test_a_map_that_moves_while_the_look_is_begun_ends_it(qgis_app):
    worker = Worker(meanwhile=lambda: preview.cool())
    preview = MaskPreview(worker, lambda: None)
    preview.warm(SCENE)
    assert worker.dropped
    worker.end()
    preview.cool()
