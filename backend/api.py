"""AskMap for scripts: what works here, a question, masks by hand, and what was asked before.

    from askmap.backend import api

    answer = api.ask("my.tif", "Where could a helicopter land?")
    api.write_answer(answer, "answer.gpkg")

Each function takes and gives frozen dataclasses (backend/stages.py), and raises AskMapError for whatever the
user can mend: str() is one sentence, .hint the next step. Pixels are those of the view that was read: x to
the right and y down, from the corner of its top-left one; Grid.to_map and Grid.to_pixel lead to the map and
back. docs/scripting.md has examples, documents.py the JSON documents and their schemas. Importing this loads
no model and no torch, and works in QGIS's own Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional, Union

from .child.engine import load_in_child
from .documents import answer_document as answer_document
from .documents import history_document as history_document
from .documents import schema as schema
from .engine.loading import load_engine
from .engine.protocols import Engine as Engine
from .engine.protocols import EngineSettings as EngineSettings
from .entries.entry import Entry as Entry
from .errors import AskMapError as AskMapError
from .errors import ServiceGone
from .history.places import history_at
from .history.store import Heading as Heading
from .history.store import History
from .outputs.geotiff import write_mask as write_mask
from .outputs.vector import write_answer as write_answer
from .raster import reading
from .raster.north_up import as_drawn
from .raster.reading import Window as Window
from .reasoner.prompt import question_from
from .service.client import running_service, started_service
from .stages import Answer, MaskSet, Report, Scene, ignore
from .stages import Box as Box
from .stages import Grid as Grid
from .stages import Point as Point
from .stages import Target as Target
from .status import RunsIn, Status, status_of
from .status import status_document as status_document

BUNDLED = EngineSettings()  # the pair that comes with AskMap, on the best device that is there
Bbox = tuple[float, float, float, float]
Raster = Union[Path, str, Scene]  # a path of anything that GDAL reads, or what read() has read of one


@dataclass(frozen=True)
class Area:
    """Which part of a raster: a window of its pixels, or a bounding box on the map; neither = all of it."""

    window: Optional[Window] = None  # x, y, width, height
    bbox: Optional[Bbox] = None  # xmin, ymin, xmax, ymax
    bbox_crs: str = ""  # such as "EPSG:4326"; "" = the raster's own

    def __post_init__(self) -> None:
        if self.window is not None and self.bbox is not None:
            raise ValueError("a part is given by a window or by a bounding box, not by both")


WHOLE = Area()


@dataclass(frozen=True, eq=False)
class Segmentation:
    masks: MaskSet  # (N, H, W), one a target, in their order
    grid: Grid  # where the H rows and W columns lie


def status(settings: EngineSettings = BUNDLED) -> Status:
    """What is here and what is missing, at once: no model is loaded and no server asked. Raises nothing."""
    return status_of(settings, RunsIn.HERE if running_service() is None else RunsIn.SERVICE)


def read(raster: Path | str, area: Area = WHOLE, report: Report = ignore) -> Scene:
    """The pixels as a model sees them: north up, at most 2048 on a side. UnreadableRaster, OutsideRaster."""
    window = area.window
    if area.bbox is not None:
        window = reading.window_of_bbox(raster, area.bbox, area.bbox_crs, report)
    return as_drawn(reading.read_scene(raster, window, report=report))


def ask(
    raster: Raster,
    question: str,
    area: Area = WHOLE,
    *,
    settings: EngineSettings = BUNDLED,
    report: Report = ignore,
) -> Answer:
    """Its targets, each with a mask, and the reasoning; no target is an answer, and its outcome says why.

    The first call loads the models, in seconds to minutes; calls with equal settings find them loaded. Where
    `askmap serve` runs, that answers. BadQuestion, UnreadableRaster, OutsideRaster, UnreadableAnswer,
    MissingPackage, OutOfMemory, and what else a model or a server can fail at. `report` gets each event, and
    may raise Cancelled to stop.
    """
    asked = question_from(question)
    scene = _scene(raster, area, report)
    return load(settings, report=report).answer(scene, asked, report)


def segment(
    raster: Raster,
    targets: Sequence[Target],
    area: Area = WHOLE,
    *,
    settings: EngineSettings = BUNDLED,
    report: Report = ignore,
) -> Segmentation:
    """The mask of each target, without a question.

    Target(Box(x0, y0, x1, y1)) or Target(points=(Point(x, y),)), in pixels of the view. A target may
    have a box, points that lie in it, and `negatives` that do not.
    Errors as of ask, but for those of the question.
    """
    scene = _scene(raster, area, report)
    return Segmentation(load(settings, report=report).segment(scene, targets, report), scene.grid)


def history(place: Path | str, words: str = "") -> tuple[Heading, ...]:
    """What was asked in a project, the newest first; where `words` are given, only what holds them all.

    `place` is the project's file, its folder, or the history's own .gpkg. HistoryUnusable, HistoryBroken.
    """
    return tuple(History(history_at(Path(place))).headings(words))


def entry(place: Path | str, id: str) -> Entry:
    """All of one of history(): the grounding, the findings with their outlines on the map, the verdicts.

    EntryMissing, EntryUnreadable, and as history().
    """
    return History(history_at(Path(place))).entry(id)


def load(settings: EngineSettings, served: bool | None = None, report: Report = ignore) -> Engine:
    """Models ready to be asked, kept until others are wanted.

    `served`: by a service, which is started if none runs; False = in this process; None = by the one that
    runs, if one does.
    """
    if served:
        return load_in_child(_wherever(settings), started_service(), report)
    service = running_service() if served is None else None
    if service is not None:
        with suppress(ServiceGone):
            return load_in_child(_wherever(settings), service, report)
    return load_engine(settings)


def _scene(raster: Raster, area: Area, report: Report) -> Scene:
    return raster if isinstance(raster, Scene) else read(raster, area, report)


def _wherever(settings: EngineSettings) -> EngineSettings:
    """The service has another current folder."""
    reasoner = settings.reasoner
    if isinstance(reasoner, Path):
        reasoner = reasoner.absolute()
    return replace(settings, reasoner=reasoner, segmenter=settings.segmenter.absolute())
