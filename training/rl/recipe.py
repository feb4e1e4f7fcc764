"""What a run of reinforcement learning sets: a TOML file, read into frozen classes, checked before all else.

Tables of the file are classes here, keys are their fields, and an unknown key is refused with its line
(recipe_file.py).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path

from ...backend.formats import FORMATS
from ...backend.validation import shown
from ..data.reading import AS_PUBLISHED, ReadOptions
from ..recipe_file import BadRecipe, read_as
from ..rewards.bop import BopReward
from ..rewards.mask import MaskReward
from ..rewards.vision import VisionReward

METHODS = ("bop", "mask", "vision", "supervised")
THOUGHTS = ("label", "none", "own")
VLLM = ("", "colocate", "server")
SCHEDULES = ("constant", "linear", "cosine")
MOST = 10**9  # of anything that is counted
SEEDS = 2**32  # numpy's


def _check_choice(key: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        choices = ", ".join(f"'{each}'" for each in allowed)
        raise BadRecipe(
            "«{key}» is {value}, but it should be one of {choices}.",
            key=key,
            value=shown(repr(value)),
            choices=choices,
        )


def _check_count(key: str, value: int, *, least: int = 1) -> None:
    if not least <= value <= MOST:
        raise BadRecipe(
            "«{key}» is {value}, but it should be at least {least} and at most {most:,}.",
            key=key,
            value=value,
            least=least,
            most=MOST,
        )


def _check_number(key: str, value: float, is_right: bool, wanted: str) -> None:
    if not is_right or not math.isfinite(value):
        raise BadRecipe("«{key}» is {value}, but it should be {wanted}.", key=key, value=value, wanted=wanted)


@dataclass(frozen=True)
class SampleSource:
    """[samples], or several [[samples]] whose sets follow each other."""

    path: str  # a folder or a file; «landscapes» = generated ones
    split: str = "train"
    layout: str = "auto"
    question: str = "first"  # or "random", drawn anew for each step by the seed
    reading: ReadOptions = AS_PUBLISHED
    more: tuple[SampleSource, ...] = ()

    def __post_init__(self) -> None:
        _check_choice("question", self.question, ("first", "random"))
        if not self.path.strip():
            raise BadRecipe("«path» is empty, but it should be a folder or a file.")
        if any(each.question != self.question for each in self.more):
            raise BadRecipe("All [[samples]] have the same «question», because a run asks in one way.")

    @property
    def all(self) -> tuple[SampleSource, ...]:
        return (replace(self, more=()), *self.more)


@dataclass(frozen=True)
class Writing:
    """How labels are written down to be imitated."""

    step: int = 1  # coordinates are rounded to its multiples; 10 for `pocket`
    fence: bool = True  # JSON between ```json and ```; not for `pocket`
    thoughts: str = "label"  # with its reasoning, where it has one; "none"; "own" = the reasoner's

    def __post_init__(self) -> None:
        _check_choice("thoughts", self.thoughts, THOUGHTS)
        _check_count("step", self.step)


@dataclass(frozen=True)
class Lora:
    """Adapters on every linear layer of the language part, and of the tower where it is trained."""

    rank: int = 0  # 0 = all weights are trained
    alpha: int = 16
    dropout: float = 0.0

    def __post_init__(self) -> None:
        _check_count("rank", self.rank, least=0)
        _check_count("alpha", self.alpha)
        _check_number("dropout", self.dropout, 0 <= self.dropout < 1, "from 0 up and below 1")


@dataclass(frozen=True)
class PrimeRecipe:
    """Defaults are Think2Seg-RS's where they are published (arXiv:2512.19302), else as noted."""

    method: str  # which reward: one of METHODS; "supervised" = imitate the labels instead
    reasoner: str  # folder
    samples: SampleSource
    steps: int = 0  # either these
    epochs: float = 0.0  # or so many times all samples
    segmenter: str = ""  # folder or .pt file; needed by "mask" alone
    format: str = "auto"  # a name in backend's formats.FORMATS
    questions: int = 8  # ours; a step, over all processes
    rollouts: int = 16  # a question
    micro_batch: int = 16  # completions in one pass forth and back, a process
    new_tokens: int = 1024  # of one completion, at most
    temperature: float = 1.0
    learning_rate: float = 1e-6
    schedule: str = "constant"  # ours; or "linear", as published, "cosine": as transformers names them
    warm_steps: int = 0
    weight_decay: float = 0.0
    gradient_norm: float = 1.0  # longer ones are shortened to it
    kl: float = 0.001  # weight of the k3 estimate of the divergence from the reasoner at the start
    clip: float = 0.2
    by_deviation: bool = True  # advantages are divided by the group's deviation + 1e-4
    train_tower: bool = True  # vision is trained too
    bf16: bool = True
    checkpointing: bool = True  # activations are computed again: less memory, a third more time
    seed: int = 0
    save_every: int = 50  # steps
    keep: int = 2  # checkpoints
    vllm: str = ""  # rollouts through vLLM: "colocate", or "server" at vllm_server
    vllm_server: str = "http://127.0.0.1:8000"
    vllm_memory: float = 0.3  # share of a GPU's memory that a colocated vLLM takes
    processes: int = 1  # that the recipe is meant for; a step is the same with any other number
    lora: Lora = Lora()
    writing: Writing = Writing()
    bop: BopReward = BopReward()
    mask: MaskReward = MaskReward()
    vision: VisionReward = VisionReward()

    def __post_init__(self) -> None:
        _check_choice("method", self.method, METHODS)
        _check_choice("schedule", self.schedule, SCHEDULES)
        _check_choice("vllm", self.vllm, VLLM)
        _check_choice("format", self.format, ("auto", *FORMATS))
        for key in ("questions", "rollouts", "micro_batch", "new_tokens", "save_every", "keep", "processes"):
            _check_count(key, getattr(self, key))
        _check_count("warm_steps", self.warm_steps, least=0)
        if not 0 <= self.seed < SEEDS:
            raise BadRecipe(
                "«seed» is {seed}, but it should be from 0 up and below {seeds}.", seed=self.seed, seeds=SEEDS
            )
        self._check_length()
        self._check_rates()
        self._check_method()
        self.passes(self.processes)

    def _check_length(self) -> None:
        _check_count("steps", self.steps, least=0)
        _check_number("epochs", self.epochs, self.epochs >= 0, "from 0 up")
        if (self.steps == 0) == (self.epochs == 0):
            raise BadRecipe("Either «steps» or «epochs» says how long to train, and is above 0.")

    def _check_rates(self) -> None:
        _check_number("learning_rate", self.learning_rate, 0 < self.learning_rate < 1, "between 0 and 1")
        _check_number("vllm_memory", self.vllm_memory, 0 < self.vllm_memory < 1, "between 0 and 1")
        for key in ("clip", "temperature", "gradient_norm"):
            _check_number(key, getattr(self, key), getattr(self, key) > 0, "above 0")
        for key in ("kl", "weight_decay"):
            _check_number(key, getattr(self, key), getattr(self, key) >= 0, "from 0 up")

    def _check_method(self) -> None:
        if not self.reasoner.strip():
            raise BadRecipe("«reasoner» is empty, but it should be a folder.")
        if self.rollouts < 2 and not self.imitates:
            raise BadRecipe("«rollouts» is 1, but a completion is judged against its siblings: 2 at least.")
        if self.micro_batch % self.rollouts and self.rollouts % self.micro_batch:
            raise BadRecipe(
                "«micro_batch» is {micro_batch}, which neither divides the "
                "{rollouts} «rollouts» nor is a multiple of them.",
                micro_batch=self.micro_batch,
                rollouts=self.rollouts,
            )
        if self.imitates and self.micro_batch % self.rollouts:
            raise BadRecipe("«micro_batch» is no multiple of «rollouts», but a label is imitated as a whole.")
        if self.method == "mask" and not self.segmenter.strip():
            raise BadRecipe("«method» is 'mask', which needs a «segmenter», a folder with SAM2.")

    @property
    def imitates(self) -> bool:
        """Whether labels are imitated; every other method samples completions and rewards them."""
        return self.method == "supervised"

    @property
    def samples_here(self) -> bool:
        """Whether completions, or the thoughts before labels, are written by transformers in this process."""
        return self.writing.thoughts == "own" if self.imitates else not self.vllm

    def for_samples(self, samples: int) -> PrimeRecipe:
        """With its epochs as steps, for a set of so many samples; BadRecipe where they do not fill one step.

        What is left over when an epoch's questions are shared out to steps is left out, as TRL does.
        """
        each = samples // self.questions
        if not each:
            raise BadRecipe(
                "A step asks {questions} questions, but there are only {samples} samples.",
                "Lower «questions» in the recipe, or add samples.",
                questions=self.questions,
                samples=samples,
            )
        if not self.epochs:
            return self
        return replace(self, steps=max(1, round(self.epochs * each)), epochs=0.0)

    def passes(self, processes: int) -> int:
        """Micro-batches a step and process; BadRecipe where the questions cannot be shared out evenly."""
        rollouts, share = self.questions * self.rollouts, processes * max(self.micro_batch, self.rollouts)
        if rollouts % share:
            raise BadRecipe(
                "{questions} «questions» with {rollouts} «rollouts» cannot be shared out evenly to "
                "{processes} «processes» in passes of {micro_batch}, the «micro_batch».",
                questions=self.questions,
                rollouts=self.rollouts,
                processes=processes,
                micro_batch=self.micro_batch,
            )
        return rollouts // (processes * self.micro_batch)


def read_prime_recipe(path: Path) -> PrimeRecipe:
    """Raises BadRecipe with the file, and the line of what is wrong."""
    return read_as(PrimeRecipe, path)
