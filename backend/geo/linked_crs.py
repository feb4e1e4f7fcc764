"""GeoJSON whose coordinate system is a link: GDAL would fetch it while it opens the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MOST_BYTES = 2**26  # of a file that is read whole; what has both words in it is small, as a rule
_PIECE_BYTES = 2**20
_SPAN = 40  # bytes that a word has at most, each letter as \u0063


def _escapable(letters: str) -> str:
    """In any spelling that a JSON reader takes for it."""
    return "".join(
        rf"(?:{each}|{each.upper()}|\\u00{ord(each):x}|\\u00{ord(each.upper()):x})" for each in letters
    )


_CRS = re.compile(f"""["']{_escapable("crs")}["']""".encode(), re.IGNORECASE)
_LINK = re.compile(f"""["'](?:{_escapable("link")}|{_escapable("url")})""".encode(), re.IGNORECASE)


def has_linked_crs(path: Path) -> bool:
    """Whether it may have one: also where it cannot be told."""
    found = {pattern for piece in _pieces(path) for pattern in (_CRS, _LINK) if pattern.search(piece)}
    return len(found) == 2 and _is_linked(path)


def _is_linked(path: Path) -> bool:
    content = b"".join(_pieces(path, overlap=0, most=MOST_BYTES + 1))
    if len(content) > MOST_BYTES:
        return True
    try:
        return any(map(_names_link, _objects(json.loads(content.decode("utf-8-sig")))))
    except (ValueError, RecursionError):
        return True


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _names_link(thing: dict[str, Any]) -> bool:
    systems = (value for key, value in thing.items() if key.lower() == "crs" and isinstance(value, dict))
    kinds = (kind for crs in systems for key, kind in crs.items() if key.lower() == "type")
    return any(str(kind).lower().startswith(("link", "url")) for kind in kinds)


def _pieces(path: Path, overlap: int = _SPAN, most: int = 2**62) -> Iterator[bytes]:
    """Each begins with the end of the one before."""
    with path.open("rb") as file:
        end, total = b"", 0
        while total < most and (piece := file.read(_PIECE_BYTES)):
            total += len(piece)
            yield end + piece
            end = piece[-overlap:] if overlap else b""
