"""Two boxes of the export form: which columns there are, and how outlines are shaped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.attributes import FIELDS
from ..language import tr
from .choice import Corners
from .columns import meanings
from .shaping import Shaping
from .writers import ALWAYS

LINES = 7  # of the list that are seen at once
LARGEST_M, LARGEST_M2 = 100_000.0, 1e12
SUGGESTED_PX = 1.5  # of the scene: the steps of a mask's outline go, and little else


class ColumnsBox(QgsCollapsibleGroupBox):
    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns"))
        self.all_button, self.none_button = QPushButton(tr("All")), QPushButton(tr("Only what is needed"))
        self._fill()
        self._lay_out()
        self.list.itemChanged.connect(self._notice)
        self.all_button.clicked.connect(lambda: self.leave_out(()))
        self.none_button.clicked.connect(lambda: self.leave_out(FIELDS))
        self._notice()

    def _fill(self) -> None:
        for name, meaning in meanings().items():
            item = QListWidgetItem(f"{name} – {meaning}", self.list)
            item.setToolTip(meaning)
            item.setCheckState(Qt.CheckState.Checked)
            if name in ALWAYS:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable & ~Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(tr("The style of the layer draws by it."))

    def _lay_out(self) -> None:
        line = self.list.fontMetrics().lineSpacing()
        self.list.setFixedHeight(LINES * line * 3 // 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.none_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.setCollapsed(True)

    def leave_out(self, names: Iterable[str]) -> None:
        unwanted = set(names) - set(ALWAYS)
        self.list.blockSignals(True)
        for item, name in zip(self._items(), FIELDS):
            item.setCheckState(Qt.CheckState.Unchecked if name in unwanted else Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self._notice()

    def chosen(self) -> tuple[str, ...]:
        return tuple(
            name for item, name in zip(self._items(), FIELDS) if item.checkState() == Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _notice(self) -> None:
        self.setTitle(tr("Columns: {count} of {all}").format(count=len(self.chosen()), all=len(FIELDS)))
        self.changed.emit()


class ShapeBox(QGroupBox):
    """How outlines are shaped; the value 0 is shown as «nothing»."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Outlines"), parent)
        self.simplify = _number(LARGEST_M, tr(" m"), tr("nothing"))
        self.corners = QComboBox()
        for corners, text in (
            (Corners.PLAIN, tr("As they are")),
            (Corners.SMOOTH, tr("Smooth")),
            (Corners.RIGHT, tr("Right angles, for buildings")),
        ):
            self.corners.addItem(text, corners.value)
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
        """The distance to simplify by for smooth or right corners: a mask's pixel steps would hide them."""
        self._suggested_m = _rounded(SUGGESTED_PX * pixel_m)

    def show_shaping(self, shaping: Shaping) -> None:
        self.simplify.setValue(shaping.simplify_m)
        self.holes.setValue(shaping.holes_m2)
        self.least.setValue(shaping.least_m2)
        smooth = Corners.SMOOTH if shaping.smooth else Corners.PLAIN
        corners = Corners.RIGHT if shaping.right_angles else smooth
        self.corners.setCurrentIndex(self.corners.findData(corners.value))

    def shaping(self) -> Shaping:
        smooth = self.chosen_corners() == Corners.SMOOTH
        right = self.chosen_corners() == Corners.RIGHT
        return Shaping(self.simplify.value(), smooth, right, self.holes.value(), self.least.value())

    def chosen_corners(self) -> Corners:
        return Corners(self.corners.currentData())

    def _notice_corners(self) -> None:
        if self.chosen_corners() != Corners.PLAIN and not self.simplify.value():
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
    """To two significant digits."""
    return float(f"{value:.2g}")
