"""Tell a reasoner's folder what was taught: its kinds, questions to try, and what was measured.

    python -m askmap.training.knows FOLDER --example "Where are the boats?" --figure "gIoU: 0.5"

It writes «knows» into FOLDER/askmap.json, which AskMap shows; all else in the file stays.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..backend.models.askmap_json import Knows, write_knows
from .options import run_command
from .real.kinds import kinds

GROUND_RESOLUTION_M = (0.1, 2.0)  # of the views that it learned from, in metres a pixel


def known(examples: Sequence[str], figures: Mapping[str, str]) -> Knows:
    """Kinds as they are called, without those that stand for several others."""
    taught = tuple(kind.plural for kind in kinds().values() if not kind.members)
    return Knows(taught, tuple(examples), GROUND_RESOLUTION_M, dict(figures))


def named_figure(text: str) -> tuple[str, str]:
    """«gIoU on val: 0.5 (0.4 to 0.6)» as name and number; argparse tells what is wrong with it."""
    name, colon, number = text.partition(":")
    if not colon or not name.strip() or not number.strip():
        raise argparse.ArgumentTypeError(f"«{text}» is no NAME: NUMBER")
    return name.strip(), number.strip()


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="askmap.training.knows", description=__doc__)
    parser.add_argument("folder", type=Path, help="of the reasoner")
    parser.add_argument("--example", action="append", default=[], help="a question that it answers")
    parser.add_argument("--figure", action="append", default=[], type=named_figure, help="NAME: NUMBER")
    arguments = parser.parse_args(argv)
    return run_command(
        lambda: write_knows(arguments.folder, known(arguments.example, dict(arguments.figure)))
    )


if __name__ == "__main__":
    sys.exit(main())
