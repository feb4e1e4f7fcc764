"""A person at the export dialog: what the tests of it choose, type and press."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Callable

from askmap.backend.entries.entry import ACCEPTED, OPEN, REJECTED, Entry
from askmap.plugin.export.choice import Choice, write_choice
from askmap.plugin.export.dialog import ExportDialog
from askmap.plugin.export.writers import SceneOf
from desktop import Desk, no_tasks, wait_until
from exporting import HERE, HOLED, THERE, entry
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

THREE = entry(HERE, THERE, HOLED, states=(ACCEPTED, OPEN, REJECTED))
CLICK = Qt.MouseButton.LeftButton


@contextmanager
def dialogs_in(desk: Desk, folder: Path) -> Iterator[Callable[..., ExportDialog]]:
    """Gives what opens one for entries; all are closed afterwards."""
    dialogs = []
    write_choice(replace(Choice(), folder=str(folder)))

    def open_dialog(*entries: Entry, scene_of: SceneOf = lambda id: None) -> ExportDialog:
        dialog = ExportDialog(scene_of, desk.window)
        dialog.open_for(entries or (THREE,), desk.canvas)
        dialogs.append(dialog)
        settle()
        return dialog

    yield open_dialog
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    wait_until(no_tasks, "all tasks ended")
    write_choice(Choice())


def settle():
    """The preview is drawn by a task, which begins after a rest."""
    dialogs = [window for window in QApplication.topLevelWidgets() if isinstance(window, ExportDialog)]
    rests = [timer for dialog in dialogs for timer in dialog.findChildren(QTimer) if timer.isSingleShot()]
    wait_until(lambda: no_tasks() and not any(rest.isActive() for rest in rests), "the preview is drawn")
    QCoreApplication.processEvents()


def choose(box, text):
    """With the keyboard alone."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText().startswith(text):
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"no {text} in it")


def type_into(line, text):
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)


def type_number(box, text):
    type_into(box.lineEdit(), text)


def export(dialog):
    places = []
    dialog.exported.connect(places.append)
    QTest.mouseClick(dialog.export_button, CLICK)
    wait_until(dialog.stop_button.isHidden, "it is written")
    return places
