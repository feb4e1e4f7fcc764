"""Asks one question in the running QGIS, as a person would; `make demo` starts QGIS with it (--code).

From the environment: RASTER, QUESTION, and SCREENSHOT, the file for a picture of the screen, after which
QGIS closes; with "" it stays open.
"""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins

LOOK_MS = 200  # between two looks whether the answer has come
DRAW_MS = 3000  # for the map to draw the new layers


def ask() -> None:
    raster, dock = os.environ["RASTER"], plugins["askmap"].dock
    iface.mainWindow().setGeometry(iface.mainWindow().screen().availableGeometry())
    layer = QgsRasterLayer(raster, Path(raster).stem)
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().setCrs(layer.crs())
    iface.mapCanvas().setExtent(layer.extent())
    dock.setUserVisible(True)
    dock.welcome.start_button.click()
    dock.form.context.layer.setLayer(layer)
    dock.form.question.setPlainText(os.environ["QUESTION"])
    dock.form.ask_button.click()
    watch()


def watch() -> None:
    dock = plugins["askmap"].dock
    if dock.form.stop_button.isEnabled():
        QTimer.singleShot(LOOK_MS, watch)
    elif os.environ["SCREENSHOT"]:
        print("QGIS:", dock.heading.outcome.text(), dock.form.status.text(), flush=True)
        QTimer.singleShot(DRAW_MS, take_picture)


def take_picture() -> None:
    subprocess.run(["import", "-window", "root", os.environ["SCREENSHOT"]], check=True)
    QgsProject.instance().setDirty(False)  # else QGIS asks whether to save it
    iface.actionExit().trigger()


def give_up(*error: object) -> None:
    """Nobody looks at this screen, so an error must not wait there for someone to close it."""
    traceback.print_exception(*error)
    sys.stderr.flush()
    os._exit(1)


if os.environ["SCREENSHOT"]:
    sys.excepthook = give_up
QTimer.singleShot(0, ask)
