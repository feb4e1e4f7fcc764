"""askmap.json in a reasoner's folder: what AskMap must know of a model and no file of its family says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import ModelBroken
from .weights import is_file, read_json

COORDINATES = ("absolute", "thousand", "source")
MAX_SIDE_PX = 4096  # a square of more is a mistake: 21,000 tokens
KEYS = ("format", "coordinates", "side_px", "earlier")


def read_ours(path: Path) -> dict[str, Any]:
    """Some of KEYS, or none where there is no such file; ModelBroken where one cannot be meant.

    "earlier" says whether the model reads the turns before a question; it does where nothing is said.
    """
    ours = read_json(path) if is_file(path) else {}
    is_switch = isinstance(ours.get("earlier", True), bool)
    if set(ours) - set(KEYS) or not _is_side(ours.get("side_px")) or not is_switch:
        raise ModelBroken("The file {path} is not as AskMap writes it.", path=path)
    if ours.get("coordinates", "absolute") not in COORDINATES:
        raise ModelBroken("The file {path} names no coordinates that AskMap knows.", path=path)
    return ours


def _is_side(side: object) -> bool:
    """None keeps the picture's aspect."""
    return side is None or (type(side) is int and 0 < side <= MAX_SIDE_PX)
