"""Where the engine runs, with real processes: a trial that fails, a user who chooses, a child that dies."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.child.engine import ChildEngine, unload_child  # noqa: E402
from askmap.backend.engine.protocols import OWN, QGIS, EngineSettings  # noqa: E402
from askmap.backend.errors import MissingPackage  # noqa: E402
from askmap.backend.service.client import Service  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.main import Plugin  # noqa: E402
from askmap.plugin.runtime import engine_service  # noqa: E402
from askmap.plugin.runtime.diagnostics import Diagnostics  # noqa: E402
from askmap.plugin.runtime.engine_choice import EngineChoice, EnginePlace, Why, engine_choice  # noqa: E402
from askmap.plugin.runtime.refused_packages import no_triton  # noqa: E402
from askmap.plugin.settings import Settings, read_settings, write_settings  # noqa: E402
from children import children_of, is_running, small_command  # noqa: E402
from children import wait_until as wait_for  # noqa: E402
from desktop import FakeEngine, all_said, wait_until  # noqa: E402
from workday import Day  # noqa: E402

CRASHED = MissingPackage("The engine's packages do not work with this QGIS: it crashed without a word.")
FAILED = "Runs in a process of its own, because its packages failed beside QGIS's libraries."


class Trials:
    """As many as were made; each ends with `error`."""

    def __init__(self, error: MissingPackage | None = CRASHED) -> None:
        self.error, self.count = error, 0

    def __call__(self, *_: object) -> None:
        self.count += 1
        if self.error is not None:
            raise self.error


@pytest.fixture
def trials(monkeypatch, tmp_path):
    """A QGIS without torch whose trial fails, and whose child has a small engine."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("torch", "triton")]:
        monkeypatch.delitem(sys.modules, name)
    trials = Trials()
    command = small_command(tmp_path, "small")
    monkeypatch.setattr(engine_service, "missing_modules", lambda: ())
    monkeypatch.setattr(engine_service, "try_out", trials)
    monkeypatch.setattr(engine_service, "child_command", lambda: command)
    monkeypatch.setattr(engine_service, "running_service", lambda: None)
    monkeypatch.setattr(engine_service, "load_engine", lambda settings: FakeEngine())
    engine_choice.forget()
    yield trials
    unload_child()
    no_triton.end()


@pytest.fixture
def day(desk, layer, plugged_in, trials):
    write_settings(Settings(welcomed=True))
    return Day(desk, plugged_in(SimpleNamespace(load=engine_service.load_with_care)), None)


def place(day) -> str:
    """Where the engine runs, as the dock says it of the models."""
    return day.dock.models.accessibleDescription()


def child_of_qgis() -> int:
    (pid,) = children_of()
    return pid


def test_after_a_failed_trial_the_answer_comes_from_a_child_and_the_dock_says_why(day, trials):
    assert place(day) == ""
    day.ask()
    assert day.dock.heading.outcome.text() == "2 targets found."
    assert day.kept().provenance.reasoner == "answering"
    assert place(day).startswith(FAILED)
    assert "it crashed without a word" in place(day)
    assert "torch" not in sys.modules
    assert is_running(child_of_qgis())


def test_a_failed_trial_is_not_paid_twice_until_the_packages_are_looked_for_again(day, trials):
    day.ask()
    pid = child_of_qgis()
    day.ask("And where is another one?")
    assert trials.count == 1
    assert child_of_qgis() == pid
    day.dock.form.notice.retried.emit()
    day.ask("And now?")
    assert trials.count == 2


def test_where_the_trial_is_passed_the_engine_runs_in_qgis(day, trials):
    trials.error = None
    before = children_of()
    day.ask()
    assert day.kept().provenance.reasoner == "fake reasoner"
    assert place(day) == "Runs in QGIS, where the engine's packages work."
    assert children_of() == before


def test_who_chooses_a_process_of_its_own_pays_no_trial(day, trials):
    day.place.context.settings.write(replace(read_settings(), process=OWN))
    day.ask()
    assert trials.count == 0
    assert day.kept().provenance.reasoner == "answering"
    assert place(day) == "Runs in a process of its own, as the options say."


def test_who_chooses_qgis_is_told_what_failed(day, trials):
    day.place.context.settings.write(replace(read_settings(), process=QGIS))
    before = children_of()
    day.ask()
    assert "do not work with this QGIS" in day.dock.heading.outcome.text()
    assert children_of() == before


def test_a_service_that_runs_is_asked_without_a_trial_unless_qgis_was_chosen(
    day, trials, tmp_path, monkeypatch
):
    service = small_command(tmp_path, "small")  # reached by pipes, where the real one has a socket
    monkeypatch.setattr(engine_service, "running_service", lambda: service)
    monkeypatch.setattr(engine_service, "missing_modules", lambda: ("torch",))  # which it does not need here
    day.ask()
    assert day.kept().provenance.reasoner == "answering"
    assert place(day) == "Runs in the service that the shell uses, too."
    monkeypatch.setattr(engine_service, "missing_modules", lambda: ())
    trials.error = None
    day.place.context.settings.write(replace(read_settings(), process=QGIS))
    day.ask("And here?")
    assert day.kept().provenance.reasoner == "fake reasoner"
    assert trials.count == 1


