"""One question with all that its answer needs, and what happens on the worker thread until it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable, Optional, Protocol

import numpy as np
from numpy.typing import NDArray

from ...backend.engine.protocols import Engine, EngineSettings
from ...backend.entries.attributes import metadata
from ...backend.entries.entry import ASKED, FAILED, STOPPED, Entry, entry_from, new_id
from ...backend.entries.follow_up import taken_over, turns
from ...backend.errors import AskMapError, Cancelled
from ...backend.geo.outlines import geometry_numbers
from ...backend.models.weights import model_name
from ...backend.outputs.geotiff import keeps_place, write_targets
from ...backend.outputs.vector import write_entry
from ...backend.parsing.thought import readable_so_far
from ...backend.stages import Event, Grounding, Progress, Provenance, Question, Report, Scene, Thought
from ...backend.version import __version__
from ..language import tr
from ..layers.group import document

LONGEST_WORDS = 40  # letters of a question in a file's name: in UTF-8 no more than 160 of the 255 bytes


class Kept(Protocol):
    """What a Request needs of backend.history.History."""

    def put(
        self, entry: Entry, scene: Optional[Scene] = None, seen: Optional[NDArray[np.uint8]] = None
    ) -> None: ...


@dataclass(frozen=True, eq=False)
class Request:
    question: Question
    engine: EngineSettings
    history: Kept
    folder: Path  # where the files of its layers go
    follows: tuple[Entry, ...] = ()  # the conversation so far, the oldest first
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, eq=False)
class Found:
    entry: Entry
    scene: Scene
    seen: Optional[NDArray[np.uint8]]
    path: Optional[Path]  # of the GeoPackage; None where there is nothing to put in


def answered(
    read: Callable[[Report], Scene], request: Request, load: Callable[[], Engine], report: Report
) -> Found:
    """In the history from its first moment, so that also a killed QGIS remembers what was asked.

    An answer is there too when the files of its layers cannot be written: it may have taken minutes.
    """
    report(Progress(0.0, tr("Reading the pixels")))
    scene = read(report)
    question = replace(request.question, earlier=turns(request.follows, scene.grid))
    begun = _begun(request, question, scene)
    request.history.put(begun, scene)
    said: list[str] = []
    try:
        answer = load().answer(scene, question, _noting(report, said))
    except (AskMapError, Cancelled) as error:
        request.history.put(_ended(begun, "".join(said), error))
        raise
    entry = entry_from(answer, request.id, begun.follows)
    if request.follows:
        entry = taken_over(entry, request.follows[-1])
    path = None
    try:
        if entry.findings:
            report(Progress(1.0, tr("Writing the layers")))
            path = write_files(entry, request.folder)
    finally:  # last: who opens it from there finds its files
        request.history.put(entry, seen=answer.seen)
    return Found(entry, scene, answer.seen, path)


def file_of(entry: Entry, folder: Path) -> Path:
    """A GeoPackage for its layers, named after the time and the question, with a number above all there are.

    No name is given twice: QGIS keeps files open for a while after their layers are gone, and would read the
    old one.
    """
    highest = max((number for _, number in _files_of(entry, folder)), default=0)
    return folder / f"{_stem_of(entry)}{f'_{highest + 1}' if highest else ''}.gpkg"


def files_before(entry: Entry, path: Path) -> list[Path]:
    """What the layers of the entry were made from before `path` was written beside it.

    Not what another QGIS writes into, which SQLite's shared memory beside it tells.
    """
    others = [file for file, _ in _files_of(entry, path.parent) if file != path]
    older = [file for file in others if not Path(f"{file}-shm").exists()]
    masks = [masks for file in older for masks in (masks_of(file), other_masks(masks_of(file)))]
    return [*older, *masks, *(mask.with_name(f"{mask.name}.aux.xml") for mask in masks)]


def _files_of(entry: Entry, folder: Path) -> Iterator[tuple[Path, int]]:
    """GeoPackages that file_of named, with their numbers."""
    name = re.compile(rf"{re.escape(_stem_of(entry))}(?:_(\d+))?\.gpkg")
    for file in folder.glob("askmap_*.gpkg"):
        found = name.fullmatch(file.name)
        if found:
            yield file, int(found[1] or 1)


def _stem_of(entry: Entry) -> str:
    moment = "".join(letter for letter in entry.provenance.created[:19] if letter.isdigit())
    return f"askmap_{moment}_{entry.id[:8]}_{file_words(entry.question.text)}"


def file_words(question: str) -> str:
    """The beginning of a question in letters that every file system takes."""
    letters = (letter if letter.isalnum() else " " for letter in question[:LONGEST_WORDS])
    return "_".join("".join(letters).lower().split())


def write_files(entry: Entry, folder: Path) -> Path:
    """Everything that its layers are made from, so that the main thread only opens it; the GeoPackage."""
    path = write_entry(entry, file_of(entry, folder))
    document(entry, path)
    write_masks(entry, masks_of(path))
    return path


def masks_of(path: Path) -> Path:
    return path.with_name(f"{path.stem}_masks.tif")


def other_masks(path: Path) -> Path:
    """Where masks are drawn anew, in turn: a file that is open cannot be replaced on Windows."""
    return path.with_name(f"{path.stem}_.tif" if not path.stem.endswith("_") else f"{path.stem[:-1]}.tif")


def write_masks(entry: Entry, path: Path) -> None:
    """A raster of the findings' numbers."""
    numbers = geometry_numbers(((f.number, f.outline) for f in entry.findings), entry.grid)
    # A layer gets its coordinate system from the entry, where the file has no room for it
    grid = entry.grid if keeps_place(entry.grid) else replace(entry.grid, crs="")
    write_targets(numbers, grid, path, metadata(entry))


def _begun(request: Request, question: Question, scene: Scene) -> Entry:
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    reasoner, segmenter = model_name(request.engine.reasoner), model_name(request.engine.segmenter)
    models = reasoner, "", segmenter, ""
    made = Provenance(scene.source, *models, request.engine.device, request.engine.seed, now, __version__)
    nothing = Grounding("", (), "", "")
    follows = request.follows[-1].id if request.follows else ""
    return Entry(request.id, question, nothing, scene.grid, made, follows=follows, outcome=ASKED)


def _noting(report: Report, said: list[str]) -> Report:
    def both(event: Event) -> None:
        if isinstance(event, Thought):
            said.append(event.piece)
        report(event)

    return both


def _ended(begun: Entry, raw: str, error: Exception) -> Entry:
    grounding = replace(begun.grounding, thought=readable_so_far(raw), raw=raw)
    outcome = STOPPED if isinstance(error, Cancelled) else FAILED
    fault = f"{error} {getattr(error, 'hint', '')}".strip()
    return replace(begun, grounding=grounding, outcome=outcome, fault=fault)
