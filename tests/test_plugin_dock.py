"""The dock as a whole, in real QGIS."""

from __future__ import annotations

from collections import Counter

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.dock import Dock  # noqa: E402
from qgis.PyQt.QtGui import QKeySequence  # noqa: E402
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QWidget  # noqa: E402

OF_MENUS = set("JEVLSPORDWMCH")  # Pro&ject to &Help, in QGIS 3.22 to 3.44: those open first


@pytest.fixture
def dock(desk):
    dock = Dock(desk.window)
    yield dock
    dock.form.close_down()
    dock.deleteLater()


def letters(page: QWidget) -> Counter:
    """How many things of a page each letter is for, with Alt."""
    texts = [button.text() for button in page.findChildren(QAbstractButton)]
    texts += [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    keys = [QKeySequence.mnemonic(text) for text in texts]
    return Counter(key.toString()[-1] for key in keys if not key.isEmpty())


def test_no_letter_of_the_dock_is_one_of_qgis_menus_or_means_two_things(dock):
    pages = [dock.pages.widget(index) for index in range(dock.pages.count())]
    for page in (dock.welcome, *pages):
        found = letters(page)
        assert set(found) & OF_MENUS == set()
        assert {letter for letter, count in found.items() if count > 1} == set()
    assert letters(pages[0])
