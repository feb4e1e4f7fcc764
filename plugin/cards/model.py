"""The cards of an entry, one for each finding: what they say, which of them are shown, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Optional

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QImage

from ...backend.entries.entry import OPEN, Entry, Finding
from ...backend.geo.outlines import area_in_px, area_m2
from ...backend.stages import Grid, Scene
from ..language import tr
from ..number_format import fixed
from .delegate import CARD, Card
from .thumbnails import Thumbnails

ALL = ""  # no state: every card is shown

_HECTARE_M2, _KM2_M2 = 10_000.0, 1_000_000.0


class CardOrder(str, Enum):
    """How the cards are sorted."""

    BY_NUMBER = "number"
    BY_SCORE = "score"
    BY_AREA = "area"

    __str__ = str.__str__


class CardModel(QAbstractListModel):
    """Areas and thumbnails are computed when a card is first drawn, so a hundred cards open at once."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: dict[int, Finding] = {}
        self._shown: list[int] = []  # numbers, in the order of the rows
        self._busy: set[int] = set()
        self._state, self._order = ALL, CardOrder.BY_NUMBER
        self._grid: Optional[Grid] = None
        self._scene: Optional[Scene] = None
        self._thumbnails: Optional[Thumbnails] = None
        self._areas: dict[bytes, str] = {}
        self._sizes: dict[bytes, int] = {}

    def show(self, entry: Optional[Entry], scene: Optional[Scene]) -> None:
        self.beginResetModel()
        self._findings = {finding.number: finding for finding in entry.findings} if entry else {}
        self._grid, self._scene = (entry.grid if entry else None), scene
        self._thumbnails = Thumbnails(entry.grid, scene) if entry else None
        self._busy, self._areas, self._sizes = set(), {}, {}
        self._shown = self._wanted_numbers()
        self.endResetModel()

    def show_scene(self, scene: Optional[Scene]) -> None:
        if self._grid is not None:
            self._scene, self._thumbnails = scene, Thumbnails(self._grid, scene)
            self._redraw(self._shown)

    def put(self, findings: Sequence[Finding]) -> None:
        changed = {finding.number: finding for finding in findings}
        self._findings.update(changed)
        self._update_rows(list(changed))

    def remove(self, number: int) -> None:
        self._findings.pop(number, None)
        self._busy.discard(number)
        self._update_rows([])

    def set_busy(self, number: int, is_busy: bool) -> None:
        (self._busy.add if is_busy else self._busy.discard)(number)
        self._redraw([number])

    def arrange(self, state: str, order: CardOrder) -> None:
        """Which cards are shown, and in which order."""
        self._state, self._order = state, order
        self._update_rows([])

    def scene(self) -> Optional[Scene]:
        return self._scene

    def findings(self) -> list[Finding]:
        """All of them, in the order of their numbers, shown or not."""
        return [self._findings[number] for number in sorted(self._findings)]

    def finding(self, number: int) -> Optional[Finding]:
        return self._findings.get(number)

    def numbers(self) -> list[int]:
        """Those that are shown, in the order of the rows."""
        return list(self._shown)

    def row_of(self, number: int) -> int:
        """-1 where it is not shown."""
        return self._shown.index(number) if number in self._shown else -1

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        finding = self._findings[self._shown[index.row()]]
        card = self._card(finding)
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return confidence_text(finding.confidence)
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return card.sentence() if role in spoken else None

    def picture(self, index: QModelIndex, side: int, ratio: float) -> QImage:
        return self._thumbnails.of(self._findings[self._shown[index.row()]], side, ratio)

    def _card(self, finding: Finding) -> Card:
        label = " ".join(finding.target.label.split()) or tr("Target {number}").format(number=finding.number)
        score = tr("{percent} %").format(percent=round(100 * finding.score))
        measures = f"{score} · {self._area(finding.outline)}"
        note = " ".join(finding.note.split())
        is_busy, is_doubtful = finding.number in self._busy, finding.is_doubtful and finding.state == OPEN
        return Card(finding.number, label, measures, finding.state, note, is_busy, is_doubtful)

    def _area(self, outline: bytes) -> str:
        if outline not in self._areas:
            square_m = area_m2(outline, self._grid.crs)
            self._areas[outline] = px_text(self._size(outline)) if square_m is None else area_text(square_m)
        return self._areas[outline]

    def _size(self, outline: bytes) -> int:
        """In pixels: faster than in square metres, and the same order within a scene."""
        if outline not in self._sizes:
            self._sizes[outline] = area_in_px(outline, self._grid)
        return self._sizes[outline]

    def _wanted_numbers(self) -> list[int]:
        shown = [f for f in self.findings() if self._state in (ALL, f.state)]
        if self._order == CardOrder.BY_SCORE:
            shown.sort(key=lambda finding: -finding.score)
        elif self._order == CardOrder.BY_AREA:
            shown.sort(key=lambda finding: -self._size(finding.outline))
        return [finding.number for finding in shown]

    def _update_rows(self, changed: list[int]) -> None:
        """Updates the rows after a change; resets the model only where their order changed."""
        wanted = self._wanted_numbers()
        if wanted == self._shown:
            self._redraw(changed)
        else:
            self.beginResetModel()
            self._shown = wanted
            self.endResetModel()

    def _redraw(self, numbers: list[int]) -> None:
        for row in (self.row_of(number) for number in numbers):
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))


def confidence_text(confidence: Optional[float]) -> Optional[str]:
    """For a tooltip; none where the model states no confidence."""
    if confidence is None:
        return None
    sentence = tr("Confidence {percent} %: of targets that the model was as sure of, so many were right.")
    return sentence.format(percent=round(100 * confidence))


def area_text(square_m: float) -> str:
    if square_m < _HECTARE_M2:
        return tr("{area} m²").format(area=_rounded(square_m))
    if square_m < _KM2_M2:
        return tr("{area} ha").format(area=_rounded(square_m / _HECTARE_M2))
    return tr("{area} km²").format(area=_rounded(square_m / _KM2_M2))


def px_text(count: int) -> str:
    return tr("%n pixel(s)", count)


def _rounded(value: float) -> str:
    """To three digits, as exact as a mask; in the format of the locale."""
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return fixed(value, digits)
