"""Which graphics cards there are, as torch says where it has looked, or else their driver."""

from __future__ import annotations

from qgis.PyQt.QtCore import QProcess

from ...backend.models.graphics_cards import ASK_DRIVER, GraphicsCard, cards_of_driver, cards_of_torch

DRIVER_S = 5.0  # one that is asleep takes a second or two


def graphics_cards() -> tuple[GraphicsCard, ...]:
    """None of another maker than NVIDIA, unless torch has found it: their drivers say nothing so easily.

    Takes up to DRIVER_S: for a worker thread.
    """
    found = cards_of_torch()
    return cards_of_driver(_told_by_driver()) if found is None else found


def memory_for(device: str, cards: tuple[GraphicsCard, ...]) -> int:
    """Bytes of the card that computes on this device of the settings; 0 = none does.

    "auto" and "cuda" are the first one.
    """
    if device in ("auto", "cuda"):
        return cards[0].bytes if cards else 0
    return next((card.bytes for card in cards if card.device == device), 0)


def _told_by_driver() -> str:
    """Empty where there is none, or it does not answer."""
    program, *arguments = ASK_DRIVER
    process = QProcess()
    process.start(program, arguments)
    if not process.waitForFinished(round(1000 * DRIVER_S)):  # also where there is no such program
        process.kill()
        process.waitForFinished(1000)
        return ""
    return bytes(process.readAllStandardOutput()).decode("utf-8", "replace")
