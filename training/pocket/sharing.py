"""A warm-up in several processes: each learns from its own pictures of a batch, gradients are averaged.

One is started with `torchrun --nproc-per-node 2 -m askmap.training.pocket.warmup RECIPE.toml`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import distributed, nn

from ..recipe_file import BadRecipe


@dataclass(frozen=True)
class Share:
    """What one of `processes` does; the first one also writes."""

    rank: int = 0
    processes: int = 1

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    def each(self, count: int, key: str) -> int:
        """Of what the recipe's `key` counts, what every process has; BadRecipe where it is not whole."""
        if count % self.processes:
            raise BadRecipe(
                "«{key}» is {count}, which {processes} processes cannot share evenly.",
                key=key,
                count=count,
                processes=self.processes,
            )
        return count // self.processes

    def of(self, seeds: range) -> range:
        """Those of this process; raises as each() does."""
        self.each(len(seeds), "scenes")
        return seeds[self.rank :: self.processes]

    def wait(self) -> None:
        """Until all processes are here."""
        if self.processes > 1:
            distributed.barrier()

    def average(self, network: nn.Module) -> None:
        """Gradients over all processes; all of them have gradients of the same parameters."""
        if self.processes == 1:
            return
        gradients = [p.grad for p in network.parameters() if p.grad is not None]
        joined = torch.cat([gradient.flatten() for gradient in gradients])
        distributed.all_reduce(joined)
        parts = torch.split(joined / self.processes, [gradient.numel() for gradient in gradients])
        for gradient, part in zip(gradients, parts, strict=True):
            gradient.copy_(part.view_as(gradient))


ALONE = Share()


@contextmanager
def shared_out(device: str) -> Iterator[Share]:
    """The share of this process among those that a launcher has begun together; all of it where none has."""
    if "WORLD_SIZE" not in os.environ:
        yield ALONE
        return
    if device == "cuda":
        torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
    distributed.init_process_group("nccl" if device == "cuda" else "gloo")
    try:
        yield Share(distributed.get_rank(), distributed.get_world_size())
    finally:
        distributed.destroy_process_group()
