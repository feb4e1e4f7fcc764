"""The two small networks that are bundled, before they have learned anything.

The reasoner is a Qwen3-VL because its vision tower has learned positions: a small language part can copy the
place of a patch from the tower's features, and need not infer it from rotary angles alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import Qwen3VLConfig, Qwen3VLForConditionalGeneration, Sam2Config, Sam2Model
from transformers.models.sam2.configuration_sam2 import (
    Sam2HieraDetConfig,
    Sam2MaskDecoderConfig,
    Sam2PromptEncoderConfig,
    Sam2VisionConfig,
)

from ...backend.formats import POCKET
from ..real.outside import UNKNOWN_WORDS
from .sizes import HEAD_WIDTH, ReasonerSize
from .tokenizer import SPECIAL

TOLERANCE = 150  # thousandths: how far a number may be off and still mean the same thing
UNKNOWN_SHARE = 0.2  # the probability from which on it says that it does not know, chosen on `val`
STAGES = (24, 48, 96, 192)  # channels of Hiera's four stages
POINTING_GAIN = 2.0  # how sharply a new decoder looks where it is pointed


def new_segmenter(side_px: int, seed: int, channels: int = 64) -> Sam2Model:
    """SAM2, random: 1 M parameters with 64 `channels` in pyramid, prompts and decoder, 1.6 M with 128."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = Sam2Model(_sam2(side_px, channels))
        for module in network.modules():
            if isinstance(module, nn.Linear | nn.Embedding | nn.Conv2d | nn.ConvTranspose2d):
                module.reset_parameters()  # transformers' deviation of 0.02 silences prompts at this width
        _look_where_pointed(network)
    shared = network.prompt_encoder.shared_embedding.positional_embedding
    network.shared_image_embedding.positional_embedding.copy_(shared)  # SAM has one, transformers two
    return network


def _look_where_pointed(network: Sam2Model) -> None:
    """Let the decoder begin by attending where positions agree: keys and queries are read by one matrix.

    Random ones need thousands of steps to find out that a prompt is a place; compare the mimetic
    initialization of arXiv:2305.09828.
    """
    for name, module in network.mask_decoder.named_modules():
        if "token_to_image" in name.split(".")[-1] or "image_to_token" in name.split(".")[-1]:
            nn.init.orthogonal_(module.q_proj.weight, POINTING_GAIN)
            module.k_proj.weight.data.copy_(module.q_proj.weight)
            nn.init.zeros_(module.q_proj.bias)
            nn.init.zeros_(module.k_proj.bias)


def _sam2(side_px: int, channels: int) -> Sam2Config:
    backbone = Sam2HieraDetConfig(
        hidden_size=STAGES[0],
        num_attention_heads=1,
        image_size=[side_px, side_px],
        blocks_per_stage=[1, 2, 3, 1],
        embed_dim_per_stage=list(STAGES),
        num_attention_heads_per_stage=[1, 2, 4, 8],
        window_size_per_stage=[8, 4, 8, 4],
        global_attention_blocks=[5],
    )
    vision = Sam2VisionConfig(
        backbone_config=backbone,
        backbone_channel_list=list(reversed(STAGES)),
        backbone_feature_sizes=[[side_px // s, side_px // s] for s in (4, 8, 16)],
        fpn_hidden_size=channels,
    )
    decoder = Sam2MaskDecoderConfig(
        hidden_size=channels,
        mlp_dim=4 * channels,
        num_attention_heads=4,
        iou_head_hidden_dim=channels,
        dynamic_multimask_via_stability=False,  # only the first mask token is trained
    )
    prompt = Sam2PromptEncoderConfig(hidden_size=channels, image_size=side_px)
    return Sam2Config(vision_config=vision, prompt_encoder_config=prompt, mask_decoder_config=decoder)


# --- the reasoner ---


def new_reasoner(
    vocabulary: int, tokens: dict[str, int], seed: int, size: ReasonerSize
) -> Qwen3VLForConditionalGeneration:
    """Qwen3-VL, random; `tokens` are the numbers of the special ones."""
    config = Qwen3VLConfig(
        vision_config=_tower(size),
        text_config=_language(vocabulary, size),
        image_token_id=tokens["<|image_pad|>"],
        video_token_id=tokens["<|video_pad|>"],
        vision_start_token_id=tokens["<|vision_start|>"],
        vision_end_token_id=tokens["<|vision_end|>"],
        tie_word_embeddings=True,
    )
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = Qwen3VLForConditionalGeneration(config)
    network.generation_config.eos_token_id = tokens["<|im_end|>"]
    return network


def special_tokens(tokenizer: Tokenizer) -> dict[str, int]:
    return {word: number for word in SPECIAL if (number := tokenizer.token_to_id(word)) is not None}


def _tower(size: ReasonerSize) -> dict[str, Any]:
    return {
        "initializer_range": size.tower.deviation,
        "depth": size.tower.depth,
        "hidden_size": size.tower.width,
        "intermediate_size": 3 * size.tower.width,
        "num_heads": size.tower.heads,
        "patch_size": size.patch_px,
        "spatial_merge_size": size.merge,
        "temporal_patch_size": 1,
        "out_hidden_size": size.language.width,
        "num_position_embeddings": (size.side_px // size.patch_px) ** 2,
        "deepstack_visual_indexes": [],
    }


def _language(vocabulary: int, size: ReasonerSize) -> dict[str, Any]:
    return {
        "initializer_range": size.language.deviation,
        "vocab_size": vocabulary,
        "hidden_size": size.language.width,
        "intermediate_size": 3 * size.language.width,
        "num_hidden_layers": size.language.depth,
        "num_attention_heads": size.language.heads,
        "num_key_value_heads": size.language.heads,
        "head_dim": HEAD_WIDTH,
        "max_position_embeddings": size.longest,
        "tie_word_embeddings": True,
        "rope_parameters": {
            "rope_type": "default",
            "rope_theta": 10000.0,
            "mrope_section": [6, 5, 5],
            "mrope_interleaved": True,
        },
    }


def lay_out(folder: Path, tokenizer: Tokenizer, size: ReasonerSize) -> None:
    """All files of a reasoner's folder but its weights, so that the backend's Preparation can read it."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "prompt.txt").write_text("{last}{question}", encoding="utf-8")
    asking = {
        "format": POCKET.name,
        "coordinates": "thousand",
        "side_px": size.side_px,
        "tolerance": TOLERANCE,
        "unknown": {"words": UNKNOWN_WORDS, "share": UNKNOWN_SHARE},
    }
    (folder / "askmap.json").write_text(json.dumps(asking, indent=2) + "\n", encoding="utf-8")
    new_reasoner(tokenizer.get_vocab_size(), special_tokens(tokenizer), 0, size).config.save_pretrained(
        folder
    )
