"""A window of any GDAL raster to a Scene."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import OutsideRaster, UnreadableRaster, Unrectified
from ..geo.gdal_errors import failures_as, patient, quiet
from ..message import Message
from ..stages import Grid, Report, Scene, ignore
from .bbox import window_around
from .measurements import MeasuredBand
from .nodata import warnings as fill_warnings
from .north_up import rows_downwards
from .openable import refuse_unopenable, refuse_unopened
from .pixels import Band, Level, read_level, read_picked
from .reduction import Axis
from .remote import read_heard
from .stretch import Stretch, stretched
from .window import View
from .window import Window as Window  # a part of this module's face

GDAL_VERSION = str(gdal.__version__)
MAX_SIDE_PX = 2048  # twice what SAM2 sees: finer pixels cost memory and change no mask
MANY_PX = 200_000_000  # seconds of reading
READ_ANEW_PX = 400_000_000  # where overviews spread what is no data
FARTHEST = 1e100  # of a place, and of a pixel's side: areas of more are no numbers
MOST_READ_PX = 40_000_000_000  # minutes of reading; files that claim more are broken, or need overviews

_PIXELS_AS_MAP = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)  # where QGIS draws a raster that has no place
_UNPLACED = (None, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))  # what GDAL says of one
_AS_FINE = 1 - 1e-3  # an overview's side is rounded to whole pixels
_COLOURS = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)


def read_scene(
    path: Path | str,
    window: Window | None = None,
    *,
    max_side_px: int = MAX_SIDE_PX,
    stretch: Stretch = Stretch.PERCENTILES,
    report: Report = ignore,
) -> Scene:
    """The window, or the whole raster; its part outside is cut off, and its rows run from north to south.

    A side longer than `max_side_px` is read reduced, from overviews where there are some. 8-bit bands keep
    their values; others are stretched, by `stretch`. Raises UnreadableRaster, OutsideRaster
    also where the window holds no data, and what `report` raises.
    """

    def read(report: Report) -> Scene:
        return _scene(path, window, max_side_px, stretch, report)

    return read_heard(path, read, report)


def _scene(
    path: Path | str, window: Window | None, max_side_px: int, stretch: Stretch, report: Report
) -> Scene:
    with (
        patient(),
        failures_as(UnreadableRaster, Message("{path} is damaged: GDAL cannot read its pixels.", path=path)),
    ):
        raster = _open(path)
        whole, warnings = _placed(raster, path)
        window = window or Window(0, 0, whole.width, whole.height)
        view = View.within(window.clipped(whole), max_side_px)
        image, valid, notes = _picture(raster, view, stretch, report)
    if not valid.any():
        raise OutsideRaster(
            "{path} holds no data in this view.", hint="Choose a view that shows imagery.", path=path
        )
    image[~valid] = 0  # what fills these pixels is no picture
    scene = Scene(image, valid, view.grid(whole), str(path), (*warnings, *view.warnings(), *notes))
    a, b, _, d, e, _ = scene.grid.affine
    return scene if b or d else rows_downwards(scene)


def grid_of(path: Path | str, report: Report = ignore) -> Grid:
    """The whole raster's, without reading a pixel; raises UnreadableRaster, and what `report` raises."""
    return read_heard(path, lambda _: _grid(path), report)


def _grid(path: Path | str) -> Grid:
    with patient(), failures_as(UnreadableRaster, Message("{path} cannot be read.", path=path)):
        return _placed(_open(path), path)[0]


def window_of_bbox(
    path: Path | str,
    bbox: tuple[float, float, float, float],
    bbox_crs: str,
    report: Report = ignore,
) -> Window:
    """The pixels that (xmin, ymin, xmax, ymax) touches, clipped to the raster.

    `bbox_crs` is anything that GDAL reads as one, "" = the raster's own.
    """
    return window_around(bbox, bbox_crs, grid_of(path, report))


def _open(path: Path | str) -> Any:
    """The data set, with at least one band of real numbers."""
    refuse_unopenable(path)
    raster = None
    with suppress(RuntimeError), quiet():
        raster = gdal.OpenEx(str(path), gdal.OF_RASTER)
    if raster is None:
        refuse_unopened(path)
    if raster.RasterCount == 0:
        parts = raster.GetSubDatasets()
        hint = Message("Ask about one of them, such as {name}", name=parts[0][0]) if parts else ""
        raise UnreadableRaster(
            "{path} holds {count} rasters and is none itself.", hint=hint, path=path, count=len(parts)
        )
    if any(gdal.DataTypeIsComplex(band.DataType) for band in _shown(raster)):
        raise UnreadableRaster(
            "{path} holds complex numbers, which are no picture.",
            hint="Make an amplitude raster of it first, for example with gdal_translate on a derived band.",
            path=path,
        )
    return raster


