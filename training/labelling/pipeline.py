"""Masks of a whole set to samples of boxes and points: drawn, held against what SAM2 makes of them, written.

    FOLDER/<split>.jsonl, images/, masks/     what was kept, complete by itself (bop_format.py)
    FOLDER/labelling/<split>/settings.json    with other ones a run does not go on
                             drawn.jsonl      every sample with all its targets, in the same layout
                             ious.jsonl       {"image", "ious": {name of a sample: [one a target]}}
                             ious-pieces.jsonl  the same of samples that were tried in pieces
                             dropped.jsonl    {"name", "box", "iou"} of each target that the filter refused;
                                              both are null for a sample whose parts are all too small

Every line is written when it is known, and what is there is not done again: a run that was killed comes to
the same files as one that was not. Pictures of samples that were dropped stay, for the sheets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import track

from ...backend.atomic import atomic_write, make_folder
from ...backend.engine.protocols import Segmenter
from ...backend.errors import NotWritten
from ...backend.samples.bop_format import Row, line_of, put_mask, put_picture, read_rows, write_samples
from ...backend.segmenter.overlap import overlap_of
from ...backend.segmenter.sam2 import TARGETS_A_CALL
from ...backend.stages import Target
from ...backend.validation import clean_text, field, json_from, numbers, read_lines, shown
from ..data.bop import sample_from
from ..data.parts import MaskPart, agreement, instance_of, instances_from, parts_from, whole_of
from ..data.samples import BadData, Mask, Picture, Sample, Samples
from ..evaluation.asking import scene_of
from ..evaluation.cases import read_settings

LABELLING, SETTINGS = "labelling", "settings.json"
DRAWN, IOUS, DROPPED = "drawn.jsonl", "ious.jsonl", "dropped.jsonl"
IOUS_OF_PIECES = "ious-pieces.jsonl"

Ious = Mapping[str, tuple[float, ...]]  # by the sample's name, one a target


@dataclass(frozen=True)
class Rule:
    """What becomes of a mask; data/parts.py says more."""

    targets: str = "auto"  # the set's own instances, else "one"; or "one", "parts"
    least_px: int = 16  # of a part, or an instance


@dataclass(frozen=True)
class SplitFolder:
    """The folder into which one split is labelled."""

    folder: Path
    split: str

    @property
    def record(self) -> Path:
        return self.folder / LABELLING / self.split


def begin(place: SplitFolder, settings: dict[str, str]) -> None:
    """Makes the folders, or finds them begun with the same settings; else NotWritten."""
    file = place.record / SETTINGS
    if file.is_file():
        before = read_settings(place.record)
        if other := [name for name in settings if settings[name] != before.get(name)]:
            raise NotWritten(
                "{folder} holds «{split}» made with other settings: {names}.",
                "Choose another folder with -o, or another name with --split-out.",
                folder=place.folder,
                split=place.split,
                names=", ".join(other),
            )
        return
    _refuse_foreign(place)
    make_folder(place.record)
    with atomic_write(file) as path:
        path.write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")


def _refuse_foreign(place: SplitFolder) -> None:
    folder = place.folder
    if folder.exists() and not folder.is_dir():
        raise NotWritten("{folder} is a file.", "Name a folder with -o.", folder=folder)
    if (folder / f"{place.split}.jsonl").exists():
        raise NotWritten(
            "{folder} has a {split}.jsonl of another origin.",
            "Choose another folder.",
            folder=folder,
            split=place.split,
        )
    if folder.is_dir() and any(folder.iterdir()) and not (folder / LABELLING).is_dir():
        raise NotWritten(
            "{folder} is not empty.", "Choose another folder with -o, or a new one.", folder=folder
        )


# --- draw ---


def draw(samples: Samples, place: SplitFolder, rule: Rule, progress: Console) -> list[Row]:
    """Every sample with its targets: None where all parts are too small, () where the mask is empty.

    Raises BadData, also where the set is another one than that of the run that goes on.
    """
    file = place.record / DRAWN
    rows = _whole_rows(file)
    if rows and (len(rows) > len(samples) or samples[len(rows) - 1].name.strip() != rows[-1].name):
        raise BadData(
            "{folder} was begun with other samples.", "Choose another folder with -o.", folder=place.folder
        )
    names, images = {row.name for row in rows}, dict[str, str]()
    for index in track(range(len(rows), len(samples)), "Drawing", console=progress):
        row = _draw_row(samples[index], place, rule, images)
        if row.name in names:
            raise BadData("The name «{name}» comes twice in the set.", name=shown(row.name))
        names.add(row.name)
        _append(file, line_of(row))
    return _whole_rows(file)


def _whole_rows(file: Path) -> list[Row]:
    """Without a last line that was cut off."""
    _drop_cut_line(file)
    return read_rows(file) if file.is_file() else []


def _draw_row(sample: Sample, place: SplitFolder, rule: Rule, images: dict[str, str]) -> Row:
    """Its picture and mask are in the folder then; `images` says which pictures are already, by digest."""
    picture = sample.read_picture()
    mask = None if is_boxed(sample) else _mask_of(sample, picture)
    key = sha256(f"{picture.shape}".encode() + picture.tobytes()).hexdigest()[:16]
    if key not in images:  # one file for all questions about it, and no other split's picture of this name
        images[key] = put_picture(place.folder, key, picture)
    return Row(
        clean_text(sample.name, "The name of a sample"),
        images[key],
        sample.questions,
        sample.targets if mask is None else _targets(parts_of(sample, mask, rule), mask),
        put_mask(place.folder, f"{place.split}-{sample.name}", mask)
        if mask is not None and mask.any()
        else "",
        sample.kind,
        sample.thought,
    )


def _targets(parts: Sequence[MaskPart], mask: Mask) -> tuple[Target, ...] | None:
    return None if mask.any() and not parts else tuple(part.target for part in parts)


def parts_of(sample: Sample, mask: Mask, rule: Rule) -> list[MaskPart]:
    """None for an empty mask; also for one whose parts are all too small."""
    if not mask.any():
        return []
    own = sample.targets or ()
    if rule.targets != "one" and len(own) > 1 and all(map(is_labelled, own)):
        return instances_from(mask, own, rule.least_px)
    if rule.targets == "parts":
        return parts_from(mask, sample.kind, rule.least_px)
    return [whole_of(mask, sample.kind)]


def is_labelled(target: Target) -> bool:
    """A box and two points, which is what labels are made of."""
    return target.box is not None and len(target.points) == 2


def is_boxed(sample: Sample) -> bool:
    """Known by boxes, at least in part: these are labels already, but for the points, which are unknown."""
    return sample.read_mask is None and not all(map(is_labelled, sample.targets or ()))


def _mask_of(sample: Sample, picture: Picture) -> Mask:
    """(H, W); raises BadData."""
    name = shown(sample.name)
    if sample.read_mask is None and sample.targets:
        raise BadData(
            "{name} has boxes and points, but no mask to make some of.", "Name a set with masks.", name=name
        )
    mask = sample.read_mask() if sample.read_mask else np.zeros(picture.shape[:2], np.bool_)
    if mask.shape != picture.shape[:2]:
        (height, width), (rows, columns) = picture.shape[:2], mask.shape
        raise BadData(
            "{name}: the picture has {width} x {height} pixels, its mask {columns} x {rows}.",
            name=name,
            width=width,
            height=height,
            columns=columns,
            rows=rows,
        )
    if sample.targets == () and mask.any():
        raise BadData(
            "{name} says that nothing answers, but its mask holds {count} pixels.",
            name=name,
            count=mask.sum(),
        )
    return mask


# --- hold against SAM2 ---


def judge(
    rows: Iterable[Row],
    place: SplitFolder,
    rule: Rule,
    segmenter: Segmenter,
    progress: Console,
    record: str = IOUS,
) -> Ious:
    """The IoU of each target with what SAM2 makes of its box and first point.

    Each «part» has its own. Otherwise a sample's targets are one answer, so each has the IoU of all that SAM2
    makes of them with the whole mask: a sample is kept as a whole or not at all. Boxes alone have none. A
    picture is encoded once, however many questions ask about it, and in whatever order they come.
    """
    file = place.record / record
    ious = read_ious(file)
    waiting: dict[str, list[Row]] = {}
    for row in rows:
        if row.targets and row.mask and row.name not in ious:
            waiting.setdefault(row.image, []).append(row)
    for asked in track(list(waiting.values()), "Filtering", console=progress):
        found = _judge_picture(asked, place, rule, segmenter)
        ious |= found
        _append(file, json.dumps({"image": asked[0].image, "ious": found}))  # a picture all or not at all
    return ious


def in_pieces(rows: Iterable[Row], ious: Ious, least_iou: float, place: SplitFolder, rule: Rule) -> list[Row]:
    """The samples whose one target was refused, with the pieces of their masks as targets instead.

    What lies scattered, such as water after a flood, has no box of its own that SAM2 could make anything of.
    """
    if rule.targets != "auto":
        return []
    refused = [row for row in rows if len(ious.get(row.name, ())) == 1 and ious[row.name][0] < least_iou]
    pieces = [(row, parts_from(_mask_again(row, place), row.kind, rule.least_px)) for row in refused]
    return [
        replace(row, targets=tuple(part.target for part in parts)) for row, parts in pieces if len(parts) > 1
    ]


def _mask_again(row: Row, place: SplitFolder) -> Mask:
    read_mask = sample_from(row, place.folder, place.folder, place.split).read_mask
    assert read_mask, "only what has a mask is judged"
    return read_mask()


def read_ious(file: Path) -> dict[str, tuple[float, ...]]:
    """By name; a last line that was cut off is dropped. Raises BadData."""
    _drop_cut_line(file)
    ious = {}
    for number, line in read_lines(file) if file.is_file() else ():
        spot = f"{file}, line {number},"
        by_name = field(json_from(line, spot), "ious", dict, spot)
        for name in by_name:
            values = field(by_name, name, list, spot)
            ious[name] = numbers(values, len(values), spot)
    return ious


def _judge_picture(
    rows: Sequence[Row], place: SplitFolder, rule: Rule, segmenter: Segmenter
) -> dict[str, tuple[float, ...]]:
    """By name, of rows that share a picture."""
    samples = [sample_from(row, place.folder, place.folder, place.split) for row in rows]
    encoded = segmenter.encode(scene_of(samples[0].read_picture(), rows[0].image))
    targets = [target for sample in samples for target in sample.targets or ()]
    found = _drawn_by(segmenter, encoded, targets)
    return {sample.name: _ious_of(sample, found, rule) for sample in samples}


def _drawn_by(segmenter: Segmenter, encoded: Any, targets: Sequence[Target]) -> Iterator[Mask]:
    """What SAM2 makes of each target's box and first point, (H, W)."""
    for start in range(0, len(targets), TARGETS_A_CALL):
        asked = targets[start : start + TARGETS_A_CALL]
        yield from segmenter.segment(encoded, [replace(each, points=each.points[:1]) for each in asked]).masks


