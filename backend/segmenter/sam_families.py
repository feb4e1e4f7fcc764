"""The families of segmenters in transformers: what a folder's config.json and weights are called in each.

All take the same points and boxes. SAM3's folder holds a detector, which is asked in words, and a tracker,
which draws what is pointed at, over one backbone; only the tracker is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from transformers import (
    EdgeTamConfig,
    EdgeTamModel,
    Sam2Config,
    Sam2Model,
    Sam3TrackerConfig,
    Sam3TrackerModel,
)

from .colours import HALVES, IMAGENET, Colours
from .repvit import MODEL_TYPE as REPVIT

PARTS = ("vision_config", "prompt_encoder_config", "mask_decoder_config")

# The video model's memory of earlier frames, which one image does not need
MEMORY = (
    "memory_",
    "mask_downsample",
    "object_pointer_proj",
    "temporal_positional_encoding_projection_layer",
    "no_memory_positional_encoding",
    "no_object_pointer",
    "occlusion_spatial_embedding_parameter",
)
# The tracker's weights in a folder of SAM3: transformers has the same in its conversion_mapping.py
_TRACKER = (
    (re.compile(r"^(tracker_model\.)+"), ""),
    (re.compile(r"^detector_model\.vision_encoder\.backbone\."), "vision_encoder.backbone."),
    (re.compile(r"^tracker_neck\."), "vision_encoder.neck."),
)
LEVELS = 3  # of features that SAM's decoder reads
_NECK_LEVEL = re.compile(r"^vision_encoder\.neck\.fpn_layers\.(\d+)\.")


@dataclass(frozen=True)
class SamFamily:
    """Of transformers' classes, which have no types of their own."""

    network: Any
    config: Any
    colours: Colours
    parts: Callable[[Mapping[str, Any]], dict[str, Any]]  # of a config.json: PARTS
    name_of: Callable[[str], str | None]  # of a weight, from the folder's to the network's; None = not used


def _own_parts(config: Mapping[str, Any]) -> dict[str, Any]:
    return {name: config[name] for name in PARTS}


def _tracker_parts(config: Mapping[str, Any]) -> dict[str, Any]:
    """SAM3's neck has a fourth level, for the detector alone.

    transformers' Sam3TrackerModel would keep it, and add what stands for «no memory» to it instead of to the
    last level that is read; its video model leaves it out, as Meta's code does.
    """
    parts = _own_parts(config.get("tracker_config") or config)
    vision = dict(parts["vision_config"])
    levels = len(vision["backbone_feature_sizes"])
    return {**parts, "vision_config": {**vision, "scale_factors": vision["scale_factors"][:levels]}}


def _edge_parts(config: Mapping[str, Any]) -> dict[str, Any]:
    """With our own RepViT in the place of timm's; ValueError for another backbone."""
    parts = _own_parts(config)
    vision = parts["vision_config"]
    if str(vision["backbone_config"]["architecture"]).partition(".")[0] != "repvit_m1":
        raise ValueError("EdgeTAM has the backbone RepViT-M1")
    channels = tuple(vision["backbone_channel_list"][::-1])
    return {
        **parts,
        "vision_config": {**vision, "backbone_config": {"model_type": REPVIT, "channels": channels}},
    }


def _edge_name(name: str) -> str | None:
    own = name.replace("vision_encoder.backbone.timm_model.", "vision_encoder.backbone.", 1)
    return None if name.startswith("spatial_perceiver") else _image_name(own)


def _image_name(name: str) -> str | None:
    return None if name.startswith(MEMORY) else name


def _tracker_name(name: str) -> str | None:
    for pattern, instead in _TRACKER:
        name = pattern.sub(instead, name)
    level = _NECK_LEVEL.match(name)
    if name.startswith("detector_model.") or (level and int(level[1]) >= LEVELS):
        return None
    return _image_name(name)


_SAM2 = SamFamily(Sam2Model, Sam2Config, IMAGENET, _own_parts, _image_name)
_SAM3 = SamFamily(Sam3TrackerModel, Sam3TrackerConfig, HALVES, _tracker_parts, _tracker_name)
_EDGE = SamFamily(EdgeTamModel, EdgeTamConfig, IMAGENET, _edge_parts, _edge_name)
FAMILIES: Mapping[str, SamFamily] = {  # by the model_type of config.json
    "sam2": _SAM2,
    "sam2_video": _SAM2,
    "sam3_tracker": _SAM3,
    "sam3_tracker_video": _SAM3,
    "sam3_video": _SAM3,
    "edgetam": _EDGE,
    "edgetam_video": _EDGE,
}
