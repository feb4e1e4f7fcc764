"""What works here and what is missing, said without loading a model or importing torch.

Only names, sizes and small files are read, and the headers of weights; nothing is sent to a server.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from .engine.bases import base_of
from .engine.kinds import describe
from .engine.protocols import EngineSettings
from .errors import AskMapError, DeviceMissing, MissingPackage, ModelMissing, OutOfMemory
from .hub.computer import ComputerMemory, Fit, fit_of, this_computer
from .hub.overview import REASONER, REASONER_TYPES, SEGMENTER, SEGMENTER_TYPES, own_model
from .hub.record import doubtful_files, read_record
from .models.config_json import QUANTIZATION, check_config
from .models.weights import check_folder, headers, is_file, read_config
from .packages.requirements import OLDEST_PYTHON, REQUIREMENTS
from .remote.address import address_from
from .version import __version__

CHECKPOINT = ".pt"  # of Meta's sam2
DRIVER = Path("/proc/driver/nvidia/version")  # Linux's own list of what is loaded


class RunsIn(Enum):
    """Where the engine would run."""

    HERE = "this process"
    OWN = "its own process"
    SERVICE = "service"  # of `askmap serve`
    UNDECIDED = "undecided"  # in QGIS, if the packages work there: the first question tries them out


@dataclass(frozen=True)
class PackageStatus:
    name: str
    wanted: str  # a requirement, as pip reads it
    version: str  # that is here; "" = none is


@dataclass(frozen=True)
class ModelStatus:
    kind: str  # REASONER or SEGMENTER
    name: str
    folder: str  # or the .pt file; "" where a server has it
    fault: AskMapError | None  # what loading would say of it, as far as that is known without
    bytes: int  # of the disk
    needed_bytes: int  # of a graphics card's memory; an estimate, 0 where a server has it
    needed_on_cpu: int  # of main memory, without a card


@dataclass(frozen=True)
class Status:
    """`faults` are all that stand between the user and an answer; each says what to do."""

    version: str  # AskMap's
    python: str
    packages: tuple[PackageStatus, ...]
    models: tuple[ModelStatus, ...]
    device: str  # the chosen one; "auto" = the best that torch will find
    has_nvidia_driver: bool
    computer: ComputerMemory
    fit: Fit  # of the models together
    runs_in: RunsIn
    faults: tuple[AskMapError, ...]

    @property
    def is_ready(self) -> bool:
        return not self.faults


def status_of(
    settings: EngineSettings,
    runs_in: RunsIn = RunsIn.HERE,
    *,
    paths: Sequence[str] | None = None,
    graphics: int = 0,
) -> Status:
    """`paths` are where packages are looked for, as sys.path; `graphics` the bytes of the card, if known."""
    described, computer = describe(settings), this_computer(graphics)
    packages = packages_in(sys.path if paths is None else paths) if described.needs_packages else ()
    models = tuple(_models(settings, computer))
    has_driver = bool(graphics) or is_file(DRIVER)
    fit = fit_of(sum(m.needed_bytes for m in models), sum(m.needed_on_cpu for m in models), computer)
    faults = [
        *_package_faults(packages),
        *(model.fault for model in models if model.fault is not None),
        *_memory_faults(models, computer, fit),
        *_device_faults(settings.device, has_driver),
    ]
    return Status(
        __version__,
        platform.python_version(),
        packages,
        models,
        settings.device,
        has_driver,
        computer,
        fit,
        runs_in,
        tuple(faults),
    )


def packages_in(paths: Sequence[str]) -> tuple[PackageStatus, ...]:
    """By their metadata: importing torch takes seconds. Of two versions the first one counts."""
    found = []
    for requirement in REQUIREMENTS:
        name = requirement.split("=")[0].rstrip("<>")
        here = next(iter(distributions(name=name, path=list(paths))), None)
        found.append(PackageStatus(name, requirement, str(here.version) if here else ""))
    return tuple(found)


def status_document(status: Status) -> dict[str, Any]:
    """As resources/schemas/status.schema.json says."""
    return {
        "version": status.version,
        "python": status.python,
        "ready": status.is_ready,
        "problems": [_problem(fault) for fault in status.faults],
        "packages": [asdict(package) for package in status.packages],
        "models": [_model_document(model) for model in status.models],
        "device": {"chosen": status.device, "nvidia_driver": status.has_nvidia_driver},
        "memory": {
            "bytes": status.computer.memory,
            "free_bytes": status.computer.free,
            "graphics_bytes": status.computer.graphics or None,
            "fit": status.fit.value,
        },
        "engine": status.runs_in.value,
    }


def status_lines(status: Status) -> Iterator[str]:
    """The same for a terminal."""
    yield f"AskMap {status.version}, Python {status.python}"
    for package in status.packages:
        yield f"{package.name}: {package.version or 'missing'} (wanted: {package.wanted})"
    for model in status.models:
        state = "cannot be used" if model.fault else "whole" if model.folder else "not asked"
        yield f"{model.kind}: {model.name}, {model.folder or 'on a server'}, {state}"
    driver = "an NVIDIA driver is here" if status.has_nvidia_driver else "no NVIDIA driver was found"
    yield f"device: {status.device}, {driver}"
    needed = sum(model.needed_on_cpu for model in status.models)
    yield f"memory: {_gb(needed)} needed without a graphics card, {_gb(status.computer.memory)} here, " + (
        f"{_gb(status.computer.free)} free: {status.fit.value}"
    )
    yield f"engine: {status.runs_in.value}"
    for fault in status.faults:
        yield f"{fault} {fault.hint}".strip()
    yield "Ready." if status.is_ready else "Not ready."


def _models(settings: EngineSettings, computer: ComputerMemory) -> Iterator[ModelStatus]:
    described = describe(settings)
    if isinstance(settings.reasoner, Path):
        yield _model(REASONER, described.reasoner, settings.reasoner, computer)
    else:
        fault = _address_fault(settings.reasoner)
        name = "" if fault else described.reasoner  # what is no address may hold a password
        yield ModelStatus(REASONER, name, "", fault, 0, 0, 0)
    yield _model(SEGMENTER, described.segmenter, settings.segmenter, computer)


def _model(kind: str, name: str, place: Path, computer: ComputerMemory) -> ModelStatus:
    fault, weights = None, place
    try:
        weights = _checked(kind, place)
    except AskMapError as error:
        fault = error
    here = own_model(weights, kind, computer)
    sizes = (here.whole_bytes, here.needed_bytes, here.needed_on_cpu) if here else (0, 0, 0)
    return ModelStatus(kind, name, str(place), fault, *sizes)


def _checked(kind: str, place: Path) -> Path:
    """Where the weights lie, an adapter's elsewhere; raises what loading would."""
    if kind == SEGMENTER:
        return _checked_segmenter(place)
    base = base_of(place)
    for folder in filter(None, (place, base)):
        _check_files(folder)
    _check_reasoner(base or place)
    return base or place


