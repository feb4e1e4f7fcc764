"""How outlines are shaped, as the user sets it."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QGroupBox, QWidget

from ..language import tr
from .choice import CORNERS, PLAIN
from .shaping import Shaping

LARGEST_M, LARGEST_M2 = 100_000.0, 1e12
SUGGESTED_PX = 1.5  # of the scene: the steps of a mask's outline go, and little else


class ShapeBox(QGroupBox):
    """Zero, in words, is where nothing is done."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Outlines"), parent)
        self.simplify = _number(LARGEST_M, tr(" m"), tr("nothing"))
        self.corners = QComboBox()
        self.corners.addItems([tr("As they are"), tr("Smooth"), tr("Right angles, for buildings")])
        self.holes = _number(LARGEST_M2, tr(" m²"), tr("nothing"))
        self.least = _number(LARGEST_M2, tr(" m²"), tr("nothing"))
        self.preview = QCheckBox(tr("Sho&w on the map"))
        self._suggested_m = 0.0
        self._lay_out()
        for number in (self.simplify, self.holes, self.least):
            number.valueChanged.connect(self.changed)
        self.corners.currentIndexChanged.connect(self._notice_corners)
        self.preview.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow(tr("&Simplify by up to"), self.simplify)
        form.addRow(tr("Cor&ners"), self.corners)
        form.addRow(tr("Fill &holes below"), self.holes)
        form.addRow(tr("&Leave out parts below"), self.least)
        form.addRow(self.preview)

    def suggest(self, pixel_m: float) -> None:
        """A distance for corners that need one: on the steps of a mask neither kind shows."""
        self._suggested_m = _rounded(SUGGESTED_PX * pixel_m)

    def show_shaping(self, shaping: Shaping) -> None:
        self.simplify.setValue(shaping.simplify_m)
        self.holes.setValue(shaping.holes_m2)
        self.least.setValue(shaping.least_m2)
        self.corners.setCurrentIndex(2 if shaping.right_angles else 1 if shaping.smooth else 0)

    def shaping(self) -> Shaping:
        corners = self.corners.currentIndex()
        return Shaping(
            self.simplify.value(), corners == 1, corners == 2, self.holes.value(), self.least.value()
        )

    def corner_word(self) -> str:
        """One of CORNERS."""
        return CORNERS[self.corners.currentIndex()]

    def _notice_corners(self) -> None:
        if self.corner_word() != PLAIN and not self.simplify.value():
            self.simplify.setValue(self._suggested_m)
        self.changed.emit()


def _number(largest: float, unit: str, nothing: str) -> QDoubleSpinBox:
    number = QDoubleSpinBox()
    number.setRange(0, largest)
    number.setDecimals(2)
    number.setSuffix(unit)
    number.setSpecialValueText(nothing)
    number.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
    number.setKeyboardTracking(True)
    return number


def _rounded(value: float) -> float:
    """To two digits that count."""
    return float(f"{value:.2g}")
