"""Which files are pictures in themselves, and which may send a reader to other files or to the network."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from ..geo.gdal_errors import quiet

# GDAL's names of formats that hold their own pixels; all others may be lists of addresses, as VRT and WMS are
PLAIN = {
    "AAIGrid", "BMP", "COG", "DTED", "ECW", "ENVI", "GIF", "GPKG", "GTiff", "HFA", "JP2ECW", "JP2KAK",
    "JP2MrSID", "JP2OpenJPEG", "JPEG", "JPEGXL", "MBTiles", "MrSID", "NITF", "PNG", "RMF", "SAGA", "SRTMHGT",
    "USGSDEM", "WEBP",
}  # fmt: skip


@quiet()
def is_plain(path: Path) -> bool:
    """A file whose first bytes are those of such a format; it is not opened as a raster."""
    try:
        if not path.is_file():
            return False
    except OSError:
        return False
    driver = gdal.IdentifyDriverEx(str(path), gdal.OF_RASTER, [], [path.name])
    return driver is not None and driver.ShortName in PLAIN
