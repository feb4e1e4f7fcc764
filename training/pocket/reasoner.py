"""Qwen3-VL from nothing: what stands where for its vision tower, then questions and answers.

The dense part (sights.py) tells the tower for every patch which kinds cover it and where the thing it shows
lies, on the same grid of places and with the same word vectors as the answers; so the language part finds in
the patches what it has to write. Its heads are thrown away afterwards.

Shapes: B views, G x G patches each, D the language part's width, L tokens (`learned` ones have a label),
K kinds, C = 8 coordinates, Q = 101 places, T channels of a teacher.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from ...backend.reasoner.preprocessing import Preparation
from ..packing import NOT_LEARNED, visible
from ..real.kinds import base_kinds
from .networks import new_reasoner, special_tokens
from .sights import COORDINATES, NOTHING
from .sizes import ReasonerSize
from .tokenizer import PLACES

NEIGHBOURS = 0.8  # deviation, in steps of PLACES: a place beside the true one is nearly right
NUMBER_WEIGHT = 2.0  # of a number's loss against a word's
# Which targets of a list are meant: all other words of such an answer follow from these
DECIDING = (*"123456789,. ", " does", " lies", " none", "None")
DECIDING_WEIGHT = 5.0  # of their loss against another word's
HEARD_WEIGHT = 2.0  # of the lessons
DENSE_WEIGHT = 0.5  # of the dense part once text is learned too
KIND_WEIGHT = 10.0  # most kinds are nowhere: their mean loss is small
SURELY_THERE = 0.3  # of a patch: so much is learned also where not all of the kind is labelled
RARE = -2.5  # the logit that kinds begin with
TEACHER_WIDTH = 384  # T, of DINOv2 ViT-S
TEACHER_WEIGHT = 4.0  # of what it sees: its features have spread 1


class WarmReasoner(nn.Module):
    """The reasoner with the heads that its warm-up needs."""

    numbers: Tensor  # (Q,): the token of each of PLACES
    deciding: Tensor  # the tokens of DECIDING

    def __init__(self, preparation: Preparation, size: ReasonerSize, seed: int) -> None:
        super().__init__()
        tokenizer, width = preparation.tokenizer, size.language.width
        self.reasoner = new_reasoner(tokenizer.get_vocab_size(), special_tokens(tokenizer), seed, size)
        if not torch.cuda.is_available():  # 0.65 s in place of 0.80 for 16 views, forth and back
            self.reasoner.model.visual.set_attn_implementation("eager")
        with torch.random.fork_rng():
            torch.manual_seed(seed)
            self.kind = nn.Linear(width, len(base_kinds()))
            self.place = nn.Linear(width, COORDINATES * width)
            self.teacher = nn.Linear(width, TEACHER_WIDTH)
        nn.init.constant_(self.kind.bias, RARE)
        numbers = torch.tensor([preparation.encode(str(place))[0] for place in PLACES])
        self.register_buffer("numbers", numbers, persistent=False)
        deciding = torch.tensor([preparation.encode(word)[0] for word in DECIDING])
        self.register_buffer("deciding", deciding, persistent=False)

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor | None]:
        """The tower's features (B, G * G, D) and, where text is learned, the logits (learned, V)."""
        core = self.reasoner.model
        seen = core.visual(batch["patches"], grid_thw=batch["grid"]).pooler_output
        features = seen.view(len(batch["grid"]), -1, seen.shape[-1])
        if "tokens" not in batch:
            return features, None
        embedded = core.language_model.embed_tokens(batch["tokens"])
        picture = batch["tokens"] == self.reasoner.config.image_token_id
        shown = features[: len(embedded)].flatten(0, 1)  # the views after them have no questions
        embedded = embedded.masked_scatter(picture[..., None], shown.to(embedded.dtype))
        return features, self._logits(embedded, batch, "")

    def heard_logits(self, batch: dict[str, Tensor]) -> Tensor:
        """Of the lessons (lessons.py); (learned, V)."""
        embedded = self.reasoner.model.language_model.embed_tokens(batch["heard_tokens"])
        return self._logits(embedded, batch, "heard_")

    def _logits(self, embedded: Tensor, batch: dict[str, Tensor], kind: str) -> Tensor:
        hidden = self.reasoner.model.language_model(
            inputs_embeds=embedded,
            position_ids=batch[f"{kind}positions"],
            attention_mask=visible(batch[f"{kind}segments"]),
            use_cache=False,
        ).last_hidden_state
        learned = batch[f"{kind}labels"][:, 1:] != NOT_LEARNED
        logits: Tensor = self.reasoner.lm_head(hidden[:, :-1][learned])
        return logits

    def number_logits(self, features: Tensor) -> Tensor:
        """(..., D) to (..., C, Q), by likeness to the embeddings of the number tokens."""
        vectors = self.reasoner.model.language_model.embed_tokens(self.numbers)  # (Q, D)
        logits: Tensor = self.place(features).unflatten(-1, (COORDINATES, -1)) @ vectors.T
        return logits


