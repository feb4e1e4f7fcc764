"""Translations of all that the user sees, by Qt, in one context."""

from __future__ import annotations

from functools import cache
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ..backend.resources import resources

CONTEXT = "askmap"
I18N = resources("i18n")
LANGUAGES = {  # each by the name it has for those who speak it
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "pt": "Português",
    "zh": "简体中文",
}


def tr(text: str, n: int = -1) -> str:
    """The translation of a literal; `n` chooses the plural form and stands where %n is."""
    return QCoreApplication.translate(CONTEXT, text, None, n)


@cache
def in_all_languages(text: str) -> frozenset[str]:
    """What tr() gives for a literal in any language: files keep what it gave on that day."""
    found = {text}
    for language in LANGUAGES:
        translator = QTranslator()
        if translator.load(str(I18N / f"askmap_{language}.qm")):
            found.add(translator.translate(CONTEXT, text) or text)
    return frozenset(found)


def install(language: str) -> Optional[QTranslator]:
    """Switch to a language of LANGUAGES, "" = QGIS's. Keep the translator that is returned: Qt does not.

    None where its file is not built: then all text is English, without plural forms.
    """
    translator = QTranslator()
    if not translator.load(str(I18N / f"askmap_{known(language or language_of_qgis())}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove(translator: Optional[QTranslator]) -> None:
    """The translator that install() returned."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def known(locale: str) -> str:
    """A key of LANGUAGES without regard to the region (pt_BR is Portuguese), or English."""
    language = locale.replace("-", "_").partition("_")[0].lower()
    return language if language in LANGUAGES else "en"


def language_of_qgis() -> str:
    """The language of QGIS's windows, also where --lang chose it; without windows that of its settings."""
    return QgsApplication.instance().translation() or QgsApplication.locale()
