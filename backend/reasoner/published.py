"""In which format a reasoner answers, where its folder's askmap.json does not say: by what it is called.

No file of a family tells a checkpoint that learned a format from the model that it began as: the networks are
the same. So a folder that is not called like a published model, and whose config.json names none, is not
guessed at: its user is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import ModelUnsupported
from ..message import Message
from ..models.catalogue import Model, read_catalogue

# What people append to a model's name when they store it in fewer bits, or in another library's files
_STORED = re.compile(
    r"([-_.](awq|gptq|bnb|mlx|unsloth|quantized|dynamic|autoround|int[48]|[48]bits?|fp8|nf4|w\d+a\d+|g\d+|hf"
    r"|bf16|fp16))*"
)
ANSWER = '{"format": "plain"}'  # an example of an askmap.json


def format_in(folder: Path, config: Mapping[str, Any]) -> str:
    """A name in formats.FORMATS, by the folder's name or by what its config.json was made of.

    ModelUnsupported where neither says so.
    """
    known = [model for model in read_catalogue() if model.repository and model.format]
    for model in known:
        if any(_is_called(name, model) for name in _names(folder)):
            return model.format
    made_of = str(config.get("_name_or_path", ""))
    for model in known:
        # What was trained further keeps the name of what it began as, so «plain» is no answer here
        if model.format != "plain" and _is_called(made_of.rpartition("/")[2], model):
            return model.format
    raise ModelUnsupported(
        "AskMap cannot tell in which format the model in {folder} answers.",
        Message(
            "Choose its answer format in the settings, or write it into the file askmap.json in its folder: "
            "{example} for a Qwen as published.",
            example=ANSWER,
        ),
        folder=folder,
    )


def _names(folder: Path) -> Iterator[str]:
    """The folder's own, and the one that a hub's cache gives to the folder two above."""
    whole = folder.absolute()
    yield whole.name
    if whole.parent.name == "snapshots":
        yield whole.parent.parent.name.rpartition("--")[2]


def _is_called(name: str, model: Model) -> bool:
    """«qwen3-vl-4b-instruct», «Qwen_Qwen3-VL-4B-Instruct» and «Qwen3-VL-4B-Instruct-AWQ» are one model."""
    owner, _, own = model.repository.lower().partition("/")
    lowered = name.lower().removeprefix(f"{owner}_").removeprefix(f"{owner}--")
    return lowered.startswith(own) and _STORED.fullmatch(lowered[len(own) :]) is not None
