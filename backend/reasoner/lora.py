"""A LoRA adapter added to the weights of its base once both are loaded, so that nothing else knows of it.

Shapes: O outputs, I inputs of a linear layer, R its adapter's rank.
"""

from __future__ import annotations

import re
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor, nn

from ..errors import ModelBroken
from ..models.adapter import Adapter, matrices
from ..models.network_check import check_finite

# What older versions of transformers called the parts of these networks
_OLDER = (
    (re.compile(r"^(?:language_model\.model|model)\.(layers\.\d+\.)"), r"model.language_model.\1"),
    (re.compile(r"^visual\."), "model.visual."),
)


@torch.no_grad()
def add_adapter(network: Any, adapter: Adapter) -> None:
    """Weights W (O, I) become W + scale · B A, with A (R, I) and B (O, R).

    ModelBroken where it was made for another network, or its numbers are none.
    """
    modules = dict(network.named_modules())
    try:
        with safe_open(adapter.weights, "pt") as held:
            for module, names in matrices(adapter).items():
                a, b = (held.get_tensor(name).float() for name in names)
                check_finite(dict(zip(names, (a, b))), adapter.folder)
                _add(modules.get(_own_name(module, modules)), a, b, module, adapter)
    except (SafetensorError, OSError) as error:
        raise ModelBroken("The weights in {folder} cannot be read.", folder=adapter.folder) from error


def _own_name(module: str, modules: dict[str, Any]) -> str:
    if module not in modules:
        for pattern, instead in _OLDER:
            module = pattern.sub(instead, module)
    return module


def _add(layer: object, a: Tensor, b: Tensor, module: str, adapter: Adapter) -> None:
    fits = type(layer) is nn.Linear and a.ndim == b.ndim == 2 and a.shape[0] == b.shape[1]
    if not fits or layer.weight.shape != (b.shape[0], a.shape[1]):  # type: ignore[attr-defined]
        raise ModelBroken(
            "The adapter in {folder} does not fit the model that it was found for: {module} is another.",
            folder=adapter.folder,
            module=module,
        )
    weight: Tensor = layer.weight  # type: ignore[attr-defined]
    change = adapter.scale(module, a.shape[0]) * (b @ a)
    weight.copy_((weight.float() + change.to(weight.device)).to(weight.dtype))
