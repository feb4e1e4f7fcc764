"""Numbers as people write them where they live: 2.048 or 2,048, as QGIS is told to."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QLocale

_ENGLISH = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})*(?:\.([0-9]+))?")  # as the backend writes one: 2,048 or 1.5


def figure(value: float, digits: int = 0) -> str:
    """With so many digits behind the point."""
    return QLocale().toString(float(value), "f", digits)


def translated_figure(text: str) -> str:
    """What the backend wrote, if that is a number; anything else as it is."""
    number = _ENGLISH.fullmatch(text)
    return figure(float(text.replace(",", "")), len(number[1] or "")) if number else text