def loss(network: WarmReasoner, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    features, logits = network(batch)
    kind, kind_terms = _kind_loss(network.kind(features), batch["kinds"].flatten(1, 2), batch["known"])
    place, place_terms = _place_loss(network, features, batch["places"].flatten(1, 2))
    dense, terms = kind + place, kind_terms | place_terms
    if "features" in batch:
        taught, taught_terms = _teacher_loss(network.teacher(features[batch["taught"]]), batch["features"])
        dense, terms = dense + taught, terms | taught_terms
    if logits is None:
        return dense, terms
    labels = batch["labels"][:, 1:]
    text, text_terms = _text_loss(network, logits.float(), labels[labels != NOT_LEARNED])
    if "heard_tokens" in batch:
        understood, heard_terms = _heard_loss(network, batch)
        text, text_terms = text + HEARD_WEIGHT * understood, text_terms | heard_terms
    return text + DENSE_WEIGHT * dense, terms | text_terms


def _kind_loss(logits: Tensor, shares: Tensor, known: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Logits against covered shares, both (B, G * G, K), where the kind is known (B, K) or surely there."""
    logits, there = logits.float(), shares > SURELY_THERE
    counts = (known[:, None] | there).float()
    each = functional.binary_cross_entropy_with_logits(logits, shares, reduction="none")
    found = (logits > 0)[there].float().mean() if there.any() else logits.new_zeros(())
    kind = KIND_WEIGHT * (each * counts).sum() / counts.sum()
    return kind, {"kind": kind.item(), "kinds_found": found.item()}


def _place_loss(network: WarmReasoner, features: Tensor, truth: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Features (B, G * G, D) against places (B, G * G, C), where a thing is shown."""
    shown = truth[..., 0] != NOTHING
    places = network.number_logits(features[shown])  # (shown, C, Q)
    if not shown.any():  # all parameters have gradients nevertheless: see sharing.py
        return places.sum(), {"place": 0.0, "off": 0.0}
    place = _near(places, truth[shown]).mean()
    off = (places.argmax(-1) - truth[shown]).abs().float().mean()
    return place, {"place": place.item(), "off": off.item()}


def _teacher_loss(seen: Tensor, wanted: Tensor) -> tuple[Tensor, dict[str, float]]:
    """(taught, G * G, T) against (taught, G, G, T)."""
    if not len(seen):
        return seen.sum(), {"teacher": 0.0}
    missed = functional.mse_loss(seen.float(), wanted.flatten(1, 2))
    return TEACHER_WEIGHT * missed, {"teacher": missed.item()}


def _near(logits: Tensor, truth: Tensor) -> Tensor:
    """Cross-entropy against the true place and, less, its neighbours; (..., Q) and (...) to (...)."""
    logits, distance = logits.float(), torch.arange(logits.shape[-1], device=truth.device) - truth[..., None]
    wanted = torch.exp(-0.5 * (distance / NEIGHBOURS) ** 2)
    return -(wanted / wanted.sum(-1, keepdim=True) * logits.log_softmax(-1)).sum(-1)


def _text_loss(network: WarmReasoner, logits: Tensor, labels: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Logits (learned, V) against labels (learned); numbers by nearness, all others token by token."""
    is_number = torch.isin(labels, network.numbers)
    others, terms = token_loss(network, logits[~is_number], labels[~is_number])
    terms |= {"numbers": 0.0, "numbers_off": 0.0}
    if not is_number.any():
        return others, terms
    order = torch.argsort(network.numbers)
    index = order[torch.searchsorted(network.numbers[order], labels[is_number])]
    elsewhere = logits[is_number].logsumexp(-1) - logits[is_number][:, network.numbers].logsumexp(-1)
    near = logits[is_number][:, network.numbers]
    numbers = (_near(near, index) + elsewhere).mean()
    off = (near.argmax(-1) - index).abs().float().mean()
    terms |= {"numbers": numbers.item(), "numbers_off": off.item()}
    return others + NUMBER_WEIGHT * numbers, terms


def _heard_loss(network: WarmReasoner, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    """Of the lessons; what follows a thought's first words says nothing new."""
    labels = batch["heard_labels"][:, 1:]
    labels = labels[labels != NOT_LEARNED]
    logits = network.heard_logits(batch).float()
    right = (logits.argmax(-1) == labels).float().mean()
    return functional.cross_entropy(logits, labels), {"heard_right": right.item()}


def token_loss(network: WarmReasoner, logits: Tensor, labels: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Logits (T, V) against labels (T)."""
    each = functional.cross_entropy(logits, labels, reduction="none")
    right = (logits.argmax(-1) == labels).float()
    decides = torch.isin(labels, network.deciding)
    weighted = each * torch.where(decides, DECIDING_WEIGHT, 1.0)
    decided = right[decides].mean() if decides.any() else right.new_zeros(())
    return weighted.mean(), {
        "words": each.mean().item(),
        "words_right": right.mean().item(),
        "decided": decided.item(),
    }
