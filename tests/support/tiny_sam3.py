"""SAM3 in small, with noise for weights: its tracker, and its whole folder, with detector and memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from transformers import (
    Sam3TrackerConfig,
    Sam3TrackerModel,
    Sam3TrackerVideoConfig,
    Sam3VideoConfig,
    Sam3VideoModel,
)

SIDE_PX, PATCH_PX, CHANNELS = 56, 14, 32
PATCHES = SIDE_PX // PATCH_PX
PLACES = "shared_image_embedding.positional_embedding"


def parts(**vision: Any) -> dict[str, dict[str, Any]]:
    backbone = {
        "model_type": "sam3_vit_model", "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 2,
        "num_attention_heads": 2, "image_size": SIDE_PX, "patch_size": PATCH_PX, "window_size": 2,
        "global_attn_indexes": [1], "pretrain_image_size": 28,
    }  # fmt: skip
    return {
        "vision_config": {
            "model_type": "sam3_vision_model", "backbone_config": backbone, "fpn_hidden_size": CHANNELS,
            "backbone_feature_sizes": [[PATCHES * n] * 2 for n in (4, 2, 1)], **vision,
        },
        "prompt_encoder_config": {"hidden_size": CHANNELS, "image_size": SIDE_PX, "patch_size": PATCH_PX},
        "mask_decoder_config": {
            "hidden_size": CHANNELS, "mlp_dim": 48, "num_attention_heads": 2, "iou_head_hidden_dim": CHANNELS,
        },
    }  # fmt: skip


def tracker_folder(folder: Path) -> Path:
    """A folder whose neck has the levels that are read, and no more."""
    network = Sam3TrackerModel(Sam3TrackerConfig(**parts(scale_factors=[4.0, 2.0, 1.0])))
    return _saved(network, folder)


def video_folder(folder: Path) -> Path:
    """A folder as facebook/sam3 is laid out."""
    tracker = Sam3TrackerVideoConfig(
        **parts(),
        image_size=SIDE_PX,
        memory_attention_hidden_size=CHANNELS,
        memory_attention_feed_forward_hidden_size=CHANNELS,
        memory_attention_num_layers=1,
        memory_encoder_hidden_size=CHANNELS,
        memory_encoder_output_channels=CHANNELS,
        mask_downsampler_embed_dim=CHANNELS,
        memory_fuser_embed_dim=CHANNELS,
        memory_fuser_intermediate_dim=CHANNELS,
        memory_fuser_num_layers=1,
    )
    layers: dict[str, Any] = {
        "hidden_size": CHANNELS, "num_layers": 1, "num_attention_heads": 2, "intermediate_size": 32,
    }  # fmt: skip
    detector = {
        "model_type": "sam3",
        "vision_config": parts()["vision_config"],
        "text_config": {
            "vocab_size": 40, "hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1,
            "num_attention_heads": 2, "projection_dim": CHANNELS,
        },
        "geometry_encoder_config": layers,
        "detr_encoder_config": layers,
        "detr_decoder_config": {**layers, "num_queries": 3},
        "mask_decoder_config": {"hidden_size": CHANNELS, "num_attention_heads": 2},
    }  # fmt: skip
    config = Sam3VideoConfig(detector_config=detector, tracker_config=tracker.to_dict())
    return _saved(Sam3VideoModel(config), folder)


def _saved(network: Any, folder: Path) -> Path:
    noise = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for weight in network.parameters():
            weight.normal_(std=0.3, generator=noise)
        for name, buffer in network.named_buffers():
            if name.endswith("positional_embedding"):
                buffer.normal_(generator=noise.manual_seed(2))
    network.save_pretrained(folder)
    return folder
