"""training/data/geopackage.py, and what it needs of the backend: polygons over a raster become samples."""

from shutil import copy

import numpy as np
import pytest
from askmap.backend.errors import UnreadableVector
from askmap.backend.geo.outlines import geometry_box, geometry_mask, mask_geometry
from askmap.backend.outputs.formats import answer_formats
from askmap.backend.outputs.polygons import read_polygons
from askmap.backend.outputs.vector import write_answer
from askmap.backend.raster.reading import grid_of
from askmap.backend.stages import Box, Grid
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, open_samples
from osgeo import gdal, ogr, osr
from rasters import make_answer, make_raster
from trees import again, filled, picture

pytestmark = pytest.mark.usefixtures("either_switch")

SIDE = 100
SMALL = ReadOptions(side_px=32)


def corners(grid, box):
    """WKT in map units of a box in pixels."""
    x0, y0, x1, y1 = box
    ring = ", ".join(
        "{} {}".format(*grid.to_map(x, y)) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))
    )
    return f"POLYGON (({ring}))"


def write(path, grid, rows, crs="EPSG:32633", columns=("question", "label"), layer="fields"):
    """Rows of (box in pixels or WKT, a value a column), in any CRS."""
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.SetFromUserInput("EPSG:32633")
    target.SetFromUserInput(crs)
    for each in (source, target):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    store = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    sheet = store.CreateLayer(layer, target, ogr.wkbUnknown)
    for column in columns:
        sheet.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    for place, *values in rows:
        feature = ogr.Feature(sheet.GetLayerDefn())
        for column, value in zip(columns, values):
            feature.SetField(column, value)
        outline = ogr.CreateGeometryFromWkt(place if isinstance(place, str) else corners(grid, place))
        outline.Transform(osr.CoordinateTransformation(source, target))
        feature.SetGeometry(outline)
        sheet.CreateFeature(feature)
    return path


@pytest.fixture
def tree(tmp_path):
    pixels = np.random.default_rng(0).integers(1, 256, (3, SIDE, SIDE), np.uint8)
    make_raster(tmp_path / "town.tif", pixels)
    return tmp_path, grid_of(tmp_path / "town.tif"), np.moveaxis(pixels, 0, 2)


def test_polygons_of_one_question_in_one_window_are_one_sample(tree):
    folder, grid, pixels = tree
    boxes = [(10, 10, 14, 15), (20, 12, 23, 18), (80, 80, 90, 84)]
    write(folder / "town.gpkg", grid, [(box, "Where is a roof?", "roof") for box in boxes])
    near, far = open_samples(folder, reading=SMALL)
    assert (near.questions, near.kind, near.targets) == (("Where is a roof?",), "roof", None)
    assert near.read_picture().shape == (32, 32, 3)
    assert (near.read_mask().sum(), far.read_mask().sum()) == (20 + 18, 40)
    assert np.array_equal(near.read_picture(), pixels[:32, :32])
    assert np.array_equal(near.read_mask(), filled(*boxes[:2], width=32, height=32))
    check([near, far])


def test_each_question_has_its_own_masks(tree):
    folder, grid, _ = tree
    rows = [((10, 10, 14, 15), "Where is a roof?", ""), ((20, 12, 23, 18), "Where is water?", "")]
    write(folder / "town.gpkg", grid, rows)
    assert [s.read_mask().sum() for s in open_samples(folder, reading=SMALL)] == [20, 18]


def test_a_polygon_that_a_window_cuts_is_in_its_mask_and_has_a_window_of_its_own(tree):
    folder, grid, _ = tree
    write(folder / "town.gpkg", grid, [((46, 46, 54, 54), "Where?", ""), ((60, 46, 90, 54), "Where?", "")])
    first, second = open_samples(folder, reading=SMALL)  # the first window ends at 66
    assert first.read_mask().sum() == 64 + 6 * 8
    assert second.read_mask().sum() == 30 * 8


def test_a_polygon_larger_than_a_window_is_cut(tree):
    folder, grid, _ = tree
    write(folder / "town.gpkg", grid, [((-20, -20, 200, 200), "Where?", "")])
    (only,) = open_samples(folder, reading=SMALL)
    assert only.read_mask().all()


def test_a_raster_smaller_than_a_window_is_one_picture(tree):
    folder, grid, pixels = tree
    write(folder / "town.gpkg", grid, [((10, 10, 14, 15), "Where?", "")])
    (only,) = open_samples(folder)
    assert np.array_equal(only.read_picture(), pixels)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:25833"])
def test_polygons_are_reprojected_to_the_raster(tree, crs):
    folder, grid, _ = tree
    write(folder / "town.gpkg", grid, [((10, 10, 30, 40), "Where?", "")], crs)
    assert np.array_equal(
        open_samples(folder)[0].read_mask(), filled((10, 10, 30, 40), width=SIDE, height=SIDE)
    )


