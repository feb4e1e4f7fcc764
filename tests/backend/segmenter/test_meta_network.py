"""Meta's package and transformers: one network under two sets of names, so the same masks."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from askmap.backend.errors import MissingPackage, ModelBroken, ModelMissing, ModelUnsupported
from askmap.backend.models.weights import digest
from askmap.backend.segmenter.colours import IMAGENET
from askmap.backend.segmenter.meta_network import MetaNetwork, configuration_of, load_meta
from askmap.backend.segmenter.sam2 import Network, Sam2Segmenter, load_segmenter, pixels, prompts
from askmap.backend.segmenter.transformers_network import PLACES, TransformersNetwork
from askmap.backend.stages import Box, Grid, Point, Scene, Target
from sam2.build_sam import build_sam2
from torch import Tensor
from transformers import Sam2Config, Sam2HieraDetConfig, Sam2Model, Sam2PromptEncoderConfig, Sam2VisionConfig

TINY = "configs/sam2.1/sam2.1_hiera_t.yaml"
SMALL_SIDE_PX = 256  # a sixteenth of the work of 1024

# What transformers calls the parts of Meta's network; the order matters.
NAMES = (
    (r"^image_encoder\.trunk\.", "vision_encoder.backbone."),
    (r"^image_encoder\.neck\.convs\.(\d)\.conv\.", r"vision_encoder.neck.convs.\1."),
    (r"^sam_prompt_encoder\.pe_layer\.positional_encoding_gaussian_matrix", PLACES[1]),
    (r"^sam_prompt_encoder\.mask_downscaling\.", "prompt_encoder.mask_embed."),
    (r"mask_embed\.0\.", "mask_embed.conv1."),
    (r"mask_embed\.1\.", "mask_embed.layer_norm1."),
    (r"mask_embed\.3\.", "mask_embed.conv2."),
    (r"mask_embed\.4\.", "mask_embed.layer_norm2."),
    (r"mask_embed\.6\.", "mask_embed.conv3."),
    (r"^sam_prompt_encoder\.", "prompt_encoder."),
    (r"^sam_mask_decoder\.", "mask_decoder."),
    (r"output_upscaling\.0\.", "upscale_conv1."),
    (r"output_upscaling\.1\.", "upscale_layer_norm."),
    (r"output_upscaling\.3\.", "upscale_conv2."),
    (r"\.out_proj\.", ".o_proj."),
    (r"\.norm(\d|_final_attn)\.", r".layer_norm\1."),
    (r"patch_embed\.proj\.", "patch_embed.projection."),
    (r"mlp\.layers\.0\.", "mlp.proj_in."),
    (r"mlp\.layers\.1\.", "mlp.proj_out."),
    (r"(mlps\.\d|head)\.layers\.0\.", r"\1.proj_in."),
    (r"(mlps\.\d|head)\.layers\.1\.", r"\1.layers.0."),
    (r"(mlps\.\d|head)\.layers\.2\.", r"\1.proj_out."),
    (r"^no_mem_embed$", "no_memory_embedding"),
)
POINT_EMBEDDINGS = re.compile(r"^sam_prompt_encoder\.point_embeddings\.\d\.weight$")
OF_VIDEO = re.compile(r"^(mem|maskmem|no_obj|no_mem_pos|obj_ptr|mask_downsample)")

SIZES = {
    "t": {},
    "s": {"blocks_per_stage": [1, 2, 11, 2], "global_attention_blocks": [7, 10, 13]},
    "b+": {
        "hidden_size": 112,
        "blocks_per_stage": [2, 3, 16, 3],
        "embed_dim_per_stage": [112, 224, 448, 896],
        "num_attention_heads_per_stage": [2, 4, 8, 16],
        "window_positional_embedding_background_size": [14, 14],
        "global_attention_blocks": [12, 16, 20],
    },
    "l": {
        "hidden_size": 144,
        "blocks_per_stage": [2, 6, 36, 4],
        "embed_dim_per_stage": [144, 288, 576, 1152],
        "num_attention_heads_per_stage": [2, 4, 8, 16],
        "window_size_per_stage": [8, 4, 16, 8],
        "global_attention_blocks": [23, 33, 43],
    },
}


def renamed(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Meta's tensors under transformers' names; what only a video needs is left out."""
    points = [tensor for name, tensor in tensors.items() if POINT_EMBEDDINGS.match(name)]
    out = {"prompt_encoder.point_embed.weight": torch.cat(points)}
    for name, tensor in tensors.items():
        if not POINT_EMBEDDINGS.match(name) and not OF_VIDEO.match(name):
            for pattern, ours in NAMES:
                name = re.sub(pattern, ours, name)
            out[name] = tensor
    return {**out, PLACES[0]: out[PLACES[1]]}


