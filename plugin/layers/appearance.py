"""How much of the targets of answers the map shows: the view of the user, not a part of the answers."""

from __future__ import annotations

from dataclasses import dataclass

from ..settings import read_into, write_fields

BRANCH = "appearance/"  # of the settings
OPACITIES = (10, 27, 50, 75, 100)  # percent that are offered


@dataclass(frozen=True)
class Appearance:
    opacity: int = 27  # percent, of what fills a target; its edge is always opaque
    outlines_only: bool = False
    accepted_only: bool = False  # and then neither boxes nor points

    def __post_init__(self) -> None:
        if not 0 <= self.opacity <= 100:
            raise ValueError(f"{self.opacity} % is no opacity")

    @property
    def alpha(self) -> int:
        """Of 255."""
        return 0 if self.outlines_only else round(2.55 * self.opacity)


def read_appearance() -> Appearance:
    return read_into(Appearance(), BRANCH)


def write_appearance(appearance: Appearance) -> None:
    write_fields(appearance, BRANCH)
