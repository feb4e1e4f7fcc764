"""What a person is warned of before trusting an answer, and how large pixels are on the ground."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]

from askmap.backend.stages import Grid, Question  # noqa: E402
from askmap.plugin.map.cautions import LEAST_PX, cautions, cautions_of  # noqa: E402
from askmap.plugin.map.ground_resolution import length_text, pixel_m, size_text  # noqa: E402
from askmap.plugin.map.object_sizes import named_in  # noqa: E402
from entries import make_entry  # noqa: E402

SIDE = 100


def grid(pixel=1.0, crs="EPSG:32633", place=(500_000.0, 5_000_000.0)):
    return Grid(SIDE, SIDE, (pixel, 0.0, place[0], 0.0, -pixel, place[1]), crs)


def told(question, pixel, seen=SIDE):
    return cautions(question, grid(pixel), (SIDE, SIDE), (seen, seen))


def test_what_is_too_small_is_named_with_its_size():
    (sentence,) = told("Where are the Cars?", pixel=2.9)
    assert sentence.startswith("«Cars»: about 2 pixel")
    assert "Zoom in" in sentence


def test_what_is_smaller_than_a_pixel_is_told_so():
    assert "smaller than a pixel" in told("Where are the cars?", pixel=30)[0]


def test_the_size_that_the_model_sees_counts_not_that_of_the_view():
    assert told("Where are the cars?", pixel=0.3) == ()
    assert "«cars»" in told("Where are the cars?", pixel=0.3, seen=40)[0]


def test_nothing_is_said_of_what_is_large_enough_or_unknown():
    assert told("Where are the ships?", pixel=0.99 * 40 / LEAST_PX) == ()
    assert told("Where could a helicopter land?", pixel=100) == ()


def test_the_smallest_thing_is_told():
    assert "«cars»" in told("Ships, houses or cars?", pixel=10)[0]


def test_without_a_crs_nothing_is_known_of_sizes():
    assert cautions("cars?", grid(crs=""), (SIDE, SIDE), (SIDE, SIDE)) == ()


def test_a_view_of_far_more_pixels_than_the_model_takes_is_told():
    assert cautions("Where?", grid(), (1000, 1000), (250, 250)) == ()
    (sentence,) = cautions("Where?", grid(), (1000, 1000), (160, 156))
    assert "1 of every 40 pixel" in sentence
    assert sentence.endswith("Zoom in to ask about a part.")


def test_an_answer_is_judged_by_the_picture_that_the_model_saw():
    entry = replace(make_entry(), question=Question("Which cars are red?"))
    assert cautions_of(entry, None) == ()
    assert cautions_of(entry, np.zeros((300, 400, 3), np.uint8)) == ()
    assert len(cautions_of(entry, np.zeros((6, 8, 3), np.uint8))) == 2


@pytest.mark.parametrize(
    ("question", "word", "size_m"),
    [
        ("Where is a car?", "car", 4.5),
        ("Wo stehen die Autos?", "Autos", 4.5),
        ("Où sont les voitures ?", "voitures", 4.5),
        ("¿Dónde están los coches?", "coches", 4.5),
        ("Onde estão os carros?", "carros", 4.5),
        ("汽车在哪里？", "汽车", 4.5),
        ("Wie viele Häuser gibt es?", "Häuser", 10.0),
        ("tennis courts", "tennis courts", 24.0),
    ],
)
def test_things_are_known_in_the_languages_of_the_dock(question, word, size_m):
    assert named_in(question) == [(word, size_m)]


@pytest.mark.parametrize(
    "question",
    [
        "Where is the scar in the forest?",
        "Une place, car elle est plate et libre",
        "¿Cuáles son los planes de la ciudad?",
        "Where do people live?",
        "",
        "哪里可以降落直升机？",
    ],
)
def test_words_that_only_look_like_a_thing_are_none(question):
    assert named_in(question) == []


def test_a_longer_name_hides_the_shorter_one_inside():
    assert named_in("Is the car park full of cars?") == [("car park", 60.0), ("cars", 4.5)]
    assert named_in("停车场里有汽车吗") == [("停车场", 60.0), ("汽车", 4.5)]


def test_a_pixel_in_metres_is_as_large_as_it_says():
    assert pixel_m(grid(2.0), (SIDE, SIDE)) == pytest.approx((2, 2), rel=1e-3)
    assert pixel_m(grid(2.0), (50, 25)) == pytest.approx((4, 8), rel=1e-3)


def test_a_pixel_in_degrees_is_measured_on_the_ground():
    north = grid(0.001, "EPSG:4326", (15.0, 60.05))
    across, down = pixel_m(north, (SIDE, SIDE))
    assert across == pytest.approx(55.8, abs=0.1)
    assert down == pytest.approx(111.4, abs=0.1)


def test_web_mercators_pixels_shrink_towards_the_poles():
    assert pixel_m(grid(10, "EPSG:3857", (0, 8_399_738)), (SIDE, SIDE))[0] == pytest.approx(5.0, abs=0.05)


def test_a_rotated_pixel_is_as_long_as_its_sides():
    turned = Grid(SIDE, SIDE, (0.8, 0.6, 500_000.0, 0.6, -0.8, 5_000_000.0), "EPSG:32633")
    assert pixel_m(turned, (SIDE, SIDE)) == pytest.approx((1, 1), rel=1e-3)


def test_what_lies_nowhere_has_no_size():
    assert pixel_m(grid(1.0, ""), (SIDE, SIDE)) is None
    assert pixel_m(grid(1.0, "EPSG:4326", (0.0, 500.0)), (SIDE, SIDE)) is None


@pytest.mark.parametrize(
    ("metres", "words"), [(0.3, "30 cm"), (3.2, "3.2 m"), (250, "250 m"), (1500, "1.5 km")]
)
def test_lengths_are_told_in_the_unit_of_their_size(metres, words):
    assert length_text(metres) == words


def test_sides_that_differ_are_both_told():
    assert size_text((3.2, 3.21)) == "3.2 m"
    assert size_text((3.2, 6.4)) == "3.2 m × 6.4 m"
