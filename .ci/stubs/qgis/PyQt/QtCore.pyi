"""PyQt5's; the timer takes properties by keyword here too."""

from typing import Any

from PyQt5 import QtCore as _core

class QTimer(_core.QTimer):
    def __init__(self, *arguments: Any, **properties: Any) -> None: ...

from PyQt5.QtCore import *  # type: ignore[assignment]
