"""Which models there are, as the dock, the window of models and «Ask again» show them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.engine.kinds import describe
from ...backend.engine.protocols import EngineSettings
from ...backend.errors import AskMapError
from ...backend.hub.computer import ComputerMemory, this_computer
from ...backend.hub.overview import (
    REASONER,
    SEGMENTER,
    ListedModel,
    ModelOverview,
    overview,
    own_model,
    served_model,
)
from ...backend.hub.places import models_folder
from ...backend.models.catalogue import read_catalogue
from ...backend.models.graphics_cards import GraphicsCard
from ...backend.remote.address import address_from
from ..context import Context
from ..language import tr
from ..runtime.job_queue import JobQueue
from ..settings import Settings
from .graphics import graphics_cards, memory_for
from .texts import size_text


class Listing(QObject):
    """Read on the worker for files; `latest` is None until that was done once."""

    changed = pyqtSignal()

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context, self._settings = context, context.settings
        self.latest: Optional[ModelOverview] = None
        self._cards: Optional[tuple[GraphicsCard, ...]] = None  # None = nobody has asked their driver yet
        self._served: tuple[ListedModel, ...] = ()
        self._shown = ("", "", "")  # what of the settings counted when the disk was looked at
        self._jobs = JobQueue(self)
        self._settings.changed.connect(self._look_again)
        self.refresh()

    def close(self) -> None:
        self._settings.changed.disconnect(self._look_again)
        self._jobs.close()

    def _look_again(self, _: object = None) -> None:
        """Where other models or another device are in use: all else that can be set changes nothing here."""
        if self._shown != _shown_of(self._settings.now):
            self.refresh()

    def refresh(self) -> None:
        """Looks at the disk again."""
        now = self._settings.now
        graphics = memory_for(now.device, self._cards or ())
        self._shown = _shown_of(now)
        self._context.file_worker.run(
            lambda: _read(now, graphics), self._take, self._context.error_bar.show_error
        )

    def look_at_graphics(self) -> None:
        """Once: its driver may take seconds."""
        if self._cards is None:
            self._cards = ()
            self._jobs.start(
                tr("AskMap: looking at this computer"), lambda report: graphics_cards(), self._take_cards
            )

    def add_served(self, models: tuple[ListedModel, ...]) -> None:
        self._served = models
        self.refresh()

    def disk_text(self) -> str:
        """What the fetched ones take, and where."""
        used = self.latest.fetched_bytes if self.latest else 0
        text = tr("Fetched by AskMap: {size}, in {folder}")
        return text.format(size=size_text(used), folder=models_folder())

    def usable(self, kind: str) -> tuple[ListedModel, ...]:
        """Those that can be used at once."""
        models = self.latest.models if self.latest else ()
        return tuple(model for model in models if model.kind == kind and model.is_usable)

    def in_use(self, kind: str) -> Optional[ListedModel]:
        """None where what is set is not there, or nobody has looked yet."""
        chosen = setting_of(self._settings.now, kind)
        return next((model for model in self.usable(kind) if model.setting == chosen), None)

    def name_in_use(self, kind: str) -> str:
        found = self.in_use(kind)
        return found.name if found is not None else model_called(self._settings.now.engine(), kind)

    def _take(self, found: ModelOverview) -> None:
        known = {model.key for model in found.models}
        served = tuple(model for model in self._served if model.key not in known)
        self.latest = replace(found, models=(*found.models, *served))
        self.changed.emit()

    def _take_cards(self, cards: tuple[GraphicsCard, ...]) -> None:
        self._cards = cards
        self.refresh()


def _shown_of(settings: Settings) -> tuple[str, str, str]:
    return settings.reasoner, settings.segmenter, settings.device


def setting_of(settings: Settings, kind: str) -> str:
    return settings.reasoner if kind == REASONER else settings.segmenter


def model_called(engine: EngineSettings, kind: str) -> str:
    described = describe(engine)
    return described.reasoner if kind == REASONER else described.segmenter


def _read(settings: Settings, graphics: int) -> ModelOverview:
    """With what is set, wherever it lies."""
    found = overview(read_catalogue(), models_folder(), this_computer(graphics))
    known = {model.setting for model in found.models if model.is_usable}
    chosen = ((kind, setting_of(settings, kind)) for kind in (REASONER, SEGMENTER))
    others = (_chosen(place, kind, found.computer) for kind, place in chosen if place not in known)
    return replace(found, models=(*found.models, *filter(None, others)))


def _chosen(place: str, kind: str, computer: ComputerMemory) -> Optional[ListedModel]:
    if not place:
        return None
    if kind == REASONER and isinstance(Settings(reasoner=place).engine().reasoner, str):
        try:
            return served_model(place, f"{address_from(place).model} @ {address_from(place).host}")
        except AskMapError:  # no address: told when it is asked
            return None
    return own_model(Path(place), kind, computer)
