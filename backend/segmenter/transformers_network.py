"""transformers' Sam2Model out of a folder as Hugging Face lays it out: every size, SAM2 and SAM2.1.

Loaded by hand: `from_pretrained` warns of the video model's keys, fills what is missing with noise and
draws a progress bar to a stderr that QGIS on Windows does not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor
from transformers import Sam2Config, Sam2Model

from ..errors import ModelBroken
from ..formats import MaskChoice
from ..message import Message
from ..models.config_json import check_config
from ..models.device import check_room
from ..models.interruption import interruptible
from ..models.network_check import UNREADABLE, check_finite, check_shapes
from ..models.weights import check_folder, headers, parameters, weight_files
from ..stages import CheckCancelled, no_op
from ..validation import shown

MODEL_TYPES = ("sam2", "sam2_video")
PARTS = ("vision_config", "prompt_encoder_config", "mask_decoder_config")

MOST_SIDE_PX = 4096  # of the square that it sees; published ones see 1024
REDUCED = (4, 8, 16)  # the square's side by that of its features
# One random matrix places image and prompts alike; a file may hold it under either name or both.
PLACES = (
    "shared_image_embedding.positional_embedding",
    "prompt_encoder.shared_embedding.positional_embedding",
)

# The video model's memory of earlier frames: facebook/sam2.1-hiera-* hold it, one image needs none of it.
MEMORY = (
    "memory_",
    "mask_downsample",
    "object_pointer_proj",
    "temporal_positional_encoding_projection_layer",
    "no_memory_positional_encoding",
    "no_object_pointer",
    "occlusion_spatial_embedding_parameter",
)


@dataclass(frozen=True, eq=False)
class Sam2Network:
    """transformers' Sam2Model."""

    model: Sam2Model

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


def load_folder(folder: Path, device: torch.device) -> Sam2Network:
    """Raises ModelMissing, ModelBroken or ModelUnsupported."""
    config = check_folder(folder, MODEL_TYPES)
    check_room(
        parameters(folder) * torch.float32.itemsize, device, Message("The model in {folder}", folder=folder)
    )
    model = empty_network(config, folder)
    check_shapes(model, headers(folder).values(), folder)
    tensors = _image_part(_tensors(folder), device)
    check_finite(tensors, folder)
    try:
        model.load_state_dict(tensors, assign=True)
    except RuntimeError as error:  # torch lists the names and shapes that differ
        raise ModelBroken("The weights in {folder} do not fit its config.json.", folder=folder) from error
    return Sam2Network(model.train(False).requires_grad_(False))


def _check_sides(model: Sam2Model, folder: Path) -> None:
    """No weight has the picture's sides in its shape, and those of its features follow from them."""
    vision: Any = model.config.vision_config
    side, features = model.prompt_encoder.input_image_size, vision.backbone_feature_sizes
    if type(side) is not int or not 0 < side <= MOST_SIDE_PX:
        raise ModelBroken(
            "The config.json in {folder} asks for pictures of {side} pixels.", folder=folder, side=shown(side)
        )
    if [list(size) for size in features] != [[side // reduced] * 2 for reduced in REDUCED]:
        raise ModelBroken("The config.json in {folder} does not describe a SAM2.", folder=folder)


def empty_network(config: dict[str, Any], folder: Path) -> Sam2Model:
    """The network without memory for its weights; the video model's settings are left out."""
    try:
        kept = check_config(config, folder)
        parts = {name: kept[name] for name in PARTS}
        with torch.device("meta"):
            model = Sam2Model(Sam2Config(**parts))
        _check_sides(model, folder)
    except UNREADABLE as error:
        raise ModelBroken("The config.json in {folder} does not describe a SAM2.", folder=folder) from error
    return model


def _tensors(folder: Path) -> dict[str, Tensor]:
    try:
        return {name: tensor for file in weight_files(folder) for name, tensor in load_file(file).items()}
    except (SafetensorError, OSError) as error:
        raise ModelBroken("The weights in {folder} cannot be read.", folder=folder) from error


def _image_part(tensors: dict[str, Tensor], device: torch.device) -> dict[str, Tensor]:
    """What one image needs, on the device and in full precision."""
    image = {name: tensor for name, tensor in tensors.items() if not name.startswith(MEMORY)}
    kept = {name: tensor.to(device, torch.float32) for name, tensor in image.items()}
    for name, other in (PLACES, PLACES[::-1]):
        if other in kept:
            kept.setdefault(name, kept[other])
    return kept
