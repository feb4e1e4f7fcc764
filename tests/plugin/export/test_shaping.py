"""Outlines shaped in metres of the ground, by real QGIS's geometries."""

from __future__ import annotations

import math

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.export.shaping import AS_FOUND, Shaping, shape_outline  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)

CONTEXT = QgsCoordinateTransformContext()
NOWHERE = QgsCoordinateReferenceSystem()
PLACES = {  # where a test lies: the system its map has, and the middle in degrees
    "Web Mercator at 60° N": ("EPSG:3857", 10.0, 60.0),
    "degrees at 60° N": ("EPSG:4326", 10.0, 60.0),
    "degrees at the date line": ("EPSG:4326", 180.0, -17.0),
    "UTM at its edge": ("EPSG:32632", 12.0, 60.0),
    "a cone, in feet": ("EPSG:2263", -73.9, 40.7),
}
everywhere = pytest.mark.parametrize("place", PLACES)


@pytest.fixture(autouse=True)
def _qgis(qgis_app):
    """Every test needs its coordinate systems."""


def system(place):
    return QgsCoordinateReferenceSystem(PLACES[place][0])


def on_ground(place):
    """A plane of metres around the place's middle, as PROJ has it."""
    _, longitude, latitude = PLACES[place]
    metres = f"+proj=aeqd +lat_0={latitude} +lon_0={longitude} +ellps=WGS84 +units=m"
    return QgsCoordinateReferenceSystem.fromProj(metres)


def moved(geometry, origin, target):
    copy = QgsGeometry(geometry)
    copy.transform(QgsCoordinateTransform(origin, target, CONTEXT))
    return copy


def polygon(*rings):
    """Of rings in metres, open."""
    geometry = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in (*ring, ring[0])] for ring in rings])
    geometry.convertToMultiType()
    return geometry


def at(place, geometry):
    """A geometry in metres around the place, in the place's own system; across the date line unbroken."""
    there = moved(geometry, on_ground(place), system(place))
    if PLACES[place][1] == 180.0:
        for number in range(there.constGet().nCoordinates()):
            vertex = there.vertexAt(number)
            if vertex.x() < 0:
                there.moveVertex(vertex.x() + 360, vertex.y(), number)
    return there


def turned(points, degrees):
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(cosine * x - sine * y, sine * x + cosine * y) for x, y in points]


def box(side, x=0.0, y=0.0):
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]


def shape(place, geometry, **wishes):
    """The shaped geometry in metres, from one in metres."""
    made = shape_outline(at(place, geometry), system(place), Shaping(**wishes))
    return made and moved(made, system(place), on_ground(place))


def corners(geometry):
    """How many, and each of the outer rings' corners in degrees."""
    angles = []
    for part in geometry.asMultiPolygon():
        ring = part[0][:-1]
        for index, here in enumerate(ring):
            before, after = ring[index - 1], ring[(index + 1) % len(ring)]
            turn = here.azimuth(before) - here.azimuth(after)
            angles.append(abs((turn + 180) % 360 - 180))
    return angles


def test_nothing_asked_for_leaves_every_byte():
    found = polygon(turned(box(31.4159), 33), box(3, 9, 9))
    made = shape_outline(found, system("UTM at its edge"), AS_FOUND)
    assert bytes(made.asWkb()) == bytes(found.asWkb())


def test_areas_alone_move_no_corner():
    found = polygon(turned(box(31.4159), 33))
    made = shape_outline(found, QgsCoordinateReferenceSystem("EPSG:3857"), Shaping(holes_m2=1, least_m2=1))
    assert bytes(made.asWkb()) == bytes(found.asWkb())


@everywhere
@pytest.mark.parametrize(("tolerance_m", "stays"), [(1.9, True), (2.1, False)])
def test_simplifying_counts_in_metres_of_the_ground(place, tolerance_m, stays):
    """Whichever way it lies: a scale that is right along one axis only would show."""
    for degrees in (0, 30, 90):
        dented = turned([(0, 0), (40, 0), (38, 20), (40, 40), (0, 40)], degrees)
        made = shape(place, polygon(dented), simplify_m=tolerance_m)
        assert made.area() == pytest.approx(1560 if stays else 1600, abs=0.1)


@everywhere
def test_right_angles_are_right_on_the_ground(place):
    skewed = [(0, 0), (30, 1.5), (28.5, 21), (-1, 20)]
    made = shape(place, polygon(turned(skewed, 25)), right_angles=True)
    assert corners(made) == pytest.approx([90] * 4, abs=0.01)
    assert made.area() == pytest.approx(polygon(skewed).area(), rel=0.05)


def on_pixels(outline, pixel_m):
    """The outline of the pixels whose middle it holds."""
    engine = QgsGeometry.createGeometryEngine(outline.constGet())
    engine.prepareGeometry()
    extent = outline.boundingBox()
    pixels = []
    for row in range(math.floor(extent.yMinimum() / pixel_m), math.ceil(extent.yMaximum() / pixel_m)):
        for column in range(math.floor(extent.xMinimum() / pixel_m), math.ceil(extent.xMaximum() / pixel_m)):
            pixel = polygon(box(pixel_m, column * pixel_m, row * pixel_m))
            middle = pixel.centroid()
            if engine.contains(middle.constGet()):
                pixels.append(pixel)
    return QgsGeometry.unaryUnion(pixels)


