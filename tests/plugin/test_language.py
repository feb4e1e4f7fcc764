"""The plugin in the languages it speaks, in real QGIS."""

from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("compiled")]

from askmap.plugin import language  # noqa: E402
from askmap.plugin.ask.again_dialog import AgainDialog  # noqa: E402
from askmap.plugin.dock import Dock  # noqa: E402
from askmap.plugin.export.dialog import ExportDialog  # noqa: E402
from askmap.plugin.main import Plugin  # noqa: E402
from askmap.plugin.options.page import OptionsPage  # noqa: E402
from askmap.plugin.processing.ask import AskAlgorithm  # noqa: E402
from askmap.plugin.settings import Settings, write_settings  # noqa: E402
from desktop import FakeEngine  # noqa: E402
from entries import make_entry  # noqa: E402
from qgis.core import QgsApplication, QgsSettings  # noqa: E402
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QTabWidget, QWidget  # noqa: E402

MENUS = {  # the letters of the menus from Project to Help, in the qgis_*.qm of QGIS 3.22
    "de": "abdehjlnrvw",
    "es": "cdefmorvwy",
    "fr": "abcijmprtuvxé",
    "pt": "abcejmorw",  # as in Brazil
    "zh": "cdehjlmoprsvw",
}

OTHERS = [name for name in language.LANGUAGES if name != "en"]


def words_on(window: QWidget) -> list[str]:
    tabs = [tabs.tabText(at) for tabs in window.findChildren(QTabWidget) for at in range(tabs.count())]
    labels = [child.text() for kind in (QLabel, QAbstractButton) for child in window.findChildren(kind)]
    return [words for words in [*tabs, *labels] if any(map(str.isalpha, words))]


def letters_on(page: QWidget) -> list[str]:
    """What opens something with Alt."""
    words = [label.text() for label in page.findChildren(QLabel) if label.buddy()]
    words += [button.text() for button in page.findChildren(QAbstractButton)]
    return [letter for text in words for letter in re.findall(r"&(\w)", text.replace("&&", "").lower())]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("window", [Dock, OptionsPage])
def test_a_windows_words_are_those_of_the_language(desk, speak, name, window):
    english = words_on(window())
    speak(name)
    there = words_on(window())
    assert len(there) == len(english)
    same = [word for word, before in zip(there, english) if word == before]
    assert len(same) <= len(english) // 4  # «Raster» and «Pixels» are the same in some


@pytest.mark.parametrize(("name", "menus"), MENUS.items())
def test_no_letter_of_the_dock_is_one_of_qgis_menus(desk, speak, name, menus):
    speak(name)
    dock = Dock()
    for page in (dock.welcome, *map(dock.pages.widget, range(dock.pages.count()))):
        assert set(letters_on(page)) & set(menus) == set()


@pytest.mark.parametrize("name", language.LANGUAGES)
def test_on_no_page_two_things_have_the_same_mnemonic(desk, speak, name):
    speak(name)
    dock, again, export = Dock(), AgainDialog(make_entry(), Settings()), ExportDialog(lambda *_: None)
    for page in [OptionsPage(), again, export, *map(dock.pages.widget, range(dock.pages.count()))]:
        letters = letters_on(page)
        assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("name", OTHERS)
def test_the_algorithm_is_described_in_the_language(speak, name):
    speak(name)
    algorithm = AskAlgorithm(lambda settings, report: None)
    algorithm.initAlgorithm()
    assert algorithm.displayName() != "Ask a question about a raster"
    assert algorithm.parameterDefinition("QUESTION").description()
    assert algorithm.name() == "ask"


def test_the_plugin_speaks_the_chosen_language_until_it_is_unloaded(desk):
    write_settings(Settings(language="de"))
    plugin = Plugin(desk, FakeEngine().load)
    plugin.initGui()
    assert "Verlauf" in words_on(plugin.dock)
    plugin.unload()
    assert language.tr("History") == "History"


def test_after_a_language_is_removed_all_is_english_again(speak):
    translator = language.install("de")
    assert language.tr("Where could a helicopter land?").startswith("Wo ")
    language.remove(translator)
    assert language.tr("Where could a helicopter land?") == "Where could a helicopter land?"


def test_english_counts_in_the_singular_and_in_the_plural(speak):
    speak("en")
    assert language.tr("%n target(s) found.", 1) == "1 target found."
    assert language.tr("%n target(s) found.", 2) == "2 targets found."


@pytest.mark.parametrize(
    ("locale", "name"),
    [("pt_BR", "pt"), ("zh_TW", "zh"), ("zh-Hans", "zh"), ("de_AT", "de"), ("DE", "de"), ("fr", "fr")]
    + [("en_GB", "en"), ("ja", "en"), ("C", "en"), ("", "en"), ("deu", "en")],
)
def test_regions_speak_their_language_and_others_english(locale, name):
    assert language.known(locale) == name


def test_without_a_choice_the_language_is_that_of_qgis(desk, speak):
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "pt_BR")
    speak("")
    settings.remove("locale/overrideFlag")
    settings.remove("locale/userLocale")
    assert language.tr("Question") == "Pergunta"


def test_every_language_of_the_list_has_its_file():
    assert {path.name for path in language.I18N.glob("*.qm")} == {
        f"askmap_{n}.qm" for n in language.LANGUAGES
    }


def test_the_language_of_a_qgis_that_speaks_none_is_english(desk):
    assert language.known(language.language_of_qgis()) == language.known(QgsApplication.locale())
