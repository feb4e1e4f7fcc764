"""Where the engine computes: with several graphics cards, each by its name."""

from __future__ import annotations

from qgis.PyQt import sip

from ...backend.models.graphics_cards import GraphicsCard
from ..language import tr
from ..models.graphics import graphics_cards
from ..number_format import fixed
from ..runtime.job_queue import JobQueue
from .fields import ChoiceBox


class DeviceChoice(ChoiceBox):
    def __init__(self, chosen: str) -> None:
        super().__init__(_always(), chosen)
        self._jobs = JobQueue()  # which outlives this box, as its job may

    def look_for_cards(self) -> None:
        """Their driver may take seconds to say which there are."""
        text = tr("AskMap: looking at this computer")
        self._jobs.start(text, lambda report: graphics_cards(), self._show)

    def _show(self, cards: tuple[GraphicsCard, ...]) -> None:
        if sip.isdeleted(self) or len(cards) < 2:
            return
        for card in cards:
            size = tr("{gigabytes} GB").format(gigabytes=fixed(card.bytes / 1e9, 1))
            text = f"{card.device}: {card.name}, {size}"
            index = self.findData(card.device)
            if index < 0:
                self.addItem(text, card.device)
            else:
                self.setItemText(index, text)


def _always() -> list[tuple[str, str]]:
    return [
        ("auto", tr("what serves best")),
        ("cuda", tr("NVIDIA or AMD graphics card (cuda)")),
        ("mps", tr("Apple graphics (mps)")),
        ("cpu", tr("processor (cpu)")),
    ]
