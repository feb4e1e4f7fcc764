"""--device and --dtype, for every command that loads models."""

from __future__ import annotations

import argparse
from typing import Any

from .engine.protocols import DTYPES, is_device


def add_device_options(parser: Any) -> None:
    """To a parser, or to a group of one."""
    parser.add_argument(
        "--device",
        type=_device,
        default="auto",
        metavar="DEVICE",
        help="auto, cpu, mps, cuda, or one of several graphics cards: cuda:0, cuda:1… (%(default)s)",
    )
    parser.add_argument(
        "--dtype", choices=DTYPES, default="auto", help="that the reasoner computes in (%(default)s)"
    )


def _device(text: str) -> str:
    if not is_device(text):
        raise argparse.ArgumentTypeError(f"«{text}» is no device: auto, cpu, mps, cuda, cuda:1")
    return text
