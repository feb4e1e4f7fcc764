"""Activates our map tools, and restores the user's tool after them."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip


class ToolSwitch:
    """One for all of our tools, so that none of them is taken for the user's and restored."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self.canvas = canvas
        self._ours: Optional[QgsMapTool] = None  # the one that began last
        self._before: Optional[QgsMapTool] = None

    def has(self, tool: QgsMapTool) -> bool:
        return self.canvas.mapTool() is tool

    def begin(self, tool: QgsMapTool) -> None:
        now = self.canvas.mapTool()
        if now is not tool:
            if self._ours is None or now is not self._ours:
                self._before = now
            self._ours = tool
            self.canvas.setMapTool(tool)
        self.canvas.setFocus()  # the keys are the tool's now

    def end(self, tool: QgsMapTool) -> None:
        """No-op where another tool was chosen meanwhile."""
        if not self.has(tool):
            return
        self.canvas.unsetMapTool(tool)
        if self._before is not None and not sip.isdeleted(self._before):  # it may be another plugin's
            self.canvas.setMapTool(self._before)
        self._ours = self._before = None
