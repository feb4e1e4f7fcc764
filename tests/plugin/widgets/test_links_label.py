"""A line of links under fingers, in real QGIS's widgets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.widgets.links_label import LinksLabel  # noqa: E402
from desktop import wait_until  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


@pytest.fixture
def label(desk):
    label = LinksLabel(desk.window)
    label.resize(300, 60)
    label.show()
    return label


def test_without_links_there_is_no_line(label):
    label.show_links("Examples:", ())
    assert label.isHidden()
    label.show_links("Examples:", ("Where?",))
    assert not label.isHidden()


def test_a_link_is_its_text_whatever_stands_in_it(label):
    odd = ("Is it \"<a href='1'>\" & ü?", "Where?")
    label.show_links("<b>", odd)
    assert label.links() == odd
    assert "<b>" not in label.text()
    assert label.text().count("<a ") == 2


def test_the_keyboard_reaches_a_link(label):
    clicked = []
    label.clicked.connect(clicked.append)
    label.show_links("Examples:", ("first", "second"))
    label.window().activateWindow()
    label.setFocus(Qt.FocusReason.TabFocusReason)
    wait_until(label.hasFocus, "it has the keyboard")
    QTest.keyClick(label, Qt.Key.Key_Tab)
    QTest.keyClick(label, Qt.Key.Key_Return)
    assert clicked
    assert clicked[0] in ("first", "second")
