"""How much of the targets the map shows, chosen in the dock and kept as a setting."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, OPEN, REJECTED  # noqa: E402
from askmap.plugin.layers.appearance import Appearance, read_appearance  # noqa: E402
from askmap.plugin.layers.styles import read_colouring  # noqa: E402
from qgis.core import QgsNullSymbolRenderer  # noqa: E402


@pytest.fixture
def menu(day):
    return day.dock.answer.tools.view_menu


def drawn(day) -> dict[str, tuple]:
    """By the verdict: whether it is shown, how opaque filling and edge are, how many layers its symbol has.

    Of what is open also for what has no verdict.
    """
    found = {}
    categories = day.layer().renderer().categories()  # names of their own keep each of them alive
    for category in categories:
        symbol = category.symbol()
        fill = symbol.symbolLayer(0)
        alphas = fill.fillColor().alpha(), fill.strokeColor().alpha()
        found[category.value() or OPEN] = (category.renderState(), *alphas, symbol.symbolLayerCount())
    return found


def alpha(day) -> int:
    """Of what fills an open target, in the colouring by verdict."""
    return drawn(day)[OPEN][1]


def shown(day) -> dict[str, bool]:
    return {state: looks[0] for state, looks in drawn(day).items()}


def by_verdict(menu) -> None:
    menu.colours.actions()[1].trigger()


def test_the_opacity_that_is_chosen_is_that_of_the_filling_and_stays(day, menu):
    by_verdict(menu)
    assert alpha(day) == 69
    menu.opacity.actions()[-1].trigger()
    assert alpha(day) == 255
    assert read_appearance() == Appearance(opacity=100)
    assert day.layer().opacity() == 1, "which is for the answers that are not open"


def test_outlines_alone_leave_no_filling_and_no_hatching(day, menu):
    by_verdict(menu)
    menu.outlines.trigger()
    assert alpha(day) == 0
    assert {looks[1:] for looks in drawn(day).values()} == {(0, 255, 1)}
    menu.show_choice()
    assert not menu.opacity_menu.isEnabled()
    menu.outlines.trigger()
    assert alpha(day) == 69


@pytest.mark.parametrize("colouring", [0, 1])
def test_only_what_is_accepted_is_shown_and_the_dock_says_so(day, menu, colouring):
    menu.colours.actions()[colouring].trigger()
    hidden = day.dock.answer.hidden
    assert not hidden.isVisibleTo(day.dock.answer)
    menu.accepted.trigger()
    assert shown(day) == {OPEN: False, ACCEPTED: True, REJECTED: False}
    assert isinstance(day.layer("boxes").renderer(), QgsNullSymbolRenderer)
    assert "only accepted targets" in hidden.text()
    hidden.linkActivated.emit("0")
    assert all(shown(day).values())
    assert not isinstance(day.layer("boxes").renderer(), QgsNullSymbolRenderer)
    assert not hidden.isVisibleTo(day.dock.answer)
    menu.show_choice()
    assert not menu.accepted.isChecked()


def test_the_next_answer_looks_as_was_chosen(day, menu):
    by_verdict(menu)
    menu.accepted.trigger()
    menu.outlines.trigger()
    day.ask("And now?")
    assert not shown(day)[OPEN]
    assert alpha(day) == 0


def test_what_is_chosen_changes_no_answer_and_no_colouring(day, menu):
    before = day.kept()
    menu.accepted.trigger()
    assert replace(day.kept(), findings=before.findings) == before
    assert day.kept().findings == before.findings
    assert read_colouring().value == "target"
