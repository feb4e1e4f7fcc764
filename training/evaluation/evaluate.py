"""How good a reasoner and a segmenter are together: every question of a set, scored as the papers score.

    askmap evaluate --data landscapes:in --count 500
    askmap evaluate --data following:in                          # questions that follow up another one
    askmap evaluate --data EarthReason:val --reasoner DIR --segmenter DIR --policy all --out runs/val
    accelerate launch -m askmap.training.evaluate --data EarthReason:test --out runs/test     # on all GPUs
    torchrun --nproc_per_node 2 -m askmap.training.evaluate --device cpu --data landscapes:out

A run that was stopped goes on with the same command. Several processes share the questions; each writes what
it asked, and the first one brings all together. What is kept of a case is enough for every policy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from accelerate import PartialState
from rich.console import Console
from rich.progress import track
from rich.table import Table

from ...backend.atomic import atomic_write
from ...backend.engine.kinds import describe, reasoner_from
from ...backend.engine.loading import load_engine
from ...backend.engine.protocols import POCKET, Engine, EngineSettings
from ...backend.entries.html_page import shown
from ...backend.errors import ModelMissing
from ...backend.models.device import choose_device
from ...backend.models.weights import digest, read_json
from ..data.samples import LazySamples, Sample
from ..data.truth import has_truth, true_mask
from ..options import counted, run_command
from .asking import ask, check_any_masked, chosen_samples, question_of
from .cases import CASES, Case, append_case, begin_run, gather_cases, read_cases
from .compare import Pair, compare_runs, comparison_json, comparison_tables, most_changed, pair_runs
from .metrics import Figure, figures, figures_by_kind
from .report import Shown, cards, figures_table, kinds_table, page, settings_table
from .scoring import POLICIES

SHOWN = 12  # worst, and as many best cases
PATIENCE = timedelta(days=30)  # how long a process that is done waits for the others

Load = Callable[[EngineSettings], Engine]


def main(argv: Sequence[str] | None = None, load: Load = load_engine) -> int:
    """0 when all was asked, 2 for what the user can mend, 130 when stopped."""
    arguments = _arguments(argv)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    stopped = "Stopped. The same command goes on where this one was."
    return run_command(lambda: _evaluate(arguments, load), stopped=stopped)


def _evaluate(arguments: argparse.Namespace, load: Load) -> None:
    """Everything that can fail fast comes before the models are loaded."""
    samples = chosen_samples(arguments.data, arguments.layout, arguments.count)
    check_any_masked(samples, arguments.data)
    if arguments.compare:
        read_cases(arguments.compare)  # raises what is wrong with it now, not after hours
    settings = run_settings(arguments)
    out = arguments.out or Path("runs") / f"evaluate-{_short(json.dumps(settings))}"
    crew = PartialState(cpu=choose_device(arguments.device).type == "cpu", timeout=PATIENCE)
    if crew.is_main_process:
        begin_run(out, settings)
        gather_cases(out)
    crew.wait_for_everyone()
    asked = _ask_all(samples, arguments, out, crew, load)
    crew.wait_for_everyone()
    if crew.is_main_process:
        cases = gather_cases(out)
        run = Run(
            LazySamples([index for index, _ in asked], samples.__getitem__),
            [cases[name] for _, name in asked],
            len(samples) - len(asked),
            out,
            settings,
            _policies(arguments.policy),
        )
        _conclude(run, arguments.compare)
    crew.destroy_process_group()


def run_settings(arguments: argparse.Namespace) -> dict[str, str]:
    """What must be the same for a run to go on; raises ModelMissing."""
    engine = describe(EngineSettings(arguments.reasoner, arguments.segmenter))
    return {
        "data": arguments.data,
        "layout": arguments.layout,
        "questions": arguments.questions,
        "reasoner": _identity(engine.reasoner, engine.reasoner_path),
        "segmenter": _identity(engine.segmenter, engine.segmenter_path),
    }


def _identity(name: str, place: Path | None) -> str:
    """Only of what lies on the disk it can be known that it is the same."""
    return f"{place.resolve().name} {fingerprint(place)}" if place else name


def fingerprint(model: Path) -> str:
    """Of all that decides what it answers: weights, and the small files beside them; raises ModelMissing."""
    if not model.exists():
        raise ModelMissing("There is no folder {folder}.", folder=model)
    if model.is_dir():
        read_json(model / "config.json")
    small = [file for file in sorted(model.glob("*")) if file.suffix in (".json", ".txt", ".jinja")]
    return _short(digest(model) + "".join(hashlib.sha256(file.read_bytes()).hexdigest() for file in small))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _ask_all(
    samples: Sequence[Sample], arguments: argparse.Namespace, out: Path, crew: PartialState, load: Load
) -> list[tuple[int, str]]:
    """Asks this process's share of what nobody has asked yet; number and name of all that have a mask."""
    known, asked, engine = read_cases(out), list[tuple[int, str]](), None
    place = out / (CASES if crew.num_processes == 1 else f"cases-{crew.process_index}.jsonl")
    device = str(crew.device) if crew.num_processes > 1 else arguments.device
    progress = Console(stderr=True)
    for index, sample in enumerate(
        track(samples, "Asking", console=progress, disable=not crew.is_main_process)
    ):
        if not has_truth(sample):
            continue
        asked.append((index, sample.name))
        question = question_of(sample, arguments.questions)
        old = known.get(sample.name)
        if index % crew.num_processes == crew.process_index and (old is None or old.question != question):
            engine = engine or load(EngineSettings(arguments.reasoner, arguments.segmenter, device))
            append_case(ask(engine, sample, question), place)
    return asked


