"""Headings and names of a report in the user's language."""

from __future__ import annotations

from ...backend.entries.entry import (
    ACCEPTED,
    ANSWERED,
    ASKED,
    DRAWN,
    EDITED,
    FAILED,
    MODEL,
    OPEN,
    REFINED,
    REJECTED,
    STOPPED,
    UNKNOWN,
)
from ...backend.entries.report_tables import ReportTexts
from ..language import known, language_of_qgis, tr
from ..number_format import fixed


def report_labels(language: str = "") -> ReportTexts:
    """`language` is that of the settings, "" = QGIS's."""
    return ReportTexts(
        report=tr("AskMap report"),
        question=tr("Question"),
        asked=tr("Asked"),
        outcome=tr("Outcome"),
        source=tr("Source"),
        view=tr("View"),
        earlier=tr("Follows up"),
        reasoning=tr("Reasoning"),
        targets=tr("Targets"),
        nothing=tr("Nothing was found."),
        unknown=tr("The model does not know what that looks like."),
        number=tr("Number"),
        label=tr("Label"),
        state=tr("Verdict"),
        score=tr("Score"),
        confidence=tr("Confidence"),
        doubtful=tr("doubtful"),
        area=tr("Area"),
        made=tr("Outline by"),
        note=tr("Note"),
        origin=tr("Origin"),
        reasoner=tr("Reasoner"),
        segmenter=tr("Segmenter"),
        digest=tr("SHA-256 of its weights"),
        device=tr("Device"),
        seed=tr("Seed"),
        version=tr("AskMap version"),
        settings=tr("Settings"),
        seconds=tr("Seconds"),
        warnings=tr("Warning"),
        states=state_names(),
        language=known(language or language_of_qgis()),
        format_number=fixed,
    )


def state_names() -> dict[str, str]:
    """The names of states, of outcomes, and of how an outline was made."""
    return {
        OPEN: tr("open"),
        ACCEPTED: tr("accepted"),
        REJECTED: tr("rejected"),
        MODEL: tr("the models"),
        REFINED: tr("the models, corrected"),
        DRAWN: tr("drawn by hand"),
        EDITED: tr("edited by hand"),
        ASKED: tr("not finished"),
        ANSWERED: tr("answered"),
        UNKNOWN: tr("not known to the model"),
        STOPPED: tr("stopped"),
        FAILED: tr("failed"),
    }
