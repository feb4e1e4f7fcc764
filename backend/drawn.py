"""What is amiss with a view that QGIS drew: English, as all that the backend says and the history keeps."""

from __future__ import annotations

from collections.abc import Iterable

from .message import Message

LEAST_EMPTY = 0.01  # of the view: narrower seams hide nothing
LEAST_TURN_DEGREES = 1.0  # of the map: less is not seen


def warnings(
    problems: Iterable[str], *, empty_share: float = 0.0, turned_degrees: float = 0.0
) -> tuple[Message, ...]:
    """Of what QGIS could not draw, in its own words, each once; of what a web layer left empty; of north."""
    found = [Message("While drawing: {problem}", problem=text) for text in dict.fromkeys(problems)]
    if empty_share >= LEAST_EMPTY:
        found.append(
            Message(
                "{percent:.0f} % of the view is empty: the web layer has no imagery there.",
                percent=100 * empty_share,
            )
        )
    if abs(turned_degrees) >= LEAST_TURN_DEGREES:
        found.append(
            Message(
                "The map is turned by {degrees:.0f} degrees, so north is not up in this view.",
                degrees=turned_degrees,
            )
        )
    return tuple(found)
