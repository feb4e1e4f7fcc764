"""Reasoners of every family with noise for weights, in folders as Hugging Face lays them out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from transformers import (
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen3_5Config,
    Qwen3_5ForConditionalGeneration,
    Qwen3VLConfig,
    Qwen3VLForConditionalGeneration,
    Qwen3VLMoeConfig,
    Qwen3VLMoeForConditionalGeneration,
)

FAMILIES = ("qwen2_5_vl", "qwen3_vl")  # that are trained, too
SERVED = (*FAMILIES, "qwen3_vl_moe", "qwen3_5")
SPECIAL = (
    "<|im_start|>",
    "<|im_end|>",
    "<|vision_start|>",
    "<|vision_end|>",
    "<|image_pad|>",
    "<|video_pad|>",
)
IMAGE = 256 + SPECIAL.index("<|image_pad|>")  # its number: those of the bytes come first
PATCH_PX = 8
WIDTH = 32  # of a token

TEXT: dict[str, Any] = {
    "vocab_size": 320,
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 8,
    "max_position_embeddings": 2048,
    "bos_token_id": None,
    "eos_token_id": 257,
    "rope_parameters": {"rope_type": "default", "rope_theta": 1e4, "mrope_section": [2, 1, 1]},
}


def byte_tokenizer() -> Tokenizer:
    """One token a byte, and the special ones."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE({letter: n for n, letter in enumerate(alphabet)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in SPECIAL])
    return tokenizer


def tiny_folder(folder: Path, family: str, width: int = WIDTH, **ours: Any) -> Path:
    """A reasoner's folder; `ours` becomes its askmap.json, in which the format is «plain» or what it says."""
    tokenizer = byte_tokenizer()
    network = _network(family, tokenizer, width)
    with torch.no_grad():
        noise = torch.Generator().manual_seed(0)
        for weight in network.parameters():
            weight.normal_(std=0.2, generator=noise)
    network.generation_config.eos_token_id = tokenizer.token_to_id("<|im_end|>")
    network.save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "prompt.txt").write_text("{question}", encoding="utf-8")
    (folder / "askmap.json").write_text(json.dumps({"format": "plain", **ours}), encoding="utf-8")
    return folder


def _network(family: str, tokenizer: Tokenizer, width: int) -> Any:
    tokens = {
        "image_token_id": IMAGE,
        "video_token_id": tokenizer.token_to_id("<|video_pad|>"),
        "vision_start_token_id": tokenizer.token_to_id("<|vision_start|>"),
        "vision_end_token_id": tokenizer.token_to_id("<|vision_end|>"),
    }
    text, vision = _text(width), _vision(width)
    if family == "qwen2_5_vl":
        windows = {"window_size": 32, "fullatt_block_indexes": [1]}
        return Qwen2_5_VLForConditionalGeneration(
            Qwen2_5_VLConfig(vision_config={**vision, **windows}, text_config=text, **tokens)
        )
    vision["num_position_embeddings"] = 64
    text["rope_parameters"]["mrope_interleaved"] = True
    if family == "qwen3_5":  # three layers of linear attention, then one of full attention, as published
        linear = {
            "linear_key_head_dim": width // 4, "linear_value_head_dim": width // 4, "linear_num_key_heads": 2,
            "linear_num_value_heads": 4, "num_hidden_layers": 4, "layer_types": None,
        }  # fmt: skip
        return Qwen3_5ForConditionalGeneration(
            Qwen3_5Config(vision_config=vision, text_config={**text, **linear}, **tokens)
        )
    vision["deepstack_visual_indexes"] = [0]
    if family == "qwen3_vl_moe":
        experts = {"num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 24}
        return Qwen3VLMoeForConditionalGeneration(
            Qwen3VLMoeConfig(vision_config=vision, text_config={**text, **experts}, **tokens)
        )
    return Qwen3VLForConditionalGeneration(Qwen3VLConfig(vision_config=vision, text_config=text, **tokens))


def _text(width: int) -> dict[str, Any]:
    """TEXT for another width: a head has a quarter of it, and half a head's numbers turn with places."""
    turns = TEXT["rope_parameters"]
    sections = [part * width // WIDTH for part in turns["mrope_section"]]
    sizes = {"hidden_size": width, "intermediate_size": 2 * width, "head_dim": width // 4}
    return {**TEXT, **sizes, "rope_parameters": {**turns, "mrope_section": sections}}


def _vision(width: int) -> dict[str, Any]:
    return {
        "depth": 2, "hidden_size": width, "intermediate_size": 2 * width, "num_heads": 2,
        "patch_size": PATCH_PX, "out_hidden_size": width,
    }  # fmt: skip
