"""Keeps what is being typed: a note with its answer, a question for the next start of QGIS.

A half-drawn sample is not kept, as QGIS keeps no half-drawn feature.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from .dock import Dock
from .history.project_history import ProjectHistory
from .review.review import Review
from .settings import read_into, write_fields

BRANCH = "unasked/"


@dataclass(frozen=True)
class Unasked:
    question: str = ""  # typed, but not asked


class Unsent(QObject):
    """Writes whenever a project is closed, which is also before another is opened and before QGIS ends."""

    def __init__(
        self, dock: Dock, review: Review, history: ProjectHistory, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._form, self._note = dock.form, dock.answer.cards.note
        self._form.take_up(read_into(Unasked(), BRANCH).question)
        review.left.connect(self._note.write)
        history.left.connect(self.keep)
        QgsProject.instance().writeProject.connect(self._note.write)

    def close(self) -> None:
        QgsProject.instance().writeProject.disconnect(self._note.write)
        self.keep()

    def keep(self) -> None:
        self._note.write()
        write_fields(Unasked(self._form.unasked()), BRANCH)
