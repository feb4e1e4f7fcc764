"""Lessons of language: which kind a sentence asks for, learned without a picture.

A network that learns language from nothing needs many more sentences than pictures, and a sentence costs a
fiftieth of a view. A lesson is a prompt without its picture, at the positions it has behind one, and the
first sentence of the thought. Shapes: R rows, L tokens of a row; see packing.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from numpy.random import Generator
from torch import Tensor

from ...backend.reasoner.preprocessing import Preparation
from ...backend.stages import Question
from ..packing import PackedTurn, pack, stack
from ..real.kinds import kinds
from ..real.outside import THOUGHT, compound, outside_question, own_words, question_about
from ..real.wordings import question
from .sizes import ReasonerSize

IN_A_ROW = 8  # a longer row is mostly attention
OUTSIDE_SHARE = 0.3
FAR_SHARE = 0.5  # of these
COMPOUND_SHARE = 0.4  # of the latter


def lessons(
    preparation: Preparation, size: ReasonerSize, rng: Generator, count: int, far_words: Sequence[str] = ()
) -> dict[str, Tensor]:
    """heard_tokens, heard_labels, heard_segments (R, L), heard_positions (3, R, L); `count` up to a row.

    `far_words` mean no kind: where there are some, they are asked for as often as those of outside.toml.
    """
    rows = [_row(preparation, size, rng, far_words) for _ in range(max(1, count // IN_A_ROW))]
    return {f"heard_{name}": tensor for name, tensor in stack(rows).items()}


def _row(
    preparation: Preparation, size: ReasonerSize, rng: Generator, far_words: Sequence[str]
) -> dict[str, Tensor]:
    picture = preparation.token("<|image_pad|>")
    row = pack(
        [_turn(preparation, size, *_lesson(rng, far_words)) for _ in range(IN_A_ROW)], picture, size.grid
    )
    heard = row["tokens"] != picture
    return {name: tensor[..., heard] for name, tensor in row.items()}


def _lesson(rng: Generator, far_words: Sequence[str] = ()) -> tuple[str, str]:
    """A sentence, and what is thought of it first."""
    if rng.random() < OUTSIDE_SHARE:
        if far_words and rng.random() < FAR_SHARE:
            return question_about(_far(rng, far_words), rng), THOUGHT
        return outside_question(rng, "in"), THOUGHT
    kind = kinds()[str(rng.choice(list(kinds())))]
    return question(kind, rng, "in"), f"{kind.why}."


def _far(rng: Generator, far_words: Sequence[str]) -> str:
    """One of the words, or a compound that begins with one, or with one of ours, and ends in none of ours."""
    word = str(rng.choice(far_words))
    if rng.random() >= COMPOUND_SHARE:
        return word
    return compound(str(rng.choice(own_words())) if rng.random() < 0.5 else word, rng)


def _turn(preparation: Preparation, size: ReasonerSize, asked: str, thought: str) -> PackedTurn:
    framed = preparation.question_in_frame(Question(asked), size.side_px, size.side_px)
    prompt = preparation.prompt_tokens(framed, size.grid**2)
    return PackedTurn(prompt, preparation.encode(f"<think>{thought}"))
