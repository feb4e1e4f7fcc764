"""Raster files of strangers: any bytes are a Scene or a named error, in time.

Small files as GDAL writes them (formats, types, bands, blocks, compressions, masks, nodata, palettes,
overviews, geotransforms), then broken: bytes changed, cut off, moved or repeated; and lists (VRT) with any
numbers in them. They lie in memory.
"""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
from askmap.backend.errors import OutsideRaster, UnreadableRaster
from askmap.backend.geo.gdal_errors import quiet
from askmap.backend.raster.north_up import as_drawn
from askmap.backend.raster.reading import Window, grid_of, read_scene, window_of_bbox
from osgeo import gdal, osr

COUNT = 200_000
LIMIT_S = 1.0

KINDS = {
    gdal.GDT_Byte: np.uint8,
    gdal.GDT_UInt16: np.uint16,
    gdal.GDT_Int16: np.int16,
    gdal.GDT_UInt32: np.uint32,
    gdal.GDT_Int32: np.int32,
    gdal.GDT_Float32: np.float32,
    gdal.GDT_Float64: np.float64,
    gdal.GDT_CFloat32: np.complex64,
}
FORMATS = ("GTiff",) * 6 + ("PNG", "JPEG", "BMP", "PNM", "ENVI", "SGI")
COMPRESSIONS = ("NONE", "LZW", "DEFLATE", "PACKBITS", "JPEG")
NUMBERS = (0.0, 1.0, -1.0, 0.5, 2.0, -9999.0, 255.0, 65535.0, 1e20, 1e30, 3.4e38, 1e308, -1e308, float("nan"))
NUMBERS += (float("inf"), float("-inf"), 1e-308, 5e-324, 2.0**31, 2.0**32, 2.0**63)
SYSTEMS = ("", "EPSG:4326", "EPSG:32633", "EPSG:3857", 'LOCAL_CS["a"]', "EPSG:27561")
COLOURS = (0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15)
WORDS = (
    *("0", "-1", "1", "2147483647", "4294967296", "1e308", "nan", "", "Byte", "Float64", "CFloat32", "a.vrt"),
    *(
        "none.tif",
        "<",
        "&",
        "ComplexSource",
        "AveragedSource",
        "KernelFilteredSource",
        "VRTDerivedRasterBand",
    ),
    *("VRTWarpedDataset", "VRTPansharpenedDataset", "/vsimem/", "1" * 400, "Mask", "Alpha", "Palette"),
)


def one(rng: random.Random, folder: Path) -> str:
    name = f"/vsimem/fuzz-{folder.name}/a"
    try:
        content = _list_of(rng) if rng.random() < 0.2 else _broken(_written(rng, f"{name}.made"), rng)
        gdal.FileFromMemBuffer(name, content)
        return _read(rng, name)
    finally:
        with quiet():
            gdal.RmdirRecursive(f"/vsimem/fuzz-{folder.name}")


def _read(rng: random.Random, name: str) -> str:
    try:
        window = None
        if rng.random() < 0.4:
            window = Window(*(int(rng.choice((0, 1, 5, 2**31, -3))) for _ in "xy"), rng.randint(1, 50), 2**31)
        if rng.random() < 0.1:
            corner = grid_of(name).to_map(rng.random() * 9, rng.random() * 9)
            window = window_of_bbox(
                name, (*corner, corner[0] + 1, corner[1] + 1), rng.choice(("", "EPSG:4326"))
            )
        scene = as_drawn(read_scene(name, window, max_side_px=rng.choice((3, 7, 20, 2048))))
    except (UnreadableRaster, OutsideRaster) as error:
        return type(error).__name__
    assert scene.valid.any()
    assert not scene.image[~scene.valid].any()
    return "read"


