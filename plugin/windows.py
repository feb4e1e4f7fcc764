"""The windows that an answer opens: asking again, comparing, what the model saw, exporting."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject

from ..backend.errors import AskMapError
from ..backend.findings import Entry
from .again import AgainDialog
from .conversation import Conversation
from .faults import Faults
from .marks import Marks
from .review import Review
from .settings import read_settings


class Windows(QObject):
    def __init__(
        self,
        iface: QgisInterface,
        review: Review,
        conversation: Conversation,
        marks: Marks,
        faults: Faults,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._iface, self._review, self._conversation = iface, review, conversation
        self._marks, self._faults = marks, faults

    def close(self) -> None:
        pass

    def ask_again(self, id: str) -> None:
        entry = self._entry(id)
        if entry is not None:
            dialog = AgainDialog(entry, read_settings(), self._iface.mainWindow())
            dialog.accepted.connect(lambda: self._conversation.ask_again(entry, dialog.wish()))
            dialog.open()

    def compare(self, older: str, newer: str) -> None:
        pass

    def _entry(self, id: str) -> Optional[Entry]:
        try:
            return self._review.read(id)
        except AskMapError as error:
            self._faults.tell(error)
            return None
