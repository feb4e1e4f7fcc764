"""A window of any GDAL raster to a Scene."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .bbox import window_around
from .errors import OutsideRaster, UnreadableRaster
from .gdal_failures import failures_as, quiet, some
from .stages import Grid, Scene
from .stretch import PERCENTILES, stretched
from .window import View
from .window import Window as Window  # a part of this module's face

GDAL_VERSION = str(gdal.__version__)
MAX_SIDE_PX = 2048  # twice what SAM2 sees: finer pixels cost memory and change no mask
UNSET = 1e38  # no sensor measures so much, but ±3.4e38 fills many rasters that forgot to say nodata

_PIXELS_AS_MAP = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)  # where QGIS draws a raster that has no place
_UNPLACED = (None, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))  # what GDAL says of one
_COLOURS = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)


def read_scene(
    path: Path | str,
    window: Window | None = None,
    *,
    max_side_px: int = MAX_SIDE_PX,
    stretch: str = PERCENTILES,
) -> Scene:
    """The window, or the whole raster; its part outside is cut off.

    A side longer than `max_side_px` is read reduced, from overviews where there are some. 8-bit bands keep
    their values; others are stretched, as one of stretch.STRETCHES. Raises UnreadableRaster, and
    OutsideRaster also where the window holds no data.
    """
    with failures_as(UnreadableRaster, f"{path} is damaged: GDAL cannot read its pixels."):
        raster = _open(path)
        whole, warnings = _placed(raster, path)
        window = window or Window(0, 0, whole.width, whole.height)
        view = View.within(window.clipped(whole), max_side_px)
        image, valid = _picture(raster, view, stretch)
    if not valid.any():
        raise OutsideRaster(f"{path} holds no data in this view.", hint="Choose a view that shows imagery.")
    image[~valid] = 0  # what fills these pixels is nobody's picture
    return Scene(image, valid, view.grid(whole), str(path), (*warnings, *view.warnings()))


def grid_of(path: Path | str) -> Grid:
    """The whole raster's, without reading a pixel; raises UnreadableRaster."""
    with failures_as(UnreadableRaster, f"{path} cannot be read."):
        return _placed(_open(path), path)[0]


def window_of_bbox(path: Path | str, bbox: tuple[float, float, float, float], bbox_crs: str) -> Window:
    """The pixels that (xmin, ymin, xmax, ymax) touches, clipped to the raster.

    `bbox_crs` is anything that GDAL reads as one, "" = the raster's own.
    """
    return window_around(bbox, bbox_crs, grid_of(path))


def _open(path: Path | str) -> Any:
    """The data set, with at least one band of real numbers."""
    raster = None
    with suppress(RuntimeError), quiet():
        raster = gdal.OpenEx(str(path), gdal.OF_RASTER)
    if raster is None:
        raise UnreadableRaster(_why_not_opened(path))
    if raster.RasterCount == 0:
        parts = raster.GetSubDatasets()
        hint = f"Ask about one of them, such as {parts[0][0]}" if parts else ""
        raise UnreadableRaster(f"{path} holds {len(parts)} rasters and is none itself.", hint=hint)
    if any(gdal.DataTypeIsComplex(band.DataType) for band in _shown(raster)):
        raise UnreadableRaster(
            f"{path} holds complex numbers, which are no picture.",
            hint="Make an amplitude raster of it first, for example with gdal_translate on a derived band.",
        )
    return raster


def _why_not_opened(path: Path | str) -> str:
    file = Path(path)
    if file.is_dir():
        return f"{path} is a folder, not a raster."
    if file.is_file() and not file.stat().st_size:
        return f"{path} is an empty file."
    if file.is_file():
        return f"{path} is not a raster that GDAL can read."
    return f"There is no raster {path}."


