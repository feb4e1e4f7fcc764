"""RefSegRS (arXiv:2306.08625) and RISBench (arXiv:2410.08613): a text file of phrases, and a mask for each.

    RefSegRS   output_phrase_{split}.txt, lines «<id> <phrase>»     images/<id>.tif   masks/<id>.tif
    RISBench   output_phrase_{split}.txt, lines «<file> <phrase>»   img_rgb/<file>    mask/<file>

A sample is a line. A file is looked for by its name without the ending, since masks and pictures may be of
different kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ...backend.validation import clean_text, inside, read_lines
from .image_files import read_mask, read_picture
from .reading import ReadOptions, filled
from .samples import BadData, Sample, Samples

ENDINGS = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".bmp")
_TEXT = "output_phrase_{split}.txt"


def is_refsegrs(place: Path) -> bool:
    return any(place.glob(_TEXT.format(split="*"))) and (place / "images").is_dir()


def is_risbench(place: Path) -> bool:
    return any(place.glob(_TEXT.format(split="*"))) and (place / "img_rgb").is_dir()


def refsegrs_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    return filled(list(_samples(place, split, "images", "masks")), place, split)


def risbench_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    return filled(list(_samples(place, split, "img_rgb", "mask")), place, split)


def _samples(place: Path, split: str, pictures: str, masks: str) -> Iterator[Sample]:
    """Lists the folders once; no picture is opened."""
    text = place / _TEXT.format(split=split)
    if not text.is_file():
        there = ", ".join(sorted(path.name for path in place.glob(_TEXT.format(split="*"))))
        raise BadData(
            "{place} has no {name}, only {there}.",
            place=place,
            name=text.name,
            there=there or "nothing like it",
        )
    picture_of, mask_of = _by_stem(place / pictures), _by_stem(place / masks)
    for number, line in read_lines(text):
        here = f"{text}, line {number},"
        name, _, phrase = line.strip().partition(" ")
        stem = inside(place, name, here).name
        stem = stem.removesuffix(Path(stem).suffix) if Path(stem).suffix.lower() in ENDINGS else stem
        for files, folder in ((picture_of, pictures), (mask_of, masks)):
            if stem not in files:
                raise BadData(
                    "{here} names {name}, but {place} has no such file.",
                    here=here,
                    name=name,
                    place=place / folder,
                )
        picture, mask = picture_of[stem], mask_of[stem]
        asked = (clean_text(phrase, here),)
        yield Sample(
            f"{stem}-{number}", asked, partial(read_picture, picture), partial(read_mask, mask, picture)
        )


def _by_stem(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise BadData("There is no folder {folder}.", folder=folder)
    return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in ENDINGS}
