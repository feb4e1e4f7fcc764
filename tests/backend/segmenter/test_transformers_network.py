"""A SAM2 of 32 channels with noise for weights."""

from __future__ import annotations

import dataclasses
import json
import logging
from pathlib import Path

import numpy as np
import pytest
import torch
from askmap.backend.errors import Cancelled, ModelBroken, ModelMissing, ModelUnsupported
from askmap.backend.formats import MaskChoice
from askmap.backend.segmenter.sam2 import Sam2Segmenter, load_segmenter, prompts
from askmap.backend.stages import Box, Grid, Point, Scene, Target
from safetensors.torch import load_file, save_file
from transformers import (
    Sam2Config,
    Sam2HieraDetConfig,
    Sam2MaskDecoderConfig,
    Sam2Model,
    Sam2PromptEncoderConfig,
    Sam2VideoConfig,
    Sam2VideoModel,
    Sam2VisionConfig,
)

SIDE_PX = 64
CHANNELS = 32
BOTH = Target(box=Box(20, 10, 120, 90), points=(Point(50, 50), Point(70, 60)))
BOXED = Target(box=Box(150, 30, 290, 160))
POINTED = Target(points=(Point(5.5, 160),))
TARGETS = (BOTH, BOXED, POINTED)
PLACES = (
    "shared_image_embedding.positional_embedding",
    "prompt_encoder.shared_embedding.positional_embedding",
)


def scene_of(width: int, height: int) -> Scene:
    image = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    grid = Grid(width, height, (1, 0, 0, 0, -1, 0))
    return Scene(image, np.ones((height, width), dtype=bool), grid, "noise")


def parts() -> dict[str, object]:
    trunk = Sam2HieraDetConfig(
        hidden_size=16,
        image_size=[SIDE_PX, SIDE_PX],
        blocks_per_stage=[1, 1, 2, 1],
        embed_dim_per_stage=[16, 32, 64, 128],
        num_attention_heads_per_stage=[1, 1, 2, 4],
        window_size_per_stage=[4, 4, 4, 2],
        global_attention_blocks=[3],
    )
    vision = Sam2VisionConfig(
        backbone_config=trunk,
        backbone_channel_list=[128, 64, 32, 16],
        backbone_feature_sizes=[[16, 16], [8, 8], [4, 4]],
        fpn_hidden_size=CHANNELS,
    )
    return {
        "vision_config": vision,
        "prompt_encoder_config": Sam2PromptEncoderConfig(hidden_size=CHANNELS, image_size=SIDE_PX),
        "mask_decoder_config": Sam2MaskDecoderConfig(
            hidden_size=CHANNELS, mlp_dim=64, num_attention_heads=2, iou_head_hidden_dim=CHANNELS
        ),
    }


def noisy(model: torch.nn.Module) -> torch.nn.Module:
    """Weights large enough for masks that differ from target to target; one matrix for all places."""
    noise = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for weight in model.parameters():
            if weight.ndim > 1:
                weight.normal_(std=0.3, generator=noise)
        model.get_buffer(PLACES[0]).normal_(generator=noise)
        model.get_buffer(PLACES[1]).copy_(model.get_buffer(PLACES[0]))
    return model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("models") / "tiny"
    noisy(Sam2Model(Sam2Config(**parts()))).save_pretrained(path)
    return path


@pytest.fixture(scope="module")
def segmenter(folder: Path) -> Sam2Segmenter:
    return load_segmenter(folder, "cpu")


