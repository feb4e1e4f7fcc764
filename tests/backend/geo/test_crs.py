"""backend/geo/crs.py: what is read as a coordinate system, and what leads from one to another."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from askmap.backend.errors import OutsideRaster, UnreadableRaster, UnreadableVector
from askmap.backend.geo.crs import MOST_LETTERS, crs_of, is_degrees, leads_to_earth, transformation
from askmap.backend.geo.linked_crs import has_linked_crs
from askmap.backend.outputs.polygons import read_polygons
from askmap.backend.raster.reading import grid_of
from osgeo import osr
from worlds import EARTHLESS, ROTATED, WORLDS

pytestmark = pytest.mark.usefixtures("either_switch")

PROJ_JSON = {"type": "GeographicCRS", "name": "x", "datum": {"type": "GeodeticReferenceFrame", "name": "d"}}


@pytest.fixture
def server() -> Iterator[tuple[str, socket.socket]]:
    """An address that nobody answers at, and where it is heard who asked."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(8)
        listener.settimeout(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/crs", listener


def was_asked(listener: socket.socket) -> bool:
    try:
        listener.accept()[0].close()
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EPSG:32633", "WGS 84 / UTM zone 33N"),
        (" epsg:4326\n", "WGS 84"),
        ("EPSG:4326+5773", "WGS 84 + EGM96 height"),
        ("ESRI:102100", "WGS_1984_Web_Mercator_Auxiliary_Sphere"),
        ("IGNF:LAMB93", "RGF93 Lambert 93"),
        ("OGC:CRS84", "WGS 84 (CRS84)"),
        ("CRS:84", "WGS 84 (CRS84)"),
        ("NAD27", "NAD27"),
        ("urn:ogc:def:crs:EPSG::4326", "WGS 84"),
        ("http://www.opengis.net/def/crs/EPSG/0/4326", "WGS 84"),
        ("+proj=utm +zone=33 +datum=WGS84", "unknown"),
        ("+proj=longlat +ellps=clrk66 +nadgrids=@conus,null", "unknown"),
        ('LOCAL_CS["site grid",UNIT["metre",1]]', "site grid"),
    ],
)
def test_every_usual_way_to_name_one_is_read(text: str, name: str) -> None:
    assert crs_of(text).GetName() == name


