"""What 5,000 answers in the history cost the window: CPU of the main thread, from a deed until all is quiet.

    cd tests && xvfb-run -a -s '-screen 0 1600x1000x24' ../.venv/bin/python support/bench_ui.py [--answers N]

Beside each, in the same run: the same deed with a handful of answers, and its peer, the whole list read and
shown anew on the main thread. What Qt and QGIS do by themselves is in it, the empty loop as well: of a
verdict or a note most is what QGIS needs to write it into the layers, however many answers there are.
"""

from __future__ import annotations

import argparse
import gc
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Callable

import numpy as np
from askmap.backend.entries.entry import ACCEPTED, REJECTED
from askmap.backend.history.rows import finding_row, now, question_row
from askmap.backend.history.schema import PUT_FINDING, PUT_QUESTION
from askmap.backend.history.store import History
from askmap.plugin.main import Plugin
from desktop import Desk, FakeEngine, no_tasks
from entries import make_entry, make_scene, rectangle
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer
from rich.console import Console
from rich.table import Table

MANY, FEW, ROUNDS = 5000, 5, 9
SETTLE_MS = 400  # longer than any timer of the page
WORDS = ("ship 7", "moor", "ship 123", "")
Deed = Callable[[int], object]  # of the round's number


def fill(path: Path, count: int) -> None:
    """In one transaction, which waits for the disk but once."""
    masks = rectangle(1, 2, 9, 9), rectangle(20, 10, 30, 25)
    History(path).put(make_entry("f" * 32), make_scene())  # which makes the tables
    with closing(sqlite3.connect(path)) as connection, connection:
        for number in range(count):
            created = f"2026-01-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}Z"
            entry = make_entry(f"{number:032x}", *masks, question=f"Ship {number}?", created=created)
            connection.execute(PUT_QUESTION, question_row(entry, now()))
            rows = (finding_row(entry.id, finding) for finding in entry.findings)
            connection.executemany(PUT_FINDING, rows)


def deeds_of(plugin: Plugin, folder: Path, count: int) -> dict[str, Deed]:
    """By name; of those that begin on another thread, that thread has its own CPU."""
    place, panel = plugin.wiring, plugin.dock.history
    history, project = place.history.history, QgsProject.instance()

    def keep(number: int) -> None:
        entry = make_entry(f"{count + number:032x}", rectangle(1, 2, 9, 9), created="2027-01-01T00:00:00Z")
        Thread(target=history.put, args=(entry, make_scene())).start()

    return {
        "nothing": lambda _: None,
        "a verdict": lambda number: place.review.set_state(1, (ACCEPTED, REJECTED)[number % 2]),
        "a note": lambda number: place.review.set_note(1, f"note {number}"),
        "a search": lambda number: panel.search.setText(WORDS[number % len(WORDS)]),
        "an answer is kept": keep,
        "the project is saved": lambda _: project.write(str(folder / f"{count}.qgs")),
    }


def cpu_ms(deed: Deed, number: int) -> float:
    """Of this thread, which sleeps where there is nothing to do."""
    loop, quiet = QEventLoop(), QTimer(interval=SETTLE_MS)
    quiet.timeout.connect(lambda: loop.quit() if no_tasks() else None)
    began = time.thread_time()
    QTimer.singleShot(0, lambda: deed(number))
    quiet.start()
    loop.exec()
    return 1000 * (time.thread_time() - began)


def measure(folder: Path, count: int) -> dict[str, float]:
    """Medians of the deeds with so many answers, and of their peer."""
    desk = Desk()
    plugin = Plugin(desk, FakeEngine().load)
    plugin.initGui()
    plugin.dock.show_welcome(False)
    plugin.dock.pages.setCurrentIndex(1)
    place, panel = plugin.wiring, plugin.dock.history
    place.history.project.folder_for_layers()
    fill(place.history.history.path, count)
    place.history.page.refresh()
    cpu_ms(lambda _: plugin.wiring.open(f"{count - 1:032x}"), 0)
    plugin.dock.pages.setCurrentIndex(1)
    panel_peer: Deed = lambda _: panel.show_headings(place.history.history.headings())  # noqa: E731
    deeds = {**deeds_of(plugin, folder, count), "peer": panel_peer}
    found = {name: float(np.median([cpu_ms(deed, n) for n in range(ROUNDS)])) for name, deed in deeds.items()}
    plugin.unload()
    desk.close()
    QgsProject.instance().clear()
    return found


def table(few: dict[str, float], many: dict[str, float], count: int) -> Table:
    shown = Table(
        f"CPU of the main thread, {count:,} answers", "ms", f"with {FEW}", "peer, ms", "peer / ours"
    )
    for name, cost in many.items():
        if name != "peer":
            ratio = f"{many['peer'] / cost:.1f}"
            shown.add_row(name, f"{cost:.1f}", f"{few[name]:.1f}", f"{many['peer']:.1f}", ratio)
    return shown


def main(folder: Path) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--answers", type=int, default=MANY)
    count = parser.parse_args().answers
    Console(width=110).print(table(measure(folder, FEW), measure(folder, count), count))


if __name__ == "__main__":
    from qgis.testing import start_app

    app = start_app(cleanup=False)  # its own is at Python's exit, when half of what QGIS needs is gone
    with TemporaryDirectory() as place:
        main(Path(place))
    QgsProject.instance().clear()
    gc.collect()  # a layer that is still there would crash without its provider
    app.exitQgis()
    sys.exit(0)