def _placed(raster: Any, path: Path | str) -> tuple[Grid, tuple[str, ...]]:
    """The grid of the whole raster and what to say about it."""
    transform = raster.GetGeoTransform(can_return_null=True)
    if transform in _UNPLACED:
        _refuse_unrectified(raster, path)
    crs = raster.GetSpatialRef()
    wkt = crs.ExportToWkt(["FORMAT=WKT2_2019"]) if crs else ""
    warnings = () if wkt else ("The raster has no coordinate system, so its place on earth is unknown.",)
    try:
        size = (raster.RasterXSize, raster.RasterYSize)
        return Grid.from_gdal(*size, transform or _PIXELS_AS_MAP, wkt), warnings
    except ValueError as error:
        raise UnreadableRaster(f"{path} has a geotransform that cannot be inverted.") from error


def _refuse_unrectified(raster: Any, path: Path | str) -> None:
    ways = {
        "ground control points": (raster.GetGCPCount(), ""),
        "rational polynomial coefficients": (raster.GetMetadata("RPC"), "-rpc "),
        "geolocation arrays": (raster.GetMetadata("GEOLOCATION"), "-geoloc "),
    }
    for way, (there, option) in ways.items():
        if there:
            raise UnreadableRaster(
                f"{path} is placed by {way}, so its pixels lie on no regular grid.",
                hint=f"Rectify it first: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif",
            )


def _picture(raster: Any, view: View, stretch: str) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """RGB (H, W, 3) and where any of the bands has data (H, W)."""
    bands = _shown(raster)
    if len(bands) == 1 and bands[0].GetColorTable():
        return _expanded(bands[0], view)
    shades, valids = zip(*(_shades(band, view, stretch) for band in bands))
    valid: NDArray[np.bool_] = np.any(valids, axis=0)
    image = np.stack(shades if len(shades) == 3 else shades * 3, axis=-1)
    return image, valid


def _shown(raster: Any) -> list[Any]:
    """Red, green and blue where the raster names them, else its first three bands, or its first."""
    bands = [raster.GetRasterBand(number + 1) for number in range(raster.RasterCount)]
    named = {band.GetColorInterpretation(): band for band in reversed(bands)}
    if all(colour in named for colour in _COLOURS):
        return [named[colour] for colour in _COLOURS]
    plain = [band for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand] or bands
    return plain[:3] if len(plain) >= 3 else plain[:1]


def _expanded(band: Any, view: View) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """A palette's colours; its transparent entries are no data."""
    table = band.GetColorTable()
    colours = np.array([table.GetColorEntry(index) for index in range(table.GetCount())], np.uint8)
    indices = _read(band, view, gdal.GRIORA_NearestNeighbour)
    valid = _has_data(band, view, indices) & (indices < len(colours))
    rgba = colours[np.where(valid, indices, 0)]
    return rgba[..., :3], valid & (rgba[..., 3] > 0)


def _shades(band: Any, view: View, stretch: str) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    values = _read(band, view, gdal.GRIORA_Average)
    valid = _has_data(band, view, values)
    is_full_range = values.dtype == np.uint8 and not band.GetMetadataItem("NBITS", "IMAGE_STRUCTURE")
    return (values if is_full_range else stretched(values, valid, stretch)), valid


def _has_data(band: Any, view: View, values: NDArray[Any]) -> NDArray[np.bool_]:
    """What nodata, alpha or a mask leave, (H, W); never what is no number."""
    if band.GetMaskFlags() == gdal.GMF_ALL_VALID:
        valid = np.ones(values.shape, np.bool_)
    else:
        valid = _read(band.GetMaskBand(), view, gdal.GRIORA_NearestNeighbour) > 0
    if values.dtype.kind == "f":
        valid &= np.abs(values) < UNSET  # False for NaN and the infinities too
    return valid


def _read(band: Any, view: View, resampling: int) -> NDArray[Any]:
    part = view.window
    values: NDArray[Any] = some(
        band.ReadAsArray(
            part.x,
            part.y,
            part.width,
            part.height,
            buf_xsize=view.width,
            buf_ysize=view.height,
            resample_alg=resampling,
        )
    )
    return values
