"""EarthReason (arXiv:2504.09644): implicit questions about aerial pictures, and the mask of all that answers.

    {split}/images/<id>.jpg   {split}/labels/<id>.png, above 0 = target   {split}/QAs/<id>.json

A QAs file holds "questions" and "answer", both lists of texts; no answer = nothing in the picture answers. A
sample is a picture; its class is not published, and the first answer is its thought.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ...backend.validation import clean_text, field, shown
from .image_files import no_mask, read_json, read_mask, read_picture
from .reading import ReadOptions, filled
from .samples import BadData, Sample, Samples

PICTURES = (".jpg", ".jpeg", ".png")  # the published script takes these


def is_earthreason(place: Path) -> bool:
    return any(place.glob("*/QAs"))


def earthreason_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """Reads the texts and lists the folders; no picture is opened."""
    folder = place / split
    if not (folder / "QAs").is_dir():
        there = sorted(path.parent.name for path in place.glob("*/QAs"))
        raise BadData(
            "{folder} has no split «{split}», only {names}.",
            folder=place,
            split=split,
            names=", ".join(there) or "none",
        )
    return filled(list(_samples(folder)), place, split)


def _samples(folder: Path) -> Iterator[Sample]:
    pictures = {path.stem: path for path in _listed(folder / "images") if path.suffix.lower() in PICTURES}
    labels = {path.stem: path for path in _listed(folder / "labels")}
    texts = {path.stem: path for path in _listed(folder / "QAs") if path.suffix == ".json"}
    for name in sorted(pictures.keys() - texts.keys()):
        raise BadData(
            "The picture {picture} has no questions in {folder}.",
            picture=pictures[name],
            folder=folder / "QAs",
        )
    for name, text in texts.items():
        if name not in pictures:
            raise BadData("{text} has no picture in {folder}.", text=text, folder=folder / "images")
        yield _sample(text, pictures[name], labels.get(name))


def _listed(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise BadData("There is no folder {folder}.", folder=folder)
    return sorted(folder.iterdir())


def _sample(text: Path, picture: Path, label: Path | None) -> Sample:
    content = read_json(text)
    questions = field(content, "questions", list, str(text))
    answers = field(content, "answer", list, str(text))
    if not questions:
        raise BadData("{text} holds no question.", text=text)
    if answers and label is None:
        raise BadData(
            "{text} has an answer, but there is no label {stem}.png.", text=text, stem=shown(text.stem)
        )
    numbered = enumerate(questions, start=1)
    return Sample(
        text.stem,
        tuple(clean_text(each, f"Question {number} in {text}") for number, each in numbered),
        partial(read_picture, picture),
        partial(read_mask, label, picture) if label else partial(no_mask, picture),
        None if answers else (),
        thought=clean_text(answers[0], f"The answer in {text}") if answers else "",
    )
