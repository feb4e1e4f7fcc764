"""Questions about generated landscapes: each names what a thing is good for, not what it is.

The wordings of `in` are few; `wide` makes thousands more out of wordings.toml, for the warm-up. Those of
`out` only evaluation asks, and none of the others is one of them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from ...backend.stages import Target, Turn
from ..data.parts import target_from
from .landscape import KINDS, Landscape

ABSENT_SHARE = 0.22  # of the questions ask for what is not there
ABSENT_SHARE_WIDE = 0.4  # more, because «none» is what a small reasoner learns last


@dataclass(frozen=True)
class Purpose:
    """What a kind is good for, in a sentence for the thought and in questions of both domains."""

    name: str  # one of it, with its article
    why: str
    wordings: tuple[str, ...]
    wordings_out: tuple[str, ...]


PURPOSES: dict[str, Purpose] = {
    "water": Purpose(
        "a body of water", "Boats float and fish live on open water",
        ("Where could a boat float?", "Where would I find fish?", "Where could a fire crew pump water from?",
         "What would I have to swim across?", "Where could a duck land?"),
        ("Which surface reflects the sky?", "Where might anglers try their luck?"),
    ),
    "field": Purpose(
        "a field", "Grain grows on wide open rows, and a helicopter finds room there",
        ("Where does a farmer grow grain?", "Where could a helicopter land?",
         "Where will the harvest come from?", "Where would a tractor plough?", "Where does our bread begin?"),
        ("Which ground has been sown?", "Where might a pilot in need of a flat open place put down?"),
    ),
    "road": Purpose(
        "a road", "Cars and trucks drive along a road",
        ("How would a truck cross this area?", "Where does the traffic run?",
         "Which way would an ambulance drive?",
         "Where would I drive a car?", "What connects this place with the next town?"),
        ("Along what would a bus travel?", "Which line do drivers follow?"),
    ),
    "building": Purpose(
        "a building", "People live and work under roofs",
        ("Where do people live?", "What gives shelter from the rain?",
         "Where could solar panels be put on a roof?",
         "Where do people sleep at night?", "What would a postman visit?"),
        ("Where might somebody be at home?", "What has walls and a roof?"),
    ),
    "pool": Purpose(
        "a swimming pool", "People swim for fun in small blue pools",
        ("Where could children learn to swim?", "Where would I cool down on a hot day?",
         "Where is water that smells of chlorine?", "Where would a lifeguard sit?",
         "Where could I dive in for fun?"),
        ("Where might bathers spend a summer afternoon?", "What must be cleaned of leaves before a swim?"),
    ),
    "court": Purpose(
        "a court", "Players meet on a court with painted lines",
        ("Where do people play ball?", "Where would a tennis match take place?",
         "Where could athletes practise serves?",
         "Where would a referee stand?", "Where is a net to play over?"),
        ("Where might two players keep score?", "Which ground was painted for sport?"),
    ),
    "tank": Purpose(
        "a storage tank", "Fuel is kept in round tanks",
        ("Where is fuel stored?", "What could explode in a fire?", "Where does a refinery keep its oil?",
         "What would leak if it were damaged?", "Where could liquids be kept in bulk?"),
        ("Which round vessels hold petroleum?", "Where might a tanker lorry fill up?"),
    ),
    "ship": Purpose(
        "a ship", "A ship carries cargo and people over water",
        ("What carries cargo over water?", "What could sail away?", "Where would a captain stand?",
         "What would drop an anchor?", "What leaves a wake behind it?"),
        ("Which vehicle has a hull?", "What might a harbour pilot board?"),
    ),
    "trees": Purpose(
        "a group of trees", "Crowns of trees give shade",
        ("Where would I find shade?", "Where could birds nest?", "What takes carbon out of the air?",
         "Where would a squirrel live?", "Where could wood be cut?"),
        ("What has leaves and branches?", "Where might a hiker rest out of the sun?"),
    ),
    "parking": Purpose(
        "a parking lot", "Drivers leave their cars on marked stalls",
        ("Where could I leave my car?", "Where do visitors park?", "Where do cars stand in rows?",
         "Where would I look for a free space?", "Where would a parking fee be paid?"),
        ("Where might shoppers return to their vehicles?", "Which ground has painted stalls?"),
    ),
    "runway": Purpose(
        "a runway", "Planes take off from a long straight runway",
        ("Where could a plane touch down?", "From where do flights take off?",
         "Where would a jet gather speed?",
         "What must be free of birds before a landing?", "What would a tower give clearance for?"),
        ("Which strip do airliners need?", "Where might landing gear meet the ground?"),
    ),
    "airplane": Purpose(
        "an airplane", "An airplane has wings and flies",
        ("What can fly?", "What would passengers board for a flight?", "What has wings?",
         "What would a pilot steer through the air?", "What needs jet fuel to leave?"),
        ("Which machine has a fuselage?", "What might be pushed back from a gate?"),
    ),
}  # fmt: skip

DOES = (
    "Where could {who} {do}?", "Where would {who} {do}?", "Where can {who} {do}?", "Where should {who} {do}?",
    "What lets {who} {do}?", "Which place lets {who} {do}?", "Show me where {who} could {do}.",
    "Is there a place for {who} to {do}?", "Mark all that would let {who} {do}.",
    "In which part could {who} {do}?",
    "Find somewhere for {who} to {do}.", "Look for places where {who} would {do}.",
)  # fmt: skip
IS = (
    "What {it}?", "What here {it}?", "Which thing {it}?", "Which part of the view {it}?", "Find what {it}.",
    "Mark everything that {it}.", "Show me what {it}.", "Where is something that {it}?",
    "Point at all that {it}.", "Do you see anything that {it}?", "Which of these {it}?",
    "Look for what {it}.",
)  # fmt: skip
MIGHT = (
    "Where might {who} {do}?", "Might {who} {do} anywhere here?", "Point out where {who} may {do}.",
    "Name the spot where {who} will {do}.",
)  # fmt: skip
THAT = ("Which {noun} {it}?", "Is there a {noun} that {it}?", "Where might be a {noun} that {it}?")
USES = (
    "What might {who} {use}?", "What would {who} {use}?", "What here could {who} {use}?",
    "Show me what {who} would {use}.", "Find all that {who} may {use}.", "Is here anything {who} can {use}?",
    "Which {noun} might {who} {use}?", "Which {noun} would {who} {use}?",
)  # fmt: skip
FEW_SHARE = 0.3  # of the questions of `wide` are in the wordings of `in`

COLUMNS, ROWS = ("left", "centre", "right"), ("upper", "middle", "lower")


@dataclass(frozen=True, eq=False)
class LandscapeQuestion:
    """One question with its whole truth, in pixels of the landscape."""

    question: str
    thought: str
    targets: tuple[Target, ...]  # from left to right
    mask: NDArray[np.bool_]  # (S, S): all of them
    kind: str
    earlier: tuple[Turn, ...] = ()  # what it follows up
    unknown: bool = False  # it speaks of what is outside of all kinds


def ask(world: Landscape, rng: Generator, domain: str = "in") -> LandscapeQuestion:
    """A random question about it; ABSENT_SHARE of them have no target."""
    present = sorted({thing.kind for thing in world.things})
    absent = [kind for kind in KINDS if kind not in world.kinds]
    share = ABSENT_SHARE_WIDE if domain == "wide" else ABSENT_SHARE
    nothing = not present or (bool(absent) and rng.random() < share)
    return ask_for(world, str(rng.choice(absent if nothing else present)), rng, domain)


def ask_for(world: Landscape, kind: str, rng: Generator, domain: str = "in") -> LandscapeQuestion:
    purpose = PURPOSES[kind]
    text = first_question(kind, rng, domain)
    masks = [world.mask(thing) for thing in world.of_kind(kind)]
    targets = sorted((target_from(mask) for mask in masks), key=centre_x)
    union = np.any(masks, axis=0) if masks else np.zeros(world.ids.shape, np.bool_)
    return LandscapeQuestion(text, _thought(purpose, targets, len(union)), tuple(targets), union, kind)


def first_question(kind: str, rng: Generator, domain: str) -> str:
    return str(rng.choice(_wordings(kind, rng, domain)))


def _wordings(kind: str, rng: Generator, domain: str) -> tuple[str, ...]:
    purpose = PURPOSES[kind]
    if domain == "wide" and rng.random() >= FEW_SHARE:
        return wide_wordings(kind)
    return purpose.wordings_out if domain == "out" else purpose.wordings


@cache
def wide_wordings(kind: str) -> tuple[str, ...]:
    """Every template with every piece of wordings.toml that fits."""
    pieces = _pieces()[kind]
    does, uses, nouns = _pairs(pieces["does"]), _pairs(pieces["uses"]), pieces["nouns"]
    might = [template.format(who=who, do=do) for template in MIGHT for who, do in does]
    that = [template.format(noun=n, it=it) for template in THAT for n in nouns for it in pieces["is"]]
    used = [t.format(who=who, use=use, noun=n) for t in USES for who, use in uses for n in nouns]
    return tuple(dict.fromkeys([*first_wordings(kind), *might, *that, *used]))


@cache
def first_wordings(kind: str) -> tuple[str, ...]:
    """The ones that the tokenizer was made from; kept apart so that it stays as it is."""
    pieces = _pieces()[kind]
    does = [template.format(who=who, do=do) for template in DOES for who, do in _pairs(pieces["does"])]
    return tuple(does + [template.format(it=it) for template in IS for it in pieces["is"]])


def _pairs(pieces: list[str]) -> list[list[str]]:
    """Who, and what it does."""
    return [piece.split("|") for piece in pieces]


@cache
def _pieces() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "wordings.toml").read_text(encoding="utf-8"))


def centre_x(target: Target) -> float:
    assert target.box is not None
    return target.box.x0 + target.box.x1


def _thought(purpose: Purpose, targets: list[Target], side_px: int) -> str:
    """Why, and then one sentence a target, in their order."""
    if not targets:
        return f"{purpose.why}. There is none in this view."
    return " ".join(
        [f"{purpose.why}.", *(f"I see {purpose.name} at the {place_of(t, side_px)}." for t in targets)]
    )


def place_of(target: Target, side_px: int) -> str:
    """Which ninth of the view the box's centre lies in."""
    assert target.box is not None
    x, y = (target.box.x0 + target.box.x1) / 2, (target.box.y0 + target.box.y1) / 2
    return f"{ROWS[min(2, int(3 * y / side_px))]} {COLUMNS[min(2, int(3 * x / side_px))]}"
