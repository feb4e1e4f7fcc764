"""`askmap ask` with a small engine in the place of the models."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from askmap.backend.cli import main
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.stages import (
    Answer,
    Box,
    Grounding,
    MaskSet,
    Point,
    Progress,
    Provenance,
    Scene,
    Target,
    Thought,
)
from osgeo import gdal, osr

POOL = Target(Box(2, 3, 8, 6), (Point(4, 4),), "pool")
TEXT = "<think>A pool lies in the west.</think><answer>[]</answer>"


@dataclass
class SmallEngine:
    """Says what it is told to, and finds a filled box for each target."""

    targets: tuple[Target, ...] = (POOL,)
    text: str = TEXT
    scenes: list[Scene] = field(default_factory=list)
    settings: list[EngineSettings] = field(default_factory=list)

    def load(self, settings):
        self.settings.append(settings)
        return self

    def answer(self, scene, question, report):
        self.scenes.append(scene)
        report(Progress(0.1, "Reasoning"))
        for start in range(0, len(self.text), 5):
            report(Thought(self.text[start : start + 5]))
        report(Progress(0.9, "Drawing the masks"))
        masks = np.zeros((len(self.targets), scene.grid.height, scene.grid.width), np.bool_)
        masks[:, 3:6, 2:8] = True
        made = Provenance(scene.source, "r", "0", "s", "0", "cpu", 0, "2026-01-01T00:00:00+00:00", "0.1.0")
        thought = self.text.split("</think>")[0].removeprefix("<think>")
        grounding = Grounding(thought, self.targets, self.text, "plain")
        scores = np.full(len(self.targets), 0.75, np.float32)
        return Answer(question, grounding, MaskSet(masks, scores), scene.grid, made)


def engine_that_raises(error):
    """What load_engine would be if the models failed with this."""

    def load(settings):
        raise error

    return load


def make_image(path):
    """20 x 10 pixels of 2 m in UTM zone 32."""
    made = gdal.GetDriverByName("GTiff").Create(str(path), 20, 10, 3, gdal.GDT_Byte)
    made.SetGeoTransform((500000, 2, 0, 5000000, 0, -2))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32632)
    made.SetProjection(crs.ExportToWkt())
    for band in range(3):
        made.GetRasterBand(band + 1).WriteArray(np.arange(200, dtype=np.uint8).reshape(10, 20))
    made.FlushCache()
    return path


def ask(image, *options, engine=None, question="Where can one swim?"):
    return main(["ask", str(image), question, *map(str, options)], (engine or SmallEngine()).load)


def names(folder):
    return sorted(path.name for path in folder.iterdir())
