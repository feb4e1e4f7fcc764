"""The introduction: what happens on this computer when a question is asked; shown before the first one."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...backend.engine.kinds import describe
from ...backend.engine.protocols import EngineDescription
from ..backend_messages import translate
from ..language import tr
from ..settings import Settings
from ..widgets.labels import plain_label

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 5


class Introduction(QWidget):
    """Shown in place of the form until «Start» or Enter is pressed."""

    started = pyqtSignal()
    options_wanted = pyqtSignal()

    def __init__(self, settings: Settings, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.title = _bold(tr("Before your first question"))
        self.lines = [plain_label() for _ in range(_LINES)]
        self.options_button = QPushButton(tr("Choose models…"))
        self.start_button = QPushButton(tr("S&tart"))
        self.start_button.setDefault(True)
        self.options_button.setAutoDefault(True)  # while it has the focus, Enter presses it
        self._lay_out()
        self.setFocusProxy(self.start_button)
        self.start_button.clicked.connect(self.started)
        self.options_button.clicked.connect(self.options_wanted)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        for label, text in zip(self.lines, sentences(settings)):
            label.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter arrives here where neither button has the focus."""
        if event.key() in ENTER_KEYS:
            self.started.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.start_button.setFocus()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.title)
        column.addLayout(self._numbered_lines())
        column.addWidget(self.options_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.start_button)
        whole = QVBoxLayout(self)
        whole.addWidget(_in_scroll_area(content), 1)
        whole.addLayout(buttons)

    def _numbered_lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, label in enumerate(self.lines):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)  # as its number: some styles leave room around
            grid.addWidget(QLabel(f"{row + 1}."), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        return grid


def sentences(settings: Settings) -> tuple[str, ...]:
    """Five sentences, each true with these settings."""
    engine = describe(settings.engine())
    return (
        tr(
            "When you ask, AskMap reads the pixels that the map shows: those of the layer you choose, or of "
            "the map as you see it."
        ),
        *(map(translate, engine.elsewhere) if engine.elsewhere else _here(settings.device)),
        _where_it_is_kept(settings.output_folder),
        _what_it_knows(settings, engine),
    )


def _here(device: str) -> tuple[str, str]:
    """Where the engine runs, and what leaves this computer."""
    return _where_it_runs(device), tr(
        "Nothing leaves this computer unless you export it yourself, and AskMap downloads nothing. "
        "Layers from the web are fetched by QGIS, as always."
    )


def _where_it_runs(device: str) -> str:
    """«auto» is not resolved to a device here: only torch could, and it is not loaded yet."""
    if device != "auto":
        text = tr(
            "The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on "
            "the device «{device}»."
        )
        return text.format(device=device)
    return tr(
        "The reasoner, which points, and the segmenter, which draws the masks, run on this computer, on a "
        "device that is chosen automatically: its graphics card if it has one that serves, else its "
        "processor."
    )


def _where_it_is_kept(folder: str) -> str:
    if not folder:
        return tr(
            "Answers and the history with its pictures are kept in files beside the project, or in your QGIS "
            "profile where that cannot be."
        )
    text = tr(
        "Layers are written to {folder}. The history with its pictures is kept beside the project, or in "
        "your QGIS profile where that cannot be."
    )
    return text.format(folder=folder)


def _what_it_knows(settings: Settings, engine: EngineDescription) -> str:
    if settings.reasoner:
        text = tr("The reasoner is the one that you chose: {name}. What it knows, its makers say.")
        return text.format(name=engine.reasoner_path.name if engine.reasoner_path else engine.reasoner)
    return tr(
        "The small models that come with AskMap know some forty kinds of things in aerial imagery, and say "
        "so when they do not know what you ask for. For other things and other imagery, choose models of "
        "your own."
    )


def _bold(text: str) -> QLabel:
    label = plain_label(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _in_scroll_area(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
