"""What the window of models shows, and what can be done there with those that are here."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.hub.overview import ModelState  # noqa: E402
from askmap.backend.hub.places import hub_cache  # noqa: E402
from askmap.backend.hub.record import read_record  # noqa: E402
from askmap.backend.models.catalogue import read_catalogue  # noqa: E402
from askmap.backend.remote.presets import Preset  # noqa: E402
from askmap.plugin.models import jobs  # noqa: E402
from askmap.plugin.settings import read_settings  # noqa: E402
from desktop import wait_until  # noqa: E402
from model_folders import put_in_folder, put_in_hub_cache  # noqa: E402
from model_server import ModelServer, serving  # noqa: E402
from models_window import NAME, TINY, WEIGHTS, answer_box, choose, click, get, names, settled, state  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QDialog  # noqa: E402


def test_all_models_are_shown_with_what_they_need_and_where_they_are(window):
    known = {model.name for model in read_catalogue()}
    assert known <= set(names(window))
    assert state(window, "Pocket reasoner") == "in use, comes with AskMap"
    assert state(window, NAME) == "not here"
    assert state(window, "Qwen3.5 2B") == "not here"
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
    choose(window, NAME)
    assert "Revision c0ffee" in window.details.text()
    assert all("QGIS" in headers["User-Agent"] for headers in hub.headers)
    click(window.check_button)
    settled(plugin)
    assert window.notice.text() == f"{NAME}: all files are as the hub says."
    assert set(read_record(folder).checked) == {file.name for file in folder.iterdir()}
    click(window.use_button)
    assert read_settings().segmenter == str(folder)
    settled(plugin)
    assert state(window, NAME) == "in use, here"
    assert f"<p>Segmenter: {NAME}</p>" in plugin.dock.models.toolTip()
    assert not window.delete_button.isEnabled()
    choose(window, "Pocket segmenter")
    click(window.use_button)
    assert read_settings().segmenter == ""
    settled(plugin)
    choose(window, NAME)
    asked = answer_box(window, "Yes")
    click(window.delete_button)
    settled(plugin)
    assert [re.sub(r"\d+\.\d MB", "? MB", text) for text in asked] == [
        f"Delete {NAME}? ? MB of the disk come free."
    ]
    assert not folder.exists()
    assert window.notice.text() == f"{NAME} is deleted."
    assert state(window, NAME) == "not here"
    assert window.table.chosen().name == NAME


def test_nothing_is_deleted_unless_the_user_says_yes(plugin, window, tmp_path):
    get(plugin, window)
    choose(window, NAME)
    answer_box(window, "No")
    click(window.delete_button)
    settled(plugin)
    assert (tmp_path / "models" / TINY / WEIGHTS).is_file()


def test_damage_is_found_and_said(plugin, window, tmp_path):
    get(plugin, window)
    weights = tmp_path / "models" / TINY / WEIGHTS
    choose(window, NAME)
    click(window.check_button)
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
