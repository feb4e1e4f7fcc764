"""What models were worth on this computer, as `askmap models try` measured it.

tried.json in AskMap's own folder of models, one entry a pair of models and device; the last trial counts.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Optional

from ..atomic import atomic_write
from ..errors import ModelBroken
from .weights import is_file, read_json

FILE = "tried.json"
MOST_TRIALS = 1000


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


def read_trials(models: Path) -> tuple[ModelTrial, ...]:
    """Of the folder of models, in order of time; ModelBroken where the file is not as AskMap writes it."""
    file = models / FILE
    if not is_file(file):
        return ()
    rows = read_json(file).get("trials")
    if not isinstance(rows, list) or len(rows) > MOST_TRIALS:
        raise _broken(file)
    return tuple(_trial(row, file) for row in rows)


def keep_trial(models: Path, trial: ModelTrial) -> None:
    """Instead of an older one of the same models and device. Raises as read_trials, and NotWritten."""
    others = [each for each in read_trials(models) if _pair(each) != _pair(trial)]
    rows = [asdict(each) for each in [*others, trial][-MOST_TRIALS:]]
    with atomic_write(models / FILE) as place:
        place.write_text(json.dumps({"trials": rows}, indent=1) + "\n", encoding="utf-8")


def _pair(trial: ModelTrial) -> tuple[str, str, str]:
    return trial.reasoner, trial.segmenter, trial.device


def _trial(row: object, file: Path) -> ModelTrial:
    kinds = {field.name: _KINDS[str(field.type)] for field in fields(ModelTrial)}
    if not isinstance(row, dict) or set(row) != set(kinds):
        raise _broken(file)
    if any(isinstance(row[name], bool) or not isinstance(row[name], kind) for name, kind in kinds.items()):
        raise _broken(file)
    return ModelTrial(**row)


_KINDS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "Optional[int]": (int, type(None)),
}


def _broken(file: Path) -> ModelBroken:
    return ModelBroken("The file {path} is not as AskMap writes it.", path=file)
