"""What stands on the page «Ask»: which question, about what, by which models, and what came of it.

The page is drawn from one immutable Standing, so that its heading, its reasoning and its cards speak of the
same question, or say of which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ...backend.entries.entry import ANSWERED, ASKED, FAILED, STOPPED, UNKNOWN, Entry
from ...backend.parsing.none_phrases import why_none
from ..backend_messages import translate
from ..language import tr


@dataclass(frozen=True)
class Asked:
    """A question that is being answered."""

    text: str
    about: str  # the layer and which pixels of it, for the user


@dataclass(frozen=True)
class Title:
    """Above the reasoning: what it answers."""

    question: str
    about: str
    outcome: str
    cautions: tuple[str, ...] = ()
    offers_zoom: bool = False
    is_found: bool = False  # what the cards below count


@dataclass(frozen=True)
class Standing:
    answer: Optional[Entry] = None  # whose targets the cards show
    about: str = ""  # what the answer is about
    cautions: tuple[str, ...] = ()  # of the answer
    is_in_view: bool = True  # whether the map shows what the answer is about
    asked: Optional[Asked] = None
    is_watched: bool = True  # False where an answer was opened while another question is being answered

    @property
    def streams(self) -> bool:
        """Whether the reasoning is that of the question that is being answered."""
        return self.asked is not None and self.is_watched

    def heading(self) -> Optional[Title]:
        if self.asked is not None and self.is_watched:
            return Title(self.asked.text, self.asked.about, tr("Being answered…"))
        if self.answer is None:
            return None
        return Title(
            self.answer.question.text,
            f"{self.about} · {_models(self.answer)}",
            outcome_of(self.answer),
            self.cautions,
            offers_zoom=not self.is_in_view,
            is_found=self.answer.outcome == ANSWERED and bool(self.answer.grounding.targets),
        )

    def title_of_cards(self) -> str:
        """Whose targets these are, where the heading is that of another question."""
        if not self.streams or self.answer is None:
            return ""
        return tr("The targets below answer «{question}».").format(question=self.answer.question.text)


def outcome_of(entry: Entry) -> str:
    """In a sentence or two."""
    if entry.outcome == ANSWERED:
        return _found(entry)
    return {
        ASKED: tr("not finished"),
        UNKNOWN: tr("The model does not know what that looks like."),
        STOPPED: tr("Stopped."),
        FAILED: translate(entry.fault),
    }[entry.outcome]


def _found(entry: Entry) -> str:
    """What the model has found; the cards count what is there now."""
    if entry.grounding.targets:
        return tr("%n target(s) found.", len(entry.grounding.targets))
    why = why_none(entry.grounding.thought)
    if why:
        return tr("Nothing found. In the model's words: «{words}»").format(words=why)
    return tr("Nothing found; the model gave no reason.")


def _models(entry: Entry) -> str:
    return " + ".join(filter(None, (entry.provenance.reasoner, entry.provenance.segmenter)))
