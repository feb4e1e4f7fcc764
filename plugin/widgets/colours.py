"""The colour of a finding, by its number: the same in the reasoning, on its card and on the map."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor

from ...backend.outputs.palette import PALETTE

_BLACK_ABOVE = 0.179  # the luminance at which black and white stand out equally (WCAG 2.1)


def colour_of(number: int) -> QColor:
    return QColor(*PALETTE[(number - 1) % len(PALETTE)])


def ink_on(paper: QColor) -> QColor:
    """Black or white, whichever is easier to read on it."""
    return QColor("black") if _luminance(paper) > _BLACK_ABOVE else QColor("white")


def contrast(one: QColor, other: QColor) -> float:
    """From 1, for equal ones, to 21 (WCAG 2.1)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """From sRGB, 0…1 both."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
