"""Where the files lie that come with AskMap."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]  # the package's own folder: the checkout, or what the zip holds


def resources(*names: str) -> Path:
    """A file or folder below resources/."""
    return ROOT.joinpath("resources", *names)
