"""The window of models under fingers, against a real local hub, with real files on this disk."""

from __future__ import annotations

import threading
import time

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.hub import download  # noqa: E402
from askmap.backend.hub.fetching import part_of  # noqa: E402
from askmap.backend.hub.overview import REASONER, SEGMENTER, ModelState  # noqa: E402
from askmap.backend.hub.places import hub_cache  # noqa: E402
from askmap.backend.hub.record import read_record  # noqa: E402
from askmap.backend.models.catalogue import read_catalogue  # noqa: E402
from askmap.backend.remote.presets import Preset  # noqa: E402
from askmap.plugin.ask.again_dialog import AgainDialog  # noqa: E402
from askmap.plugin.models import controller as models_controller  # noqa: E402
from askmap.plugin.models import jobs  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore, read_settings, write_settings  # noqa: E402
from desktop import FakeEngine, all_said, no_tasks, wait_until  # noqa: E402
from entries import two_found  # noqa: E402
from model_folders import SEGMENTER as POCKET_SEGMENTER  # noqa: E402
from model_folders import put_in_folder, put_in_hub_cache  # noqa: E402
from model_hub import ModelHub, hub_of  # noqa: E402
from model_server import ModelServer, serving  # noqa: E402
from qgis.core import QgsApplication, QgsAuthMethodConfig  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMessageBox  # noqa: E402

TINY, WEIGHTS = "facebook/sam2.1-hiera-tiny", "model.safetensors"
NAME = "SAM2.1 tiny"


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ASKMAP_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(download, "PAUSE_S", 0.01)


@pytest.fixture
def hub():
    with hub_of(ModelHub(POCKET_SEGMENTER, TINY, licence="apache-2.0")) as running:
        yield running


@pytest.fixture
def plugin(plugged_in, hub):
    write_settings(Settings(welcomed=True, hub=hub.url))
    return plugged_in(FakeEngine())


@pytest.fixture
def window(plugin):
    """Open, with everything listed."""
    window = plugin.wiring.models.open_window()
    wait_until(lambda: window.table.rowCount() > 0, "the models are listed")
    wait_until(no_tasks, "this computer was looked at")
    return window


def choose(window, name):
    wait_until(lambda: name in names(window), f"{name} is listed")
    row = names(window).index(name)
    window.table.setCurrentCell(row, 0)
    return window.table.models[row]


def names(window):
    return [model.name for model in window.table.models]


def state(window, name):
    return window.table.item(names(window).index(name), 5).text()


def click(button):
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def settled(plugin):
    wait_until(lambda: not plugin.wiring.models.jobs.under_way, "the jobs have ended")
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.005)


def get(plugin, window):
    choose(window, NAME)
    click(window.get_button)
    settled(plugin)


def answer_box(window, text):
    """Presses a button of the next message box, once it is there."""
    pressed = []

    def press():
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        pressed.append(box.text())
        buttons = {button.text().replace("&", ""): button for button in box.buttons()}
        buttons[text].click()

    QTimer.singleShot(20, press)
    return pressed


class Pausing:
    """A fault of the hub: some bytes come, the rest when the test lets it."""

    def __init__(self, first: int) -> None:
        self.first, self.reached, self.go_on = first, threading.Event(), threading.Event()

    def __call__(self, request):
        rest = request.content[request.start :]
        if request.start:
            request.send_part(0)
        else:
            request.send(200, b"", len(rest))
        request.handler.wfile.write(rest[: self.first])
        request.handler.wfile.flush()
        self.reached.set()
        self.go_on.wait(20)
        request.handler.wfile.write(rest[self.first :])


def test_all_models_are_shown_with_what_they_need_and_where_they_are(window):
    known = {model.name for model in read_catalogue()}
    assert known <= set(names(window))
    assert state(window, "Pocket reasoner") == "in use, comes with AskMap"
    assert state(window, NAME) == "not here"
    assert state(window, "Qwen3.5 2B") in ("for a server only", "not here")
    choose(window, "Qwen2.5-VL 3B")
    text = window.details.text()
    assert "it reads the question, reasons and points." in text
    assert "It needs about 1" in text
    assert "Licence: Qwen research licence." in text
    row = names(window).index("Qwen2.5-VL 3B")
    assert window.table.item(row, 3).text().split(", ")[1] in ("fits", "tight", "does not fit")


