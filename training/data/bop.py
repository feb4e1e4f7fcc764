"""AskMap's own layout, «bop», as Samples; backend/samples/bop_format.py writes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ...backend.samples.bop_format import Row, read_rows
from ...backend.validation import first_line, inside
from .image_files import no_mask, read_mask, read_picture
from .reading import ReadOptions, filled
from .samples import BadData, Mask, Sample, Samples

ONE_SPLIT = "samples"


def is_bop(place: Path) -> bool:
    files = [place] if place.suffix == ".jsonl" else sorted(place.glob("*.jsonl"))
    beginnings = [first_line(file) for file in files]
    return any(b'"questions"' in line for line in beginnings) or bool(files and not any(beginnings))


def bop_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """Reads the lines; no picture is opened."""
    file = place if place.is_file() else _file_of(place, split)
    top = file.parent
    rows = read_rows(file)
    return filled([sample_from(row, top, reading.images or top, f"{file}") for row in rows], place, split)


def _file_of(folder: Path, split: str) -> Path:
    there = sorted(folder.glob("*.jsonl"))
    named = folder / f"{split}.jsonl"
    if named in there:
        return named
    if there == [folder / f"{ONE_SPLIT}.jsonl"]:
        return there[0]
    names = ", ".join(file.stem for file in there)
    raise BadData(
        "{folder} has no split «{split}», only {names}.", folder=folder, split=split, names=names or "none"
    )


def sample_from(row: Row, folder: Path, images: Path, place: str) -> Sample:
    """The Sample of a line; `images` is where its picture lies, its mask is in the folder."""
    picture = inside(images, row.image, f"{row.name} in {place}")
    return Sample(
        row.name,
        row.questions,
        partial(read_picture, picture),
        _mask_reader(row, picture, folder, place),
        row.targets,
        row.kind,
        row.thought,
    )


def _mask_reader(row: Row, picture: Path, folder: Path, place: str) -> Callable[[], Mask] | None:
    """Where nothing answers, the mask is empty without a file, so that the reward «mask» can be computed."""
    if row.mask:
        return partial(read_mask, inside(folder, row.mask, f"{row.name} in {place}"), picture)
    return partial(no_mask, picture) if row.targets == () else None
