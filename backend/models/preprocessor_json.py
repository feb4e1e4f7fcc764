"""preprocessor_config.json and the picture's numbers of config.json: none of them may be huge."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import BadData, ModelBroken
from ..validation import numbers, short_repr

# What a folder may claim, far beyond what published models do
MOST_PATCH_PX, MOST_MERGED = 64, 8
MOST_PIXELS = 1 << 26  # published ones say 2^24 at most
MOST_FEWEST = 1 << 22  # a small picture is enlarged to as many
LEAST_SPREAD = 1e-3  # of colours


def pixels_of(images: Mapping[str, Any], name: str, edge: str, default: int, most: int, file: Path) -> int:
    """Older folders say min_pixels, newer ones size.shortest_edge; both count pixels."""
    size = images.get("size")
    sides = size if isinstance(size, dict) else {}
    found = {name: images.get(name) or sides.get(edge) or sides.get(name) or default}
    return whole_of(found, name, default, most, file)


def whole_of(parts: Mapping[str, Any], name: str, default: int, most: int, file: Path) -> int:
    number = parts.get(name, default)
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number <= most:
        raise ModelBroken(
            "The file {file} has the value {value} for «{name}», which no model has.",
            file=file,
            value=short_repr(number),
            name=name,
        )
    return number


def colours_of(
    images: Mapping[str, Any], name: str, default: tuple[float, ...], least: float, file: Path
) -> tuple[float, ...]:
    """Of red, green and blue: shares of the whole range."""
    found = images.get(name, default)
    try:
        three = numbers(found, 3, name)
    except BadData as error:
        raise ModelBroken(
            "The file {file} has the value {value} for «{name}», which no model has.",
            file=file,
            value=short_repr(found),
            name=name,
        ) from error
    if not all(least <= share <= 1 for share in three):
        raise ModelBroken(
            "The file {file} has the value {value} for «{name}», which no model has.",
            file=file,
            value=short_repr(found),
            name=name,
        )
    return three
