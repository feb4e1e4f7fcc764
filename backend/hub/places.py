"""The models on this computer: those that AskMap fetched, and those of other programs, used where they lie.

Nothing is written or moved in another program's folders.

    ~/.cache/huggingface/hub/models--OWNER--NAME/snapshots/REVISION    (HF_HUB_CACHE, HF_HOME)
    ~/.lmstudio/models/OWNER/NAME
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ..errors import AskMapError
from ..models.adapter import is_adapter, read_adapter
from ..models.weights import is_file, read_json, weight_files
from .record import read_record

_DIGEST = re.compile(r"[0-9a-f]{64}|[0-9a-f]{40}")  # what the hub's cache calls the bytes of a file
CACHED = "models--"
ADAPTER = "adapter"  # in place of a type of config.json, which adapters lack


class ModelPlace(Enum):
    FETCHED = "fetched"  # by AskMap
    OWN = "yours"  # in the same folder, put there by the user
    HUB_CACHE = "hub cache"
    LM_STUDIO = "LM Studio"


@dataclass(frozen=True)
class ModelHere:
    """A folder with config.json and all of its weights, or with an adapter."""

    repository: str  # "owner/name"; of the user's own as the folders are called
    folder: Path
    source: ModelPlace
    type: str  # of config.json, such as "qwen3_vl"; a stranger's. Or ADAPTER

    @property
    def bytes(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir() if is_file(file))


def models_folder() -> Path:
    """Where AskMap keeps the models that it fetches, for the shell and for every QGIS of this user."""
    chosen = os.environ.get("ASKMAP_MODELS")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return _from("LOCALAPPDATA", "AppData", "Local") / "askmap" / "models"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "askmap" / "models"
    return _from("XDG_DATA_HOME", ".local", "share") / "askmap" / "models"


def hub_cache() -> Path:
    """The cache of Hugging Face's own library."""
    named = os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE")
    if named:
        return Path(named)
    home = os.environ.get("HF_HOME")
    return (Path(home) if home else _from("XDG_CACHE_HOME", ".cache") / "huggingface") / "hub"


def studio_folders() -> tuple[Path, ...]:
    """LM Studio's, of now and of before."""
    return (Path.home() / ".lmstudio" / "models", Path.home() / ".cache" / "lm-studio" / "models")


def models_here(models: Path) -> tuple[ModelHere, ...]:
    """In a folder as AskMap's, in the hub's cache and in LM Studio's; nothing that is half there."""
    found = [*_in_folder(models, ModelPlace.OWN), *_in_cache(hub_cache())]
    for folder in studio_folders():
        found += _in_folder(folder, ModelPlace.LM_STUDIO)
    return tuple(found)


def find_model(repository: str, models: Path) -> ModelHere | None:
    """The fetched one first."""
    here = (model for model in models_here(models) if model.repository.lower() == repository.lower())
    return next(here, None)


def cached_digest(file: Path) -> str:
    """What the hub's cache says of a file: SHA-256 (64 letters) or git's SHA-1 (40); "" elsewhere."""
    name = Path(os.path.realpath(file)).name
    return name if file.is_symlink() and _DIGEST.fullmatch(name) else ""


def _in_folder(folder: Path, source: ModelPlace) -> Iterator[ModelHere]:
    """OWNER/NAME, and what the user may have put there without an owner."""
    for upper in _folders(folder):
        yield from _model(upper, upper.name, source)
        for lower in _folders(upper):
            yield from _model(lower, f"{upper.name}/{lower.name}", source)


def _in_cache(cache: Path) -> Iterator[ModelHere]:
    for place in _folders(cache):
        owner, _, name = place.name.removeprefix(CACHED).partition("--")
        revision = _revision(place)
        if place.name.startswith(CACHED) and name and revision is not None:
            yield from _model(revision, f"{owner}/{name}", ModelPlace.HUB_CACHE)


def _revision(place: Path) -> Path | None:
    """That of «main», else the newest."""
    with suppress(OSError, UnicodeDecodeError):
        named = (place / "refs" / "main").read_text(encoding="ascii").strip()
        if _DIGEST.fullmatch(named) and (place / "snapshots" / named).is_dir():
            return place / "snapshots" / named
    with suppress(OSError):
        return max(_folders(place / "snapshots"), key=lambda folder: folder.stat().st_mtime, default=None)
    return None


def _model(folder: Path, repository: str, source: ModelPlace) -> Iterator[ModelHere]:
    with suppress(AskMapError, OSError):
        if is_adapter(folder):
            yield ModelHere(repository, read_adapter(folder).folder, source, ADAPTER)
            return
        config = read_json(folder / "config.json")
        weight_files(folder)
        is_ours = source is ModelPlace.OWN and read_record(folder) is not None
        yield ModelHere(
            repository, folder, ModelPlace.FETCHED if is_ours else source, str(config.get("model_type"))[:80]
        )


def _folders(folder: Path) -> list[Path]:
    """Without hidden ones; none where there is no such folder, or nobody may look into it."""
    try:
        found = [each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")]
    except OSError:
        return []
    return sorted(found)


def _from(variable: str, *usual: str) -> Path:
    named = os.environ.get(variable)
    return Path(named) if named else Path.home().joinpath(*usual)
