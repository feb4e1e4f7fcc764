"""What a run of reinforcement learning sets: a TOML file, read into frozen classes and checked before anything loads.

Tables of the file are classes here, keys are their fields, and a key that nobody knows is refused with its line.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from .layout import AS_PUBLISHED, Reading
from .recipe import BadRecipe
from .rewards import BopReward, MaskReward, VisionReward

METHODS = ("bop", "mask", "vision", "supervised")
VLLM = ("", "colocate", "server")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Source:
    path: str  # a folder or a file; «landscapes» = generated ones
    split: str = "train"
    layout: str = "auto"
    question: str = "first"  # or "random", drawn anew for each step by the seed
    reading: Reading = AS_PUBLISHED


@dataclass(frozen=True)
class Writing:
    """How labels are written down to be imitated."""

    step: int = 1  # coordinates are rounded to its multiples; 10 for `pocket`
    fence: bool = True  # JSON between ```json and ```; not for `pocket`


@dataclass(frozen=True)
class Lora:
    """Adapters on every linear layer of the language part, and of the tower where it is trained."""

    rank: int = 0  # 0 = all weights are trained
    alpha: int = 16
    dropout: float = 0.0


@dataclass(frozen=True)
class PrimeRecipe:
    """Defaults are Think2Seg-RS's where they are published (arXiv:2512.19302), else as noted."""

    method: str  # which reward: one of METHODS; "supervised" = imitate the labels instead
    reasoner: str  # folder
    samples: Source
    steps: int
    segmenter: str = ""  # folder or .pt file; needed by "mask" alone
    format: str = "auto"  # a name in backend's prompt.FORMATS
    questions: int = 8  # a step, over all processes
    rollouts: int = 16  # a question
    micro_batch: int = 16  # completions in one pass forth and back, a process
    new_tokens: int = 1024  # of one completion, at most
    temperature: float = 1.0
    learning_rate: float = 1e-6
    schedule: str = "constant"  # or "linear", "cosine": as transformers names them
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
    lora: Lora = Lora()
    writing: Writing = Writing()
    bop: BopReward = BopReward()
    mask: MaskReward = MaskReward()
    vision: VisionReward = VisionReward()

    def __post_init__(self) -> None:
        for key, allowed in (
            ("method", METHODS),
            ("vllm", VLLM),
            ("schedule", ("constant", "linear", "cosine")),
        ):
            if getattr(self, key) not in allowed:
                raise BadRecipe(f"«{key}» is {getattr(self, key)!r}, but it should be one of {allowed}.")
        counts = ("steps", "questions", "rollouts", "micro_batch", "new_tokens", "save_every", "keep")
        for key in counts:
            if getattr(self, key) < 1:
                raise BadRecipe(f"«{key}» is {getattr(self, key)}, but it should be at least 1.")
        self._check_rates()
        if self.rollouts < 2 and self.method != "supervised":
            raise BadRecipe("«rollouts» is 1, but a completion is judged against its siblings: 2 at least.")
        if self.micro_batch % self.rollouts and self.rollouts % self.micro_batch:
            raise BadRecipe(
                f"«micro_batch» is {self.micro_batch}, which neither divides {self.rollouts} rollouts nor is a "
                "multiple of them."
            )
        if self.method == "mask" and not self.segmenter:
            raise BadRecipe("The reward «mask» needs a «segmenter», a folder with SAM2.")

    def _check_rates(self) -> None:
        if not 0 < self.learning_rate < 1:
            raise BadRecipe(f"A «learning_rate» of {self.learning_rate} is not between 0 and 1.")
        if self.kl < 0 or self.clip <= 0 or self.temperature <= 0:
            raise BadRecipe("«kl» is at least 0, «clip» and «temperature» are above 0.")

    def passes(self, processes: int) -> int:
        """Micro-batches a step and process; BadRecipe where the questions cannot be shared out evenly."""
        rollouts, share = self.questions * self.rollouts, processes * max(self.micro_batch, self.rollouts)
        if rollouts % share:
            raise BadRecipe(
                f"{self.questions} questions with {self.rollouts} rollouts cannot be shared out evenly to "
                f"{processes} processes in micro-batches of {self.micro_batch}."
            )
        return rollouts // (processes * self.micro_batch)


def read_prime_recipe(path: Path) -> PrimeRecipe:
    """Raises BadRecipe with the file, and the line where a key is to blame."""
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except OSError as error:
        raise BadRecipe(f"The recipe {path} cannot be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRecipe(f"The recipe {path} is not TOML: {error}.") from error
    try:
        return _made(PrimeRecipe, content, "")
    except BadRecipe as error:
        raise BadRecipe(f"{path}{_line_of(str(error), text)}: {error}") from error


def _made(kind: type[Made], content: dict[str, Any], table: str) -> Made:
    """The class with the table's keys as fields, and its tables as classes."""
    kinds = get_type_hints(kind)
    for key in content:
        if key not in kinds:
            raise BadRecipe(f"«{table}{key}» is no key of a recipe.")
    needed = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]  # type: ignore[arg-type]
    missing = [key for key in needed if key not in content]
    if missing:
        raise BadRecipe(f"«{table}{missing[0]}» is missing.")
    return kind(**{key: _value(kinds[key], value, table + key) for key, value in content.items()})


def _value(kind: Any, value: Any, key: str) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(value, dict):
            raise BadRecipe(f"«{key}» should be a table, not {value!r}.")
        return _made(kind, value, f"{key}.")
    wanted = str(kind).replace("<class '", "").replace("'>", "")
    if kind == Path | None and isinstance(value, str):
        return Path(value)
    if kind is float and type(value) is int:
        return float(value)
    if kind in (str, int, float, bool) and type(value) is not kind:
        raise BadRecipe(f"«{key}» should be a {wanted}, not {value!r}.")
    return value


def _line_of(message: str, text: str) -> str:
    """«, line 7» for the first key that the message names and the text holds."""
    named = re.search(r"«([\w.]+)»", message)
    key = named.group(1).split(".")[-1] if named else ""
    for number, line in enumerate(text.splitlines(), start=1):
        if key and re.match(rf"\s*\[?{re.escape(key)}\b", line):
            return f", line {number}"
    return ""