@pytest.fixture
def changed(folder: Path, tmp_path: Path) -> Path:
    """A copy of the folder that a test may spoil."""
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_a_point_in_a_cells_middle_has_the_place_that_the_network_gives_the_cell(segmenter: Sam2Segmenter):
    model = segmenter.network.model
    row, column, cell = 1, 2, 16
    middle = Point((column + 0.5) * cell, (row + 0.5) * cell)
    asked = prompts([Target(points=(middle,))], (SIDE_PX, SIDE_PX), SIDE_PX)
    with torch.no_grad():
        sparse, _ = model.prompt_encoder(*asked, input_boxes=None, input_masks=None)
        place = sparse[0, 0, 0] - model.prompt_encoder.point_embed.weight[1]
        cells = model.get_image_wide_positional_embeddings()  # (1, C, 4, 4)
    assert torch.allclose(place, cells[0, :, row, column], atol=1e-5)


def test_the_best_of_three_masks_is_the_one_that_sam2_expects_to_fit_best(segmenter: Sam2Segmenter):
    encoded = segmenter.encode(scene_of(300, 170))
    points, labels = prompts(TARGETS, (300, 170), SIDE_PX)
    with torch.no_grad():
        theirs = segmenter.network.model(
            image_embeddings=list(encoded.features),
            input_points=points,
            input_labels=labels,
            multimask_output=True,
        )
    masks, scores = theirs.pred_masks[0], theirs.iou_scores[0]  # (N, 3, S/4, S/4), (N, 3)
    assert masks.shape[:2] == (3, 3)
    ours = segmenter.segment(encoded, TARGETS, MaskChoice.BEST)
    assert np.allclose(ours.scores, scores.max(dim=1).values, atol=1e-5)
    for mask, drawn in zip(ours.masks, masks[range(3), scores.argmax(dim=1)]):
        spread = torch.nn.functional.interpolate(drawn[None, None], (170, 300), mode="bilinear")
        assert (mask == (spread[0, 0] > 0).numpy()).all()


def test_boxes_as_points_give_the_masks_of_boxes_as_boxes(segmenter: Sam2Segmenter):
    features = segmenter.encode(scene_of(300, 170)).features
    points, labels = prompts([BOTH], (300, 170), SIDE_PX)
    ours, _ = segmenter.network.decode(features, points, labels, MaskChoice.ONE)
    with torch.no_grad():
        theirs = segmenter.network.model(
            image_embeddings=list(features),
            input_boxes=points[:, :, :2].reshape(1, 1, 4),
            input_points=points[:, :, 2:],
            input_labels=labels[:, :, 2:],
            multimask_output=False,
        ).pred_masks[0]
    assert ours.std() > 0.1
    assert torch.allclose(ours, theirs, atol=1e-4)


def test_a_stop_is_heard_between_two_blocks_and_leaves_the_network_as_it_was(segmenter: Sam2Segmenter):
    asked = []

    def stop_at_the_second() -> None:
        asked.append("again")
        if len(asked) == 2:
            raise Cancelled

    scene = scene_of(300, 170)
    before = segmenter.encode(scene)
    with pytest.raises(Cancelled):
        segmenter.encode(scene, stop_at_the_second)
    after = segmenter.encode(scene)
    assert all(torch.equal(*pair) for pair in zip(before.features, after.features))
    assert len(asked) == 2


def test_different_targets_get_different_masks(segmenter: Sam2Segmenter):
    found = segmenter.segment(segmenter.encode(scene_of(300, 170)), TARGETS)
    assert (found.masks[0] != found.masks[1]).any()
    assert (found.masks[1] != found.masks[2]).any()


def test_the_same_question_gives_the_same_masks(segmenter: Sam2Segmenter):
    first, second = (segmenter.segment(segmenter.encode(scene_of(300, 170)), TARGETS) for _ in range(2))
    assert (first.masks == second.masks).all()
    assert (first.scores == second.scores).all()


def test_a_target_asked_among_fifty_gets_its_own_mask(segmenter: Sam2Segmenter):
    encoded = segmenter.encode(scene_of(300, 170))
    many = [dataclasses.replace(BOXED, box=Box(5 * n, 2 * n, 5 * n + 40, 2 * n + 50)) for n in range(50)]
    found = segmenter.segment(encoded, many)
    alone = segmenter.segment(encoded, many[37:38])
    assert found.masks.shape == (50, 170, 300)
    assert (found.masks[37] == alone.masks[0]).mean() > 0.999  # but for rounding in sums of another order
    assert found.scores[37] == pytest.approx(alone.scores[0], abs=1e-4)


