"""What flows through AskMap, stage by stage: plain immutable values, checked at birth.

    Scene + Question -> Grounding (thought, Targets) -> MaskSet -> Answer

Pixels are floats counted from the corner of the top-left pixel, x to the right and y down; boxes are
half-open. Shapes: H rows, W columns, N targets. Nothing here imports more than numpy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Callable, Union

import numpy as np
from numpy.typing import NDArray

from .message import Message

Affine = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Grid:
    """Where an image lies: map = A * pixel, with A = (a, b, c, d, e, f) in reading order.

    x_map = a * x + b * y + c and y_map = d * x + e * y + f, at pixel corners. `crs` is WKT, or ""
    where the source has none.
    """

    width: int
    height: int
    affine: Affine
    crs: str = ""

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a grid needs at least one pixel, not {self.width} x {self.height}")
        a, b, _, d, e, _ = self.affine
        determinant = a * e - b * d
        is_finite = np.isfinite((*self.affine, determinant)).all() and np.isfinite(self.footprint()).all()
        if not is_finite or determinant == 0:
            raise ValueError(f"the affine {self.affine} cannot be inverted")

    @classmethod
    def from_gdal(cls, width: int, height: int, geotransform: Affine, crs: str = "") -> Grid:
        """GDAL orders its geotransform (c, a, b, f, d, e)."""
        c, a, b, f, d, e = geotransform
        return cls(width, height, (a, b, c, d, e, f), crs)

    def to_gdal(self) -> Affine:
        a, b, c, d, e, f = self.affine
        return (c, a, b, f, d, e)

    def to_map(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.affine
        return a * x + b * y + c, d * x + e * y + f

    def to_pixel(self, x_map: float, y_map: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.affine
        dx, dy, determinant = x_map - c, y_map - f, a * e - b * d
        return (e * dx - b * dy) / determinant, (a * dy - d * dx) / determinant

    def tells_pixels_apart(self) -> bool:
        """Whether the corners find back to their pixels: far from the origin, small ones have no digits."""
        corners = ((0, 0), (self.width, 0), (self.width, self.height), (0, self.height))
        found = [self.to_pixel(*self.to_map(x, y)) for x, y in corners]
        return bool(np.abs(np.subtract(found, corners)).max() < 0.5)

    def footprint(self) -> tuple[tuple[float, float], ...]:
        """The four outer corners in map units, from the top-left one, in pixel order clockwise."""
        w, h = self.width, self.height
        return tuple(self.to_map(x, y) for x, y in ((0, 0), (w, 0), (w, h), (0, h)))


@dataclass(frozen=True, eq=False)
class Scene:
    """One view of the map, copied out of its source so that any thread may read it."""

    image: NDArray[np.uint8]  # (H, W, 3), RGB
    valid: NDArray[np.bool_]  # (H, W), False where the source has no data
    grid: Grid
    source: str  # what the user would call it: a file's path or a layer's name
    warnings: tuple[Message, ...] = ()  # sentences that must travel to the output

    def __post_init__(self) -> None:
        size = (self.grid.height, self.grid.width)
        if self.image.shape != (*size, 3) or self.image.dtype != np.uint8:
            raise ValueError(
                f"image is {self.image.dtype} {self.image.shape}, its grid needs uint8 {(*size, 3)}"
            )
        if self.valid.shape != size or self.valid.dtype != np.bool_:
            raise ValueError(f"valid is {self.valid.dtype} {self.valid.shape}, its grid needs bool {size}")


@dataclass(frozen=True)
class Turn:
    """An earlier question and what answered it, in the pixels of the scene that is asked about now."""

    question: str
    targets: tuple[Target, ...]
    numbers: tuple[int, ...] = ()  # by which the user speaks of the targets; () = from 1
    areas_px: tuple[float, ...] = ()  # of their masks, to be compared with each other; () = of their boxes
    # How far east and north of the view's middle they lie, in one unit; () = as their boxes do, north is up
    compass: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        lists = (("numbers", self.numbers), ("areas", self.areas_px), ("places", self.compass))
        for name, values in lists:
            if values and len(values) != len(self.targets):
                raise ValueError(f"{len(self.targets)} targets, but {len(values)} {name}")


@dataclass(frozen=True)
class Question:
    text: str
    language: str = ""  # ISO 639-1, "" where unknown
    earlier: tuple[Turn, ...] = ()  # what this one follows up, the oldest first

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a question has words")


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    def scaled(self, sx: float, sy: float) -> Point:
        return Point(self.x * sx, self.y * sy)


@dataclass(frozen=True)
class Box:
    """x0 <= x < x1 and y0 <= y < y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (self.x0 < self.x1 and self.y0 < self.y1):
            raise ValueError(f"a box has an area, not {self.corners}")

    @property
    def area(self) -> float:
        return (self.x1 - self.x0) * (self.y1 - self.y0)

    @property
    def corners(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1."""
        return self.x0, self.y0, self.x1, self.y1

    @classmethod
    def around(cls, mask: NDArray[np.bool_]) -> Box | None:
        """All True pixels of (H, W); None where there is none."""
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        if not rows.size:
            return None
        return cls(float(columns[0]), float(rows[0]), columns[-1] + 1.0, rows[-1] + 1.0)

    def iou(self, other: Box) -> float:
        """Intersection over union."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        shared = max(0.0, width) * max(0.0, height)
        return shared / (self.area + other.area - shared)

    def scaled(self, sx: float, sy: float) -> Box:
        return Box(self.x0 * sx, self.y0 * sy, self.x1 * sx, self.y1 * sy)


@dataclass(frozen=True)
class Likelihood:
    """Of the tokens that lead to a target, as the reasoner saw them before it chose; natural logarithms."""

    mean: float  # of the target's own tokens, the mean
    thought: float  # of all that was written before the answer: what it is, how many, where; the sum


DOUBTFUL = 0.5  # a target of less confidence is more likely wrong than right


@dataclass(frozen=True)
class Target:
    """What the reasoner points at; `span` is the part [start, end) of the thought that speaks of it."""

    box: Box | None = None
    points: tuple[Point, ...] = ()  # positive ones
    label: str = ""
    span: tuple[int, int] | None = None
    negatives: tuple[Point, ...] = ()  # the user's «not this»; no model writes them
    # The part [start, end) of Grounding.raw that gives it, from where the one before it ends
    written: tuple[int, int] | None = field(default=None, compare=False)
    likelihood: Likelihood | None = field(default=None, compare=False)  # None = the reasoner knows none
    confidence: float | None = None  # 0...1: the share of targets as likely that are right; None = not known

    def __post_init__(self) -> None:
        if self.box is None and not self.points:
            raise ValueError("a target needs a box or a positive point")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"no confidence is {self.confidence}")

    @property
    def is_doubtful(self) -> bool:
        return self.confidence is not None and self.confidence < DOUBTFUL

    def adds_clicks_to(self, other: Target) -> bool:
        """Whether it has all prompts of the other, and points more."""
        olds, news = (other.points, other.negatives), (self.points, self.negatives)
        return (
            self.box == other.box and news != olds and all(map(set.issubset, map(set, olds), map(set, news)))
        )

    def middle(self) -> tuple[float, float]:
        """Of its box, else its first point."""
        if self.box is None:
            return self.points[0].x, self.points[0].y
        return (self.box.x0 + self.box.x1) / 2, (self.box.y0 + self.box.y1) / 2

    def scaled(self, sx: float, sy: float) -> Target:
        box = self.box.scaled(sx, sy) if self.box else None
        points = tuple(point.scaled(sx, sy) for point in self.points)
        negatives = tuple(point.scaled(sx, sy) for point in self.negatives)
        return replace(self, box=box, points=points, negatives=negatives)