def test_the_answers_of_askmap_are_such_a_file(tree):
    folder, grid, _ = tree
    masks = [
        filled((10, 10, 14, 15), width=SIDE, height=SIDE),
        filled((50, 3, 60, 9), width=SIDE, height=SIDE),
    ]
    write_answer(make_answer(grid, *masks), folder / "answer.gpkg")
    (only,) = open_samples(folder)
    assert only.questions == ("Where could a ship moor?",)
    assert only.thought == "Ships lie in harbours."
    assert np.array_equal(again(only).read_mask(), masks[0] | masks[1])


def test_pixels_without_data_are_in_no_mask(tmp_path):
    pixels = np.full((1, 40, 40), 7, np.uint8)
    pixels[:, :, :20] = 0
    make_raster(tmp_path / "town.tif", pixels, nodata=0)
    write(tmp_path / "town.gpkg", grid_of(tmp_path / "town.tif"), [((10, 10, 30, 12), "Where?", "")])
    assert np.array_equal(
        open_samples(tmp_path)[0].read_mask(), filled((20, 10, 30, 12), width=40, height=40)
    )


def test_the_column_the_layer_and_the_raster_can_be_named(tree):
    folder, grid, _ = tree
    file = write(folder / "x.gpkg", grid, [((1, 1, 9, 9), "Where?")], columns=("ask",), layer="a layer")
    picture(folder / "preview.png")
    with pytest.raises(BadData, match="should hold one raster, but holds 2: preview.png, town.tif"):
        open_samples(file)
    found = open_samples(file, reading=ReadOptions(raster=folder / "town.tif", column="ask", layer="a layer"))
    assert found[0].questions == ("Where?",)
    with pytest.raises(BadData, match="has no layer «b», only a layer"):
        open_samples(file, reading=ReadOptions(raster=folder / "town.tif", layer="b"))
    with pytest.raises(BadData, match="has no column «question», only ask"):
        open_samples(file, reading=ReadOptions(raster=folder / "town.tif"))


def test_a_column_may_say_the_split(tree):
    folder, grid, _ = tree
    rows = [((1, 1, 9, 9), "Where?", "val"), ((1, 1, 5, 5), "What?", "train"), ((1, 1, 4, 4), "Who?", None)]
    write(folder / "town.gpkg", grid, rows, columns=("question", "split"))
    assert [s.questions[0] for s in open_samples(folder, "val")] == ["Where?", "Who?"]
    assert [s.questions[0] for s in open_samples(folder)] == ["What?", "Who?"]


def test_bad_features_are_named(tree):
    folder, grid, _ = tree
    write(folder / "town.gpkg", grid, [((1, 1, 9, 9), "Where?", ""), ((1, 1, 9, 9), "  ", "")])
    with pytest.raises(BadData, match=r"«question» in Feature 2 of .*town\.gpkg has no words"):
        open_samples(folder)
    (folder / "town.gpkg").unlink()
    write(folder / "town.gpkg", grid, [("LINESTRING (500000 4000000, 500009 4000009)", "Where?", "")])
    with pytest.raises(BadData, match=r"Feature 1 of .*town\.gpkg is a LINESTRING, not a polygon"):
        open_samples(folder)


def test_polygons_beside_the_raster_are_no_samples(tree):
    folder, grid, _ = tree
    write(folder / "town.gpkg", grid, [((200, 200, 300, 300), "Where?", "")])
    with pytest.raises(BadData, match="holds no sample"):
        open_samples(folder)


def test_a_sliver_without_a_pixel_is_found_by_checking(tree):
    folder, grid, _ = tree
    write(folder / "town.gpkg", grid, [((5.6, 5.6, 5.9, 5.9), "Where?", "")])
    with pytest.raises(BadData, match="hold no pixel with data"):
        check(open_samples(folder, reading=SMALL))


def test_damaged_files_are_named(tree):
    folder, grid, _ = tree
    (folder / "town.gpkg").write_bytes(b"no GeoPackage at all")
    with pytest.raises(BadData, match=r"town\.gpkg is no vector file that can be read"):
        open_samples(folder)
    (folder / "town.gpkg").unlink()
    write(folder / "town.gpkg", grid, [((1, 1, 9, 9), "Where?", "")])
    samples = open_samples(folder)
    (folder / "town.tif").write_bytes((folder / "town.tif").read_bytes()[:500])
    with pytest.raises(BadData, match=r"town\.tif"):
        check(samples)
    (folder / "town.tif").unlink()
    with pytest.raises(BadData, match="should hold one raster, but holds 0"):
        open_samples(folder)


def test_polygons_with_a_place_and_a_raster_without_one_do_not_fit(tmp_path):
    make_raster(tmp_path / "town.tif", np.ones((1, 20, 20), np.uint8), crs="")
    write(tmp_path / "town.gpkg", grid_of(tmp_path / "town.tif"), [((1, 1, 9, 9), "Where?", "")])
    with pytest.raises(BadData, match="Only one of .* has a coordinate system"):
        open_samples(tmp_path)


