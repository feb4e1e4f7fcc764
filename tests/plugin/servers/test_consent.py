"""Pixels leave this computer only once the user has said so, and the dock says where they go."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.engine.protocols import EngineSettings  # noqa: E402
from askmap.backend.errors import AskMapError  # noqa: E402
from askmap.plugin.servers.consent import NotSent, refuse_unasked, server_to_ask_about  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore, read_settings, write_settings  # noqa: E402
from desktop import FakeEngine  # noqa: E402
from qgis.PyQt.QtCore import QTimer  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QMessageBox  # noqa: E402
from workday import Day  # noqa: E402

FAR = "https://maps.example.org/v1#looker-7b"
NEAR = "http://127.0.0.1:1234/v1#looker-7b"


@pytest.fixture
def boxes():
    """The boxes that came up; each is answered with the next of `answers`."""
    seen = SimpleNamespace(answers=[], texts=[])
    timer = QTimer()

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            seen.texts.append((box.text(), box.informativeText()))
            wanted = seen.answers.pop(0)
            next(button for button in box.buttons() if button.text() == wanted).click()

    timer.timeout.connect(answer)
    timer.start(20)
    yield seen
    timer.stop()


@pytest.fixture
def day(desk, layer, plugged_in):
    write_settings(Settings(reasoner=FAR, welcomed=True))
    engine = FakeEngine()
    return Day(desk, plugged_in(engine), engine)


def test_nothing_is_sent_where_the_user_says_no(day, boxes):
    boxes.answers = ["Do not send"]
    day.dock.form.question.setPlainText("Where is a field?")
    day.dock.form.ask_button.click()
    assert day.engine.scenes == []
    assert day.dock.form.question.toPlainText() == "Where is a field?"
    ((text, more),) = boxes.texts
    assert text == "Send what the map shows to maps.example.org?"
    assert "the pixels of the view and your words are sent to maps.example.org" in more
    assert "Nothing was sent to maps.example.org" in day.dock.form.status.text()
    assert read_settings().servers_agreed == ""


def test_the_user_is_asked_once_a_server(day, boxes):
    boxes.answers = ["Send", "Send"]
    day.ask()
    day.ask("Where is a pond?")
    assert len(boxes.texts) == 1
    assert len(day.engine.scenes) == 2
    store = day.place.context.settings
    store.write(Settings(reasoner="https://other.example/v1#a", servers_agreed="maps.example.org"))
    day.ask()
    assert [text for text, _ in boxes.texts][1:] == ["Send what the map shows to other.example?"]
    assert read_settings().servers_agreed == "maps.example.org other.example"


def test_typing_loads_nothing_before_the_user_agreed(day, boxes):
    day.dock.form.typing_begun.emit()
    assert not day.place.context.engine.jobs.busy
    assert boxes.texts == []


def test_the_dock_says_where_pixels_go_and_nothing_where_they_stay(day):
    destination = day.dock.form.destination
    assert "maps.example.org" in destination.text()
    assert not destination.isHidden()
    store = day.place.context.settings
    for reasoner in (NEAR, ""):
        store.write(Settings(reasoner=reasoner))
        assert destination.isHidden()


def test_this_computer_needs_no_word(day, boxes):
    day.place.context.settings.write(Settings(reasoner=NEAR))
    day.ask()
    assert len(day.engine.scenes) == 1
    assert boxes.texts == []


def test_an_address_that_is_none_is_said_when_it_is_asked(day):
    day.place.context.settings.write(Settings(reasoner="http://"))
    day.dock.form.typing_begun.emit()
    day.dock.form.question.setPlainText("Where is a field?")
    day.dock.form.ask_button.click()
    assert "is no address of a server" in day.dock.form.status.text()


def test_processing_refuses_what_nobody_agreed_to(desk):
    store = SettingsStore()
    with pytest.raises(NotSent, match="nobody has agreed") as refused:
        refuse_unasked(EngineSettings(reasoner=FAR), store)
    assert refused.value.hint
    store.write(Settings(servers_agreed="maps.example.org"))
    refuse_unasked(EngineSettings(reasoner=FAR), store)
    refuse_unasked(EngineSettings(), store)
    with pytest.raises(AskMapError):
        server_to_ask_about(EngineSettings(reasoner="https://"), store)


def test_agreeing_to_one_name_is_not_agreeing_to_its_part(desk):
    store = SettingsStore()
    store.write(Settings(servers_agreed="maps.example.org"))
    for host in ("example.org", "maps.example.or", "evil-maps.example.org"):
        assert server_to_ask_about(EngineSettings(reasoner=f"https://{host}/v1"), store) == host
