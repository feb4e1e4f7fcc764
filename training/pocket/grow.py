"""Networks that begin with what another one has learned, though they are larger (Net2Net, arXiv:1511.05641).

A segmenter of twice the channels draws what the narrow one drew: every channel of the pyramid, the prompts
and the decoder is there twice, and the weights that read it are halved; a little noise then lets the two
learn different things. Hiera itself stays as it is. A reasoner's part with more blocks does what the
shallow one did: among its blocks, evenly, stand some that add nothing yet.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from ...backend.reasoner.preprocessing import Preparation
from ..recipe_file import BadRecipe
from .tokenizer import spoken_texts
from .words import WordVectors, heard_only, set_in_place

CHECKPOINT, WEIGHTS = "checkpoint.pt", "model.safetensors"  # of a run, of a model
WORDS = "reasoner.model.language_model.embed_tokens.weight"
TIED = "reasoner.lm_head.weight"  # WORDS under another name, which no file of weights repeats
HEADS = 4  # of the decoder
NOISE = 0.03  # deviation, against that of the weights themselves
BLOCK = re.compile(r"(.*\.(?:blocks|layers)\.)(\d+)(\..*)")  # of the tower, of the language part
ADDS = (  # what a block gives to the sum that goes on
    "attn.proj.weight", "attn.proj.bias", "mlp.linear_fc2.weight", "mlp.linear_fc2.bias",
    "self_attn.o_proj.weight", "mlp.down_proj.weight",
)  # fmt: skip
VECTORS = ("token.weight", "tokens.weight", "embed.weight", "embedding")  # read by nothing: places and kinds


def widened(
    narrow: Mapping[str, Tensor], wide: Mapping[str, Tensor], noise: float = NOISE
) -> dict[str, Tensor]:
    """The weights of `narrow` in the shapes of `wide`, each as large or twice as large."""
    rng = torch.Generator().manual_seed(0)
    found = {}
    for name, weights in narrow.items():
        shape = wide[name].shape
        doubled = weights if weights.shape == shape else _doubled(name, weights, shape)
        if doubled.ndim > 1 and doubled.shape != weights.shape and not name.endswith(VECTORS):
            doubled = doubled + torch.randn(doubled.shape, generator=rng) * doubled.std() * noise
        found[name] = doubled
    _share_positions(found)
    return found


def _doubled(name: str, weights: Tensor, shape: torch.Size) -> Tensor:
    reads = None if name.endswith(VECTORS) or weights.ndim < 2 else 0 if "upscale_conv" in name else 1
    for axis, (old, new) in enumerate(zip(weights.shape, shape, strict=True)):
        if old != new:
            weights = weights.index_select(axis, _sources(name, axis, old)) / (2 if axis == reads else 1)
    if ".q_proj." in name:
        return weights / math.sqrt(2)  # twice the products, divided by the root of twice the channels
    return weights / 2 if "hypernetworks" in name and ".proj_out." in name else weights


def _sources(name: str, axis: int, old: int) -> Tensor:
    """For each of twice `old` channels, the one that it repeats."""
    inner = "attn" in name and axis == (1 if ".o_proj." in name else 0) and "layer_norm" not in name
    blocks = HEADS if inner else 2 if old % 64 == 0 else 1  # a head's stay in it; sines stay before cosines
    rows = torch.arange(old).view(blocks, -1)
    return torch.cat([rows, rows], 1).flatten()


def _share_positions(weights: dict[str, Tensor]) -> None:
    """SAM has one frame of positions, transformers two names for it."""
    shared = weights["prompt_encoder.shared_embedding.positional_embedding"]
    weights["shared_image_embedding.positional_embedding"] = shared.clone()


def deepened(shallow: Mapping[str, Tensor], deep: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights of `shallow` in a reasoner like `deep`, whose parts have as many blocks or more.

    Raises BadRecipe where one has fewer.
    """
    had, has = _blocks(shallow), _blocks(deep)
    for stack in had:
        _check_is_larger(stack, had[stack], has[stack])
    moved = {_moved(name, had, has): weights for name, weights in shallow.items()}
    added = {name: weights for name, weights in deep.items() if BLOCK.match(name) and name not in moved}
    return moved | {
        name: torch.zeros_like(weights) if name.endswith(ADDS) else weights for name, weights in added.items()
    }


def _check_is_larger(stack: str, had: int, has: int) -> None:
    if has < had:
        raise BadRecipe(
            "«size» has {has} blocks in {stack}, but «start» has {had}: as many, or more.",
            has=has,
            had=had,
            stack=stack.strip("."),
        )


def _blocks(weights: Mapping[str, Tensor]) -> dict[str, int]:
    """How many there are, by what their names begin with."""
    found = [match for name in weights if (match := BLOCK.match(name))]
    return {stack: 1 + max(int(m[2]) for m in found if m[1] == stack) for stack in {m[1] for m in found}}


def _moved(name: str, had: Mapping[str, int], has: Mapping[str, int]) -> str:
    """The first block stays the first, the last new one stands behind the last old one."""
    found = BLOCK.match(name)
    if not found:
        return name
    stack = found[1]
    return f"{stack}{int(found[2]) * has[stack] // had[stack]}{found[3]}"


# --- a reasoner's start ---


def carry_over(
    start: Path, preparation: Preparation, network: nn.Module, vectors: WordVectors | None = None
) -> None:
    """Load the weights of another run, or of a reasoner, which has no heads of the dense part.

    A new token begins as the mean of the old tokens that spell it, a head for other kinds from nothing.
    Where `vectors` have words that the start did not know, all words that are only heard begin as these say.
    """
    old, weights = _begun(start)
    new, new_state = preparation.tokenizer, network.state_dict()
    state = new_state | deepened(weights, new_state)
    spelled = [spelling(number, new, old) for number in range(new.get_vocab_size())]
    for name, held in network.state_dict().items():
        if name in state and held.ndim and len(held) == len(spelled):
            state[name] = torch.stack([state[name][numbers].mean(0) for numbers in spelled])
        if name.startswith("kind.") and state[name].shape != held.shape:
            state[name] = held
    known = [number for number, parts in enumerate(spelled) if len(parts) == 1]
    if vectors and len(known) < len(spelled):
        set_in_place(state[WORDS], heard_only(new, vectors, spoken_texts()), vectors, known)
        state[TIED] = state[WORDS]
    network.load_state_dict(state)


def _begun(start: Path) -> tuple[Tokenizer, dict[str, Tensor]]:
    if (start / CHECKPOINT).is_file():
        weights = torch.load(start / CHECKPOINT, weights_only=True)["network"]
        return Preparation.from_folder(start / "model").tokenizer, weights
    weights = {f"reasoner.{name}": held.float() for name, held in load_file(start / WEIGHTS).items()}
    weights[TIED] = weights[WORDS]
    return Preparation.from_folder(start).tokenizer, weights


def spelling(number: int, new: Tokenizer, old: Tokenizer) -> list[int]:
    """The numbers of a new tokenizer's token in an old one: one where it knows it."""
    known = old.token_to_id(str(new.id_to_token(number)))
    if known is not None:
        return [known]
    return [int(part) for part in old.encode(new.decode([number], skip_special_tokens=False)).ids]