def _written(rng: random.Random, name: str) -> bytes:
    """A small raster in any format; no bytes where that format cannot hold it."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        made = _made(rng)
        driver = rng.choice(FORMATS)
        options = _options(rng) if driver == "GTiff" else []
        copy = gdal.GetDriverByName(driver).CreateCopy(name, made, 0, options)
        if copy is None:
            return b""
        del copy
        is_plain = made.GetRasterBand(1).DataType == gdal.GDT_Byte and made.RasterXSize > 8 < made.RasterYSize
        if driver == "GTiff" and is_plain and rng.random() < 0.3:
            data = gdal.Open(name, gdal.GA_Update)
            if data is not None:
                data.BuildOverviews(rng.choice(("NEAREST", "AVERAGE")), [2, 4])
                del data
        return _content(name)
    finally:
        gdal.PopErrorHandler()


def _made(rng: random.Random) -> gdal.Dataset:
    kind = rng.choice(list(KINDS))
    width, height, bands = (
        rng.choice((1, 2, 9, 33)),
        rng.choice((1, 2, 9, 40)),
        rng.choice((1, 1, 2, 3, 3, 4, 5)),
    )
    made = gdal.GetDriverByName("MEM").Create("", width, height, bands, kind)
    values = np.random.default_rng(rng.getrandbits(32)).integers(0, 256, (bands, height, width))
    with np.errstate(all="ignore"):
        fill = np.array(rng.choice(NUMBERS)).astype(KINDS[kind])
    for number in range(1, bands + 1):
        band, shades = made.GetRasterBand(number), values[number - 1].astype(KINDS[kind])
        if rng.random() < 0.4:
            shades[:, : rng.randint(0, width)] = fill
        band.WriteArray(shades)
        if rng.random() < 0.4:
            band.SetNoDataValue(float(rng.choice(NUMBERS)))
        if rng.random() < 0.4:
            band.SetColorInterpretation(rng.choice(COLOURS))
    if rng.random() < 0.2:
        table = gdal.ColorTable()
        for index in range(rng.randint(1, 256)):
            table.SetColorEntry(index, tuple(rng.randint(0, 255) for _ in range(4)))
        made.GetRasterBand(1).SetColorTable(table)
    if rng.random() < 0.8:
        made.SetGeoTransform(_geotransform(rng))
    if rng.random() < 0.6:
        system = osr.SpatialReference()
        system.SetFromUserInput(rng.choice(SYSTEMS[1:]))
        made.SetSpatialRef(system)
    if rng.random() < 0.2:
        made.CreateMaskBand(gdal.GMF_PER_DATASET)
    return made


def _geotransform(rng: random.Random) -> list[float]:
    plain = [500_000.0, 2.0, 0.0, 5_000_000.0, 0.0, -2.0]
    for _ in range(rng.choice((0, 0, 1, 3))):
        plain[rng.randrange(6)] = float(rng.choice(NUMBERS))
    return plain


def _options(rng: random.Random) -> list[str]:
    options = [f"COMPRESS={rng.choice(COMPRESSIONS)}", f"INTERLEAVE={rng.choice(('PIXEL', 'BAND'))}"]
    if rng.random() < 0.4:
        options += ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]
    if rng.random() < 0.2:
        options.append(f"PHOTOMETRIC={rng.choice(('MINISWHITE', 'RGB', 'CMYK', 'YCBCR', 'CIELAB'))}")
    if rng.random() < 0.1:
        options.append("BIGTIFF=YES")
    return options


def _content(name: str) -> bytes:
    file = gdal.VSIFOpenL(name, "rb")
    if file is None:
        return b""
    gdal.VSIFSeekL(file, 0, 2)
    size = gdal.VSIFTellL(file)
    gdal.VSIFSeekL(file, 0, 0)
    content = gdal.VSIFReadL(1, size, file) if size else b""
    gdal.VSIFCloseL(file)
    return bytes(content or b"")


def _broken(content: bytes, rng: random.Random) -> bytes:
    """Whole in one of five; most changes near the beginning or the end, where headers are."""
    changed = bytearray(content)
    for _ in range(rng.choice((0, 1, 1, 3, 20))):
        if not changed:
            break
        place = rng.randrange(len(changed)) if rng.random() < 0.3 else rng.randrange(min(len(changed), 400))
        if rng.random() < 0.3:
            place = len(changed) - 1 - place
        way = rng.randrange(6)
        if way == 0:
            changed[place] ^= 1 << rng.randrange(8)
        elif way == 1:
            changed[place] = rng.randrange(256)
        elif way == 2:
            changed[place : place + 4] = rng.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
        elif way == 3:
            del changed[place:]
        elif way == 4:
            changed[place:place] = changed[: rng.randrange(60)]
        else:
            del changed[place : place + rng.randrange(9)]
    return bytes(changed)


def _list_of(rng: random.Random) -> bytes:
    side = rng.choice(("1", "20", "20", "300", "100000", "2147483647", "-1", "0", "nan"))
    kind = rng.choice(("SimpleSource", "ComplexSource", "AveragedSource", "KernelFilteredSource"))
    source = rng.choice(("none.tif", "a", "/vsimem/a", "/dev/zero", ""))
    text = (
        f'<VRTDataset rasterXSize="{side}" rasterYSize="20"><SRS>{rng.choice(SYSTEMS)}</SRS>'
        f"<GeoTransform>{','.join(map(str, _geotransform(rng)))}</GeoTransform>"
        f'<VRTRasterBand dataType="{rng.choice(("Byte", "Int16", "Float32", "CFloat32", "Byt"))}" band="1">'
        f"<NoDataValue>{rng.choice(NUMBERS)}</NoDataValue><ColorInterp>{rng.choice(WORDS)}</ColorInterp>"
        f'<{kind}><SourceFilename relativeToVRT="1">{source}</SourceFilename><SourceBand>1</SourceBand>'
        '<SrcRect xOff="0" yOff="0" xSize="20" ySize="20"/>'
        '<DstRect xOff="0" yOff="0" xSize="20" ySize="20"/>'
        f"</{kind}></VRTRasterBand></VRTDataset>"
    )
    for _ in range(rng.choice((0, 0, 1, 3))):
        place = rng.randrange(len(text))
        text = text[:place] + rng.choice(WORDS) + text[place + rng.randrange(12) :]
    return text.encode()
