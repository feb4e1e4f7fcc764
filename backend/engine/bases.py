"""Where the base of an adapter lies: as it says, beside it, or among the models on this computer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..errors import AskMapError, ModelMissing
from ..hub.places import ADAPTER, models_folder, models_here
from ..message import Message
from ..models.adapter import Adapter, is_adapter, read_adapter
from ..models.config_json import QUANTIZATION
from ..models.weights import is_file, read_json

# A base that was stored in four bits to save memory while the adapter learned; the whole one serves as well
_IN_FEWER_BITS = re.compile(r"(-unsloth)?(-bnb)?-4bit$", re.IGNORECASE)


def base_of(folder: Path) -> Path | None:
    """None where the folder holds no adapter; ModelMissing where its base is not on this computer."""
    if not is_adapter(folder):
        return None
    adapter = read_adapter(folder)
    found = list(_found(adapter))
    base = next((place for place in found if not _is_in_fewer_bits(place)), None) or next(iter(found), None)
    if base is None:
        raise ModelMissing(
            "The adapter in {folder} belongs to the model {base}, which is not on this computer.",
            Message(
                "Fetch {base} with `askmap models get`, or put its folder beside the adapter's.",
                base=adapter.base,
            ),
            folder=folder,
            base=adapter.base,
        )
    return base


def _found(adapter: Adapter) -> Iterator[Path]:
    with suppress(OSError, ValueError):  # a name that no file can have
        for place in _beside(adapter):
            if is_file(place / "config.json"):
                yield place
    whole = _IN_FEWER_BITS.sub("", adapter.base)
    for named in dict.fromkeys((whole, adapter.base)):
        yield from _among_models(named)


def _is_in_fewer_bits(folder: Path) -> bool:
    """An adapter is put over whole weights; what cannot be read is told where it is loaded."""
    with suppress(AskMapError):
        return read_json(folder / "config.json").get(QUANTIZATION) is not None
    return False


def _beside(adapter: Adapter) -> Iterator[Path]:
    """The path that it names, seen from its own folder too; then folders called like the model."""
    above, name = adapter.folder.absolute().parent, Path(adapter.base.rstrip("/\\")).name
    named = Path(adapter.base)
    if not adapter.base.replace("\\", "/").startswith("//"):  # another computer: Windows would log in there
        yield from (named,) if named.is_absolute() else (adapter.folder.absolute() / named, above / named)
    yield above / name


def _among_models(named: str) -> Iterator[Path]:
    """Of the same owner first: others store the same model under its name."""
    wanted = named.replace("\\", "/").lower()
    here = [model for model in models_here(models_folder()) if model.type != ADAPTER]
    yield from (model.folder for model in here if model.repository.lower() == wanted)
    name = wanted.rpartition("/")[2]
    yield from (model.folder for model in here if model.repository.lower().rpartition("/")[2] == name)
