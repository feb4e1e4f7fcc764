"""Runs inside the QGIS desktop (--code): installs the packages with the page's button, and asks the sample.

From the environment: PICTURES, a folder for pictures of the screen; BUNDLE, a file to install from, where it
is there. It knows nothing but the plugin that QGIS has loaded from its profile. `make first-answer` starts it
and reads what it prints.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QWidget
from qgis.utils import iface, plugins

INSTALL_S, ANSWER_S = 3600, 1200
DRAW_S = 3  # for windows and the map to be drawn
PRESSES = 3  # the page asks again where far more must be fetched than it had said


def wait_until(true: Callable[[], bool], what: str, limit_s: float) -> None:
    end = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < end, f"waited in vain until {what}"
        QCoreApplication.processEvents()
        time.sleep(0.01)


def picture(name: str) -> None:
    begun = time.monotonic()
    wait_until(lambda: time.monotonic() > begun + DRAW_S, "the windows are drawn", 2 * DRAW_S)
    subprocess.run(["import", "-window", "root", os.environ["PICTURES"] + f"/{name}.png"], check=True)


def say(*words: object) -> None:
    print("first answer:", *words, flush=True)


def drive() -> None:
    plugin = plugins["askmap"]
    dock, install = plugin.dock, plugin.wiring.install
    iface.mainWindow().setGeometry(iface.mainWindow().screen().availableGeometry())
    dock.setUserVisible(True)
    dock.welcome.start_button.click()
    sample = Path(sys.modules["askmap"].__file__).parent / "resources" / "sample"
    layer = QgsRasterLayer(str(sample / "sample.tif"), "sample")
    QgsProject.instance().addMapLayer(layer)
    iface.mapCanvas().setExtent(layer.extent())
    picture("1-missing")
    press_install(dock, install)
    ask(dock, layer, (sample / "question.txt").read_text(encoding="utf-8").strip())
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


def press_install(dock: object, install: object) -> None:
    begun = time.monotonic()
    button = button_of(dock)
    for number in range(1, PRESSES + 1):
        say("the page says:", shown(install))
        button.click()
        if number == 1:
            picture("2-installing")
        wait_until(lambda: install.now.percent is None, "the installation ends", INSTALL_S)
        picture(f"3-ended-{number}")
        if not dock.form.notice.isVisibleTo(dock):
            break
    say("the page says:", shown(install))
    say(f"installed in {time.monotonic() - begun:.0f} s")
    assert not dock.form.notice.isVisibleTo(dock), dock.form.notice.advice.text()


def button_of(dock: object) -> object:
    """The one that installs; the other one of the page, with its file chosen, where there is a bundle."""
    (page,) = (each for each in dock.form.notice.findChildren(QWidget) if hasattr(each, "step"))
    bundle = os.environ["BUNDLE"]
    QFileDialog.getOpenFileName = lambda *_: (bundle, "")
    return page.bundle_button if Path(bundle).exists() else page.button


def shown(install: object) -> str:
    return " / ".join(filter(None, install.now.text.splitlines()))


def ask(dock: object, layer: QgsRasterLayer, question: str) -> None:
    for number in ("first", "second"):
        dock.form.context.layer.setLayer(layer)
        dock.form.question.setPlainText(question)
        begun = time.monotonic()
        dock.form.ask_button.click()
        wait_until(lambda: not dock.form.stop_button.isEnabled() and not tasks(), "it is answered", ANSWER_S)
        say(f"{number} answer after {time.monotonic() - begun:.1f} s:", dock.heading.outcome.text())
        say("engine:", dock.models.accessibleDescription())
        picture(f"4-{number}")
        for item in iface.messageBar().items():
            say("message:", item.text())
    say("layers:", ", ".join(sorted(each.name() for each in QgsProject.instance().mapLayers().values())))
    say("torch in QGIS:", getattr(sys.modules.get("torch"), "__version__", "no"))


def tasks() -> int:
    return QgsApplication.taskManager().countActiveTasks()


def give_up(*error: object) -> None:
    traceback.print_exception(*error)
    sys.stderr.flush()
    os._exit(1)


sys.excepthook = give_up
QTimer.singleShot(2000, drive)