def _ious_of(sample: Sample, found: Iterator[Mask], rule: Rule) -> tuple[float, ...]:
    """One a target, whose masks `found` gives next."""
    assert sample.read_mask, "only what has a mask is judged"
    mask, targets = sample.read_mask(), sample.targets or ()
    if rule.targets == "parts":
        return tuple(agreement(next(found), instance_of(mask, target)) for target in targets)
    together = np.zeros_like(mask)
    for _ in targets:
        together |= next(found)
    return (overlap_of(together, mask).iou(of_nothing=0.0),) * len(targets)


# --- write ---


@dataclass(frozen=True)
class Counts:
    kept: int
    targets: int  # of those
    dropped: int
    refused: int  # targets of samples that were kept with others
    without: int

    def summary(self) -> str:
        """One line."""
        samples = f"Kept {self.kept}, dropped by the filter {self.dropped}, without a target {self.without}"
        return f"{samples}; targets kept {self.targets}, refused beside them {self.refused}."


def good(row: Row, ious: Ious, least_iou: float) -> tuple[bool, ...]:
    """Of which targets SAM2's mask is near enough; all of them where it was not asked."""
    values = ious.get(row.name, (1.0,) * len(row.targets or ()))
    return tuple(value >= least_iou for value in values)


def kept_row(row: Row, ious: Ious, least_iou: float) -> Row | None:
    """With its good targets only; None where it had targets and none is good."""
    if row.targets == ():
        return row
    pairs = zip(row.targets or (), good(row, ious, least_iou), strict=True)
    targets = tuple(target for target, is_good in pairs if is_good)
    return replace(row, targets=targets) if targets else None