def test_the_video_models_folder_loads_without_a_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd
):
    video = Sam2VideoConfig(
        **{name: part.to_dict() for name, part in parts().items()},
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
    Sam2VideoModel(video).save_pretrained(tmp_path)
    assert json.loads((tmp_path / "config.json").read_text())["model_type"] == "sam2_video"
    capfd.readouterr()
    with caplog.at_level(logging.WARNING):
        found = load_segmenter(tmp_path, "cpu")
    assert found.segment(found.encode(scene_of(20, 20)), [Target(points=(Point(3, 3),))]).masks.shape == (
        1,
        20,
        20,
    )
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


def test_a_file_may_hold_the_places_once(changed: Path, segmenter: Sam2Segmenter):
    weights = changed / "model.safetensors"
    tensors = load_file(weights)
    del tensors[PLACES[1]]
    save_file(tensors, weights)
    places = load_segmenter(changed, "cpu").network.model.get_buffer(PLACES[1])
    assert torch.equal(places, segmenter.network.model.get_buffer(PLACES[1]))


def test_half_precision_on_disk_becomes_full_precision_in_memory(changed: Path):
    weights = changed / "model.safetensors"
    save_file({name: tensor.half() for name, tensor in load_file(weights).items()}, weights)
    model = load_segmenter(changed, "cpu").network.model
    assert {tensor.dtype for tensor in model.state_dict().values()} == {torch.float32}


def test_a_folder_that_lacks_a_weight_is_broken(changed: Path):
    weights = changed / "model.safetensors"
    tensors = load_file(weights)
    del tensors["mask_decoder.iou_token.weight"]
    save_file(tensors, weights)
    with pytest.raises(ModelBroken):
        load_segmenter(changed, "cpu")


@pytest.mark.parametrize(
    "spoilt", [{"vision_config": None}, {"mask_decoder_config": {"hidden_size": "wide"}}]
)
def test_a_configuration_that_is_no_sam2_is_broken(changed: Path, spoilt: dict[str, object]):
    config = changed / "config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), **spoilt}))
    with pytest.raises(ModelBroken):
        load_segmenter(changed, "cpu")


def test_a_truncated_file_is_broken(changed: Path):
    weights = changed / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(ModelBroken):
        load_segmenter(changed, "cpu")


def test_a_folder_that_is_not_there_is_missing(tmp_path: Path):
    with pytest.raises(ModelMissing):
        load_segmenter(tmp_path / "nowhere", "cpu")


def test_another_family_is_unsupported(changed: Path):
    (changed / "config.json").write_text('{"model_type": "sam3"}')
    with pytest.raises(ModelUnsupported):
        load_segmenter(changed, "cpu")


def test_a_folder_can_say_how_far_a_mask_reaches_beyond_its_box(changed: Path):
    (changed / "askmap.json").write_text('{"reach": 0}')
    segmenter, scene = load_segmenter(changed, "cpu"), scene_of(64, 64)
    drawn = segmenter.segment(segmenter.encode(scene), [Target(Box(10, 20, 30, 50))]).masks[0]
    assert not drawn[:20].any()
    assert not drawn[50:].any()
    assert not drawn[:, :10].any()
    assert not drawn[:, 30:].any()


@pytest.mark.parametrize("spoilt", ['{"reach": -1}', '{"reach": "far"}', '{"reech": 0}', "[]"])
def test_a_folder_that_says_it_wrongly_is_broken(changed: Path, spoilt: str):
    (changed / "askmap.json").write_text(spoilt)
    with pytest.raises(ModelBroken, match="askmap.json"):
        load_segmenter(changed, "cpu")
