"""The export of the dock, in each format over an older one; in real QGIS without a window."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import numpy as np
from askmap.backend.outputs.formats import FORMATS
from askmap.backend.stages import Scene
from askmap.plugin.export.file_writer import layer_from
from case import Case
from commands import names
from qgis.testing import start_app

with redirect_stdout(StringIO()):  # it tells where everything lies
    APP = start_app(cleanup=False)  # before what asks for its providers

from askmap.plugin.export.exporter import export
from askmap.plugin.export.writers import ExportRequest  # noqa: E402
from exporting import CONTEXT, HERE, HOLED, THERE, entry, path_of, written  # noqa: E402

OLD, NEW = entry(HERE), entry(THERE, HOLED)
SCENES = {OLD.id: Scene(np.zeros((8, 8, 3), np.uint8), np.ones((8, 8), bool), OLD.grid, "harbour.tif")}


def write(form: str, folder: Path, exported=NEW) -> None:
    written(folder, form, exported, scene_of=SCENES.get)


def seen(form: str, folder: Path) -> list[float]:
    """What tells the old from the new."""
    path = path_of(folder, form)
    if not FORMATS[form].driver:
        return [float(sum(path.read_bytes()))]
    layer = layer_from(path)
    assert layer.isValid(), f"{path.name} opens no more"
    areas = [round(feature["area_px"]) for feature in layer.getFeatures()]
    assert len(areas) == layer.featureCount()
    return sorted(areas)


def case(form: str) -> Case:
    def prepare(folder: Path) -> None:
        for name, exported in (("new", NEW), ("old", OLD)):
            write(form, folder, exported)
            (folder / name).write_text(repr(seen(form, folder)))
        (folder / "files").write_text("\n".join(names(folder)))

    def check_killed(folder: Path) -> None:
        if path_of(folder, form).exists():
            known = [(folder / name).read_text() for name in ("old", "new")]
            assert repr(seen(form, folder)) in known, seen(form, folder)

    def begin_next(folder: Path) -> None:
        """Another export beside it: what was begun is there again."""
        other = ExportRequest("geojson", folder / "b.geojson")
        export([OLD], other, SCENES.get, CONTEXT)
        assert path_of(folder, form).exists(), f"{path_of(folder, form).name} is gone"
        check_killed(folder)
        for path in folder.glob("b.*"):
            path.unlink()

    def check_next(folder: Path) -> None:
        assert repr(seen(form, folder)) == (folder / "new").read_text()
        assert set(names(folder)) == {*(folder / "files").read_text().split("\n"), "files"}, names(folder)

    return Case(prepare, lambda folder: write(form, folder), check_killed, check_next, begin_next)


CASES = {form: case(form) for form in FORMATS if FORMATS[form].ending}
