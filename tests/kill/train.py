"""askmap train: a run that was killed goes on with the same losses, and comes to the same reasoner."""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from pathlib import Path

from askmap.training import prime
from case import Case, nothing
from runs_of_prime import pocket_recipe, told

STEPS = 3


def work(folder: Path) -> None:
    recipe = pocket_recipe(
        folder / "recipe.toml", steps=STEPS, save_every=1, keep=2, rollouts=2, new_tokens=30, micro_batch=2
    )
    assert prime.main([str(recipe), "--out", str(folder / "out")]) == 0


def outcome(folder: Path) -> tuple[object, bytes]:
    return told(folder / "out", STEPS), (folder / "out" / "reasoner" / "model.safetensors").read_bytes()


def check_killed(folder: Path) -> None:
    """The reasoner is there whole or not at all."""
    weights = folder / "out" / "reasoner" / "model.safetensors"
    assert not weights.exists() or weights.read_bytes() == _whole_run()[1]


def check_next(folder: Path) -> None:
    losses, weights = outcome(folder)
    assert losses == _whole_run()[0], "other losses"
    assert weights == _whole_run()[1], "other weights"
    left = [path.name for path in (folder / "out").iterdir() if path.name.endswith((".new", ".old"))]
    assert not left, left
    assert len(list((folder / "out" / "checkpoints").glob("checkpoint-*"))) == 2


@lru_cache(maxsize=1)
def _whole_run() -> tuple[object, bytes]:
    """Of a process of its own, because this one only copies itself."""
    with tempfile.TemporaryDirectory(prefix="askmap-kill-") as name:
        folder = Path(name)
        child = os.fork()
        if not child:
            for stream in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
            work(folder)
            os._exit(0)
        os.waitpid(child, 0)
        return outcome(folder)


CASES = {"pocket": Case(nothing, work, check_killed, check_next)}
