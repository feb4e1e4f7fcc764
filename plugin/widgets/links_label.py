"""A line of text with links after it: examples to click, and ways to other windows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

_BETWEEN = " · "


class LinksLabel(QLabel):
    """Text and links are plain text of any origin: all of it is escaped."""

    clicked = pyqtSignal(str)  # the text of the link

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._links: tuple[str, ...] = ()
        self.linkActivated.connect(lambda number: self.clicked.emit(self._links[int(number)]))

    def links(self) -> tuple[str, ...]:
        return self._links

    def show_links(self, before: str, links: Sequence[str]) -> None:
        """Hidden where there are no links."""
        self.show_text(before, links)
        self.setVisible(bool(links))

    def show_text(self, before: str, links: Sequence[str] = ()) -> None:
        """Hidden where there is nothing to show."""
        self._links = tuple(links)
        shown = (f'<a href="{number}">{escape(link)}</a>' for number, link in enumerate(links))
        self.setText(f"{escape(before)} {_BETWEEN.join(shown)}")
        self.setVisible(bool(before or links))