def test_a_service_that_has_just_ended_is_no_fault_of_the_question(day, trials, tmp_path, monkeypatch):
    monkeypatch.setattr(engine_service, "running_service", lambda: Service(tmp_path / "gone"))
    trials.error = None
    day.ask()
    assert day.kept().provenance.reasoner == "fake reasoner"
    assert place(day) == "Runs in QGIS, where the engine's packages work."


def test_missing_packages_are_named_wherever_the_engine_would_run(trials, monkeypatch):
    monkeypatch.setattr(engine_service, "missing_modules", lambda: ("torch",))
    monkeypatch.setattr(engine_service, "advice", lambda: "Install torch.")
    for process in ("auto", QGIS, OWN):
        with pytest.raises(MissingPackage, match="Install torch"):
            engine_service.load_with_care(EngineSettings(process=process), ignore)
    assert trials.count == 0


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_child_that_dies_costs_one_question_and_qgis_nothing(day, number, tmp_path, monkeypatch):
    heeding = small_command(tmp_path, "heeding")  # looks for as long as nobody stops it
    monkeypatch.setattr(engine_service, "child_command", lambda: heeding)
    day.dock.form.question.setPlainText("Where is a field?")
    day.dock.form.ask_button.click()
    wait_until(lambda: "A roof." in day.dock.answer.reasoning.text.toPlainText(), "the child thinks")
    pid = child_of_qgis()
    os.kill(pid, number)
    day.wait(day.dock.form.ask_button.isEnabled, "the question ended")
    assert f"ended before it had answered: {number.name}" in day.dock.heading.outcome.text()
    assert "Ask again: a new process starts then." in all_said(day.desk)
    assert not is_running(pid)
    small_command(tmp_path, "small")
    day.ask()
    assert day.dock.heading.outcome.text() == "2 targets found."
    assert child_of_qgis() != pid


def test_the_child_ends_when_the_plugin_is_unloaded(desk, layer, trials):
    write_settings(Settings(welcomed=True))
    plugin = Plugin(desk, engine_service.load_with_care)
    plugin.initGui()
    Day(desk, plugin, None).ask()
    pid = child_of_qgis()
    plugin.unload()
    assert not is_running(pid)
    assert engine_choice.latest is None


def test_the_child_ends_when_other_models_or_packages_are_chosen_and_not_else(day, tmp_path):
    day.ask()
    pid, store = child_of_qgis(), day.place.context.settings
    store.write(replace(store.now, output_folder=str(tmp_path), answer_language="de"))
    assert is_running(pid)
    store.write(replace(store.now, seed=7))
    wait_for(lambda: not is_running(pid))
    day.ask()
    pid = child_of_qgis()
    store.write(replace(store.now, environment=str(tmp_path)))
    wait_for(lambda: not is_running(pid))


def test_diagnostics_say_in_which_process_and_why(day):
    assert "- Process: no engine that needs packages was loaded" in Diagnostics().report()
    day.ask()
    assert "- Process: of its own, because they do not" in Diagnostics().report()


def test_a_child_that_dies_as_it_loads_is_an_error_of_the_packages_which_can_be_installed_again(
    trials, tmp_path, monkeypatch
):
    broken = small_command(tmp_path, "small", "raise ImportError('libcudart is missing')")
    monkeypatch.setattr(engine_service, "child_command", lambda: broken)
    for process in ("auto", OWN):
        with pytest.raises(MissingPackage, match="libcudart is missing") as failed:
            engine_service.load_with_care(EngineSettings(process=process), ignore)
        assert "install the packages of the engine again" in failed.value.hint


def test_other_packages_are_tried_although_these_failed(tmp_path):
    choice, fails, works = EngineChoice(), Trials(), Trials(error=None)
    assert choice.place("auto", tmp_path, fails) == EnginePlace(True, Why.FAILS, CRASHED)
    assert choice.place("auto", tmp_path, works) == EnginePlace(True, Why.FAILS, CRASHED)
    assert choice.place("auto", tmp_path / "other", works) == EnginePlace(False, Why.WORKS)
    assert (fails.count, works.count) == (1, 1)
    choice.forget()
    assert choice.place("auto", tmp_path, works) == EnginePlace(False, Why.WORKS)


def test_both_processes_load_the_same_models(trials):
    child = engine_service.load_with_care(EngineSettings(process=OWN), ignore)
    assert isinstance(child, ChildEngine)
    assert child.settings == EngineSettings()
