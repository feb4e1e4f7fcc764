"""What a person sees and presses; it knows nothing of the engine."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayerProxyModel, QgsRasterLayer
from qgis.gui import QgsDockWidget, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics, QKeyEvent, QTextCursor
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .canvas import MAP_AS_SEEN, is_file

QUESTION_LINES = 3
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionEdit(QPlainTextEdit):
    """Enter asks, Shift+Enter breaks the line."""

    entered = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Where could a helicopter land?")
        self.setTabChangesFocus(True)
        height = QFontMetrics(self.font()).lineSpacing() * QUESTION_LINES
        self.setFixedHeight(height + 2 * int(self.document().documentMargin()) + 2 * self.frameWidth() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        breaks = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER_KEYS and not breaks:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class EnvironmentNotice(QWidget):
    """How to get the engine's packages, where they are missing."""

    folder_chosen = pyqtSignal(str)
    retried = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.advice = _plain_label()
        self.command = QLineEdit(readOnly=True)
        self.copy_button = QToolButton(text="Copy")
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText("Folder with the packages")
        self.retry_button = QPushButton("Look again")
        self._lay_out()
        self.copy_button.clicked.connect(self._copy_command)
        self.folder.fileChanged.connect(self.folder_chosen)
        self.retry_button.clicked.connect(self.retried)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.command)
        line.addWidget(self.copy_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.advice)
        column.addLayout(line)
        column.addWidget(self.folder)
        column.addWidget(self.retry_button)

    def show_advice(self, advice: str, command: str) -> None:
        self.advice.setText(advice)
        self.command.setText(command)
        self.command.setCursorPosition(0)
        self.setVisible(bool(advice))

    def _copy_command(self) -> None:
        QApplication.clipboard().setText(self.command.text())


class Dock(QgsDockWidget):
    asked = pyqtSignal(str)
    stop_pressed = pyqtSignal()
    typing_begun = pyqtSignal()  # a question will come soon

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__("AskMap", parent)
        self.setObjectName("AskMapDock")  # QGIS remembers the place of docks by it
        self.notice = EnvironmentNotice()
        self.layer = QgsMapLayerComboBox()
        self.layer.setAllowEmptyLayer(True, MAP_AS_SEEN)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.pixels = QComboBox()
        self.pixels.addItems(["Native pixels", "As styled"])
        self.question = QuestionEdit()
        self.ask_button, self.stop_button = QPushButton("Ask"), QPushButton("Stop")
        self.status, self.progress = _plain_label(), QProgressBar()
        self.thought = QPlainTextEdit(readOnly=True)  # plain: what a model writes is never taken for HTML
        self.thought.setPlaceholderText("The reasoning appears here.")
        self._ready = self._working = False
        self._lay_out()
        self._connect()
        self._show_state()
        self._offer_pixels()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("Ask about", self.layer)
        form.addRow("Pixels", self.pixels)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ask_button)
        buttons.addWidget(self.stop_button)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(6)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.notice)
        column.addLayout(form)
        column.addWidget(self.question)
        column.addLayout(buttons)
        column.addWidget(self.status)
        column.addWidget(self.progress)
        column.addWidget(self.thought, 1)
        self.setWidget(content)

    def _connect(self) -> None:
        self.layer.layerChanged.connect(self._offer_pixels)
        self.question.entered.connect(self.ask_button.click)  # a disabled button stays silent
        self.question.textChanged.connect(self._notice_typing)
        self.ask_button.clicked.connect(lambda: self.asked.emit(self.question.toPlainText()))
        self.stop_button.clicked.connect(self.stop_pressed)

    def chosen_layer(self) -> Optional[QgsRasterLayer]:
        """None = the map as the person sees it."""
        return self.layer.currentLayer()

    def wants_native_pixels(self) -> bool:
        return is_file(self.chosen_layer()) and self.pixels.currentIndex() == 0

    def set_ready(self, ready: bool) -> None:
        """Whether the engine's packages are there."""
        self._ready = ready
        self._show_state()

    def show_start(self, step: str) -> None:
        self._working = True
        self.thought.clear()
        self.show_progress(0.0, step)
        self._show_state()

    def show_end(self, status: str) -> None:
        self._working = False
        self.show_status(status)
        self._show_state()

    def show_progress(self, fraction: float, step: str) -> None:
        self.progress.setValue(round(100 * fraction))
        self.show_status(f"{step}…")

    def show_status(self, status: str) -> None:
        self.status.setText(status)

    def show_thought(self, thought: str) -> None:
        """Appends what is new, so that a person may scroll and select meanwhile."""
        shown = self.thought.toPlainText()
        if not thought.startswith(shown):
            self.thought.setPlainText(thought)
            return
        bar = self.thought.verticalScrollBar()
        follows = bar.value() == bar.maximum()
        end = QTextCursor(self.thought.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(thought[len(shown) :])
        if follows:
            bar.setValue(bar.maximum())

    def _show_state(self) -> None:
        self.ask_button.setEnabled(self._ready and not self._working)
        self.stop_button.setEnabled(self._working)
        self.progress.setVisible(self._working)

    def _offer_pixels(self) -> None:
        self.pixels.setEnabled(is_file(self.chosen_layer()))

    def _notice_typing(self) -> None:
        if self._ready and not self._working:
            self.typing_begun.emit()


def _plain_label() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