@everywhere
@pytest.mark.parametrize("degrees", [0, 12, 45])
def test_a_building_on_pixels_gets_its_corners_back(place, degrees):
    building = polygon(turned([(0, 0), (20, 0), (20, 8), (10, 8), (10, 14), (0, 14)], degrees))
    made = shape(place, on_pixels(building, 0.5), simplify_m=0.9, right_angles=True)
    assert corners(made) == pytest.approx([90] * 6, abs=0.02)
    assert made.symDifference(building).area() < 0.08 * building.area()


def test_what_has_no_right_corners_is_not_forced_to_have_some():
    triangle = polygon([(0, 0), (60, 0), (30, 6)])
    made = shape("UTM at its edge", triangle, right_angles=True)
    assert made.area() == pytest.approx(180)


@everywhere
@pytest.mark.parametrize(("limit_m2", "holes"), [(50, 0), (30, 1)])
def test_a_hole_of_40_square_metres_goes_at_50_and_stays_at_30(place, limit_m2, holes):
    found = polygon(box(60), box(math.sqrt(40), 10, 10))
    made = shape(place, found, holes_m2=limit_m2)
    assert [len(part) - 1 for part in made.asMultiPolygon()] == [holes]
    assert made.area() == pytest.approx(3600 - 40 * holes, rel=1e-5)


@everywhere
@pytest.mark.parametrize(("limit_m2", "parts"), [(50, 1), (30, 2), (4000, 0)])
def test_a_part_of_40_square_metres_goes_at_50_and_stays_at_30(place, limit_m2, parts):
    found = polygon(box(60)).combine(polygon(box(math.sqrt(40), 100, 100)))
    made = shape(place, found, least_m2=limit_m2)
    assert (made.constGet().numGeometries() if made else 0) == parts


@everywhere
def test_smoothing_leaves_no_sharp_corner_and_most_of_the_area(place):
    found = polygon(turned(box(40), 20))
    made = shape(place, found, simplify_m=1, smooth=True)
    assert min(corners(made)) > 150
    assert made.hausdorffDistance(found) < 1.1
    assert made.area() == pytest.approx(1600, rel=0.02)


def test_holes_are_filled_before_corners_move_and_parts_are_judged_after():
    place = "UTM at its edge"
    bulging = polygon([(0, 0), (10, 0), (10, 10), (5, 10.15), (0, 10)])
    assert shape(place, bulging, least_m2=100.5)
    assert shape(place, bulging, simplify_m=0.3, least_m2=100.5) is None
    at_its_side = polygon(box(60), [(0.5, 20), (3, 20), (3, 23), (0.5, 23)])
    made = shape(place, at_its_side, simplify_m=5, holes_m2=50)
    assert made.area() == pytest.approx(3600, rel=1e-4)


def test_without_a_coordinate_system_map_units_are_metres():
    found = polygon(box(60), box(math.sqrt(40), 10, 10))
    made = shape_outline(found, NOWHERE, Shaping(holes_m2=50))
    assert made.area() == pytest.approx(3600)
    dented = polygon([(0, 0), (40, 0), (38, 20), (40, 40), (0, 40)])
    assert shape_outline(dented, NOWHERE, Shaping(simplify_m=1.9)).area() == 1560
    assert shape_outline(dented, NOWHERE, Shaping(simplify_m=2.1)).area() == 1600


@pytest.mark.parametrize(
    "wishes",
    [{"simplify_m": 3}, {"simplify_m": 3, "smooth": True}, {"simplify_m": 3, "right_angles": True}],
    ids=str,
)
def test_what_comes_out_is_a_valid_multipolygon_also_where_parts_meet(wishes):
    comb = [(x, y) for i in range(20) for x, y in ((3 * i, 0), (3 * i, 30), (3 * i + 2, 30), (3 * i + 2, 0))]
    outline = QgsGeometry.unaryUnion(
        [polygon([*comb, (59, -5), (0, -5)]), polygon(box(9, 70, 0)), polygon(box(9, 79, 9))]
    )
    outline.convertToMultiType()
    made = shape("UTM at its edge", outline, **wishes)
    assert made.isGeosValid()
    assert made.wkbType() == QgsWkbTypes.Type.MultiPolygon


def test_a_crossed_outline_is_mended():
    bow = QgsGeometry.fromWkt("MULTIPOLYGON(((0 0, 10 10, 10 0, 0 10, 0 0)))")
    made = shape_outline(bow, NOWHERE, Shaping(holes_m2=1))
    assert made.isGeosValid()
    assert made.area() == pytest.approx(50)


def test_an_empty_outline_has_no_shape():
    empty = QgsGeometry.fromWkt("MULTIPOLYGON EMPTY")
    assert shape_outline(empty, NOWHERE, AS_FOUND) is None
    assert shape_outline(empty, NOWHERE, Shaping(simplify_m=1, least_m2=1)) is None


def test_areas_agree_with_those_in_the_attributes():
    from askmap.backend.geo.outlines import area_m2

    measure = QgsDistanceArea()
    crs = system("Web Mercator at 60° N")
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    found = at("Web Mercator at 60° N", polygon(turned(box(60), 20)))
    assert area_m2(bytes(found.asWkb()), crs.toWkt()) == pytest.approx(measure.measureArea(found), rel=1e-6)


@pytest.mark.parametrize("wishes", [{"simplify_m": -1}, {"smooth": True, "right_angles": True}], ids=str)
def test_what_makes_no_sense_is_refused_at_birth(wishes):
    with pytest.raises(ValueError, match="not negative|either"):
        Shaping(**wishes)
