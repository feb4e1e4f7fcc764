"""A run goes on whatever its reasoner writes, and stops at our own bugs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.reasoner.prompt import MAX_QUESTION_CHARS
from askmap.backend.stages import Box, Point, Target
from askmap.training.data.samples import Sample
from askmap.training.rl import judge, run
from askmap.training.rl.recipe import PrimeRecipe, SampleSource, Writing
from askmap.training.rl.rollouts import Prompt, StepQuestion
from askmap.training.rl.run import new_trainer
from askmap.training.rl.trainer import PrimeTrainer
from tiny_reasoners import SPECIAL, tiny_folder

pytestmark = pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing.*:FutureWarning")

SIDE = 64
BOX = '"bbox_2d": [8, 8, 40, 30]'
POINTS = '"positive_points": [[12, 12], [30, 20]]'


def fenced(answer: str) -> str:
    return f"<think>so</think><answer>```json\n{answer}\n```</answer>"


HOSTILE = [
    "",
    " ",
    "\x00\x01\u202e\ufeff",
    "<think></think><answer></answer>",
    fenced(f"[{{{BOX}, {POINTS}}}]"),  # a good one, so that not all are worth the same
    fenced("[" + ", ".join([f"{{{BOX}, {POINTS}}}"] * 6)),
    fenced(f'[{{"bbox_2d": [NaN, NaN, NaN, NaN], {POINTS}}}]'),
    fenced(f'[{{"bbox_2d": [Infinity, -Infinity, 1e999, -1e999], {POINTS}}}]'),
    fenced(f'[{{"bbox_2d": [20, 20, 20, 20], {POINTS}}}]'),  # no area
    fenced(f'[{{"bbox_2d": [20, 20, 20.00000000000001, 21], {POINTS}}}]'),
    fenced(f'[{{"bbox_2d": [-1e300, -1e300, 1e300, 1e300], {POINTS}}}]'),
    fenced('[{"positive_points": [[NaN, 1], [1, NaN]]}]'),
    fenced(f'[{{{BOX}, "positive_points": [[1e308, -1e308], [{"9" * 400}, 0]]}}]'),
    fenced(f"[{{{BOX}, {POINTS}, {BOX}}}]" * 3),
    fenced('{"a": {"b": {"c": {"d": [[[[[[[]]]]]]]}}}}'),
    fenced('[{"bbox_2d": {"x1": 1}, "positive_points": "[[1, 2], [3, 4]]"}]'),
    fenced("[" * 200),
    '{"' * 100,
    '`` {"```json{``` ``',
    "<answer>" * 20 + "</think>" * 20,
    "<think>" + "</think><answer>" * 15,
    "[null, true, {}, [], [[]], 1e5, -0, \"\\ud800\"]",
    fenced(f'[{{"bbox_2d": ["8", "8", "40", "30"], {POINTS}}}]'),
    "a. " * 60,
]  # fmt: skip


def masked(shape: tuple[int, int]) -> np.ndarray:
    mask = np.zeros(shape, np.bool_)
    mask[8:30, 8:40] = True
    return mask


TARGET = Target(Box(8, 8, 40, 30), (Point(12, 12), Point(30, 20)))
BLANK = partial(np.zeros, (SIDE, SIDE, 3), np.uint8)
SAMPLES = [
    Sample("one", ("Where?",), BLANK, partial(masked, (SIDE, SIDE)), (TARGET,)),
    Sample("none", ("Where?",), BLANK, partial(np.zeros, (SIDE, SIDE), np.bool_), ()),
]


def rows_of(preparation: Preparation) -> list[list[int]]:
    """The completions above, and tokens that are no text at all."""
    token = preparation.token
    end, special = token("<|im_end|>"), [token(name) for name in SPECIAL if name != "<|image_pad|>"]
    not_utf8, too_long = [188] * 50, [5] * 2100  # longer than the network has places
    no_text = [[], [end], [end, end], special, special * 20, not_utf8, list(range(128, 256)), too_long]
    return no_text + [[*preparation.encode(text), end] for text in HOSTILE]


class Hostile(PrimeTrainer):
    def _rollouts(self, asked: Sequence[StepQuestion]) -> list[list[int]]:
        rows = rows_of(self.judge.preparation)
        assert self.num_generations == len(rows)
        return [row for _ in asked for row in rows]


class HostileThoughts(PrimeTrainer):
    """What the reasoner thinks before a label is imitated, another for each question."""

    def _sampled(self, prompts: Sequence[Prompt], rollouts: int, temperature: float) -> list[list[int]]:
        rows = rows_of(self.judge.preparation)
        assert len(prompts) == len(rows)
        return rows


ROLLOUTS = len(HOSTILE) + 8


def recipe_of(folder: Path, method: str, **settings: Any) -> PrimeRecipe:
    usual = {
        "steps": 1, "questions": 2, "rollouts": ROLLOUTS, "micro_batch": 4, "new_tokens": 2100,
        "format": "think2seg", "segmenter": str(POCKET / "segmenter"), "bf16": False, "checkpointing": False,
    }  # fmt: skip
    return PrimeRecipe(method, str(folder), SampleSource("-"), **{**usual, **settings})


def trainer_of(
    recipe: PrimeRecipe,
    out: Path,
    kind: type[PrimeTrainer],
    monkeypatch: Any,
    samples: Sequence[Sample] = SAMPLES,
) -> PrimeTrainer:
    monkeypatch.setattr(run, "PrimeTrainer", kind)
    return new_trainer(recipe, samples, out)


@pytest.mark.parametrize(
    ("method", "family"),
    [("mask", "qwen3_vl"), ("mask", "qwen2_5_vl"), ("bop", "qwen3_vl"), ("vision", "qwen3_vl")],
)
def test_no_completion_ends_a_run_or_spoils_its_figures(method, family, tmp_path, monkeypatch):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", family, side_px=SIDE), method)
    trainer = trainer_of(recipe, tmp_path / "out", Hostile, monkeypatch)
    trainer.train()
    lines = [line for line in trainer.state.log_history if "loss" in line]
    assert [line["step"] for line in lines] == [1]
    for line in lines:
        assert all(math.isfinite(value) for value in line.values() if isinstance(value, float)), line
        assert line["reward"] > 0
        assert line["grad_norm"] > 0
    assert all(bool(weight.isfinite().all()) for weight in trainer.model.parameters())


@pytest.mark.parametrize("row", [[], [257]])
def test_silence_on_a_prompt_at_the_limit_teaches_nothing_and_ends_nothing(row, tmp_path, monkeypatch):
    class Silent(PrimeTrainer):
        def _rollouts(self, asked: Sequence[StepQuestion]) -> list[list[int]]:
            return [list(row) for _ in asked for _ in range(self.num_generations)]

    recipe = recipe_of(
        tiny_folder(tmp_path / "tiny", "qwen3_vl", side_px=SIDE), "mask", rollouts=2, micro_batch=2
    )
    long = replace(SAMPLES[0], questions=("Where? " * (MAX_QUESTION_CHARS // 7),))
    trainer = trainer_of(recipe, tmp_path / "out", Silent, monkeypatch, [long, SAMPLES[1]])
    trainer.train()
    assert trainer.state.global_step == 1
    assert all(bool(weight.isfinite().all()) for weight in trainer.model.parameters())


def test_no_thought_of_its_own_ends_an_imitation(tmp_path, monkeypatch):
    folder = tiny_folder(tmp_path / "tiny", "qwen3_vl", side_px=SIDE)
    recipe = recipe_of(
        folder, "supervised", rollouts=1, micro_batch=1, questions=ROLLOUTS, writing=Writing(thoughts="own")
    )
    trainer = trainer_of(recipe, tmp_path / "out", HostileThoughts, monkeypatch, SAMPLES * ROLLOUTS)
    trainer.train()
    (line,) = [line for line in trainer.state.log_history if "loss" in line]
    assert math.isfinite(line["loss"])
    assert math.isfinite(line["grad_norm"])


@pytest.mark.parametrize("place", ["read_completion", "mask_reward", "overlap_of", "mask_targets"])
def test_a_bug_of_ours_stops_the_run(place, tmp_path, monkeypatch):
    def broken(*_: Any, **__: Any) -> None:
        raise TypeError("a bug")

    monkeypatch.setattr(judge, place, broken)
    trainer = trainer_of(
        recipe_of(tiny_folder(tmp_path / "tiny", "qwen3_vl", side_px=SIDE), "mask"),
        tmp_path / "out",
        Hostile,
        monkeypatch,
    )
    with pytest.raises(TypeError, match="a bug"):
        trainer.train()
