"""Runs of PRIME in processes of their own, as a shell starts them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from askmap.backend.engine.protocols import POCKET
from safetensors.torch import load_file
from torch import Tensor

PRIME = "askmap.training.prime"
TWO = ("-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2")
QUIET = {"OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore", "TOKENIZERS_PARALLELISM": "false"}
SHARDED = {  # what `accelerate launch` makes of training/launch/fsdp2.yaml
    "ACCELERATE_USE_FSDP": "true",
    "FSDP_VERSION": "2",
    "FSDP_AUTO_WRAP_POLICY": "TRANSFORMER_BASED_WRAP",
    "FSDP_RESHARD_AFTER_FORWARD": "true",
    "FSDP_STATE_DICT_TYPE": "FULL_STATE_DICT",
    "FSDP_CPU_RAM_EFFICIENT_LOADING": "false",
    "FSDP_OFFLOAD_PARAMS": "false",
    "FSDP_ACTIVATION_CHECKPOINTING": "false",
}


def pocket_recipe(path: Path, rank: int = 0, **settings: object) -> Path:
    """Four landscapes, two a step, so that every second step begins an epoch; written to `path`."""
    keys = {
        "method": "bop", "reasoner": str(POCKET / "reasoner"), "steps": 6, "questions": 2, "rollouts": 4,
        "micro_batch": 4, "new_tokens": 60, "learning_rate": 1e-3, "schedule": "linear", "kl": 0.05,
        "bf16": False, "checkpointing": False, "save_every": 2, "keep": 9, **settings,
    }  # fmt: skip
    lines = [f"{key} = {json.dumps(value)}" for key, value in keys.items()]
    samples = ['path = "landscapes"', 'split = "in"', 'question = "random"']
    reading = ["first = 1_000_000", "count = 4"]
    parts = [
        *lines,
        *(["[lora]", f"rank = {rank}"] if rank else []),
        "[samples]",
        *samples,
        "[samples.reading]",
        *reading,
        "[bop]",
        "smooth = true",
        "strict = false",
    ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return path


def start(
    recipe: Path, out: Path, *how: str, said: Mapping[str, str] = MappingProxyType({})
) -> subprocess.Popen[bytes]:
    """`how` is what python gets before the recipe; the module alone if nothing is said."""
    return subprocess.Popen(
        [sys.executable, *(how or ("-m", PRIME)), str(recipe), "--out", str(out)],
        env={**os.environ, **QUIET, **said},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def finish(run: subprocess.Popen[bytes]) -> str:
    said = run.communicate(timeout=300)[0].decode()
    assert run.returncode == 0, said
    return said


def told(out: Path, step: int) -> list[dict[str, float]]:
    """Loss, reward, divergence and length of each step up to a checkpoint."""
    state = json.loads((out / "checkpoints" / f"checkpoint-{step}" / "trainer_state.json").read_text())
    names = ("step", "loss", "reward", "reward/box_iou", "kl", "length", "grad_norm", "learning_rate")
    return [{name: line[name] for name in names} for line in state["log_history"] if "loss" in line]


def weights(out: Path, step: int) -> dict[str, Tensor]:
    """Of a checkpoint, in float32: of the whole reasoner, or of its adapters."""
    (file,) = (out / "checkpoints" / f"checkpoint-{step}").glob("*model.safetensors")
    return load_file(file)
