"""Qwen3-VL from nothing: what stands where for its vision tower, then questions and answers.

The dense part (sights.py) tells the tower for every patch which kinds cover it and where the thing it shows
lies, on the same grid of places and with the same word vectors as the answers; so the language part finds in
the patches what it has to write. Its heads are thrown away afterwards.

Shapes: B views, G x G patches each, D the language part's width, L tokens (`learned` ones have a label), C of
them that may come next, K kinds, 8 coordinates, Q = 101 places, T channels of a teacher.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from .words import kept

TOGETHER = 6  # rows of the language part
NEIGHBOURS = 1.5  # deviation, in steps of PLACES: a place beside the true one is nearly right
WIDE = 0.06  # the same as a share of the thing's own side, where that is more; for the tower
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

    def keep(self, learns: str) -> None:
        """Let the "tower" learn alone, or the "language"; what a patch's features mean stays as it is."""
        kept = {
            "all": [],
            "tower": [self.reasoner.model.language_model],
            "language": [self.reasoner.model.visual],
        }
        for part in kept[learns] + ([] if learns == "all" else [self.kind, self.place]):
            part.requires_grad_(False)

    @property
    def is_tower_kept(self) -> bool:
        return not self.reasoner.model.visual.pos_embed.weight.requires_grad

    def keep_words(self, tokens: Sequence[int]) -> None:
        """Let their vectors be as they are; lm_head's are the same."""
        if tokens:
            self.reasoner.model.language_model.embed_tokens.weight.register_hook(kept(tokens))

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor | None]:
        """The tower's features (B, G * G, D) and, where text is learned, the logits (learned, C)."""
        core = self.reasoner.model
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.is_tower_kept):
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
        """Of the lessons (lessons.py); (learned, C)."""
        embedded = self.reasoner.model.language_model.embed_tokens(batch["heard_tokens"])
        return self._logits(embedded, batch, "heard_")

    def _logits(self, embedded: Tensor, batch: dict[str, Tensor], kind: str) -> Tensor:
        """Of rows in the order of their lengths, some at a time: the longest is many times the usual one."""
        order = _by_length(batch[f"{kind}segments"])
        groups = [self._hidden(embedded, batch, kind, rows) for rows in torch.split(order, TOGETHER)]
        hidden = _joined(groups, embedded.shape[1])[order.argsort()]
        learned = batch[f"{kind}labels"][:, 1:] != NOT_LEARNED
        rows = self.reasoner.lm_head.weight
        rows = rows[batch["candidates"]] if "candidates" in batch else rows
        return functional.linear(hidden[:, :-1][learned], rows)

    def _hidden(self, embedded: Tensor, batch: dict[str, Tensor], kind: str, rows: Tensor) -> Tensor:
        """(rows, their longest, D)"""
        segments = batch[f"{kind}segments"][rows]
        segments = segments[:, : int((segments >= 0).sum(1).max())]
        longest = segments.shape[1]
        hidden: Tensor = self.reasoner.model.language_model(
            inputs_embeds=embedded[rows, :longest],
            position_ids=batch[f"{kind}positions"][:, rows, :longest],
            attention_mask=visible(segments),
            use_cache=False,
        ).last_hidden_state
        return hidden

    def number_logits(self, features: Tensor) -> Tensor:
        """(..., D) to (..., C, Q), by likeness to the embeddings of the number tokens."""
        vectors = self.reasoner.model.language_model.embed_tokens(self.numbers)  # (Q, D)
        logits: Tensor = self.place(features).unflatten(-1, (COORDINATES, -1)) @ vectors.T
        return logits


def among(batch: dict[str, Tensor], tokens: Tensor) -> Tensor:
    """Which of the logits are those of the tokens: all have one where no candidates are named."""
    return torch.searchsorted(batch["candidates"], tokens) if "candidates" in batch else tokens


def _joined(groups: Sequence[Tensor], longest: int) -> Tensor:
    """(rows, L, ...) of several lengths, one below the other with zeros behind the short ones."""
    return torch.cat([functional.pad(g, (0, 0, 0, longest - g.shape[1])) for g in groups])


def _by_length(segments: Tensor) -> Tensor:
    """The rows (R,), the shortest first; padding is segment -1."""
    return (segments >= 0).sum(1).argsort(stable=True)


