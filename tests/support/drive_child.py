"""Runs inside the QGIS desktop (--code): the trial fails, a child answers, and QGIS is killed at work.

Prints a line for each thing; tests/plugin/test_desktop.py reads them. ASKMAP_PICTURE: where its window is
drawn after the answer.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from askmap.backend.errors import MissingPackage
from askmap.plugin.runtime import engine_service
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins

sys.path.append(str(Path(os.environ["ASKMAP_TESTS"])))
from children import children_of  # noqa: E402
from desktop import no_tasks, wait_until  # noqa: E402
from leaving import give_up  # noqa: E402

SAMPLE = Path(os.environ["ASKMAP_TESTS"]).parents[1] / "resources" / "sample"
LOADING_S = 300  # torch from a cold disk, and an answer on a busy processor


def crash(*_: object) -> None:
    raise MissingPackage("The engine's packages do not work with this QGIS: it crashed without a word.")


def ask_sample() -> object:
    form = plugins["askmap"].dock.form
    form.question.setPlainText((SAMPLE / "question.txt").read_text(encoding="utf-8").strip())
    form.ask_button.click()
    return form


def drive() -> None:
    engine_service.try_out = crash
    iface.mainWindow().showMaximized()
    plugins["askmap"].dock.show_welcome(False)
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(SAMPLE / "sample.tif"), "sample"))
    form = ask_sample()
    wait_until(lambda: not form.stop_button.isEnabled() and no_tasks(), "an answer came", LOADING_S)
    print("answered:", plugins["askmap"].dock.heading.outcome.text(), flush=True)
    print("engine:", plugins["askmap"].dock.models.accessibleDescription(), flush=True)
    print("torch in QGIS:", "torch" in sys.modules, flush=True)
    canvas = iface.mapCanvas()
    wait_until(lambda: len(canvas.layers()) > 1 and not canvas.isDrawing(), "the map is drawn")
    iface.mainWindow().grab().save(os.environ["ASKMAP_PICTURE"])
    ask_sample()
    reasoning = plugins["askmap"].dock.answer.reasoning.text
    wait_until(lambda: not reasoning.toPlainText() or "Reasoning" in form.status.text(), "it is asked again")
    print("child:", *children_of(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


sys.excepthook = give_up
QTimer.singleShot(0, drive)
