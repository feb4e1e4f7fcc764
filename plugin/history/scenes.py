"""The scenes that were asked about: the latest in memory, all others in the history."""

from __future__ import annotations

from collections import OrderedDict

from ...backend.errors import AskMapError
from ...backend.stages import Scene
from ..language import tr
from .project_history import ProjectHistory

SCENES_KEPT = 4  # in memory: thumbnails and corrections of the latest answers need no disk


class PictureGone(AskMapError):
    hint = "Ask about what the map shows instead."


class Scenes:
    def __init__(self, history: ProjectHistory) -> None:
        self._history = history
        self._latest: OrderedDict[str, Scene] = OrderedDict()

    def scene(self, id: str) -> Scene:
        """Of the entry with this id; from any thread. Raises PictureGone."""
        scene = self._latest.get(id) or self._history.history.scene(id)
        if scene is None:
            raise PictureGone(tr("The picture of this answer is not in the history."))
        return scene

    def keep(self, id: str, scene: Scene) -> None:
        self._latest[id] = scene
        while len(self._latest) > SCENES_KEPT:
            self._latest.popitem(last=False)

    def forget(self) -> None:
        self._latest.clear()
