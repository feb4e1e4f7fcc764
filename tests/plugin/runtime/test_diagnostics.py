"""The report on an installation: everything that mends it, and nothing that names anybody."""

from __future__ import annotations

import gc
import sys
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import (  # noqa: E402
    AskMapError,
    DeviceMissing,
    MissingPackage,
    ModelMissing,
    NotWritten,
    OutOfMemory,
    OutsideRaster,
    UnreadableRaster,
)
from askmap.backend.message import Message  # noqa: E402
from askmap.backend.stages import Provenance  # noqa: E402
from askmap.plugin.runtime import diagnostics, redaction  # noqa: E402
from askmap.plugin.runtime.diagnostics import ERRORS_KEPT, Diagnostics  # noqa: E402
from askmap.plugin.runtime.redaction import impersonal, nameless  # noqa: E402
from askmap.plugin.settings import Settings, write_settings  # noqa: E402
from qgis.core import Qgis, QgsProject  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402

ORIGIN = Provenance(
    "a layer",
    "Qwen2.5-VL-3B",
    "ab" * 32,
    "sam2.1-hiera-small",
    "cd" * 32,
    "cuda: NVIDIA H200, 150.1 GB",
    0,
    "2026-01-02T03:04:05+00:00",
    "0.1.0",
    times_s={"reason": 1.25, "total": 2.5},
)
PERSON, FULL_NAME, HOST = "ottilie", "Ottilie Hasenfratz", "kellerrechner"


def noted(error: BaseException) -> Diagnostics:
    notes = Diagnostics()
    notes.note(error)
    return notes


@pytest.fixture
def somebody(monkeypatch, tmp_path):
    """A person with a name and a home, at a computer with a name, who put them into everything."""
    home = tmp_path / "home" / PERSON
    home.mkdir(parents=True)
    for name, value in (("HOME", home), ("USERPROFILE", home), ("USER", PERSON), ("HOSTNAME", HOST)):
        monkeypatch.setenv(name, str(value))
    monkeypatch.setattr(redaction.platform, "node", lambda: f"{HOST}.amt.example")
    monkeypatch.setattr(redaction.QgsApplication, "userFullName", lambda: FULL_NAME)
    assert Path.home() == home
    return home


def test_nothing_names_the_person_the_computer_or_the_work(desk, somebody, monkeypatch):
    secret = somebody / f"Akte {PERSON}" / "geheimes Feld.tif"
    QgsProject.instance().setFileName(str(somebody / "Projekt Gift.qgz"))
    write_settings(
        Settings(
            f"{somebody}/models/{PERSON}-qwen", f"{secret.parent}/sam2", output_folder=str(secret.parent)
        )
    )
    monkeypatch.setattr(diagnostics.platform, "release", lambda: f"6.1-{HOST}-{PERSON}")
    notes = Diagnostics()
    notes.note_answer(
        replace(ORIGIN, source=str(secret), reasoner=f"{PERSON.upper()}-7B", device=f"cpu of {HOST}")
    )
    for error in (
        UnreadableRaster(f"There is no raster {secret}."),
        NotWritten(f"{secret} cannot be written: {secret.parent}: permission denied for {PERSON}."),
        AskMapError(f"Hasenfratz sagt, «Wo liegt das Gift?» sei bei (11.25, 48.5) in {secret}."),
        ValueError(f"'{secret}' of \"{FULL_NAME}\" on {HOST}.amt.example"),
        KeyError("Wo liegt das Gift?"),
        OSError(2, "No such file", f"C:\\Users\\{PERSON}\\Akte Gift\\geheimes Feld.tif"),
        RuntimeError(f"file://{HOST}/Akte%20Gift/Feld.tif and \\\\{HOST}\\Akte Gift\\Feld.tif fail"),
    ):
        notes.note(error)
    report = notes.report().lower()
    gone = (PERSON, "hasenfratz", HOST, "amt.example", "akte", "geheim", "gift", "projekt", "48.5")
    assert [word for word in (*gone, str(somebody.parent).lower()) if word in report] == []


def test_the_versions_are_told(desk):
    report = Diagnostics().report()
    for name in (
        "AskMap: ",
        f"QGIS: {Qgis.QGIS_VERSION}",
        "Qt: ",
        "Python: ",
        "GDAL: ",
        "numpy: ",
        "torch: ",
    ):
        assert f"- {name}" in report
    assert "- System: " in report


def test_a_package_that_is_not_installed_is_named(desk, monkeypatch):
    monkeypatch.setattr(diagnostics, "REQUIREMENTS", ("a_package_of_the_engine>=2",))
    assert "- a_package_of_the_engine: not installed" in Diagnostics().report()


def test_before_any_answer_nobody_knows_the_device(desk):
    assert "no question was answered" in Diagnostics().report()