def test_a_model_is_fetched_checked_used_and_deleted(plugin, window, hub, tmp_path):
    choose(window, NAME)
    assert not window.use_button.isEnabled()
    get(plugin, window)
    folder = tmp_path / "models" / TINY
    assert window.notice.text() == f"{NAME} is here. Press «Use» to work with it."
    assert state(window, NAME) == "here"
    assert "Revision c0ffee" in (choose(window, NAME) and window.details.text())
    assert {headers["User-Agent"].split("/")[0] for headers in hub.headers}
    click(window.check_button)
    settled(plugin)
    assert window.notice.text() == f"{NAME}: all files are as the hub says."
    assert set(read_record(folder).checked) == {file.name for file in folder.iterdir()}
    click(window.use_button)
    assert read_settings().segmenter == str(folder)
    settled(plugin)
    assert state(window, NAME) == "in use, here"
    assert plugin.dock.models.buttons[SEGMENTER].toolTip() == f"Segmenter: {NAME}"
    assert not window.delete_button.isEnabled()
    choose(window, "Pocket segmenter")
    click(window.use_button)
    assert read_settings().segmenter == ""
    settled(plugin)
    choose(window, NAME)
    asked = answer_box(window, "Yes")
    click(window.delete_button)
    settled(plugin)
    assert asked == [f"Delete {NAME}? 6.6 MB of the disk come free."] or "come free." in asked[0]
    assert not folder.exists()
    assert window.notice.text() == f"{NAME} is deleted."
    assert state(window, NAME) == "not here"


def test_nothing_is_deleted_unless_the_user_says_yes(plugin, window, tmp_path):
    get(plugin, window)
    choose(window, NAME)
    answer_box(window, "No")
    click(window.delete_button)
    settled(plugin)
    assert (tmp_path / "models" / TINY / WEIGHTS).is_file()


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
    timer.setInterval(10)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    choose(window, NAME)
    click(window.get_button)
    timer.start()
    wait_until(lambda: len(ticks) > 50, "half a second has passed")
    pause.go_on.set()
    settled(plugin)
    timer.stop()
    assert max(b - a for a, b in zip(ticks, ticks[1:])) < 0.5


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
    began = time.monotonic()
    plugin.wiring.models.close()
    assert time.monotonic() < began + 5
    pause.go_on.set()
    assert part_of(tmp_path / "models" / TINY).is_dir()
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
    other = models_controller.ModelJobs()
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


def test_damage_is_found_and_said(plugin, window, tmp_path):
    get(plugin, window)
    weights = tmp_path / "models" / TINY / WEIGHTS
    click_check = choose(window, NAME) and window.check_button
    click(click_check)
    settled(plugin)
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    plugin.wiring.models.listing.refresh()
    settled(plugin)
    assert state(window, NAME) == "changed since it was checked"
    choose(window, NAME)
    click(window.check_button)
    settled(plugin)
    assert window.notice.text() == f"{NAME} is damaged: {WEIGHTS}. Delete it and get it again."


def test_what_others_keep_is_used_where_it_lies(plugin, window, tmp_path):
    cached = put_in_hub_cache(hub_cache(), TINY)
    mine = put_in_folder(tmp_path / "models", "mine/sam")
    plugin.wiring.models.listing.refresh()
    settled(plugin)
    assert state(window, NAME) == "here, in the hub's cache"
    assert state(window, "mine/sam") == "here, a folder of yours"
    choose(window, NAME)
    assert not window.delete_button.isEnabled()
    assert not window.get_button.isEnabled()
    assert "never copied" in window.details.text()
    click(window.use_button)
    assert read_settings().segmenter == str(cached)
    plugin.wiring.models.use_folder(mine)
    assert read_settings().segmenter == str(mine)
    elsewhere = put_in_folder(tmp_path / "drive", "a/b")
    plugin.wiring.models.use_folder(elsewhere)
    wait_until(lambda: "b" in names(window), "a folder anywhere is listed while it is in use")
    assert state(window, "b") == "in use, here, a folder of yours"
    plugin.wiring.models.use_folder(tmp_path)
    assert read_settings().segmenter == str(elsewhere)
    assert "config.json" in window.notice.text()


