"""Keeps layers and findings in step: verdicts go to the layer, edits with QGIS's tools to the review.

The history is the truth, the layers show it. What changes in one turn of the event loop goes into a layer as
one edit command, or as one commit where nobody is editing it; of many findings a few at a time, with turns of
the event loop between, so that the window never waits for all of them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Callable, NamedTuple, Optional

from qgis.core import QgsFeature, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal, pyqtSignal

from ...backend.entries.entry import Entry
from ...backend.errors import AskMapError
from .group import ENTRY_MARK, TABLE_MARK, layers_of
from .rows import TABLES, differing_numbers, edited, in_one_step, numbers_in, with_outline, write

AT_ONCE = 20  # findings: of those with thousands of corners a commit takes some 50 ms
_LOOK = ""  # in the place of a table: the rows of «targets» are only compared


class _Step(NamedTuple):
    id: str  # the entry's
    table: str
    numbers: list[int]


class LayerSync(QObject):
    edited = pyqtSignal(str, list, list)  # the entry's id, changed Findings, numbers that are gone
    selected = pyqtSignal(str, int)  # the entry's id, the number
    failed = pyqtSignal(object)  # AskMapError

    def __init__(self, entry_of: Callable[[str], Entry], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._entry_of = entry_of
        self._pending: dict[str, set[int]] = defaultdict(set)  # numbers by the id of their entry
        self._steps: deque[_Step] = deque()
        self._watched: dict[str, QgsVectorLayer] = {}  # «targets», by the layer's id
        self._touched: dict[str, set[int]] = defaultdict(set)  # rows in the user's commit, by the layer's id
        self._writing = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        project = QgsProject.instance()
        project.layersAdded.connect(self._watch)
        project.layersWillBeRemoved.connect(self._let_go)
        self._watch(list(project.mapLayers().values()))

    def close(self) -> None:
        self.write_now()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._watch)
        project.layersWillBeRemoved.disconnect(self._let_go)
        self._unwatch(list(self._watched))

    def show(self, id: str, numbers: Iterable[int]) -> None:
        """Writes the findings as the history has them, in the next turn of the event loop."""
        self._pending[id].update(numbers)
        self._soon.start(0)

    def refresh(self, entry: Entry) -> None:
        """Writes all findings that differ, after a crash between history and layer, or a rollback."""
        layer = layers_of(entry.id, QgsProject.instance()).get("targets")
        if layer is not None:
            there = {number for number in numbers_in(layer).values() if isinstance(number, int)}  # type: ignore[arg-type]
            numbers = there.union(finding.number for finding in entry.findings)
            self._steps.extend(_steps(entry.id, (_LOOK,), numbers))
            self._soon.start(0)

    def drop(self, id: str) -> None:
        """Of the entry nothing is written any more: it is deleted."""
        self._pending.pop(id, None)
        self._steps = deque(step for step in self._steps if step.id != id)

    def write_now(self) -> None:
        """Writes all that waits. Comparisons are dropped: opening the answer makes them again."""
        self._steps = deque(step for step in self._steps if step.table != _LOOK)
        while self._pending or self._steps:
            self._do_one()

    def _go_on(self) -> None:
        self._do_one()
        if self._pending or self._steps:
            self._soon.start(0)

    def _do_one(self) -> None:
        """Verdicts come before comparisons."""
        pending, self._pending = self._pending, defaultdict(set)
        for id, numbers in pending.items():
            self._steps.extendleft(reversed(list(_steps(id, TABLES, numbers))))
        if self._steps:
            step = self._steps.popleft()
            try:
                self._take(step)
            except AskMapError as error:
                self._steps = deque(each for each in self._steps if each.id != step.id)
                self.failed.emit(error)

    def _take(self, step: _Step) -> None:
        layer = layers_of(step.id, QgsProject.instance()).get(step.table or "targets")
        if layer is None:
            return
        entry = self._entry_of(step.id)
        if step.table == _LOOK:
            self._pending[step.id].update(differing_numbers(entry, layer, step.numbers))  # type: ignore[arg-type]
        else:
            with self._ignoring_signals():
                write(layer, step.table, entry, step.numbers)  # type: ignore[arg-type]

    @contextmanager
    def _ignoring_signals(self) -> Iterator[None]:
        """Signals of the layers that come meanwhile are caused by ourselves."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    def _watch(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if layer.customProperty(TABLE_MARK) == "targets" and isinstance(layer, QgsVectorLayer):
                self._watched[layer.id()] = layer
                for signal, slot in self._signals_of(layer):
                    signal.connect(slot)

    def _let_go(self, ids: list[str]) -> None:
        """Writes all verdicts first, so that the files are complete without AskMap."""
        if self._watched.keys() & set(ids):
            self.write_now()
        self._unwatch(ids)

    def _unwatch(self, ids: list[str]) -> None:
        for layer in (self._watched.pop(id, None) for id in ids):
            if layer is not None:
                for signal, slot in self._signals_of(layer):
                    signal.disconnect(slot)

    def _signals_of(self, layer: QgsVectorLayer) -> tuple[tuple[pyqtBoundSignal, Callable[..., None]], ...]:
        return (
            (layer.committedFeaturesAdded, self._note_added),
            (layer.committedGeometriesChanges, self._note_touched),
            (layer.committedAttributeValuesChanges, self._note_touched),
            (layer.afterCommitChanges, self._notice_commit),
            (layer.afterRollBack, self._show_truth),
            (layer.selectionChanged, self._notice_selection),
        )

    def _note_added(self, layer_id: str, features: list[QgsFeature]) -> None:
        self._note_touched(layer_id, [feature.id() for feature in features])

    def _note_touched(self, layer_id: str, rows: Iterable[int]) -> None:
        if not self._writing:
            self._touched[layer_id].update(rows)

    def _notice_commit(self) -> None:
        """In the next turn of the event loop: the layer is still committing."""
        if not self._writing:
            id = self.sender().id()  # type: ignore[attr-defined]
            QTimer.singleShot(0, lambda: self._take_edits(id))

    def _take_edits(self, layer_id: str) -> None:
        layer, rows = self._watched.get(layer_id), self._touched.pop(layer_id, set())
        entry = self._entry_in(layer) if layer is not None else None
        if entry is None:
            return
        try:
            self._number_new_ones(layer, entry)
        except AskMapError as error:
            self.failed.emit(error)
        there = set(numbers_in(layer).values())
        changed = edited(entry, layer, rows)
        gone = [number for number in with_outline(entry) if number not in there]
        if changed or gone:
            self.edited.emit(entry.id, changed, gone)

    def _number_new_ones(self, layer: QgsVectorLayer, entry: Entry) -> None:
        """Rows that were drawn or copied with QGIS's tools get new numbers."""
        taken, new = {finding.number for finding in entry.findings}, []
        for row, number in numbers_in(layer).items():
            known = number in taken
            taken -= {number} if known else set()
            new += [] if known else [row]
        if new:
            with self._ignoring_signals():
                in_one_step(
                    layer, partial(_number, layer, new, max((0, *(f.number for f in entry.findings))))
                )

    def _show_truth(self) -> None:
        if not self._writing:
            entry = self._entry_in(self.sender())  # type: ignore[arg-type]
            if entry is not None:
                self.refresh(entry)

    def _entry_in(self, layer: QgsVectorLayer) -> Optional[Entry]:
        try:
            return self._entry_of(layer.customProperty(ENTRY_MARK))
        except AskMapError as error:
            self.failed.emit(error)
            return None

    def _notice_selection(self) -> None:
        layer = self.sender()
        numbers = _selected_numbers(layer)  # type: ignore[arg-type]
        if not self._writing and len(numbers) == 1:
            self.selected.emit(layer.customProperty(ENTRY_MARK), numbers.pop())  # type: ignore[attr-defined]


def _steps(id: str, tables: Iterable[str], numbers: Iterable[int]) -> Iterator[_Step]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), AT_ONCE):
        yield from (_Step(id, table, ordered[start : start + AT_ONCE]) for table in tables)


def _number(layer: QgsVectorLayer, rows: list[int], highest: int) -> None:
    column = layer.fields().indexOf("target")
    for place, row in enumerate(rows, 1):
        layer.changeAttributeValue(row, column, highest + place)


def _selected_numbers(layer: QgsVectorLayer) -> set[int]:
    return {feature["target"] for feature in layer.selectedFeatures() if isinstance(feature["target"], int)}
