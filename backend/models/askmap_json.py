"""askmap.json in a reasoner's folder: what AskMap must know of a model and no file of its family says.

    {"format": "pocket", "coordinates": "thousand", "side_px": 160, "earlier": true,
     "tolerance": 150,                          in thousandths: see backend/reasoner/near_numbers.py
     "unknown": {"words": "I do not know", "share": 0.2},     see backend/reasoner/modesty.py
     "knows": {
        "kinds": ["buildings", "pools"],         what it points at, as the user would call it
        "examples": ["Where are the pools?"],    questions that it understands
        "ground_resolution_m": [0.1, 2.0],       finest and coarsest, in metres a pixel
        "figures": {"gIoU on val": "0.52 (0.49 to 0.55)"}},
     "calibration": {"intercept": 2.5, "mean": 3.0, "thought": 0.2}}    how sure it is: see Calibration

Every key may be left out; of «knows», all but the kinds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..atomic import atomic_write
from ..errors import ModelBroken
from ..stages import Likelihood
from ..text import printable
from .weights import is_file, read_json

COORDINATES = ("absolute", "thousand", "source")
MAX_SIDE_PX = 4096  # a square of more is a mistake: 21,000 tokens
KEYS = ("format", "coordinates", "side_px", "earlier", "tolerance", "unknown", "knows", "calibration")
KNOWS_KEYS = ("kinds", "examples", "ground_resolution_m", "figures")

# What a folder may claim to know, far beyond what ours does
MOST_KINDS, LONGEST_KIND = 100, 60
MOST_EXAMPLES, LONGEST_EXAMPLE = 12, 200
MOST_FIGURES, LONGEST_NAME, LONGEST_FIGURE = 40, 80, 120
COARSEST_M = 100_000.0  # a pixel
FULL = 1000  # thousandths of a picture's side
LONGEST_WORDS = 60  # with which an answer begins
STEEPEST = 1000.0  # any number of a calibration; a token's log-probability differs by some 0.1 to 10


@dataclass(frozen=True)
class Knows:
    """What a reasoner says of itself; texts are on one line and printable, but they are a stranger's."""

    kinds: tuple[str, ...]
    examples: tuple[str, ...] = ()
    ground_resolution_m: tuple[float, float] | None = None  # finest and coarsest, in metres a pixel
    figures: Mapping[str, str] = field(default_factory=dict)  # what was measured: a name, a number as text


@dataclass(frozen=True)
class UnknownWords:
    """How the thought begins of an answer that does not know what was asked for."""

    words: str
    share: float  # 0...1, the probability from which on they are said


@dataclass(frozen=True)
class Calibration:
    """A logistic map from a target's likelihood to the share of such targets that are right.

    Fitted by askmap.training.calibrate. It never falls where a likelihood rises: no weight is negative.
    """

    intercept: float
    mean: float  # the weight of Likelihood.mean
    thought: float  # the weight of Likelihood.thought

    def __post_init__(self) -> None:
        lowest = (-STEEPEST, 0.0, 0.0)
        if not all(low <= number <= STEEPEST for low, number in zip(lowest, asdict(self).values())):
            raise ValueError(f"{self} is no calibration")

    def confidence(self, likelihood: Likelihood) -> float:
        """0...1."""
        logit = self.intercept + self.mean * likelihood.mean + self.thought * likelihood.thought
        return 1 / (1 + math.exp(-logit)) if logit > -STEEPEST / 2 else 0.0


def read_ours(path: Path) -> dict[str, Any]:
    """Some of KEYS, or none where there is no such file; ModelBroken where one cannot be meant.

    "earlier" says whether the model reads the turns before a question; it does where nothing is said.
    """
    ours = read_json(path) if is_file(path) else {}
    is_switch = isinstance(ours.get("earlier", True), bool)
    is_whole = _is_side(ours.get("side_px")) and _is_tolerance(ours.get("tolerance", 1))
    if set(ours) - set(KEYS) or not is_whole or not is_switch:
        raise _broken(path)
    if ours.get("coordinates", "absolute") not in COORDINATES:
        raise ModelBroken("The file {path} names no coordinates that AskMap knows.", path=path)
    if "unknown" in ours:
        unknown_from(ours["unknown"], path)
    if "knows" in ours:
        _knows_from(ours["knows"], path)
    if "calibration" in ours:
        _calibration_from(ours["calibration"], path)
    return ours


