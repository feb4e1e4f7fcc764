"""Numbers in the format of QGIS's locale: 2.048 or 2,048."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QLocale

_SIGNIFICANT = 12  # digits of a number that is given without any format


def fixed(value: float, digits: int = 0) -> str:
    """With `digits` digits after the decimal point."""
    return QLocale().toString(float(value), "f", digits)


def data_size(count: int) -> str:
    """Of so many bytes: 1,2 MB."""
    traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    return QLocale().formattedDataSize(count, 1, traditional)


def number(value: float, spec: str) -> str:
    """As format() writes it, but with the separators of the locale; `spec` as in a Message: «,.1f»."""
    locale, digits = QLocale(), re.search(r"\.([0-9]+)", spec)
    if "," not in spec:
        locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
    if spec.endswith("f") or (isinstance(value, int) and not spec.endswith("g")):
        return locale.toString(float(value), "f", int(digits[1]) if digits else 0)
    return locale.toString(float(value), "g", int(digits[1]) if digits else _SIGNIFICANT)
