"""Programs that stand in for the one that tries the engine's packages out."""

from __future__ import annotations

from pathlib import Path

from askmap.plugin.package_test.trial import PROGRAM

BEGINS = f"""
import runpy
test = runpy.run_path({str(PROGRAM)!r})
order = test["begin"]()
"""


def program_in(folder: Path, text: str) -> Path:
    """It begins as the real one, and goes on with the text, where `test` has the real one's functions."""
    path = folder / "program.py"
    path.write_text(BEGINS + text, encoding="utf-8")
    return path