# --- what came out ---


@dataclass(frozen=True, eq=False)
class Run:
    samples: Sequence[Sample]
    cases: Sequence[Case]  # in the order of the samples
    left_out: int  # samples that have boxes only
    out: Path
    settings: dict[str, str]
    policies: Sequence[str]  # the first one ranks the cases


def _policies(chosen: str) -> list[str]:
    return list(POLICIES) if chosen == "all" else [chosen]


def _conclude(run: Run, other: Path | None) -> None:
    """Writes figures.json and report.html, with another run also comparison.json, and prints the figures."""
    by_policy = {policy: figures(run.cases, policy) for policy in run.policies}
    pairs = pair_runs(run.cases, other) if other else []
    _write(run.out / "figures.json", json.dumps(_plain(run, by_policy), indent=2) + "\n")
    sections = _tables(run, by_policy)
    if other:
        comparison = compare_runs(pairs, run.policies)
        plain = comparison_json(comparison, pairs, other, run.policies[0])
        _write(run.out / "comparison.json", json.dumps(plain, indent=2) + "\n")
        sections = [*sections, *_comparison_sections(run, pairs, comparison_tables(comparison), other)]
    whole = page("How well the questions were answered", [*sections, *_pictures(run)])
    _write(run.out / "report.html", whole)
    _print(run, by_policy)


def _plain(run: Run, by_policy: dict[str, dict[str, Figure]]) -> dict[str, Any]:
    seconds = [case.seconds for case in run.cases]
    kinds = {policy: figures_by_kind(run.cases, policy) for policy in run.policies}
    return {
        "settings": run.settings,
        "cases": len(run.cases),
        "boxes_only": run.left_out,
        "seconds_median": float(np.median(seconds)),
        "seconds_most": max(seconds),
        "figures": {p: {n: asdict(f) for n, f in named.items()} for p, named in by_policy.items()},
        "classes": {
            policy: {kind: {n: asdict(f) for n, f in named.items()} for kind, named in by_kind.items()}
            for policy, by_kind in kinds.items()
        },
    }


def _tables(run: Run, by_policy: dict[str, dict[str, Figure]]) -> list[str]:
    seconds = float(np.median([case.seconds for case in run.cases]))
    facts = {**run.settings, "cases": str(len(run.cases)), "seconds an answer, median": f"{seconds:.2f}"}
    first = run.policies[0]
    kinds = kinds_table(figures_by_kind(run.cases, first), first)
    return [settings_table(facts), figures_table(by_policy), kinds]


