"""Does reinforcement learning carry further than imitation? The papers' claim, tried on `pocket`.

    python -m askmap.training.benchmarks.proof START --only prime:0     # one run; several may go side by side
    python -m askmap.training.benchmarks.proof START                    # all that is missing, then the tables

From one weak START (a reasoner's folder) each way learns from landscapes of `in` alone, in three seeds, with
about the same compute (the recipes' steps; CPU seconds are measured and told). Each is then asked about
held-out landscapes of `in`, and of `out`: other colours, scales and words. Intervals are bootstrap's 95 %.

Labels are imitated as they are given in three seconds (sft), behind the reasoner's own thoughts (own), or
with thoughts that the user would have to write (taught). Reinforcement learning needs none.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import torch
from rich.console import Console
from rich.table import Table

from ...backend.errors import AskMapError
from ..evaluation import evaluate
from ..evaluation.cases import Case, read_cases
from ..evaluation.metrics import Figure, differences, figures
from ..recipe_file import OURS
from ..rl.recipe import PrimeRecipe, SampleSource, read_prime_recipe
from ..rl.run import train

IMITATIONS = ("sft", "own", "taught")
REINFORCED = ("prime", "mask")
WAYS = (*IMITATIONS, *REINFORCED)  # recipes/proof-*.toml
SEEDS = (0, 1, 2)
DOMAINS = ("in", "out")
POLICY = "native"
APART = 100_000  # landscapes between the first ones of two seeds


def run(way: str, seed: int, start: Path, out: Path, count: int) -> None:
    """Train, where that is not done yet, and ask `count` questions of each domain."""
    folder = out / f"{way}-{seed}"
    if not (folder / "cpu_seconds.json").is_file():
        began = time.process_time()
        train(recipe_of(way, seed, start), folder)
        (folder / "cpu_seconds.json").write_text(json.dumps(time.process_time() - began))
    ask(folder / "reasoner", folder, count)


def recipe_of(way: str, seed: int, start: Path) -> PrimeRecipe:
    recipe = read_prime_recipe(OURS / f"proof-{way}.toml")
    source: SampleSource = recipe.samples
    reading = replace(source.reading, first=source.reading.first + seed * APART)
    return replace(recipe, reasoner=str(start), seed=seed, samples=replace(source, reading=reading))


def ask(reasoner: Path, folder: Path, count: int) -> None:
    """Goes on where it was cut; AskMapError when it cannot."""
    for domain in DOMAINS:
        arguments = ["--reasoner", str(reasoner), "--data", f"landscapes:{domain}", "--count", str(count)]
        arguments += ["--policy", POLICY, "--device", "cpu", "--out", str(folder / domain)]
        if evaluate.main(arguments):
            raise AskMapError(
                "{reasoner} could not be asked about «{domain}».",
                "See the line above.",
                reasoner=reasoner,
                domain=domain,
            )


def runs_table(out: Path) -> Table:
    """gIoU of the start and of every run."""
    table = Table("way", "seed", "CPU s", *(f"gIoU {domain}" for domain in DOMAINS))
    table.add_row("start", "", "", *(_gain(_cases(out / "start", domain)) for domain in DOMAINS))
    for way, seed in product(WAYS, SEEDS):
        folder = out / f"{way}-{seed}"
        seconds = json.loads((folder / "cpu_seconds.json").read_text())
        table.add_row(way, str(seed), f"{seconds:.0f}", *(_gain(_cases(folder, d)) for d in DOMAINS))
    return table


def gains_table(out: Path) -> Table:
    """What reinforcement gained in `out` over imitation, and over the start, in the same seed."""
    table = Table("out", "seed", *(f"over {way}" for way in (*IMITATIONS, "start")))
    for way, seed in product(REINFORCED, SEEDS):
        cases = _cases(out / f"{way}-{seed}", "out")
        others = [out / f"{other}-{seed}" for other in IMITATIONS]
        table.add_row(way, str(seed), *(_over(cases, _cases(o, "out")) for o in (*others, out / "start")))
    return table


def _over(cases: Sequence[Case], others: Sequence[Case]) -> str:
    """The difference, and what share of the others' figure it is."""
    more, base = differences(cases, others, POLICY)["gIoU"], figures(others, POLICY)["gIoU"]
    return f"{_shown(more)}, {more.value / base.value:+.0%}" if more.value and base.value else _shown(more)


def _cases(folder: Path, domain: str) -> list[Case]:
    cases = read_cases(folder / domain)
    return [cases[name] for name in sorted(cases)]


def _gain(cases: Sequence[Case]) -> str:
    return _shown(figures(cases, POLICY)["gIoU"])


def _shown(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m askmap.training.benchmarks.proof", description=__doc__)
    parser.add_argument("start", type=Path, help="folder of the weak reasoner")
    parser.add_argument("--out", type=Path, default=Path("runs/proof"))
    parser.add_argument("--only", action="append", metavar="WAY:SEED", help="only this run, and no tables")
    parser.add_argument("--count", type=int, default=500, help="questions a domain")
    arguments = parser.parse_args(argv)
    torch.set_num_threads(1)
    try:
        for name in arguments.only or [f"{way}:{seed}" for seed in SEEDS for way in WAYS]:
            way, _, seed = name.partition(":")
            run(way, int(seed), arguments.start, arguments.out, arguments.count)
        if not arguments.only:
            ask(arguments.start, arguments.out / "start", arguments.count)
            Console().print(runs_table(arguments.out), gains_table(arguments.out))
    except AskMapError as error:
        print(f"{error} {error.hint}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
