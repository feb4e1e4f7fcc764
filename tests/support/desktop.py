"""Small real stand-ins for the tests in QGIS: a window that plays QGIS's, and an engine without weights."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Callable, Optional

import numpy as np
from askmap.backend.stages import (
    Answer,
    Box,
    Grounding,
    MaskSet,
    Point,
    Progress,
    Provenance,
    Question,
    Report,
    Scene,
    Target,
    Thought,
    ignore,
)
from askmap.plugin.runtime.error_bar import MORE
from qgis.core import QgsApplication, QgsMapLayer, QgsProject
from qgis.gui import QgsGui, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QObject, QSize, Qt, pyqtSignal
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QToolButton, QVBoxLayout, QWidget

PATIENCE_S = 60  # only how long a test waits before it gives up
CANVAS_PX = (400, 300)
SQUARE = Target(Box(2.0, 3.0, 6.0, 8.0), (Point(3.5, 4.5), Point(5.0, 7.0)), "a field")


class Desk(QObject):
    """What plugins use of QgisInterface: a window with a canvas, a message bar and what is put into it."""

    currentLayerChanged = pyqtSignal(QgsMapLayer)  # selected in the layer tree

    def __init__(self) -> None:
        super().__init__()
        self.window = QMainWindow()
        content = QWidget()
        column = QVBoxLayout(content)
        self.bar, self.canvas = QgsMessageBar(), QgsMapCanvas()
        self.canvas.setFixedSize(QSize(*CANVAS_PX))
        column.addWidget(self.bar)
        column.addWidget(self.canvas)
        self.window.setCentralWidget(content)
        self.toolbar: list[QAction] = []
        self.menu: list[QAction] = []
        self.options: list[object] = []
        self.shown_options: list[str] = []
        self.window.show()

    def close(self) -> None:
        self.canvas.stopRendering()
        self.canvas.setLayers([])
        self.window.deleteLater()

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QWidget) -> None:
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QWidget) -> None:
        self.window.removeDockWidget(dock)

    def addToolBarIcon(self, action: QAction) -> None:
        self.toolbar.append(action)

    def removeToolBarIcon(self, action: QAction) -> None:
        self.toolbar.remove(action)

    def addPluginToRasterMenu(self, menu: str, action: QAction) -> None:
        self.menu.append(action)

    def removePluginRasterMenu(self, menu: str, action: QAction) -> None:
        self.menu.remove(action)

    def registerOptionsWidgetFactory(self, factory: object) -> None:
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: object) -> None:
        self.options.remove(factory)

    def registerMainWindowAction(self, action: QAction, key: str) -> bool:
        return QgsGui.shortcutsManager().registerAction(action, key)

    def unregisterMainWindowAction(self, action: QAction) -> bool:
        return QgsGui.shortcutsManager().unregisterAction(action)

    def showOptionsDialog(self, parent: QWidget, page: str) -> None:
        self.shown_options.append(page)

    def show_layer(self, *layers: object) -> None:
        """The layers in the project and on the canvas, which shows all of the first one."""
        QgsProject.instance().addMapLayers(list(layers))
        self.canvas.setDestinationCrs(layers[0].crs())
        self.canvas.setLayers(list(layers))
        self.canvas.setExtent(layers[0].extent())


class FakeEngine:
    """Thinks aloud, then finds the targets it was told to.

    The mask of each fills its box and the pixels under its points, but for those under its negatives.

    `pause` runs after each piece, on the worker thread; `error` is raised instead of an answer.
    """

    def __init__(
        self,
        targets: Sequence[Target] = (SQUARE,),
        thought: str = "Open and flat: <b>there</b>.",
        pause: Callable[[], None] = lambda: None,
        error: Optional[Exception] = None,
        is_unknown: bool = False,
        digest: str = "0" * 64,
    ) -> None:
        self.targets, self.thought, self.pause, self.error = tuple(targets), thought, pause, error
        self.is_unknown, self.digest = is_unknown, digest
        self.scenes: list[Scene] = []
        self.questions: list[Question] = []
        self.threads: list[threading.Thread] = []
        self.prompts: list[Target] = []  # of segment()

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        self.scenes.append(scene)
        self.questions.append(question)
        self.threads.append(threading.current_thread())
        raw = f"<think>{self.thought}</think><answer>[]</answer>"
        report(Progress(0.1, "Reasoning"))
        for start in range(0, len(raw), 5):
            report(Thought(raw[start : start + 5]))
            self.pause()
        if self.error is not None:
            raise self.error
        grounding = Grounding(self.thought, self.targets, raw, "plain", self.is_unknown)
        masks = _filled(self.targets, scene)
        origin = replace(_origin(scene), reasoner_digest=self.digest)
        return Answer(question, grounding, masks, scene.grid, origin, scene.image)

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        self.prompts += targets
        return _filled(targets, scene)

    def load(self, settings: object, report: Report) -> FakeEngine:
        return self


class Gate:
    """A pause that lasts until the test opens it; it hears a stop through the report that follows."""

    def __init__(self) -> None:
        self.reached, self._opened = threading.Event(), threading.Event()

    def __call__(self) -> None:
        self.reached.set()
        self._opened.wait(0.02)

    def open(self) -> None:
        self._opened.set()


def all_said(desk: Desk) -> str:
    """In the message bar, with what «More…» shows when the mouse is over it."""
    item = desk.messageBar().currentItem()
    more = item.findChild(QToolButton, MORE)
    return more.toolTip() if more else item.text()


def wait_until(true: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    """Lets Qt work until it is so; fails when it took longer."""
    deadline = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        QCoreApplication.processEvents()
        time.sleep(0.005)


def no_tasks() -> bool:
    return QgsApplication.taskManager().countActiveTasks() == 0


def ask(plugin: object, text: str = "Where could a helicopter land?") -> None:
    """As a person does: type, then Enter."""
    QTest.keyClicks(plugin.dock.form.question, text)
    QTest.keyClick(plugin.dock.form.question, Qt.Key.Key_Return)


def ended(plugin: object) -> bool:
    return plugin.dock.form.ask_button.isEnabled()


def groups() -> list:
    return QgsProject.instance().layerTreeRoot().findGroups()


def message(desk: Desk) -> str:
    item = desk.messageBar().currentItem()
    return item.text() if item else ""


def _filled(targets: Sequence[Target], scene: Scene) -> MaskSet:
    masks = np.zeros((len(targets), *scene.valid.shape), np.bool_)
    for mask, target in zip(masks, targets):
        if target.box is not None:
            x0, y0, x1, y1 = (round(v) for v in (target.box.x0, target.box.y0, target.box.x1, target.box.y1))
            mask[y0:y1, x0:x1] = True
        for points, inside in ((target.points, True), (target.negatives, False)):
            for point in points:
                mask[int(point.y) : int(point.y) + 1, int(point.x) : int(point.x) + 1] = inside
    return MaskSet(masks, np.full(len(targets), 0.9, np.float32))


def _origin(scene: Scene) -> Provenance:
    return Provenance(
        scene.source,
        "fake reasoner",
        "0" * 64,
        "fake segmenter",
        "1" * 64,
        "cpu",
        0,
        "2026-01-02T03:04:05Z",
        "0.1.0",
        warnings=scene.warnings,
    )
