"""The answer formats: one record each says all that AskMap must know of how a reasoner is asked and read.

The formats are those of the published systems (their keys and coordinates, not their wording): the facts are
in the papers named beside each record. A new format is one more record in FORMATS, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from .errors import ModelUnsupported
from .message import Message
from .validation import shown

QUESTION, EARLIER = "{question}", "{earlier}"  # where question and earlier turns go in a prompt
LANGUAGE = "{language}"  # where a prompt says in which language to reason

Shape = tuple[int, ...]  # of the numbers that a key holds: (4,) is a box, (2,) a point, (2, 2) two points
TEXT: Shape = ()  # a key that holds a text
BARE = ""  # the key of a target that is written as a list without keys
BOX, POINT = (4,), (2,)


class Frame(Enum):
    """In which pixels a reasoner counts."""

    FAMILY = "family"  # as its family does: one of the next two
    SEEN = "absolute"  # those of the resized image that it sees
    THOUSAND = "thousand"  # thousandths of each side
    SOURCE = "source"  # those of the image as given


class Resampling(Enum):
    """How an image gets the size in which a reasoner sees it; a name of Pillow's filters."""

    BICUBIC = "bicubic"
    LANCZOS = "lanczos"


class InstructionTurn(Enum):
    """Which turn of the conversation holds the instructions."""

    USER = "user"  # beside the image and the question
    SYSTEM = "system"  # the user's turn is the image and the question alone


class MaskChoice(Enum):
    """How many masks the segmenter draws of a target, and which of them is taken."""

    ONE = "one"  # SAM2's single mask
    BEST = "best"  # of SAM2's three for an ambiguous prompt, the one that it expects to fit best


@dataclass(frozen=True)
class AnswerFormat:
    """Nothing here has a default: a format that forgets something must not be misread.

    Labels have two points a target (backend/samples/box_and_points.py). A reasoner that writes more can be
    asked, evaluated and rewarded, but cannot imitate such labels: BadData, where the method is «supervised».
    """

    name: str
    prompt: str  # with LANGUAGE and, in the user's turn, QUESTION and EARLIER where they go
    keys: Mapping[str, Shape]  # of one target, in the order in which they are written
    is_list: bool  # of targets; else the answer is the one target
    none: str | None  # the whole answer when there is no target; None = the format cannot say so
    unknown: str | None  # the same when it does not know what is asked for: JSON, a list of one object
    frame: Frame
    side_px: int | None  # images are squeezed to a square of about this side; None keeps their aspect
    resampling: Resampling
    turn: InstructionTurn
    is_deduplicated: bool  # of boxes that overlap by more than half the larger one stays
    points_at_centre: bool  # a box is prompted with its centre, because the format has no points
    ends_at_box: bool  # each mask ends where its box ends
    masks: MaskChoice

    def __post_init__(self) -> None:
        """ValueError where the prompt would lose the question, or show the name of its place."""
        expected = self.turn is InstructionTurn.USER
        if (QUESTION in self.prompt, EARLIER in self.prompt) != (expected, expected):
            raise ValueError(f"{self.name}: a prompt in the {self.turn.value}'s turn, and its {QUESTION}")

    @property
    def unknown_key(self) -> str | None:
        """The key that says «I do not know what that is»; None where the format cannot say so."""
        return next(iter(json.loads(self.unknown)[0])) if self.unknown else None

    @property
    def box_key(self) -> str:
        """BARE where a target is a list without keys."""
        return next(key for key, shape in self.keys.items() if shape == BOX)

    @property
    def points_key(self) -> str | None:
        """The key that holds all points of a target, where there is one."""
        return next((key for key, shape in self.keys.items() if len(shape) == 2), None)

    @property
    def point_keys(self) -> tuple[str, ...]:
        """The keys that hold one point each."""
        return tuple(key for key, shape in self.keys.items() if shape == POINT)

    @property
    def points(self) -> int:
        """How many points a target has."""
        key = self.points_key
        return self.keys[key][0] if key is not None else len(self.point_keys)


_SCENE = "You see an image taken from above. {earlier}A user asks about it:\n\n{question}\n\n"
_SCENE_ALONE = "You see an image taken from above, and a user asks about it.\n\n"  # in the system's turn
_THINK = (
    "First reason about what the question implies and where in the image it holds, briefly, between <think> "
    "and </think>. {language}"
)
SQUARE_PX = 840  # the square that Seg-Zero, VisionReasoner, GRASP and Think2Seg-RS were trained with

