"""backend/outputs/destinations.py: what is written is never what was asked about."""

from __future__ import annotations

import os
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest
from askmap.backend.errors import NotWritten
from askmap.backend.outputs.destinations import check_outputs
from commands import SmallEngine, ask, make_image
from osgeo import gdal

pytestmark = pytest.mark.usefixtures("either_switch")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder: Path, raster: object, *outputs: Path, models: tuple[Path, ...] = ()) -> str:
    """The sentence; nothing has changed, and nothing was left."""
    before = contents(folder)
    with pytest.raises(NotWritten) as caught:
        check_outputs(outputs, [str(raster)], models)
    assert contents(folder) == before
    assert not list(folder.glob(".*"))
    return str(caught.value)


def allowed(raster: object, *outputs: Path) -> None:
    check_outputs(outputs, [str(raster)])


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return make_image(tmp_path / "photo.tif")


def copied(image: Path, path: Path, driver: str, *options: str) -> Path:
    assert gdal.GetDriverByName(driver).CreateCopy(str(path), gdal.Open(str(image)), options=list(options))
    return path


def virtual(path: Path, *sources: object) -> Path:
    gdal.BuildVRT(str(path), [str(source) for source in sources]).FlushCache()
    return path


def test_the_raster_itself_is_refused_whatever_it_is_called(image: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "soft.tif").symlink_to(image)
    os.link(image, tmp_path / "hard.tif")
    for path in (
        image,
        tmp_path / "folder" / ".." / "photo.tif",
        tmp_path / "soft.tif",
        tmp_path / "hard.tif",
    ):
        assert "a part of the raster" in refused(tmp_path, image, path)
    allowed(image, tmp_path / "other.tif", tmp_path / "photo.gpkg")


