"""What a forward pass keeps for the backward pass: bytes a token, layer by layer.

The formulas follow transformers' Qwen2.5-VL and Qwen3-VL with fused attention, and a test holds them
against what torch really saves. b = bytes of an activation, t = bytes of a trained number; a layer keeps

    norms       RMS: 8 h, their input in float32, and 2 h b where their gain learns; LayerNorm: 2 h b
    attention   queries, keys, values and what comes out, in b
    MLP         gated: gate, its SiLU and the other half, 3 f b; plain: f b
    inputs      of the linear layers: 2 h + f in b; LoRA in another type than b copies each layer's own, in t

with h the hidden width and f the MLP's. With checkpointing only h b stays, and one layer at a time is whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FLOAT = 4  # bytes; RMS norms compute in it


@dataclass(frozen=True)
class Precision:
    """In how many bytes activations and trained numbers are held, and whether LoRA is trained."""

    activation: int  # b
    trained: int  # t
    lora_rank: int  # 0 = the layers themselves learn

    @property
    def copies(self) -> bool:
        """LoRA casts the input of each layer to its own type."""
        return self.lora_rank > 0 and self.trained != self.activation


@dataclass(frozen=True)
class NetworkLayer:
    """Widths of one layer of the language part or of the vision tower."""

    hidden: int  # h
    inner: int  # f
    attended: int  # numbers a token that attention keeps
    head_norms: int  # width of the queries and keys that are normed again; 0 where they are not
    rms: bool  # else LayerNorm
    gated: bool  # the MLP
    inputs: int  # sum of the widths that all linear layers read
    linears: int

    def kept(self, precision: Precision) -> int:
        """Bytes a token, without checkpointing."""
        b, learns = precision.activation, precision.lora_rank == 0
        gains = b if learns else 0  # what a norm's gain needs to learn
        norms = 2 * self.hidden * ((FLOAT + gains) if self.rms else b) + self.head_norms * (FLOAT + gains)
        mlp = (3 if self.gated else 1) * self.inner * b
        return norms + self.attended * b + mlp + self._inputs(precision)

    def _inputs(self, precision: Precision) -> int:
        b, t = precision.activation, precision.trained
        inner = self.linears * precision.lora_rank * t  # between LoRA's two matrices
        return inner + (self.inputs * t if precision.copies else (2 * self.hidden + self.inner) * b)

    def gradients(self, precision: Precision) -> int:
        """Bytes a token that are there at once on the way back: of the MLP's halves and of the residual."""
        return (3 * self.inner + 2 * self.hidden) * precision.activation


def text_layer(layer: Any) -> NetworkLayer:
    """Of a decoder layer of Qwen2.5-VL, or of Qwen3-VL, which norms queries and keys."""
    attention, mlp = layer.self_attn, layer.mlp
    h, f = attention.q_proj.in_features, mlp.gate_proj.out_features
    q, kv = attention.q_proj.out_features, attention.k_proj.out_features
    normed = any(name == "q_norm" for name, _ in attention.named_children())
    return NetworkLayer(
        hidden=h,
        inner=f,
        attended=2 * q + 2 * kv,
        head_norms=q + kv if normed else 0,
        rms=True,
        gated=True,
        inputs=5 * h + q + f,
        linears=7,
    )


def tower_layer(block: Any) -> NetworkLayer:
    """Of a block of the vision tower: gated with RMS norms in Qwen2.5-VL, neither in Qwen3-VL."""
    h, mlp = block.attn.qkv.in_features, dict(block.mlp.named_children())
    gated = "gate_proj" in mlp
    f = (mlp["gate_proj"] if gated else mlp["linear_fc1"]).out_features
    return NetworkLayer(
        hidden=h,
        inner=f,
        attended=7 * h,  # queries and keys turned, values in the block of all three, what comes out, twice
        head_norms=0,
        rms=gated,
        gated=gated,
        inputs=(4 if gated else 3) * h + f,
        linears=5 if gated else 4,
    )
