"""The form in which a question is typed and started; it knows nothing of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Callable, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ..language import tr
from ..widgets.labels import plain_label, quiet_label
from ..widgets.links_label import LinksLabel
from .context_line import ContextLine
from .packages_notice import EnvironmentNotice
from .question_field import QuestionEdit


class AskForm(QWidget):
    asked = pyqtSignal(str)
    asked_again = pyqtSignal()  # the last question, with changes
    stop_pressed = pyqtSignal()
    typing_begun = pyqtSignal()  # the models can be loaded meanwhile

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.notice, self.context = EnvironmentNotice(), ContextLine()
        self.question, self.examples = QuestionEdit(), LinksLabel()
        self.follows, self.again_button = self.question.bar.follows, self.question.bar.again_button
        self.ask_button, self.stop_button = self.question.bar.ask_button, self.question.bar.stop_button
        self.running, self.status, self.progress = plain_label(), plain_label(), QProgressBar()
        self.progress.setAccessibleName(tr("How far it is"))
        self.way, self.destination = LinksLabel(), quiet_label()
        self._ready = self._working = self._has_answer = self._loading = False
        self._asked = ""  # the question of the answer that is open
        self._sent = ""  # the one that was asked last
        self._is_refused = False  # another question, because that one is being answered
        self._ways: dict[str, Callable[[], None]] = {}  # by the text of their links
        self._lay_out()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.notice, self.context, self.way, self.question, self.destination, self.examples):
            column.addWidget(widget)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(self.fontMetrics().height() // 2)
        for widget in (self.running, self.progress, self.status):
            column.addWidget(widget)
        for label in (self.running, self.status, self.destination, self.examples, self.way):
            label.hide()

    def _connect(self) -> None:
        self.context.layer.activated.connect(lambda _: self.offer(""))  # the user has chosen
        self.way.clicked.connect(self._go)
        self.question.entered.connect(self.enter)
        self.question.textChanged.connect(self._notice_typing)
        self.question.textChanged.connect(self._show_running)
        self.examples.clicked.connect(self.question.take)
        self.ask_button.clicked.connect(self._ask)
        self.again_button.clicked.connect(self.asked_again)
        self.stop_button.clicked.connect(self.stop_pressed)
        self.follows.clicked.connect(lambda follows: self.go_to_question() if follows else None)

    def enter(self) -> None:
        """Asks; says so where that has to wait."""
        if self._working and self.question.toPlainText().strip() != self._sent:
            self._is_refused = True
            self._show_running()
        else:
            self.ask_button.click()  # a disabled button stays silent

    def go_to_question(self) -> None:
        """Selects a question that was asked already, so that typing replaces it."""
        self.question.setFocus()
        if self.question.toPlainText().strip() == self._asked:
            self.question.selectAll()

    def offer(
        self, sentence: str, ways: Optional[dict[str, Callable[[], None]]] = None, details: str = ""
    ) -> None:
        """A sentence about the layer, and links to what can be done; "" for none."""
        self._ways = ways or {}
        self.way.setToolTip(f"<p>{escape(details)}</p>" if details else "")
        self.way.show_text(sentence, list(self._ways))

    def show_destination(self, sentence: str) -> None:
        """What leaves this computer with a question, and where to; "" = nothing does."""
        self.destination.setText(sentence)
        self.destination.setVisible(bool(sentence))

    def show_examples(self, examples: Sequence[str]) -> None:
        """Questions that the model in use understands; none where it says nothing of itself."""
        self.question.show_examples(examples)
        self.examples.show_links(tr("Examples:"), examples)
        self._show_state()

    @property
    def is_working(self) -> bool:
        """Whether a question is being answered."""
        return self._working

    def set_ready(self, ready: bool) -> None:
        """Whether the engine's packages are there."""
        self._ready = ready
        self._show_state()

    def set_answered(self, has_answer: bool) -> None:
        """Whether there is an answer to follow up, or a question to ask again."""
        self._has_answer = has_answer
        if not has_answer:
            self.follows.setChecked(False)
        self._show_state()

    def show_asked(self, question: str) -> None:
        """The question of the open answer; what the user has begun to type stays, as does a running step."""
        if self.question.toPlainText().strip() in ("", self._asked):
            self._put(question)
        self._asked = question.strip()
        if not self._working:
            self.show_status("")

    def unasked(self) -> str:
        """The typed question; "" if it was asked already."""
        text = self.question.toPlainText()
        return "" if text.strip() in (self._asked, self._sent) else text

    def take_up(self, question: str) -> None:
        """A question that was typed in an earlier session, but not asked."""
        if question and not self.question.toPlainText():
            self._put(question)

    def _put(self, question: str) -> None:
        """Without the signal of typing: no model is loaded for it."""
        blocked = self.question.blockSignals(True)
        self.question.setPlainText(question)
        self.question.blockSignals(blocked)
        self._show_running()

    def show_start(self, step: str, question: str = "") -> None:
        self._working, self._is_refused, self._sent = True, False, question.strip()
        self.offer("")
        self.show_progress(0.0, step)
        self._show_state()

    def show_end(self, status: str) -> None:
        """A question without an answer counts as not asked: its text is kept like one that is being typed."""
        self._working, self._is_refused, self._sent = False, False, ""
        self.show_status(status)
        self._show_state()

    def show_progress(self, fraction: float, step: str) -> None:
        self.progress.setValue(round(100 * fraction))
        self.show_status(f"{step}…")

    def show_loading(self, fraction: float, step: str) -> None:
        """The models are loaded while the user types; a question's own steps are more important."""
        self._loading = True
        if not self._working:
            self.show_progress(fraction, step)
            self._show_state()

    def show_loaded(self) -> None:
        """Nothing is loaded any more before a question."""
        was_shown, self._loading = self._loading and not self._working, False
        if was_shown:
            self.show_status("")
        self._show_state()

    def show_status(self, status: str) -> None:
        self.status.setText(status)
        self.status.setVisible(bool(status))

    def _ask(self) -> None:
        self.asked.emit(self.question.toPlainText())

    def _go(self, way: str) -> None:
        go = self._ways[way]
        self.offer("")
        go()

    def _show_state(self) -> None:
        free = self._ready and not self._working
        self.question.bar.offer(can_ask=free, can_stop=self._working)
        self.again_button.setEnabled(free and self._has_answer)
        self.follows.setEnabled(self._has_answer)
        self.progress.setVisible(self._working or self._loading)
        self.examples.setVisible(bool(self.examples.links()) and not (self._has_answer or self._working))
        self._show_running()

    def _show_running(self) -> None:
        """Which question is being answered, where another one is typed."""
        is_other = self.question.toPlainText().strip() != self._sent
        self._is_refused = self._is_refused and is_other
        lines = [tr("Being answered: «{question}»").format(question=self._sent)]
        if self._is_refused:
            why, hint = tr("Another question is being answered."), tr("Wait for its answer, or stop it.")
            lines.append(f"⚠ {why} {hint}")
        self.running.setText("\n".join(lines))
        self.running.setVisible(self._working and is_other)

    def _notice_typing(self) -> None:
        if self._ready and not self._working:
            self.typing_begun.emit()
