"""Each model once: what it is for, what it needs against what this computer has, what of it is here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from ..errors import AskMapError
from ..models.adapter import is_adapter
from ..models.catalogue import BYTES_A_PARAMETER, HEADROOM_GB, Model
from ..models.trials import ModelTrial, read_trials
from ..models.weights import is_file, model_name, read_json
from ..resources import resources
from .computer import ComputerMemory, Fit, fit_of
from .fetching import bytes_of_part, folder_of, parts_in
from .places import ADAPTER, ModelHere, ModelPlace, models_here
from .recommendation import Candidate, Grounds, Recommendation, recommend
from .record import FetchRecord, changed_files, read_record

REASONER, SEGMENTER = "reasoner", "segmenter"
CPU_FACTOR = 2  # a processor computes in float32, and the weights come in two bytes
# The types that are loaded; the families themselves are known where torch is
REASONER_TYPES = ("qwen2_5_vl", "qwen3_vl", "qwen3_vl_moe", "qwen3_5")
SEGMENTER_TYPES = (
    "sam2",
    "sam2_video",
    "sam3_tracker",
    "sam3_tracker_video",
    "sam3_video",
    "edgetam",
    "edgetam_video",
)


class ModelState(Enum):
    BUNDLED = "comes with AskMap"
    HERE = "here"
    CHANGED = "changed since it was checked"
    PART = "part of it is here"
    AWAY = "not here"
    SERVED_ONLY = "for a server"  # of a family that AskMap does not load itself
    SERVED = "served"  # by a program that runs already


@dataclass(frozen=True)
class ListedModel:
    name: str
    kind: str  # REASONER or SEGMENTER
    repository: str  # "owner/name" at a hub; "" for the bundled ones
    licence: str  # "" = not known
    state: ModelState
    place: ModelPlace | None  # None where it is not here, or comes with AskMap
    folder: Path | None
    here_bytes: int  # of the disk
    whole_bytes: int  # estimated where it is not here
    needed_bytes: int  # of a graphics card's memory; an estimate
    needed_on_cpu: int
    fit: Fit
    revision: str = ""  # the hub's, where AskMap fetched it
    address: str = ""  # of one that a server runs

    @property
    def key(self) -> str:
        """What no other one has."""
        return self.address or (str(self.folder) if self.folder else self.repository)

    @property
    def setting(self) -> str:
        """What stands in the settings where it is used; "" also where it cannot be."""
        if self.state is ModelState.BUNDLED:
            return ""
        return self.address or (str(self.folder) if self.folder else "")

    @property
    def is_usable(self) -> bool:
        is_there = self.folder is not None or bool(self.address)
        return is_there and self.state is not ModelState.SERVED_ONLY

    @property
    def is_removable(self) -> bool:
        """Whether AskMap fetched it: what others put there is theirs to remove."""
        return self.state is ModelState.PART or self.place is ModelPlace.FETCHED


@dataclass(frozen=True)
class ModelOverview:
    models: tuple[ListedModel, ...]
    computer: ComputerMemory
    recommended: Recommendation
    trials: tuple[ModelTrial, ...] = ()  # of models that are as they were tried
    fault: AskMapError | None = None  # why the trials cannot be read

    def recommends(self, model: ListedModel) -> bool:
        """By its size not where nobody knows what the computer has."""
        is_known = self.recommended.grounds is Grounds.MEASURED or model.fit is Fit.FITS
        return model.key in self.recommended.keys and is_known

    @property
    def fetched_bytes(self) -> int:
        return sum(model.here_bytes for model in self.models if model.is_removable)

    def trial_of(self, model: ListedModel) -> ModelTrial | None:
        """The last one that it took part in."""
        own = [trial for trial in self.trials if model.key in (trial.reasoner, trial.segmenter)]
        return max(own, key=lambda trial: trial.created, default=None)


def overview(catalogue: Sequence[Model], models: Path, computer: ComputerMemory) -> ModelOverview:
    """`models` is the folder of those that AskMap fetches. Reads names, sizes and small files only."""
    here = models_here(models)
    known = [_known(model, models, here, computer) for model in catalogue]
    named = {model.repository.lower() for model in catalogue}
    others = [_other(model, computer) for model in here if model.repository.lower() not in named]
    parts = [_part(name, models) for name in parts_in(models) if name.lower() not in named]
    listed = (*known, *filter(None, others), *parts)
    trials, fault = _trials(models)
    candidates = [Candidate(model, each.key, each.fit) for model, each in zip(catalogue, known)]
    best = recommend(candidates, trials, (REASONER, SEGMENTER))
    return ModelOverview(listed, computer, best, trials, fault)


def _trials(models: Path) -> tuple[tuple[ModelTrial, ...], AskMapError | None]:
    """What stands there may be spoilt; the models are listed all the same, and the error is told."""
    try:
        return tuple(trial for trial in read_trials(models) if trial.is_current), None
    except AskMapError as error:
        return (), error


def served_model(address: str, name: str) -> ListedModel:
    """`address` is what stands in the settings; how large it is, its server alone knows."""
    unknown = (ModelState.SERVED, None, None, 0, 0, 0, 0, Fit.UNKNOWN)
    return ListedModel(name, REASONER, "", "", *unknown, address=address)


def own_model(place: Path, kind: str, computer: ComputerMemory) -> ListedModel | None:
    """A folder that the user has chosen, or a .pt file of a segmenter; None where there is no such thing."""
    with suppress(OSError):
        files = [place] if is_file(place) else [file for file in place.iterdir() if is_file(file)]
        size = sum(file.stat().st_size for file in files)
        here = ModelHere(model_name(place), place, ModelPlace.OWN, "")
        listed = _of_folder(here, kind, size, computer)
        return _of_adapter(listed) if is_adapter(place) else listed
    return None


def kind_of_folder(folder: Path) -> str:
    """By its config.json; "" for what AskMap has no use for. ModelMissing, ModelBroken.

    Adapters are of reasoners.
    """
    if is_adapter(folder):
        return REASONER
    return kind_of_type(str(read_json(folder / "config.json").get("model_type")))


def kind_of_type(model_type: str) -> str:
    """Of config.json's model_type; "" for one that is neither."""
    if model_type in REASONER_TYPES:
        return REASONER
    return SEGMENTER if model_type in SEGMENTER_TYPES else ""


