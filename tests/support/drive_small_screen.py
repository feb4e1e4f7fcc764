"""Runs inside the QGIS desktop (--code): an answer in a narrow dock, and what of it can be seen.

Prints one line of JSON. From the environment: ASKMAP_DOCK_PX, how wide the dock shall be.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QRect, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QToolButton, QWidget
from qgis.utils import iface, plugins

sys.path.append(str(Path(os.environ["ASKMAP_TESTS"])))
from askmap.backend.stages import Box, Point, Target  # noqa: E402
from desktop import FakeEngine, no_tasks, wait_until  # noqa: E402
from leaving import give_up, start_leaving  # noqa: E402

QUESTION = "Wo könnte ein Hubschrauber landen?"
THOUGHT = "Ein Hubschrauber braucht eine ebene, freie Fläche ohne Bäume und Leitungen. " * 6
TARGETS = [
    Target(Box(x, 2.0, x + 2.0, 8.0), (Point(x + 0.5, 4.5),), "Feld neben der Straße")
    for x in (1.0, 4.0, 7.0, 10.0, 13.0)
]


def drive() -> None:
    main, dock = iface.mainWindow(), plugins["askmap"].dock
    main.setGeometry(main.screen().availableGeometry())
    for other in main.findChildren(QDockWidget, "Browser"):
        other.close()
    QgsProject.instance().addMapLayer(QgsRasterLayer(os.environ["ASKMAP_RASTER"], "Luftbild"))
    wait_until(lambda: bool(iface.mapCanvas().layers()), "the layer is on the canvas")
    iface.mapCanvas().zoomToFullExtent()
    dock.show_welcome(False)
    dock.setUserVisible(True)
    answer(dock)
    main.resizeDocks([dock], [int(os.environ["ASKMAP_DOCK_PX"])], Qt.Orientation.Horizontal)
    wait_until(lambda: dock.width() == int(os.environ["ASKMAP_DOCK_PX"]), "the dock is as wide")
    settle()
    print(json.dumps(measure(dock)), flush=True)
    start_leaving()


def answer(dock: QWidget) -> None:
    plugins["askmap"].wiring.context.engine.load = FakeEngine(TARGETS, THOUGHT).load
    dock.form.question.setPlainText(QUESTION)
    dock.form.ask_button.click()
    wait_until(lambda: not dock.form.is_working and no_tasks(), "an answer came")


def settle() -> None:
    for _ in range(20):
        QCoreApplication.processEvents()


def measure(dock: QWidget) -> dict[str, object]:
    cards, text = dock.answer.cards.list, dock.answer.reasoning.text.viewport()
    rows = (cards.visualRect(cards.model().index(row, 0)) for row in range(cards.model().rowCount()))
    seen = [
        [is_seen(button) for button in bar.buttons.values()]
        for row, bar in zip(rows, cards.bars.verdicts)
        if is_seen(cards.viewport(), row) and row.contains(bar.geometry())
    ]
    tools = [tool for tool in dock.answer.tools.findChildren(QToolButton) if tool.isVisibleTo(dock)]
    return {
        "language": dock.pages.tabText(0),
        "width": dock.width(),
        "cards": len(seen),
        "verdicts": [sum(both) for both in seen],
        "tools": all(map(is_seen, tools)) and len(tools),
        "ask": is_seen(dock.form.ask_button),
        "reasoning": text.visibleRegion().boundingRect().height() / dock.fontMetrics().lineSpacing(),
    }


def is_seen(widget: QWidget, part: QRect | None = None) -> bool:
    """Whole: no parent cuts it off."""
    whole = part or widget.rect()
    return widget.isVisible() and widget.visibleRegion().boundingRect().contains(whole)


sys.excepthook = give_up
QTimer.singleShot(0, drive)