@pytest.mark.parametrize(
    "affine",
    [(1, 0, 0, 0, 1, 0), (1, 0, 0, 0, -1, 0), (2, 0.5, 7, 0.3, -2, 9), (0.25, 0, 180, 0, 0.25, -90)],
    ids=["pixels", "picture", "rotated", "south up"],
)
@pytest.mark.parametrize("seed", range(4))
def test_a_mask_comes_back_from_its_own_polygons(affine, seed):
    truth = np.random.default_rng(seed).random((23, 31)) < 0.5
    grid = Grid(31, 23, affine)
    assert np.array_equal(geometry_mask([mask_geometry(truth, grid)], grid), truth)


def test_overlapping_polygons_make_no_hole():
    grid = Grid(20, 10, (1, 0, 0, 0, -1, 0))
    outlines = [mask_geometry(filled(box), grid) for box in ((2, 2, 9, 9), (5, 5, 15, 8))]
    assert np.array_equal(geometry_mask(outlines, grid), filled((2, 2, 9, 9), (5, 5, 15, 8)))
    assert geometry_box(outlines[1], grid) == Box(5, 5, 15, 8)


def test_no_polygons_are_an_empty_mask():
    assert not geometry_mask([], Grid(20, 10, (1, 0, 0, 0, -1, 0))).any()


def test_records_come_with_their_fields_and_numbers(tree):
    folder, grid, _ = tree
    file = write(folder / "town.gpkg", grid, [((1, 1, 9, 9), "Where?", "roof")])
    (record,) = read_polygons(file, "", grid.crs)
    assert record.values == {"question": "Where?", "label": "roof", "fid": 1}
    with pytest.raises(UnreadableVector, match="no vector file"):
        read_polygons(folder / "town.tif", "", grid.crs)


DRIVERS = [
    ("jpeg", "JPEG"),
    ("webp", "WEBP"),
    ("ntf", "NITF"),
    ("gpkg", "GPKG"),
    ("bmp", "BMP"),
]


@pytest.fixture
def beside(tmp_path):
    """Call it with an ending and a driver: labels.geojson over a raster of that kind, and a few notes."""

    def build(ending, driver, folder="."):
        pixels = np.random.default_rng(0).integers(1, 256, (3, SIDE, SIDE), np.uint8)
        make_raster(tmp_path / "source.tif", pixels)
        grid = grid_of(tmp_path / "source.tif")
        place = tmp_path / "set" / folder
        place.mkdir(parents=True)
        source = gdal.Open(str(tmp_path / "source.tif"))
        copied = gdal.GetDriverByName(driver).CreateCopy(str(place / f"ortho.{ending}"), source)
        copied.FlushCache()
        copied = source = None
        (tmp_path / "set" / "notes.txt").write_text("1 2 3\n4 5 6\n")
        (tmp_path / "set" / "labels").mkdir(exist_ok=True)
        file = tmp_path / "set" / ("labels/labels.gpkg" if folder != "." else "labels.gpkg")
        return write(file, grid, [((10, 10, 30, 30), "Where?", "")])

    return build


@pytest.mark.parametrize(("ending", "driver"), [each for each in DRIVERS if gdal.GetDriverByName(each[1])])
def test_whatever_gdal_opens_is_a_raster_beside_the_labels(beside, ending, driver):
    (sample,) = open_samples(beside(ending, driver))
    assert sample.read_picture().any()


def test_a_folder_may_hold_its_imagery_and_its_labels_as_geopackages(beside):
    (sample,) = open_samples(beside("gpkg", "GPKG").parent)
    assert sample.read_picture().any()


@pytest.mark.parametrize("ending", [".shx", *(ending for ending in answer_formats() if ending != ".gpkg")])
def test_no_file_of_polygons_is_taken_for_the_raster(beside, ending):
    labels = beside("bmp", "BMP")
    copy(labels.parent / "ortho.bmp", labels.with_suffix(ending))
    (sample,) = open_samples(labels)
    assert sample.read_picture().any()


@pytest.mark.parametrize("folder", ["rasters", "labels/images"])
def test_labels_may_lie_in_a_folder_of_their_own(beside, folder):
    (sample,) = open_samples(beside("jpeg", "JPEG", folder))
    assert sample.read_picture().any()


def test_a_geojson_without_end_is_refused_before_it_is_read(tree):
    with (tree[0] / "labels.geojson").open("wb") as file:
        file.truncate(2**34)
    with pytest.raises(BadData, match=r"labels\.geojson has 17\.2 GB"):
        open_samples(tree[0] / "labels.geojson")


def test_of_several_rasters_the_one_with_the_labels_name_is_meant(tree):
    folder, grid, _ = tree
    make_raster(folder / "other.tif", np.ones((3, SIDE, SIDE), np.uint8))
    (folder / "town.aux.xml").write_text("<PAMDataset/>")
    file = write(folder / "town.gpkg", grid, [((1, 1, 9, 9), "Where?", "")])
    assert len(open_samples(file)) == 1
    file.rename(folder / "labels.gpkg")
    with pytest.raises(BadData, match=r"holds 2: other\.tif, town\.tif") as caught:
        open_samples(folder / "labels.gpkg")
    assert "the name of their file" in caught.value.hint
