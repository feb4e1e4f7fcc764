"""Numbers as people write them where they live: 2.048 or 2,048, as QGIS is told to."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QLocale

_SIGNIFICANT = 12  # digits of a number that is given without any format


def figure(value: float, digits: int = 0) -> str:
    """With so many digits behind the point."""
    return QLocale().toString(float(value), "f", digits)


def number(value: float, form: str) -> str:
    """As format() writes it, but with the marks of where the user lives; `form` as of a Message: «,.1f»."""
    locale, digits = QLocale(), re.search(r"\.([0-9]+)", form)
    if "," not in form:
        locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
    if form.endswith("f") or (isinstance(value, int) and not form.endswith("g")):
        return locale.toString(float(value), "f", int(digits[1]) if digits else 0)
    return locale.toString(float(value), "g", int(digits[1]) if digits else _SIGNIFICANT)
