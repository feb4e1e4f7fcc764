"""The engine of some settings, of whichever kind, loaded once."""

from __future__ import annotations

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
