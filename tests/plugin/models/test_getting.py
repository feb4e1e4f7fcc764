"""A model comes from a real local hub into real files, while the window and QGIS live on."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.hub.fetching import part_of  # noqa: E402
from askmap.plugin.models import controller as models_controller  # noqa: E402
from askmap.plugin.settings import read_settings  # noqa: E402
from desktop import all_said, wait_until  # noqa: E402
from model_folders import SEGMENTER as POCKET_SEGMENTER  # noqa: E402
from model_hub import ModelHub, hub_of  # noqa: E402
from models_window import NAME, TINY, WEIGHTS, Pausing, answer_box, choose, click, get, settled, state  # noqa: E402
from qgis.core import QgsApplication, QgsAuthMethodConfig  # noqa: E402
from qgis.PyQt.QtCore import Qt, QTimer  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


def test_how_far_it_is_is_shown_and_a_stop_keeps_what_came(plugin, window, hub, tmp_path):
    pause = Pausing(1_000_000)
    hub.faults[WEIGHTS] = [pause]
    choose(window, NAME)
    click(window.get_button)
    wait_until(lambda: "being fetched, " in state(window, NAME), "it is being fetched")
    wait_until(lambda: plugin.wiring.models.jobs.under_way[0].done > 500_000, "some have come")
    wait_until(lambda: " of " in window.step.text(), "the bytes are shown")
    assert window.bar.isVisible()
    assert window.step.text().startswith(f"{NAME}: ")
    assert not window.get_button.isEnabled()
    click(window.stop_button)
    settled(plugin)
    pause.go_on.set()
    assert "stopped. What has come is kept" in window.notice.text()
    assert state(window, NAME) == "part of it is here"
    assert not window.bar.isVisible()
    choose(window, NAME)
    assert "of it have come" in window.details.text()
    hub.headers.clear()
    click(window.get_button)
    settled(plugin)
    assert state(window, NAME) == "here"
    assert any("Range" in headers for headers in hub.headers)


def test_a_transfer_that_is_cut_twice_goes_on(plugin, window, hub):
    hub.faults[WEIGHTS] = [lambda request: request.send_part(700_000), lambda request: request.send_part(9)]
    get(plugin, window)
    assert state(window, NAME) == "here"


def test_the_window_lives_while_a_model_comes(plugin, window, hub):
    pause = Pausing(500_000)
    hub.faults[WEIGHTS] = [pause]
    ticks, timer = [], QTimer()
    timer.timeout.connect(lambda: ticks.append(pause.reached.is_set()))
    choose(window, NAME)
    click(window.get_button)
    timer.start(10)
    wait_until(lambda: ticks.count(True) > 20, "the window was drawn while the hub was silent")
    assert plugin.wiring.models.jobs.under_way
    timer.stop()
    pause.go_on.set()
    settled(plugin)
    assert state(window, NAME) == "here"


@pytest.mark.parametrize(("button", "goes_on"), [("Go on", True), ("Stop it", False)])
def test_who_closes_the_window_says_whether_it_goes_on(plugin, window, hub, desk, tmp_path, button, goes_on):
    pause = Pausing(500_000)
    hub.faults[WEIGHTS] = [pause]
    choose(window, NAME)
    click(window.get_button)
    wait_until(pause.reached.is_set, "it is being fetched")
    asked = answer_box(window, button)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert asked == [f"{NAME} is being fetched."]
    assert plugin.wiring.models.window is None
    wait_until(lambda: goes_on or not plugin.wiring.models.jobs.under_way, "it has stopped")
    pause.go_on.set()
    settled(plugin)
    assert (tmp_path / "models" / TINY).is_dir() == goes_on
    assert part_of(tmp_path / "models" / TINY).is_dir() != goes_on
    if goes_on:
        assert f"{NAME} is here" in all_said(desk)


def test_a_window_that_is_kept_stays_and_another_one_shows_how_far_it_is(plugin, window, hub):
    pause = Pausing(500_000)
    hub.faults[WEIGHTS] = [pause]
    choose(window, NAME)
    click(window.get_button)
    wait_until(pause.reached.is_set, "it is being fetched")
    answer_box(window, "Back")
    window.close()
    assert window.isVisible()
    answer_box(window, "Go on")
    window.close()
    again = plugin.wiring.models.open_window()
    wait_until(lambda: again.table.rowCount() > 0, "the models are listed")
    assert "being fetched" in state(again, NAME)
    pause.go_on.set()
    settled(plugin)


def test_the_end_of_qgis_stops_it_and_the_next_one_goes_on(plugin, window, hub, tmp_path):
    pause = Pausing(500_000)
    hub.faults[WEIGHTS] = [pause]
    choose(window, NAME)
    click(window.get_button)
    wait_until(pause.reached.is_set, "it is being fetched")
    plugin.wiring.models.close()  # does not wait for a hub that is silent
    assert part_of(tmp_path / "models" / TINY).is_dir()
    pause.go_on.set()
    plugin.wiring.models = models_controller.build(plugin.wiring.context, plugin.dock.models, plugin.wiring)
    next_one = plugin.wiring.models.open_window()
    choose(next_one, NAME)
    click(next_one.get_button)
    settled(plugin)
    assert state(next_one, NAME) == "here"


def test_two_fetch_at_once_and_only_one_does(plugin, window, hub, desk, tmp_path):
    """As another QGIS would: it has the same folders."""
    pause = Pausing(500_000)
    hub.faults[WEIGHTS] = [pause]
    other = models_controller.ModelJobs(plugin.wiring.context.engine)
    ended = []
    other.ended.connect(ended.append)
    choose(window, NAME)
    click(window.get_button)
    wait_until(pause.reached.is_set, "it is being fetched")
    other.get(NAME, TINY, models_controller.hub_of(plugin.wiring.context.settings, other.transport))
    wait_until(lambda: ended, "the other one was refused")
    assert "is being fetched by another program" in str(ended[0].error)
    pause.go_on.set()
    settled(plugin)
    assert state(window, NAME) == "here"
    other.close()


def test_a_gated_model_says_what_to_do_and_gets_the_key(plugin, window, hub):
    hub.faults[""] = [lambda request: request.send(401, b"{}")] * 3
    get(plugin, window)
    assert "only to those who may have it" in window.notice.text()
    assert f"Agree to its terms at {hub.url}/{TINY}" in window.notice.text()
    manager = QgsApplication.authManager()
    manager.setMasterPassword("only in this test", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("a hub")
    config.setConfigMap({"username": "", "password": "hf_secret", "realm": ""})
    stored = manager.storeAuthenticationConfig(config)
    config = stored[1] if isinstance(stored, tuple) else config
    window.hub.key.setConfigId(config.id())
    assert read_settings().hub_key == config.id()
    hub.faults.clear()
    get(plugin, window)
    manager.removeAuthenticationConfig(config.id())
    window.hub.key.setConfigId("")
    assert read_settings().hub_key == ""
    assert state(window, NAME) == "here"
    assert hub.headers[-1]["Authorization"] == "Bearer hf_secret"
    assert "hf_secret" not in repr(read_settings())


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (lambda request: request.send(200, b"<html>", Content_Type="text/html"), "no hub of models"),
        (lambda request: request.send(404, b""), "has no facebook/sam2.1-hiera-tiny"),
        (lambda request: request.send(200, b"{", Content_Type="application/json"), "no hub of models"),
    ],
)
def test_a_hub_that_is_none_is_told(plugin, window, hub, fault, says):
    hub.faults[""] = [fault] * 9
    get(plugin, window)
    assert says in window.notice.text()
    assert state(window, NAME) == "not here"


def test_another_hub_is_typed_and_what_is_none_is_refused(plugin, window, hub):
    with hub_of(ModelHub(POCKET_SEGMENTER, TINY)) as mirror:
        window.hub.address.setText(mirror.url)
        window.hub.address.editingFinished.emit()
        assert read_settings().hub == mirror.url
        get(plugin, window)
        assert mirror.asked
        assert not hub.asked
    window.hub.address.setText("ftp://x")
    window.hub.address.editingFinished.emit()
    choose(window, "SAM2.1 small")
    click(window.get_button)
    assert "«ftp://x» is no address of a hub." in window.notice.text()
