"""The page «Teach» of the dock: the data set, the question, and the state of the sample on the map."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Optional

from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsFileWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics, QIcon, QImage, QPixmap
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...backend.samples.bop_format import Row
from ..language import tr
from ..widgets.labels import plain_label
from .question_box import QuestionBox
from .thumbnails import SIDE_PX

SPLITS = ("train", "val", "test")
LAST, LINES = 100, 4  # samples that are listed, and those that are seen at once
_LINES = 3  # of the advice, so that the buttons below it stay in place


class TeachPanel(QWidget):
    started = pyqtSignal(bool)  # False: stopped
    place_changed = pyqtSignal()  # another folder or split
    question_left = pyqtSignal()  # Enter or Esc in the question: back to the map
    none_pressed = pyqtSignal()
    undo_pressed = pyqtSignal()
    delete_pressed = pyqtSignal(object)  # Row
    choices_changed = pyqtSignal()  # what is remembered: the class, the mask

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(tr("Folder of the data set"))
        self.split = QComboBox()
        self.split.addItems(SPLITS)
        self.question = QuestionBox()
        self.kind = QLineEdit()
        self.kind.setPlaceholderText(tr("May stay empty"))
        self.mask = QCheckBox(tr("Keep the segmenter's mas&k in the sample"))
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.none_button = QPushButton(tr("Nothin&g here answers the question"))
        self.undo_button = QPushButton(tr("&Undo the last sample"))
        self.delete_button = QPushButton(tr("Remove this sample"))
        self.advice, self.picture, self.count = plain_label(), plain_label(), plain_label()
        self.picture.setToolTip(tr("What the picture is of is chosen on the page «Ask»."))
        self.samples, self.subject = QListWidget(), plain_label()
        self._rows: tuple[Row, ...] = ()
        self._lay_out()
        self._connect()
        self.show_samples(())
        self.show_teaching(False)
        self.show_undo(False)

    # --- what is chosen ---

    def chosen_folder(self) -> Optional[Path]:
        path = self.folder.filePath().strip()
        return Path(path) if path else None

    def choose(self, folder: str, split: str, kind: str, mask: bool) -> None:
        """Shows remembered choices, without signals."""
        for widget in (self.folder, self.split, self.kind, self.mask):
            widget.blockSignals(True)
        self.folder.setFilePath(folder)
        self.split.setCurrentText(split)
        self.kind.setText(kind)
        self.mask.setChecked(mask)
        for widget in (self.folder, self.split, self.kind, self.mask):
            widget.blockSignals(False)

    # --- what is shown ---

    def show_teaching(self, teaching: bool) -> None:
        self.button.setChecked(teaching)
        self.button.setText(tr("S&top teaching") if teaching else tr("Teach o&n the map"))
        self.none_button.setEnabled(teaching)

    def show_advice(self, sentence: str) -> None:
        self.advice.setText(sentence)

    def show_picture(self, sentence: str) -> None:
        self.picture.setText(sentence)
        self.picture.setVisible(bool(sentence))

    def show_count(self, sentence: str) -> None:
        self.count.setText(sentence)

    def show_subject(self, subject: str) -> None:
        """What samples are made of: a layer and which pixels of it."""
        self.subject.setText(tr("Taught on: {what}, as chosen on the page «Ask».").format(what=subject))

    def show_samples(self, rows: Sequence[Row], pictures: Sequence[QImage] = ()) -> None:
        """The newest first."""
        self._rows = tuple(rows[:LAST])
        self.samples.clear()
        for row, picture in zip_longest(self._rows, pictures):
            icon = QIcon(QPixmap.fromImage(picture)) if picture is not None else QIcon()
            self.samples.addItem(QListWidgetItem(icon, _row_text(row)))
        self.samples.setVisible(bool(rows))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.delete_button.setVisible(bool(self._rows))
        self.delete_button.setEnabled(self.samples.currentRow() >= 0)

    def _delete(self) -> None:
        if 0 <= self.samples.currentRow() < len(self._rows):
            self.delete_pressed.emit(self._rows[self.samples.currentRow()])

    def show_undo(self, possible: bool) -> None:
        self.undo_button.setEnabled(possible)

    # --- how it is built ---

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, widget in (
            (tr("Data set"), self.folder),
            (tr("Spl&it"), self.split),
            (tr("&Question"), self.question),
            (tr("Cl&ass"), self.kind),
        ):
            form.addRow(label, widget)
        self.advice.setMinimumHeight(QFontMetrics(self.font()).lineSpacing() * _LINES)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.samples.setAccessibleName(tr("Last samples"))
        self.samples.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.samples.setIconSize(QSize(SIDE_PX, SIDE_PX))
        self.samples.setFixedHeight((SIDE_PX + 4) * LINES)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addLayout(form)
        for widget in (self.mask, self.subject, self.button, self.advice, self.picture, self.none_button):
            column.addWidget(widget)
        for widget in (self.count, self.samples, self.delete_button, self.undo_button, _keys()):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll(content)

    def _scroll(self, content: QWidget) -> None:
        """Scrolls in a low window, rather than squeezing the page."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _connect(self) -> None:
        self.folder.fileChanged.connect(lambda _: self.place_changed.emit())
        self.split.currentIndexChanged.connect(lambda _: self.place_changed.emit())
        self.kind.editingFinished.connect(self.choices_changed)
        self.mask.toggled.connect(lambda _: self.choices_changed.emit())
        self.question.left.connect(self.question_left)
        self.button.clicked.connect(self.started)
        self.none_button.clicked.connect(self.none_pressed)
        self.undo_button.clicked.connect(self.undo_pressed)
        self.delete_button.clicked.connect(self._delete)
        self.samples.currentRowChanged.connect(lambda _: self._show_chosen())


def _row_text(row: Row) -> str:
    found = tr("%n target(s)", len(row.targets)) if row.targets else tr("nothing")
    return f"{found} · {row.questions[0]}"


def _keys() -> QWidget:
    """In a box that opens, because it is read once."""
    box = QgsCollapsibleGroupBoxBasic(tr("Keys on the map"))
    table = QFormLayout(box)
    for keys, meaning in (
        (tr("Arrows, with Shift"), tr("move the cross, in leaps")),
        (tr("Space"), tr("a corner, then the other one, then two points")),
        (tr("Enter"), tr("keep the sample")),
        ("M, +", tr("another target in the same sample")),
        (tr("Backspace"), tr("one step back")),
        (tr("Esc"), tr("drop what is drawn")),
        ("1 … 9", tr("one of the last questions")),
        (tr("Tab"), tr("type the question; Enter goes back to the map")),
        ("0", tr("nothing here answers the question")),
        (tr("Ctrl+Z"), tr("undo the last sample")),
    ):
        table.addRow(QLabel(keys), plain_label(meaning))
    box.setCollapsed(True)
    return box