def loss(network: WarmReasoner, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    features, logits = network(batch)
    if network.is_tower_kept and logits is not None:
        return _spoken_loss(network, batch, logits)
    kind, kind_terms = _kind_loss(network.kind(features), batch["kinds"].flatten(1, 2), batch["known"])
    place, place_terms = _place_loss(network, features, batch["places"].flatten(1, 2))
    dense, terms = kind + place, kind_terms | place_terms
    if "features" in batch:
        taught, taught_terms = _teacher_loss(network.teacher(features[batch["taught"]]), batch["features"])
        dense, terms = dense + taught, terms | taught_terms
    if logits is None:
        return dense, terms
    text, text_terms = _spoken_loss(network, batch, logits)
    return text + DENSE_WEIGHT * dense, terms | text_terms


def _spoken_loss(
    network: WarmReasoner, batch: dict[str, Tensor], logits: Tensor
) -> tuple[Tensor, dict[str, float]]:
    """Of all that the language part writes."""
    labels = batch["labels"][:, 1:]
    spoken = labels[labels != NOT_LEARNED]
    numbers, deciding = among(batch, network.numbers), among(batch, network.deciding)
    text, text_terms = _text_loss(logits.float(), among(batch, spoken), numbers, deciding)
    if "heard_tokens" in batch:
        understood, heard_terms = _heard_loss(network, batch)
        text, text_terms = text + HEARD_WEIGHT * understood, text_terms | heard_terms
    return text, text_terms


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
    place = near_loss(places, truth[shown], reach_of(truth[shown])).mean()
    off = (places.argmax(-1) - truth[shown]).abs().float().mean()
    return place, {"place": place.item(), "off": off.item()}


def reach_of(truth: Tensor) -> Tensor:
    """How near a place must be to be nearly right, (shown, C): of a wide thing, not so near."""
    sides = truth[:, 2:4] - truth[:, :2]  # (shown, 2), of x and y in turn as coordinates are
    return (WIDE * sides).clamp(min=NEIGHBOURS).repeat(1, COORDINATES // 2)


def _teacher_loss(seen: Tensor, wanted: Tensor) -> tuple[Tensor, dict[str, float]]:
    """(taught, G * G, T) against (taught, G, G, T)."""
    if not len(seen):
        return seen.sum(), {"teacher": 0.0}
    missed = functional.mse_loss(seen.float(), wanted.flatten(1, 2))
    return TEACHER_WEIGHT * missed, {"teacher": missed.item()}


def near_loss(logits: Tensor, truth: Tensor, reach: Tensor) -> Tensor:
    """Cross-entropy against the true place and, less, its neighbours; (..., Q) and twice (...) to (...)."""
    logits, distance = logits.float(), torch.arange(logits.shape[-1], device=truth.device) - truth[..., None]
    wanted = torch.exp(-0.5 * (distance / reach[..., None]) ** 2)
    return -(wanted / wanted.sum(-1, keepdim=True) * logits.log_softmax(-1)).sum(-1)


def _text_loss(
    logits: Tensor, labels: Tensor, numbers: Tensor, deciding: Tensor
) -> tuple[Tensor, dict[str, float]]:
    """Logits (learned, C) against labels (learned); numbers by nearness, all others token by token."""
    is_number = torch.isin(labels, numbers)
    others, terms = token_loss(logits[~is_number], labels[~is_number], deciding)
    terms |= {"numbers": 0.0, "numbers_off": 0.0}
    if not is_number.any():
        return others, terms
    order = torch.argsort(numbers)
    index = order[torch.searchsorted(numbers[order], labels[is_number])]
    near = logits[is_number][:, numbers]
    elsewhere = logits[is_number].logsumexp(-1) - near.logsumexp(-1)
    loss = (near_loss(near, index, near.new_tensor(NEIGHBOURS)) + elsewhere).mean()
    off = (near.argmax(-1) - index).abs().float().mean()
    terms |= {"numbers": loss.item(), "numbers_off": off.item()}
    return others + NUMBER_WEIGHT * loss, terms


def _heard_loss(network: WarmReasoner, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    """Of the lessons; what follows a thought's first words says nothing new."""
    labels = batch["heard_labels"][:, 1:]
    labels = among(batch, labels[labels != NOT_LEARNED])
    logits = network.heard_logits(batch).float()
    right = (logits.argmax(-1) == labels).float().mean()
    return functional.cross_entropy(logits, labels), {"heard_right": right.item()}


def token_loss(logits: Tensor, labels: Tensor, deciding: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Logits (T, C) against labels (T), of which those that are `deciding` count for more."""
    each = functional.cross_entropy(logits, labels, reduction="none")
    right = (logits.argmax(-1) == labels).float()
    decides = torch.isin(labels, deciding)
    weighted = each * torch.where(decides, DECIDING_WEIGHT, 1.0)
    decided = right[decides].mean() if decides.any() else right.new_zeros(())
    return weighted.mean(), {
        "words": each.mean().item(),
        "words_right": right.mean().item(),
        "decided": decided.item(),
    }
