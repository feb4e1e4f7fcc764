"""A pair of models tried out for the window, as `askmap models try` does it, in a process of its own."""

from __future__ import annotations

from dataclasses import replace

from ...backend.child.engine import ChildEngine, unload_child
from ...backend.engine.loading import free_engine
from ...backend.engine.protocols import Engine, EngineSettings
from ...backend.errors import MissingPackage
from ...backend.hub.overview import REASONER, ListedModel
from ...backend.hub.places import models_folder
from ...backend.hub.record import Tick
from ...backend.model_trial import try_model
from ...backend.models.trials import ModelTrial, keep_trial, read_trials
from ...backend.remote.address import address_from
from ...backend.stages import Report
from ..runtime.engine_service import child_command
from ..runtime.environment import advice, missing_modules
from ..settings import Settings


def try_apart(settings: EngineSettings, count: Tick, report: Report) -> ModelTrial:
    """For a worker thread, in the queue of all that uses the models: a device holds one pair.

    `count` gets how many questions were asked, and of how many.
    """
    if missing_modules():
        raise MissingPackage(advice())
    read_trials(models_folder())  # a broken file is told before the work
    unload_child()
    free_engine()
    engine = ChildEngine(replace(settings, process="auto"), child_command())

    def load(_: EngineSettings) -> Engine:
        engine.load(report)
        return engine

    try:
        trial = try_model(
            settings, load, report=report, count=count, memory=lambda: engine.most_memory(report)
        )
    finally:
        engine.close()
    keep_trial(models_folder(), trial)
    return trial


def is_tried_here(model: ListedModel) -> bool:
    """Not what another computer serves: nobody has agreed to send it anything."""
    if model.address:
        return address_from(model.address).is_here
    return model.is_usable


def settings_to_try(model: ListedModel, now: Settings) -> Settings:
    """With the other model of the pair that is in use."""
    if model.kind != REASONER:
        return replace(now, segmenter=model.setting)
    is_used = now.reasoner == model.setting
    return replace(now, reasoner=model.setting, format=now.format if is_used else "auto")
