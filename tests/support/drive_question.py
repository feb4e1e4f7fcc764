"""Runs inside the QGIS desktop (--code): asks the bundled question with the real engine, then reloads.

Prints what came of it; tests/plugin/test_desktop.py reads that.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import plugins, reloadPlugin

sys.path.append(str(Path(os.environ["ASKMAP_TESTS"])))
from desktop import no_tasks, wait_until  # noqa: E402
from leaving import give_up, start_leaving  # noqa: E402

SAMPLE = Path(os.environ["ASKMAP_TESTS"]).parents[1] / "resources" / "sample"
LOADING_S = 240  # torch twice from a cold disk, and an answer on a busy processor


def drive() -> None:
    form = plugins["askmap"].dock.form
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(SAMPLE / "sample.tif"), "sample"))
    form.question.setPlainText((SAMPLE / "question.txt").read_text(encoding="utf-8").strip())
    form.ask_button.click()
    wait_until(lambda: not form.stop_button.isEnabled() and no_tasks(), "an answer came", LOADING_S)
    print("answered:", plugins["askmap"].dock.heading.outcome.text(), flush=True)
    reloadPlugin("askmap")
    print("refused after a reload:", "triton" in sys.modules, flush=True)
    start_leaving()


sys.excepthook = give_up
QTimer.singleShot(0, drive)
