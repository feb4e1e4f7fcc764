"""backend/geo/outlines.py: masks become polygons along the pixels' edges, and areas are those on earth."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from askmap.backend.geo.outlines import (
    area_m2,
    geometry_mask,
    geometry_numbers,
    mask_geometry,
    outline_box,
    without,
)
from askmap.backend.stages import Grid, Point
from grids import drawn, grid, noise
from numpy.typing import NDArray
from osgeo import ogr

pytestmark = pytest.mark.usefixtures("either_switch")

PIXELS = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def on_pixels(mask: NDArray[np.bool_]) -> Grid:
    return grid(mask.shape[1], mask.shape[0], PIXELS, epsg=0)


def outline(mask: NDArray[np.bool_]) -> Any:
    return ogr.CreateGeometryFromWkb(mask_geometry(mask, on_pixels(mask)))


@pytest.mark.parametrize("seed", range(20))
def test_polygons_of_any_mask_are_valid_and_as_large_as_its_pixels(seed: int) -> None:
    mask = noise(24, seed, density=0.2 + 0.035 * seed)
    assert outline(mask).IsValid()
    assert outline(mask).Area() == mask.sum()


def test_polygons_follow_the_edges_of_the_pixels() -> None:
    bar = outline(drawn("....", ".##.", "...."))  # GDAL's parts do not keep their whole alive
    assert set(bar.GetGeometryRef(0).GetGeometryRef(0).GetPoints()) == {(1, 1), (3, 1), (3, 2), (1, 2)}


def test_holes_are_kept() -> None:
    ring = outline(drawn("###", "#.#", "###"))
    assert ring.GetGeometryRef(0).GetGeometryCount() == 2
    assert ring.Area() == 8


def test_pixels_that_touch_at_a_corner_are_two_polygons_of_one_feature() -> None:
    pair = outline(drawn("#.", ".#"))
    assert pair.GetGeometryCount() == 2
    assert pair.IsValid()


def test_an_empty_mask_has_an_empty_outline() -> None:
    assert outline(drawn("..", "..")).IsEmpty()


def test_area_in_degrees_is_exact_along_parallels() -> None:
    degrees = grid(360, 180, (-180.0, 1.0, 0.0, 90.0, 0.0, -1.0), 4326)
    land = noise(360, density=0.3)[:180]
    total = sum(area_m2(mask_geometry(part, degrees), degrees.crs) or 0 for part in (land, ~land))
    assert total == pytest.approx(510_065_621_724_088, rel=1e-12)  # the whole WGS 84 ellipsoid (Karney, 2013)


def test_web_mercator_does_not_inflate_areas() -> None:
    north = grid(10, 10, (0.0, 10.0, 0.0, 8_399_737.9, 0.0, -10.0), 3857)  # 60 degrees north: scale 2
    mask = np.ones((10, 10), bool)
    assert area_m2(mask_geometry(mask, north), north.crs) == pytest.approx(100 * 100 / 4, rel=0.01)


def test_area_of_a_large_shape_is_that_of_an_equal_area_projection() -> None:
    laea = grid(10, 10, (3_000_000.0, 100_000.0, 0.0, 4_000_000.0, 0.0, -100_000.0), 3035)
    disc = drawn(*["..######..", ".########."] * 5)
    assert area_m2(mask_geometry(disc, laea), laea.crs) == pytest.approx(disc.sum() * 1e10, rel=1e-4)


def test_holes_are_no_area() -> None:
    place = grid(3, 3)
    ring = area_m2(mask_geometry(drawn("###", "#.#", "###"), place), place.crs)
    whole = area_m2(mask_geometry(np.ones((3, 3), bool), place), place.crs)
    assert ring == pytest.approx(whole * 8 / 9, rel=1e-6)


def test_without_a_place_on_earth_there_is_no_area() -> None:
    pixel = mask_geometry(np.ones((1, 1), bool), grid(1, 1))
    assert area_m2(pixel, "") is None
    assert area_m2(pixel, 'LOCAL_CS["a wall",UNIT["metre",1]]') is None


def test_a_pixel_has_the_number_of_the_outline_that_it_lies_in() -> None:
    masks = drawn("##..", "##..", "....", "...."), drawn("....", ".##.", ".##.", "....")
    outlines = [(number, mask_geometry(mask, grid(4, 4))) for number, mask in zip((300, 2), masks)]
    numbers = geometry_numbers(outlines, grid(4, 4))
    assert numbers.tolist() == [[300, 300, 0, 0], [300, 2, 2, 0], [0, 2, 2, 0], [0, 0, 0, 0]]


def test_the_box_of_an_outline_is_found_in_another_crs() -> None:
    here, there = grid(), grid(100, 100, (14.9, 0.01, 0.0, 36.6, 0.0, -0.01), 4326)
    box = outline_box(mask_geometry(np.ones((8, 8), bool), here), here.crs, there)
    assert box is not None
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    lon, lat = there.to_map(x, y)
    assert (lon, lat) == (pytest.approx(15.0, abs=0.01), pytest.approx(36.1446, abs=0.01))
    assert outline_box(mask_geometry(np.ones((8, 8), bool), here), here.crs, grid(epsg=0)) is None


def test_a_line_around_pixels_takes_them_out_and_what_it_misses_stays_to_the_byte():
    there = Grid(6, 4, (2.0, 0.0, 100.0, 0.0, -2.0, 50.0), "")
    mask = np.ones((4, 6), np.bool_)
    whole = mask_geometry(mask, there)
    bow = [Point(1, 1), Point(3, 1), Point(1, 3), Point(3, 3)]  # crosses itself
    cut = geometry_mask([without(whole, bow, there)], there)
    assert 0 < (mask & ~cut).sum() <= 4
    assert without(whole, [Point(1.1, 1.1), Point(1.2, 1.1), Point(1.2, 1.2)], there) is whole
