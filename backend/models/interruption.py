"""A pass through a network may take seconds: here it can be stopped between two of its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from torch import nn

from ..stages import CheckCancelled


@contextmanager
def interruptible(network: nn.Module, check_cancelled: CheckCancelled) -> Iterator[None]:
    """What `check_cancelled` raises before one of the blocks ends the pass there."""

    def before(*_: Any) -> None:  # what a hook returns would take the place of the block's input
        check_cancelled()

    lists = (part for part in network.modules() if isinstance(part, nn.ModuleList))
    hooks = [block.register_forward_pre_hook(before) for blocks in lists for block in blocks]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
