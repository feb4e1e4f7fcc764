"""Does reinforcement learning carry further than imitation? The papers' claim, tried on `pocket`.

    python -m askmap.training.benchmarks.proof START --only prime:0     # one run; several may go side by side
    python -m askmap.training.benchmarks.proof START                    # all that is missing, then the tables
    python -m askmap.training.benchmarks.proof START --open SETS --vhr10 VHR10 --out runs/proof-real
    python -m askmap.training.benchmarks.proof START --way taught --way prime --steps 100  # less

From one weak START (a reasoner's folder) each way learns from landscapes of `in` alone, in three seeds, with
about the same compute (the recipes' steps; CPU seconds are measured and told). Each is then asked about
held-out landscapes of `in`, and of `out`: other colours, scales and words. With --open each learns from the
train split of real imagery instead, and is asked about its `val` and about VHR-10, which nothing learns from.
Intervals are bootstrap's 95 %.

Labels are imitated as they are given in three seconds (sft), behind the reasoner's own thoughts (own), or
with thoughts that the user would have to write (taught). Reinforcement learning needs none.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import torch
from rich.console import Console
from rich.table import Table

from ...backend.errors import AskMapError
from ..evaluation import evaluate
from ..evaluation.cases import Case, read_cases
from ..evaluation.metrics import Figure, differences, figures
from ..options import counted
from ..recipe_file import OURS
from ..rl.recipe import PrimeRecipe, SampleSource, read_prime_recipe
from ..rl.run import train

IMITATIONS = ("sft", "own", "taught")
REINFORCED = ("prime", "mask")
WAYS = (*IMITATIONS, *REINFORCED)  # recipes/proof-*.toml
SEEDS = (0, 1, 2)
MOST = 10_000  # steps: what the recipes say
POLICY = "native"
APART = 100_000  # landscapes, or views, between the first ones of two seeds


@dataclass(frozen=True)
class ProofGround:
    """What all ways learn from, and what they are asked about."""

    domains: Mapping[str, Sequence[str]]  # by its name: which set, as `askmap evaluate` takes it
    judged: tuple[str, ...]  # those of the domains where the ways are compared
    learned: str = ""  # folder of real imagery; "" = what the recipes say

    def of(self, source: SampleSource, seed: int) -> SampleSource:
        """Each seed sees others."""
        reading = replace(source.reading, first=source.reading.first + seed * APART)
        if not self.learned:
            return replace(source, reading=reading)
        return replace(source, path=self.learned, layout="real", split="train", reading=reading)


LANDSCAPES = ProofGround({domain: ("--data", f"landscapes:{domain}") for domain in ("in", "out")}, ("out",))


def real_ground(sets: Path, vhr10: Path) -> ProofGround:
    zoomed = ("--data", f"{vhr10}:zoomed", "--layout", "vhr10")
    domains = {"val": ("--data", f"{sets}:val", "--layout", "real"), "vhr10": zoomed}
    return ProofGround(domains, ("val", "vhr10"), str(sets))


@dataclass(frozen=True)
class Proof:
    """Folders of one comparison; `count` questions a domain, at most `steps` steps a run."""

    ground: ProofGround
    start: Path
    out: Path
    count: int
    steps: int = MOST

    def run(self, way: str, seed: int) -> None:
        """Train, where that is not done yet, and ask."""
        folder = self.out / f"{way}-{seed}"
        if not (folder / "cpu_seconds.json").is_file():
            began = time.process_time()
            train(shortened(recipe_of(way, seed, self.start, self.ground), self.steps), folder)
            (folder / "cpu_seconds.json").write_text(json.dumps(time.process_time() - began))
        self.ask(folder / "reasoner", folder)

    def ask(self, reasoner: Path, folder: Path) -> None:
        """Goes on where it was cut; AskMapError when it cannot."""
        for domain, data in self.ground.domains.items():
            _ask(reasoner, domain, [*data, "--count", str(self.count)], folder / domain)


def recipe_of(way: str, seed: int, start: Path, ground: ProofGround = LANDSCAPES) -> PrimeRecipe:
    recipe = read_prime_recipe(OURS / f"proof-{way}.toml")
    return replace(recipe, reasoner=str(start), seed=seed, samples=ground.of(recipe.samples, seed))


def shortened(recipe: PrimeRecipe, most: int) -> PrimeRecipe:
    """At most so many steps, and no more samples than they ask about."""
    steps = min(recipe.steps, most)
    source, count = recipe.samples, steps * recipe.questions
    return replace(recipe, steps=steps, samples=replace(source, reading=replace(source.reading, count=count)))


def _ask(reasoner: Path, domain: str, data: Sequence[str], out: Path) -> None:
    arguments = ["--reasoner", str(reasoner), *data, "--policy", POLICY, "--device", "cpu", "--out", str(out)]
    if evaluate.main(arguments):
        raise AskMapError(
            "{reasoner} could not be asked about «{domain}».",
            "See the line above.",
            reasoner=reasoner,
            domain=domain,
        )


def runs_table(out: Path, domains: Sequence[str], ways: Sequence[str] = WAYS) -> Table:
    """gIoU of the start and of every run."""
    table = Table("way", "seed", "CPU s", *(f"gIoU {domain}" for domain in domains))
    table.add_row("start", "", "", *(_gain(_cases(out / "start", domain)) for domain in domains))
    for way, seed in product(ways, SEEDS):
        folder = out / f"{way}-{seed}"
        seconds = json.loads((folder / "cpu_seconds.json").read_text())
        table.add_row(way, str(seed), f"{seconds:.0f}", *(_gain(_cases(folder, d)) for d in domains))
    return table


def gains_table(out: Path, domain: str, ways: Sequence[str] = WAYS) -> Table:
    """What reinforcement gained in a domain over imitation, and over the start, in the same seed."""
    reinforced, imitations = ([way for way in ways if way in kind] for kind in (REINFORCED, IMITATIONS))
    table = Table(domain, "seed", *(f"over {way}" for way in (*imitations, "start")))
    for way, seed in product(reinforced, SEEDS):
        cases = _cases(out / f"{way}-{seed}", domain)
        others = [out / f"{other}-{seed}" for other in imitations]
        table.add_row(way, str(seed), *(_over(cases, _cases(o, domain)) for o in (*others, out / "start")))
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


def _print_tables(proof: Proof, ways: Sequence[str]) -> None:
    gains = (gains_table(proof.out, domain, ways) for domain in proof.ground.judged)
    Console().print(runs_table(proof.out, list(proof.ground.domains), ways), *gains)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m askmap.training.benchmarks.proof", description=__doc__)
    parser.add_argument("start", type=Path, help="folder of the weak reasoner")
    parser.add_argument("--out", type=Path, default=Path("runs/proof"))
    parser.add_argument("--only", action="append", metavar="WAY:SEED", help="only this run, and no tables")
    parser.add_argument("--way", action="append", choices=WAYS, help="only these ways; several may be named")
    parser.add_argument("--steps", type=counted, default=MOST, help="at most so many a run")
    parser.add_argument("--count", type=int, default=500, help="questions a domain")
    parser.add_argument(
        "--open", type=Path, help="folder of labelled real imagery, to learn from its train split"
    )
    parser.add_argument("--vhr10", type=Path, help="folder of NWPU VHR-10, which is asked about with --open")
    arguments = parser.parse_args(argv)
    if (arguments.open is None) != (arguments.vhr10 is None):
        parser.error("--open and --vhr10 go together")
    torch.set_num_threads(1)
    ground = real_ground(arguments.open, arguments.vhr10) if arguments.open else LANDSCAPES
    ways = arguments.way or WAYS
    proof = Proof(ground, arguments.start, arguments.out, arguments.count, arguments.steps)
    try:
        for name in arguments.only or [f"{way}:{seed}" for seed in SEEDS for way in ways]:
            way, _, seed = name.partition(":")
            proof.run(way, int(seed))
        if not arguments.only:
            proof.ask(arguments.start, arguments.out / "start")
            _print_tables(proof, ways)
    except AskMapError as error:
        print(f"{error} {error.hint}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
