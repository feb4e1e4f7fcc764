"""What one picture and one question teach, before it lies in a folder of the layout «bop».

what the user drew, or an Entry whose targets are all reviewed -> Lesson -> a Row and its files
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Callable
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from ..atomic import atomic_write, make_folder
from ..entries.entry import ACCEPTED, ANSWERED, DRAWN, OPEN, REJECTED, UNKNOWN, Entry, Finding
from ..errors import NotTeachable, NotWritten
from ..geo.outlines import geometry_mask
from ..stages import Box, Grid, Point, Scene, Target
from ..validation import inside
from .bop_format import Row, mask_path, picture_path, put_mask, put_picture
from .split_file import SampleFile

Mask = NDArray[np.bool_]
TwoPoints = Callable[[Mask], tuple[Point, Point]]  # box_and_points.two_points, which needs scipy
POINTS = 2  # of a target, as BoP-Rewards count them


@dataclass(frozen=True, eq=False)
class Lesson:
    scene: Scene
    question: str
    targets: tuple[Target, ...] = ()  # none: nothing in the scene answers
    mask: Mask | None = None  # (H, W), all that answers; None where it is not known
    kind: str = ""  # the class
    thought: str = ""  # a reasoning that ends in the targets


def keep(lesson: Lesson, file: SampleFile) -> Row:
    """A new sample; raises NotWritten. The line comes last: it names no file that a kill left out."""
    name = _new_name(lesson.scene.source)
    mask = lesson.mask if lesson.mask is not None and lesson.mask.any() else None
    row = Row(
        name,
        _picture_of(lesson.scene, file.folder),
        (lesson.question,),
        tuple(replace(target, label=target.label or lesson.kind) for target in lesson.targets),
        put_mask(file.folder, name, mask) if mask is not None else "",
        lesson.kind,
        lesson.thought,
    )
    file.append(row)
    return row


def forget(name: str, file: SampleFile) -> Row:
    """Takes a sample out again; BadData where it is not there.

    Its picture stays, which others may show, and so does a mask that `keep` has not made for it.
    """
    row = file.remove(name)
    if row.mask == mask_path(name):
        try:
            inside(file.folder, row.mask, name).unlink(missing_ok=True)
        except OSError as error:
            raise NotWritten(
                "{mask} cannot be removed: {reason}.", mask=row.mask, reason=error.strerror or error
            ) from error
    return row


def own_mask(row: Row, file: SampleFile) -> bytes:
    """The file that `forget` removes with it; empty where there is none."""
    path = file.folder / mask_path(row.name)
    return path.read_bytes() if row.mask == mask_path(row.name) and path.is_file() else b""


def bring_back(row: Row, mask: bytes, file: SampleFile) -> None:
    """A sample that `forget` has taken out, at the end, with what was its own_mask; raises NotWritten."""
    if mask:
        path = file.folder / mask_path(row.name)
        make_folder(path.parent)
        with atomic_write(path) as place:
            place.write_bytes(mask)
    file.append(row)


def _new_name(source: str) -> str:
    """Says where the picture is from, and is no other sample's."""
    readable = re.sub(r"[^A-Za-z0-9.-]+", "_", PurePath(source).stem)[:40].strip("._")
    return f"{readable or 'sample'}-{uuid4().hex[:12]}"


def _picture_of(scene: Scene, folder: Path) -> str:
    """Written once, however many questions ask about the same pixels."""
    key = sha256(f"{scene.image.shape}".encode() + scene.image.tobytes()).hexdigest()[:16]
    there = (folder / picture_path(key)).is_file()
    return picture_path(key) if there else put_picture(folder, key, scene.image)


def lesson_of(entry: Entry, scene: Scene, two_points: TwoPoints) -> Lesson:
    """What a reviewed answer teaches; raises NotTeachable. The scene is the one that was asked about.

    Where all was rejected, or nothing found, nothing in the scene answers. A thought is taught only where all
    that it ends in was accepted, and nothing was missed: else it would teach to reason towards other targets.
    """
    check_reviewed(entry)
    accepted = entry.in_state(ACCEPTED)
    masks = [_mask_of(finding, entry.grid) for finding in accepted]
    targets = tuple(_target_of(f.target, mask, two_points) for f, mask in zip(accepted, masks))
    untouched = not any(f.state == REJECTED or f.made == DRAWN for f in entry.findings)
    return Lesson(
        scene,
        entry.question.text,
        targets,
        np.any(masks, axis=0) if masks else None,
        thought=entry.grounding.thought.strip() if untouched else "",
    )


def check_reviewed(entry: Entry) -> None:
    """Raises NotTeachable where it cannot be taught as it stands."""
    if entry.outcome == UNKNOWN and not entry.in_state(ACCEPTED, OPEN):
        raise NotTeachable(
            "The model does not know what this question asks for, which does not say that nothing answers.",
            "Draw what answers and accept it, or ask another model.",
        )
    if entry.outcome != ANSWERED and not entry.findings:
        raise NotTeachable("This question has no answer.", "Ask it again.")
    if entry.follows:
        raise NotTeachable(
            "This question follows up another one, and a sample has to be understood alone.",
            "Ask for the same in one sentence, and accept that answer.",
        )
    if entry.in_state(OPEN):
        raise NotTeachable(
            "Some targets are neither accepted nor rejected: what is left open would be taught as wrong."
        )


def _mask_of(finding: Finding, grid: Grid) -> Mask:
    mask = geometry_mask([finding.outline], grid)
    if not mask.any():
        raise NotTeachable(
            "Target {number} has no pixel in the view that was asked about.",
            "Reject it, or correct its outline.",
            number=finding.number,
        )
    return mask


def _target_of(prompt: Target, mask: Mask, two_points: TwoPoints) -> Target:
    """The box around the mask, and two points in it: the user's or the model's own where they are good."""
    height, width = mask.shape
    within = [point for point in prompt.points if 0 <= point.x < width and 0 <= point.y < height]
    own = tuple(dict.fromkeys(point for point in within if mask[int(point.y), int(point.x)]))[:POINTS]
    points = own if len(own) == POINTS else two_points(mask)
    return Target(Box.around(mask), points, prompt.label)