def _pictures(run: Run) -> list[str]:
    """The worst cases and the best of those with something to find, at most SHOWN each, none twice."""
    policy = run.policies[0]
    ranked = ranking(run.cases, policy)
    worst = ranked[: min(SHOWN, len(ranked) // 2)]
    right = (case for case in ranked[::-1] if case.expects and case.scores[policy].iou and case not in worst)
    best = list(islice(right, SHOWN))
    return [
        cards(f"Worst ({policy})", [_shown(run, case) for case in worst], policy),
        cards(f"Best ({policy})", [_shown(run, case) for case in best], policy),
    ]


def ranking(cases: Sequence[Case], policy: str) -> list[Case]:
    """From the worst to the best; of equally bad ones, that with more wrong pixels first."""
    scored = [(case.scores[policy], case) for case in cases]
    counted = [
        (score.iou, score.intersection - score.union, case) for score, case in scored if score.iou is not None
    ]
    return [case for _, _, case in sorted(counted, key=lambda row: row[:2])]


def _comparison_sections(run: Run, pairs: Sequence[Pair], tables: str, other: Path) -> list[str]:
    policy = run.policies[0]
    gained, lost = most_changed(pairs, policy, SHOWN)
    return [
        f"<h2>Against {shown(str(other))}</h2>{tables}",
        cards(
            f"Gained most ({policy}); this run is on the left", [_both(run, pair) for pair in gained], policy
        ),
        cards(f"Lost most ({policy}); this run is on the left", [_both(run, pair) for pair in lost], policy),
    ]


def _shown(run: Run, case: Case) -> Shown:
    sample = run.samples[next(i for i, each in enumerate(run.cases) if each.name == case.name)]
    picture = sample.read_picture()
    return Shown(case, picture, true_mask(sample, picture))


def _both(run: Run, pair: Pair) -> Shown:
    return replace(_shown(run, pair.ours), other=pair.theirs)


def _write(path: Path, text: str) -> None:
    """Raises NotWritten, and leaves an older file as it was."""
    with atomic_write(path) as place:
        place.write_text(text, encoding="utf-8")


def _print(run: Run, by_policy: dict[str, dict[str, Figure]]) -> None:
    """All policies, with the interval of the first."""
    first, *others = by_policy.values()
    table = Table("", run.policies[0], "95 %", *run.policies[1:], box=None)
    for name, figure in first.items():
        table.add_row(
            name, _number(figure.value), _interval(figure), *(_number(o[name].value) for o in others)
        )
    console = Console()
    console.print(table)
    left_out = f" {run.left_out} more have boxes only and were left out." if run.left_out else ""
    written = f"{len(run.cases)} cases.{left_out} Written: {run.out / 'report.html'}"
    console.print(written, soft_wrap=True, markup=False)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _interval(figure: Figure) -> str:
    return "" if figure.low is None else f"{figure.low:.3f} to {figure.high:.3f}"


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="askmap evaluate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add(
        "--data",
        required=True,
        metavar="PATH[:SPLIT]",
        help="a set on the disk (split: val), or landscapes:, views: or following: with in or out",
    )
    add("--layout", default="auto", help="of the set; «auto» = as the folder looks")
    add("--reasoner", type=reasoner_from, default=POCKET / "reasoner")
    add("--segmenter", type=Path, default=POCKET / "segmenter")
    add("--policy", choices=[*POLICIES, "all"], default="all", help="whose rules (default: all)")
    add("--questions", choices=("first", "random"), default="first", help="which one of a sample's questions")
    add("--count", type=counted, help="so many samples, spread evenly over the set (default: all)")
    add("--out", type=Path, help="folder (default: one under runs/ that is named for the settings)")
    add("--compare", type=Path, metavar="OUT", help="folder of another run over the same questions")
    add("--device", choices=("auto", "cpu", "cuda"), default="auto")
    add("--threads", type=counted, help="torch's threads (default: as torch likes)")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
