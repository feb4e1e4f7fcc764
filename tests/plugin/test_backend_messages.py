"""What the backend says, told in the person's language and with numbers as they write them; in real QGIS."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("compiled")]

from askmap.backend.entries.entry import entry_from, new_id  # noqa: E402
from askmap.backend.entries.report import html  # noqa: E402
from askmap.backend.errors import BadQuestion, ModelMissing, UnreadableRaster  # noqa: E402
from askmap.backend.history.store import History  # noqa: E402
from askmap.backend.models.weights import weight_files  # noqa: E402
from askmap.backend.raster.nodata import warnings  # noqa: E402
from askmap.backend.raster.reading import read_scene  # noqa: E402
from askmap.backend.reasoner.prompt import question_from  # noqa: E402
from askmap.backend.stages import Grid, Question, Scene  # noqa: E402
from askmap.plugin import backend_messages, language  # noqa: E402
from askmap.plugin.number_format import translated_figure  # noqa: E402
from askmap.plugin.reports.chapters import chapter_of  # noqa: E402
from askmap.plugin.reports.report_text import report_words  # noqa: E402
from desktop import FakeEngine  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QLocale  # noqa: E402

OTHERS = [name for name in language.LANGUAGES if name != "en"]


@pytest.fixture
def entry():
    """Of one pixel, and with a warning."""
    warnings = ("The raster has no coordinate system, so its place on earth is unknown.",)
    grid = Grid(1, 1, (1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    scene = Scene(np.zeros((1, 1, 3), np.uint8), np.ones((1, 1), np.bool_), grid, "a.tif", warnings)
    return entry_from(FakeEngine().answer(scene, Question("Where is water?")), new_id())


@pytest.mark.parametrize("name", OTHERS)
def test_every_sentence_of_the_backend_is_said_with_what_is_in_it(speak, name):
    speak(name)
    for pattern in backend_messages.patterns():
        fields = [f"<{index}>" for index in range(len(pattern.literals) - 1)]
        there = backend_messages.spoken(pattern.source.format(*fields))
        wanted = QCoreApplication.translate(backend_messages.CONTEXT, pattern.source).format(*fields)
        assert there == wanted
        assert [field for field in fields if field not in there] == []


def test_real_errors_of_the_backend_are_said_in_german(speak, tmp_path):
    speak("de")
    with pytest.raises(BadQuestion) as question:
        question_from("  ")
    assert backend_messages.spoken(str(question.value)) == "Die Frage ist leer."
    assert backend_messages.spoken(question.value.hint).startswith("Fragen Sie ")
    with pytest.raises(ModelMissing) as weights:
        weight_files(tmp_path)
    assert backend_messages.spoken(str(weights.value)) == f"{tmp_path} enthält kein model.safetensors."


def test_a_field_that_the_backend_says_too_is_translated(speak):
    speak("de")
    there = backend_messages.spoken("The reasoner did not fit into the memory of cuda:0.")
    assert there == "Das Reasoning-Modell passte nicht in den Speicher von cuda:0."


@pytest.mark.parametrize(
    "sentence", ["", "No such sentence.", "Wo ist Wasser?", "{0} {x} %n", "cannot be read"]
)
def test_an_unknown_sentence_stays_as_it_is(speak, sentence):
    speak("de")
    assert backend_messages.spoken(sentence) == sentence


def test_of_two_that_fit_the_one_that_says_more_is_taken(speak):
    speak("de")
    wordy = backend_messages.spoken("a.tif is not a raster that GDAL can read.")
    assert wordy == "a.tif ist kein Raster, das GDAL lesen kann."
    cut_off = backend_messages.spoken("a.bin is cut off or damaged: it holds 1 bytes of weights, not 2.")
    assert "abgeschnitten oder beschädigt" in cut_off


@pytest.mark.parametrize(
    ("said", "there"),
    [
        (
            "There is no folder /a. b/c. Choose another folder, or free some space.",
            "Es gibt keinen Ordner /a. b/c. Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.",
        ),
        (
            "a.tif cannot be read. Choose one of x, y.",
            "a.tif kann nicht gelesen werden. Wählen Sie eines von x, y.",
        ),
        ("a.tif cannot be read. Nobody knows why.", "a.tif cannot be read. Nobody knows why."),
    ],
)
def test_a_sentence_and_its_hint_are_known_together(speak, said, there):
    speak("de")
    assert backend_messages.spoken(said) == there


def test_what_an_entry_keeps_in_english_is_told_in_the_persons_language(speak, entry):
    speak("de")
    kept = replace(entry, fault="The question is empty. Ask it again.")
    told = backend_messages.told(kept)
    assert told.fault == "Die Frage ist leer. Stellen Sie sie noch einmal."
    assert told.provenance.warnings[0].startswith("Das Raster hat kein Koordinatenbezugssystem")
    assert replace(told, fault=kept.fault, provenance=kept.provenance) == kept


def test_braces_and_percents_in_a_field_stay_as_they_are(speak):
    speak("de")
    assert (
        backend_messages.spoken("{0} %n {x}.tif cannot be read.")
        == "{0} %n {x}.tif kann nicht gelesen werden."
    )


@pytest.mark.parametrize(
    "filling", ["a", " ", "{0}", " is ", ": ", "The index of ", " looks for  in ", "«", "\n"]
)
def test_a_very_long_sentence_takes_one_look_at_each_of_its_letters(speak, filling, monkeypatch):
    """Every search goes on where the last one ended, so that all of them together read it once."""
    speak("de")
    sentence = "The index of " + filling * (20_000 // len(filling))
    for pattern in backend_messages.patterns():
        looked = Counted(sentence)
        pattern.fields_in(looked)
        assert looked.letters <= len(sentence) + 1
    assert backend_messages.spoken(sentence) == sentence


class Counted(str):
    """Knows how many of its letters were searched; each search is charged up to where it ended."""

    letters = 0

    def find(self, words: str, begin: int, end: int) -> int:
        place = super().find(words, begin, end)
        self.letters += (place if place >= 0 else end) - begin
        return place


def test_the_patterns_are_those_of_the_translations():
    contexts = ET.parse(language.I18N / "askmap_de.ts").iter("context")
    said = next(context for context in contexts if context.findtext("name") == backend_messages.CONTEXT)
    assert {m.findtext("source") for m in said.iter("message")} == {
        p.source for p in backend_messages.patterns()
    }


@pytest.fixture
def german_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("said", "there"),
    [
        (
            "The question has 12,048 characters, and 2,000 are the limit.",
            "Die Frage hat 12.048 Zeichen, erlaubt sind 2.000.",
        ),
        (
            "The reasoner needs 1,030.5 GB, and 7.0 GB are free on cpu.",
            "Das Reasoning-Modell braucht 1.030,5 GB, und auf cpu sind 7,0 GB frei.",
        ),
        (
            "The view was read reduced: each of its pixels stands for 6.3 of the raster's.",
            "Der Ausschnitt wurde verkleinert gelesen: Jedes seiner Pixel steht für 6,3 des Rasters.",
        ),
    ],
)
def test_numbers_of_the_backend_are_written_as_people_do_where_they_live(speak, german_numbers, said, there):
    speak("de")
    assert backend_messages.spoken(said) == there


@pytest.mark.parametrize("name", ["2.5", "1,024", "2024"])
def test_a_name_that_looks_like_a_number_stays_as_it_is(speak, german_numbers, name):
    speak("de")
    assert (
        backend_messages.spoken(f"AskMap draws no «{name}» pictures.")
        == f"AskMap zeichnet keine „{name}“-Bilder."
    )
    assert backend_messages.spoken(f"There is no file {name}.tif.") == f"Es gibt keine Datei {name}.tif."


def test_a_command_keeps_its_number(speak, german_numbers):
    """GDAL reads a point and no comma, wherever it runs."""
    speak("de")
    (warning,) = warnings({-99.9: 0.5})
    said = backend_messages.spoken(warning)
    assert said.startswith("-99,9 in 50 % der Pixel")
    assert "gdal_edit.py -a_nodata -99.9 " in said


def test_what_a_raster_is_instead_is_said_in_german(speak, tmp_path):
    (tmp_path / "empty.tif").touch()
    (tmp_path / "text.tif").write_text("once upon a time")
    os.mkfifo(tmp_path / "pipe.tif")
    speak("de")
    for name in ("none.tif", "", "empty.tif", "text.tif", "pipe.tif"):
        with pytest.raises(UnreadableRaster) as caught:
            read_scene(tmp_path / name)
        assert backend_messages.spoken(str(caught.value)) != str(caught.value)


def test_what_is_no_number_of_the_backend_stays_as_it_is(german_numbers):
    same = ["", "2024", "1.2.3", "1,2", ",5", "1e5", "40 x 30", "²", "٣"]
    assert [translated_figure(text) for text in same] == same


@pytest.mark.parametrize(
    ("device", "there"),
    [
        ("cpu: 1 thread", "cpu: 1 Thread"),
        ("cpu: 4 threads, 1,025.3 GB", "cpu: 4 Threads, 1.025,3 GB"),
        ("cuda: NVIDIA H200, 150.1 GB", "cuda: NVIDIA H200, 150,1 GB"),
        ("mps: 24.0 GB", "mps: 24,0 GB"),
    ],
)
def test_the_device_of_an_answer_is_told_in_the_persons_language(speak, german_numbers, entry, device, there):
    speak("de")
    kept = replace(entry, provenance=replace(entry.provenance, device=device))
    assert backend_messages.told(kept).provenance.device == there


def test_a_report_is_in_the_persons_language_with_numbers_as_they_write_them(
    speak, german_numbers, entry, tmp_path
):
    speak("de")
    made = replace(entry.provenance, times_s={"reason": 1.25}, device="cpu: 2 threads, 8.3 GB")
    history = History(tmp_path / "history.gpkg")
    history.put(replace(entry, provenance=made))
    text = html([chapter_of(history.entry(entry.id), history.scene(entry.id))], report_words())
    assert "reason 1,25" in text
    assert "2 Threads, 8,3 GB" in text
    assert "Das Raster hat kein Koordinatenbezugssystem" in text
    assert "0,90" in text  # the score of its target
