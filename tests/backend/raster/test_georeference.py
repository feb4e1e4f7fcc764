"""The promise about place: every output polygon lies where its pixels are, to half a source pixel.

Places are computed here from GDAL's own geotransform, read again from the source, and nothing of ours.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.errors import UnreadableRaster
from askmap.backend.outputs.geotiff import write_mask
from askmap.backend.outputs.vector import write_answer
from askmap.backend.raster.reading import read_scene, window_of_bbox
from askmap.backend.stages import Answer, Box, Point, Scene, Target
from georeferenced import MADE, REAL, UNPLACED, part_of, source
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from rasters import IMAGERY, make_answer, make_raster

HALF_A_PIXEL = 0.5
WGS84 = "EPSG:4326"
__all__ = ["source"]  # a fixture
CONSTANT = "wv_rgba_uint16_utm12.tif"  # 10,000 wherever its alpha lets it be seen

imagery = pytest.mark.skipif(
    not IMAGERY.is_dir(), reason="the real rasters of ../shared/imagery are not here"
)


@pytest.fixture(params=["native", "reduced"])
def scene(request: pytest.FixtureRequest, source: Path) -> Scene:
    """A window in the middle of the raster, as it is or reduced by an odd factor."""
    window = part_of(source)
    longest = max(window.width, window.height)
    sides = {"native": longest, "reduced": round(longest / 2.7)}
    return read_scene(source, window, max_side_px=sides[request.param])


def drawn(scene: Scene) -> NDArray[np.bool_]:
    """A block with a hole and a single pixel: no symmetry that could hide a swap or a flip."""
    mask = np.zeros(scene.valid.shape, bool)
    height, width = mask.shape
    mask[height // 4 : height // 2, width // 3 : width - 3] = True
    mask[height // 4 + 2 : height // 4 + 4, width // 3 + 3 : width // 3 + 5] = False
    mask[-2, 1] = True
    return mask


def answer(scene: Scene) -> Answer:
    return make_answer(scene.grid, drawn(scene), source=scene.source, warnings=scene.warnings)


def to_source_pixels(source: Path, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Map coordinates (K, 2) to pixels of the source file, as GDAL has them."""
    c, a, b, f, d, e = gdal.Open(str(source)).GetGeoTransform()
    return (places - (c, f)) @ np.linalg.inv(np.array([[a, b], [d, e]])).T


