"""Turn the masks of a set into boxes and points to learn from: AskMap's own layout, and pictures to look at.

    askmap bop EarthReason:train -o labels/earthreason
    askmap bop EarthReason:val -o labels/earthreason --split-out val
    askmap bop instances.json -o labels/ships --targets parts --segmenter models/sam2.1-large

A sample is kept where SAM2, given the box and the first point of each of its targets, draws the mask again
(Seg-Zero's rule: IoU of at least 0.6): what the segmenter cannot do however well it is told teaches nothing
about telling. Where a set has instances of its own, each with a box and two points, they are the targets and
are judged together, because a question asks for all of them; elsewhere all of a mask is one target, and where
that one is refused, the connected pieces of the mask are tried together.

With «one», all of any mask is one target, which a format of one target needs, such as GRASP's. With «parts»,
each connected piece is a target and is judged alone, and a sample is dropped where all of its targets are
refused. Samples with an empty mask are kept: none is their right answer. Boxes without a mask are labels as
they are, without points, and no filter can judge them. A run that was stopped goes on with the same command.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from rich.console import Console

from ...backend.engine.protocols import POCKET, Segmenter
from ...backend.errors import ModelMissing, NotWritten
from ...backend.models.device import choose_device
from ...backend.samples.bop_format import Row
from ...backend.segmenter.sam2 import load_segmenter
from ..data.bop import sample_from
from ..data.reading import ReadOptions
from ..data.samples import BadData, Samples
from ..evaluation.asking import spread
from ..options import counted, run_command
from ..pocket.recipe import Recipe
from ..sample_sets import open_samples
from ..synthetic.dataset import are_landscapes
from .contact_sheet import SheetTile, write_sheets
from .pipeline import (
    IOUS_OF_PIECES,
    Ious,
    Rule,
    SplitFolder,
    begin,
    conclude,
    draw,
    good,
    in_pieces,
    judge,
    kept_row,
)

LEAST_IOU = 0.6  # Seg-Zero's (arXiv:2503.06520)
LANDSCAPES = 500  # where no count says otherwise: they never end
MOST_SHEETS = 20  # the user looks at a thousand labels, spread evenly over the set, not at all of them

Load = Callable[[Path, torch.device], Segmenter]


def main(argv: Sequence[str] | None = None, load: Load = load_segmenter) -> int:
    """0 when all is labelled, 2 for what the user can mend, 130 when stopped."""
    arguments = _arguments(argv)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    stopped = "Stopped. The same command goes on where this one was."
    return run_command(lambda: _label(arguments, load), stopped=stopped)


def _label(arguments: argparse.Namespace, load: Load) -> None:
    """Everything that can fail fast comes before the pictures are read."""
    place = SplitFolder(arguments.output, arguments.split_out)
    rule = Rule(arguments.targets, arguments.least_pixels)
    samples = _chosen(arguments)
    _check_apart(_source(arguments.data)[0], arguments.output)
    segmenter = None if arguments.no_filter else _loaded(arguments, load)
    begin(place, _settings(arguments, segmenter))
    progress = Console(stderr=True)
    rows = draw(samples, place, rule, progress)
    ious: Ious = {}
    if segmenter:
        rows, ious = _judge(rows, place, rule, segmenter, arguments.least_iou)
    counts = conclude(rows, ious, arguments.least_iou, place)
    tiles = _tiles(rows, ious, arguments, place)
    sheets = write_sheets(place.record, tiles, arguments.sheet) if arguments.sheet else []
    seen = f" To look at: {sheets[0]}" if sheets else ""
    print(f"{counts.summary()}{_why(rows, ious, arguments.least_iou)}{seen}")


def _judge(
    rows: list[Row], place: SplitFolder, rule: Rule, segmenter: Segmenter, least_iou: float
) -> tuple[list[Row], Ious]:
    """The rows, some of them with pieces in place of their one target, and the IoU of each target."""
    progress = Console(stderr=True)
    ious = judge(rows, place, rule, segmenter, progress)
    pieces = in_pieces(rows, ious, least_iou, place, rule)
    again = judge(pieces, place, rule, segmenter, progress, IOUS_OF_PIECES) if pieces else {}
    better = {row.name: row for row in pieces if kept_row(row, again, least_iou)}
    judged = {**ious, **{name: again[name] for name in better}}
    return [better.get(row.name, row) for row in rows], judged


def _why(rows: Sequence[Row], ious: Ious, least_iou: float) -> str:
    """What the filter saw of the samples that it dropped; "" where it dropped none."""
    dropped = [max(ious[row.name]) for row in rows if row.name in ious and not kept_row(row, ious, least_iou)]
    if not dropped:
        return ""
    return (
        f" The segmenter draws what was dropped with an IoU of {np.median(dropped):.2f} in the median, "
        f"and {least_iou:g} is asked for: see --least-iou, --segmenter and --no-filter."
    )


def _source(data: str) -> tuple[Path, str]:
    """The path and the split of PATH[:SPLIT]; a path that is there is one, colons and all."""
    place, colon, split = data.rpartition(":")
    if Path(data).exists() or not colon:
        return Path(data), "in" if are_landscapes(Path(data)) else "train"
    return Path(place), split


def _chosen(arguments: argparse.Namespace) -> Samples:
    """Landscapes are those that recipes train on: the others are held out. Raises BadData."""
    place, split = _source(arguments.data)
    count = arguments.count or LANDSCAPES
    reading = ReadOptions(arguments.images, first=Recipe.first_scene, count=count)
    samples = open_samples(place, split, arguments.layout, reading)
    if samples[0].earlier:
        raise BadData(
            "{data} follows up other questions, and labels have no place for these.",
            "Name a set whose questions stand alone, such as landscapes:in.",
            data=arguments.data,
        )
    return spread(samples, arguments.count)


def _check_apart(data: Path, output: Path) -> None:
    """NotWritten where what is read and what is written would lie in the same folder."""
    folder, out = data.resolve(), output.resolve()
    is_inside = out.is_relative_to(folder) if folder.is_dir() else out == folder.parent and data.exists()
    if is_inside:
        raise NotWritten(
            "{output} lies inside the data, {data}.",
            "Choose a folder apart with -o.",
            output=output,
            data=data,
        )


def _loaded(arguments: argparse.Namespace, load: Load) -> Segmenter:
    if not arguments.segmenter.exists():
        raise ModelMissing("There is no folder {folder}.", folder=arguments.segmenter)
    return load(arguments.segmenter, choose_device(arguments.device))


def _settings(arguments: argparse.Namespace, segmenter: Segmenter | None) -> dict[str, str]:
    """What must be the same for a run to go on."""
    place, split = _source(arguments.data)
    return {
        "data": f"{place.resolve()}:{split}",
        "layout": arguments.layout,
        "images": str(arguments.images.resolve()) if arguments.images else "",
        "count": str(arguments.count or "all"),
        "targets": arguments.targets,
        "least_pixels": str(arguments.least_pixels),
        "least_iou": str(arguments.least_iou) if segmenter else "none",
        "segmenter": f"{segmenter.name} {segmenter.digest}" if segmenter else "none",
    }


def _tiles(
    rows: Sequence[Row], ious: Ious, arguments: argparse.Namespace, place: SplitFolder
) -> Iterator[SheetTile]:
    most = min(len(rows), MOST_SHEETS * arguments.sheet)
    for index in np.linspace(0, len(rows) - 1, most).astype(int):
        yield _tile(rows[index], ious, arguments.least_iou, place)


def _tile(row: Row, ious: Ious, least_iou: float, place: SplitFolder) -> SheetTile:
    sample = sample_from(row, place.folder, place.folder, place.split)
    kept = kept_row(row, ious, least_iou) is not None
    return SheetTile(
        sample.read_picture(),
        sample.read_mask() if sample.read_mask else None,
        row.targets or (),
        good(row, ious, least_iou),
        kept,
        verdict(row, ious, kept),
        row.questions[0],
    )


def verdict(row: Row, ious: Ious, kept: bool) -> str:
    """A line about a sample."""
    if row.targets == ():
        return "nothing to find"
    values = sorted(ious.get(row.name, ()))
    several = f"{len(row.targets)} targets, " if row.targets and len(row.targets) > 1 else ""
    told = "not filtered" if row.targets else "all parts too small"
    if values:
        told = f"IoU {values[0]:.2f}" + (f" to {values[-1]:.2f}" if values[-1] > values[0] else "")
    return ("" if kept else "dropped: ") + several + told


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="askmap bop", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("data", metavar="DATA[:SPLIT]", help="a set on the disk (split: train), or landscapes:in, :out")
    add("-o", "--output", type=Path, required=True, metavar="FOLDER", help="new, or one of another split")
    add("--split-out", type=_split, default="train", metavar="NAME", help="what the split is called there")
    add("--layout", default="auto", help="of the set; «auto» = as the folder looks")
    add("--images", type=Path, metavar="FOLDER", help="of the set's pictures, where they are apart")
    add(
        "--targets",
        choices=("auto", "one", "parts"),
        default=Rule.targets,
        help="of a mask of several parts (default: the set's own instances, else one)",
    )
    add("--least-pixels", type=counted, default=Rule.least_px, metavar="N", help="of a part (default: 16)")
    add("--count", type=counted, help="so many samples, spread evenly over the set (default: all)")
    add("--sheet", type=_number, default=48, metavar="N", help="labels on a contact sheet; 0 = no sheets")
    _add_filter(parser)
    return parser.parse_args(argv)


def _add_filter(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("the filter").add_argument
    add("--segmenter", type=Path, default=POCKET / "segmenter", metavar="DIR", help="SAM2 (default: bundled)")
    add("--least-iou", type=_share, default=LEAST_IOU, metavar="IOU", help=f"default: {LEAST_IOU}")
    add("--no-filter", action="store_true", help="keep every target, and load no segmenter")
    add("--device", choices=("auto", "cpu", "cuda"), default="auto")
    add("--threads", type=counted, help="torch's threads (default: as torch likes)")


def _split(text: str) -> str:
    if not re.fullmatch(r"\w[\w.-]*", text):
        raise argparse.ArgumentTypeError(f"«{text}» is no name of letters, digits, -, _ and dots")
    return text


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is less than 0")
    return number


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no share of 1")
    return share


if __name__ == "__main__":
    sys.exit(main())
