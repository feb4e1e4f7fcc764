"""Every string that a person sees, in their language: Qt's translations, in one context."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "askmap"


def tr(text: str, n: int = -1) -> str:
    """The translation of a literal; `n` chooses the plural form and stands where %n is."""
    return QCoreApplication.translate(CONTEXT, text, None, n)
