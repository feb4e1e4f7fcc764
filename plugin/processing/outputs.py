"""The outputs of the algorithm: checked before anything is read, and written when the answer is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingException

from ...backend.engine.kinds import describe
from ...backend.engine.protocols import EngineSettings
from ...backend.entries.attributes import metadata
from ...backend.errors import NotWritten
from ...backend.outputs.destinations import check_outputs
from ...backend.outputs.geotiff import check_place, write_mask
from ...backend.outputs.rescue import rescue
from ...backend.outputs.vector import export_format_of, format_of, layers_in, write_answer, written_as
from ...backend.stages import Answer, Grid
from ..backend_messages import error_text
from ..language import tr


@dataclass(frozen=True)
class Destinations:
    polygons: str  # as GDAL opens it
    mask: str  # a path; "" = none is wanted

    def check(self, raster: str, engine: EngineSettings) -> None:
        """Before anything is read; raises NotWritten."""
        path = written_as(self.polygons)
        export_format_of(path)
        outputs = [path, Path(self.mask)] if self.mask else [path]
        check_outputs(outputs, [raster], describe(engine).paths, layers_in(path))

    def check_grid(self, grid: Grid) -> None:
        """Before the model is asked: whether the formats can hold the place. Raises NotWritten."""
        format_of(written_as(self.polygons), grid)
        if self.mask:
            check_place(grid)

    def write(self, answer: Answer) -> dict[str, Any]:
        """By the names of the outputs. Raises QgsProcessingException, which says where the answer is kept."""
        try:
            polygons = str(write_answer(answer, self.polygons))
        except NotWritten as error:
            raise QgsProcessingException(f"{error_text(error)} {_rescue(answer, self.polygons)}") from error
        said = answer.grounding
        written = {"OUTPUT": polygons, "THOUGHT": said.thought, "OUTCOME": said.outcome.value}
        if self.mask:
            write_mask(answer.masks.union, answer.grid, self.mask, metadata=metadata(answer))
            written["MASK"] = self.mask
        return written


def _rescue(answer: Answer, polygons: str) -> str:
    """Writes the answer to another place; a sentence that says where."""
    try:
        return tr("The answer is kept in {path}.").format(path=rescue(answer, Path(polygons)))
    except NotWritten as error:
        return error_text(error)
