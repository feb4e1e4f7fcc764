"""Runs inside the QGIS desktop (--code): reloads the plugin, asks, and leaves in the middle of the work.

Prints a line for each thing that went as it should; tests/plugin/test_desktop.py reads them.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTimer
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins, reloadPlugin

sys.path.append(str(Path(os.environ["ASKMAP_TESTS"])))
from desktop import FakeEngine, Gate, no_tasks, wait_until  # noqa: E402
from leaving import start_leaving  # noqa: E402


def plug_in(engine: FakeEngine) -> object:
    plugins["askmap"].wiring.context.engine.load = engine.load
    return plugins["askmap"].dock


def reload_often() -> None:
    threads = threading.active_count()
    for _ in range(20):
        reloadPlugin("askmap")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(iface.mainWindow().findChildren(QDockWidget, "AskMapDock")) == 1
    assert threading.active_count() <= threads
    print("reloaded", flush=True)


def answer_once() -> None:
    dock = plug_in(FakeEngine())
    dock.form.question.setPlainText("Where is water?")
    dock.form.ask_button.click()
    wait_until(lambda: not dock.form.stop_button.isEnabled(), "an answer came")
    assert dock.heading.outcome.text() == "1 target found.", dock.form.status.text()
    (group,) = QgsProject.instance().layerTreeRoot().findGroups()
    assert group.name() == "AskMap: Where is water?"
    assert iface.layerTreeView().isExpanded(iface.layerTreeView().node2index(group))
    print("answered", flush=True)


def reload_in_the_middle() -> None:
    ask_without_end()
    reloadPlugin("askmap")
    wait_until(no_tasks, "the work ended")
    print("reloaded in the middle", flush=True)


def ask_without_end() -> None:
    iface.mapCanvas().zoomToFullExtent()
    gate = Gate()
    dock = plug_in(FakeEngine(thought="on and on " * 10_000, pause=gate))
    dock.form.question.setPlainText("Where is land?")
    dock.form.ask_button.click()
    wait_until(lambda: gate.reached.is_set() or not dock.form.stop_button.isEnabled(), "the engine thinks")
    assert gate.reached.is_set(), dock.form.status.text()


def drive() -> None:
    layer = QgsRasterLayer(os.environ["ASKMAP_RASTER"], "flat")
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: bool(iface.mapCanvas().layers()), "the layer is on the canvas")
    try:
        answer_once()  # before any reload: the stand-ins belong to the modules of before
        reload_often()
        reload_in_the_middle()
        ask_without_end()
        print("leaving", flush=True)
    finally:
        start_leaving()


sys.excepthook = traceback.print_exception  # QGIS's own opens a window, where nobody reads it
QTimer.singleShot(0, drive)