def scene_to_source_pixels(source: Path, scene: Scene, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pixels of the scene (K, 2) to pixels of the source: what reading a window means."""
    part = part_of(source)
    _, _, b, _, d, e = gdal.Open(str(source)).GetGeoTransform()
    if e > 0 and not b and not d:  # the rows run from south to north, and the model sees north up
        places = np.column_stack((places[:, 0], scene.grid.height - places[:, 1]))
    return places * (part.width / scene.grid.width, part.height / scene.grid.height) + (part.x, part.y)


def corners(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Where an outline turns (K, 2), in pixels: where one or three of the four pixels around are set."""
    padded = np.pad(mask, 1).astype(int)
    around = padded[:-1, :-1] + padded[1:, :-1] + padded[:-1, 1:] + padded[1:, 1:]
    return np.argwhere(around % 2 == 1)[:, ::-1].astype(float)


def vertices(geometry: Any) -> NDArray[np.float64]:
    """All of a MultiPolygon's corners (K, 2), each once."""
    points = [point[:2] for polygon in geometry for ring in polygon for point in ring.GetPoints()]
    return np.array(sorted(set(points)))


def written(answer: Answer, path: Path) -> Any:
    write_answer(answer, path)
    store = ogr.Open(str(path))
    (feature,) = store.GetLayer(0)
    return ogr.ForceToMultiPolygon(feature.GetGeometryRef().Clone())


def assert_same_places(found: NDArray[np.float64], expected: NDArray[np.float64], within: float) -> None:
    """Each expected place was found, and nothing else was."""
    gaps = np.abs(found[:, None] - expected[None]).max(axis=2)
    assert gaps.min(axis=0).max() <= within
    assert gaps.min(axis=1).max() <= within


def test_polygons_have_the_corners_of_their_pixels(source: Path, scene: Scene, tmp_path: Path) -> None:
    found = to_source_pixels(source, vertices(written(answer(scene), tmp_path / "answer.gpkg")))
    expected = scene_to_source_pixels(source, scene, corners(drawn(scene)))
    assert len(found) == len(expected)
    assert_same_places(found, expected, within=1e-4)


def test_polygons_burnt_into_the_source_give_the_mask_back(source: Path, tmp_path: Path) -> None:
    part = part_of(source)
    scene = read_scene(source, part, max_side_px=10**6)
    write_answer(answer(scene), tmp_path / "answer.gpkg")
    original = gdal.Open(str(source))
    width, height = original.RasterXSize, original.RasterYSize
    burnt = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    burnt.SetGeoTransform(original.GetGeoTransform())
    store = ogr.Open(str(tmp_path / "answer.gpkg"))
    sheet = store.GetLayer("targets")
    gdal.RasterizeLayer(burnt, [1], sheet, burn_values=[1])
    expected = np.zeros((height, width), bool)
    _, _, b, _, d, e = original.GetGeoTransform()
    is_south_up = e > 0 and not b and not d
    expected[part.y : part.y + part.height, part.x : part.x + part.width] = drawn(scene)[
        :: -1 if is_south_up else 1
    ]
    np.testing.assert_array_equal(burnt.ReadAsArray() > 0, expected)


def test_the_mask_raster_lies_on_the_source(source: Path, scene: Scene, tmp_path: Path) -> None:
    mask = drawn(scene)
    write_mask(mask, scene.grid, tmp_path / "mask.tif")
    written = gdal.Open(str(tmp_path / "mask.tif"))
    c, a, b, f, d, e = written.GetGeoTransform()
    set_px = np.argwhere(written.ReadAsArray())[:, ::-1] + 0.5
    found = to_source_pixels(source, set_px @ np.array([[a, b], [d, e]]).T + (c, f))
    np.testing.assert_allclose(
        found, scene_to_source_pixels(source, scene, np.argwhere(mask)[:, ::-1] + 0.5), atol=1e-4
    )


def test_the_written_coordinate_system_is_the_sources(source: Path, scene: Scene, tmp_path: Path) -> None:
    write_answer(answer(scene), tmp_path / "answer.gpkg")
    store, original = ogr.Open(str(tmp_path / "answer.gpkg")), gdal.Open(str(source))
    found, expected = store.GetLayer("targets").GetSpatialRef(), original.GetSpatialRef()
    if expected is None:
        assert found.IsLocal()
    else:
        options = ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]
        assert found.IsSame(expected, options) or found.ExportToProj4() == expected.ExportToProj4()


@pytest.mark.parametrize("name", [name for name, (_, crs, _) in MADE.items() if crs])
def test_geojson_has_the_same_places_in_wgs84(name: str, tmp_path: Path) -> None:
    transform, crs, kind = MADE[name]
    path = make_raster(tmp_path / "a.tif", np.ones((1, 90, 120), kind), geotransform=transform, crs=crs)
    scene = read_scene(path, part_of(path))
    geometry = written(answer(scene), tmp_path / "answer.geojson")
    back = transformer(WGS84, crs)
    found = to_source_pixels(path, np.array([back(*place) for place in vertices(geometry)]))
    expected = scene_to_source_pixels(path, scene, corners(drawn(scene)))
    gaps = np.abs(found[:, None] - expected[None]).max(axis=2)
    assert (
        gaps.min(axis=0).max() < 0.01
    )  # source pixels; there are more vertices, to keep long sides straight


