"""Runs inside the QGIS desktop (--code): reloads the plugin, asks, and leaves in the middle of the work.

Prints a line for each thing that went as it should; test_plugin_desktop.py reads them.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins, reloadPlugin

sys.path.append(str(Path(os.environ["ASKMAP_TESTS"])))
from desktop import FakeEngine, Gate, no_tasks, wait_until  # noqa: E402


def plug_in(engine: FakeEngine) -> object:
    plugins["askmap"].conversation._asking._load = engine.load
    return plugins["askmap"].dock


def reload_often() -> None:
    threads = threading.active_count()
    for _ in range(20):
        reloadPlugin("askmap")
    wait_until(
        lambda: len(iface.mainWindow().findChildren(QDockWidget, "AskMapDock")) == 1, "one dock is left"
    )
    assert threading.active_count() == threads
    print("reloaded", flush=True)


def answer_once() -> None:
    dock = plug_in(FakeEngine())
    dock.question.setPlainText("Where is water?")
    dock.ask_button.click()
    wait_until(lambda: "found" in dock.status.text(), "an answer came")
    assert [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()] == [
        "AskMap: Where is water?"
    ]
    print("answered", flush=True)


def reload_in_the_middle() -> None:
    ask_without_end()
    reloadPlugin("askmap")
    wait_until(no_tasks, "the work ended")
    print("reloaded in the middle", flush=True)


def ask_without_end() -> None:
    gate = Gate()
    dock = plug_in(FakeEngine(thought="on and on " * 10_000, pause=gate))
    dock.question.setPlainText("Where is land?")
    dock.ask_button.click()
    wait_until(gate.reached.is_set, "the engine thinks")


def drive() -> None:
    layer = QgsRasterLayer(os.environ["ASKMAP_RASTER"], "flat")
    QgsProject.instance().addMapLayer(layer)
    iface.mapCanvas().setExtent(layer.extent())
    try:
        answer_once()  # before any reload: the stand-ins belong to the modules of before
        reload_often()
        reload_in_the_middle()
        ask_without_end()
        print("leaving", flush=True)
    finally:
        QgsProject.instance().setDirty(False)  # else QGIS asks whether to save it
        iface.actionExit().trigger()


sys.excepthook = sys.__excepthook__  # QGIS's own shows a window, where nobody reads it
QTimer.singleShot(0, drive)
