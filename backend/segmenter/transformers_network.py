"""transformers' networks of SAM2, SAM2.1, SAM3 and EdgeTAM out of a folder as Hugging Face lays it out.

Loaded by hand: `from_pretrained` warns of the video model's keys, fills what is missing with noise and
draws a progress bar to a stderr that QGIS on Windows does not have.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor, nn
from transformers import initialization

from ..errors import ModelBroken
from ..formats import MaskChoice
from ..message import Message
from ..models.config_json import check_config
from ..models.device import check_room
from ..models.interruption import interruptible
from ..models.network_check import UNREADABLE, check_finite, check_shapes
from ..models.weights import check_folder, headers, weight_files
from ..stages import CheckCancelled, no_op
from ..validation import shown
from .colours import Colours
from .sam_families import FAMILIES, SamFamily

MODEL_TYPES = tuple(FAMILIES)

MOST_SIDE_PX = 4096  # of the square that it sees; published ones see 1024 or 1008
LEVELS = (4, 2, 1)  # its features are so many times the patches along a side
# One random matrix places image and prompts alike; a file may hold it under either name or both.
PLACES = (
    "shared_image_embedding.positional_embedding",
    "prompt_encoder.shared_embedding.positional_embedding",
)


@dataclass(frozen=True, eq=False)
class TransformersNetwork:
    """One of sam_families.FAMILIES."""

    model: Any
    colours: Colours

    @property
    def side_px(self) -> int:
        return cast(int, self.model.prompt_encoder.input_image_size)

    @torch.no_grad()
    def encode(self, pixels: Tensor, check_cancelled: CheckCancelled = no_op) -> tuple[Tensor, ...]:
        with interruptible(self.model, check_cancelled):
            return tuple(self.model.get_image_embeddings(pixels))

    @torch.no_grad()
    def decode(
        self,
        features: tuple[Tensor, ...],
        points: Tensor,
        labels: Tensor,
        choice: MaskChoice = MaskChoice.ONE,
    ) -> tuple[Tensor, Tensor]:
        found = self.model(
            image_embeddings=list(features),
            input_points=points,
            input_labels=labels,
            multimask_output=choice is MaskChoice.BEST,
        )
        return found.pred_masks[0], found.iou_scores[0]


def load_folder(folder: Path, device: torch.device) -> TransformersNetwork:
    """Raises ModelMissing, ModelBroken or ModelUnsupported."""
    config = check_folder(folder, MODEL_TYPES)
    family = FAMILIES[config["model_type"]]
    check_room(
        image_parameters(folder, family) * torch.float32.itemsize,
        device,
        Message("The model in {folder}", folder=folder),
    )
    model = empty_network(config, folder)
    check_shapes(model, headers(folder).values(), folder)
    tensors = _with_places(_tensors(folder, family, device))
    check_finite(tensors, folder)
    try:
        model.load_state_dict(tensors, assign=True)
    except RuntimeError as error:  # torch lists the names and shapes that differ
        raise ModelBroken("The weights in {folder} do not fit its config.json.", folder=folder) from error
    _fill_computed(model, lambda: _network(config, folder))
    return TransformersNetwork(model.to(device).train(False).requires_grad_(False), family.colours)


def image_parameters(folder: Path, family: SamFamily) -> int:
    """How many of a folder's numbers one image needs."""
    tensors = (named for header in headers(folder).values() for named in header.items())
    return sum(math.prod(tensor["shape"]) for name, tensor in tensors if family.name_of(name) is not None)


def _check_sides(model: Any, folder: Path) -> None:
    """No weight has the picture's sides in its shape, and those of its features follow from them."""
    side, features = model.prompt_encoder.input_image_size, model.config.vision_config.backbone_feature_sizes
    if type(side) is not int or not 0 < side <= MOST_SIDE_PX:
        raise ModelBroken(
            "The config.json in {folder} asks for pictures of {side} pixels.", folder=folder, side=shown(side)
        )
    patches = model.prompt_encoder.image_embedding_size[0]
    if [list(size) for size in features] != [[patches * level] * 2 for level in LEVELS]:
        raise ModelBroken("The config.json in {folder} does not describe a SAM2.", folder=folder)


def empty_network(config: dict[str, Any], folder: Path) -> Any:
    """The network without memory for its weights; the video model's settings are left out."""
    with torch.device("meta"):
        return _network(config, folder)


def _network(config: dict[str, Any], folder: Path) -> Any:
    family = FAMILIES[config["model_type"]]
    try:
        parts = family.parts(check_config(config, folder))
        with initialization.no_init_weights():
            model = family.network(family.config(**parts))
        _check_sides(model, folder)
    except UNREADABLE as error:
        raise ModelBroken("The config.json in {folder} does not describe a SAM2.", folder=folder) from error
    return model


def _fill_computed(model: nn.Module, twin: Callable[[], nn.Module]) -> None:
    """What a network computes when it is made, such as SAM3's turns of places, is in no file.

    A twin in memory has it. Its weights are never touched, so that the system gives them no memory.
    """
    missing = [name for name, buffer in model.named_buffers() if buffer.is_meta]
    if not missing:
        return
    computed = dict(twin().named_buffers())
    for name in missing:
        part, _, own = name.rpartition(".")
        model.get_submodule(part).register_buffer(own, computed[name], persistent=False)


def _tensors(folder: Path, family: SamFamily, device: torch.device) -> dict[str, Tensor]:
    """What one image needs, on the device and in full precision; nothing else is read."""
    try:
        found = (pair for file in weight_files(folder) for pair in _read(file, family))
        return {name: tensor.to(device, torch.float32) for name, tensor in found}
    except (SafetensorError, OSError) as error:
        raise ModelBroken("The weights in {folder} cannot be read.", folder=folder) from error


def _read(file: Path, family: SamFamily) -> Iterator[tuple[str, Tensor]]:
    with safe_open(file, "pt") as held:
        for name in held.keys():  # noqa: SIM118, it is no dictionary
            known_as = family.name_of(name)
            if known_as is not None:
                yield known_as, held.get_tensor(name)


def _with_places(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    for name, other in (PLACES, PLACES[::-1]):
        if other in tensors:
            tensors.setdefault(name, tensors[other])
    return tensors