class GroundingOutcome(Enum):
    """What a reasoner's answer comes to; one that cannot be read is an error, and no Grounding."""

    FOUND = "found"
    NONE = "none"  # it looked, and what was asked for is not there
    UNKNOWN = "unknown"  # it does not know what that looks like: nothing is said of what is there


@dataclass(frozen=True)
class Grounding:
    """The reasoner's answer; `outcome` says what it means that there are no targets."""

    thought: str
    targets: tuple[Target, ...]
    raw: str  # what the model wrote, unchanged
    format: str  # a name in formats.FORMATS
    is_unknown: bool = False  # the reasoner says that it does not know what was asked for

    def __post_init__(self) -> None:
        if self.is_unknown and self.targets:
            raise ValueError("a reasoner that points at something knows what it is")

    @property
    def outcome(self) -> GroundingOutcome:
        if self.targets:
            return GroundingOutcome.FOUND
        return GroundingOutcome.UNKNOWN if self.is_unknown else GroundingOutcome.NONE


@dataclass(frozen=True, eq=False)
class MaskSet:
    """One mask a target, in the order of the targets."""

    masks: NDArray[np.bool_]  # (N, H, W)
    scores: NDArray[np.float32]  # (N,), 0...1

    def __post_init__(self) -> None:
        if self.masks.ndim != 3 or self.masks.dtype != np.bool_:
            raise ValueError(f"masks are {self.masks.dtype} {self.masks.shape}, not bool (N, H, W)")
        if self.scores.shape != self.masks.shape[:1]:
            raise ValueError(f"{len(self.masks)} masks, but {len(self.scores)} scores")

    @property
    def union(self) -> NDArray[np.bool_]:
        """(H, W): every pixel that belongs to some target."""
        return np.asarray(self.masks.any(axis=0))


@dataclass(frozen=True)
class Provenance:
    """Where an answer came from, complete enough to ask it again."""

    source: str
    reasoner: str  # the model's name
    reasoner_digest: str  # SHA-256 of its weights, hexadecimal
    segmenter: str
    segmenter_digest: str
    device: str
    seed: int
    created: str  # ISO 8601, UTC
    version: str  # AskMap's
    settings: Mapping[str, str] = field(default_factory=dict)
    times_s: Mapping[str, float] = field(default_factory=dict)  # seconds by step
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, eq=False)
class Answer:
    question: Question
    grounding: Grounding
    masks: MaskSet
    grid: Grid
    provenance: Provenance
    seen: NDArray[np.uint8] | None = None  # (h, w, 3): what the reasoner saw, in its own size

    def __post_init__(self) -> None:
        expected = (len(self.grounding.targets), self.grid.height, self.grid.width)
        if self.masks.masks.shape != expected:
            raise ValueError(f"masks have shape {self.masks.masks.shape}, but the answer needs {expected}")


@dataclass(frozen=True)
class Progress:
    fraction: float  # 0...1 of the whole answer
    step: str  # what is being done, for the user: of the backend a Message


@dataclass(frozen=True)
class Thought:
    """A new piece of the model's text, the answer's brackets included."""

    piece: str


@dataclass(frozen=True)
class TargetFound:
    index: int
    target: Target


@dataclass(frozen=True, eq=False)
class MaskFound:
    index: int
    mask: NDArray[np.bool_]  # (H, W)
    score: float


Event = Union[Progress, Thought, TargetFound, MaskFound]
Report = Callable[[Event], None]  # raise errors.Cancelled inside it to stop
CheckCancelled = Callable[[], None]  # the same where there is nothing to report


def ignore(event: Event) -> None:
    """A Report that ignores all events."""


def no_op() -> None:
    """Never cancels."""
