"""How much memory a GRPO step takes at its peak, estimated from a reasoner's config.json alone.

What stands there all the time (weights, adapters, gradients, AdamW) is counted on the real network, built
on torch's meta device, where it takes no room. On top comes the larger of two moments that follow each
other: the rollouts (key-value cache, prefill) and the learning (activations, logits). Attention is taken
to be fused (SDPA or FlashAttention), so that no T x T scores are kept.

The reference lies in the type of the weights that learn, because TRL loads it like them. Where processes
share out what stands, each gathers all weights while it samples (rollouts.whole, in the type that FSDP2
computes in), and a layer at a time while it learns.

Shapes: T tokens of a pass through the language part, P patches of a picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from rich.table import Table
from torch import nn

from ...backend.errors import AskMapError, ModelBroken
from ...backend.models.network_check import UNREADABLE
from ..trained import trained_class
from .activations import FLOAT, NetworkLayer, Precision, text_layer, tower_layer

GIB = 1 << 30
CONTEXT = int(0.6 * GIB)  # CUDA's context, cuBLAS's workspace; ours, not measured
ADAMW = 2  # moments that AdamW keeps for each trained number
LOGIT_BYTES = 8  # the float32 softmax of a logit and its gradient, beside the logit itself
SPARE = 0.05  # of the rest, for what the allocator cannot fill; ours, not measured

VLLM_WEIGHTS = "vLLM's weights"
SAM_BYTES = FLOAT
# Of SAM2's encoder, without gradients: 256 x 256 places of its first stage, small's 96 channels, and in a
# block the input, query, key and value, and the fourfold inside of the MLP
SAM_WORK = 256 * 256 * 96 * (1 + 3 + 4) * SAM_BYTES


class BadMemorySettings(AskMapError):
    hint = "See training/recipes/ for recipes that work."


@dataclass(frozen=True)
class MemorySettings:
    image_tokens: int = 900  # of one picture: Qwen2.5-VL at 840 x 840
    prompt_tokens: int = 250  # beside the picture
    new_tokens: int = 1024  # of one completion, at most (Think2Seg-RS)
    questions: int = 1  # that one process reads at once to answer them
    rollouts: int = 8  # completions that it samples at once, of all of them together
    micro_batch: int = 1  # completions in one pass forth and back
    shared_prefix: bool = False  # the picture and the prompt pass once for all of a micro-batch
    lora_rank: int = 0  # on every linear layer but the output head; 0 = full fine-tuning
    train_tower: bool = True  # False = the tower and its merger stay, and no gradient passes through them
    weight_bytes: int = 2  # of a weight that is not trained, and of activations: 2 = bf16
    trained_bytes: int = 4  # of a trained weight, its gradient and each of AdamW's two moments
    checkpointing: bool = True  # keep each layer's input only, and compute the rest again
    logits_tokens: int = 256  # whose logits are there at once; TRL's tiles hold less. 0 = a micro-batch's
    reference: bool = False  # KL above 0; with LoRA the network without its adapters serves
    segmenter_parameters: int = 46_000_000  # SAM2.1-small; 0 where no mask is rewarded
    processes: int = 1  # that share what stands, as FSDP2 does; figures are for each
    samples_here: bool = True  # rollouts are written by the network itself, so that it is gathered
    vllm: bool = False  # vLLM holds a copy of its own on the same GPU

    def __post_init__(self) -> None:
        at_least_1 = (self.new_tokens, self.questions, self.rollouts, self.micro_batch, self.processes)
        if min(*at_least_1, self.weight_bytes, self.trained_bytes) < 1:
            raise BadMemorySettings(
                "Tokens, questions, rollouts, micro-batch, bytes and processes are at least 1."
            )
        if min(self.image_tokens, self.prompt_tokens, self.lora_rank, self.logits_tokens) < 0:
            raise BadMemorySettings("Tokens and the rank of LoRA are not below 0.")

    @property
    def pictures(self) -> int:
        """In one pass."""
        return 1 if self.shared_prefix else self.micro_batch

    @property
    def tokens(self) -> int:
        """T of one pass."""
        prefix = self.image_tokens + self.prompt_tokens
        return self.pictures * prefix + self.micro_batch * self.new_tokens


@dataclass(frozen=True)
class MemoryEstimate:
    """Bytes on one GPU, part by part."""

    parameters: int  # of the reasoner, by number
    trained: int  # of them, or of its adapters, by number
    standing: Mapping[str, int]
    rollouts: Mapping[str, int]
    learning: Mapping[str, int]

    @property
    def spare(self) -> int:
        return int(SPARE * (sum(self.standing.values()) + self._moment))

    @property
    def total(self) -> int:
        return sum(self.standing.values()) + self._moment + self.spare

    @property
    def _moment(self) -> int:
        """Rollouts and learning follow each other, so the larger one counts."""
        return max(sum(self.rollouts.values()), sum(self.learning.values()))

    def table(self) -> Table:
        """For the user: what stands, then both moments, then the peak, in GiB."""
        table = Table("Memory of one GPU", "GiB")
        table.columns[1].justify = "right"
        for title, parts in (
            ("always", self.standing), ("while sampling", self.rollouts), ("while learning", self.learning)
        ):  # fmt: skip
            for name, size in parts.items():
                table.add_row(f"{title}: {name}", f"{size / GIB:.2f}")
            table.add_section()
        table.add_row("for the allocator", f"{self.spare / GIB:.2f}")
        table.add_row("peak", f"{self.total / GIB:.2f}")
        return table


def estimate(config: Mapping[str, Any], settings: MemorySettings) -> MemoryEstimate:
    """For a reasoner's config.json; ModelUnsupported or ModelBroken where it describes none."""
    network = _network(config)
    sizes = _sizes(network, settings)
    return MemoryEstimate(
        parameters=sizes.parameters,
        trained=sizes.trained,
        standing=_standing(sizes, settings),
        rollouts=_rollouts(sizes, settings),
        learning=_learning(sizes, settings),
    )


