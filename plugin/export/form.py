"""The form with all settings of an export; it does no work itself."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import QEvent, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.attributes import FIELDS
from ...backend.entries.entry import ACCEPTED, OPEN, Entry, State
from ...backend.entries.entry import STATES as STATES_OF_ALL
from ...backend.outputs.formats import FORMATS, ExportFormat
from ...backend.stages import Grid
from ..language import tr
from ..layers.paths import file_stem
from ..layers.styles import read_colouring
from ..map.ground_resolution import pixel_m
from ..map.transforms import crs_from
from ..widgets.labels import plain_label
from ..widgets.links_label import LinksLabel
from .choice import STATES, Choice, kept_texts
from .destination import PlaceBox, align, form_in
from .exporter import findings_in
from .form_boxes import ColumnsBox, ShapeBox
from .memory_layer import crs_of
from .writers import ExportRequest

LETTERS = 64  # that a line has room for


class ExportForm(QWidget):
    changed = pyqtSignal()  # anything
    outlines_changed = pyqtSignal()  # which ones, or their shape
    connection_chosen = pyqtSignal(str)  # its schemas are wanted
    laid_out = pyqtSignal()  # again, because a widget was shown or hidden

    def __init__(self, choice: Choice, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._folder = choice.folder
        self._counts = dict.fromkeys(STATES_OF_ALL, 0)
        self.format, self.place, self.crs = QComboBox(), PlaceBox(), QgsProjectionSelectionWidget()
        self.states, self.columns, self.shape = QComboBox(), ColumnsBox(), ShapeBox()
        self.crs_note, self.notice, self.notice_row = plain_label(), plain_label(), QWidget()
        self.open_button, self.adds = QPushButton(), QCheckBox(tr("&Add to the map"))
        self.last_time, self._choice = LinksLabel(), choice
        for key, form in FORMATS.items():
            self.format.addItem(form.name, key)
        for key in STATES:
            self.states.addItem(key, key)
        self._lay_out()
        self._show_choice(choice)
        self._connect()

    def _lay_out(self) -> None:
        first, second = QWidget(), QWidget()
        format_row, target_rows = form_in(first), form_in(second)
        format_row.addRow(tr("Fo&rmat"), self.format)
        target_rows.addRow(tr("&Targets"), self.states)
        target_rows.addRow(tr("&Coordinate system"), self.crs)
        align((format_row, *self.place.forms, target_rows))
        notice = QHBoxLayout(self.notice_row)
        notice.setContentsMargins(0, 0, 0, 0)
        notice.addWidget(self.notice, 1)
        notice.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.last_time, first, self.place, second, self.crs_note, self.notice_row):
            column.addWidget(widget)
        for widget in (self.columns, self.shape, self.adds):
            column.addWidget(widget)
        column.addStretch(1)
        self.setMinimumWidth(LETTERS * self.fontMetrics().averageCharWidth())

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._show_format)
        self.states.currentIndexChanged.connect(self._show_states)
        self.shape.changed.connect(self.outlines_changed)
        self.open_button.clicked.connect(lambda: self._choose_states("open"))
        self.place.connection_chosen.connect(self.connection_chosen)
        for signal in (self.place.changed, self.columns.changed, self.shape.changed, self.crs.crsChanged):
            signal.connect(self.changed)
        self.adds.toggled.connect(self.changed)
        self.changed.connect(self._show_last_time)
        self.outlines_changed.connect(self._show_last_time)
        self.last_time.clicked.connect(lambda _: self._begin_anew())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done

    def show_entries(self, entries: Sequence[Entry], project_folder: str) -> None:
        """At least one."""
        self._entries = tuple(entries)
        self.crs.setLayerCrs(crs_of(entries[0].grid))
        if not self.crs.crs().isValid():
            self.crs.setCrs(crs_of(entries[0].grid))
        self.shape.suggest(_pixel_side(entries[0].grid))
        self._offer_formats()
        self.place.suggest(Path(self._folder or project_folder), file_name(entries[0]))
        self._show_format()
        self.count_entries(entries)

    def count_entries(self, entries: Sequence[Entry]) -> None:
        """Counts the entries again, after a verdict or a correction."""
        self._entries = tuple(entries)
        self._counts = {
            state: sum(len(findings_in(entry, (state,))) for entry in entries) for state in STATES_OF_ALL
        }
        self._offer_states()
        self._show_states()

    def format_key(self) -> str:
        return self.format.currentData()

    def states_chosen(self) -> tuple[State, ...]:
        return STATES[self.states.currentData()]

    def count(self, *states: State) -> int:
        """How many targets are in one of the states, and have an outline."""
        return sum(self._counts[state] for state in states)

    def request(self) -> Optional[ExportRequest]:
        """None where something is missing."""
        place, crs = self.place.place(), self.crs.crs()
        if place is None:
            return None
        return ExportRequest(
            self.format_key(),
            place,
            crs if crs.isValid() else None,
            self.states_chosen(),
            self.columns.chosen(),
            self.shape.shaping(),
            read_colouring(),
        )

    def choice(self) -> Choice:
        shaping, crs, place = self.shape.shaping(), self.crs.crs(), self.place.place()
        is_own = not crs.isValid() or crs == crs_of(self._entries[0].grid)
        return Choice(
            form=self.format_key(),
            states=self.states.currentData(),
            folder=str(place.parent) if isinstance(place, Path) else self._folder,
            connection=self.place.chosen_connection(),
            schema=self.place.schema.currentText(),
            appends=self.place.if_there.currentIndex() == 1,
            crs="" if is_own else crs.authid(),
            left_out=" ".join(name for name in FIELDS if name not in self.columns.chosen()),
            simplify_m=shaping.simplify_m,
            corners=self.shape.chosen_corners(),
            holes_m2=shaping.holes_m2,
            least_m2=shaping.least_m2,
            previews=self.shape.preview.isChecked(),
            adds=self.adds.isChecked(),
        )

    def _show_last_time(self) -> None:
        """What still is as it was chosen for an earlier export, and not as usual."""
        if self._entries:
            texts = ", ".join(kept_texts(self._choice, self.choice()))
            said = tr("As last time: {what}.").format(what=texts) if texts else ""
            self.last_time.show_text(said, [tr("As usual instead")] if texts else [])

    def _begin_anew(self) -> None:
        """All as usual, but for the place."""
        kept = self.choice()
        usual = Choice(folder=kept.folder, connection=kept.connection, schema=kept.schema)
        self._choice = usual
        self._show_choice(usual)
        self.crs.setCrs(crs_of(self._entries[0].grid))
        self._show_format()
        self.outlines_changed.emit()

    def _show_choice(self, choice: Choice) -> None:
        self.format.setCurrentIndex(list(FORMATS).index(choice.form))
        self._choose_states(choice.states)
        self.shape.show_shaping(choice.shaping())
        self.shape.preview.setChecked(choice.previews)
        self.columns.leave_out(choice.left_out.split())
        self.adds.setChecked(choice.adds)
        self.place.set_format(choice.form)
        self.place.choose_table(choice.connection, choice.schema, choice.appends)
        self.crs.setCrs(crs_from(choice.crs))

    def _choose_states(self, key: str) -> None:
        self.states.setCurrentIndex(list(STATES).index(key))

    def _offer_states(self) -> None:
        labels = (tr("Accepted"), tr("Accepted and open"), tr("All, the rejected too"))
        for row, (label, states) in enumerate(zip(labels, STATES.values())):
            self.states.setItemText(row, f"{label} ({self.count(*states)})")

    def _offer_formats(self) -> None:
        """Disables formats that hold one question only where there are several."""
        for row, form in enumerate(FORMATS.values()):
            is_offered = len(self._entries) == 1 or not form.holds_one_answer
            self.format.model().item(row).setEnabled(is_offered)  # type: ignore[attr-defined]
            if not is_offered and self.format.currentIndex() == row:
                self.format.setCurrentIndex(0)

    def _show_states(self) -> None:
        nothing, open_ones = not self.count(*self.states_chosen()), self.count(ACCEPTED, OPEN)
        self.notice.setText(self._nothing_chosen(open_ones) if nothing else "")
        self.notice_row.setVisible(nothing)
        self.open_button.setText(tr("Ta&ke the %n open one(s)", open_ones))
        self.open_button.setVisible(nothing and open_ones > 0)
        self.outlines_changed.emit()

    def _nothing_chosen(self, open_ones: int) -> str:
        if open_ones:
            return tr("No target is accepted yet.")
        return (
            tr("No target is accepted or open.")
            if self.count(*STATES["all"])
            else tr("There are no targets.")
        )

    def _show_format(self) -> None:
        key = self.format_key()
        form = FORMATS[key]
        self.place.set_format(key)
        on_earth = all(entry.grid.crs for entry in self._entries)
        self.crs.setEnabled(on_earth and not form.is_wgs84 and not form.is_on_pixels)
        self.crs_note.setText(_crs_note(form, on_earth))
        self.crs_note.setVisible(bool(self.crs_note.text()))
        self.columns.setVisible(form.has_columns)
        self.adds.setVisible(form.opens_in_qgis)
        self.changed.emit()


def file_name(entry: Entry) -> str:
    """A name made from the question."""
    stem = file_stem(entry.question.text)
    return f"askmap_{stem}" if stem else "askmap"


def _crs_note(form: ExportFormat, on_earth: bool) -> str:
    if not on_earth:
        return tr("The view has no coordinate system, so its units count as metres.")
    if form.is_wgs84:
        return tr("{format} is always in WGS 84.").format(format=form.name)
    if form.is_on_pixels:
        return tr("It lies on the pixels of the view, in their own coordinate system.")
    return ""


def _pixel_side(grid: Grid) -> float:
    """In metres; in map units where the grid has no coordinate system."""
    a, b, _, d, e, _ = grid.affine
    return max(pixel_m(grid, (grid.width, grid.height)) or (math.sqrt(abs(a * e - b * d)),))
