"""A person at the page «Teach»: what the tests of teaching press, click and read."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

from askmap.backend.samples.bop_format import Row, read_rows
from askmap.backend.stages import MaskSet, Report, Scene, Target, ignore
from askmap.plugin.context import new_context
from askmap.plugin.map.view import Rendering, file_view, view_settings, visible_layers
from askmap.plugin.settings import SettingsStore
from askmap.plugin.teach.controller import TeachController
from askmap.plugin.teach.panel import TeachPanel
from desktop import PATIENCE_S, Desk, FakeEngine, wait_until
from qgis.core import QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
QUESTION = "Where could a helicopter land?"
NEAR = 0.06  # of a pixel: what one pixel of the screen is, on a canvas of 400 pixels for 20


class Waiting(FakeEngine):
    """Its masks come when the test opens the gate."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        assert self.gate.wait(PATIENCE_S)
        return super().segment(scene, targets)


def box_of(target: Target) -> tuple[float, float, float, float]:
    return (target.box.x0, target.box.y0, target.box.x1, target.box.y1)


def points_of(target: Target) -> list[tuple[float, float]]:
    return [(point.x, point.y) for point in target.points]


class Teacher:
    """The page beside the canvas; places are pixels of the layer's raster."""

    def __init__(self, desk: Desk, layer: QgsRasterLayer, engine: object, folder: Optional[Path]) -> None:
        self.desk, self.layer, self.canvas = desk, layer, desk.canvas
        self.panel, self.context = TeachPanel(), new_context(desk, SettingsStore(), engine.load)
        self.bugs: list[Exception] = []
        self.native = True
        self.teaching = TeachController(
            replace(self.context, error_bar=self), self.panel, self.view, lambda: "fields · Native pixels"
        )
        desk.window.centralWidget().layout().addWidget(self.panel)
        if folder is not None:
            self.panel.folder.setFilePath(str(folder))

    def view(self) -> Callable[[], object] | Rendering:
        shown = self.canvas.mapSettings()
        if self.native:
            return file_view(self.layer, shown).read
        return Rendering(view_settings(shown, visible_layers(shown)), "the map")

    def show_error(self, error: Exception) -> str:
        self.bugs.append(error)
        return f"bug: {error!r}"

    def close(self) -> None:
        self.teaching.close()
        self.context.close()
        self.panel.setParent(None)
        self.panel.deleteLater()
        assert not self.bugs

    def start(self, question: str = QUESTION) -> None:
        self.panel.question.setEditText(question)
        self.panel.button.click()
        assert self.teaching.active
        self.see()

    def see(self) -> None:
        wait_until(lambda: self.panel.picture.text() != "", "the view is read")

    # --- the mouse ---

    def screen(self, x: float, y: float) -> QPoint:
        """Where a pixel's place in the raster is on the canvas."""
        extent, provider = self.layer.extent(), self.layer.dataProvider()
        there = QgsPointXY(
            extent.xMinimum() + x * extent.width() / provider.xSize(),
            extent.yMaximum() - y * extent.height() / provider.ySize(),
        )
        to_map = QgsCoordinateTransform(
            self.layer.crs(), self.canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        place = self.canvas.getCoordinateTransform().transform(to_map.transform(there))
        return QPoint(round(place.x()), round(place.y()))

    def raster(self, place: QPoint) -> tuple[float, float]:
        """The other way, on an upright map in the layer's CRS."""
        extent, provider = self.layer.extent(), self.layer.dataProvider()
        there = self.canvas.getCoordinateTransform().toMapCoordinates(place)
        x = (there.x() - extent.xMinimum()) / extent.width() * provider.xSize()
        return x, (extent.yMaximum() - there.y()) / extent.height() * provider.ySize()

    def drag(self, x0: float, y0: float, x1: float, y1: float) -> None:
        map_ = self.canvas.viewport()
        QTest.mousePress(map_, LEFT, pos=self.screen(x0, y0))
        QTest.mouseMove(map_, self.screen((x0 + x1) / 2, (y0 + y1) / 2))
        QTest.mouseMove(map_, self.screen(x1, y1))
        QTest.mouseRelease(map_, LEFT, pos=self.screen(x1, y1))

    def click(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseClick(self.canvas.viewport(), button, pos=self.screen(x, y))

    def draw(self) -> None:
        """A whole target, the same one each time."""
        self.drag(2, 3, 12, 9)
        self.click(4, 5)
        self.click(8, 6)

    # --- the keyboard ---

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.canvas, key, modifier)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    # --- what came of it ---

    @property
    def advice(self) -> str:
        return self.panel.advice.text()

    def wait_for(self, words: str) -> None:
        wait_until(lambda: words in self.advice, f"«{words}» is said, not «{self.advice}»")

    def wait_for_mask(self) -> None:
        self.wait_for("Enter keeps it, M begins")

    def rows(self, count: int) -> list[Row]:
        """As many as there should be, when they are there."""
        file = Path(self.panel.folder.filePath()) / f"{self.panel.split.currentText()}.jsonl"

        def there() -> list[Row]:
            return read_rows(file) if file.is_file() else []

        wait_until(lambda: len(there()) == count, f"{count} samples are kept, not {len(there())}")
        return there()