@pytest.mark.parametrize("epsg", [3857, 27700, 4807, 7405])
def test_what_gdal_writes_is_read_back(epsg: int) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    for text in (crs.ExportToWkt(), crs.ExportToWkt(["FORMAT=WKT2_2019"]), crs.ExportToPROJJSON()):
        assert crs_of(text).IsSame(crs, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"])


@pytest.mark.parametrize(
    "shape",
    [
        "{}",
        "{}?EPSG:4326",
        " {}",
        "urn:ogc:def:crs:{}",
        "http://www.opengis.net/def/crs-compound?1={}&2={}",
        "+proj=longlat +ellps=intl +nadgrids={}",
        "+proj=longlat +ellps=intl +nadgrids=@conus,@{}",
        "+init={}:1 +type=crs",
        'GEOGCS["x",DATUM["y",SPHEROID["z",6378137,298],EXTENSION["PROJ4_GRIDS","{}"]],PRIMEM["Greenwich",0],'
        'UNIT["degree",0.0174532925199433]]',
        "AUTO:42001,{}",
        "IGNF:{}",
        "/vsicurl/{}",
        json.dumps({**PROJ_JSON, "parameters": [{"name": "file", "value": "URL"}]})
        .replace("{", "{{")
        .replace("}", "}}")
        .replace("URL", "{}"),
    ],
)
def test_no_text_is_fetched(shape: str, server: tuple[str, socket.socket]) -> None:
    address, listener = server
    before = osr.GetPROJEnableNetwork()
    osr.SetPROJEnableNetwork(True)
    try:
        with pytest.raises(OutsideRaster, match="no coordinate system"):
            transformation(crs_of(shape.format(address, address)), crs_of("EPSG:4326"))
    finally:
        osr.SetPROJEnableNetwork(before)
    assert not was_asked(listener)


def test_no_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("crs.prj", "IGNF:x", "OGC:x", "DICT:crs.prj,1", "epsg.txt", "urn:x", "{x")
    for name in names:
        (tmp_path / name).write_text("EPSG:4326")
    for text in (*names, str(tmp_path / "crs.prj"), "./crs.prj", "file://crs.prj"):
        with pytest.raises(OutsideRaster):
            crs_of(text)


def test_a_pipe_does_not_hold_it_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with pytest.raises(OutsideRaster):
        crs_of("pipe")


@pytest.mark.parametrize(
    "text", ["", "\0", "EPSG:\x004326", "EPSG:" + "9" * 400, "GEOGCS[" * 2000, "x" * 10**7, "+proj=" * 9000]
)
def test_anything_else_is_refused_in_one_short_sentence(text: str) -> None:
    with pytest.raises(OutsideRaster) as failure:
        crs_of(text)
    assert len(str(failure.value)) < 200
    assert str(failure.value).isprintable()
    assert failure.value.hint


def test_a_longer_text_is_not_even_looked_at() -> None:
    wkt = crs_of("EPSG:4326").ExportToWkt()
    assert crs_of(wkt + " " * 10)
    with pytest.raises(OutsideRaster):
        crs_of(wkt + " " * MOST_LETTERS)


@pytest.mark.parametrize("world", EARTHLESS)
def test_nothing_leads_to_the_earth_from_elsewhere(world: str) -> None:
    assert transformation(crs_of(WORLDS[world]), crs_of("EPSG:4326")) is None
    assert transformation(crs_of("EPSG:4326"), crs_of(WORLDS[world])) is None
    assert not leads_to_earth(WORLDS[world])


@pytest.mark.parametrize("world", sorted(set(WORLDS) - set(EARTHLESS)))
def test_from_every_place_on_it_something_does(world: str) -> None:
    assert leads_to_earth(WORLDS[world])


@pytest.mark.parametrize("crs", ["EPSG:4978", "EPSG:5773"])
def test_no_map_counts_from_the_middle_of_the_earth_or_only_up(crs: str) -> None:
    assert not leads_to_earth(crs)
    assert transformation(crs_of("EPSG:4326"), crs_of(crs)) is None
    assert transformation(crs_of(crs), crs_of(crs))


def test_what_is_no_coordinate_system_leads_nowhere() -> None:
    assert not leads_to_earth("")
    assert not leads_to_earth("nonsense")


@pytest.mark.parametrize(
    "crs",
    [
        '{"type": "link", "properties": {"href": "URL", "type": "ogcwkt"}}',
        '{"properties": {"href": "URL", "type": "ogcwkt"}, "type": "Link"}',
        '{"type": "url", "properties": {"url": "URL"}}',
        '{"type": "\\u006cink", "properties": {"href": "URL"}}',
        '{"type": "name", "properties": {"name": "URL"}}',
    ],
)
@pytest.mark.parametrize("key", ["crs", "CRS", "\\u0063rs"])
def test_labels_never_make_gdal_fetch(
    crs: str, key: str, tmp_path: Path, server: tuple[str, socket.socket]
) -> None:
    address, listener = server
    file = tmp_path / "labels.geojson"
    point = '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [0, 0]}}'
    head = '{"type": "FeatureCollection", "features": [' + point + "], "
    file.write_text(head + f'"{key}": ' + crs.replace("URL", address) + "}")
    with pytest.raises(UnreadableVector):
        read_polygons(file, "", crs_of("EPSG:4326").ExportToWkt())
    assert not was_asked(listener)


def test_a_link_among_the_values_of_a_label_is_none(tmp_path: Path) -> None:
    file = tmp_path / "labels.geojson"
    file.write_text(
        '{"crs": {"type": "name", "properties": {"name": "EPSG:4326"}}, "features": [{"link": "url"}]}'
    )
    assert not has_linked_crs(file)
    file.write_bytes(b'{"crs": {"type"' + b" " * 2**20 + b': "link"}}')
    assert has_linked_crs(file)


def test_no_raster_makes_gdal_fetch(tmp_path: Path, server: tuple[str, socket.socket]) -> None:
    address, listener = server
    (tmp_path / "a.vrt").write_text(
        f'<VRTDataset rasterXSize="4" rasterYSize="4"><SRS>{address}</SRS>'
        '<VRTRasterBand dataType="Byte" band="1"/></VRTDataset>'
    )
    with suppress(UnreadableRaster):
        assert grid_of(tmp_path / "a.vrt").crs == ""
    assert not was_asked(listener)


def test_a_letter_that_gdal_cuts_is_no_bug() -> None:
    """PROJ quotes what it read last up to the first byte that it cannot read."""
    with pytest.raises(OutsideRaster):
        crs_of('{"type":"GeographicCRS"ééé')


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "+proj=longlat +R=1737400"])
def test_longitudes_in_degrees_from_greenwich_turn_back_at_180(crs: str) -> None:
    assert is_degrees(crs)


@pytest.mark.parametrize(
    "crs", ["+proj=longlat +ellps=WGS84 +pm=paris", "EPSG:4807", "EPSG:32633", ROTATED, "", "no system"]
)
def test_other_meridians_other_angles_and_metres_do_not(crs: str) -> None:
    assert not is_degrees(crs)
