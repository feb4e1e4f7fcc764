"""PRIME with FSDP2 on CPUs, to be started as several processes; accelerate itself shards on GPUs alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from accelerate import PartialState
from accelerate.utils import DistributedType
from askmap.training import prime
from askmap.training.rl import run
from askmap.training.rl.recipe import PrimeRecipe
from torch.distributed.fsdp import FSDPModule
from trl import GRPOConfig

plain_settings, plain_export = run.trainer_settings, run.export


def as_on_gpus(recipe: PrimeRecipe, out: Path, processes: int) -> GRPOConfig:
    settings = plain_settings(recipe, out, processes)
    PartialState().distributed_type = DistributedType.MULTI_GPU
    return settings


def counted(trainer: Any, source: Path, folder: Path, format: str) -> Path:
    shards = sum(isinstance(part, FSDPModule) for part in trainer.model.modules())
    print(f"{shards} parts lie in shards")
    return plain_export(trainer, source, folder, format)


if __name__ == "__main__":
    run.trainer_settings, run.export = as_on_gpus, counted
    sys.exit(prime.main(sys.argv[1:]))
