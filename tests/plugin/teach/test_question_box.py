"""The questions of before, each with the digit that chooses it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]

from askmap.plugin.teach.question_box import NUMBERED, QuestionBox  # noqa: E402
from qgis.PyQt.QtWidgets import QStyleOptionViewItem  # noqa: E402


def test_the_list_tells_the_digit_of_each_question_as_long_as_there_are_digits():
    box = QuestionBox()
    box.offer([f"Where is ship {n}?" for n in range(NUMBERED + 1)])
    shown = []
    for row in range(box.count()):
        option = QStyleOptionViewItem()
        box.itemDelegate().initStyleOption(option, box.model().index(row, 0))
        shown.append(option.text)
    assert shown[0] == "1  Where is ship 0?"
    assert shown[NUMBERED - 1 :] == [
        f"{NUMBERED}  Where is ship {NUMBERED - 1}?",
        f"Where is ship {NUMBERED}?",
    ]
