"""The tokenizer of `pocket`: small, byte-level, learned from the generated questions and answers.

Any text can be written in bytes; the words of the landscapes are whole tokens, and each number of the
coordinate grid is one token, so that a place is one choice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

import numpy as np
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from ...backend.formats import POCKET
from ...backend.parsing.unknown import unknown_rows
from ...backend.reasoner.turns import STEP as STEP  # a part of this module's face
from ...backend.reasoner.turns import stepped
from ...backend.stages import Target
from ..real.kinds import kinds
from ..real.outside import THOUGHT
from ..real.wordings import by_name, frame_texts, functions, shapes
from ..synthetic.follow_ups import follow, follow_drawn, follow_wordings
from ..synthetic.landscape import landscape
from ..synthetic.questions import PURPOSES, LandscapeQuestion, ask, first_wordings

PLACES = tuple(range(0, 1001, STEP))  # the grid on which pocket counts
SPECIAL = (
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>",
    "<|video_pad|>",
)  # fmt: skip
VOCABULARY = 6144  # 0.4 kB each; more than there is to learn of the landscapes alone
# tags, words with the space before them, numbers, runs of signs
PIECES = r"</?[a-z]+>| ?[\p{L}_][\p{L}\p{N}_]*|\p{N}+|\s+|[^\s\p{L}\p{N}_<]+|<"
CORPUS = 1500  # landscapes


def answer_text(asked: LandscapeQuestion, side_px: int) -> str:
    """What a perfect reasoner writes, in the format pocket, on the grid of PLACES."""
    rows = (
        unknown_rows(POCKET) if asked.unknown else [_row(target, 1000 / side_px) for target in asked.targets]
    )
    return f"<think>{asked.thought}</think><answer>{json.dumps(rows, separators=(',', ':'))}</answer>"


def _row(target: Target, scale: float) -> dict[str, object]:
    assert target.box is not None
    return {
        "bbox_2d": stepped(target.box.scaled(scale, scale)),
        "positive_points": [[on_grid(p.x * scale), on_grid(p.y * scale)] for p in target.points],
    }


def on_grid(thousandths: float) -> int:
    return STEP * min(len(PLACES) - 1, max(0, round(thousandths / STEP)))


def new_tokenizer(*, real: bool = False) -> Tokenizer:
    """The same every time; with the words of real ground's kinds, too, where `real`."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PIECES), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=list(SPECIAL),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(chain(_spoken_of_real_ground() if real else (), _corpus()), trainer)
    return tokenizer


def spoken_texts() -> Iterator[str]:
    """All words that an answer may have, in sentences that answers are made of, and those of the template."""
    yield from (THOUGHT, *SPECIAL, "user assistant", "I see several many very many.")
    for kind in kinds().values():
        yield f"{kind.why}. There is none in this view. I see {kind.name} at the. I see {kind.plural}."
    rng = np.random.default_rng(1)
    for seed in range(CORPUS // 5):
        world = landscape(10_000_000 + seed, side_px=64)
        for asked in (ask(world, rng), follow(world, rng), follow_drawn(64, rng)):
            yield answer_text(asked, 64)


def _spoken_of_real_ground() -> Iterator[str]:
    """Of its kinds, without phrases.toml, which came later; words of what is not known stay in pieces."""
    for kind in kinds().values():
        by_names = (by_name(shape, noun) for shape in shapes("in") for noun in kind.names)
        questions = [*by_names, *functions(kind.id), *kind.asks]
        yield from questions
        yield from (f" {word}" for word in kind.related)
        yield from (question.lower() for question in questions)
        yield from [f"{kind.why}. I see {kind.name} at the", f"I see {kind.plural}.", THOUGHT] * 20
    yield from frame_texts()


def _corpus() -> Iterator[str]:
    """Answers, all wordings of both domains, the chat template's words, and every number many times."""
    rng = np.random.default_rng(0)
    for seed in range(CORPUS):
        yield answer_text(ask(landscape(10_000_000 + seed, side_px=64), rng), 64)
    for purpose in PURPOSES.values():
        yield from [*purpose.wordings, *purpose.wordings_out, purpose.why, "user\n", "assistant\n"] * 20
    for kind in PURPOSES:
        yield from first_wordings(kind)
    yield from follow_wordings()
    yield ",".join(map(str, PLACES * 500))
