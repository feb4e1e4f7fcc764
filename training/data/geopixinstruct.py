"""GeoPixInstruct (arXiv:2501.06828): descriptions of single objects in DIOR, DOTA-v2 and FAIR1M pictures.

    rows of image_id, image_path, instances [{bbox, category, category_id, description, instance_id,
                                              mask {counts, size}}], the mask in COCO's packed runs

The rows are Parquet files, `<split>-*.parquet` in the folder or in its data/, as published, where a split
has three parts («train» = train.SIOR_T + train.FAST_T + train.SOTA_T; «val» is called valid there); or
`<split>.jsonl`, or one file of either kind. Pictures are apart: `image_path` lies in the folder, or in the
folder that is given.

A sample is one description: it speaks of one object, so objects of the same category are not put together.
Only those that one picture describes in the very same words are, because the same words ask for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow  # type: ignore[import-untyped]
from pyarrow import parquet

from ...backend.validation import clean_text, field, first_line, inside, json_from, read_lines, shown
from .image_files import check_fits, read_picture
from .reading import ReadOptions, filled
from .rle import rle_mask
from .samples import BadData, LazySamples, Mask, Sample, Samples

COLUMNS = ("image_id", "image_path", "instances")
BATCH = 1000  # rows


@dataclass(frozen=True)
class Described:
    """What one picture holds in the same words."""

    name: str
    place: str
    picture: Path
    description: str
    category: str
    runs: tuple[Any, ...]  # {counts, size}, one an object


def is_geopix(place: Path) -> bool:
    files = [place] if place.is_file() else sorted(chain(place.glob("*.*"), place.glob("data/*.parquet")))
    if any(file.suffix == ".parquet" for file in files):
        return True
    return any(b'"instances"' in first_line(file) for file in files if file.suffix == ".jsonl")


def geopix_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """Reads the rows; masks stay packed until they are asked for."""
    top = place.parent if place.is_file() else place
    pictures = reading.images or top
    rows = [each for file in _files(place, split) for each in _described(file, pictures)]
    return LazySamples(filled(rows, place, split), _sample)


def _files(place: Path, split: str) -> list[Path]:
    """Those of one split, in the order of their names."""
    if place.is_file():
        return [place]
    name = "valid" if split == "val" else split
    patterns = (f"{name}-*.parquet", f"{name}.*.parquet", f"{name}.parquet")
    files = sorted({file for p in patterns for file in chain(place.glob(p), place.glob(f"data/{p}"))})
    files = (
        files or [file for file in (place / f"{split}.jsonl", place / f"{name}.jsonl") if file.is_file()][:1]
    )
    if not files:
        raise BadData(
            "{place} has no rows of the split «{split}», such as data/{name}-00000-of-00001.parquet.",
            place=place,
            split=split,
            name=name,
        )
    return files


def _described(file: Path, pictures: Path) -> Iterator[Described]:
    for number, row in _rows(file):
        place = f"{file}, row {number}" if file.suffix == ".parquet" else f"{file}, line {number}"
        picture = inside(pictures, row.get("image_path"), place)
        grouped: dict[str, list[dict[str, Any]]] = {}
        for instance in field(row, "instances", list, place):
            text = clean_text(field(instance, "description", str, place), place)
            grouped.setdefault(text, []).append(instance)
        prefix = f"{file.stem.split('-')[0]}-{shown(row.get('image_id'))}"
        for description, instances in grouped.items():
            first = instances[0]
            name, category = (
                f"{prefix}-{shown(first.get('instance_id'))}",
                clean_text(first.get("category"), place),
            )
            runs = tuple(field(instance, "mask", dict, place) for instance in instances)
            yield Described(name, place, picture, description, category, runs)


def _rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Counted from 1."""
    numbered = _rows_of_parquet(file) if file.suffix == ".parquet" else _rows_of_lines(file)
    for number, row in numbered:
        if not isinstance(row, dict):
            raise BadData("{file}, line {number}, is no object.", file=file, number=number)
        yield number, row


def _rows_of_lines(file: Path) -> Iterator[tuple[int, Any]]:
    for number, line in read_lines(file):
        yield number, json_from(line, f"{file}, line {number},")


def _rows_of_parquet(file: Path) -> Iterator[tuple[int, Any]]:
    try:
        with parquet.ParquetFile(file) as table:
            if missing := set(COLUMNS) - set(table.schema_arrow.names):
                raise BadData("{file} lacks the column {names}.", file=file, names=", ".join(sorted(missing)))
            batches = table.iter_batches(BATCH, columns=list(COLUMNS))
            yield from enumerate((row for batch in batches for row in batch.to_pylist()), start=1)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise BadData(
            "{file} is no Parquet file that can be read: {error}.", file=file, error=shown(error)
        ) from error


def _sample(row: Described) -> Sample:
    return Sample(
        row.name,
        (row.description,),
        partial(read_picture, row.picture),
        partial(described_mask, row),
        kind=row.category,
    )


def described_mask(row: Described) -> Mask:
    """All objects of the description, as large as the picture really is."""
    place = f"of {row.name} in {row.place}"
    masks = [check_fits(rle_mask(runs, place), place, row.picture) for runs in row.runs]
    return np.asarray(np.any(masks, axis=0))
