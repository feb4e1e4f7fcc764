"""Builds what offers questions, and closes it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QObject

from ..ask.form import AskForm
from ..context import Context
from ..history.project_history import ProjectHistory
from .presets import Presets
from .recent import RecentQuestions
from .sample import SampleOffer


@dataclass(frozen=True, eq=False)
class QuestionOffers:
    recent: RecentQuestions
    presets: Presets
    sample: SampleOffer

    def close(self) -> None:
        for part in (self.recent, self.presets, self.sample):
            part.close()


def build(context: Context, form: AskForm, history: ProjectHistory, parent: QObject) -> QuestionOffers:
    """After what follows the project's layers, which clears the line that the sample is offered in."""
    return QuestionOffers(
        RecentQuestions(context, form, history, parent),
        Presets(form, context.settings, parent),
        SampleOffer(context, form, parent),
    )
