"""A SAM3 of 32 channels: the tracker of its folders, and nothing else of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from askmap.backend.errors import ModelBroken
from askmap.backend.formats import MaskChoice
from askmap.backend.models.config_json import check_config
from askmap.backend.models.weights import parameters
from askmap.backend.segmenter.colours import HALVES
from askmap.backend.segmenter.sam2 import load_segmenter, pixels, prompts
from askmap.backend.segmenter.sam_families import FAMILIES
from askmap.backend.segmenter.transformers_network import image_parameters
from askmap.backend.stages import Box, Grid, Point, Scene, Target
from safetensors.torch import load_file, save_file
from tiny_sam3 import SIDE_PX, tracker_folder, video_folder
from transformers import Sam3TrackerModel, Sam3VideoConfig, Sam3VideoModel
from transformers.utils import logging

SIZE = (300, 170)
TARGETS = (
    Target(box=Box(20, 10, 120, 90), points=(Point(50, 50), Point(70, 60))),
    Target(box=Box(150, 30, 290, 160)),
    Target(points=(Point(5.5, 160),)),
)


def scene_of(width: int, height: int) -> Scene:
    image = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    grid = Grid(width, height, (1, 0, 0, 0, -1, 0))
    return Scene(image, np.ones((height, width), dtype=bool), grid, "noise")


@pytest.fixture(scope="module")
def tracker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tracker_folder(tmp_path_factory.mktemp("tracker"))


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return video_folder(tmp_path_factory.mktemp("video"))


@pytest.fixture(autouse=True)
def quiet() -> Any:
    """transformers tells of every weight that it leaves out."""
    before = logging.get_verbosity()
    logging.set_verbosity_error()
    yield
    logging.set_verbosity(before)


def drawn(network: Any, features: list[torch.Tensor], several: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """The library's logits and scores for TARGETS."""
    points, labels = prompts(TARGETS, SIZE, SIDE_PX)
    with torch.no_grad():
        found = network(
            image_embeddings=features, input_points=points, input_labels=labels, multimask_output=several
        )
    return found.pred_masks[0], found.iou_scores[0]


@pytest.mark.parametrize("choice", MaskChoice)
def test_a_trackers_masks_are_those_of_the_library(tracker: Path, choice: MaskChoice):
    theirs = Sam3TrackerModel.from_pretrained(tracker).eval()
    seen = pixels(scene_of(*SIZE).image, SIDE_PX, "cpu", HALVES)
    logits, scores = drawn(theirs, list(theirs.get_image_embeddings(seen)), choice is MaskChoice.BEST)
    ours = load_segmenter(tracker, "cpu")
    found = ours.segment(ours.encode(scene_of(*SIZE)), TARGETS, choice)
    assert np.allclose(found.scores, scores.max(dim=1).values, atol=1e-5)
    for mask, each in zip(found.masks, logits[range(3), scores.argmax(dim=1)]):
        spread = torch.nn.functional.interpolate(each[None, None], SIZE[::-1], mode="bilinear")
        assert (mask == (spread[0, 0] > 0).numpy()).all()
    assert 0 < found.masks.mean() < 1


def test_of_a_whole_folder_the_tracker_sees_as_the_librarys_video_model(video: Path):
    theirs = Sam3VideoModel.from_pretrained(video).eval()
    seen = pixels(scene_of(*SIZE).image, SIDE_PX, "cpu", HALVES)
    with torch.no_grad():
        backbone = theirs.detector_model.vision_encoder.backbone(seen)
        *fine, coarse = theirs.get_vision_features_for_tracker(backbone)[0]  # (h * w, 1, C) each
    expected = [*fine, coarse + theirs.tracker_model.no_memory_embedding]
    features = load_segmenter(video, "cpu").encode(scene_of(*SIZE)).features
    for ours, each in zip(features, expected, strict=True):
        assert torch.allclose(ours, each.permute(1, 2, 0).reshape(ours.shape), atol=1e-4)


def test_of_a_whole_folder_only_the_tracker_is_loaded(video: Path):
    ours = load_segmenter(video, "cpu").network.model
    held = sum(weight.numel() for weight in ours.parameters())
    assert held < parameters(video)
    counted = image_parameters(video, FAMILIES["sam3_video"])
    assert held <= counted <= held + 2 * ours.shared_image_embedding.positional_embedding.numel()


def test_what_a_network_computes_when_it_is_made_is_there_though_no_file_holds_it(tracker: Path):
    ours = load_segmenter(tracker, "cpu").network.model
    assert not any(tensor.is_meta for tensor in (*ours.parameters(), *ours.buffers()))


def test_a_published_configuration_is_read(tmp_path: Path):
    published = json.loads(Sam3VideoConfig().to_json_string(use_diff=False))
    assert check_config(published, tmp_path)["tracker_config"]


def test_a_folder_that_lacks_a_weight_of_the_tracker_is_broken(tracker: Path, tmp_path: Path):
    for file in tracker.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    tensors = load_file(tmp_path / "model.safetensors")
    del tensors[next(name for name in tensors if "iou_token" in name)]
    save_file(tensors, tmp_path / "model.safetensors")
    with pytest.raises(ModelBroken, match="do not fit"):
        load_segmenter(tmp_path, "cpu")


def test_a_folder_with_other_sides_than_its_features_is_broken(tracker: Path, tmp_path: Path):
    for file in tracker.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    config = json.loads((tmp_path / "config.json").read_text())
    config["vision_config"]["backbone_feature_sizes"] = [[16, 16], [9, 8], [4, 4]]
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelBroken, match="config.json"):
        load_segmenter(tmp_path, "cpu")