def transformers_config(size: str, side_px: int = 1024) -> Sam2Config:
    trunk = Sam2HieraDetConfig(**SIZES[size])
    vision = Sam2VisionConfig(
        backbone_config=trunk,
        backbone_channel_list=trunk.embed_dim_per_stage[::-1],
        backbone_feature_sizes=[[side_px // step] * 2 for step in (4, 8, 16)],
    )
    return Sam2Config(vision_config=vision, prompt_encoder_config=Sam2PromptEncoderConfig(image_size=side_px))


def metas(configuration: str, *overrides: str) -> Any:
    return build_sam2(configuration, device="cpu", hydra_overrides_extra=list(overrides))


def scene() -> Scene:
    """Three bright blocks on a dark ramp."""
    image = np.tile(np.arange(300, dtype=np.uint8)[None, :, None] // 4, (170, 1, 3))
    for x, y in ((30, 20), (120, 70), (220, 110)):
        image[y : y + 40, x : x + 50] = (230, 200, 40)
    return Scene(image, np.ones((170, 300), dtype=bool), Grid(300, 170, (1, 0, 0, 0, -1, 0)), "blocks")


TARGETS = (
    Target(box=Box(28, 18, 82, 62), points=(Point(50, 40), Point(60, 45))),
    Target(box=Box(118, 68, 172, 112)),
    Target(points=(Point(240, 130),)),
    Target(Box(28, 18, 172, 112), (Point(50, 40),), negatives=(Point(140, 90), Point(100, 60))),
    Target(points=(Point(240, 130),), negatives=(Point(50, 40),)),
)


@pytest.fixture(scope="module")
def tensors() -> dict[str, Tensor]:
    torch.manual_seed(3)  # the package's initialisation knows no generator
    model = metas(TINY)
    torch.nn.init.normal_(model.no_mem_embed)
    return model.state_dict()


@pytest.fixture(scope="module")
def checkpoint(tensors: dict[str, Tensor], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("meta") / "sam2.1_hiera_tiny.pt"
    torch.save({"model": tensors}, path)
    return path


@pytest.fixture(scope="module")
def both(tensors: dict[str, Tensor]) -> tuple[Network, Network]:
    """The same weights in Meta's network and in transformers', both for a small square."""
    meta = metas(TINY, f"++model.image_size={SMALL_SIDE_PX}")
    meta.load_state_dict(tensors)
    ours = Sam2Model(transformers_config("t", SMALL_SIDE_PX)).eval()
    ours.load_state_dict(renamed(tensors))
    return MetaNetwork(meta), TransformersNetwork(ours, IMAGENET)


def test_both_packages_give_the_same_masks_for_the_same_weights(both: tuple[Network, Network]):
    metas_own, ours = (Sam2Segmenter("", "", network, torch.device("cpu")) for network in both)
    expected = metas_own.segment(metas_own.encode(scene()), TARGETS)
    found = ours.segment(ours.encode(scene()), TARGETS)
    assert 0.01 < expected.masks.mean() < 0.99  # else equality would prove nothing
    assert (found.masks != expected.masks).mean() < 1e-4  # pixels where the logit is 0 but for rounding
    assert np.allclose(found.scores, expected.scores, atol=1e-5)


def test_both_packages_give_the_same_logits(both: tuple[Network, Network]):
    seen = pixels(scene().image, SMALL_SIDE_PX, "cpu")
    asked = prompts(TARGETS, (300, 170), SMALL_SIDE_PX)
    expected, found = (network.decode(network.encode(seen), *asked)[0] for network in both)
    assert expected.std() > 0.01
    assert torch.allclose(found, expected, atol=1e-4)


def test_what_does_not_belong_to_a_target_changes_its_mask(both: tuple[Network, Network]):
    seen = pixels(scene().image, SMALL_SIDE_PX, "cpu")
    asked = prompts([TARGETS[2], TARGETS[4]], (300, 170), SMALL_SIDE_PX)
    for network in both:
        without, with_negative = network.decode(network.encode(seen), *asked)[0]
        assert (with_negative - without).abs().max() > 0.01


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("version", ["2", "2.1"])
def test_every_size_is_known_by_its_shapes_and_is_the_same_network_in_both(
    version: str, size: str, monkeypatch: pytest.MonkeyPatch
):
    configuration = f"configs/sam{version}/sam{version}_hiera_{size}.yaml"
    monkeypatch.setattr(torch, "linspace", partial(torch.linspace, device="cpu"))  # the package reads from it
    with torch.device("meta"):  # shapes without memory
        meta = build_sam2(configuration, device="meta").state_dict()
        ours = Sam2Model(transformers_config(size)).state_dict()
    assert configuration_of(meta, Path()) == configuration
    assert {n: t.shape for n, t in renamed(meta).items()} == {n: t.shape for n, t in ours.items()}


def test_a_checkpoint_of_meta_answers_at_full_size(checkpoint: Path):
    sam2 = load_segmenter(checkpoint, "cpu")
    found = sam2.segment(sam2.encode(scene()), TARGETS)
    assert sam2.network.side_px == 1024
    assert found.masks.shape == (len(TARGETS), 170, 300)
    assert sam2.name == "sam2.1_hiera_tiny.pt"
    assert sam2.digest == digest(checkpoint)


class Spy:
    """Would write a file if it were unpickled."""

    def __init__(self, written: Path) -> None:
        self.written = written

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.written,)


def test_code_in_a_checkpoint_is_not_run(tmp_path: Path):
    path, written = tmp_path / "evil.pt", tmp_path / "written"
    torch.save({"model": Spy(written)}, path)
    with pytest.raises(ModelBroken):
        load_segmenter(path, "cpu")
    assert not written.exists()


@pytest.mark.parametrize("content", [b"", b"not a checkpoint", b"PK\x03\x04 cut short"])
def test_a_file_that_is_no_checkpoint_is_broken(tmp_path: Path, content: bytes):
    path = tmp_path / "broken.pt"
    path.write_bytes(content)
    with pytest.raises(ModelBroken):
        load_segmenter(path, "cpu")


@pytest.mark.parametrize("held", [[], {"weights": {}}, {"model": 3}, {"model": {"a": 1}}])
def test_a_checkpoint_of_something_else_is_broken(tmp_path: Path, held: object):
    torch.save(held, tmp_path / "other.pt")
    with pytest.raises(ModelBroken):
        load_segmenter(tmp_path / "other.pt", "cpu")


def test_one_value_that_claims_to_be_many_is_broken(tmp_path: Path):
    held = {"model": {"image_encoder.trunk.pos_embed": torch.zeros(1).expand(10**6, 10**6)}}
    torch.save(held, tmp_path / "a.pt")
    with pytest.raises(ModelBroken):
        load_meta(tmp_path / "a.pt", torch.device("cpu"))


def test_a_checkpoint_that_holds_no_numbers_is_broken(tmp_path: Path):
    torch.save({"model": {"a": torch.tensor([1.0, float("nan")])}}, tmp_path / "a.pt")
    with pytest.raises(ModelBroken, match="not numbers"):
        load_meta(tmp_path / "a.pt", torch.device("cpu"))


def test_a_checkpoint_of_another_network_is_unsupported(tmp_path: Path):
    torch.save({"model": {"weight": torch.zeros(3)}}, tmp_path / "other.pt")
    with pytest.raises(ModelUnsupported):
        load_segmenter(tmp_path / "other.pt", "cpu")


def test_a_checkpoint_that_lacks_a_weight_is_broken(tensors: dict[str, Tensor], tmp_path: Path):
    lacking = {
        name: tensor for name, tensor in tensors.items() if name != "sam_mask_decoder.iou_token.weight"
    }
    torch.save({"model": lacking}, tmp_path / "lacking.pt")
    with pytest.raises(ModelBroken):
        load_segmenter(tmp_path / "lacking.pt", "cpu")


def test_a_checkpoint_that_is_not_there_is_missing(tmp_path: Path):
    with pytest.raises(ModelMissing):
        load_segmenter(tmp_path / "nowhere.pt", "cpu")


def test_without_metas_package_a_checkpoint_has_a_next_step(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "sam2.build_sam", None)
    with pytest.raises(MissingPackage, match="sam2") as caught:
        load_segmenter(checkpoint, "cpu")
    assert "safetensors" in caught.value.hint
