"""Somebody who presses everything in any order: does it last, and where does the window wait?

    xvfb-run -a .venv/bin/python tests/support/monkey.py STEPS SEED RASTER

prints the longest that each kind of deed held the window, in milliseconds.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

from askmap.backend.entries.entry import ASKED
from askmap.backend.errors import OutOfMemory
from askmap.backend.stages import Box, Point, Target
from askmap.plugin.layers.group import layers_of
from askmap.plugin.layers.styles import Colouring
from askmap.plugin.main import Plugin
from askmap.plugin.map.geometries import shape_of
from askmap.plugin.map.subject import is_raster
from desktop import Desk, FakeEngine, no_tasks, wait_until
from qgis.core import QgsGeometry, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest

PAUSES_S = (0.0, 0.005, 0.03, 0.1)
PALE = "askmap/opacity"  # custom property of the layers of an answer that is not open


class Monkey:
    def __init__(self, desk, raster: Path, seed: int) -> None:
        self.desk, self._raster, self._random = desk, raster, random.Random(seed)
        self.kept: dict[str, dict[int, object]] = {}  # what the history must hold, by entry and number
        self.longest_s: dict[str, float] = defaultdict(float)  # that a deed held the window
        self.counts: dict[str, int] = defaultdict(int)
        self._plug_in()
        self._show_raster()

    def step(self) -> str:
        deed = self._random.choice(self.deeds())
        with self._timed(deed.__name__):
            deed()
        self._rest(deed.__name__)
        self.counts[deed.__name__] += 1
        return deed.__name__

    def settle(self) -> None:
        """Until nothing is under way any more."""
        wait_until(lambda: no_tasks() and not self.place.ask.runner.busy, "all work ended")
        until = time.monotonic() + 0.2
        while time.monotonic() < until:
            QCoreApplication.processEvents()

    def check(self) -> None:
        """Nothing is lost: history, panel and layer say the same as what was done."""
        self.settle()
        wait_until(self._agree, "history, panel and layer say the same")

    def _agree(self) -> bool:
        history, entry = self.place.history.history, self.review.entry
        kept = all(
            {f.number: f for f in history.entry(id).findings} == findings
            for id, findings in self.kept.items()
        )
        if entry is None or entry.outcome == ASKED:  # its answer may be kept after a stop, unheard
            return kept
        return kept and history.entry(entry.id).findings == entry.findings and self._layer_agrees(entry)

    def contradiction(self) -> str:
        """What the page says that is not so; "" where heading, layer and answer belong together."""
        dock, entry, busy = self.plugin.dock, self.review.entry, self.place.ask.runner.busy
        page, form, heading = self.place.page.now, dock.form, dock.heading
        asked = page.asked.text if page.streams else entry.question.text if entry else ""
        cards = {finding.number: finding for finding in dock.answer.cards.list.model().findings()}
        thought, own = dock.answer.reasoning.text.toPlainText(), entry.grounding.thought if entry else ""
        other = form.question.toPlainText().strip() != (page.asked.text if page.asked else "")
        layers = layers_of(entry.id, QgsProject.instance()).values() if entry else ()
        chosen = form.context.chosen_layer()
        facts = {
            "a heading where nothing stands": heading.isHidden() == bool(asked),
            "the heading of another question": heading.question.text() != asked,
            "another answer": page.answer is not entry,
            "the cards of another answer": cards != {f.number: f for f in (entry.findings if entry else ())},
            "cards without a title": dock.answer.cards.head.title.isHidden()
            == (page.streams and bool(entry)),
            "the reasoning of another question": not page.streams and thought != own,
            "not what is under way": busy != (page.asked is not None) or busy != form.is_working,
            "another question in the field": form.running.isHidden() == (busy and other),
            "the open answer in pale colours": any(
                layer.customProperty(PALE) is not None for layer in layers
            ),
            "a layer that is gone": chosen is not None and not is_raster(chosen),
        }
        return ", ".join(name for name, is_so in facts.items() if is_so)

    def close(self) -> None:
        self.plugin.unload()

    def deeds(self) -> tuple:
        common = (self.ask, self.stop, self.judge, self.judge, self.note, self.undo, self.undo, self.redo)
        map_deeds = (self.edit, self.click, self.click, self.draw, self.leave, self.edit_by_hand)
        rare = (self.close_project, self.reload, self.open_old, self.delete_old, self.follow, self.colour)
        page = (self.type_other, self.ask_other, self.select_raster, self.pan, self.break_engine)
        places = (self.add_raster, self.remove_raster, self.undelete, self.save_and_reopen)
        return (*common, *common, *map_deeds, *map_deeds, *rare, *page, *places)

    def ask(self) -> None:
        self.plugin.dock.form.question.setPlainText(
            self._random.choice(("Where?", "Only the large ones", "水?"))
        )
        QTest.keyClick(self.plugin.dock.form.question, Qt.Key.Key_Return)

    def type_other(self) -> None:
        self.plugin.dock.form.question.setPlainText(self._random.choice(("And now?", "Where?", "")))

    def ask_other(self) -> None:
        """Also while another question is being answered."""
        QTest.keyClicks(self.plugin.dock.form.question, "!")
        QTest.keyClick(self.plugin.dock.form.question, Qt.Key.Key_Return)

    def break_engine(self) -> None:
        """For the questions that come, or no more."""
        self._engine.error = None if self._engine.error else OutOfMemory("It did not fit.")

    def pan(self) -> None:
        extent = self.desk.mapCanvas().extent()
        extent.setXMaximum(extent.xMaximum() + self._random.choice((-5, 5, 1000)))
        self.desk.mapCanvas().setExtent(extent)

    def add_raster(self) -> None:
        if len(self._rasters()) < 4:
            QgsProject.instance().addMapLayer(QgsRasterLayer(str(self._raster), "others"))

    def remove_raster(self) -> None:
        if len(self._rasters()) > 1:
            QgsProject.instance().removeMapLayer(self._random.choice(self._rasters()).id())

    def select_raster(self) -> None:
        if self._rasters():
            self.desk.currentLayerChanged.emit(self._random.choice(self._rasters()))

    def undelete(self) -> None:
        self.plugin.dock.history.restore_wanted.emit()

    def save_and_reopen(self) -> None:
        """Waits first: what is written while the project is closed need not be kept."""
        self.settle()
        path = str(self._raster.with_name("work.qgs"))
        QgsProject.instance().write(path)
        QgsProject.instance().clear()
        QgsProject.instance().read(path)
        self.desk.mapCanvas().setLayers(self._rasters())

    def stop(self) -> None:
        self.plugin.dock.form.stop_button.click()

    def judge(self) -> None:
        self.review.step(1)
        key = self._random.choice((Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_O))
        QTest.keyClick(self.plugin.dock.answer.cards.list, key)

    def note(self) -> None:
        if self.review.entry is not None and self.review.number:
            self.review.set_note(self.review.number, f"note {self._random.random()}")

    def undo(self) -> None:
        QTest.keyClick(self.plugin.dock.answer.cards.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        QTest.keyClick(self.plugin.dock.answer.cards.list, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    def edit(self) -> None:
        self.review.step(1)
        self.plugin.dock.answer.cards.edit_wanted.emit(self.review.number)

    def draw(self) -> None:
        self.plugin.dock.answer.cards.draw_wanted.emit()

    def click(self) -> None:
        view = self.desk.mapCanvas().viewport()
        button = self._random.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton))
        place = view.rect().center()
        place.setX(self._random.randrange(view.width()))
        QTest.mouseClick(view, button, Qt.KeyboardModifier.NoModifier, place)

    def leave(self) -> None:
        QTest.keyClick(self.desk.mapCanvas(), Qt.Key.Key_Escape)

    def edit_by_hand(self) -> None:
        """With QGIS's own editing: a target moves, and is sometimes rolled back."""
        entry = self.review.entry
        layer = layers_of(entry.id, QgsProject.instance()).get("targets") if entry is not None else None
        if layer is None or not layer.startEditing():
            return
        for feature in list(layer.getFeatures())[:1]:
            moved = QgsGeometry(feature.geometry())
            moved.translate(self._random.choice((-2, 2)), 0)
            layer.changeGeometry(feature.id(), moved)
        layer.commitChanges() if self._random.random() < 0.7 else layer.rollBack()

    def close_project(self) -> None:
        QgsProject.instance().clear()
        self.kept.clear()
        self._show_raster()

    def reload(self) -> None:
        self.plugin.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._plug_in()

    def open_old(self) -> None:
        headings = self.place.history.project.headings()
        if headings:
            self.plugin.dock.history.open_wanted.emit(self._random.choice(headings).id)

    def delete_old(self) -> None:
        headings = self.place.history.project.headings()
        if len(headings) > 5:
            self.kept.pop(headings[-1].id, None)
            self.plugin.dock.history.delete_wanted.emit([headings[-1].id])

    def follow(self) -> None:
        self.plugin.dock.form.follows.click()

    def colour(self) -> None:
        self.plugin.dock.answer.colouring_chosen.emit(self._random.choice(list(Colouring)))

    @property
    def place(self):
        return self.plugin.wiring

    @property
    def review(self):
        return self.plugin.wiring.review

    def _plug_in(self) -> None:
        targets = (
            Target(Box(2.0, 3.0, 6.0, 8.0), (Point(3.5, 4.5),), "a field"),
            Target(Box(10.0, 8.0, 16.0, 13.0), (Point(12.5, 9.5),), "a pond"),
            Target(Box(12.0, 1.0, 15.0, 4.0), label="a house"),
        )
        self._engine = FakeEngine(targets, thought="I see a field. I see a pond. " * 3)
        self.plugin = Plugin(self.desk, self._engine.load)
        self.plugin.initGui()
        self.review.kept.connect(self._remember)
        self.review.opened.connect(self._remember_all)

    def _remember(self, id: str, changed: dict) -> None:
        findings = self.kept.setdefault(id, {})
        for number, finding in changed.items():
            findings.pop(number, None)
            if finding is not None:
                findings[number] = finding

    def _remember_all(self, entry) -> None:
        """What is still being asked may get its answer after a stop, when nobody listens any more."""
        if entry.outcome != ASKED:
            self.kept[entry.id] = {finding.number: finding for finding in entry.findings}

    def _rasters(self) -> list:
        return sorted(
            filter(is_raster, QgsProject.instance().mapLayers().values()), key=lambda each: each.id()
        )

    def _show_raster(self) -> None:
        self.desk.show_layer(QgsRasterLayer(str(self._raster), "fields"))

    def _layer_agrees(self, entry) -> bool:
        layer = layers_of(entry.id, QgsProject.instance()).get("targets")
        if layer is None:
            return True
        shown = {f["target"]: (f["state"], f["note"] or "", f["made"]) for f in layer.getFeatures()}
        outlined = [finding for finding in entry.findings if not shape_of(finding.outline).isEmpty()]
        return shown == {f.number: (f.state, f.note, f.made) for f in outlined}

    def _rest(self, name: str) -> None:
        """The window lives on for a while; how long it waits at most for one event is noted."""
        until = time.monotonic() + self._random.choice(PAUSES_S)
        while True:
            with self._timed(f"after {name}"):
                QCoreApplication.processEvents()
            if time.monotonic() >= until:
                return
            time.sleep(0.001)

    def _timed(self, name: str):
        return _Stopwatch(self.longest_s, name)


class _Stopwatch:
    def __init__(self, longest_s: dict[str, float], name: str) -> None:
        self._longest_s, self._name = longest_s, name

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        taken = time.perf_counter() - self._start
        self._longest_s[self._name] = max(self._longest_s[self._name], taken)


def main(steps: int, seed: int, raster: Path) -> None:
    monkey = Monkey(Desk(), raster, seed)
    for number in range(1, steps + 1):
        monkey.step()
        if number % 50 == 0:
            monkey.check()
            print(f"{number} steps", flush=True)
    for name, longest_s in sorted(monkey.longest_s.items(), key=lambda item: -item[1]):
        print(f"{1000 * longest_s:6.0f} ms  {name}  ({monkey.counts.get(name, '')})")
    monkey.close()
    monkey.desk.close()


if __name__ == "__main__":
    from qgis.testing import start_app

    app = start_app(cleanup=False)  # its own is at Python's exit, when half of what QGIS needs is gone
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    QgsProject.instance().clear()
    gc.collect()  # a layer that is still there would crash without its provider
    app.exitQgis()
