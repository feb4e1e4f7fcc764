"""The page of the history with three entries, and what a person does in it."""

from __future__ import annotations

from dataclasses import replace

from askmap.backend.history.store import Heading
from askmap.plugin.history.list_model import HEADING
from askmap.plugin.history.panel import HistoryPanel
from askmap.plugin.reports.entry_picture import SIDE_PX
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

A, B, C = "a" * 32, "b" * 32, "c" * 32


def heading(id=A, question="Where is water?", **changes):
    plain = Heading(id, "2026-01-02T03:04:05Z", question, "answered", "", "harbour.tif", "a reasoner", "", 0)
    return replace(plain, **changes)


HEADINGS = [heading(C, "And ships?", follows=B, targets=2), heading(B, targets=1), heading(A)]


def choose(panel, *rows):
    selection = panel.list.selectionModel()
    selection.clear()
    for row in rows:
        index = panel.list.model().index(row, 0)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def press(panel, name):
    QTest.mouseClick(panel.buttons[name], Qt.MouseButton.LeftButton)


def shown(panel):
    model = panel.list.model()
    return [model.index(row, 0).data(HEADING).id for row in range(model.rowCount())]


def heading_of(panel, id):
    model = panel.list.model()
    return model.index(shown(panel).index(id), 0).data(HEADING)


def colour_at(image, x, y):
    """At a pixel of the 40 x 30 px scene."""
    scale = SIDE_PX / 40
    return QColor(image.pixel(int((x + 0.5) * scale), int((y + 0.5) * scale)))


def open_page(desk):
    """The only widget of an active window."""
    panel = HistoryPanel()
    desk.window.setCentralWidget(panel)
    panel.show_headings(HEADINGS)
    QApplication.setActiveWindow(desk.window)
    return panel
