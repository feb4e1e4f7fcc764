"""Random questions of a set and their answers, good and bad, as one picture to be looked at.

    python -m askmap.training.evaluation.gallery
    python -m askmap.training.evaluation.gallery --data ../shared/datasets/open:val-unknown --count 20

Which ones follows from the seed alone, and each is shown as it comes: the answer's outlines and boxes, the
outlines of what is really there, and whether it is right.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from PIL import Image, ImageDraw
from rich.progress import track

from ...backend.atomic import atomic_write
from ...backend.engine.kinds import reasoner_from
from ...backend.engine.loading import load_engine
from ...backend.engine.protocols import POCKET, Engine, EngineSettings
from ...backend.errors import NotWritten
from ...backend.outputs.picture import font_for, wrapped
from ...backend.self_test import RIGHT_IOU
from ...backend.text import printable
from ..data.samples import Sample
from ..data.truth import has_truth, true_mask
from ..options import counted, run_command
from .asking import ask, check_any_masked, chosen_samples, question_of
from .case_picture import ANSWER, TRUTH, outlined
from .cases import Case, unpacked

DATA = "../shared/datasets/open:val"
OUT = Path("build/gallery.jpg")
COUNT, COLUMNS, SEED = 60, 10, 0
POOL = 3  # times as many questions are drawn from: each view of a large set takes a while to make
SIDE_PX, GAP_PX, FRAME_PX, LINE_PX = 224, 8, 4, 1
TEXT_PX, QUESTION_LINES, QUALITY = 13, 2, 80
RIGHT, WRONG = (0, 120, 60), (190, 40, 0)
INK, PAPER, SOFT = (20, 20, 20), (255, 255, 255), (110, 110, 110)

Colour = tuple[int, int, int]
Load = Callable[[EngineSettings], Engine]


def main(argv: Sequence[str] | None = None, load: Load = load_engine) -> int:
    """0 when it is drawn, 2 for what the user can mend, 130 when stopped."""
    arguments = _arguments(argv)
    return run_command(lambda: _draw(arguments, load), stopped="Stopped; nothing is written.")


def _draw(arguments: argparse.Namespace, load: Load) -> None:
    samples = chosen_samples(arguments.data, arguments.layout, POOL * arguments.count)
    check_any_masked(samples, arguments.data)
    drawn = random_samples(samples, arguments.count, arguments.seed)
    engine = load(EngineSettings(arguments.reasoner, arguments.segmenter, arguments.device))
    cards, cases = [], []
    for sample in track(drawn, "Asking", total=len(drawn)):
        case = ask(engine, sample, question_of(sample, "first"))
        cases.append(case)
        cards.append(card(sample, case))
    title = f"{arguments.data}, seed {arguments.seed}: {summary(cases)}"
    write_sheet(sheet(cards, title, arguments.columns), arguments.out)
    print(f"{title} Written: {arguments.out}")


def random_samples(samples: Sequence[Sample], count: int, seed: int) -> list[Sample]:
    """At most `count`, none twice, of those whose truth is known."""
    order = random.Random(seed).sample(range(len(samples)), len(samples))
    return list(islice((sample for sample in map(samples.__getitem__, order) if has_truth(sample)), count))


def is_right(case: Case) -> bool:
    """IoU of RIGHT_IOU or more; of what is not there, «none»; of what no label knows, «I do not know»."""
    iou = case.scores["native"].iou
    return case.is_unknown if case.is_outside else iou is not None and iou >= RIGHT_IOU


def summary(cases: Sequence[Case]) -> str:
    right = sum(map(is_right, cases))
    there = [case.scores["native"].iou or 0 for case in cases if case.expects]
    mean = f" gIoU {sum(there) / len(there):.2f} where there is something to find." if there else ""
    return f"{right} of {len(cases)} right.{mean}"


def outcome_text(case: Case) -> str:
    """What came of it, in a few words."""
    if case.found is None:
        return "cannot be read"
    if case.is_unknown:
        return "does not know what that is"
    if not case.expects:
        return f"{case.found} found where nothing is" if case.found else "none found, none is there"
    if not case.found:
        return "none found, but it is there"
    return f"{case.found} found, IoU {case.scores['native'].iou:.2f}"


# --- the picture ---


def card(sample: Sample, case: Case) -> Image.Image:
    """One question: picture, what was asked, what came of it and of which kind it is."""
    picture = sample.read_picture()
    found, truth = unpacked(case.mask, case.size), true_mask(sample, picture)
    view = outlined(picture, truth, found, case.boxes, side_px=SIDE_PX - 2 * FRAME_PX, line_px=LINE_PX)
    right = is_right(case)
    whole = Image.new("RGB", (SIDE_PX, SIDE_PX + caption_px()), PAPER)
    whole.paste(RIGHT if right else WRONG, (0, 0, SIDE_PX, SIDE_PX))
    whole.paste(Image.fromarray(view), (FRAME_PX, FRAME_PX))
    broken = wrapped(printable(case.question), TEXT_PX, SIDE_PX, most=QUESTION_LINES)
    lines = [text.replace("…", "...") for text, _ in broken]  # a sign that would change the font
    lines += [""] * (QUESTION_LINES - len(lines))
    told = f"{'RIGHT' if right else 'WRONG'}: {outcome_text(case)}"
    colours = [*[INK] * QUESTION_LINES, RIGHT if right else WRONG, SOFT]
    _write_lines(whole, [*lines, told, printable(sample.kind)], colours)
    return whole


def caption_px() -> int:
    return (QUESTION_LINES + 2) * (TEXT_PX + 4) + GAP_PX


def _write_lines(whole: Image.Image, lines: Sequence[str], colours: Sequence[Colour]) -> None:
    pen, y = ImageDraw.Draw(whole), SIDE_PX + 2
    for line, colour in zip(lines, colours):
        pen.text((1, y), line, fill=colour, font=font_for(line, TEXT_PX))
        y += TEXT_PX + 4


def sheet(cards: Sequence[Image.Image], title: str, columns: int) -> Image.Image:
    """All cards in rows, under the title and a legend."""
    step_x, step_y, head = SIDE_PX + GAP_PX, SIDE_PX + caption_px() + GAP_PX, 3 * TEXT_PX + GAP_PX
    columns = min(columns, len(cards))
    size = (columns * step_x + GAP_PX, -(-len(cards) // columns) * step_y + head + GAP_PX)
    whole = Image.new("RGB", size, PAPER)
    for number, each in enumerate(cards):
        row, column = divmod(number, columns)
        whole.paste(each, (GAP_PX + column * step_x, head + row * step_y))
    _write_head(whole, title)
    return whole


def _write_head(whole: Image.Image, title: str) -> None:
    pen, x, y = ImageDraw.Draw(whole), GAP_PX, GAP_PX
    for name, colour in (("truth", TRUTH), ("answer, its boxes as thin lines", ANSWER)):
        pen.rectangle((x, y, x + 2 * TEXT_PX, y + TEXT_PX), fill=colour, outline=INK)
        font = font_for(name, TEXT_PX)
        pen.text((x + 2 * TEXT_PX + 4, y - 1), name, fill=INK, font=font)
        x += 3 * TEXT_PX + round(font.getlength(name)) + GAP_PX
    pen.text((x, y - 1), printable(title), fill=INK, font=font_for(title, TEXT_PX))


def write_sheet(whole: Image.Image, path: Path) -> None:
    """A JPEG or a PNG, as the name says; raises NotWritten."""
    kinds = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
    if path.suffix.lower() not in kinds:
        raise NotWritten("The picture is a JPEG or a PNG.", hint="Choose a name that ends in .jpg or .png.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as place:
        whole.save(place, format=kinds[path.suffix.lower()], quality=QUALITY)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.evaluation.gallery",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--data", default=DATA, metavar="PATH[:SPLIT]", help=f"as for askmap evaluate (default: {DATA})")
    add("--layout", default="auto", help="of the set; «auto» = as the folder looks")
    add("--reasoner", type=reasoner_from, default=POCKET / "reasoner")
    add("--segmenter", type=Path, default=POCKET / "segmenter")
    add("--device", choices=("auto", "cpu", "cuda"), default="auto")
    add("--count", type=counted, default=COUNT, help=f"questions (default: {COUNT})")
    add("--seed", type=int, default=SEED, help="which ones are drawn")
    add("--columns", type=counted, default=COLUMNS, help=f"cards in a row (default: {COLUMNS})")
    add("--out", type=Path, default=OUT, help=f"a JPEG or a PNG (default: {OUT})")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
