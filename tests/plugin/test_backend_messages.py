"""What the backend says, told in the person's language and with numbers as they write them; in real QGIS."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from dataclasses import replace
from string import Formatter

import numpy as np
import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("compiled")]

from askmap.backend.entries.entry import FAILED, entry_from, new_id  # noqa: E402
from askmap.backend.entries.report import html  # noqa: E402
from askmap.backend.errors import (  # noqa: E402
    BadData,
    BadQuestion,
    ModelMissing,
    NotWritten,
    OutOfMemory,
    UnreadableRaster,
)
from askmap.backend.history.store import History  # noqa: E402
from askmap.backend.message import Message, fill  # noqa: E402
from askmap.backend.models.weights import weight_files  # noqa: E402
from askmap.backend.raster.nodata import warnings  # noqa: E402
from askmap.backend.raster.reading import read_scene  # noqa: E402
from askmap.backend.reasoner.prompt import question_from  # noqa: E402
from askmap.backend.stages import Grid, Question, Scene  # noqa: E402
from askmap.plugin import backend_messages, language  # noqa: E402
from askmap.plugin.number_format import number  # noqa: E402
from askmap.plugin.reports.chapters import chapter_of  # noqa: E402
from askmap.plugin.reports.report_text import report_labels  # noqa: E402
from desktop import FakeEngine  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QLocale  # noqa: E402

REASONER = Message("The reasoner")
TWO_THREADS = Message("{device}: {threads} threads, {gb:.1f} GB", device="cpu", threads=2, gb=8.3)
MOST_ALIKE = 6  # templates that are no other in some language, such as «{device}: {gb:.1f} GB»
OTHERS = [name for name in language.LANGUAGES if name != "en"]


@pytest.fixture
def entry():
    """Of one pixel, and with a warning."""
    warnings = ("The raster has no coordinate system, so its place on earth is unknown.",)
    grid = Grid(1, 1, (1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    scene = Scene(np.zeros((1, 1, 3), np.uint8), np.ones((1, 1), np.bool_), grid, "a.tif", warnings)
    return entry_from(FakeEngine().answer(scene, Question("Where is water?")), new_id())


def of_backend() -> list[str]:
    """The templates that have translations."""
    contexts = ET.parse(language.I18N / "askmap_de.ts").iter("context")
    said = next(context for context in contexts if context.findtext("name") == backend_messages.CONTEXT)
    return [message.findtext("source") for message in said.iter("message")]


def with_names(template: str) -> Message:
    """Each field of a text with a text of its own, each number with 1."""
    parts = [(name, form) for _, name, form, _ in Formatter().parse(template) if name]
    return Message(template, **{name: 1 if form else f"<{name}>" for name, form in parts})


@pytest.mark.parametrize("name", OTHERS)
def test_every_sentence_of_the_backend_is_said_with_what_is_in_it(speak, name):
    speak(name)
    for template in of_backend():
        message = with_names(template)
        there = backend_messages.translate(message)
        wanted = QCoreApplication.translate(backend_messages.CONTEXT, template)
        assert there == fill(wanted, message.fields)
        assert [field for field in message.fields.values() if str(field) not in there] == []


@pytest.mark.parametrize("name", OTHERS)
def test_every_template_has_a_translation_of_its_own(speak, name):
    speak(name)
    same = [template for template in of_backend() if backend_messages.translate(template) == template]
    assert len(same) <= MOST_ALIKE


def test_real_errors_of_the_backend_are_said_in_german(speak, tmp_path):
    speak("de")
    with pytest.raises(BadQuestion) as question:
        question_from("  ")
    assert backend_messages.translate(question.value.message) == "Die Frage ist leer."
    assert backend_messages.translate(question.value.hint).startswith("Fragen Sie ")
    with pytest.raises(ModelMissing) as weights:
        weight_files(tmp_path)
    assert backend_messages.translate(weights.value.message) == f"{tmp_path} enthält kein model.safetensors."


def test_a_field_that_the_backend_says_too_is_translated(speak):
    speak("de")
    error = OutOfMemory("{what} did not fit into the memory of {device}.", what=REASONER, device="cuda:0")
    there = backend_messages.translate(error.message)
    assert there == "Das Reasoning-Modell passte nicht in den Speicher von cuda:0."


def test_an_error_in_a_field_is_translated(speak):
    speak("de")
    inner = UnreadableRaster("{path} cannot be read.", path="a.tif")
    error = BadData("{path}: {error}", path="b.json", error=inner)
    assert backend_messages.translate(error.message) == "b.json: a.tif kann nicht gelesen werden."


@pytest.mark.parametrize(
    "sentence", ["", "No such sentence.", "Wo ist Wasser?", "{0} {x} %n", "cannot be read", "\ud800"]
)
def test_an_unknown_sentence_stays_as_it_is(speak, sentence):
    speak("de")
    assert backend_messages.translate(sentence) == sentence
    assert backend_messages.translate(Message(sentence)) == sentence


@pytest.mark.parametrize(
    ("error", "there"),
    [
        (
            NotWritten("There is no folder {folder}.", folder="/a. b/c"),
            "Es gibt keinen Ordner /a. b/c. Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.",
        ),
        (
            UnreadableRaster(
                "{path} cannot be read.", Message("Choose one of {names}.", names="x, y"), path="a.tif"
            ),
            "a.tif kann nicht gelesen werden. Wählen Sie eines von x, y.",
        ),
        (
            UnreadableRaster("{path} cannot be read.", "Nobody knows why.", path="a.tif"),
            "a.tif kann nicht gelesen werden. Nobody knows why.",
        ),
    ],
)
def test_a_sentence_and_its_hint_are_said_together(speak, error, there):
    speak("de")
    assert backend_messages.error_text(error) == there
    assert backend_messages.translate(error.full_text) == there


def test_what_an_entry_keeps_in_english_is_told_in_the_persons_language(speak, entry):
    speak("de")
    kept = replace(entry, fault=BadQuestion("The question is empty.", "Ask it again.").full_text)
    told = backend_messages.translate_entry(kept)
    assert told.fault == "Die Frage ist leer. Stellen Sie sie noch einmal."
    assert told.provenance.warnings[0].startswith("Das Raster hat kein Koordinatenbezugssystem")
    assert replace(told, fault=kept.fault, provenance=kept.provenance) == kept


def test_what_a_history_gives_back_is_told_in_the_persons_language(speak, german_numbers, entry, tmp_path):
    speak("de")
    missing = ModelMissing("There is no folder {folder}.", "Ask it again.", folder="a{b}")
    device = Message("{device}: {threads} threads, {gb:.1f} GB", device="cpu", threads=4, gb=1025.3)
    reduced = "The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's."
    made = replace(entry.provenance, device=device, warnings=(Message(reduced, count=2048.5),))
    history = History(tmp_path / "history.gpkg")
    history.put(replace(entry, outcome=FAILED, fault=missing.full_text, provenance=made))
    back = history.entry(entry.id)
    assert (back.fault, back.provenance) == (missing.full_text, made)
    told = backend_messages.translate_entry(back)
    assert told.fault == "Es gibt keinen Ordner a{b}. Stellen Sie sie noch einmal."
    assert told.provenance.device == "cpu: 4 Threads, 1025,3 GB"
    assert "2.048,5" in told.provenance.warnings[0]
    (heading,) = history.headings()
    assert backend_messages.translate(heading.fault) == told.fault


def test_braces_and_percents_in_a_field_stay_as_they_are(speak):
    speak("de")
    message = Message("{path} cannot be read.", path="{0} %n {x}.tif")
    assert backend_messages.translate(message) == "{0} %n {x}.tif kann nicht gelesen werden."


@pytest.fixture
def german_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("message", "there"),
    [
        (
            Message(
                "The question has {count:,} characters, and {limit:,} are the limit.", count=12048, limit=2000
            ),
            "Die Frage hat 12.048 Zeichen, erlaubt sind 2.000.",
        ),
        (
            Message(
                "{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.",
                **{"what": REASONER, "needed": 1030.5, "free": 7, "device": "cpu"},
            ),
            "Das Reasoning-Modell braucht 1.030,5 GB, und auf cpu sind 7,0 GB frei.",
        ),
        (
            Message(
                "The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's.",
                count=6.3,
            ),
            "Der Ausschnitt wurde verkleinert gelesen: Jedes seiner Pixel steht für 6,3 des Rasters.",
        ),
    ],
)
def test_numbers_of_the_backend_are_written_as_people_do_where_they_live(
    speak, german_numbers, message, there
):
    speak("de")
    assert backend_messages.translate(message) == there


@pytest.mark.parametrize("name", ["2.5", "1,024", "2024"])
def test_a_name_that_looks_like_a_number_stays_as_it_is(speak, german_numbers, name):
    speak("de")
    drawn = Message("AskMap draws no «{suffix}» pictures.", suffix=name)
    assert backend_messages.translate(drawn) == f"AskMap zeichnet keine „{name}“-Bilder."
    missing = Message("There is no file {file}.", file=f"{name}.tif")
    assert backend_messages.translate(missing) == f"Es gibt keine Datei {name}.tif."
    readable = Message("{path} cannot be read.", path=name)
    assert backend_messages.translate(readable) == f"{name} kann nicht gelesen werden."


def test_a_command_keeps_its_number(speak, german_numbers):
    """GDAL reads a point and no comma, wherever it runs."""
    speak("de")
    (warning,) = warnings({-99.9: 0.5})
    said = backend_messages.translate(warning)
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
        assert backend_messages.translate(caught.value.message) != str(caught.value)


@pytest.mark.parametrize(
    ("value", "form", "there"),
    [
        *((2024, "", "2024"), (12048, ",", "12.048"), (-1, "", "-1"), (2048.3, ",.1f", "2.048,3")),
        *((2048.25, ".2f", "2048,25"), (7, ",.1f", "7,0"), (-99.9, ".12g", "-99,9"), (0.5, "", "0,5")),
        *((-9999, ".12g", "-9999"), (2**32 - 1, ".12g", "4294967295")),
    ],
)
def test_a_number_has_the_digits_of_its_format_and_the_marks_of_the_place(german_numbers, value, form, there):
    assert number(value, form) == there
    assert number(value, form).translate({ord("."): ",", ord(","): "."}) == format(value, form)


@pytest.mark.parametrize(
    ("device", "there"),
    [
        (Message("{device}: 1 thread", device="cpu"), "cpu: 1 Thread"),
        (
            Message("{device}: {threads} threads, {gb:.1f} GB", device="cpu", threads=4, gb=1025.3),
            "cpu: 4 Threads, 1025,3 GB",
        ),
        (
            Message("{device}: {name}, {gb:.1f} GB", device="cuda", name="NVIDIA H200", gb=150.1),
            "cuda: NVIDIA H200, 150,1 GB",
        ),
        (Message("{device}: {gb:.1f} GB", device="mps", gb=24.0), "mps: 24,0 GB"),
        ("cpu: 4 threads, 25.3 GB", "cpu: 4 threads, 25.3 GB"),  # as an older AskMap kept it
    ],
)
def test_the_device_of_an_answer_is_told_in_the_persons_language(speak, german_numbers, entry, device, there):
    speak("de")
    kept = replace(entry, provenance=replace(entry.provenance, device=device))
    assert backend_messages.translate_entry(kept).provenance.device == there


def test_a_report_is_in_the_persons_language_with_numbers_as_they_write_them(
    speak, german_numbers, entry, tmp_path
):
    speak("de")
    made = replace(entry.provenance, times_s={"reason": 1.25}, device=TWO_THREADS)
    history = History(tmp_path / "history.gpkg")
    history.put(replace(entry, provenance=made))
    text = html([chapter_of(history.entry(entry.id), history.scene(entry.id))], report_labels())
    assert "reason 1,25" in text
    assert "2 Threads, 8,3 GB" in text
    assert "Das Raster hat kein Koordinatenbezugssystem" in text
    assert "0,90" in text  # the score of its target
