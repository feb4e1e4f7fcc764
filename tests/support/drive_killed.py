"""Runs inside the QGIS desktop (--code), twice: judges and is killed; then takes over what was left.

tests/plugin/test_desktop.py starts it and reads what it prints.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import plugins

sys.path.append(str(Path(os.environ["ASKMAP_TESTS"])))
from desktop import FakeEngine, no_tasks, wait_until  # noqa: E402
from leaving import give_up, start_leaving  # noqa: E402


def review_and_die() -> None:
    QgsProject.instance().addMapLayer(QgsRasterLayer(os.environ["ASKMAP_RASTER"], "flat"))
    plugin = plugins["askmap"]
    plugin.wiring.context.engine.load = FakeEngine().load
    plugin.dock.form.question.setPlainText("Where is water?")
    plugin.dock.form.ask_button.click()
    wait_until(lambda: not plugin.dock.form.stop_button.isEnabled() and no_tasks(), "an answer came")
    plugin.dock.answer.cards.state_wanted.emit(1, "accepted")
    plugin.dock.answer.cards.note_written.emit(1, "seen from the road")
    print("judged", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def take_over() -> None:
    plugin = plugins["askmap"]
    notice = plugin.dock.history.notice
    assert notice.isVisibleTo(plugin.dock.history), "nothing is offered"
    notice.recover_button.click()
    (heading,) = plugin.wiring.history.project.headings()
    plugin.dock.history.open_wanted.emit(heading.id)
    wait_until(lambda: bool(QgsProject.instance().mapLayersByName("Targets")), "its layers are back")
    finding = plugin.wiring.review.entry.finding(1)
    print("found again:", heading.question, finding.state, finding.note, flush=True)
    (targets,) = QgsProject.instance().mapLayersByName("Targets")
    print("on the layer:", *(feature["state"] for feature in targets.getFeatures()), flush=True)
    rasters = [layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "flat"]
    print("asked about:", *(layer.source() for layer in rasters), flush=True)
    start_leaving()


sys.excepthook = give_up
QTimer.singleShot(0, {"review": review_and_die, "again": take_over}[os.environ["ASKMAP_PART"]])
