"""backend/geo/densify.py: a side that is straight in one coordinate system lies in its place in another."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.geo.crs import crs_of, reprojected
from askmap.backend.geo.densify import with_bends
from askmap.backend.geo.outlines import geometry_mask, mask_geometry
from askmap.backend.outputs.polygons import read_polygons
from askmap.backend.outputs.vector import write_answer
from long_rasters import grid, part
from osgeo import ogr
from rasters import make_answer

pytestmark = pytest.mark.usefixtures("either_switch")


def labels(path: Path, *places: tuple[float, float]) -> Path:
    outline = {"type": "Polygon", "coordinates": [[*places, places[0]]]}
    feature = {"type": "Feature", "properties": {}, "geometry": outline}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


@pytest.mark.parametrize("crs", ["EPSG:3031", "EPSG:3413"])
@pytest.mark.parametrize("pixel_m", [0.1, 10, 10_000])
def test_around_a_pole_every_pixel_is_written_where_it_lies(tmp_path: Path, crs: str, pixel_m: float) -> None:
    polar = grid(crs, (-32 * pixel_m, pixel_m, 0, 24 * pixel_m, 0, -pixel_m), 64, 48)
    mask = part(polar, 8, 6, 40, 30) & ~part(polar, 12, 8, 20, 14)
    path = write_answer(make_answer(polar, mask), tmp_path / "found.geojson")
    (found,) = read_polygons(path, "", "EPSG:4326")
    assert ogr.CreateGeometryFromWkb(found.geometry).IsValid()
    (back,) = read_polygons(path, "", polar.crs)
    assert np.array_equal(geometry_mask([back.geometry], polar), mask)


def test_a_long_parallel_is_no_straight_line_on_a_cone(tmp_path: Path) -> None:
    path = labels(tmp_path / "a.geojson", (-110, 45), (-80, 45), (-80, 46), (-110, 46))
    cone = grid("EPSG:5070", (-1_200_000, 10_000, 0, 2_600_000, 0, -10_000), 250, 120)
    (found,) = read_polygons(path, "", cone.crs)
    outline = ogr.CreateGeometryFromWkb(found.geometry)
    middle = ogr.CreateGeometryFromWkt("POINT(-95 45.5)")
    assert reprojected(middle, crs_of("EPSG:4326"), crs_of(cone.crs))
    assert outline.Contains(middle)
    (found,) = read_polygons(path, "", crs_of("EPSG:6933").ExportToWkt())  # equal areas too, and no bends
    assert outline.Area() == pytest.approx(ogr.CreateGeometryFromWkb(found.geometry).Area(), rel=1e-5)


@pytest.mark.parametrize(("low", "rows"), [(-90, (0, 27.3)), (-86, (21.9, 27.3))])
def test_what_goes_all_around_a_pole_encloses_it(
    tmp_path: Path, low: float, rows: tuple[float, float]
) -> None:
    path = labels(tmp_path / "a.geojson", (-180, low), (180, low), (180, -85), (-180, -85))
    polar = grid("EPSG:3031", (-1_000_000, 20_000, 0, 1_000_000, 0, -20_000), 100, 100)
    (found,) = read_polygons(path, "", polar.crs)
    pixels = np.count_nonzero(geometry_mask([found.geometry], polar))
    assert pixels == pytest.approx(np.pi * (rows[1] ** 2 - rows[0] ** 2), rel=0.02)


def test_sides_that_stay_straight_get_no_corners() -> None:
    place = grid("EPSG:32633", (500_000, 1, 0, 5_000_000, 0, -1))
    outline = ogr.CreateGeometryFromWkb(mask_geometry(part(place, 3, 3, 9, 9), place))
    for there in ("EPSG:32633", "EPSG:4326", "EPSG:32634"):
        bent = with_bends(outline, crs_of("EPSG:32633"), crs_of(there), 0.05)
        assert bent.GetGeometryRef(0).GetGeometryRef(0).GetPointCount() == 5


def test_labels_without_a_place_fit_a_raster_without_one(tmp_path: Path) -> None:
    store = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "a.gpkg"))
    layer = store.CreateLayer("a", None, ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON((1 1,5 1,5 5,1 1))"))
    layer.CreateFeature(feature)
    del feature, layer, store
    (found,) = read_polygons(tmp_path / "a.gpkg", "", "")
    assert ogr.CreateGeometryFromWkb(found.geometry).Area() == 8
