"""An event filter that receives the keys pressed on the map before QGIS.

A map tool alone does not get them: QGIS 3.22 moves the map with the arrows even if the tool accepts them, Tab
leaves the canvas, and a shortcut of QGIS never arrives.
"""

from __future__ import annotations

from typing import Callable, Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QKeyEvent


class KeyFilter(QObject):
    def __init__(
        self,
        canvas: QgsMapCanvas,
        knows: Callable[[QKeyEvent], bool],
        press: Callable[[QKeyEvent], None],
        parent: Optional[QObject] = None,
    ) -> None:
        """`press` is called for the keys for which `knows` is true."""
        super().__init__(parent)
        self._canvas, self._knows, self._press = canvas, knows, press

    def listen(self) -> None:
        self._canvas.installEventFilter(self)

    def stop_listening(self) -> None:
        self._canvas.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not self._knows(event):  # type: ignore[arg-type]
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._press(event)  # type: ignore[arg-type]
        event.accept()  # an accepted ShortcutOverride is followed by a KeyPress
        return True