def test_served_models_are_looked_for_only_when_asked(plugin, window, monkeypatch):
    with serving(ModelServer(models=("looker-7b", "looker-2b"))) as server:
        program = Preset("LM Studio", server.url)
        monkeypatch.setattr(jobs, "presets", lambda: (program,))
        assert server.headers == []
        click(window.served_button)
        wait_until(lambda: f"looker-7b ({program.name})" in names(window), "they are listed")
        assert window.notice.text().startswith("2 served model")
        choose(window, f"looker-7b ({program.name})")
        assert state(window, f"looker-7b ({program.name})") == "served"
        click(window.use_button)
        assert read_settings().reasoner == f"{server.url}#looker-7b"
        assert "Authorization" not in server.headers[-1]
    click(window.served_button)
    wait_until(lambda: "No program on this computer" in window.notice.text(), "nobody serves")


def test_the_dock_names_the_models_and_switches_among_those_here(plugin, window):
    get(plugin, window)
    line = plugin.dock.models
    assert line.buttons[REASONER].accessibleName() == "Reasoner: Pocket reasoner"
    menu = line.buttons[SEGMENTER].menu()
    shown = {action.text(): action for action in menu.actions() if action.text()}
    assert list(shown) == ["Pocket segmenter", NAME, "Models…"]
    assert [name for name, action in shown.items() if action.isChecked()] == ["Pocket segmenter"]
    shown[NAME].trigger()
    assert read_settings().segmenter.endswith(TINY)
    settled(plugin)
    assert line.buttons[SEGMENTER].accessibleName() == f"Segmenter: {NAME}"
    window.close()
    QTest.mouseClick(line.buttons[REASONER], Qt.MouseButton.LeftButton)
    assert plugin.wiring.models.window is not None


def test_a_long_name_fits_into_a_narrow_dock(plugin, desk):
    write_settings(Settings(welcomed=True, reasoner="http://127.0.0.1:9/v1#" + "a-very-long-name-" * 9))
    plugin.wiring.context.settings.read_anew()
    settled(plugin)
    plugin.dock.models.resize(240, 30)
    button = plugin.dock.models.buttons[REASONER]
    assert plugin.dock.models.minimumSizeHint().width() < 200
    assert "…" in button.text()
    assert "a-very-long-name-a-very" in button.toolTip()


def test_ask_again_offers_the_models_that_are_here(plugin, window):
    get(plugin, window)
    dialog = AgainDialog(two_found(), SettingsStore().now, None, plugin.wiring.models.listing.usable)
    assert [dialog.segmenter.itemText(i) for i in range(dialog.segmenter.count())] == [
        "Pocket segmenter",
        NAME,
    ]
    dialog.segmenter.setCurrentIndex(1)
    assert dialog.rerun().segmenter.endswith(TINY)
    assert dialog.rerun().reasoner == ""


def test_everything_can_be_done_with_the_keyboard_and_has_a_name(plugin, window):
    QApplication.setActiveWindow(window)
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert window.table.chosen() is window.table.models[-1]
    choose(window, NAME)
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    settled(plugin)
    assert state(window, NAME) == "here"
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    assert read_settings().segmenter.endswith(TINY)
    assert window.isVisible()
    buttons = window.findChildren(type(window.get_button))
    letters = [button.text().partition("&")[2][:1].lower() for button in buttons if "&" in button.text()]
    assert len(letters) == len(set(letters)) >= 8
    for widget in (window.table, window.bar, window.hub.address, window.hub.key):
        assert widget.accessibleName()


def test_it_fits_into_a_small_screen(window):
    assert window.minimumSizeHint().width() <= 1000
    assert window.minimumSizeHint().height() <= 700
    assert window.height() <= 700


def test_it_stands_in_front_of_the_window_of_options_and_outlives_it(plugin, desk):
    options = QDialog(desk.mainWindow())
    options.setModal(True)
    options.show()
    window = plugin.wiring.models.open_window(options)
    assert window.parent() is options
    assert window.isVisible()
    options.accept()
    assert window.parent() is desk.mainWindow()
    assert window.isVisible()
    assert plugin.wiring.models.open_window() is window


def test_a_part_that_is_here_can_be_deleted(plugin, window, hub, tmp_path):
    hub.faults[WEIGHTS] = [lambda request: request.send_part(5000)] + [lambda request: request.send(404)] * 9
    get(plugin, window)
    assert choose(window, NAME).state is ModelState.PART
    answer_box(window, "Yes")
    click(window.delete_button)
    settled(plugin)
    assert not (tmp_path / "models" / "facebook").exists()
