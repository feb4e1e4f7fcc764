"""Which kinds of engine there are; what the user chose as the reasoner says which one is meant."""

from __future__ import annotations

from pathlib import Path

from .local_kind import LOCAL
from .protocols import EngineDescription, EngineKind, EngineSettings
from .server_kind import SERVER

# The first that fits is taken; the last one takes any folder
KINDS: tuple[EngineKind, ...] = (SERVER, LOCAL)


def reasoner_from(chosen: str) -> Path | str:
    """What stands in the settings or behind `--reasoner`, as EngineSettings holds it."""
    return Path(chosen) if _fitting(chosen) is LOCAL else chosen


def kind_of(settings: EngineSettings) -> EngineKind:
    return LOCAL if isinstance(settings.reasoner, Path) else _fitting(settings.reasoner)


def describe(settings: EngineSettings) -> EngineDescription:
    """Quick: nothing is loaded or read."""
    return kind_of(settings).describe(settings)


def _fitting(chosen: str) -> EngineKind:
    return next(kind for kind in KINDS if kind.fits(chosen))
