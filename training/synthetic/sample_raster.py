"""The bundled sample raster: a generated landscape that training never sees, given a place.

python -m askmap.training.synthetic.sample_raster SEED resources/sample/sample.tif
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ...backend.outputs.geotiff import write_image
from ...backend.stages import Grid
from ..options import run_command
from .landscape import landscape

SIDE_PX = 512
PIXEL_M = 0.3  # as much aerial imagery has; things then have about their real size
CORNER_M = (500_000.0, 5_300_000.0)  # east and north of the top-left corner; an invented place
CRS = "EPSG:32632"


def write_sample(seed: int, path: Path) -> None:
    """Raises NotWritten."""
    east, north = CORNER_M
    grid = Grid(SIDE_PX, SIDE_PX, (PIXEL_M, 0, east, 0, -PIXEL_M, north), CRS)
    write_image(landscape(seed, "in", side_px=SIDE_PX).image, grid, path)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.synthetic.sample_raster", description=__doc__
    )
    parser.add_argument("seed", type=int)
    parser.add_argument("path", type=Path)
    arguments = parser.parse_args()
    return run_command(lambda: write_sample(arguments.seed, arguments.path))


if __name__ == "__main__":
    sys.exit(main())
