"""What AskMap exports to, and what each of these formats can hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..language import tr

DECIMALS = 10  # of degrees: 0.01 mm
GEOPACKAGE, GEOJSON, SHAPEFILE, FLATGEOBUF = "geopackage", "geojson", "shapefile", "flatgeobuf"
KML, COCO, RASTER, POSTGIS = "kml", "coco", "raster", "postgis"


@dataclass(frozen=True)
class Format:
    name: str  # as everybody calls it
    ending: str = ""  # of its files; "" = it is no file
    driver: str = ""  # OGR's; "" = written in another way
    options: tuple[str, ...] = ()  # of OGR's layer
    is_wgs84: bool = False  # always longitudes and latitudes
    is_wkt1: bool = False  # has no room for a coordinate system that is newer
    is_on_pixels: bool = False  # lies on the pixels of its scene, in the scene's coordinate system
    has_columns: bool = True
    has_style_inside: bool = False  # and metadata; else they lie in files beside
    name_letters: Optional[int] = None  # what a column's name may have; None = any number
    text_bytes: Optional[int] = None  # what a text may have, in UTF-8


FORMATS = {
    GEOPACKAGE: Format("GeoPackage", ".gpkg", "GPKG", has_style_inside=True),
    GEOJSON: Format(
        "GeoJSON", ".geojson", "GeoJSON", ("RFC7946=YES", f"COORDINATE_PRECISION={DECIMALS}"), is_wgs84=True
    ),
    SHAPEFILE: Format(
        "Shapefile",
        ".shp",
        "ESRI Shapefile",
        ("ENCODING=UTF-8",),
        is_wkt1=True,
        name_letters=10,
        text_bytes=254,
    ),
    FLATGEOBUF: Format("FlatGeobuf", ".fgb", "FlatGeobuf"),
    KML: Format("KML", ".kml", "KML", is_wgs84=True),
    COCO: Format("COCO JSON", ".json", is_on_pixels=True, has_columns=False),
    RASTER: Format("GeoTIFF (COG)", ".tif", is_on_pixels=True, has_columns=False),
    POSTGIS: Format("PostGIS", has_style_inside=True),
}


def meanings() -> dict[str, str]:
    """What each column of attributes.FIELDS says, for those who never saw AskMap."""
    return {
        "target": tr("Number of the target in its question"),
        "question": tr("What was asked"),
        "thought": tr("What the reasoner thought"),
        "label": tr("What the reasoner calls the target"),
        "state": tr("The reviewer's verdict: open, accepted or rejected"),
        "note": tr("The reviewer's note"),
        "made": tr("Who made the outline: model, refined, drawn or edited"),
        "score": tr("How sure the segmenter is of the outline, 0 to 1"),
        "area_m2": tr("Area on the ellipsoid in square metres"),
        "area_px": tr("Area in pixels of the view"),
        "box": tr("Box that the segmenter was given, in pixels of the view"),
        "points": tr("Points on the target that the segmenter was given, in pixels of the view"),
        "negatives": tr("Points beside the target that the segmenter was given, in pixels of the view"),
        "reasoner": tr("Language model that pointed at the target"),
        "reasoner_digest": tr("SHA-256 of the reasoner's weights"),
        "segmenter": tr("Model that outlined the target"),
        "segmenter_digest": tr("SHA-256 of the segmenter's weights"),
        "seed": tr("Seed of the answer's randomness"),
        "source": tr("Raster or layers that the question was about"),
        "created": tr("When the answer was made, in UTC"),
        "version": tr("AskMap's version"),
        "warnings": tr("What AskMap warned of"),
    }


def short_names(names: tuple[str, ...], letters: Optional[int]) -> dict[str, str]:
    """Each name to one that fits; numbered where two would be the same."""
    short: dict[str, str] = {}
    for name in names:
        fitting, number = name[:letters], 1
        while fitting in short.values():
            number += 1
            fitting = f"{name[: letters - 1 - len(str(number))]}_{number}"
        short[name] = fitting
    return short
