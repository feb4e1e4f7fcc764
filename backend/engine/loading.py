"""The engine of some settings, of whichever kind, loaded once."""

from __future__ import annotations

import sys
from functools import lru_cache

from .kinds import kind_of
from .protocols import Engine, EngineSettings


@lru_cache(maxsize=1)  # a device holds one engine
def load_engine(settings: EngineSettings) -> Engine:
    """Seconds to minutes the first time. MissingPackage, DeviceMissing, OutOfMemory, or a Model... error."""
    unload()  # the one before it, or both would have to fit
    return kind_of(settings).load(settings)


def unload() -> None:
    """Free the engine's memory, once no caller holds the engine."""
    load_engine.cache_clear()


def free_engine() -> None:
    """The same; and what torch would keep of a graphics card for itself goes back to others."""
    unload()
    torch = sys.modules.get("torch")  # which an engine may have loaded
    if torch is not None and torch.cuda.is_initialized():
        torch.cuda.empty_cache()
