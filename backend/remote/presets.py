"""Programs that serve models on the user's own computer, and where they listen unless told otherwise."""

from __future__ import annotations

import json
from typing import NamedTuple

from ..resources import resources


class Preset(NamedTuple):
    name: str
    url: str


def presets() -> tuple[Preset, ...]:
    """Those of resources/servers.json, which a packager may change."""
    rows = json.loads(resources("servers.json").read_text(encoding="utf-8"))["reasoners"]
    return tuple(Preset(str(row["name"]), str(row["url"])) for row in rows)
