"""Every string that the user sees, in their language: Qt's translations, in one context."""

from __future__ import annotations

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


def install(language: str) -> Optional[QTranslator]:
    """Speak a language of LANGUAGES, "" = QGIS's; keep what comes back, Qt does not.

    None where its file is not built: then all is English, without plural forms.
    """
    translator = QTranslator()
    if not translator.load(str(I18N / f"askmap_{known(language or language_of_qgis())}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove(translator: Optional[QTranslator]) -> None:
    """What install() gave."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def known(locale: str) -> str:
    """One of LANGUAGES, whatever the region: pt_BR is Portuguese; English where we do not speak it."""
    language = locale.replace("-", "_").partition("_")[0].lower()
    return language if language in LANGUAGES else "en"


def language_of_qgis() -> str:
    """Of its windows, also where --lang chose it; of a program without any, what is set or the system's."""
    return QgsApplication.instance().translation() or QgsApplication.locale()
