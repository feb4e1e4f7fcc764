"""The formats of exports, one record each: the shell, Processing and the dock read them here.

A format that one of GDAL's drivers writes is one more record in FORMATS, and nothing else. Any other also
needs its `Writer` in plugin/export/writers.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DECIMALS = 10  # of degrees: 0.01 mm


@dataclass(frozen=True)
class ExportFormat:
    name: str  # as everybody calls it
    ending: str = ""  # of its files; "" = a table of a database
    driver: str = ""  # GDAL's; "" = written in another way
    writer: str = "file"  # a key of plugin/export/writers.WRITERS
    options: tuple[str, ...] = ()  # of GDAL's layer
    takes_answers: bool = False  # written by the shell and by Processing too, by vector.write_answer
    holds_layers: bool = False  # boxes and points in layers of their own, and those of others stay
    is_wgs84: bool = False  # always longitudes and latitudes
    is_wkt1: bool = False  # in WGS 84 where it has no room for the coordinate system
    is_on_pixels: bool = False  # lies on the pixels of its scene, in the scene's coordinate system
    holds_one_answer: bool = False
    has_columns: bool = True
    has_placemarks: bool = False  # whose name and description are all that its readers show
    has_style_inside: bool = False  # and metadata; else they lie in files beside
    opens_in_qgis: bool = True
    # For a grid that has no coordinate system, where leaving it out would say something else:
    nowhere: str = ""  # WKT
    nowhere_options: tuple[str, ...] = ()  # of GDAL's layer, for QGIS's writer: it hands on no such WKT
    name_letters: int | None = None  # what a column's name may have; None = any number
    text_bytes: int | None = None  # what a text may have, in UTF-8


FORMATS = {
    "geopackage": ExportFormat(
        "GeoPackage",
        ".gpkg",
        "GPKG",
        takes_answers=True,
        holds_layers=True,
        has_style_inside=True,
        nowhere='LOCAL_CS["Undefined Cartesian SRS",UNIT["metre",1]]',
        nowhere_options=("SRID=-1",),
    ),
    "geojson": ExportFormat(
        "GeoJSON",
        ".geojson",
        "GeoJSON",
        options=("RFC7946=YES", f"COORDINATE_PRECISION={DECIMALS}"),
        takes_answers=True,
        is_wgs84=True,
    ),
    "flatgeobuf": ExportFormat("FlatGeobuf", ".fgb", "FlatGeobuf", takes_answers=True),
    "shapefile": ExportFormat(
        "Shapefile",
        ".shp",
        "ESRI Shapefile",
        options=("ENCODING=UTF-8",),
        takes_answers=True,
        is_wkt1=True,
        name_letters=10,
        text_bytes=254,
    ),
    "kml": ExportFormat("KML", ".kml", "KML", is_wgs84=True, has_placemarks=True),
    "coco": ExportFormat(
        "COCO JSON", ".json", writer="coco", is_on_pixels=True, has_columns=False, opens_in_qgis=False
    ),
    "raster": ExportFormat(
        "GeoTIFF (COG)", ".tif", writer="raster", is_on_pixels=True, has_columns=False, holds_one_answer=True
    ),
    "postgis": ExportFormat("PostGIS", writer="table", has_style_inside=True),
}
DEFAULT = next(iter(FORMATS))


def answer_formats() -> dict[str, ExportFormat]:
    """Those of write_answer, by the ending of the file; the default first."""
    return {form.ending: form for form in FORMATS.values() if form.takes_answers}


def holds_layers(path: Path) -> bool:
    """Whether what lies in the file already stays beside what is written into it."""
    return any(form.holds_layers and form.ending == path.suffix.lower() for form in FORMATS.values())
