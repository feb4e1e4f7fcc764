"""What stands in QGIS's message bar, which has room for one line: the rest is a click away."""

from __future__ import annotations

import html
import re

from qgis.gui import QgsMessageBar, QgsMessageBarItem, QgsMessageViewer
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QToolButton

from ..language import tr

TITLE, MORE = "AskMap", "askmap-more"
BESIDE_PX = 230  # icon, title, «2 more» and what closes it, in QGIS 3.22; other styles take a little less
_END = re.compile(r"(?<=[.!?])\s|(?<=[。！？])\s?")  # of a sentence that another one follows


def message(bar: QgsMessageBar, sentences: str, width_px: int) -> QgsMessageBarItem:
    """All of it where that fits, else the first sentence and «More…»; escaped, because the bar reads HTML."""
    room_px = width_px - BESIDE_PX
    if QFontMetrics(bar.font()).horizontalAdvance(sentences) <= room_px:
        return bar.createMessage(TITLE, html.escape(sentences))
    item = bar.createMessage(TITLE, html.escape(_END.split(sentences, maxsplit=1)[0]))
    button = QToolButton(item, text=tr("More…"), objectName=MORE)
    button.setToolTip(f"<p>{html.escape(sentences)}</p>")  # a paragraph, which has more than one line
    button.clicked.connect(lambda: _show(bar, sentences))
    item.layout().addWidget(button)
    return item


def _show(bar: QgsMessageBar, sentences: str) -> None:
    """In a window that can be read, copied and closed, while QGIS goes on; it deletes itself."""
    viewer = QgsMessageViewer(bar.window())
    viewer.setTitle(TITLE)
    viewer.setMessageAsPlainText(sentences)
    viewer.setModal(False)
    viewer.show()
