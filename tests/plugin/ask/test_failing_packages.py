"""Packages that are there and fail in use: the page that installs them is back, and says what failed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import MissingPackage  # noqa: E402
from askmap.plugin.install.panel import InstallPanel  # noqa: E402
from desktop import FakeEngine  # noqa: E402
from workday import Day  # noqa: E402

REASON = "cannot import name 'equal_valued' from 'sympy'"  # with Debian 12's sympy ahead of the newer one


class Loading:
    """Fails until it is mended."""

    def __init__(self) -> None:
        self.engine, self.is_mended = FakeEngine(), False

    def load(self, settings, report):
        if self.is_mended:
            return self.engine
        raise MissingPackage(error=ImportError(REASON))


@pytest.fixture
def loading():
    return Loading()


@pytest.fixture
def day(desk, layer, plugged_in, loading):
    day = Day(desk, plugged_in(SimpleNamespace(load=loading.load)), loading.engine)
    assert day.dock.form.notice.isHidden()
    return day


def test_the_page_is_back_with_what_failed_and_the_button_that_repairs(day):
    day.ask()
    notice = day.dock.form.notice
    assert not notice.isHidden()
    assert REASON in notice.advice.text()
    assert notice.findChild(InstallPanel).button.text()
    assert not notice.findChild(InstallPanel).button.isHidden()


def test_nothing_is_told_of_an_answer_that_there_was_not(day):
    day.ask()
    assert day.dock.answer.reasoning.text.toPlainText() == ""
    assert "not answered" in day.dock.answer.reasoning.text.placeholderText()


def test_what_was_installed_again_is_used_in_place_of_the_folder_that_failed(day, loading, tmp_path):
    (tmp_path / "torch").mkdir()
    day.dock.form.notice.folder.setFilePath(str(tmp_path))
    assert day.place.context.settings.now.environment == str(tmp_path)
    day.ask()
    loading.is_mended = True
    day.place.install.completed.emit(True)
    day.place.install.installed.emit()
    day.wait(lambda: "Failed" in day.dock.form.status.text(), "it was tested")  # an engine of the tests
    assert day.place.context.settings.now.environment == ""
    assert day.dock.form.notice.isHidden()
    day.ask()
    assert day.dock.heading.outcome.text() == "1 target found."


def test_an_installation_is_tested_and_told_of_in_one_line(day, loading, monkeypatch):
    monkeypatch.setattr("askmap.backend.self_test.LEAST_OVERLAP", 0.0)
    loading.is_mended = True
    day.place.install.completed.emit(True)
    day.wait(lambda: day.dock.form.status.text().startswith("Passed"), "it was tested")
    assert "\n" not in day.dock.form.status.text()
    assert len(loading.engine.questions) == 1


def test_a_test_that_fails_brings_the_page_back(day):
    day.place.install.completed.emit(True)
    day.wait(lambda: "The self-test failed" in day.dock.form.status.text(), "it was tested")
    assert REASON in day.dock.form.notice.advice.text()
    assert not day.dock.form.notice.isHidden()


def test_what_qgis_uses_only_after_a_restart_is_not_tested_before(day, loading):
    loading.is_mended = True
    day.place.install.completed.emit(False)
    day.wait(lambda: True, "nothing happens")
    assert loading.engine.questions == []
