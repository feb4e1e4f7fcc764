"""Labels out of any vector file: its polygons, in the coordinate system of a raster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ..errors import UnreadableVector
from ..geo.crs import crs_of, reprojected, transformation
from ..geo.densify import with_bends
from ..geo.gdal_errors import failures_as, some
from ..geo.linked_crs import has_linked_crs
from ..geo.seams import across, has_tears
from ..message import Message
from .formats import answer_formats
from .vector import Record

OFF_M = 0.05  # that the side of a polygon may lie beside its place in another CRS


def read_polygons(path: Path | str, layer: str, crs: str) -> list[Record]:
    """The polygons of a layer ("" = «targets», or the only one), in the CRS (WKT, "" = nowhere on earth).

    The values are those of the fields, and the feature's number as "fid". Features without a geometry are
    left out. Raises UnreadableVector.
    """
    with failures_as(
        UnreadableVector, Message("{path} is no vector file that can be read, or is damaged.", path=path)
    ):
        drivers = [form.driver for form in answer_formats().values()]
        kind = gdal.IdentifyDriverEx(str(path), gdal.OF_VECTOR, drivers)
        if kind is not None and kind.ShortName == "GeoJSON" and has_linked_crs(Path(path)):
            raise UnreadableVector(
                "{path} names its coordinate system by an address, which AskMap does not fetch.",
                hint="Write it anew without «crs», in longitudes and latitudes of WGS 84.",
                path=path,
            )
        store = some(gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=drivers))
        sheet = _sheet_of(store, layer, path)
        ends = _ends(sheet.GetSpatialRef(), crs_of(crs) if crs else None, path)
        features = [feature for feature in sheet if feature.GetGeometryRef()]
        return [_record(feature, ends, path) for feature in features]


def _sheet_of(store: Any, layer: str, path: Path | str) -> Any:
    names = [store.GetLayer(number).GetName() for number in range(store.GetLayerCount())]
    name = layer or ("targets" if "targets" in names or len(names) != 1 else names[0])
    if name not in names:
        raise UnreadableVector(
            "{path} has no layer «{name}», only {names}.",
            path=path,
            name=name,
            names=", ".join(names) or "none",
        )
    return store.GetLayerByName(name)


def _ends(here: Any, there: Any, path: Path | str) -> tuple[Any, Any] | None:
    """What the outlines are brought from and to; None where both count in a site's own units, or in none."""
    on_earth = [crs is not None and not crs.IsLocal() and not _is_undefined(crs) for crs in (here, there)]
    if on_earth[0] != on_earth[1]:
        raise UnreadableVector(
            "Only one of {path} and its raster has a coordinate system on "
            "the earth; the other has a local one or none.",
            path=path,
        )
    if all(on_earth) and transformation(here, there) is None:
        raise UnreadableVector(
            "There is no transformation from the coordinate system of "
            "{path}, «{crs}», to that of its raster.",
            hint="Choose the raster that the polygons were drawn on.",
            path=path,
            crs=here.GetName(),
        )
    if not any(on_earth) and not _same_units(here, there):
        raise UnreadableVector("{path} and its raster use different units.", path=path)
    return (here, there) if all(on_earth) else None


def _same_units(here: Any, there: Any) -> bool:
    """Also where one of them only says that nothing is known."""
    sites = [crs for crs in (here, there) if crs is not None and not _is_undefined(crs)]
    return len({round(crs.GetLinearUnits(), 9) for crs in sites}) < 2


def _is_undefined(crs: Any) -> bool:
    """As a GeoPackage names the system of layers that have none; «geographic» where nothing was set."""
    return (crs.GetName() or "").startswith("Undefined ")


def _record(feature: Any, ends: tuple[Any, Any] | None, path: Path | str) -> Record:
    number, outline = feature.GetFID(), feature.GetGeometryRef().GetLinearGeometry()
    outline.FlattenTo2D()
    if outline.GetGeometryType() not in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        raise UnreadableVector(
            "Feature {number} of {path} is a {kind}, not a polygon.",
            number=number,
            path=path,
            kind=outline.GetGeometryName(),
        )
    placed = _brought(outline, *ends) if ends else outline
    if placed is None:
        raise UnreadableVector(
            "Feature {number} of {path} has no place in the raster's coordinate system.",
            number=number,
            path=path,
        )
    outline = ogr.ForceToMultiPolygon(placed)
    return Record(bytes(outline.ExportToWkb()), {**feature.items(), "fid": number})


def _brought(outline: Any, here: Any, there: Any) -> Any | None:
    """To the raster's coordinate system, cut where that one ends; None where a part has no place there."""
    bent = with_bends(outline, here, there, OFF_M)
    if has_tears(bent, here, there):
        return across(outline, here, there)
    return bent if reprojected(bent, here, there) else None
