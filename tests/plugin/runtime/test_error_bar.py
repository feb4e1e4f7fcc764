"""What the message bar has no room for is a click away, in real QGIS."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.runtime.error_bar import BESIDE_PX, MORE, message  # noqa: E402
from desktop import wait_until  # noqa: E402
from qgis.core import Qgis  # noqa: E402
from qgis.gui import QgsMessageViewer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QFontMetrics  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QTextEdit, QToolButton  # noqa: E402

FIRST, NEXT = "The file <a & b> cannot be written.", "Choose another folder, or free some space."
BOTH = f"{FIRST} {NEXT}"


def shown(desk, sentences: str, width_px: int = 400):
    item = message(desk.bar, sentences, width_px)
    desk.bar.pushWidget(item, Qgis.MessageLevel.Warning, 0)
    return item


def more(item):
    return item.findChild(QToolButton, MORE)


def room_for(desk, sentences: str) -> int:
    return QFontMetrics(desk.bar.font()).horizontalAdvance(sentences) + BESIDE_PX


def test_what_fits_is_shown_whole(desk):
    item = shown(desk, BOTH, room_for(desk, BOTH))
    assert item.text() == "The file &lt;a &amp; b&gt; cannot be written. " + NEXT
    assert more(item) is None


def test_of_what_does_not_fit_the_first_sentence_is_shown(desk):
    item = shown(desk, BOTH, room_for(desk, BOTH) - 1)
    assert item.text() == "The file &lt;a &amp; b&gt; cannot be written."
    assert more(item).isVisible()


def test_a_click_shows_all_of_it_as_it_was_said(desk):
    item = shown(desk, BOTH)
    QTest.mouseClick(more(item), Qt.MouseButton.LeftButton)
    (viewer,) = desk.window.findChildren(QgsMessageViewer)
    wait_until(viewer.isVisible, "the window is there")
    assert viewer.findChild(QTextEdit).toPlainText() == BOTH
    assert not viewer.isModal()
    assert viewer.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    viewer.close()


def test_the_mouse_over_the_button_shows_all_of_it_too(desk):
    assert more(shown(desk, BOTH)).toolTip() == f"<p>The file &lt;a &amp; b&gt; cannot be written. {NEXT}</p>"


def test_one_sentence_that_does_not_fit_can_be_read_whole_too(desk):
    long = f"The folder {'/very' * 60} cannot be made: there is one."
    item = shown(desk, long)
    assert item.text() == long
    assert more(item).isVisible()


@pytest.mark.parametrize(
    ("sentences", "first"),
    [
        ("问题为空。 请用一两句话提问。" * 9, "问题为空。"),
        ("问题为空。请用一两句话提问。" * 9, "问题为空。"),
        ("a.b/c.tif is gone. Look. " * 9, "a.b/c.tif is gone."),
        ("Where? There. " * 20, "Where?"),
    ],
)
def test_sentences_end_as_they_do_in_their_language(desk, sentences, first):
    assert shown(desk, sentences).text() == first
