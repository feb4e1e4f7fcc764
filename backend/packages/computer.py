"""A kind of computer that packages are for: its system and processor, its Python, and torch's device."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TARGET = re.compile(r"([a-z0-9]+-[a-z0-9_]+)-cp(\d)(\d{1,2})-([a-z0-9]+)")


@dataclass(frozen=True)
class Computer:
    platform: str  # "linux-x86_64", as in resources/packages.json
    python: str  # "3.13"
    build: str  # of torch: "cpu", "cuda" or "mps"

    def __str__(self) -> str:
        """As it is typed: «linux-x86_64-cp313-cpu»."""
        return f"{self.platform}-cp{self.python.replace('.', '')}-{self.build}"


def computer_from(text: str) -> Computer:
    """ValueError where the text is not spelled like a computer."""
    match = _TARGET.fullmatch(text.strip().lower())
    if match is None:
        raise ValueError(f"«{text}» is not SYSTEM-PROCESSOR-cpXY-DEVICE")
    return Computer(match[1], f"{match[2]}.{match[3]}", match[4])
