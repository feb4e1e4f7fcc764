"""The families that AskMap trains: fewer than it loads.

A group's completions share the pass over their picture and prompt through an attention mask alone, which
is wrong where layers carry a state from token to token (Qwen3.5's linear attention). Of experts (Qwen3-VL's
mixtures) neither LoRA nor the estimate of memory knows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..backend.errors import ModelUnsupported
from ..backend.models.weights import check_folder
from ..backend.reasoner.qwen import NETWORKS

TRAINED: dict[str, Any] = {name: NETWORKS[name] for name in ("qwen2_5_vl", "qwen3_vl")}


def trained_config(folder: Path) -> dict[str, Any]:
    """config.json of a reasoner that can be trained; ModelMissing, ModelBroken or ModelUnsupported."""
    config = check_folder(folder, NETWORKS)
    trained_class(config.get("model_type"))
    return config


def class_in(folder: Path) -> Any:
    """The network of the reasoner there. Raises as trained_config."""
    return trained_class(trained_config(folder)["model_type"])


def trained_class(model_type: object) -> Any:
    """The family's network; ModelUnsupported where it is not one of TRAINED."""
    if model_type not in tuple(TRAINED):
        raise ModelUnsupported(
            "AskMap trains no model of the type «{model_type}».",
            "Train a Qwen2.5-VL or a Qwen3-VL.",
            model_type=model_type,
        )
    return TRAINED[str(model_type)]
