"""Models stored in fewer bits: which of them transformers loads here, and with which packages.

bitsandbytes and compressed-tensors run on a processor, too; compressed-tensors has whole weights there, and
wherever else it has no kernels, from the first question on. AWQ needs a CUDA device.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import MissingPackage, ModelUnsupported
from ..message import Message
from ..validation import shown
from .config_json import QUANTIZATION, check_config
from .tokenizer_json import is_quick
from .weights import bytes_loaded, headers, read_config

PATTERN = "re:"  # how compressed-tensors begins a regular expression
DEEPEST = 8
_WHOLE = Message(
    "Choose the model's unquantized folder, or let a server such as LM Studio run it, and give its address."
)


@dataclass(frozen=True)
class Quantization:
    packages: tuple[str, ...]  # as they are imported
    devices: tuple[str, ...]  # types of torch's devices
    is_packed_at_work: bool  # False = whole weights in memory once it is asked


METHODS: Mapping[str, Quantization] = {
    "bitsandbytes": Quantization(("bitsandbytes", "accelerate"), ("cuda", "cpu"), True),
    "compressed-tensors": Quantization(("compressed_tensors", "accelerate"), ("cuda", "cpu", "mps"), False),
    "awq": Quantization(("gptqmodel", "accelerate"), ("cuda",), True),
}


def check_packed_folder(folder: Path, types: Collection[str]) -> dict[str, Any]:
    """As weights.check_folder, for those whose weights may be quantized."""
    config = read_config(folder, types)
    check_config({key: value for key, value in config.items() if key != QUANTIZATION}, folder)
    quantization_of(config, folder)
    headers(folder)
    return config


def quantization_of(config: Mapping[str, Any], folder: Path) -> Quantization | None:
    """None for whole weights; ModelUnsupported for what AskMap does not load."""
    settings = config.get(QUANTIZATION)
    if settings is None:
        return None
    method = settings.get("quant_method") if isinstance(settings, dict) else None
    if not isinstance(method, str) or not all(map(_is_harmless, _texts(settings, 0))):
        raise refused(folder)
    if method not in tuple(METHODS):
        raise ModelUnsupported(
            "The model in {folder} is quantized with {method}, which AskMap does not load.",
            _WHOLE,
            folder=folder,
            method=shown(method),
        )
    return METHODS[method]


def cannot_compute(device: str, folder: Path) -> ModelUnsupported:
    return ModelUnsupported(
        "The model in {folder} is quantized in a way that the device «{device}» cannot compute.",
        _WHOLE,
        folder=folder,
        device=device,
    )


def bytes_at_work(folder: Path, number_bytes: int, numbers: int, quantization: Quantization) -> int:
    """Of memory: packed, or of all `numbers` of the network where they are unpacked to be computed with."""
    packed = bytes_loaded(folder, number_bytes)
    return packed if quantization.is_packed_at_work else max(packed, numbers * number_bytes)


def refused(folder: Path) -> ModelUnsupported:
    return ModelUnsupported(
        "The model in {folder} is quantized.", "Choose the model's unquantized folder.", folder=folder
    )


def _texts(value: object, depth: int) -> Iterator[str]:
    """Of settings, and of what is in them; too deep a nesting is text that is not harmless."""
    if isinstance(value, (dict, list)) and depth > DEEPEST:
        yield PATTERN
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, depth + 1)
    elif isinstance(value, str):
        yield value


def _is_harmless(text: str) -> bool:
    """transformers reads names of layers as regular expressions, too; they must not take for ever."""
    pattern = text.removeprefix(PATTERN) if text != PATTERN else "("
    if not is_quick(pattern):
        return False
    with suppress(re.error):
        re.compile(pattern)
        return True
    return False


def check_quantization(quantization: Quantization, device: str, folder: Path) -> None:
    """ModelUnsupported where no kernel is made for this type of device, MissingPackage where one lacks."""
    if device not in quantization.devices:
        raise cannot_compute(device, folder)
    missing = [name for name in quantization.packages if importlib.util.find_spec(name) is None]
    if missing:
        raise MissingPackage(
            "The model in {folder} is quantized, and the package {name} is not installed.",
            _WHOLE,
            folder=folder,
            name=missing[0],
        )
