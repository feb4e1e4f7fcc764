"""The options page under fingers: models, folders, the self-test and the diagnostics."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.models import graphics  # noqa: E402
from askmap.plugin.options.fields import output_fault, packages_fault, reasoner_fault, segmenter_fault  # noqa: E402
from askmap.plugin.options.page import OptionsFactory, OptionsPage  # noqa: E402
from askmap.plugin.runtime.diagnostics import Diagnostics  # noqa: E402
from askmap.plugin.runtime.engine_service import EngineService  # noqa: E402
from askmap.plugin.runtime.self_test import SelfTest  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore, read_settings, write_settings  # noqa: E402
from desktop import FakeEngine, Gate, no_tasks, wait_until  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt  # noqa: E402
from qgis.PyQt.QtGui import QKeySequence, QWheelEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QGroupBox, QLabel, QScrollArea  # noqa: E402

SMALL_PX = (420, 300)


@pytest.fixture
def checking(desk):
    """Call it with an engine for a page that can check it: (page, diagnostics)."""
    services, kept = [], []

    def build(engine: FakeEngine) -> tuple[OptionsPage, Diagnostics, OptionsFactory]:
        services.append(EngineService(engine.load))
        diagnostics = Diagnostics()
        kept.append(OptionsFactory(SettingsStore(), SelfTest(services[-1]), diagnostics))
        kept.append(kept[-1].createWidget())
        return kept[-1], diagnostics, kept[-2]

    yield build
    for service in services:
        service.close()


def model_folder(place: Path) -> Path:
    place.mkdir()
    (place / "config.json").write_text("{}")
    (place / "model.safetensors").touch()
    return place


def test_what_is_chosen_is_stored_and_told(page):
    told = []
    page.settings.changed.connect(told.append)
    page.folders["reasoner"].folder.setFilePath("/models/reasoner")
    for name, chosen in (
        ("format", "grasp"),
        ("device", "cpu"),
        ("view", "seen"),
        ("stretch", "extremes"),
        ("language", "fr"),
        ("answer_language", "zh"),
        ("process", "own"),
        ("dtype", "float32"),
    ):
        page.choices[name].choose(chosen)
    page.temperature.setValue(0.5)
    page.seed.setValue(7)
    page.unload_min.setValue(0)
    page.apply()
    expected = Settings(
        "/models/reasoner",
        device="cpu",
        format="grasp",
        view="seen",
        stretch="extremes",
        language="fr",
        answer_language="zh",
        temperature=0.5,
        seed=7,
        process="own",
        dtype="float32",
        unload_min=0,
    )
    assert read_settings() == expected
    assert told == [expected]


def test_the_page_shows_what_is_stored(desk):
    stored = Settings(
        "/a", "/b", "cuda:1", "grasp", "/c", "/d", "seen", "extremes", "pt", "de", 1.5, 3, True, "own"
    )
    write_settings(stored)
    assert OptionsPage().chosen() == stored


def test_a_wrong_folder_is_named_while_one_types_and_stored_all_the_same(page, tmp_path):
    field = page.folders["reasoner"]
    assert not field.notice.isVisibleTo(page)
    QTest.keyClicks(field.folder.lineEdit(), str(tmp_path))
    wait_until(lambda: "config.json is missing" in field.notice.text(), "the folder was looked at")
    assert field.notice.isVisibleTo(page)
    field.folder.setFilePath(str(model_folder(tmp_path / "model")))
    wait_until(lambda: not field.notice.isVisibleTo(page), "the folder was looked at again")
    field.folder.setFilePath("/a drive that is away")
    page.apply()
    assert read_settings().reasoner == "/a drive that is away"


def test_a_folder_is_judged_by_the_names_in_it(qgis_app, tmp_path):
    model = model_folder(tmp_path / "model")
    weights = tmp_path / "sam2.pt"
    weights.touch()
    assert reasoner_fault("") == reasoner_fault(str(model)) == segmenter_fault(str(weights)) == ""
    assert segmenter_fault(str(model)) == output_fault(str(tmp_path)) == output_fault("") == ""
    assert "no such folder" in reasoner_fault(str(tmp_path / "nowhere"))
    assert "config.json is missing" in reasoner_fault(str(tmp_path))
    (model / "model.safetensors").unlink()
    assert "no weights" in segmenter_fault(str(model))
    assert "no such file" in segmenter_fault(str(tmp_path / "other.pt"))
    assert "no such folder" in output_fault(str(tmp_path / "nowhere"))


def test_the_folder_of_an_adapter_is_a_reasoners(qgis_app, tmp_path):
    (tmp_path / "adapter_config.json").write_text("{}")
    assert reasoner_fault(str(tmp_path)) == ""
    assert "config.json is missing" in segmenter_fault(str(tmp_path))


def test_a_folder_of_packages_needs_torch(qgis_app, tmp_path):
    assert "no such folder" in packages_fault(str(tmp_path / "nowhere"))
    assert "holds no torch" in packages_fault(str(tmp_path))
    (tmp_path / "torch").mkdir()
    assert packages_fault(str(tmp_path)) == packages_fault("") == ""


def test_the_whole_page_can_be_scrolled_to_in_a_small_window(page):
    page.resize(*SMALL_PX)
    QCoreApplication.processEvents()
    area = page.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.widget().width() <= area.viewport().width()


def test_what_is_wrong_with_a_folder_moves_nothing_below_it(page):
    page.resize(700, 600)
    QCoreApplication.processEvents()
    boxes = [box for box in page.findChildren(QGroupBox) if box.isVisible()]
    before = [box.pos() for box in boxes]
    field = page.folders["reasoner"]
    field.folder.setFilePath("/nowhere")
    wait_until(field.notice.isVisible, "it is judged")
    QCoreApplication.processEvents()
    assert [box.pos() for box in boxes] == before


def test_a_test_that_goes_on_below_does_not_take_the_user_there(checking):
    page, _, _ = checking(FakeEngine())
    page.resize(*SMALL_PX)
    page.show()
    QCoreApplication.processEvents()
    bar = page.findChild(QScrollArea).verticalScrollBar()
    page.check.run_button.click()
    assert bar.value() > 0
    bar.setValue(0)
    wait_until(page.check.run_button.isEnabled, "it ended")
    QCoreApplication.processEvents()
    assert page.check.outcome.text()
    assert bar.value() == 0


def test_every_field_has_a_name_and_a_label_that_leads_to_it(page):
    fields = [field.folder.lineEdit() for field in page.folders.values()]
    fields += [*page.choices.values(), page.temperature, page.seed]
    fields += [*page.keys.everywhere.values(), *page.keys.of_cards.values()]
    led_to = [label.buddy() for label in page.findChildren(QLabel) if label.buddy()]
    assert all(field.accessibleName() and field in led_to for field in fields)


def test_no_letter_leads_to_two_fields(checking):
    page, _, _ = checking(FakeEngine())
    texts = [label.text() for label in page.findChildren(QLabel) if label.buddy()]
    texts += [button.text() for button in (page.keys.reset_button, page.check.run_button)]
    texts += [page.check.copy_button.text(), page.check.introduction_button.text()]
    letters = [QKeySequence.mnemonic(text).toString() for text in texts]
    marked = [letter for letter in letters if letter]
    assert len(marked) == len(set(marked)) >= 12


def test_all_models_are_a_click_away_and_what_is_chosen_there_is_shown_here(page):
    wanted = []
    page.models_wanted.connect(wanted.append)
    QTest.mouseClick(page.models_button, Qt.MouseButton.LeftButton)
    assert wanted == [page.window()]
    page.folders["segmenter"].folder.setFilePath("/typed/and/not/stored")
    page.settings.write(Settings(reasoner="/models/chosen/there"))
    assert page.folders["reasoner"].path() == "/models/chosen/there"
    assert page.folders["segmenter"].path() == "/typed/and/not/stored"


def test_the_wheel_changes_nothing_in_passing(page):
    field = page.choices["answer_language"]
    page.show()
    before = field.currentIndex()
    place = QPointF(field.rect().center())
    turn = QWheelEvent(
        place,
        QPointF(field.mapToGlobal(field.rect().center())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(field, turn)
    assert field.currentIndex() == before


def test_the_self_test_runs_with_what_the_page_shows(checking):
    asked = []
    engine = FakeEngine(())
    engine.load = lambda settings, report: (asked.append(settings), engine)[1]
    page, diagnostics, _ = checking(engine)
    page.folders["reasoner"].folder.setFilePath("/mine")
    QTest.mouseClick(page.check.run_button, Qt.MouseButton.LeftButton)
    assert page.check.stop_button.isEnabled()
    assert not page.check.run_button.isEnabled()
    wait_until(page.check.run_button.isEnabled, "the self-test ended")
    assert page.check.outcome.text().startswith("The models work, but found nothing")
    assert asked[0].reasoner == Path("/mine")
    assert "fake reasoner" in diagnostics.report()
    assert read_settings() == Settings()


def test_the_self_test_is_stopped_from_the_page(checking):
    gate = Gate()
    page, _, _ = checking(FakeEngine(thought="on and on " * 10_000, pause=gate))
    page.check.run_button.click()
    wait_until(gate.reached.is_set, "the engine thinks")
    page.check.stop_button.click()
    wait_until(page.check.run_button.isEnabled, "it stopped")
    assert page.check.outcome.text() == "The self-test was stopped."


def test_the_window_may_be_closed_in_the_middle_of_a_self_test(checking):
    gate = Gate()
    page, diagnostics, factory = checking(FakeEngine(error=ValueError("a bug"), pause=gate))
    page.check.run_button.click()
    wait_until(gate.reached.is_set, "the engine thinks")
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.open()
    wait_until(lambda: "ValueError" in diagnostics.report(), "the error was noted")


def test_a_self_test_that_goes_on_is_seen_when_the_window_is_opened_again(checking):
    gate = Gate()
    page, _, factory = checking(FakeEngine(thought="on and on " * 10_000, pause=gate))
    page.check.run_button.click()
    again = factory.createWidget()
    assert not again.check.run_button.isEnabled()
    again.check.stop_button.click()
    wait_until(again.check.run_button.isEnabled, "it stopped")


def test_what_the_check_says_comes_into_view(checking):
    page, _, _ = checking(FakeEngine())
    page.resize(*SMALL_PX)
    page.show()
    QCoreApplication.processEvents()
    assert page.check.outcome.visibleRegion().isEmpty()
    page.check.copy_button.click()
    QCoreApplication.processEvents()
    assert page.check.outcome.visibleRegion().boundingRect() == page.check.outcome.rect()


def test_diagnostics_are_copied_and_it_is_said(checking):
    page, diagnostics, _ = checking(FakeEngine())
    page.check.copy_button.click()
    assert QApplication.clipboard().text() == diagnostics.report()
    assert "on the clipboard" in page.check.outcome.text()


def test_the_introduction_can_be_asked_for(checking):
    page, _, factory = checking(FakeEngine())
    wanted = []
    factory.introduction_wanted.connect(lambda: wanted.append(True))
    page.check.introduction_button.click()
    assert wanted == [True]


def test_with_several_graphics_cards_each_can_be_chosen(page, monkeypatch, tmp_path):
    """A program that stands in for the driver of two cards."""
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    driver = tmp_path / "nvidia-smi"
    driver.write_text("#!/bin/sh\nprintf 'GPU-a, 8192, NVIDIA T400\\nGPU-b, 24576, NVIDIA L4\\n'\n")
    driver.chmod(0o755)
    monkeypatch.setattr(graphics, "ASK_DRIVER", (str(driver),))
    monkeypatch.setattr(graphics, "cards_of_torch", lambda: None)
    page.hide()
    page.show()
    devices = page.choices["device"]
    wait_until(lambda: devices.findData("cuda:1") > 0, "the driver was asked")
    assert devices.itemText(devices.findData("cuda:0")) == "cuda:0: NVIDIA T400, 8.6 GB"
    devices.choose("cuda:1")
    page.apply()
    assert read_settings().device == "cuda:1"
    assert page.chosen().engine().device == "cuda:1"


def test_one_graphics_card_needs_no_choice(page, monkeypatch, tmp_path):
    asked = tmp_path / "asked"
    driver = tmp_path / "nvidia-smi"
    driver.write_text(f"#!/bin/sh\ntouch {asked}\nprintf 'GPU-a, 8192, NVIDIA T400\\n'\n")
    driver.chmod(0o755)
    monkeypatch.setattr(graphics, "ASK_DRIVER", (str(driver),))
    monkeypatch.setattr(graphics, "cards_of_torch", lambda: None)
    page.hide()
    page.show()
    wait_until(asked.exists, "the driver was asked")
    wait_until(no_tasks, "what it said was read")
    assert page.choices["device"].findData("cuda:0") < 0
