"""The graphics cards of this computer, in the order in which torch counts them. Needs no torch."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Optional

ASK_DRIVER = ("nvidia-smi", "--query-gpu=uuid,memory.total,name", "--format=csv,noheader,nounits")
ORDER, VISIBLE = "CUDA_DEVICE_ORDER", "CUDA_VISIBLE_DEVICES"
AS_THE_DRIVER = "PCI_BUS_ID"  # else CUDA begins with the card that it takes for the quickest
_MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class GraphicsCard:
    device: str  # "cuda:1"
    name: str  # the driver's
    bytes: int  # of its memory


def count_as_the_driver() -> None:
    """To be called before torch looks for cards, unless the user has chosen an order."""
    os.environ.setdefault(ORDER, AS_THE_DRIVER)


def cards_of_torch() -> Optional[tuple[GraphicsCard, ...]]:
    """None where torch is not loaded, or has not looked for cards yet: that takes a second."""
    torch = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "cuda") or not torch.cuda.is_initialized():
        return None
    found = [torch.cuda.get_device_properties(number) for number in range(torch.cuda.device_count())]
    return tuple(GraphicsCard(f"cuda:{n}", one.name, one.total_memory) for n, one in enumerate(found))


def cards_of_driver(written: str) -> tuple[GraphicsCard, ...]:
    """What ASK_DRIVER wrote, without those that CUDA_VISIBLE_DEVICES hides from torch."""
    found = tuple(_rows(written))
    if VISIBLE in os.environ:
        found = tuple(_visible(found, os.environ[VISIBLE].split(",")))
    return tuple(GraphicsCard(f"cuda:{n}", name, size) for n, (_, size, name) in enumerate(found))


_Row = tuple[str, int, str]  # its number in the world, its bytes, its name


def _rows(written: str) -> Iterator[_Row]:
    for line in written.splitlines():
        uuid, _, rest = line.partition(",")
        mebibytes, _, name = rest.partition(",")
        if mebibytes.strip().isdecimal():
            yield uuid.strip(), int(mebibytes) * _MEBIBYTE, name.strip()[:80]


def _visible(rows: Sequence[_Row], chosen: Sequence[str]) -> Iterator[_Row]:
    """As CUDA reads it: numbers or the beginnings of UUIDs, up to the first that names none."""
    for name in map(str.strip, chosen):
        if name.isdecimal() and int(name) < len(rows):
            yield rows[int(name)]
            continue
        found = [row for row in rows if name and row[0].startswith(name)]
        if len(found) != 1:
            return
        yield found[0]
