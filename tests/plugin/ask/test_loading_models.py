"""The models are loaded while the user types, and the dock says how far that is."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import MissingPackage  # noqa: E402
from askmap.backend.stages import Progress  # noqa: E402
from desktop import FakeEngine, wait_until  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from workday import Day  # noqa: E402


class Loading:
    """Half done, until the gate opens; counts how often it was loaded."""

    def __init__(self) -> None:
        self.engine, self.gate, self.error, self.times = FakeEngine(), threading.Event(), None, 0

    def load(self, settings, report):
        self.times += 1
        report(Progress(0.43, "Loading the models, only once: 43 %"))
        self.gate.wait(20)
        if self.error is not None:
            raise self.error
        return self.engine


@pytest.fixture
def loading():
    loading = Loading()
    yield loading
    loading.gate.set()


@pytest.fixture
def day(desk, layer, plugged_in, loading):
    return Day(desk, plugged_in(SimpleNamespace(load=loading.load)), loading.engine)


def type_a_letter(day) -> None:
    QTest.keyClick(day.dock.form.question, "W")
    wait_until(lambda: "43 %" in day.dock.form.status.text(), "it is said how far it is")


def test_it_is_shown_while_the_user_types_and_goes_when_it_is_done(day, loading):
    type_a_letter(day)
    assert not day.dock.form.progress.isHidden()
    assert day.dock.form.progress.value() == 43
    assert day.dock.form.ask_button.isEnabled()
    loading.gate.set()
    wait_until(day.dock.form.progress.isHidden, "it is done")
    assert day.dock.form.status.text() == ""


def test_a_question_that_is_asked_meanwhile_shows_its_own_steps(day, loading):
    type_a_letter(day)
    loading.gate.set()
    day.ask()
    assert day.dock.heading.outcome.text() == "1 target found."
    assert day.dock.form.progress.isHidden()


def test_what_fails_is_told_when_a_question_is_asked(day, loading):
    loading.error = MissingPackage(error=ImportError("no such library"))
    type_a_letter(day)
    loading.gate.set()
    wait_until(day.dock.form.progress.isHidden, "it has ended")
    assert day.dock.form.status.text() == ""
    day.ask()
    assert "no such library" in day.dock.heading.outcome.text()
