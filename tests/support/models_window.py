"""The window of models under fingers."""

from __future__ import annotations

import threading
import time

from desktop import wait_until
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

TINY, WEIGHTS = "facebook/sam2.1-hiera-tiny", "model.safetensors"
NAME = "SAM2.1 tiny"


def choose(window, name):
    wait_until(lambda: name in names(window), f"{name} is listed")
    row = names(window).index(name)
    window.table.setCurrentCell(row, 0)
    return window.table.models[row]


def names(window):
    return [model.name for model in window.table.models]


def state(window, name):
    return window.table.item(names(window).index(name), 5).text()


def click(button):
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def settled(plugin):
    wait_until(lambda: not plugin.wiring.models.jobs.under_way, "the jobs have ended")
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.005)


def get(plugin, window):
    choose(window, NAME)
    click(window.get_button)
    settled(plugin)


def answer_box(window, text):
    """Presses a button of the next message box, once it is there."""
    pressed = []

    def press():
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        pressed.append(box.text())
        buttons = {button.text().replace("&", ""): button for button in box.buttons()}
        buttons[text].click()

    QTimer.singleShot(20, press)
    return pressed


class Pausing:
    """A fault of the hub: some bytes come, the rest when the test lets it."""

    def __init__(self, first: int) -> None:
        self.first, self.reached, self.go_on = first, threading.Event(), threading.Event()

    def __call__(self, request):
        rest = request.content[request.start :]
        if request.start:
            request.send_part(0)
        else:
            request.send(200, b"", len(rest))
        request.handler.wfile.write(rest[: self.first])
        request.handler.wfile.flush()
        self.reached.set()
        self.go_on.wait(20)
        request.handler.wfile.write(rest[self.first :])