@dataclass(frozen=True)
class _Sizes:
    """What the formulas are made of; weights by number."""

    parameters: int
    trained: int
    embedding: int
    largest_layer: int
    layers: int
    blocks: int  # of the vision tower
    layer: NetworkLayer
    block: NetworkLayer
    cached: int  # numbers that the cache holds a token
    vocabulary: int
    patches: int  # of one picture


def _network(config: Mapping[str, Any]) -> Any:
    """On the meta device: shapes without numbers."""
    kind = trained_class(config.get("model_type"))
    try:
        with torch.device("meta"):
            return kind(kind.config_class.from_dict(dict(config)))
    except UNREADABLE as error:
        raise ModelBroken("The config.json describes no network: {error}.", error=error) from error


def _sizes(network: Any, settings: MemorySettings) -> _Sizes:
    language, tower = network.model.language_model, network.model.visual
    layer, block = language.layers[0], tower.blocks[0]
    text = network.config.get_text_config()
    return _Sizes(
        parameters=_count(network),
        trained=_trained(network, settings),
        embedding=_count(language.embed_tokens),
        largest_layer=max(_count(layer), _count(block)),
        layers=len(language.layers),
        blocks=len(tower.blocks),
        layer=text_layer(layer),
        block=tower_layer(block),
        cached=2 * layer.self_attn.k_proj.out_features * len(language.layers),
        vocabulary=text.vocab_size,
        patches=settings.image_tokens * network.config.vision_config.spatial_merge_size**2,
    )


def _trained(network: Any, settings: MemorySettings) -> int:
    language, tower = network.model.language_model, network.model.visual
    if settings.lora_rank:
        width = _lora_width(language) + (_lora_width(tower) if settings.train_tower else 0)
        return settings.lora_rank * width
    return _count(network) - (0 if settings.train_tower else _count(tower))


def _count(part: nn.Module) -> int:
    return sum(weight.numel() for weight in part.parameters())


def _lora_width(part: nn.Module) -> int:
    """LoRA's parameters for a rank of 1: (in + out) of every linear layer."""
    return sum(m.in_features + m.out_features for m in part.modules() if isinstance(m, nn.Linear))