def _check_reasoner(folder: Path) -> None:
    """Whether AskMap loads its kind of quantization, only the engine's packages know."""
    config = read_config(folder, REASONER_TYPES)
    check_config({key: value for key, value in config.items() if key != QUANTIZATION}, folder)
    headers(folder)


def _checked_segmenter(place: Path) -> Path:
    if place.suffix == CHECKPOINT:
        if not is_file(place):
            raise ModelMissing("There is no file {path}.", path=place)
        return place
    _check_files(place)
    check_folder(place, SEGMENTER_TYPES)
    return place


def _check_files(folder: Path) -> None:
    """That all which was fetched is there; what has changed since is read when it is loaded."""
    record = read_record(folder) if os.path.isdir(folder) else None
    if record is not None:
        doubtful_files(folder, record)


def _address_fault(text: str) -> AskMapError | None:
    try:
        address_from(text)
    except AskMapError as error:
        return error
    return None


def _package_faults(packages: Sequence[PackageStatus]) -> Iterator[AskMapError]:
    if sys.version_info < OLDEST_PYTHON:
        yield MissingPackage(
            "The engine needs Python {wanted} or newer, and this is {found}.",
            "Install a newer QGIS, or a newer Python.",
            wanted=".".join(map(str, OLDEST_PYTHON)),
            found=platform.python_version(),
        )
    missing = [package.name for package in packages if not package.version]
    if missing:
        yield MissingPackage(
            "The engine's packages are not all here: {names}.",
            "Install them with the button in AskMap's dock; in a shell, as README.md shows.",
            names=", ".join(missing),
        )


def _memory_faults(
    models: Sequence[ModelStatus], computer: ComputerMemory, fit: Fit
) -> Iterator[AskMapError]:
    if fit is Fit.TOO_LARGE:
        yield OutOfMemory(
            "The models need about {needed:,.1f} GB of memory, and this computer has {memory:,.1f} GB.",
            "Choose smaller models, or let a server run the reasoner.",
            needed=sum(model.needed_on_cpu for model in models) / 1e9,
            memory=(computer.memory or 0) / 1e9,
        )


def _device_faults(device: str, has_driver: bool) -> Iterator[AskMapError]:
    """Only what is sure: on Linux the driver says that it is there."""
    if device.startswith("cuda") and sys.platform == "linux" and not has_driver:
        yield DeviceMissing("This computer has no device «{name}» that torch can use.", name=device)
    if device == "mps" and sys.platform != "darwin":
        yield DeviceMissing("This computer has no device «{name}» that torch can use.", name=device)


def _problem(fault: AskMapError) -> dict[str, str]:
    return {"problem": str(fault), "hint": str(fault.hint)}


def _model_document(model: ModelStatus) -> dict[str, Any]:
    fault = _problem(model.fault) if model.fault else None
    return {**vars(model), "fault": fault, "whole": fault is None if model.folder else None}


def _gb(count: int | None) -> str:
    return "an unknown amount" if count is None else f"{count / 1e9:,.1f} GB"