def _placed(raster: Any, path: Path | str) -> tuple[Grid, tuple[Message, ...]]:
    """The grid of the whole raster and what to say about it."""
    transform = raster.GetGeoTransform(can_return_null=True)
    if transform in _UNPLACED:
        _refuse_unrectified(raster, path)
    crs = raster.GetSpatialRef()
    wkt = crs.ExportToWkt(["FORMAT=WKT2_2019"]) if crs else ""
    unplaced = Message("The raster has no coordinate system, so its place on earth is unknown.")
    try:
        size = (raster.RasterXSize, raster.RasterYSize)
        grid = Grid.from_gdal(*size, transform or _PIXELS_AS_MAP, wkt)
    except ValueError as error:
        raise UnreadableRaster("{path} has a geotransform that cannot be inverted.", path=path) from error
    if not grid.tells_pixels_apart():
        raise UnreadableRaster(
            "{path} has a geotransform that puts neighbouring pixels in the same place.", path=path
        )
    if max(map(abs, grid.affine)) > FARTHEST:
        raise UnreadableRaster("{path} has a geotransform with pixels too large to be measured.", path=path)
    return grid, () if wkt else (unplaced,)


def _refuse_unrectified(raster: Any, path: Path | str) -> None:
    ways = {
        Message("ground control points"): (raster.GetGCPCount(), ""),
        Message("rational polynomial coefficients"): (raster.GetMetadata("RPC"), "-rpc "),
        Message("geolocation arrays"): (raster.GetMetadata("GEOLOCATION"), "-geoloc "),
    }
    for way, (there, option) in ways.items():
        if there:
            raise Unrectified(
                "{path} is placed by {way}, so its pixels lie on no regular grid.",
                hint=Message(
                    "Rectify it first: gdalwarp {option}-t_srs EPSG:… INPUT OUTPUT.tif", option=option
                ),
                path=path,
                way=way,
            )


def _picture(
    raster: Any, view: View, stretch: Stretch, report: Report
) -> tuple[NDArray[np.uint8], NDArray[np.bool_], tuple[Message, ...]]:
    """RGB (H, W, 3), where any of the bands has data (H, W), and what to say about them."""
    bands = _shown(raster)
    is_negative = bool(raster.GetMetadataItem("MINISWHITE", "IMAGE_STRUCTURE"))
    if len(bands) == 1 and bands[0].GetColorTable() and not is_negative:  # GDAL gives negatives a palette
        return (*_expanded(bands[0], view, report), ())
    measured, warnings = _measured(bands, view, report)
    valid: NDArray[np.bool_] = np.any([each.valid for each in measured], axis=0)
    shades = [_shades(band, each, stretch) for band, each in zip(bands, measured)]
    image = np.stack(shades if len(shades) == 3 else shades * 3, axis=-1)
    return ~image if is_negative else image, valid, warnings


def _shown(raster: Any) -> list[Any]:
    """Red, green and blue where the raster names them, else its first three bands, or its first."""
    bands = [raster.GetRasterBand(number + 1) for number in range(raster.RasterCount)]
    named = {band.GetColorInterpretation(): band for band in reversed(bands)}
    if all(colour in named for colour in _COLOURS):
        return [named[colour] for colour in _COLOURS]
    plain = [band for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand] or bands
    return plain[:3] if len(plain) >= 3 else plain[:1]


def _expanded(band: Any, view: View, report: Report) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """A palette's colours; its transparent entries are no data."""
    table = band.GetColorTable()
    colours = np.array([table.GetColorEntry(index) for index in range(table.GetCount())], np.uint8)
    indices, valid = read_picked(_overview([band], view) or _full([band], view), report)
    valid &= (indices >= 0) & (indices < len(colours))
    rgba = colours[np.where(valid, indices, 0)]
    return rgba[..., :3], valid & (rgba[..., 3] > 0)


