"""backend/raster/compass.py: «the northernmost» is meant as on the ground, however the map is turned."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.entries.entry import entry_from
from askmap.backend.entries.follow_up import turns
from askmap.backend.entries.serialization import entry_of, entry_text
from askmap.backend.geo.crs import crs_of
from askmap.backend.raster.compass import compass, north
from askmap.backend.reasoner.relations import compared
from askmap.backend.stages import Affine, Box, Grid, Target
from rasters import make_answer

pytestmark = pytest.mark.usefixtures("either_switch")

UTM, POLAR = (crs_of(code).ExportToWkt(["FORMAT=WKT2_2019"]) for code in ("EPSG:32633", "EPSG:3413"))
# On a canvas of 100 by 80: above, below, to the left, to the right
SIDES = {"up": Box(45, 5, 55, 15), "down": Box(45, 65, 55, 75), "left": Box(5, 35, 15, 45)}
SIDES["right"] = Box(85, 35, 95, 45)
TARGETS = tuple(map(Target, SIDES.values()))


def turned(degrees: float, crs: str = UTM, at: tuple[float, float] = (500_000.0, 5_000_000.0)) -> Grid:
    """Of 100 by 80 pixels of 10 m around a place; its right side looks so much to the south of east."""
    c, s = 10 * math.cos(math.radians(degrees)), 10 * math.sin(math.radians(degrees))
    return Grid(100, 80, (c, -s, at[0] - 50 * c + 40 * s, -s, -c, at[1] + 50 * s + 40 * c), crs)


def extremes(grid: Grid) -> list[str]:
    """The sides of the picture that are said to lie north, east, south and west of all."""
    among = compared(TARGETS, (), compass(TARGETS, grid))
    words = ("northernmost", "easternmost", "southernmost", "westernmost")
    return [list(SIDES)[among[word][0]] for word in words]


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [
        (90, ["left", "up", "right", "down"]),
        (180, ["down", "left", "up", "right"]),
        (-90, ["right", "down", "left", "up"]),
        (80, ["left", "up", "right", "down"]),
    ],
)
@pytest.mark.parametrize("crs", [UTM, ""], ids=["utm", "none"])
def test_on_a_turned_map_north_is_that_of_the_ground(degrees: float, expected: list[str], crs: str) -> None:
    assert extremes(turned(degrees, crs)) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((0.0, -2e6), ["up", "right", "down", "left"]),
        ((0.0, 2e6), ["down", "left", "up", "right"]),
        ((2e6, 0.0), ["left", "up", "right", "down"]),
        ((-2e6, 0.0), ["right", "down", "left", "up"]),
    ],
)
def test_around_the_pole_north_is_where_the_pole_is(at: tuple[float, float], expected: list[str]) -> None:
    assert extremes(turned(0, POLAR, at)) == expected


@pytest.mark.parametrize("degrees", [0, 5, -9])
def test_where_north_is_on_top_the_picture_says_it(degrees: float) -> None:
    assert compass(TARGETS, turned(degrees)) == ()


MIRRORED: Affine = (-10.0, 0.0, 500_000.0, 0.0, -10.0, 5_000_000.0)
SOUTH_UP: Affine = (10.0, 0.0, 500_000.0, 0.0, 10.0, 5_000_000.0)


@pytest.mark.parametrize(
    ("affine", "expected"),
    [(MIRRORED, ["up", "left", "down", "right"]), (SOUTH_UP, ["down", "right", "up", "left"])],
)
def test_a_picture_that_is_turned_over_has_its_own_east_or_north(affine: Affine, expected: list[str]) -> None:
    assert extremes(Grid(100, 80, affine, UTM)) == expected


def test_at_the_pole_itself_and_on_no_earth_the_map_is_followed() -> None:
    assert north(turned(0, POLAR, (0.0, 0.0))) == (0.0, 1.0)
    assert north(turned(0, "")) == (0.0, 1.0)


def test_halves_are_those_of_the_ground_too() -> None:
    among = compared(TARGETS, (), compass(TARGETS, turned(90)))
    assert among["northerly"] == [2]
    assert among["westerly"] == [1]


def test_a_turn_tells_it_in_the_new_view_and_keeps_it_in_the_history() -> None:
    place = turned(180)
    mask = np.zeros((80, 100), np.bool_)
    mask[5:15, 45:55] = True
    asked = entry_from(make_answer(place, mask), "ab" * 16)
    (turn,) = turns([asked], place)
    assert turn.compass[0][1] < 0  # on top of the picture, in the south
    follows = replace(asked, question=replace(asked.question, earlier=(turn,)))
    assert entry_of(entry_text(follows)).question.earlier == (turn,)
