"""PyQt5's; those whose properties we set by keyword take them here too."""

from typing import Any

from PyQt5 import QtWidgets as _widgets

class QCheckBox(_widgets.QCheckBox):
    def __init__(self, *arguments: Any, **properties: Any) -> None: ...

class QLabel(_widgets.QLabel):
    def __init__(self, *arguments: Any, **properties: Any) -> None: ...

class QLineEdit(_widgets.QLineEdit):
    def __init__(self, *arguments: Any, **properties: Any) -> None: ...

class QPlainTextEdit(_widgets.QPlainTextEdit):
    def __init__(self, *arguments: Any, **properties: Any) -> None: ...

class QPushButton(_widgets.QPushButton):
    def __init__(self, *arguments: Any, **properties: Any) -> None: ...

class QToolButton(_widgets.QToolButton):
    def __init__(self, *arguments: Any, **properties: Any) -> None: ...

from PyQt5.QtWidgets import *  # type: ignore[assignment]
