"""How long a step takes: measured where a network is small enough, else estimated from published rates.

A rollout costs about N * T * F floating-point operations: N parameters, T tokens of picture, prompt and
completion, F = 2 to write it, 6 to learn from it, 2 more where activations are computed again, and 2 for the
reasoner as it was at the start. (Kaplan et al., arXiv:2001.08361: 2 a parameter and token forth, 4 back.)
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from transformers import TrainerCallback
from transformers.trainer_utils import SaveStrategy

from ..data.samples import Samples
from ..rl.recipe import PrimeRecipe
from ..rl.run import new_trainer
from ..rl.step_lines import StepLines

FORTH, FORTH_AND_BACK = 2, 6  # operations a parameter and token

# Rollouts a second and GPU, worked out from published runs of a 3B: slowest and fastest
BY_GENERATE = (0.25, 0.5)  # VLM-R1 0.25 to 0.5, Seg-Zero 0.36, plain TRL 0.3 to 0.5
BY_VLLM = (2.2, 2.7)  # EasyR1; 8 to 23 % of what its GPUs could do
# Of one such rollout: 3.75 billion parameters; 900 tokens of an 840 x 840 picture, 250 of the prompt, 200 new
PUBLISHED = 3.75e9 * (900 + 250 + 200) * (FORTH + FORTH_AND_BACK + FORTH + FORTH)


@dataclass(frozen=True)
class StepTime:
    """Seconds; `at_least` and `at_most` are equal where it was measured."""

    at_least: float
    at_most: float

    def sentence(self, steps: int) -> str:
        first, last = spelled(self.at_least * steps), spelled(self.at_most * steps)
        if self.at_least == self.at_most:
            return f"Time: about {first}, from one real step of {self.at_least:.1f} s here."
        return (
            f"Time: {first} to {last}, an estimate: no step was taken. Published runs of a 3B do "
            f"{BY_GENERATE[0]} to {BY_GENERATE[1]} rollouts/s and GPU with generate, {BY_VLLM[0]} to "
            f"{BY_VLLM[1]} with vLLM; this is scaled by parameters and tokens, with completions as long as "
            "the recipe allows."
        )


def spelled(seconds: float) -> str:
    """«42 s», «13 min», «5.2 h», «3.4 days»."""
    for size, unit in ((86_400, "days"), (3600, "h")):
        if seconds >= 2 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds / 60:.0f} min" if seconds >= 120 else f"{seconds:.0f} s"


def estimate_step_time(recipe: PrimeRecipe, parameters: int, prompt_tokens: int) -> StepTime:
    """Each rollout is taken to read its own prompt, as the published runs do; ours share it."""
    operations = parameters * (prompt_tokens + recipe.new_tokens) * _factor(recipe)
    slowest, fastest = BY_GENERATE if recipe.samples_here else BY_VLLM
    rollouts = recipe.questions * recipe.rollouts / recipe.processes
    published = operations / PUBLISHED * rollouts
    return StepTime(published / fastest, published / slowest)


def _factor(recipe: PrimeRecipe) -> int:
    """Operations a parameter and token."""
    again = FORTH if recipe.checkpointing else 0
    if recipe.imitates:
        return FORTH_AND_BACK + again + (FORTH if recipe.samples_here else 0)
    return FORTH + FORTH_AND_BACK + again + (FORTH if recipe.kl else 0)


def measure_step_time(recipe: PrimeRecipe, samples: Samples) -> StepTime:
    """One real step, after one that warms up; its curves lie in a folder that is gone afterwards."""
    clock = _Clock()
    with TemporaryDirectory() as folder:
        trainer = new_trainer(replace(recipe, steps=2), samples, Path(folder))
        trainer.args.save_strategy = SaveStrategy.NO
        trainer.remove_callback(StepLines)
        trainer.add_callback(clock)
        trainer.train()
    seconds = clock.ends[1] - clock.ends[0]
    return StepTime(seconds, seconds)


class _Clock(TrainerCallback):
    """When each step ended."""

    def __init__(self) -> None:
        self.ends: list[float] = []

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self.ends.append(time.perf_counter())
