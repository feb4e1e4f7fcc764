"""From a click to its mask: the engine that keeps what SAM2 made of the scene, beside one that does not.

    python -m askmap.training.benchmarks.refine_speed                    # the bundled segmenter
    python -m askmap.training.benchmarks.refine_speed --segmenter small  # noise, shaped as SAM2.1-small

One person corrects masks, click by click. All sides have the same networks, scene and clicks, and take turns
at every click, so that a busy machine is busy for all. «Asked again» is a whole answer, reasoning included.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from rich.console import Console
from rich.table import Table

from ...backend.engine.local import LocalEngine
from ...backend.engine.protocols import POCKET, EngineSettings
from ...backend.models.device import choose_device
from ...backend.reasoner.qwen import Decoding, without_bars
from ...backend.reasoner.qwen_loading import load_reasoner
from ...backend.segmenter.sam2 import load_segmenter
from ...backend.stages import Box, Point, Question, Scene, Target
from ..evaluation.asking import scene_of
from ..options import counted, run_command
from ..synthetic.dataset import landscape_samples
from .noise import SMALL, lay_out_segmenter

OURS, PEER, AGAIN = "kept", "encoded at every click", "asked again"
CLICKS_A_TARGET = 5  # then the user turns to another one
ASKED_EVERY = 10  # clicks; whole answers take longer
QUESTION = "Where could a boat float?"


@dataclass(frozen=True)
class Waits:
    """How long each thing took, in seconds; what came first is told apart."""

    first: float
    then: tuple[float, ...] = field(repr=False)

    @property
    def median(self) -> float:
        return float(np.median(self.then))

    @property
    def p95(self) -> float:
        return float(np.quantile(self.then, 0.95))


def click_targets(side_px: int, count: int) -> Iterator[Target]:
    """A box, and every time one point more, in turn of what belongs to the target and what does not."""
    rng, target = np.random.default_rng(0), None
    for number in range(count):
        if target is None or number % CLICKS_A_TARGET == 0:
            left, top = rng.uniform(0, 0.6 * side_px, 2)
            target = Target(Box(left, top, left + 0.3 * side_px, top + 0.3 * side_px))
        assert target.box is not None
        x, y = (start + rng.uniform(0, 0.3 * side_px) for start in (target.box.x0, target.box.y0))
        if number % 2:
            target = replace(target, negatives=(*target.negatives, Point(x, y)))
        else:
            target = replace(target, points=(*target.points, Point(x, y)))
        yield target


Side = Callable[[Target], object]


def sides_of(ours: LocalEngine, scene: Scene) -> dict[str, Side]:
    """What each side does at a click; a new engine around the same networks knows no scene."""

    def fresh() -> LocalEngine:
        return LocalEngine(ours.reasoner, ours.segmenter, ours.device, ours.settings, ours.version)

    return {
        OURS: lambda target: ours.segment(scene, [target]),
        PEER: lambda target: fresh().segment(scene, [target]),
        AGAIN: lambda _: fresh().answer(scene, Question(QUESTION)),
    }


def measure_waits(sides: Mapping[str, Side], targets: Sequence[Target]) -> dict[str, Waits]:
    """Every side at every click, AGAIN at every ASKED_EVERY-th."""
    waits: dict[str, list[float]] = {name: [] for name in sides}
    for number, target in enumerate(targets):
        for name, side in sides.items():
            if name != AGAIN or number % ASKED_EVERY == 0:
                began = time.perf_counter()
                side(target)
                waits[name].append(time.perf_counter() - began)
    return {name: Waits(held[0], tuple(held[1:] or held)) for name, held in waits.items()}


# --- the command ---


@without_bars()
def main(argv: Sequence[str] | None = None) -> int:
    """0, or 2 for what the user can mend."""
    arguments = _arguments(argv)
    torch.set_num_threads(arguments.threads)
    return run_command(lambda: _compare(arguments))


def _compare(arguments: argparse.Namespace) -> None:
    with TemporaryDirectory() as folder:
        engine = _engine(arguments.segmenter, torch.device(choose_device(arguments.device)), Path(folder))
        picture = landscape_samples("in", 1, side_px=arguments.side)[0].read_picture()
        sides = sides_of(engine, scene_of(picture, "landscape"))
        waits = measure_waits(sides, list(click_targets(arguments.side, arguments.clicks)))
    if arguments.json:
        print(
            json.dumps(figures(waits) | {"threads": arguments.threads, "side_px": arguments.side}, indent=2)
        )
    else:
        Console().print(table(waits))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.benchmarks.refine_speed", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--segmenter", choices=("pocket", "small"), default="pocket")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--clicks", type=counted, default=51, help="the first is told apart")
    parser.add_argument("--side", type=counted, default=1024, help="of the scene, in pixels")
    parser.add_argument("--threads", type=counted, default=1, help="of the CPU")
    parser.add_argument("--json", action="store_true", help="print JSON, not a table")
    return parser.parse_args(argv)


def _engine(segmenter: str, device: torch.device, folder: Path) -> LocalEngine:
    if segmenter == "small":
        lay_out_segmenter(folder, SMALL)
    place = folder if segmenter == "small" else POCKET / "segmenter"
    reasoner = load_reasoner(POCKET / "reasoner", device, decoding=Decoding(max_new_tokens=300))
    return LocalEngine(reasoner, load_segmenter(place, device), str(device), EngineSettings(), "")


def figures(waits: Mapping[str, Waits]) -> dict[str, object]:
    """What --json prints; `ratio` is to ours, by the medians."""
    return {
        "sides": {
            name: {
                "first_s": held.first,
                "median_s": held.median,
                "p95_s": held.p95,
                "count": len(held.then),
                "ratio": held.median / waits[OURS].median,
            }
            for name, held in waits.items()
        }
    }


def table(waits: Mapping[str, Waits]) -> Table:
    shown = Table("from a click to its mask", "first", "median", "p95", "times ours")
    for column in shown.columns[1:]:
        column.justify = "right"
    for name, held in waits.items():
        times = (f"{1000 * seconds:,.0f} ms" for seconds in (held.first, held.median, held.p95))
        shown.add_row(name, *times, f"{held.median / waits[OURS].median:.1f}")
    return shown


if __name__ == "__main__":
    sys.exit(main())
