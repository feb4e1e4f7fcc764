"""The heading of an answer: its question, what it is about, by which models, and what came of it."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..language import tr
from ..widgets.labels import plain_label, plain_tip, smaller
from ..widgets.links_label import LinksLabel
from .standing import Title

LONGEST_QUESTION = 140  # characters that are shown; the tooltip has all


class AnswerHeading(QWidget):
    """Hidden where there is no answer and none is awaited."""

    zoom_wanted = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.question, self.outcome, self.caution = plain_label(), plain_label(), plain_label()
        self.about = LinksLabel()
        self.about.setFont(smaller(self.about.font()))
        font = self.question.font()
        font.setBold(True)
        self.question.setFont(font)
        self.question.setAccessibleName(tr("Question of this answer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for label in (self.question, self.about, self.outcome, self.caution):
            column.addWidget(label)
        self.about.clicked.connect(lambda _: self.zoom_wanted.emit())
        self.show_heading(None)

    def show_knowledge(self, told: str) -> None:
        """HTML: what the reasoner that answered says of itself; "" where it says nothing."""
        self.about.setToolTip(told)

    def show_heading(self, heading: Optional[Title]) -> None:
        self.setVisible(heading is not None)
        heading = heading or Title("", "", "")
        question = " ".join(heading.question.split())
        is_cut = len(question) > LONGEST_QUESTION
        self.question.setText(f"{question[:LONGEST_QUESTION]}…" if is_cut else question)
        self.question.setToolTip(plain_tip(heading.question) if is_cut else "")
        about = f"{heading.about} · {heading.outcome}" if heading.is_found else heading.about
        self.about.show_text(about, [tr("Zoom there")] if heading.offers_zoom else [])
        self.outcome.setText(heading.outcome)
        self.outcome.setHidden(heading.is_found)
        self.caution.setText("\n".join(f"⚠ {sentence}" for sentence in heading.cautions))
        self.caution.setVisible(bool(heading.cautions))