def test_after_an_answer_the_models_stand_there_with_their_digests(desk):
    notes = Diagnostics()
    notes.note_answer(ORIGIN)
    report = notes.report()
    assert "- Device: cuda: NVIDIA H200, 150.1 GB" in report
    assert f"- Reasoner: Qwen2.5-VL-3B, SHA-256 {'ab' * 32}" in report
    assert f"- Segmenter: sam2.1-hiera-small, SHA-256 {'cd' * 32}" in report
    assert "reason 1.25, total 2.50" in report


def test_a_chosen_model_is_told_by_its_folders_name_alone(desk):
    write_settings(Settings(reasoner="/models of mine/Qwen2.5-VL-3B", output_folder="/results/of me"))
    report = Diagnostics().report()
    assert "- reasoner: a folder «Qwen2.5-VL-3B»" in report
    assert "- output_folder: a folder\n" in report
    assert "- segmenter: not set" in report
    assert "mine" not in report


def test_only_the_last_errors_are_kept(desk):
    notes = Diagnostics()
    for number in range(ERRORS_KEPT + 5):
        notes.note(ValueError(f"number {number} failed"))
    report = notes.report()
    assert "number 4 failed" not in report
    assert "number 5 failed" in report
    assert report.count("ValueError") == ERRORS_KEPT


def test_an_error_shows_the_lines_of_our_own_package_alone(desk):
    with pytest.raises(ValueError, match="none of") as caught:
        Settings(device="npu")
    report = noted(caught.value).report()
    assert "    - plugin/settings.py line" in report
    assert "in __post_init__" in report
    assert "<string>" not in report


def test_what_caused_an_error_is_told_too(desk):
    try:
        try:
            Settings(seed=-1)
        except ValueError as error:
            raise AskMapError("The seed is wrong.") from error
    except AskMapError as error:
        report = noted(error).report()
    assert "AskMapError from ValueError: The seed is wrong." in report
    assert "plugin/settings.py line" in report


def test_nothing_of_an_error_is_kept_but_words(desk):
    class TooLarge(ValueError):
        """One that can be watched."""

    error = TooLarge("too large")
    watched, notes = weakref.ref(error), noted(error)
    del error
    gc.collect()
    assert watched() is None
    assert "TooLarge" in notes.report()


def test_one_click_copies_the_report(desk):
    notes = noted(OutOfMemory("The reasoner did not fit into the memory of cuda."))
    notes.copy_report()
    assert QApplication.clipboard().text() == notes.report()
    assert "OutOfMemory: The reasoner did not fit into the memory of cuda." in notes.report()


def test_the_report_imports_no_torch(desk):
    before = "torch" in sys.modules
    Diagnostics().report()
    assert ("torch" in sys.modules) == before


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            OutOfMemory(
                "{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.",
                **{"what": Message("The reasoner"), "needed": 8.3, "free": 1.2, "device": "cuda"},
            ),
            "The reasoner needs 8.3 GB, and 1.2 GB are free on cuda.",
        ),
        (
            ModelMissing("There is no folder {folder}.", folder="/models/my models/Qwen 3"),
            "There is no folder ….",
        ),
        (
            UnreadableRaster("{path} is damaged: GDAL cannot read its pixels.", path="secret.tif"),
            "… is damaged: GDAL cannot",
        ),
        (DeviceMissing("There is no device «{name}».", name="npu"), "There is no device «…»."),
        (
            NotWritten("{path} cannot be written: {reason}.", path="/a b/c d.gpkg", reason="No space left"),
            "… cannot be written: No space left.",
        ),
        (
            OutsideRaster("The bounding box {bbox} is not (xmin, ymin, xmax, ymax).", bbox=(1.0, 2, 3, 4)),
            "box … is not",
        ),
        (
            MissingPackage(
                "The packages of the engine cannot be used: {error}.",
                error=ImportError("libcudart.so.12: cannot open it"),
            ),
            "libcudart.so.12: cannot open it.",
        ),
        (RuntimeError("CUDA error: assert in C:\\Users\\o\\a b\\lib.dll while loading"), "assert in … while"),
        (RuntimeError("a model's words, the reader's trouble"), "a model's words, the reader's trouble"),
    ],
)
def test_what_happened_can_still_be_read(qgis_app, error, told):
    assert told in impersonal(error)


def test_a_library_that_says_pages_is_cut(qgis_app):
    assert len(impersonal(RuntimeError("page after page " * 1000))) <= redaction.LONGEST


def test_short_names_are_not_taken_out_of_words(qgis_app, monkeypatch):
    monkeypatch.setenv("USER", "tor")
    assert nameless("torch of Tor_1 and tor2") == "torch of …_1 and …2"