THINK2SEG = AnswerFormat(  # Think2Seg-RS, arXiv 2512.19302
    name="think2seg",
    prompt=_SCENE_ALONE
    + _THINK
    + "Then give every region that the question means, between <answer> and </answer>, as a fenced JSON "
    "list. Each region has a tight box and two points that lie well inside it, in pixels:\n"
    '<think>reasoning</think><answer>```json\n[{"bbox_2d": [x1, y1, x2, y2], '
    '"positive_points": [[x, y], [x, y]]}]\n```</answer>\n'
    "If no region fits, the list is empty: [].",
    keys={"bbox_2d": BOX, "positive_points": (2, 2)},
    is_list=True,
    none="[]",
    unknown=None,
    frame=Frame.FAMILY,
    side_px=SQUARE_PX,
    resampling=Resampling.LANCZOS,
    turn=InstructionTurn.SYSTEM,
    is_deduplicated=True,
    points_at_centre=False,
    ends_at_box=False,
    masks=MaskChoice.ONE,
)
GRASP = AnswerFormat(  # arXiv 2508.17102, whose keys are not published: those of Seg-Zero, and its masks
    name="grasp",
    prompt=_SCENE
    + _THINK
    + "Then give the one region that answers best, between <answer> and </answer>, as a JSON object: its "
    "tight box and the centres of its two widest parts, in pixels:\n"
    '<think>reasoning</think><answer>{"bbox": [x1, y1, x2, y2], "points_1": [x, y], '
    '"points_2": [x, y]}</answer>',
    keys={"bbox": BOX, "points_1": POINT, "points_2": POINT},
    is_list=False,
    none=None,
    unknown=None,
    frame=Frame.FAMILY,
    side_px=SQUARE_PX,
    resampling=Resampling.BICUBIC,
    turn=InstructionTurn.USER,
    is_deduplicated=False,
    points_at_centre=False,
    ends_at_box=False,
    masks=MaskChoice.BEST,
)
VISIONREASONER = AnswerFormat(  # arXiv 2505.12081
    name="visionreasoner",
    prompt=_SCENE
    + _THINK
    + "Compare the candidates with each other, then list those that fit between <answer> and </answer>, "
    "in JSON: for each one a tight box and a point inside the object, in pixels:\n"
    '<think>reasoning</think><answer>[{"bbox_2d": [x1, y1, x2, y2], "point_2d": [x, y]}]</answer>',
    keys={"bbox_2d": BOX, "point_2d": POINT},
    is_list=True,
    none=None,
    unknown=None,
    frame=Frame.FAMILY,
    side_px=SQUARE_PX,
    resampling=Resampling.BICUBIC,
    turn=InstructionTurn.USER,
    is_deduplicated=False,
    points_at_centre=False,
    ends_at_box=False,
    masks=MaskChoice.BEST,
)
REMOTEREASONER = AnswerFormat(
    name="remotereasoner",
    prompt=_SCENE
    + _THINK
    + "Then write only the boxes of the regions that fit between <answer> and </answer>, as a list, in "
    "pixels:\n"
    "<think>reasoning</think><answer>[[x1, y1, x2, y2]]</answer>",
    keys={BARE: BOX},
    is_list=True,
    none=None,
    unknown=None,
    frame=Frame.SOURCE,
    side_px=None,
    resampling=Resampling.BICUBIC,
    turn=InstructionTurn.USER,
    is_deduplicated=False,
    points_at_centre=True,
    ends_at_box=False,
    masks=MaskChoice.ONE,
)
GEO_R1 = AnswerFormat(
    name="geo-r1",
    prompt=_SCENE
    + _THINK
    + "Then list what fits between <answer> and </answer>, in JSON: for each object a tight box and two "
    "key points on it, in pixels:\n"
    '<think>reasoning</think><answer>[{"bbox_2d": [x1, y1, x2, y2], "keypoint1": [x, y], '
    '"keypoint2": [x, y]}]</answer>\n'
    "If nothing fits, write None as the answer.",
    keys={"bbox_2d": BOX, "keypoint1": POINT, "keypoint2": POINT},
    is_list=True,
    none="None",
    unknown=None,
    frame=Frame.SOURCE,
    side_px=None,
    resampling=Resampling.BICUBIC,
    turn=InstructionTurn.USER,
    is_deduplicated=False,
    points_at_centre=False,
    ends_at_box=True,
    masks=MaskChoice.ONE,
)
PLAIN = AnswerFormat(  # models that were trained for grounding in general
    name="plain",
    prompt=_SCENE
    + _THINK
    + "Then locate everything that the question means, between <answer> and </answer>, as a JSON list of "
    "boxes with a short label each:\n"
    '<think>reasoning</think><answer>[{"bbox_2d": [x1, y1, x2, y2], "label": "what it is"}]</answer>\n'
    "If there is nothing like that in the image, say why and answer with the empty list [].",
    keys={"bbox_2d": BOX, "label": TEXT},
    is_list=True,
    none="[]",
    unknown=None,
    frame=Frame.FAMILY,
    side_px=None,
    resampling=Resampling.BICUBIC,
    turn=InstructionTurn.USER,
    is_deduplicated=False,
    points_at_centre=False,
    ends_at_box=False,
    masks=MaskChoice.ONE,
)
POCKET = AnswerFormat(  # AskMap's own: Think2Seg-RS's keys, and a way to say what it does not know
    name="pocket",
    prompt=_SCENE
    + _THINK
    + "Then give every region that the question means, between <answer> and </answer>, as a JSON list. Each "
    "region has a tight box and two points that lie well inside it, in thousandths of the image's sides:\n"
    '<think>reasoning</think><answer>[{"bbox_2d": [x1, y1, x2, y2], '
    '"positive_points": [[x, y], [x, y]]}]</answer>\n'
    "If no region fits, the list is empty: []. If you do not know what the question asks for, the list is "
    '[{"unknown":1}].',
    keys={"bbox_2d": BOX, "positive_points": (2, 2)},
    is_list=True,
    none="[]",
    unknown='[{"unknown":1}]',
    frame=Frame.THOUSAND,
    side_px=SQUARE_PX,
    resampling=Resampling.BICUBIC,
    turn=InstructionTurn.USER,
    is_deduplicated=True,
    points_at_centre=False,
    ends_at_box=False,
    masks=MaskChoice.ONE,
)

FORMATS: Mapping[str, AnswerFormat] = MappingProxyType(
    {form.name: form for form in (THINK2SEG, GRASP, VISIONREASONER, REMOTEREASONER, GEO_R1, PLAIN, POCKET)}
)


def format_named(name: str) -> AnswerFormat:
    """ModelUnsupported when there is none of that name."""
    if name not in tuple(FORMATS):
        raise ModelUnsupported(
            "AskMap knows no answer format «{name}».",
            Message("Choose one of {names}.", names=", ".join(FORMATS)),
            name=shown(name),
        )
    return FORMATS[name]
