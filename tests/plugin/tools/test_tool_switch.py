"""Which map tool a person has when one of ours is done."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.tools.correction_tool import CorrectionTool  # noqa: E402
from askmap.plugin.tools.teach_tool import TeachTool  # noqa: E402
from askmap.plugin.tools.tool_switch import ToolSwitch  # noqa: E402
from qgis.gui import QgsMapToolPan  # noqa: E402
from qgis.PyQt import sip  # noqa: E402


@pytest.fixture
def pan(desk):
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    yield pan
    desk.canvas.unsetMapTool(desk.canvas.mapTool())


def test_the_tool_of_before_comes_back(desk, pan):
    turn, ours = ToolSwitch(desk.canvas), CorrectionTool(desk.canvas)
    turn.begin(ours)
    assert turn.has(ours)
    turn.end(ours)
    assert desk.canvas.mapTool() is pan


def test_a_tool_that_is_gone_does_not_come_back(desk, pan):
    turn, ours = ToolSwitch(desk.canvas), CorrectionTool(desk.canvas)
    turn.begin(ours)
    sip.delete(pan)
    turn.end(ours)
    assert desk.canvas.mapTool() is None


def test_where_one_of_ours_takes_over_the_persons_own_comes_back_after_both(desk, pan):
    turn, first, second = ToolSwitch(desk.canvas), TeachTool(desk.canvas), CorrectionTool(desk.canvas)
    turn.begin(first)
    turn.begin(second)
    turn.end(second)
    assert desk.canvas.mapTool() is pan


def test_a_tool_that_was_chosen_meanwhile_stays(desk, pan):
    turn, ours, other = ToolSwitch(desk.canvas), CorrectionTool(desk.canvas), QgsMapToolPan(desk.canvas)
    turn.begin(ours)
    desk.canvas.setMapTool(other)
    turn.end(ours)
    assert desk.canvas.mapTool() is other
