"""500 questions, one with 200 ragged targets with holes: how long does each deed hold the window?

    cd tests && xvfb-run -a -s '-screen 0 1600x1000x24' ../.venv/bin/python crowd.py

prints the longest that the main thread heard nothing after each deed, in milliseconds, as monkey.py does for
few targets. What QGIS does by itself is in it: to open and commit layers, to read and write projects.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable

import numpy as np
from askmap.backend.entries.entry import ACCEPTED, Entry, Finding
from askmap.backend.geo.outlines import mask_geometry
from askmap.backend.history.store import History
from askmap.backend.stages import Box, Grid, Point, Scene, Target
from askmap.plugin.export.dialog import ExportDialog
from askmap.plugin.layers.group import layers_of
from askmap.plugin.main import Plugin
from desktop import Desk, FakeEngine, no_tasks
from entries import make_entry, rectangle
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from rasters import make_raster

SIDE_PX, ROWS, COLUMNS = 1200, 10, 20  # of the scene, and of the targets on it: 582,000 corners
PIXEL_M, MANY, SETTLE_S = 2.0, 500, 0.5
LARGE, OTHER = "b" * 32, "c" * 32
Deed = tuple[str, Callable[[], object]]


def ragged(place: int) -> Finding:
    """The mask of a model that is not sure: a thousand corners, a hundred holes."""
    row, column = divmod(place, COLUMNS)
    height, width = SIDE_PX // ROWS, SIDE_PX // COLUMNS
    x, y = column * width, row * height
    rough = np.random.default_rng(place).random((height, width))
    down, right = np.mgrid[:height, :width]
    far = np.hypot(down / height - 0.5, right / width - 0.5) * 2
    mask = (far < 0.7 + 0.3 * rough) & ~((far < 0.6) & (rough < 0.15))
    corner = (500_000 + PIXEL_M * x, PIXEL_M, 0.0, 4_000_000 - PIXEL_M * y, 0.0, -PIXEL_M)
    outline = mask_geometry(mask, Grid.from_gdal(width, height, corner, "EPSG:32633"))
    sentence = 23 * (place % 40)
    target = Target(Box(x, y, x + width, y + height), (Point(x + 9, y + 9),), "", (sentence, sentence + 22))
    return Finding(place + 1, target, outline, 0.9)


def large(id: str) -> Entry:
    grid = Grid.from_gdal(SIDE_PX, SIDE_PX, (500_000, PIXEL_M, 0.0, 4_000_000, 0.0, -PIXEL_M), "EPSG:32633")
    entry = make_entry(id, grid=grid, thought="There are many fields. " * 40)
    return replace(entry, findings=tuple(map(ragged, range(ROWS * COLUMNS))))


def fill(path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (SIDE_PX, SIDE_PX, 3), np.uint8)
    entry, history = large(LARGE), History(path)
    scene = Scene(noise, np.ones((SIDE_PX, SIDE_PX), np.bool_), entry.grid, "scene.tif")
    for number in range(MANY):
        history.put(make_entry(f"{number:032x}", rectangle(1, 2, 9, 9), question=f"Ship {number}?"))
    history.put(replace(entry, id=OTHER), scene)
    history.put(entry, scene)


def deeds(plugin: Plugin, desk: Desk, folder: Path) -> Iterator[Deed]:
    place, dock, project = plugin.wiring, plugin.dock, QgsProject.instance()
    review, cards, panel = place.review, dock.answer.cards, dock.history

    def export_window() -> ExportDialog:
        return desk.mainWindow().findChildren(ExportDialog)[-1]

    yield "show the list", place.history.page.refresh
    yield "search in it", lambda: panel.search.setText("ship 7")
    yield "search no more", lambda: panel.search.setText("")
    yield "open 200 targets", lambda: panel.open_wanted.emit(LARGE)
    yield "open 200 others", lambda: panel.open_wanted.emit(OTHER)
    yield "switch back", lambda: panel.open_wanted.emit(LARGE)
    yield "accept one", lambda: review.set_state(2, ACCEPTED)
    yield "note something", lambda: review.set_note(2, "Ask Ana")
    yield "sort by area", lambda: cards.head.order.setCurrentIndex(2)
    yield "accept all", cards.accept_all
    yield "undo that", review.undo.undo
    yield "redo that", review.undo.redo
    yield "begin to edit by hand", lambda: layers_of(LARGE, project)["targets"].startEditing()
    yield "move one by hand", lambda: layers_of(LARGE, project)["targets"].translateFeature(1, 2.0, 0.0)
    yield "commit that", lambda: layers_of(LARGE, project)["targets"].commitChanges()
    yield "export them", lambda: (place.export.export(), export_window().form.shape.preview.click())
    form = export_window().form
    yield "show a preview", form.shape.preview.click
    yield "simplify it", lambda: form.shape.simplify.setValue(3.0)
    yield "zoom in", lambda: desk.mapCanvas().zoomByFactor(0.2)
    yield "close the export", lambda: export_window().close()
    yield "delete one", lambda: panel.delete_wanted.emit([OTHER])
    yield "bring it back", panel.restore_wanted.emit
    yield "save", lambda: project.write(str(folder / "a.qgs"))
    yield "save again", project.write
    yield "save under another name", lambda: project.write(str(folder / "b.qgs"))
    yield "close", project.clear
    yield "open the project", lambda: project.read(str(folder / "b.qgs"))
    yield "open 200 targets in it", lambda: panel.open_wanted.emit(LARGE)
    yield "close again", project.clear


def longest_block_ms(deed: Callable[[], object], is_quiet: Callable[[], bool]) -> float:
    """From the deed on until all is quiet for a while."""
    loop, beat, beats = QEventLoop(), QTimer(), [time.perf_counter()]
    quiet_since = [time.monotonic()]

    def note() -> None:
        beats.append(time.perf_counter())
        if not is_quiet():
            quiet_since[0] = time.monotonic()
        elif time.monotonic() > quiet_since[0] + SETTLE_S:
            loop.quit()

    beat.setTimerType(Qt.TimerType.PreciseTimer)
    beat.timeout.connect(note)
    beat.start(2)
    QTimer.singleShot(0, deed)
    loop.exec()
    return 1000 * float(np.diff(beats).max())


def main(folder: Path) -> None:
    desk = Desk()
    raster = make_raster(folder / "scene.tif", np.full((3, SIDE_PX, SIDE_PX), 90, np.uint8))
    desk.show_layer(QgsRasterLayer(str(raster), "scene"))
    plugin = Plugin(desk, FakeEngine().load)
    plugin.initGui()
    plugin.dock.show_welcome(False)
    place = plugin.wiring
    place.history.project.folder_for_layers()
    fill(place.history.history.path)
    files = place.answer.layers.files
    for name, deed in deeds(plugin, desk, folder):
        block = longest_block_ms(deed, lambda: no_tasks() and not files.busy)
        print(f"{block:6.0f} ms  {name}", flush=True)
        QTest.qWait(50)
    plugin.unload()
    desk.close()


if __name__ == "__main__":
    from qgis.testing import start_app

    app = start_app(cleanup=False)  # its own is at Python's exit, when half of what QGIS needs is gone
    with TemporaryDirectory() as place:
        main(Path(place))
    QgsProject.instance().clear()
    gc.collect()  # a layer that is still there would crash without its provider
    app.exitQgis()
