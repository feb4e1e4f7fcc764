"""A network against the weights that it shall hold: before it has memory, and once it holds them."""

from __future__ import annotations

from _pickle import UnpicklingError  # what torch raises; nothing is unpickled here
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from huggingface_hub.errors import StrictDataclassError
from safetensors import SafetensorError
from torch import Tensor

from ..errors import ModelBroken
from .weights import Header

# What transformers and torch raise over files that describe no network
UNREADABLE = (
    TypeError,
    ValueError,
    AssertionError,
    AttributeError,
    ArithmeticError,
    ImportError,
    LookupError,
    OSError,
    RuntimeError,
    StrictDataclassError,
    SafetensorError,
    UnpicklingError,
    EOFError,
)
FEWEST_BITS = 2  # of a packed weight; published ones have four or eight
TIED = "lm_head.weight"  # a folder may leave it out: it is that of the words


def check_shapes(network: torch.nn.Module, held: Iterable[Header], folder: Path) -> None:
    """ModelBroken unless the files hold as many weights of each shape; the network may be on «meta»."""
    there = Counter(_sides(tensor["shape"]) for header in held for tensor in header.values())
    wanted = Counter(_sides(weight.shape) for name, weight in network.named_parameters() if name != TIED)
    if wanted - there:
        raise ModelBroken("The weights in {folder} do not fit its config.json.", folder=folder)


def check_count(network: torch.nn.Module, held: Iterable[Header], folder: Path) -> None:
    """The same for weights that are packed: ModelBroken where they cannot be as many as the network has."""
    stored = sum(tensor["data_offsets"][1] - tensor["data_offsets"][0] for h in held for tensor in h.values())
    wanted = sum(weight.numel() for name, weight in network.named_parameters() if name != TIED)
    if wanted * FEWEST_BITS > stored * 8:
        raise ModelBroken("The weights in {folder} do not fit its config.json.", folder=folder)


def _sides(shape: Sequence[int]) -> tuple[int, ...]:
    """A mixture's experts lie together in one weight, in files with their sides the other way round."""
    return (shape[0], *sorted(shape[1:])) if len(shape) == 3 else tuple(shape)


def check_finite(weights: Mapping[str, Tensor] | Iterable[tuple[str, Tensor]], path: Path) -> None:
    """ModelBroken where one of them is no number; a sum a tensor, which is as quick as reading it."""
    for name, weight in dict(weights).items():
        if weight.is_floating_point() and not _is_finite(weight):
            raise ModelBroken(
                "The weights in {path} are damaged: {name} holds values that are not numbers.",
                path=path,
                name=name,
            )


def _is_finite(weight: Tensor) -> bool:
    total: Any = weight.sum(dtype=torch.float32)
    return bool(total.isfinite()) or bool(weight.isfinite().all())  # the sum of large ones may overflow


@contextmanager
def in_use(name: str) -> Iterator[None]:
    """ModelBroken where the network fails at a picture: what config.json says beside the sizes shows then."""
    try:
        yield
    except UNREADABLE as error:
        if "CUDA" in str(error) or "MPS" in str(error):  # the device is at fault
            raise
        raise ModelBroken("The config.json of «{name}» does not describe its weights.", name=name) from error
