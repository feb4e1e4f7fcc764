"""The door of PRIME: a recipe becomes a trained reasoner on disk.

    askmap train RECIPE.toml [--out FOLDER] [--dry-run]
    accelerate launch … -m askmap.training.prime RECIPE.toml

One step of it stands in trainer.py. A run that was killed goes on from its last whole checkpoint: questions,
rollouts and losses are those of a run that was not. FOLDER is of one recipe: run_folder.py says which keys
may change before a run goes on.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from accelerate import PartialState
from rich.console import Console

from ..backend.atomic import make_folder
from ..backend.errors import NotWritten
from ..backend.reasoner.qwen import without_bars
from ..backend.terminal import show_error
from .options import counted, run_command
from .recipe_file import OURS as RECIPES
from .rehearsal.dry_run import rehearse
from .rehearsal.launcher import Machine, check_startable
from .rl.recipe import PrimeRecipe, read_prime_recipe
from .rl.run import REASONER, train


@without_bars()
def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="askmap train", description=__doc__)
    parser.add_argument("recipe", type=Path, help="a file, or the name of one that comes with AskMap")
    parser.add_argument(
        "--out", type=Path, help="folder of checkpoints, curves and reasoner; runs/RECIPE if not said"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="check data, memory and settings, train nothing"
    )
    parser.add_argument("--threads", type=counted, default=1, help="torch's threads on a CPU")
    arguments = parser.parse_args(argv)
    torch.set_num_threads(arguments.threads)
    typed = [
        argument for argument in (sys.argv[1:] if argv is None else argv) if not argument.startswith("--d")
    ]
    console = Console(stderr=True)
    return run_command(
        lambda: _prime(arguments, typed),
        stopped="Stopped; the same command goes on from the last checkpoint.",
        report_error=lambda error: show_error(error, console),
    )


def _prime(arguments: argparse.Namespace, typed: Sequence[str]) -> None:
    recipe = read_prime_recipe(_recipe_path(arguments.recipe))
    if arguments.dry_run:
        rehearse(recipe, Console(), typed)
    else:
        _train(recipe, typed, arguments.out or Path("runs") / arguments.recipe.stem)


def _train(recipe: PrimeRecipe, typed: Sequence[str], out: Path) -> None:
    check_startable(recipe, typed, Machine.here())
    _check_out(recipe, out)
    folder, crew = train(recipe, out), PartialState()
    if crew.is_main_process:
        print(f"The trained reasoner is in {folder}")
    crew.destroy_process_group()


def _check_out(recipe: PrimeRecipe, out: Path) -> None:
    """That it can be written into, and that nothing that the run begins with lies where it ends."""
    models = [Path(name).resolve() for name in (recipe.reasoner, recipe.segmenter) if name]
    if (out / REASONER).resolve() in models:
        raise NotWritten(
            "{out} is what the run begins with, and would be replaced by what it ends with.",
            "Choose another folder with --out.",
            out=out / REASONER,
        )
    make_folder(out)
    if not os.access(out, os.W_OK):
        raise NotWritten("Nothing can be written into {out}.", out=out)


def _recipe_path(recipe: Path) -> Path:
    """The user's file, else ours of that name."""
    ours = RECIPES / recipe.with_suffix(".toml").name
    return ours if ours.is_file() and not recipe.is_file() else recipe


if __name__ == "__main__":
    sys.exit(main())
