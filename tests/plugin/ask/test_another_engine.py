"""An engine of another kind than two folders, from the settings through the whole plugin, without torch."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.engine.protocols import EngineSettings  # noqa: E402
from askmap.backend.entries.entry import FAILED  # noqa: E402
from askmap.backend.errors import MissingPackage, ModelBroken  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.options.fields import reasoner_fault, segmenter_fault  # noqa: E402
from askmap.plugin.options.introduction import sentences  # noqa: E402
from askmap.plugin.processing.outputs import Destinations  # noqa: E402
from askmap.plugin.runtime import engine_service, environment  # noqa: E402
from askmap.plugin.runtime.diagnostics import Diagnostics  # noqa: E402
from askmap.plugin.settings import Settings, read_settings, write_settings  # noqa: E402
from desktop import FakeEngine, wait_until  # noqa: E402
from made_up_kind import CHOSEN, RUNS, SENT, add_kind  # noqa: E402
from workday import Day  # noqa: E402

MOON = Settings(reasoner=CHOSEN, welcomed=True)


@pytest.fixture
def engine(monkeypatch):
    """What is loaded for MOON, in a QGIS that has none of the engine's packages."""
    engine = FakeEngine()
    add_kind(monkeypatch, lambda settings: engine)
    for module in (environment, engine_service):
        monkeypatch.setattr(module, "missing_modules", lambda: ("torch", "scipy"))
    return engine


@pytest.fixture
def day(desk, layer, plugged_in, engine):
    write_settings(MOON)
    return Day(desk, plugged_in(SimpleNamespace(load=engine_service.load_with_care)), engine)


def test_it_answers_where_its_packages_are_missing(day):
    day.ask()
    assert day.dock.heading.outcome.text() == "1 target found."
    assert day.kept().provenance.reasoner == "fake reasoner"
    assert day.dock.form.notice.isHidden()


def test_a_question_that_failed_is_kept_with_its_names(day):
    day.engine.error = ModelBroken("The moon has set.")
    day.ask()
    (heading,) = day.place.history.history.headings()
    kept = day.place.history.history.entry(heading.id)
    assert kept.outcome == FAILED
    assert (kept.provenance.reasoner, kept.provenance.segmenter) == ("moon", "no segmenter")
    assert kept.provenance.reasoner_digest == ""


def test_two_folders_need_the_packages_as_before(engine):
    with pytest.raises(MissingPackage, match="torch, scipy"):
        engine_service.load_with_care(EngineSettings(), ignore)


def test_the_dock_looks_for_packages_again_when_another_engine_is_chosen(day):
    day.place.context.settings.write(Settings(welcomed=True))
    assert "torch, scipy" in day.dock.form.notice.advice.text()
    assert not day.dock.form.notice.isHidden()
    day.place.context.settings.write(MOON)
    assert day.dock.form.notice.isHidden()


def test_it_says_nothing_of_what_it_knows(day, tmp_path):
    for name, content in (("config.json", {}), ("askmap.json", {"knows": {"kinds": ["pools"]}})):
        (tmp_path / name).write_text(json.dumps(content))
    (tmp_path / "model.safetensors").write_text("weights")
    settings, knowledge = day.place.context.settings, day.place.knowledge
    settings.write(Settings(reasoner=str(tmp_path), welcomed=True))
    wait_until(lambda: knowledge.now is not None, "the folder was read")
    settings.write(MOON)
    wait_until(lambda: knowledge.now is None, "it was forgotten")


def test_what_was_chosen_is_stored_as_it_was_typed(desk, engine):
    write_settings(MOON)
    assert read_settings().reasoner == CHOSEN
    assert read_settings().engine().reasoner == CHOSEN


def test_the_introduction_says_where_it_runs_and_what_is_sent(engine, qgis_app):
    said = sentences(MOON)
    assert said[1:3] == (RUNS, SENT)
    assert "you chose: moon." in said[4]
    assert "Nothing leaves this computer" in sentences(Settings())[2]


def test_diagnostics_name_its_kind_alone(desk, engine):
    write_settings(MOON)
    report = Diagnostics().report()
    assert "- reasoner: an engine of the kind «moon»" in report
    assert "secret" not in report


def test_the_options_page_looks_for_no_folder(engine, qgis_app):
    assert reasoner_fault(CHOSEN) == ""
    assert "no such folder" in reasoner_fault("/moon")
    assert "no such folder" in segmenter_fault(CHOSEN)


def test_processing_writes_anywhere_as_it_reads_no_folder(engine, tmp_path):
    Destinations(str(tmp_path / "a.gpkg"), "").check("image.tif", MOON.engine())
