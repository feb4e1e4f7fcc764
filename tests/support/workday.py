"""A day's work with the plugin: an answer in the dock, and hands to review it."""

from __future__ import annotations

from askmap.backend.stages import Box, Point, Target
from askmap.plugin.layers.group import layers_of
from desktop import no_tasks, wait_until
from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest

OTHER = Target(Box(10.0, 8.0, 16.0, 13.0), (Point(12.5, 9.5),), "a pond")
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Day:
    """A plugin with an answer in it, and hands."""

    def __init__(self, desk, plugin, engine) -> None:
        self.desk, self.plugin, self.engine = desk, plugin, engine
        self.dock, self.place = plugin.dock, plugin.wiring
        self.cards, self.review = plugin.dock.answer.cards, plugin.wiring.review

    def ask(self, text: str = "Where is a field?") -> None:
        self.dock.form.question.setPlainText(text)
        QTest.keyClick(self.dock.form.question, Qt.Key.Key_Return)
        self.wait(lambda: self.dock.form.ask_button.isEnabled(), "the answer is there")

    def wait(self, true, what) -> None:
        wait_until(true, what)
        wait_until(no_tasks, "all tasks ended")
        for _ in range(5):
            QCoreApplication.processEvents()

    def click(self, x: float, y: float, button=LEFT) -> None:
        """On the map, in the scene's pixels."""
        grid, canvas = self.review.entry.grid, self.desk.mapCanvas()
        place = canvas.getCoordinateTransform().transform(QgsPointXY(*grid.to_map(x, y)))
        QTest.mouseClick(
            canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, place.toQPointF().toPoint()
        )

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.cards.list, key, modifier)

    def layer(self, table: str = "targets"):
        return layers_of(self.review.entry.id, QgsProject.instance())[table]

    def area(self, number: int) -> int:
        return next(f["area_px"] for f in self.layer().getFeatures() if f["target"] == number)

    def kept(self):
        return self.place.history.history.entry(self.review.entry.id)
