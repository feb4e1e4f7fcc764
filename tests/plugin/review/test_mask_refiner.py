"""From a click to another outline, in real QGIS: what the click did not mean stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import EDITED, REFINED  # noqa: E402
from askmap.backend.geo.outlines import area_in_px, geometry_mask, mask_geometry  # noqa: E402
from askmap.backend.stages import Box, Point, Target  # noqa: E402
from desktop import FakeEngine, no_tasks, wait_until  # noqa: E402
from qgis.core import QgsRasterLayer  # noqa: E402

FIELD = Target(Box(2.0, 3.0, 6.0, 8.0), (Point(3.5, 4.5),))


@pytest.fixture
def place(desk, plugged_in, flat_raster):
    plugin = plugged_in(FakeEngine(targets=(FIELD,)))
    desk.show_layer(QgsRasterLayer(str(flat_raster), "fields"))
    plugin.dock.form.question.setPlainText("Where is a field?")
    plugin.dock.form.ask_button.click()
    wait_until(plugin.dock.form.ask_button.isEnabled, "the answer is there")
    edit_by_hand(plugin.wiring.review)
    return plugin.wiring


def edit_by_hand(review) -> None:
    """A pixel more, far from all that the engine draws."""
    grid, finding = review.entry.grid, review.entry.finding(1)
    mask = geometry_mask([finding.outline], grid)
    mask[12, 17] = True
    review.put(replace(finding, outline=mask_geometry(mask, grid), made=EDITED), "")


def refined(place, target: Target) -> tuple[int, bool]:
    """The area, and whether what was drawn by hand is there still."""
    place.answer.mask_refiner.refine(1, target)
    wait_until(lambda: place.review.entry.finding(1).made == REFINED, "SAM2 has drawn")
    wait_until(no_tasks, "all tasks ended")
    entry = place.review.entry
    outline = entry.finding(1).outline
    return area_in_px(outline, entry.grid), bool(geometry_mask([outline], entry.grid)[12, 17])


def test_a_click_leaves_what_was_drawn_by_hand_elsewhere(place):
    assert refined(place, replace(FIELD, points=(*FIELD.points, Point(9.5, 10.5)))) == (22, True)


def test_a_click_beside_takes_away_only_what_it_was_made_on(place):
    assert refined(place, replace(FIELD, negatives=(Point(4.5, 5.5),))) == (20, True)


def test_another_box_is_drawn_anew(place):
    assert refined(place, replace(FIELD, box=Box(2.0, 3.0, 7.0, 8.0))) == (25, False)


def test_a_point_that_is_taken_back_is_drawn_anew(place):
    finding = place.review.entry.finding(1)
    more = replace(FIELD, points=(*FIELD.points, Point(9.5, 10.5)))
    place.review.put(replace(finding, target=more), "")
    assert refined(place, FIELD) == (20, False)
