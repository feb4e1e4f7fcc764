"""A folder of peft with a LoRA adapter: what it was made for, and its weights, checked. Needs no torch.

    adapter_config.json             which base, how strong
    adapter_model.safetensors       two thin matrices for each weight that it changes
    askmap.json, prompt.txt         how it is asked, as in a model's own folder

The base's folder holds all else.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ModelBroken, ModelMissing, ModelUnsupported
from .weights import chunks, digest, header_of, is_file, read_json

CONFIG, WEIGHTS = "adapter_config.json", "adapter_model.safetensors"
STRONGEST = 1e4  # any alpha; published ones are 8 to 512
MOST_PATTERNS = 10_000
LONGEST_BASE = 1000
# What peft can do beside LoRA's two matrices: keys of its config, and the values with which it does not
_PLAIN: Mapping[str, tuple[object, ...]] = {
    "peft_type": ("LORA",),
    "bias": ("none",),
    # Others change the base's weights too, whenever they are loaded (PiSSA, OLoRA, CorDA, LoftQ)
    "init_lora_weights": (True, False, None, "gaussian", "eva", "orthogonal"),
    "use_dora": (None, False),
    "use_qalora": (None, False),
    "use_bdlora": (None, False),
    "lora_bias": (None, False),
    "fan_in_fan_out": (None, False),
    "modules_to_save": (None, []),
    "target_parameters": (None, []),
    "layer_replication": (None, []),
    "trainable_token_indices": (None, []),
    "alora_invocation_tokens": (None, []),
    "arrow_config": (None,),
    "kasa_config": (None,),
    "velora_config": (None,),
    "monteclora_config": (None,),
}
_MATRIX = re.compile(r"base_model\.model\.(.+)\.lora_([AB])(?:\.default)?\.weight")


@dataclass(frozen=True)
class Adapter:
    folder: Path
    base: str  # "owner/name" or a path, as peft wrote it; a stranger's
    alpha: float
    alphas: Mapping[str, float]  # of the modules whose names end so, where it is another one
    by_root: bool  # divided by the rank's root and not by the rank (rsLoRA)

    @property
    def weights(self) -> Path:
        return self.folder / WEIGHTS

    def scale(self, module: str, rank: int) -> float:
        """By which the product of the two matrices is multiplied."""
        named = (alpha for end, alpha in self.alphas.items() if module == end or module.endswith(f".{end}"))
        return next(named, self.alpha) / (math.sqrt(rank) if self.by_root else rank)


def is_adapter(folder: Path) -> bool:
    """Whether a folder holds an adapter and no model."""
    return is_file(folder / CONFIG) and not is_file(folder / "config.json")


def read_adapter(folder: Path) -> Adapter:
    """ModelMissing, ModelBroken, or ModelUnsupported where it does more than plain LoRA."""
    config = read_json(folder / CONFIG)
    for key, plain in _PLAIN.items():
        if config.get(key, plain[0]) not in plain:
            raise ModelUnsupported(
                "The adapter in {folder} is no plain LoRA: it sets «{key}».",
                "Merge it into its model with peft, and choose the merged folder.",
                folder=folder,
                key=key,
            )
    if not is_file(folder / WEIGHTS):
        raise ModelMissing("The model's folder lacks {name}: {parent}.", name=WEIGHTS, parent=folder)
    return Adapter(
        folder,
        _base(config, folder),
        _alpha(config.get("lora_alpha"), folder),
        _alphas(config.get("alpha_pattern") or {}, folder),
        bool(config.get("use_rslora")),
    )


def matrices(adapter: Adapter) -> dict[str, tuple[str, str]]:
    """Of each module that it changes, in peft's words, the names of A (rank, in) and B (out, rank)."""
    pairs: dict[str, dict[str, str]] = {}
    for name in header_of(adapter.weights):
        found = _MATRIX.fullmatch(name)
        if found is None:
            raise ModelUnsupported(
                "The adapter in {folder} holds «{name}», which is no part of a plain LoRA.",
                "Merge it into its model with peft, and choose the merged folder.",
                folder=adapter.folder,
                name=name,
            )
        pairs.setdefault(found[1], {})[found[2]] = name
    if any(len(pair) != 2 for pair in pairs.values()):
        raise _broken(adapter.folder)
    return {module: (pair["A"], pair["B"]) for module, pair in pairs.items()}


def digest_over(adapter: Adapter, base: Path) -> str:
    """SHA-256, hexadecimal, over the base's digest and the adapter's two files."""
    total = hashlib.sha256(digest(base).encode())
    for file in (adapter.folder / CONFIG, adapter.weights):
        for chunk in chunks(file):
            total.update(chunk)
    return total.hexdigest()


def _base(config: Mapping[str, Any], folder: Path) -> str:
    base = config.get("base_model_name_or_path")
    if not isinstance(base, str) or not 0 < len(base) <= LONGEST_BASE or not base.isprintable():
        raise _broken(folder)
    return base


def _alpha(number: object, folder: Path) -> float:
    if isinstance(number, bool) or not isinstance(number, (int, float)) or not 0 < number <= STRONGEST:
        raise _broken(folder)
    return float(number)


def _alphas(patterns: object, folder: Path) -> dict[str, float]:
    """peft allows any regular expression here; it writes names of modules, and nothing else is read."""
    if not isinstance(patterns, dict) or len(patterns) > MOST_PATTERNS:
        raise _broken(folder)
    if not all(re.fullmatch(r"[\w.]{1,500}", end) for end in patterns):
        raise _broken(folder)
    return {end: _alpha(alpha, folder) for end, alpha in patterns.items()}


def _broken(folder: Path) -> ModelBroken:
    return ModelBroken("The adapter in {folder} is not as peft writes it.", folder=folder)
