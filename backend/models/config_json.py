"""config.json of a model, before a network is made of it: its sizes are claims, and some are loops."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import ModelBroken, ModelUnsupported
from ..validation import shown

QUANTIZATION = "quantization_config"  # key of what says how weights were stored in fewer bits

DEEPEST, MOST_VALUES, MOST_LETTERS = 8, 20_000, 10_000
LONGEST_LIST = 1024
LARGEST = 1 << 31  # of any whole number
MOST_LAYERS = 256  # of one part; the largest published model has 94
MOST_COUNTED = 4096  # of anything else that is counted; Qwen3-VL has 2,304 positions

_LAYERS = re.compile(r"num_hidden_layers|.*depth|blocks_per_stage|.*_blocks|.*_stages")
_SIZES = re.compile(r".*_size|.*_dim|num_hidden_layers|num_.*heads|num_channels|in_channels|depth")
_COUNTED = re.compile(r"num_.*|.*layers.*|.*_indexes")
# What a network is not made of, or another file's name, or who computes it
_LEFT_OUT = re.compile(
    r"_.*|num_labels|id2label|label2id|problem_type|pruned_heads|task_specific_params|transformers_weights"
    r"|attn_implementation|dtype|torch_dtype|architectures|finetuning_task"
)


def check_config(config: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What a network is made of; ModelBroken, or ModelUnsupported where it asks for more than weights.

    How whole weights were stored in fewer bits stands at its top and is another file's: see quantization.py.
    """
    for key, value in _values(config, folder, 0):
        if key == "auto_map":
            raise ModelUnsupported(
                "The model in {folder} wants to run code of its own, which AskMap never does.", folder=folder
            )
        if key == QUANTIZATION:
            raise ModelUnsupported(
                "The model in {folder} is quantized.",
                "Choose the model's unquantized folder.",
                folder=folder,
            )
        if not _LEFT_OUT.fullmatch(key) and not _is_sound(key, value):
            raise ModelBroken(
                "The config.json in {folder} has the value {value} for «{key}», which no model has.",
                folder=folder,
                value=shown(str(value)[:99]),
                key=shown(key),
            )
    kept: dict[str, Any] = _kept(config)
    return kept


def _values(value: object, folder: Path, depth: int, key: str = "") -> Iterator[tuple[str, object]]:
    """Each with its key; those of a list with the list's."""
    if depth > DEEPEST:
        raise ModelBroken("The config.json in {folder} is nested too deeply.", folder=folder)
    yield key, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, folder, depth + 1, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, folder, depth + 1, key)


def _is_sound(key: str, value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= MOST_LETTERS
    if isinstance(value, (list, dict)):
        return len(value) <= LONGEST_LIST
    if isinstance(value, float):
        return math.isfinite(value) and not (_LAYERS.fullmatch(key) or _COUNTED.fullmatch(key))
    if isinstance(value, int) and not isinstance(value, bool):
        if value < 1 and _SIZES.fullmatch(key):
            return False
        if _LAYERS.fullmatch(key):
            return 0 <= value <= MOST_LAYERS
        return abs(value) <= (MOST_COUNTED if _COUNTED.fullmatch(key) else LARGEST)
    return True


def _kept(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _kept(inner) for key, inner in value.items() if not _LEFT_OUT.fullmatch(key)}
    return [_kept(inner) for inner in value] if isinstance(value, list) else value