def conclude(rows: Sequence[Row], ious: Ious, least_iou: float, place: SplitFolder) -> Counts:
    """Writes the split and what was dropped; raises NotWritten."""
    outcome = [(row, kept_row(row, ious, least_iou)) for row in rows]
    kept = [after for _, after in outcome if after]
    write_samples(place.folder, kept, place.split)
    with atomic_write(place.record / DROPPED) as path:
        lines = (json.dumps(line) for row in rows for line in _refused(row, ious, least_iou))
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    before = sum(len(row.targets or ()) for row, after in outcome if after)
    targets = sum(len(row.targets or ()) for row in kept)
    without = sum(row.targets == () for row in kept)
    return Counts(len(kept) - without, targets, len(rows) - len(kept), before - targets, without)


def _refused(row: Row, ious: Ious, least_iou: float) -> Iterable[dict[str, Any]]:
    if row.targets is None:
        yield {"name": row.name, "box": None, "iou": None}
    for number, is_good in enumerate(good(row, ious, least_iou)):
        box = row.targets[number].box if row.targets else None
        if not is_good and box:
            corners = list(box.corners)
            yield {"name": row.name, "box": corners, "iou": round(ious[row.name][number], 4)}


def _append(file: Path, line: str) -> None:
    try:
        with file.open("a", encoding="utf-8") as lines:
            lines.write(f"{line}\n")
    except OSError as error:
        raise NotWritten("{path} cannot be written: {reason}.", path=file, reason=error.strerror) from error


def _drop_cut_line(file: Path) -> None:
    """Remove a last line that a kill cut off."""
    content = file.read_bytes() if file.is_file() else b""
    if content and not content.endswith(b"\n"):
        with atomic_write(file) as path:
            path.write_bytes(content[: content.rfind(b"\n") + 1])
