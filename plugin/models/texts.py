"""What a model needs and how much of it is here, said to the user."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...backend.hub.computer import ComputerMemory, Fit
from ...backend.hub.overview import REASONER, ListedModel, ModelOverview, ModelState
from ...backend.hub.places import ModelPlace
from ...backend.hub.recommendation import Grounds, Recommendation
from ...backend.models.trials import WITHIN_S, ModelTrial
from ...backend.models.weights import model_name
from ..install.progress import duration_text
from ..language import tr
from ..number_format import fixed
from .jobs import JobKind, ModelJob

SMALL_BYTES = 50_000_000  # below it in megabytes


def size_text(count: int) -> str:
    if count >= SMALL_BYTES:
        return tr("{gigabytes} GB").format(gigabytes=fixed(count / 1e9, 1))
    return tr("{megabytes} MB").format(megabytes=fixed(count / 1e6, 1 if 0 < count < 1e7 else 0))


def kind_text(model: ListedModel) -> str:
    return tr("Reasoner") if model.kind == REASONER else tr("Segmenter")


def memory_text(model: ListedModel, computer: ComputerMemory) -> str:
    """Of the device that it would run on: «9.5 GB, fits»."""
    if not model.needed_bytes:
        return "–"
    fit = {
        Fit.FITS: tr("fits"),
        Fit.TIGHT: tr("tight"),
        Fit.TOO_LARGE: tr("does not fit"),
        Fit.UNKNOWN: tr("not known whether it fits"),
    }[model.fit]
    return f"{size_text(_needed(model, computer))}, {fit}"


def state_text(model: ListedModel, is_used: bool) -> str:
    state = {
        ModelState.BUNDLED: tr("comes with AskMap"),
        ModelState.HERE: _place_text(model),
        ModelState.CHANGED: tr("changed since it was checked"),
        ModelState.PART: tr("part of it is here"),
        ModelState.AWAY: tr("not here"),
        ModelState.SERVED_ONLY: tr("for a server only"),
        ModelState.SERVED: tr("served"),
    }[model.state]
    return f"{tr('in use')}, {state}" if is_used else state


def details(model: ListedModel, found: ModelOverview) -> str:
    """A line for each thing to know of it."""
    return "\n".join(_lines(model, found))


def _lines(model: ListedModel, found: ModelOverview) -> Iterator[str]:
    yield f"{model.name}: {_purpose(model)}"
    if found.recommends(model):
        yield _recommended(found.recommended)
    trial = found.trial_of(model)
    if trial is not None:
        yield f"{_tried_with(model, trial)} {trial_text(trial)}"
    if model.needed_bytes:
        yield _memory_sentence(model, found.computer)
    if model.licence and model.state is ModelState.BUNDLED:
        yield f"{tr('Licence')}: {model.licence}"
    elif model.licence:
        yield tr("Licence: {licence}. Read the model's own page before you use it.").format(
            licence=model.licence
        )
    yield from _where(model)
    step = _next_step(model)
    if step:
        yield step


def _recommended(best: Recommendation) -> str:
    """And on what grounds."""
    if best.grounds is Grounds.MEASURED:
        text = tr(
            "Recommended: of the pairs tried on this computer ({tried}), the one that was most often right "
            "in less than {seconds} s, and of equals the quickest."
        )
        return text.format(tried=best.tried, seconds=round(WITHIN_S))
    if best.grounds is Grounds.SIZE_OF_UNTRIED:
        return tr("Recommended by its size alone: what was tried here was too slow, or never right.")
    return tr("Recommended by its size alone, because it fits: nothing was tried here yet.")


def _tried_with(model: ListedModel, trial: ModelTrial) -> str:
    other = Path(trial.segmenter if model.kind == REASONER else trial.reasoner)
    return tr("Tried here with {other}:").format(other=model_name(other))


def trial_text(trial: ModelTrial) -> str:
    """What was measured, in one sentence."""
    text = tr(
        "{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, "
        "loaded in {load} s, on {device}."
    )
    if trial.memory_bytes is not None:
        text = tr(
            "{right} of {asked} questions right, {seconds} s an answer, {pieces} pieces of text a second, "
            "{memory} of memory at most, loaded in {load} s, on {device}."
        )
    return text.format(
        right=trial.right,
        asked=trial.asked,
        seconds=fixed(trial.answer_s, 1),
        pieces=fixed(trial.tokens_per_s, 1),
        memory=size_text(trial.memory_bytes or 0),
        load=fixed(trial.load_s, 1),
        device=_device_text(trial.device),
    )


def _device_text(device: str) -> str:
    """Of a processor its kind alone: the rest was written in English."""
    return "cpu" if device.startswith("cpu") else device


def _purpose(model: ListedModel) -> str:
    if model.kind == REASONER:
        return tr("it reads the question, reasons and points.")
    return tr("it draws the mask of what is pointed at.")


def _memory_sentence(model: ListedModel, computer: ComputerMemory) -> str:
    has = size_text(computer.memory) if computer.memory else tr("an amount of memory that is not known")
    if computer.memory and computer.free:
        has = tr("{whole}, {free} of them free").format(whole=has, free=size_text(computer.free))
    if computer.graphics:
        text = tr("It needs about {needed} on a graphics card; the one here has {graphics}.")
        return text.format(needed=size_text(model.needed_bytes), graphics=size_text(computer.graphics))
    text = tr("It needs about {needed} of main memory without a graphics card; this computer has {has}.")
    return text.format(needed=size_text(model.needed_on_cpu), has=has)


def _where(model: ListedModel) -> Iterator[str]:
    if model.folder is not None and model.state is not ModelState.BUNDLED:
        yield tr("It lies in {folder}.").format(folder=model.folder)
    if model.address:
        yield tr("It is served at {address}.").format(address=model.address)
    if model.revision:
        yield tr("Revision {revision} of the hub.").format(revision=model.revision[:12])


def _next_step(model: ListedModel) -> str:
    if model.state is ModelState.PART:
        text = tr("{here} of it have come: when you get it, that goes on from there.")
        return text.format(here=size_text(model.here_bytes))
    if model.state is ModelState.CHANGED:
        return tr("Its files have changed since: check it, or delete it and get it again.")
    if model.state is ModelState.SERVED_ONLY:
        return tr(
            "AskMap does not load it itself yet. Let a program such as LM Studio serve it, then look for "
            "served models here."
        )
    if model.place in (ModelPlace.HUB_CACHE, ModelPlace.LM_STUDIO, ModelPlace.OWN):
        return tr("It is used where it lies, never copied; to delete it, delete it there.")
    return ""


def _place_text(model: ListedModel) -> str:
    if model.place is ModelPlace.HUB_CACHE:
        return tr("here, in the hub's cache")
    if model.place is ModelPlace.LM_STUDIO:
        return tr("here, in LM Studio's folder")
    return tr("here, a folder of yours") if model.place is ModelPlace.OWN else tr("here")


def _needed(model: ListedModel, computer: ComputerMemory) -> int:
    return model.needed_bytes if computer.graphics else model.needed_on_cpu


def job_text(job: ModelJob) -> str:
    """In the row of its model."""
    if not job.has_begun:
        return tr("waits for its turn")
    step = {
        JobKind.GET: tr("being fetched"),
        JobKind.CHECK: tr("being checked"),
        JobKind.DELETE: tr("being deleted"),
        JobKind.TRY: tr("being tried"),
    }[job.kind]
    return f"{step}, {job.percent} %" if job.total else f"{step}…"


def progress_text(job: ModelJob) -> str:
    """Beside the bar: «1.2 of 5.3 GB, about 4 minutes left»."""
    if not job.total:
        return f"{job.name}: {job_text(job)}"
    if job.kind is JobKind.TRY:
        text = tr("{name}: question {number} of {total}")
        return text.format(name=job.name, number=job.done + 1, total=job.total)
    text = tr("{name}: {done} of {total}").format(
        name=job.name, done=size_text(job.done), total=size_text(job.total)
    )
    left_s = job.seconds_left
    return text if left_s is None else tr("{step}, {time} left").format(step=text, time=duration_text(left_s))