def test_a_raster_that_is_asked_about_by_a_link_is_refused_by_its_own_name(
    image: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.tif").symlink_to(image)
    assert "a part of the raster" in refused(tmp_path, tmp_path / "link.tif", image)


def test_the_geopackage_that_holds_the_raster_is_refused(image: Path, tmp_path: Path) -> None:
    path = copied(image, tmp_path / "both.gpkg", "GPKG", "RASTER_TABLE=ortho")
    for raster in (path, f"GPKG:{path}:ortho"):
        assert "a part of the raster" in refused(tmp_path, raster, path)


def test_another_case_of_the_ending_is_refused_where_the_file_would_be_the_rasters(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copied(image, tmp_path / "photo.gpkg", "GPKG")
    before = path.read_bytes()
    assert ask(path, "-o", tmp_path / "photo.GPKG") == 6
    assert path.read_bytes() == before


@pytest.mark.parametrize("prefix", ["/vsizip/", "/vsitar/", "/vsigzip/"])
@pytest.mark.parametrize("braces", [False, True])
def test_the_archive_around_the_raster_is_refused(
    image: Path, tmp_path: Path, prefix: str, braces: bool
) -> None:
    archive = tmp_path / "archive.bin"
    inner = "/photo.tif"
    if prefix == "/vsizip/":
        with zipfile.ZipFile(archive, "w") as zipped:
            zipped.write(image, "photo.tif")
    elif prefix == "/vsitar/":
        with tarfile.open(archive, "w") as tarred:
            tarred.add(image, "photo.tif")
    else:
        import gzip

        archive.write_bytes(gzip.compress(image.read_bytes()))
        inner = ""
    name = f"{{{archive}}}" if braces and prefix != "/vsigzip/" else str(archive)
    image.unlink()
    assert "archive.bin" in refused(tmp_path, f"{prefix}{name}{inner}", archive)
    allowed(f"{prefix}{name}{inner}", tmp_path / "other.gpkg")


def test_an_archive_in_an_archive_is_refused(image: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as zipped:
        zipped.write(image, "photo.tif")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as zipped:
        zipped.write(tmp_path / "inner.zip", "inner.zip")
    raster = f"/vsizip/{{/vsizip/{tmp_path / 'outer.zip'}/inner.zip}}/photo.tif"
    assert "outer.zip" in refused(tmp_path, raster, tmp_path / "outer.zip")


@pytest.mark.parametrize("quotes", ["", '"'])
def test_the_file_behind_a_subdataset_is_refused(image: Path, tmp_path: Path, quotes: str) -> None:
    path = copied(image, tmp_path / "climate.nc", "netCDF")
    raster = f"NETCDF:{quotes}{path}{quotes}:Band1"
    assert "climate.nc" in refused(tmp_path, raster, path)
    allowed(raster, tmp_path / "climate.gpkg")


def test_every_file_of_a_virtual_raster_is_refused_those_of_nested_ones_too(
    image: Path, tmp_path: Path
) -> None:
    store = copied(image, tmp_path / "store.gpkg", "GPKG", "RASTER_TABLE=ortho")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as zipped:
        zipped.write(image, "photo.tif")
    inner = virtual(tmp_path / "a&b.vrt", image)
    table = virtual(tmp_path / "table.vrt", f"GPKG:{store}:ortho")
    zipped_one = virtual(tmp_path / "zipped.vrt", f"/vsizip/{tmp_path / 'photos.zip'}/photo.tif")
    outer = virtual(tmp_path / "outer.vrt", inner, table, zipped_one)
    for path in (outer, inner, table, image, store, tmp_path / "photos.zip"):
        assert path.name in refused(tmp_path, outer, path)
    text = outer.read_text().replace('relativeToVRT="1">', f'relativeToVRT="0">{tmp_path}/')
    assert "photo.tif" in refused(tmp_path, text, image)
    assert "photo.tif" in refused(tmp_path, f"vrt://{outer}?bands=1", image)


def test_what_a_virtual_raster_waits_for_is_refused_too(image: Path, tmp_path: Path) -> None:
    raster = virtual(tmp_path / "all.vrt", image)
    image.unlink()
    assert "photo.tif" in refused(tmp_path, raster, image)


def test_nothing_is_written_into_the_folder_that_is_the_raster(image: Path, tmp_path: Path) -> None:
    path = tmp_path / "cube.zarr"
    gdal.GetDriverByName("Zarr").Create(str(path), 8, 8, 1).FlushCache()
    inside = path / "answer.gpkg"
    for raster in (path, f'ZARR:"{path}"'):
        assert "cube.zarr" in refused(tmp_path, raster, inside)
        allowed(raster, tmp_path / "answer.gpkg")


@pytest.mark.parametrize("name", ["{3f2504e0-4f89}.tif", "2024", "[1].tif"])
def test_a_raster_is_refused_whose_name_looks_like_a_list_or_a_number(
    image: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    image.rename(name)
    virtual(Path("all.vrt"), name)
    for raster in (name, "all.vrt"):
        assert "a part of the raster" in refused(tmp_path, raster, tmp_path / name)


@pytest.mark.parametrize("ending", ["-wal", "-journal", "-shm"])
def test_what_sqlite_reads_with_a_geopackage_is_refused(image: Path, tmp_path: Path, ending: str) -> None:
    raster = copied(image, tmp_path / "both.gpkg", "GPKG")
    assert "a part of the raster" in refused(tmp_path, raster, Path(f"{raster}{ending}"))


@pytest.mark.parametrize("ending", [".aux.xml", ".ovr", ".msk"])
@pytest.mark.parametrize("is_there", [False, True])
def test_what_gdal_reads_with_the_raster_is_refused(
    image: Path, tmp_path: Path, ending: str, is_there: bool
) -> None:
    path = Path(f"{image}{ending}")
    if is_there:
        path.touch()
    assert "a part of the raster" in refused(tmp_path, image, path)


def test_a_shapefile_beside_the_raster_does_not_replace_what_belongs_to_the_raster(tmp_path: Path) -> None:
    grid = tmp_path / "photo.asc"
    grid.write_text("ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n")
    (tmp_path / "photo.prj").write_text("PROJCS[]")
    (tmp_path / "photo.shp").write_text("one that is there")
    assert "photo.prj" in refused(tmp_path, grid, tmp_path / "photo.shp")


@pytest.mark.parametrize("ending", [".aux.xml", ".ovr", ".msk"])
def test_what_gdal_would_read_with_an_output_stays_where_it_lies_alone(
    image: Path, tmp_path: Path, ending: str
) -> None:
    (tmp_path / f"m.tif{ending}").write_text("mine")
    assert f"m.tif{ending}" in refused(tmp_path, image, tmp_path / "m.tif")
    (tmp_path / "m.tif").touch()  # then it belongs to what is replaced
    allowed(image, tmp_path / "m.tif")


def test_a_table_that_lies_there_alone_is_not_taken_for_a_shapefiles(image: Path, tmp_path: Path) -> None:
    (tmp_path / "trees.dbf").write_text("a table")
    assert "trees.dbf" in refused(tmp_path, image, tmp_path / "trees.shp")
    (tmp_path / "trees.shp").touch()
    allowed(image, tmp_path / "trees.shp")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.tif", "a.tif"),
        ("a.tif", "A.TIF"),
        ("a.shp", "a.dbf"),
        ("a.tif", "a.tif.ovr"),
        ("a.gpkg", "a.gpkg-wal"),
        ("a.tif", "in/../a.tif"),
    ],
)
def test_two_outputs_never_share_a_file(image: Path, tmp_path: Path, first: str, second: str) -> None:
    (tmp_path / "in").mkdir()
    assert "the same file" in refused(tmp_path, image, tmp_path / first, tmp_path / second)


def test_a_model_is_never_overwritten(image: Path, tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    (model / "config.json").write_text("{}")
    (tmp_path / "sam.pt").write_text("weights")
    assert "a model" in refused(tmp_path, image, model / "config.json", models=(model,))
    assert "a model" in refused(tmp_path, image, tmp_path / "sam.pt", models=(tmp_path / "sam.pt",))


def test_what_could_not_be_written_in_the_end_is_said_before(image: Path, tmp_path: Path) -> None:
    (tmp_path / "folder.tif").mkdir()
    os.mkfifo(tmp_path / "pipe.tif")
    for path, sentence in (
        (tmp_path / "none" / "a.tif", "there is no folder"),
        (tmp_path / "folder.tif", "is no file"),
        (Path("/proc/a.tif"), "cannot be written"),
        (tmp_path / f"{'a' * 300}.tif", "cannot be written"),
        (tmp_path / "a\x00.tif", "cannot be written"),
        (image / "a.tif", "there is no folder"),
    ):
        with pytest.raises(NotWritten, match=sentence):
            check_outputs([path], [str(image)])
    with pytest.raises(NotWritten, match="is no file"):
        check_outputs([tmp_path / "pipe.tif"], [])


def test_a_name_that_is_no_raster_is_left_to_the_reader_of_rasters(tmp_path: Path) -> None:
    for name in (
        "",
        "none.tif",
        "GPKG:none.gpkg:a",
        "<VRTDataset",
        "{",
        "a" * 10_000,
        "::::",
        ":,:" * 1000,
        "a\x00",
    ):
        allowed(name, tmp_path / "a.gpkg")


def test_a_folder_that_is_only_spoken_of_may_be_written_into(image: Path, tmp_path: Path) -> None:
    raster = virtual(tmp_path / "all.vrt", image)
    raster.write_text(
        raster.read_text().replace("<SRS", f"<Metadata><MDI key='a'>{tmp_path}</MDI></Metadata><SRS")
    )
    allowed(raster, tmp_path / "a.gpkg")


def test_the_models_are_not_loaded_for_what_is_refused(image: Path, tmp_path: Path) -> None:
    path = copied(image, tmp_path / "both.gpkg", "GPKG", "RASTER_TABLE=ortho")
    engine = SmallEngine()
    before = contents(tmp_path)
    assert ask(f"GPKG:{path}:ortho", "-o", path, engine=engine) == 6
    assert ask(image, "--mask", image, engine=engine) == 6
    assert engine.settings == []
    assert contents(tmp_path) == before


def test_an_older_answer_is_replaced_again_and_again(image: Path, tmp_path: Path) -> None:
    outputs = ("-o", tmp_path / "a.shp", "--mask", tmp_path / "m.tif", "--picture", tmp_path / "p.png")
    assert ask(image, *outputs) == 0
    names = set(contents(tmp_path))
    assert ask(image, *outputs) == 0
    assert set(contents(tmp_path)) == names
    shutil.rmtree(tmp_path)
