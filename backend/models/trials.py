"""What models were worth on this computer: `askmap models try` measures it, recommendations follow from it.

tried.json in AskMap's own folder of models, one entry a pair of models and device; the last trial counts, as
long as the weights are older than it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Optional

from ..atomic import atomic_write, make_folder
from ..errors import ModelBroken
from .weights import is_file, read_json

FILE = "tried.json"
MOST_TRIALS = 1000
WITHIN_S = 60.0  # of the median answer: who waits longer for each one works without it


@dataclass(frozen=True)
class ModelTrial:
    reasoner: str  # its folder
    segmenter: str  # its folder or file
    digest: str  # of the reasoner's weights: another model may lie in the folder by now
    device: str  # such as «cpu: 4 threads, 16.5 GB»
    right: int  # of the bundled real questions
    asked: int
    load_s: float
    answer_s: float  # of the median answer
    tokens_per_s: float
    memory_bytes: Optional[int]  # the most that was taken; None where the system does not say
    created: str  # ISO 8601, UTC

    @property
    def share_right(self) -> float:
        return self.right / self.asked if self.asked else 0.0

    @property
    def is_current(self) -> bool:
        """Whether the models are those that were tried; of a server's nobody can say."""
        made = datetime.fromisoformat(self.created).timestamp()
        return all(_newest(Path(place)) <= made for place in (self.reasoner, self.segmenter))


def read_trials(models: Path) -> tuple[ModelTrial, ...]:
    """Of the folder of models, in order of time; ModelBroken where the file is not as AskMap writes it."""
    file = models / FILE
    if not is_file(file):
        return ()
    try:
        rows = read_json(file).get("trials")
    except ModelBroken as error:
        raise _broken(file) from error
    if not isinstance(rows, list) or len(rows) > MOST_TRIALS:
        raise _broken(file)
    return tuple(_trial(row, file) for row in rows)


def keep_trial(models: Path, trial: ModelTrial) -> None:
    """Instead of an older one of the same models and device. Raises as read_trials, and NotWritten."""
    others = [each for each in read_trials(models) if _pair(each) != _pair(trial)]
    rows = [asdict(each) for each in [*others, trial][-MOST_TRIALS:]]
    make_folder(models)
    with atomic_write(models / FILE) as place:
        place.write_text(json.dumps({"trials": rows}, indent=1) + "\n", encoding="utf-8")


def recommended(trials: Iterable[ModelTrial], within_s: float = WITHIN_S) -> ModelTrial | None:
    """The one that was most often right, of those that answer within a time; of equals the quickest.

    None where none was right in time.
    """
    quick = [trial for trial in trials if trial.right and trial.answer_s <= within_s]
    return max(quick, key=lambda trial: (trial.share_right, -trial.answer_s), default=None)


def _pair(trial: ModelTrial) -> tuple[str, str, str]:
    return trial.reasoner, trial.segmenter, trial.device


def _trial(row: object, file: Path) -> ModelTrial:
    kinds = {field.name: _KINDS[str(field.type)] for field in fields(ModelTrial)}
    if not isinstance(row, dict) or set(row) != set(kinds):
        raise _broken(file)
    if any(isinstance(row[name], bool) or not isinstance(row[name], kind) for name, kind in kinds.items()):
        raise _broken(file)
    try:
        datetime.fromisoformat(row["created"])
    except ValueError as error:
        raise _broken(file) from error
    return ModelTrial(**row)


def _newest(place: Path) -> float:
    """When the weights were last written, in seconds since 1970; 0 for what is no place of this disk."""
    with suppress(OSError, ValueError):
        files = [*place.glob("*.safetensors"), place / "config.json"] if place.is_dir() else [place]
        return max(file.stat().st_mtime for file in files if file.is_file())
    return 0.0


_KINDS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "Optional[int]": (int, type(None)),
}


def _broken(file: Path) -> ModelBroken:
    return ModelBroken(
        "The file {path} is not as AskMap writes it.",
        "Delete it: what was measured is lost then, and can be measured again.",
        path=file,
    )