def _known(model: Model, models: Path, here: Sequence[ModelHere], computer: ComputerMemory) -> ListedModel:
    needed, on_cpu = model.needed_bytes(), model.needed_bytes(BYTES_A_PARAMETER * CPU_FACTOR)
    fit = fit_of(needed, on_cpu, computer)
    found = next((each for each in here if each.repository.lower() == model.repository.lower()), None)
    state, folder, record, here_bytes = ModelState.AWAY, None, None, 0
    if model.folder:
        state, folder = ModelState.BUNDLED, resources(model.folder)
    elif found is not None:
        record = _record(found.folder)
        state, folder, here_bytes = _state(found.folder, record), found.folder, found.bytes
    elif bytes_of_part(folder_of(models, model.repository)):
        state, here_bytes = ModelState.PART, bytes_of_part(folder_of(models, model.repository))
    if model.served_only and state is not ModelState.PART:
        state = ModelState.SERVED_ONLY
    return ListedModel(
        model.name,
        model.kind,
        model.repository,
        (record.licence if record else "") or model.licence,
        state,
        found.source if found else None,
        folder,
        here_bytes,
        here_bytes if found else model.weights_bytes,
        needed,
        on_cpu,
        fit,
        record.revision if record else "",
    )


def _other(model: ModelHere, computer: ComputerMemory) -> ListedModel | None:
    """None for what AskMap has no use for, of which other programs' folders are full."""
    if model.type == ADAPTER:
        return _of_adapter(_of_folder(model, REASONER, model.bytes, computer))
    kind = kind_of_type(model.type)
    return _of_folder(model, kind, model.bytes, computer) if kind else None


def _of_folder(model: ModelHere, kind: str, size: int, computer: ComputerMemory) -> ListedModel:
    record = _record(model.folder)
    headroom = round(HEADROOM_GB[kind] * 1e9)
    needed, on_cpu = size + headroom, CPU_FACTOR * size + headroom
    return ListedModel(
        model.repository,
        kind,
        model.repository if "/" in model.repository else "",
        record.licence if record else "",
        _state(model.folder, record),
        model.source,
        model.folder,
        size,
        size,
        needed,
        on_cpu,
        fit_of(needed, on_cpu, computer),
        record.revision if record else "",
    )


def _of_adapter(listed: ListedModel) -> ListedModel:
    """What its base needs is not known here."""
    return replace(listed, needed_bytes=0, needed_on_cpu=0, fit=Fit.UNKNOWN)


def _part(repository: str, models: Path) -> ListedModel:
    """What it is for is known only once it is whole."""
    size = bytes_of_part(folder_of(models, repository))
    state, fit = ModelState.PART, Fit.UNKNOWN
    return ListedModel(repository, REASONER, repository, "", state, None, None, size, size, 0, 0, fit)


def _record(folder: Path) -> FetchRecord | None:
    with suppress(AskMapError):
        return read_record(folder)
    return None


def _state(folder: Path, record: FetchRecord | None) -> ModelState:
    return ModelState.CHANGED if record and changed_files(folder, record) else ModelState.HERE
