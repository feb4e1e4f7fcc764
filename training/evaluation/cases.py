"""Cases: a question, its answer and scores, one line of JSON each, so that a stopped run can go on.

A run's folder holds settings.json and cases.jsonl, and cases-<number>.jsonl of each of several processes.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...backend.atomic import PREFIX, atomic_write, make_folder
from ...backend.errors import NotWritten
from ..data.samples import OUTSIDE, BadData, Mask
from .scoring import POLICIES, Score

CASES, SETTINGS = "cases.jsonl", "settings.json"
LETTERS = 4000  # of what a model wrote that are kept; an answer of 2,048 tokens may have twice as many
MOST_PIXELS = 1 << 28  # of a kept mask: 16,384 x 16,384


@dataclass(frozen=True)
class Case:
    """One question answered, or not; boxes are x0, y0, x1, y1 in pixels of the picture."""

    name: str  # of its Sample
    kind: str
    question: str
    expects: bool  # the truth has a pixel
    found: int | None  # targets; None = unreadable
    scores: dict[str, Score]  # by policy, all of them
    seconds: float
    thought: str = ""
    raw: str = ""  # what the model wrote, cut to LETTERS
    error: str = ""  # why it could not be read
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    size: tuple[int, int] = (1, 1)  # height, width of the picture
    mask: str = ""  # packed(everything that was found)
    is_unknown: bool = False  # the reasoner said that it does not know what was asked for

    @property
    def readable(self) -> bool:
        return self.found is not None

    @property
    def says_none(self) -> bool:
        """«It is not there», which «I do not know» is not."""
        return self.found == 0 and not self.is_unknown

    @property
    def is_outside(self) -> bool:
        """Asks for what no label of its set knows: «I do not know» is right."""
        return self.kind == OUTSIDE


def packed(mask: Mask) -> str:
    """A mask in letters; `unpacked` turns it back."""
    return base64.b64encode(zlib.compress(np.packbits(mask).tobytes())).decode("ascii")


def unpacked(text: str, size: tuple[int, int]) -> Mask:
    """(H, W) for size (H, W); all False for ""; ValueError when it does not fit."""
    pixels = size[0] * size[1]
    if not 0 < pixels <= MOST_PIXELS:
        raise ValueError(f"no mask has {size[0]} x {size[1]} pixels")
    if not text:
        return np.zeros(size, np.bool_)
    needed = (pixels + 7) // 8
    try:
        content = zlib.decompressobj().decompress(base64.b64decode(text, validate=True), needed + 1)
    except zlib.error as error:
        raise ValueError("the mask is damaged") from error
    if len(content) != needed:
        raise ValueError(f"the mask does not have {size[0]} x {size[1]} pixels")
    bits = np.unpackbits(np.frombuffer(content, np.uint8), count=pixels)
    return bits.reshape(size).astype(np.bool_)


def append_case(case: Case, path: Path) -> None:
    """Raises NotWritten."""
    try:
        with path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(asdict(case)) + "\n")
    except OSError as error:
        raise NotWritten("{path} cannot be written: {reason}.", path=path, reason=error.strerror) from error


def gather_cases(folder: Path) -> dict[str, Case]:
    """All cases of a run's folder by name, brought together into cases.jsonl; raises BadData or NotWritten.

    A last line that was cut off is dropped; of two cases of one name the later one stays.
    """
    parts = sorted(folder.glob("cases-*.jsonl"))
    cases = {case.name: case for path in (folder / CASES, *parts) if path.is_file() for case in _read(path)}
    write_cases(cases.values(), folder)
    for part in parts:
        part.unlink()
    return cases


def read_cases(folder: Path) -> dict[str, Case]:
    """By name; raises BadData."""
    path = folder / CASES
    if not path.is_file():
        raise BadData(
            "{folder} holds no {name}.",
            "Name a folder that askmap evaluate has written.",
            folder=folder,
            name=CASES,
        )
    return {case.name: case for case in _read(path)}


def write_cases(cases: Iterable[Case], folder: Path) -> None:
    """Raises NotWritten, and leaves the older file as it was."""
    with atomic_write(folder / CASES) as place:
        place.write_text("".join(json.dumps(asdict(case)) + "\n" for case in cases), encoding="utf-8")


def _read(path: Path) -> Iterator[Case]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.endswith(b"\n"):
                yield _case(line, f"{path}, line {number},")


def _case(line: bytes, place: str) -> Case:
    try:
        case = _case_from(json.loads(line))
        unpacked(case.mask, case.size)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadData("{place} holds no case of askmap evaluate.", place=place) from error
    return case


def _case_from(content: dict[str, Any]) -> Case:
    height, width = map(int, content["size"])
    found = content["found"]
    return Case(
        name=str(content["name"]),
        kind=str(content["kind"]),
        question=str(content["question"]),
        expects=bool(content["expects"]),
        found=None if found is None else int(found),
        scores={name: _score_from(content["scores"][name]) for name in POLICIES},
        seconds=float(content["seconds"]),
        thought=str(content["thought"]),
        raw=str(content["raw"]),
        error=str(content["error"]),
        boxes=tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in content["boxes"]),
        size=(height, width),
        mask=str(content["mask"]),
        is_unknown=bool(content.get("is_unknown", False)),
    )


def _score_from(content: dict[str, Any]) -> Score:
    iou = None if content["iou"] is None else float(content["iou"])
    if iou is not None and not 0 <= iou <= 1:
        raise ValueError(f"no IoU is {iou}")
    both, either = int(content["intersection"]), int(content["union"])
    return Score(both, either, iou, bool(content["summed"]), bool(content["drawn"]))


def begin_run(folder: Path, settings: dict[str, str]) -> None:
    """Makes the folder, or finds it begun with the same settings; NotWritten, also for other settings.

    Also where other things lie in it: a report would take the place of one that has its name.
    """
    make_folder(folder)
    if (folder / SETTINGS).is_file():
        _compare_settings(folder, settings)
    elif any(not path.name.startswith(PREFIX) for path in folder.iterdir()):
        raise NotWritten(
            "{folder} is not empty.", "Choose another folder with --out, or a new one.", folder=folder
        )
    else:
        with atomic_write(folder / SETTINGS) as place:
            place.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")


def _compare_settings(folder: Path, settings: dict[str, str]) -> None:
    before = read_settings(folder)
    other = [name for name in settings if settings[name] != before.get(name)]
    if other:
        raise NotWritten(
            "{folder} holds a run with other settings: {names}.",
            "Choose another folder with --out, or ask again what was asked there.",
            folder=folder,
            names=", ".join(other),
        )


def read_settings(folder: Path) -> dict[str, str]:
    """Raises BadData."""
    path = folder / SETTINGS
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadData("{path} cannot be read as the settings of a run.", path=path) from error
    if not isinstance(content, dict):
        raise BadData("{path} holds no settings of a run.", path=path)
    return {str(name): str(value) for name, value in content.items()}
