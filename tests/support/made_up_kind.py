"""An engine of a made-up kind: chosen by a text, nothing on the disk, no packages, and elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from askmap.backend.engine import kinds
from askmap.backend.engine.loading import unload
from askmap.backend.engine.protocols import Engine, EngineDescription, EngineKind, EngineSettings
from askmap.backend.message import Message

CHOSEN = "moon://crater//7/?key=secret"  # as a path it would be spelled in another way
RUNS, SENT = Message("The engine is on the moon."), Message("Pictures are sent there.")


def describe_moon(settings: EngineSettings) -> EngineDescription:
    return EngineDescription("moon", "no segmenter", needs_packages=False, elsewhere=(RUNS, SENT))


def is_moon(chosen: str) -> bool:
    return chosen.startswith("moon://")


def add_kind(monkeypatch: pytest.MonkeyPatch, load: Callable[[EngineSettings], Engine]) -> None:
    """Until the test ends, `load` gives the engine for CHOSEN."""
    made_up = EngineKind("moon", is_moon, describe_moon, load)
    monkeypatch.setattr(kinds, "KINDS", (made_up, *kinds.KINDS))
    unload()  # what another test loaded for the same settings
