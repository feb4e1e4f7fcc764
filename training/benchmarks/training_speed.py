"""Rollouts per second of our training beside TRL's plain GRPOTrainer: same weights, samples, limits, threads.

    python -m askmap.training.benchmarks.training_speed                  # `pocket` on the CPU
    python -m askmap.training.benchmarks.training_speed --device cuda    # a 3B of noise, SAM2.1-small, LoRA

A rollout counts when it was sampled, rewarded and learned from; a first step of each side warms up and is
not counted. The sides take turns, so that a busy machine is busy for both.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from rich.console import Console
from rich.table import Table
from transformers import PrinterCallback, TrainerCallback

from ...backend.engine.protocols import POCKET
from ...backend.formats import SQUARE_PX
from ...backend.models.device import choose_device
from ...backend.reasoner.preprocessing import Preparation
from ...backend.reasoner.qwen import without_bars
from ...backend.segmenter.sam2 import load_segmenter
from ..data.samples import Sample, Samples
from ..options import counted, run_command
from ..rewards.mask import MaskReward
from ..rl.recipe import Lora, PrimeRecipe, SampleSource
from ..rl.run import new_trainer
from ..rl.step_lines import StepLines
from ..synthetic.dataset import SIDE_PX, landscape_samples
from .noise import SMALL, THREE_B, ShownJudge, lay_out_reasoner, lay_out_segmenter, shown_answers
from .plain_trl import RewardFunction, mask_reward_function, plain_trainer

PEER, OURS = "plain TRL", "AskMap"
WARM_STEPS = 1


@dataclass(frozen=True)
class Timing:
    rollouts: int
    seconds: float  # of whole steps
    reward_seconds: float  # of them, for the reward

    @property
    def rate(self) -> float:
        """Rollouts a second."""
        return self.rollouts / self.seconds

    @property
    def reward_share(self) -> float:
        return self.reward_seconds / self.seconds


def total(timings: Sequence[Timing]) -> Timing:
    return Timing(
        sum(timing.rollouts for timing in timings),
        sum(timing.seconds for timing in timings),
        sum(timing.reward_seconds for timing in timings),
    )


@dataclass(frozen=True, eq=False)
class Contest:
    """What all sides train, on what, and where."""

    recipe: PrimeRecipe  # one step more than are counted: the first warms up
    samples: Samples  # as many as the steps ask about, in order; held in memory
    device: torch.device
    noise: bool = False  # the weights are: the reward is shown made-up answers


Side = Callable[[Contest], Timing]


def play_rounds(contest: Contest, sides: Mapping[str, Side], rounds: int) -> dict[str, Timing]:
    """Every side once a round, each round from the same weights."""
    timings: dict[str, list[Timing]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            timings[name].append(side(contest))
            gc.collect()  # a trainer is a circle of references, and on a GPU the next one needs its memory
            if contest.device.type == "cuda":
                torch.cuda.empty_cache()
    return {name: total(parts) for name, parts in timings.items()}


# --- one side ---


class StepClock(TrainerCallback):
    """When each step ended."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self.ends: list[float] = []

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if self._device.type == "cuda":
            torch.cuda.synchronize(self._device)
        self.ends.append(time.perf_counter())


def with_timing(reward: RewardFunction, seconds: list[float]) -> RewardFunction:
    """`reward`, which TRL asks for once a step; what each call took is added to `seconds`."""

    @wraps(reward)
    def timed(**columns: Any) -> list[float | None]:
        began = time.perf_counter()
        values = reward(**columns)
        seconds.append(time.perf_counter() - began)
        return values

    return timed


def plain_side(contest: Contest) -> Timing:
    """The peer."""
    preparation = Preparation.from_folder(Path(contest.recipe.reasoner))
    segmenter = load_segmenter(Path(contest.recipe.segmenter), contest.device)
    judging: list[float] = []
    reward = with_timing(
        mask_reward_function(contest.samples, preparation, segmenter, contest.recipe.mask), judging
    )
    if contest.noise:
        reward = shown_answers(reward, contest.samples, preparation)
    with TemporaryDirectory() as folder:
        trainer = plain_trainer(contest.recipe, contest.samples, reward, Path(folder), contest.device)
        ends = step_ends(trainer, contest.device)
    return timing_of(contest, ends, judging)


def our_side(contest: Contest) -> Timing:
    with TemporaryDirectory() as folder:
        trainer = new_trainer(contest.recipe, contest.samples, Path(folder))
        if contest.noise:
            trainer.judge = ShownJudge(trainer.judge)
        ends = step_ends(trainer, contest.device)
    judging = [line["seconds/judging"] for line in trainer.state.log_history if "seconds/judging" in line]
    return timing_of(contest, ends, judging)


def step_ends(trainer: Any, device: torch.device) -> list[float]:
    """Trains in silence as long as the recipe says; `trainer` is a transformers.Trainer."""
    trainer.remove_callback(PrinterCallback)
    trainer.remove_callback(StepLines)
    clock = StepClock(device)
    trainer.add_callback(clock)
    trainer.train()
    return clock.ends


def timing_of(contest: Contest, ends: Sequence[float], judging: Sequence[float]) -> Timing:
    """Of the steps after those that warm up; `judging` is the reward's seconds, step by step."""
    rollouts = (len(ends) - WARM_STEPS) * contest.recipe.questions * contest.recipe.rollouts
    return Timing(rollouts, ends[-1] - ends[WARM_STEPS - 1], sum(judging[WARM_STEPS:]))