def read_knows(folder: Path) -> Knows | None:
    """What the reasoner in a folder says that it knows; None where it says nothing. Raises as read_ours."""
    path = folder / "askmap.json"
    ours = read_ours(path)
    return _knows_from(ours["knows"], path) if "knows" in ours else None


def read_calibration(folder: Path) -> Calibration | None:
    """Of the reasoner in a folder; None where it has none. Raises as read_ours."""
    path = folder / "askmap.json"
    ours = read_ours(path)
    return _calibration_from(ours["calibration"], path) if "calibration" in ours else None


def write_calibration(folder: Path, calibration: Calibration | None) -> None:
    """Instead of the one that the reasoner in the folder may have; None takes it away.

    Raises as read_ours, and NotWritten.
    """
    _change(folder, "calibration", asdict(calibration) if calibration else None)


def write_knows(folder: Path, knows: Knows) -> None:
    """Instead of what the reasoner in the folder may say of itself. Raises as write_calibration."""
    _change(folder, "knows", asdict(knows))


def write_format(folder: Path, format: str) -> None:
    """In which a model was taught to answer; nothing else in its folder says so. As write_calibration."""
    _change(folder, "format", format)


def _change(folder: Path, name: str, value: object) -> None:
    """All else in the file stays; it stays as it is where it would not be read any more."""
    path = folder / "askmap.json"
    ours = read_ours(path)
    new = {key: kept for key, kept in ours.items() if key != name} | ({name: value} if value else {})
    if new == ours:
        return
    with atomic_write(path) as place:
        place.write_text(json.dumps(new, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        read_ours(place)


def _is_side(side: object) -> bool:
    """None keeps the picture's aspect."""
    return side is None or (type(side) is int and 0 < side <= MAX_SIDE_PX)


def _is_tolerance(thousandths: object) -> bool:
    return type(thousandths) is int and 0 < thousandths <= FULL


def unknown_from(content: object, path: Path) -> UnknownWords:
    """Of the key «unknown»; ModelBroken where that cannot be meant."""
    if not isinstance(content, dict) or set(content) != {"words", "share"}:
        raise _broken(path)
    words, share = _texts([content["words"]], 1, LONGEST_WORDS, path)[0], content["share"]
    if not _is_number(share) or not 0 < share <= 1:
        raise _broken(path)
    return UnknownWords(words, float(share))


def _knows_from(content: object, path: Path) -> Knows:
    if not isinstance(content, dict) or set(content) - set(KNOWS_KEYS) or not content.get("kinds"):
        raise _broken(path)
    figures = content.get("figures", {})
    if not isinstance(figures, dict):
        raise _broken(path)
    names = _texts(list(figures), MOST_FIGURES, LONGEST_NAME, path)
    return Knows(
        _texts(content["kinds"], MOST_KINDS, LONGEST_KIND, path),
        _texts(content.get("examples", []), MOST_EXAMPLES, LONGEST_EXAMPLE, path),
        _resolutions(content["ground_resolution_m"], path) if "ground_resolution_m" in content else None,
        dict(zip(names, _texts(list(figures.values()), MOST_FIGURES, LONGEST_FIGURE, path))),
    )


def _texts(listed: object, most: int, longest: int, path: Path) -> tuple[str, ...]:
    """On one line each, without letters that no window shows."""
    if not isinstance(listed, list) or len(listed) > most:
        raise _broken(path)
    texts = tuple(" ".join(printable(text).split()) for text in listed if isinstance(text, str))
    if len(texts) != len(listed) or not all(0 < len(text) <= longest for text in texts):
        raise _broken(path)
    return texts


def _resolutions(pair: object, path: Path) -> tuple[float, float]:
    if not isinstance(pair, list) or len(pair) != 2 or not all(map(_is_resolution, pair)):
        raise _broken(path)
    finest, coarsest = map(float, pair)
    if finest > coarsest:
        raise _broken(path)
    return finest, coarsest


def _is_resolution(value: object) -> bool:
    return _is_number(value) and 0 < value <= COARSEST_M  # type: ignore[operator]


def _calibration_from(content: object, path: Path) -> Calibration:
    names = set(Calibration.__annotations__)
    if not isinstance(content, dict) or set(content) != names or not all(map(_is_number, content.values())):
        raise _broken(path)
    try:
        return Calibration(**{name: float(number) for name, number in content.items()})
    except (ValueError, OverflowError) as error:
        raise _broken(path) from error


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _broken(path: Path) -> ModelBroken:
    return ModelBroken("The file {path} is not as AskMap writes it.", path=path)
