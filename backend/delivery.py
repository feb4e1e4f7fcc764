"""The shell's outputs of one answer: writes what can be written, and loses nothing of the answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from .documents import answer_document
from .errors import NotWritten
from .outputs.geotiff import write_mask
from .outputs.picture import write_picture
from .outputs.rescue import rescue
from .outputs.vector import layers_in, write_answer, written_as
from .stages import Answer, Scene
from .terminal import print_line, show_error


@dataclass(frozen=True)
class Outputs:
    polygons: Path | None = None
    mask: Path | None = None
    picture: Path | None = None

    @property
    def paths(self) -> list[Path]:
        """As they will be called."""
        polygons = written_as(self.polygons) if self.polygons else None
        return [path for path in (polygons, self.mask, self.picture) if path]

    @property
    def layers(self) -> dict[Path, Sequence[str]]:
        """By the GeoPackage that they are written into."""
        return layers_in(self.polygons) if self.polygons else {}


@dataclass
class Delivery:
    """An answer, its outputs, and which of them are written."""

    scene: Scene
    answer: Answer
    outputs: Outputs
    written: list[Path] = field(default_factory=list)
    faults: list[NotWritten] = field(default_factory=list)

    def write(self) -> None:
        """Each output by itself; where the polygons are missing in the end, the answer is kept elsewhere."""
        answer, outputs = self.answer, self.outputs
        if outputs.polygons:
            self._try(written_as(outputs.polygons), lambda path: write_answer(answer, path))
        if outputs.mask:
            self._try(outputs.mask, lambda path: write_mask(answer.masks.union, answer.grid, path))
        if outputs.picture:
            self._try(outputs.picture, lambda path: write_picture(self.scene, answer, path))

    def keep(self) -> Path | None:
        """Where the answer lies in full if what was to hold it could not be written; None if nothing can."""
        try:
            return rescue(self.answer, self.outputs.paths[0])
        except NotWritten:
            return None

    def _try(self, path: Path, write: Callable[[Path], object]) -> None:
        try:
            write(path)
            self.written.append(path)
        except NotWritten as error:
            self.faults.append(error)

    def document(self, kept: Path | None = None) -> dict[str, Any]:
        """All of the answer but the pixels, for scripts."""
        return answer_document(self.answer, self.written, kept)


def deliver(delivery: Delivery, progress: Console, *, as_json: bool) -> None:
    """Raises NotWritten where an output could not be written, after everything else."""
    kept = None
    try:
        delivery.write()
        if delivery.faults and not _holds_polygons(delivery):
            kept = delivery.keep()
    finally:
        if as_json:
            print_document(delivery.document(kept))
    if not as_json:
        for path in delivery.written:
            print_line(progress, f"Written: {path}")
    _report_faults(delivery, kept, progress, as_json)


def print_document(document: dict[str, Any]) -> None:
    Console().out(json.dumps(document, indent=2), highlight=False)


def _holds_polygons(delivery: Delivery) -> bool:
    polygons = delivery.outputs.polygons
    return polygons is not None and written_as(polygons) in delivery.written


def _report_faults(delivery: Delivery, kept: Path | None, progress: Console, as_json: bool) -> None:
    if not delivery.faults:
        return
    if kept:
        print_line(progress, f"The answer is kept in {kept}.")
    elif not as_json and not _holds_polygons(delivery):
        print_document(delivery.document())
    first, *others = delivery.faults
    for error in others:
        show_error(error, progress)
    raise first
