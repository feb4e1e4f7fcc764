"""What a run tells the user: a bar, and a line a step; TensorBoard gets the same figures."""

from __future__ import annotations

import atexit
import time
from typing import Any

import torch
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from transformers import TrainerCallback

from .recipe import PrimeRecipe


class StepLines(TrainerCallback):
    """`reward` is the mean of all terms together; the time of a step is that of the process that tells it."""

    def __init__(self, recipe: PrimeRecipe) -> None:
        self._recipe = recipe
        self._console = Console()
        self._bar = Progress(
            TextColumn("Training"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self._console,
        )
        self._began = 0.0

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if state.is_world_process_zero:
            atexit.register(self._bar.stop)  # an error would leave the window without its cursor
            self._bar.start()
            self._task = self._bar.add_task("", total=state.max_steps, completed=state.global_step)

    def on_step_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._began = time.perf_counter()

    def on_log(self, args: Any, state: Any, control: Any, **arguments: Any) -> None:
        logs: dict[str, Any] = arguments["logs"]
        if state.is_world_process_zero and "train_runtime" not in logs:
            seconds = time.perf_counter() - self._began
            self._bar.update(self._task, completed=state.global_step)
            line = step_line(state.global_step, logs, seconds, self._recipe)
            self._console.print(line, highlight=False, markup=False, soft_wrap=True)

    def on_train_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._bar.stop()


def step_line(step: int, logs: dict[str, Any], seconds: float, recipe: PrimeRecipe) -> str:
    """«step 12 · loss 0.0123 · reward 2.31 (box_iou 0.4, …) · kl 0.001 · …»."""
    parts = [f"step {step}", f"loss {float(logs.get('loss', 0.0)):.4f}"]
    if "reward" in logs:
        terms = ", ".join(
            f"{key[7:]} {value:.2f}" for key, value in logs.items() if key.startswith("reward/")
        )
        parts.append(f"reward {logs['reward']:.3f} ({terms})")
        parts.append(f"flat groups {logs['flat_groups']:.0%}")
    if "kl" in logs:
        parts.append(f"kl {logs['kl']:.4f}")
    parts.append(f"length {logs.get('length', 0):.0f}")
    if "reward" in logs:
        rollouts = recipe.questions * recipe.rollouts
        parts.append(f"{rollouts / seconds:.2f} rollouts/s")
        parts.append(f"reward {logs['seconds/judging'] / seconds:.1%} of the time")
    return " · ".join(parts + _gpu())


def _gpu() -> list[str]:
    """The most memory of this process so far, where there is a GPU."""
    if not torch.cuda.is_available():
        return []
    return [f"GPU {torch.cuda.max_memory_allocated() / 2**30:.1f} GiB"]
