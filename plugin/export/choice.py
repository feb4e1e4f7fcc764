"""The last choices in the export dialog, kept in the settings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED
from ...backend.outputs.formats import DEFAULT, FORMATS
from ..language import tr
from ..number_format import number
from ..settings import read_into, write_fields
from .shaping import Shaping

BRANCH = "export/"  # under AskMap's settings
STATES = {  # what is exported, by a word for it
    "accepted": (ACCEPTED,),
    "open": (ACCEPTED, OPEN),
    "all": (ACCEPTED, OPEN, REJECTED),
}


class Corners(str, Enum):
    """What becomes of an outline's corners. As text, it is what the settings hold."""

    PLAIN = "plain"
    SMOOTH = "smooth"
    RIGHT = "right"

    __str__ = str.__str__


@dataclass(frozen=True)
class Choice:
    form: str = DEFAULT
    states: str = "accepted"  # a key of STATES
    folder: str = ""  # "" = the project's
    connection: str = ""
    schema: str = "public"
    appends: bool = False
    crs: str = ""  # such as EPSG:4326; "" = the scene's
    left_out: str = ""  # columns, with spaces between
    simplify_m: float = 0.0
    corners: Corners = Corners.PLAIN
    holes_m2: float = 0.0
    least_m2: float = 0.0
    previews: bool = True
    adds: bool = True  # to the project

    def __post_init__(self) -> None:
        choices = ((self.form, FORMATS), (self.states, STATES))
        for value, allowed in choices:
            if value not in allowed:
                raise ValueError(f"«{value}» is none of {', '.join(allowed)}")
        self.shaping()

    def shaping(self) -> Shaping:
        smooth, right = self.corners == Corners.SMOOTH, self.corners == Corners.RIGHT
        return Shaping(self.simplify_m, smooth, right, self.holes_m2, self.least_m2)


def kept_texts(last: Choice, now: Choice) -> list[str]:
    """What of `now` is as it was last time, and not as usual; the place stands in its field."""
    usual = Choice()
    return [
        text for name, text in _texts(now).items() if vars(now)[name] == vars(last)[name] != vars(usual)[name]
    ]


def _texts(choice: Choice) -> dict[str, str]:
    """By the name of the field."""
    corners = {Corners.SMOOTH: tr("smooth corners"), Corners.RIGHT: tr("right angles")}
    accepted_too = {"open": tr("open targets too"), "all": tr("open and rejected targets too")}
    holes, least = number(choice.holes_m2, ",g"), number(choice.least_m2, ",g")
    simplify = number(choice.simplify_m, ",g")
    return {
        "form": FORMATS[choice.form].name,
        "states": accepted_too.get(choice.states, ""),
        "crs": choice.crs,
        "left_out": tr("%n column(s) left out", len(choice.left_out.split())),
        "simplify_m": tr("simplified by up to {size} m").format(size=simplify),
        "corners": corners.get(choice.corners, ""),
        "holes_m2": tr("holes below {size} m² filled").format(size=holes),
        "least_m2": tr("parts below {size} m² left out").format(size=least),
        "adds": tr("not added to the map"),
    }


def read_choice() -> Choice:
    return read_into(Choice(), BRANCH)


def write_choice(choice: Choice) -> None:
    write_fields(choice, BRANCH)
