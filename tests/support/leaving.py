"""How a script inside the QGIS desktop ends it: again and again, because QGIS asks questions first."""

from __future__ import annotations

import os
import sys
import traceback

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox
from qgis.utils import iface

LOOK_MS = 300  # between two attempts to leave


def start_leaving() -> QTimer:
    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(_leave)
    timer.start(LOOK_MS)
    return timer


def give_up(*error: object) -> None:
    """As sys.excepthook: QGIS's own opens a window, where nobody reads it."""
    traceback.print_exception(*error)
    sys.stderr.flush()
    os._exit(1)


def _leave() -> None:
    """Whether the work is to be cancelled is asked in a window of its own."""
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        question.button(QMessageBox.StandardButton.Yes).click()
    else:
        QgsProject.instance().setDirty(False)  # else QGIS asks whether to save it
        QTimer.singleShot(0, iface.actionExit().trigger)  # not from here: a timer waits for its own slot
