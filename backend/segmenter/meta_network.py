"""Meta's own `sam2` package and its .pt checkpoints, where the user has them.

Only the package's network is used: its predictor wants torchvision, and `segmenter.py` prepares pixels and
prompts for both networks.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import torch
from torch import Tensor

from ..errors import MissingPackage, ModelBroken, ModelMissing, ModelUnsupported
from ..formats import MaskChoice
from ..models.interruption import interruptible
from ..models.network_check import UNREADABLE, check_finite
from ..models.weights import is_file
from ..stages import CheckCancelled, no_op
from .colours import IMAGENET, Colours

# (channels, blocks) of the trunk to the letter in the names of the package's configurations
SIZES = {(96, 12): "t", (96, 16): "s", (112, 24): "b+", (144, 48): "l"}


@dataclass(frozen=True, eq=False)
class MetaNetwork:
    """Takes turns with transformers_network.TransformersNetwork."""

    model: Any  # sam2.modeling.sam2_base.SAM2Base, which has no types
    colours: ClassVar[Colours] = IMAGENET

    @property
    def side_px(self) -> int:
        return int(self.model.image_size)

    @torch.no_grad()
    def encode(self, pixels: Tensor, check_cancelled: CheckCancelled = no_op) -> tuple[Tensor, ...]:
        with interruptible(self.model, check_cancelled):
            fine, middle, coarse = self.model.forward_image(pixels)["backbone_fpn"]
        return fine, middle, coarse + self.model.no_mem_embed.view(1, -1, 1, 1)

    @torch.no_grad()
    def decode(
        self,
        features: tuple[Tensor, ...],
        points: Tensor,
        labels: Tensor,
        choice: MaskChoice = MaskChoice.ONE,
    ) -> tuple[Tensor, Tensor]:
        encoder = self.model.sam_prompt_encoder
        sparse, dense = encoder(points=(points[0], labels[0]), boxes=None, masks=None)
        logits, scores, *_ = self.model.sam_mask_decoder(
            image_embeddings=features[-1],
            image_pe=encoder.get_dense_pe(),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=dense,
            multimask_output=choice is MaskChoice.BEST,
            repeat_image=True,
            high_res_features=list(features[:-1]),
        )
        return logits, scores


def load_meta(checkpoint: Path, device: torch.device) -> MetaNetwork:
    """Raises MissingPackage, ModelMissing, ModelBroken or ModelUnsupported."""
    tensors = _tensors(checkpoint)
    model = _build(configuration_of(tensors, checkpoint))
    try:
        model.load_state_dict(tensors)
    except RuntimeError as error:  # torch lists the names and shapes that differ
        raise ModelBroken("{file} lacks some of SAM2's weights.", file=checkpoint) from error
    return MetaNetwork(model.to(device).requires_grad_(False))


def _tensors(checkpoint: Path) -> dict[str, Tensor]:
    if not is_file(checkpoint):
        raise ModelMissing(
            "There is no file {file}.", "Choose a .pt file of SAM2, or a folder.", file=checkpoint
        )
    try:
        held = torch.load(checkpoint, map_location="cpu", weights_only=True)["model"]
        if sum(tensor.nbytes for tensor in held.values()) > checkpoint.stat().st_size:
            raise ValueError("its tensors are larger than the file")  # one value, told many times
        tensors = {str(name): tensor.float() for name, tensor in held.items()}
    except UNREADABLE as error:
        raise ModelBroken("{file} does not hold the weights of a SAM2.", file=checkpoint) from error
    check_finite(tensors, checkpoint)
    return tensors


def configuration_of(tensors: dict[str, Tensor], checkpoint: Path) -> str:
    """The package's own configuration, known by the shapes; SAM2.1 alone embeds «no object» in space."""
    trunk = "image_encoder.trunk."
    blocks = {name.split(".")[3] for name in tensors if name.startswith(f"{trunk}blocks.")}
    stem = tensors.get(f"{trunk}patch_embed.proj.weight", torch.empty(0))
    size = SIZES.get((len(stem), len(blocks)))
    if size is None:
        raise ModelUnsupported("{file} is no SAM2 of a size that AskMap knows.", file=checkpoint)
    version = "2.1" if "no_obj_embed_spatial" in tensors else "2"
    return f"configs/sam{version}/sam{version}_hiera_{size}.yaml"


def _build(configuration: str) -> Any:
    try:
        from sam2.build_sam import build_sam2  # here, because most people have no need of it
    except ModuleNotFoundError as error:
        raise MissingPackage(
            "A .pt file needs Meta's package sam2, and {name} is not installed.",
            "Install AskMap's extra «meta», or choose a SAM2 folder with config.json and *.safetensors.",
            name=error.name,
        ) from error
    return build_sam2(configuration, device="cpu")