def _standing(sizes: _Sizes, settings: MemorySettings) -> dict[str, int]:
    """What ZeRO-3 and FSDP2 share is divided by the processes; layers that are computed are whole on each."""
    full = settings.lora_rank == 0
    frozen = sizes.parameters - (sizes.trained if full else 0)
    trained = sizes.trained * settings.trained_bytes
    casts = full and settings.trained_bytes != settings.weight_bytes and settings.processes == 1
    shared = {
        "weights that stay": frozen * settings.weight_bytes,
        "weights that learn": trained,
        "gradients": trained,
        "AdamW": ADAMW * trained,
        "reference": sizes.parameters * settings.trained_bytes if settings.reference and full else 0,
    }
    return {name: size // settings.processes for name, size in shared.items()} | {
        "copies of autocast": sizes.trained * settings.weight_bytes if casts else 0,
        "gathered layers": _gathered(sizes, settings),
        VLLM_WEIGHTS: sizes.parameters * settings.weight_bytes if settings.vllm else 0,
        "SAM2": settings.segmenter_parameters * SAM_BYTES,
        "CUDA": CONTEXT,
    }


def _gathered(sizes: _Sizes, settings: MemorySettings) -> int:
    """The layer at work and the one ahead, and the embedding."""
    if settings.processes == 1:
        return 0
    return (2 * sizes.largest_layer + sizes.embedding) * settings.weight_bytes


def _gathered_besides(sizes: _Sizes, settings: MemorySettings) -> int:
    """All other weights, which sampling wants too."""
    if settings.processes == 1 or not settings.samples_here:
        return 0
    return sizes.parameters * settings.weight_bytes - _gathered(sizes, settings)


def _rollouts(sizes: _Sizes, settings: MemorySettings) -> dict[str, int]:
    """The cache grows by copying a layer at a time; a prompt is read once, whoever answers it."""
    prefix, b = settings.image_tokens + settings.prompt_tokens, settings.weight_bytes
    cache = sizes.cached * (prefix + settings.new_tokens) * settings.rollouts * b
    read = max(_passing(sizes.layer, prefix, b), _passing(sizes.block, sizes.patches, b))
    return {
        "all other layers, gathered": _gathered_besides(sizes, settings),
        "key-value cache": cache + cache // sizes.layers,
        "reading the prompts": read * settings.questions,
        "choosing a token": settings.rollouts * sizes.vocabulary * (b + LOGIT_BYTES),
        "SAM2's encoder": SAM_WORK if settings.segmenter_parameters else 0,
    }


def _passing(layer: NetworkLayer, tokens: int, weight_bytes: int) -> int:
    """The widest moment of a layer without gradients: the MLP's halves and their product, two residuals."""
    return (3 * layer.inner + 2 * layer.hidden) * tokens * weight_bytes


def _learning(sizes: _Sizes, settings: MemorySettings) -> dict[str, int]:
    precision = Precision(settings.weight_bytes, settings.trained_bytes, settings.lora_rank)
    patches = sizes.patches * settings.pictures if settings.train_tower else 0
    parts = ((sizes.layer, sizes.layers, settings.tokens), (sizes.block, sizes.blocks, patches))
    at_work = max(layer.gradients(precision) * tokens for layer, _, tokens in parts)
    whole = sum(layer.kept(precision) * count * tokens for layer, count, tokens in parts)
    if settings.checkpointing:
        whole = sum(layer.hidden * settings.weight_bytes * count * tokens for layer, count, tokens in parts)
        at_work += max(layer.kept(precision) * tokens for layer, _, tokens in parts)
    return {"activations": whole, "the layer at work": at_work, "logits": _logits(sizes, settings)}


def _logits(sizes: _Sizes, settings: MemorySettings) -> int:
    """And, where the output head learns, its gradient, which is summed up in float32."""
    every = settings.micro_batch * settings.new_tokens
    tokens = min(every, settings.logits_tokens or every)
    head = 0 if settings.lora_rank else sizes.embedding * FLOAT
    return tokens * sizes.vocabulary * (settings.weight_bytes + LOGIT_BYTES) + head