def _shades(band: Any, measured: MeasuredBand, stretch: Stretch) -> NDArray[np.uint8]:
    if _is_colour(band):
        return measured.values
    shades = stretched(measured.values, measured.valid, stretch, fills=measured.fills)
    return ~shades if (band.GetScale() or 1) < 0 else shades  # the larger the number, the less was measured


def _is_colour(band: Any) -> bool:
    """Whether its numbers are shades already."""
    bits, kind = (band.GetMetadataItem(name, "IMAGE_STRUCTURE") for name in ("NBITS", "PIXELTYPE"))
    return band.DataType == gdal.GDT_Byte and not bits and kind != "SIGNEDBYTE"  # GDAL before 3.7


def _measured(
    bands: Sequence[Any], view: View, report: Report
) -> tuple[list[MeasuredBand], tuple[Message, ...]]:
    """From an overview where there is one that shows what the pixels themselves would."""
    level = _overview(bands, view)
    warnings: tuple[Message, ...] = ()
    measured = read_level(level, report) if level else []
    spread = any(each.has_unset or each.fills for each in measured)
    if level is None or (spread and view.window.width * view.window.height <= READ_ANEW_PX):
        _refuse_too_many(view)
        measured = read_level(_full(bands, view), report)
        warnings = () if level else _of_many(view)
    elif spread:
        averaged = Message(
            "The raster's overviews were averaged with pixels that hold no data, which may hide others. "
            "Declare the nodata value with gdal_edit.py -a_nodata, and build the overviews anew with "
            "gdaladdo."
        )
        warnings = (averaged,)
    shares = {number: max(m.fills.get(number, 0.0) for m in measured) for m in measured for number in m.fills}
    return measured, (*warnings, *fill_warnings(shares))


def _full(bands: Sequence[Any], view: View) -> Level:
    part = view.window
    across = Axis(part.x, part.width / view.width, view.width)
    down = Axis(part.y, part.height / view.height, view.height)
    return Level([Band(band, *_mask_of(band), is_colour=_is_colour(band)) for band in bands], across, down)


def _overview(bands: Sequence[Any], view: View) -> Level | None:
    """The coarsest that is as fine as the view; None where there is none, or none is needed."""
    part, first = view.window, bands[0]
    for number in sorted(range(first.GetOverviewCount()), key=lambda each: first.GetOverview(each).XSize):
        found = [band.GetOverview(number) for band in bands]
        sx, sy = found[0].XSize / first.XSize, found[0].YSize / first.YSize
        is_fine = part.width * sx >= view.width * _AS_FINE and part.height * sy >= view.height * _AS_FINE
        if is_fine and max(sx, sy) < 1:
            across = Axis(part.x * sx, max(part.width * sx / view.width, 1.0), view.width)
            down = Axis(part.y * sy, max(part.height * sy / view.height, 1.0), view.height)
            pairs = zip(found, bands)
            return Level([_reduced(overview, band) for overview, band in pairs], across, down)
    return None


def _reduced(overview: Any, band: Any) -> Band:
    """With a mask of its own, or that of the pixels where the overview has none of the same kind."""
    same = overview.GetMaskFlags() == band.GetMaskFlags()
    return Band(overview, *_mask_of(overview if same else band), is_colour=_is_colour(band))


def _mask_of(band: Any) -> tuple[Any, tuple[int, int]]:
    """What nodata, alpha or a mask leave, and its size; None where all is valid."""
    if band.GetMaskFlags() == gdal.GMF_ALL_VALID:
        return None, (band.XSize, band.YSize)
    mask = band.GetMaskBand()
    return mask, (mask.XSize, mask.YSize)  # a file of its own may have any size


def _refuse_too_many(view: View) -> None:
    if view.window.width * view.window.height > MOST_READ_PX:
        raise UnreadableRaster(
            "The view has {width:,} x {height:,} pixels and no overviews.",
            hint="Ask about a smaller part of it, or build overviews: in QGIS in the properties of the "
            "layer, «Pyramids», in a shell with gdaladdo.",
            width=view.window.width,
            height=view.window.height,
        )


def _of_many(view: View) -> tuple[Message, ...]:
    count = view.window.width * view.window.height
    if count < MANY_PX:
        return ()
    return (
        Message(
            "The raster has no overviews, so all {millions:,.0f} million pixels of the view were read. "
            "Build overviews (in QGIS in the properties of the layer, «Pyramids», in a shell with gdaladdo), "
            "and the next time takes only a moment.",
            millions=count / 1e6,
        ),
    )
