"""The picture of an entry: the scene, tinted where something was found."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]  # text is drawn with its fonts

from askmap.backend.entries.entry import REJECTED  # noqa: E402
from askmap.backend.stages import Point  # noqa: E402
from askmap.plugin.reports.entry_picture import picture_of  # noqa: E402
from askmap.plugin.widgets.colours import colour_of  # noqa: E402
from entries import make_entry, make_scene, rectangle, utm_grid, with_changes  # noqa: E402
from history_page import A, colour_at  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402


def test_a_picture_shows_the_scene_and_tints_what_was_found():
    scene = make_scene()
    scene = replace(scene, image=np.full_like(scene.image, 100))
    entry = make_entry(A, rectangle(20, 10, 30, 25))
    image = picture_of(entry, scene)
    assert (image.width(), image.height()) == (1000, 750)
    assert colour_at(image, 35, 20).getRgb()[:3] == (100, 100, 100)
    tinted, colour = colour_at(image, 25, 20), colour_of(1)
    assert all(min(100, c) <= t <= max(100, c) for t, c in zip(tinted.getRgb()[:3], colour.getRgb()))
    assert tinted != colour_at(image, 35, 20)
    rejected = picture_of(with_changes(entry, 1, state=REJECTED), scene)
    assert colour_at(rejected, 25, 20) == colour_at(rejected, 35, 20)
    assert colour_at(picture_of(entry, None), 35, 20) == colour_at(image, 3, 1)  # paper


def test_a_picture_lies_where_the_grid_says():
    scene = replace(make_scene(), image=np.zeros_like(make_scene().image))
    south_up = replace(utm_grid(), affine=(2, 0, 500_000, 0, 2, 3_999_940))
    entry = make_entry(A, rectangle(20, 10, 30, 25, south_up), grid=south_up)
    image = picture_of(entry, replace(scene, grid=south_up))
    assert colour_at(image, 25, 12) != QColor(0, 0, 0)
    assert colour_at(image, 25, 27) == QColor(0, 0, 0)


def test_what_the_segmenter_was_asked_is_drawn():
    scene = replace(make_scene(), image=np.zeros_like(make_scene().image))
    entry = make_entry(A, rectangle(20, 10, 30, 25))
    finding = entry.finding(1)
    target = replace(
        finding.target, box=None, points=(Point(21.5, 21.5), Point(25.5, 15.5)), negatives=(Point(33.5, 5.5),)
    )
    image = picture_of(entry.with_finding(replace(finding, target=target)), scene)
    assert colour_at(image, 25, 15).name() == colour_of(1).name()
    assert colour_at(image, 33, 5).name() == colour_of(1).name()
    without = picture_of(entry.with_finding(replace(finding, target=replace(target, negatives=()))), scene)
    assert colour_at(without, 33, 5) == QColor(0, 0, 0)