def test_long_sides_stay_on_their_pixels_in_geojson(tmp_path: Path) -> None:
    """400 km along a UTM zone's edge: a straight line in degrees would be off by many pixels."""
    transform = (200_000.0, 200.0, 0.0, 7_500_000.0, 0.0, -200.0)
    land = np.ones((1, 100, 2000), np.uint8)
    path = make_raster(tmp_path / "a.tif", land, geotransform=transform, crs="EPSG:32632")
    geometry = written(make_answer(read_scene(path).grid, land[0] > 0), tmp_path / "answer.geojson")
    geometry.Segmentize(0.01)  # straight in degrees, as every reader of GeoJSON draws it
    back = transformer(WGS84, "EPSG:32632")
    x, y = to_source_pixels(path, np.array([back(*place) for place in vertices(geometry)])).T
    off = np.minimum.reduce([abs(x), abs(x - 2000), abs(y), abs(y - 100)])
    assert off.max() < HALF_A_PIXEL


def transformer(here: str, there: str) -> Callable[[float, float], tuple[float, float]]:
    systems = [osr.SpatialReference(), osr.SpatialReference()]
    for system, text in zip(systems, (here, there)):
        system.SetFromUserInput(text)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    both = osr.CoordinateTransformation(*systems)
    return lambda x, y: both.TransformPoint(x, y)[:2]


def test_boxes_and_points_lie_where_the_targets_are(source: Path, scene: Scene, tmp_path: Path) -> None:
    box, point = Box(1.25, 2.5, 7.75, 4), Point(3.3, 3.7)
    targets = [Target(box, (point,))]
    write_answer(make_answer(scene.grid, drawn(scene), targets=targets), tmp_path / "answer.gpkg")
    store = ogr.Open(str(tmp_path / "answer.gpkg"))
    (boxed,), (pointed,) = store.GetLayer("boxes"), store.GetLayer("points")
    outline = np.array(boxed.GetGeometryRef().GetGeometryRef(0).GetPoints())[:, :2]
    corners_px = np.array([(1.25, 2.5), (7.75, 2.5), (7.75, 4), (1.25, 4)])
    assert_same_places(
        to_source_pixels(source, outline), scene_to_source_pixels(source, scene, corners_px), within=1e-4
    )
    place = np.array([pointed.GetGeometryRef().GetPoint_2D()])
    assert_same_places(
        to_source_pixels(source, place),
        scene_to_source_pixels(source, scene, np.array([(3.3, 3.7)])),
        within=1e-4,
    )


def test_the_bbox_of_a_window_covers_it_and_is_it_where_nothing_is_turned(source: Path) -> None:
    part = part_of(source)
    c, a, b, f, d, e = gdal.Open(str(source)).GetGeoTransform()
    ends = [(part.x + i * part.width, part.y + j * part.height) for i in (0, 1) for j in (0, 1)]
    xs, ys = zip(*((c + a * x + b * y, f + d * x + e * y) for x, y in ends))
    found = window_of_bbox(source, (min(xs), min(ys), max(xs), max(ys)), "")
    assert found.x <= part.x
    assert found.y <= part.y
    assert found.x + found.width >= part.x + part.width
    assert found.y + found.height >= part.y + part.height
    assert (found == part) == (b == d == 0)


@imagery
def test_every_real_raster_is_read_or_refused_for_its_reason() -> None:
    with (IMAGERY / "SOURCE.tsv").open() as table:
        names = {row["file"] for row in csv.DictReader(table, delimiter="\t")}
    assert names == {path.name for path in REAL}
    for path in REAL:
        if path.name in UNPLACED:
            with pytest.raises(UnreadableRaster, match=UNPLACED[path.name]):
                read_scene(path)
        else:
            scene = read_scene(path)
            assert (scene.image[scene.valid].std() > 1) == (path.name != CONSTANT), path.name
            assert scene.warnings == () or "reduced" in scene.warnings[0]
