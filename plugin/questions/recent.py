"""The questions that were asked last in this project, listed below the field while one is typed.

They are read from the project's history each time that it has changed, and kept nowhere else.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, QStringListModel, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QCompleter

from ...backend.errors import AskMapError
from ..ask.form import AskForm
from ..context import Context
from ..history.project_history import ProjectHistory
from ..language import tr

FEWEST_LETTERS = 3  # that are typed before the list comes by itself; Down brings it at once
ROWS = 8  # that are shown without scrolling
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecentQuestions(QObject):
    """Down opens the list, typing narrows it, Enter takes what is chosen in it."""

    def __init__(self, context: Context, form: AskForm, history: ProjectHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._edit, self._history = context, form.question, history
        self._questions = QStringListModel(self)
        self.completer = QCompleter(self._questions, self)
        self.completer.setWidget(self._edit)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setMaxVisibleItems(ROWS)
        self.completer.popup().setAccessibleName(tr("Questions asked before"))
        self.completer.activated.connect(self._edit.take)
        self._edit.textChanged.connect(self._narrow)
        for watched in (self._edit, self.completer.popup()):
            watched.installEventFilter(self)
        history.changed.connect(self.read)
        self.read()

    def close(self) -> None:
        self._history.changed.disconnect(self.read)

    def questions(self) -> list[str]:
        """The newest first."""
        return self._questions.stringList()

    def read(self) -> None:
        """On the file worker; where the history cannot be read, its own page says so."""
        history = self._history.history
        self._context.file_worker.run(history.recent_questions, self._take, self._refuse)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._edit:
                return event.key() == Qt.Key.Key_Down and self._is_at_the_end() and self._open("")
            return event.key() in ENTER_KEYS and self._close_with_choice()
        return super().eventFilter(watched, event)

    def _take(self, questions: list[str]) -> None:
        self._questions.setStringList([" ".join(question.split()) for question in questions])

    def _refuse(self, error: Exception) -> None:
        self._take([])
        if not isinstance(error, AskMapError):
            self._context.error_bar.show_error(error)

    def _is_at_the_end(self) -> bool:
        """Of the text: further down there is nothing but the list."""
        cursor = self._edit.textCursor()
        return cursor.hasSelection() or cursor.atEnd()

    def _narrow(self) -> None:
        """While the user types; what stands in the field already is not offered."""
        typed = self._edit.toPlainText()
        is_typed = self._edit.hasFocus() and len(typed.strip()) >= FEWEST_LETTERS
        if not (is_typed and typed not in self.questions() and self._open(typed)):
            self.completer.popup().hide()

    def _open(self, typed: str) -> bool:
        """Whether there is anything to show; nothing is chosen at first, so Enter still asks."""
        self.completer.setCompletionPrefix(typed)
        if not self.completer.completionCount():
            return False
        self.completer.complete(self._edit.rect())
        self.completer.popup().setCurrentIndex(self.completer.popup().rootIndex())
        return True

    def _close_with_choice(self) -> bool:
        """Before the completer gives Enter to the field, which would ask."""
        popup = self.completer.popup()
        chosen = popup.currentIndex()
        popup.hide()
        if chosen.isValid():
            self._edit.take(str(chosen.data()))
        return chosen.isValid()