SIDES: Mapping[str, Side] = {PEER: plain_side, OURS: our_side}


# --- what both train ---


def pocket_recipe(steps: int, questions: int, rollouts: int) -> PrimeRecipe:
    return PrimeRecipe(
        method="mask",
        reasoner=str(POCKET / "reasoner"),
        segmenter=str(POCKET / "segmenter"),
        samples=SampleSource("landscapes", "in"),
        steps=WARM_STEPS + steps,
        questions=questions,
        rollouts=rollouts,
        micro_batch=rollouts,  # for the peer as fast as two groups or four, measured
        new_tokens=256,
        bf16=False,
        checkpointing=False,
        mask=MaskReward(fence=False),
    )


def noise_recipe(folder: Path, steps: int, questions: int, rollouts: int) -> PrimeRecipe:
    """LoRA as RemoteReasoner's; 200 new tokens, which noise always writes."""
    return replace(
        pocket_recipe(steps, questions, rollouts),
        reasoner=str(folder / "reasoner"),
        segmenter=str(folder / "segmenter"),
        new_tokens=200,
        bf16=True,
        checkpointing=True,
        lora=Lora(rank=8, alpha=16),
        mask=MaskReward(),
    )


def lessons_of(recipe: PrimeRecipe, side_px: int) -> Samples:
    """Landscapes, drawn and held, so that no side waits for them; the world's things grow with `side_px`."""
    drawn = landscape_samples("in", recipe.steps * recipe.questions, side_px=side_px)
    return [_hold(sample) for sample in drawn]


def _hold(sample: Sample) -> Sample:
    assert sample.read_mask is not None
    picture, mask = sample.read_picture(), sample.read_mask()
    return replace(sample, read_picture=lambda: picture, read_mask=lambda: mask)


# --- the command ---


@without_bars()
def main(argv: Sequence[str] | None = None, sides: Mapping[str, Side] = SIDES) -> int:
    """0, or 2 for what the user can mend."""
    arguments = _arguments(argv)
    torch.set_num_threads(arguments.threads)
    return run_command(lambda: _compare(arguments, sides))


def _compare(arguments: argparse.Namespace, sides: Mapping[str, Side]) -> None:
    device = choose_device(arguments.device)
    with TemporaryDirectory() as folder:
        contest = _contest(arguments, device, Path(folder))
        timings = play_rounds(contest, sides, arguments.rounds)
    if arguments.json:
        print(json.dumps(figures(contest, arguments.threads, timings), indent=2))
    else:
        Console().print(table(timings))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.benchmarks.training_speed", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--rounds", type=counted, default=2, help="how often each side has its turn")
    parser.add_argument("--steps", type=counted, default=3, help="of a turn, after one to warm up")
    parser.add_argument("--questions", type=counted, default=8, help="a step")
    parser.add_argument("--rollouts", type=counted, default=8, help="a question")
    parser.add_argument("--micro-batch", type=counted, help="completions in one pass forth and back")
    parser.add_argument("--threads", type=counted, default=1, help="of the CPU")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    return parser.parse_args(argv)


def _contest(arguments: argparse.Namespace, device: torch.device, folder: Path) -> Contest:
    sizes = arguments.steps, arguments.questions, arguments.rollouts
    noise = device.type == "cuda"
    recipe = noise_recipe(folder, *sizes) if noise else pocket_recipe(*sizes)
    if arguments.micro_batch:
        recipe = replace(recipe, micro_batch=arguments.micro_batch)
    recipe.passes(1)  # refuses what cannot be shared out, before gigabytes are written
    if noise:
        lay_out_reasoner(folder / "reasoner", THREE_B, SQUARE_PX, device)
        lay_out_segmenter(folder / "segmenter", SMALL)
    return Contest(recipe, lessons_of(recipe, SQUARE_PX if noise else SIDE_PX), device, noise)


def figures(contest: Contest, threads: int, timings: Mapping[str, Timing]) -> dict[str, Any]:
    """What --json prints; every side's `ratio` is to the peer."""
    peer = timings[PEER].rate
    counts = ("questions", "rollouts", "micro_batch", "new_tokens")
    return {
        "device": torch.cuda.get_device_name(contest.device) if contest.device.type == "cuda" else "cpu",
        "threads": threads,
        "reasoner": "noise in the shapes of Qwen2.5-VL-3B" if contest.noise else "pocket",
        **{name: getattr(contest.recipe, name) for name in counts},
        "sides": {
            name: asdict(timing) | {"rollouts_per_second": timing.rate, "ratio": timing.rate / peer}
            for name, timing in timings.items()
        },
    }


def table(timings: Mapping[str, Timing]) -> Table:
    shown = Table("", "rollouts", "seconds", "rollouts/s", "of it reward", "ratio")
    for column in shown.columns[1:]:
        column.justify = "right"
    for name, timing in timings.items():
        shown.add_row(
            name,
            f"{timing.rollouts:,}",
            f"{timing.seconds:.1f}",
            f"{timing.rate:.2f}",
            f"{timing.reward_share:.1%}",
            f"{timing.rate / timings[PEER].rate:.2f}",
        )
    return shown


if __name__ == "__main__":
    sys.exit(main())
