"""An EdgeTAM of few channels: its folder as published, with the weights of timm's RepViT-M1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from askmap.backend.errors import ModelBroken
from askmap.backend.formats import MaskChoice
from askmap.backend.segmenter.repvit import MODEL_TYPE, RepVit, RepVitConfig
from askmap.backend.segmenter.sam2 import load_segmenter, pixels, prompts
from askmap.backend.stages import Box, Grid, Point, Scene, Target
from safetensors.torch import save_file
from transformers import EdgeTamConfig, EdgeTamModel

SIDE_PX, CHANNELS = 64, 32
SIZE = (300, 170)
WIDTHS = [32, 24, 16, 8]  # of the backbone's stages, from coarse to fine
TARGETS = (
    Target(box=Box(20, 10, 120, 90), points=(Point(50, 50), Point(70, 60))),
    Target(box=Box(150, 30, 290, 160)),
    Target(points=(Point(5.5, 160),)),
)
TIMM = {"model_type": "timm_wrapper", "architecture": "repvit_m1.dist_in1k"}


def scene() -> Scene:
    image = np.random.default_rng(0).integers(0, 256, (SIZE[1], SIZE[0], 3), dtype=np.uint8)
    return Scene(image, np.ones(image.shape[:2], dtype=bool), Grid(*SIZE, (1, 0, 0, 0, -1, 0)), "noise")


def parts(backbone: dict[str, Any]) -> dict[str, Any]:
    return {
        "vision_config": {
            "model_type": "edgetam_vision_model", "backbone_config": backbone, "fpn_hidden_size": CHANNELS,
            "backbone_channel_list": WIDTHS, "backbone_feature_sizes": [[16, 16], [8, 8], [4, 4]],
        },
        "prompt_encoder_config": {"hidden_size": CHANNELS, "image_size": SIDE_PX},
        "mask_decoder_config": {
            "hidden_size": CHANNELS, "mlp_dim": 48, "num_attention_heads": 2, "iou_head_hidden_dim": CHANNELS,
        },
    }  # fmt: skip


@pytest.fixture(scope="module")
def library() -> EdgeTamModel:
    """transformers' own network, with noise for weights."""
    ours = {"model_type": MODEL_TYPE, "channels": WIDTHS[::-1]}
    network = EdgeTamModel(EdgeTamConfig(**parts(ours))).eval()
    noise = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for weight in (*network.parameters(), network.shared_image_embedding.positional_embedding):
            if weight.ndim > 1:
                weight.normal_(std=0.3, generator=noise)
        places = network.shared_image_embedding.positional_embedding
        network.prompt_encoder.shared_embedding.positional_embedding.copy_(places)
    return network


@pytest.fixture
def folder(library: EdgeTamModel, tmp_path: Path) -> Path:
    """With the names of weights that a published folder has, and what only videos need."""
    own, published = "vision_encoder.backbone.", "vision_encoder.backbone.timm_model."
    tensors = {name.replace(own, published): tensor for name, tensor in library.state_dict().items()}
    more = {"memory_encoder.fuser.weight": torch.ones(2), "spatial_perceiver.norm.weight": torch.ones(3)}
    save_file(
        {name: tensor.clone() for name, tensor in {**tensors, **more}.items()}, tmp_path / "model.safetensors"
    )
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "edgetam_video", **parts(TIMM)}))
    return tmp_path


@pytest.mark.parametrize("choice", MaskChoice)
def test_the_masks_are_those_of_the_library(library: EdgeTamModel, folder: Path, choice: MaskChoice):
    points, labels = prompts(TARGETS, SIZE, SIDE_PX)
    with torch.no_grad():
        drawn = library(
            pixel_values=pixels(scene().image, SIDE_PX, "cpu"),
            input_points=points,
            input_labels=labels,
            multimask_output=choice is MaskChoice.BEST,
        )
    logits, scores = drawn.pred_masks[0], drawn.iou_scores[0]
    ours = load_segmenter(folder, "cpu")
    found = ours.segment(ours.encode(scene()), TARGETS, choice)
    assert np.allclose(found.scores, scores.max(dim=1).values, atol=1e-4)
    for mask, each in zip(found.masks, logits[range(3), scores.argmax(dim=1)]):
        spread = torch.nn.functional.interpolate(each[None, None], SIZE[::-1], mode="bilinear")
        assert (mask == (spread[0, 0] > 0).numpy()).all()
    assert 0 < found.masks.mean() < 1


def test_the_backbone_has_the_weights_of_timms_repvit_m1():
    """Without its classifier: timm 1.0.31's features_only has as many, under the same names."""
    network = RepVit(RepVitConfig())
    assert sum(weight.numel() for weight in network.parameters()) == 4_713_712
    assert "stages_2.blocks.12.se.fc1.weight" in network.state_dict()
    assert "stages_3.downsample.pre_block.token_mixer.conv1.bn.running_mean" in network.state_dict()


def test_another_backbone_is_refused(folder: Path):
    config = json.loads((folder / "config.json").read_text())
    config["vision_config"]["backbone_config"]["architecture"] = "hf-hub:somebody/something"
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelBroken, match="config.json"):
        load_segmenter(folder, "cpu")
