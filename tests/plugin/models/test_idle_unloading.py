"""Models that no question needed for long are freed, in QGIS's process and in the child's."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.child.conversation import ChildCommand  # noqa: E402
from askmap.backend.child.engine import load_in_child  # noqa: E402
from askmap.backend.engine.loading import load_engine  # noqa: E402
from askmap.backend.engine.protocols import EngineSettings  # noqa: E402
from askmap.plugin.models.idle_unloading import BEAT_S, IdleUnloading  # noqa: E402
from askmap.plugin.runtime.engine_service import EngineService  # noqa: E402
from askmap.plugin.settings import SettingsStore  # noqa: E402
from desktop import no_tasks, wait_until  # noqa: E402

ON_CPU = EngineSettings(device="cpu")
LIMIT_S = 300  # for a process that loads the models, on a machine that does much else
BEATS_A_MINUTE = round(60 / BEAT_S)


class Office:
    """A service of the engine, whose models are freed after two minutes, and the test's own time."""

    def __init__(self, load) -> None:
        self.settings = SettingsStore()
        self.settings.write(replace(self.settings.now, unload_min=2, device="cpu"))
        self.engine = EngineService(load, self.settings)
        self.idle, self.freed = IdleUnloading(self.engine, self.settings), []
        self.idle.unloaded.connect(self.freed.append)

    def ask(self, work) -> None:
        """A job that uses the engine."""
        done, engine = [], self.engine.engine_now()
        self.engine.jobs.start("a question", lambda report: work(engine(report)), done=done.append)
        wait_until(lambda: done, "it was answered", LIMIT_S)

    def pass_minutes(self, minutes: int) -> None:
        for _ in range(minutes * BEATS_A_MINUTE):
            self.idle.look()

    def close(self) -> None:
        self.idle.close()
        self.engine.close()


@pytest.fixture
def office(desk):
    """Call it with what loads an engine."""
    made = []

    def build(load) -> Office:
        made.append(Office(load))
        return made[-1]

    yield build
    for each in made:
        each.close()


def test_the_models_in_qgis_are_freed_and_loaded_again(office):
    held = []
    made = office(lambda settings, report: load_engine(settings))

    def note(engine) -> None:
        held.append(weakref.ref(engine.reasoner.network))

    made.ask(note)
    made.pass_minutes(1)
    wait_until(no_tasks, "nothing is to be done yet")
    assert held[0]() is not None
    made.pass_minutes(1)
    wait_until(lambda: made.freed, "it is said that they were freed")
    gc.collect()
    assert held[0]() is None
    assert made.freed == [2]
    made.ask(note)
    assert held[1]() is not None


def test_the_process_of_the_engine_ends(office):
    command, pids = ChildCommand(Path(sys.executable)), []
    made = office(lambda settings, report: load_in_child(ON_CPU, command, report))
    made.ask(lambda engine: pids.append(engine.pid))
    assert Path(f"/proc/{pids[0]}").exists()
    made.pass_minutes(2)
    wait_until(lambda: made.freed, "it is said that they were freed")
    assert not Path(f"/proc/{pids[0]}").exists()
    made.ask(lambda engine: pids.append(engine.pid))
    assert pids[1] != pids[0]


def test_nothing_is_freed_while_somebody_works_and_the_count_begins_anew(office):
    gate = threading.Event()
    made = office(lambda settings, report: object())
    made.ask(lambda engine: None)
    made.pass_minutes(1)
    made.engine.jobs.start("a long question", lambda report: gate.wait(60))
    made.pass_minutes(3)
    gate.set()
    wait_until(lambda: not made.engine.jobs.busy, "it has ended")
    made.pass_minutes(1)
    wait_until(no_tasks, "nothing is to be done yet")
    assert not made.freed
    made.pass_minutes(1)
    wait_until(lambda: made.freed, "now they were")


def test_who_wants_them_to_stay_keeps_them(office):
    made = office(lambda settings, report: object())
    made.settings.write(replace(made.settings.now, unload_min=0))
    made.ask(lambda engine: None)
    made.pass_minutes(1000)
    assert not made.engine.jobs.busy
