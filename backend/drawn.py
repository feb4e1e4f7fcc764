"""What is amiss with a view that QGIS drew: English, as all that the backend says and the history keeps."""

from __future__ import annotations

from collections.abc import Iterable


def warnings(problems: Iterable[str]) -> tuple[str, ...]:
    """Of what QGIS could not draw, in its own words; each once."""
    return tuple(f"While drawing: {problem}" for problem in dict.fromkeys(problems))
