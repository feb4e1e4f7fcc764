"""What a person is told before the first question."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.options.introduction import Introduction, sentences  # noqa: E402
from askmap.plugin.settings import Settings  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QScrollArea  # noqa: E402

NARROW_PX = (260, 320)


@pytest.fixture
def welcome(desk):
    page = Introduction(Settings())
    dock = QDockWidget()
    dock.setWidget(page)
    desk.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    QTest.qWaitForWindowExposed(desk.window)
    return page


@pytest.fixture
def pressed(welcome):
    names = []
    welcome.started.connect(lambda: names.append("started"))
    welcome.options_wanted.connect(lambda: names.append("options"))
    return names


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_starts_what_the_welcome_offers(welcome, pressed, key):
    QTest.keyClick(welcome, key)
    assert pressed == ["started"]


def test_enter_on_the_other_button_opens_the_options(welcome, pressed):
    QTest.keyClick(welcome.options_button, Qt.Key.Key_Return)
    assert pressed == ["options"]


def test_enter_on_start_starts_once(welcome, pressed):
    QTest.keyClick(welcome.start_button, Qt.Key.Key_Return)
    assert pressed == ["started"]


def test_a_click_starts_and_another_opens_the_options(welcome, pressed):
    QTest.mouseClick(welcome.options_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(welcome.start_button, Qt.MouseButton.LeftButton)
    assert pressed == ["options", "started"]


def test_it_takes_five_lines(welcome):
    numbers = [label.text() for label in welcome.findChildren(QLabel) if label.text()[0].isdigit()]
    assert numbers == ["1.", "2.", "3.", "4.", "5."]
    assert all(label.text().endswith(".") for label in welcome.lines)


def test_it_is_read_to_the_end_in_a_narrow_dock(welcome):
    welcome.resize(*NARROW_PX)
    welcome.layout().activate()
    area = welcome.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    assert welcome.start_button.isVisibleTo(welcome)


def test_the_device_is_named_only_where_it_is_known(qgis_app):
    assert "chosen automatically" in sentences(Settings())[1]
    assert "«cuda:1»" in sentences(Settings(device="cuda:1"))[1]


def test_a_chosen_folder_is_named(qgis_app):
    assert "/mine" not in sentences(Settings())[3]
    assert "written to /mine." in sentences(Settings(output_folder="/mine"))[3]


def test_the_bundled_models_are_not_praised(qgis_app):
    assert "some forty kinds of things in aerial imagery" in sentences(Settings())[4]
    assert "when they do not know" in sentences(Settings())[4]
    assert "you chose: qwen." in sentences(Settings(reasoner="/models/qwen"))[4]


def test_new_settings_are_told(welcome):
    welcome.show_settings(Settings(device="cpu"))
    assert "«cpu»" in welcome.lines[1].text()
    assert welcome.lines[1].textFormat() == Qt.TextFormat.PlainText
