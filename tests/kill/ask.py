"""askmap ask, with each kind of output over an older answer.

A small stand-in takes the place of the models: they write nothing.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
from askmap.backend.cli import main
from askmap.backend.stages import Answer, Box, Grounding, MaskSet, Point, Provenance, Target
from case import Case
from commands import make_image, names
from osgeo import gdal, ogr
from PIL import Image

OLD, NEW = "old", "new"
BOXES = {OLD: [Box(1, 1, 4, 4)], NEW: [Box(2, 2, 9, 8), Box(10, 1, 18, 5)]}


class Engine:
    """Finds other targets each time, and calls them by their time."""

    def __init__(self, when: str) -> None:
        self.when = when

    def load(self, settings):
        return self

    def answer(self, scene, question, report):
        boxes = BOXES[self.when]
        masks = np.zeros((len(boxes), scene.grid.height, scene.grid.width), bool)
        for mask, box in zip(masks, boxes):
            mask[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)] = True
        targets = tuple(Target(box, (Point(box.x0 + 1, box.y0 + 1),), self.when) for box in boxes)
        made = Provenance(scene.source, "r", "0", "s", "0", "cpu", 0, "2026-01-01T00:00:00+00:00", "0.1.0")
        grounding = Grounding(self.when, targets, self.when, "plain")
        return Answer(question, grounding, MaskSet(masks, np.ones(len(boxes), np.float32)), scene.grid, made)


def ask(folder: Path, when: str, *options: object) -> None:
    code = main(["ask", str(folder / "image.tif"), "Where?", *map(str, options)], Engine(when).load)
    assert code == 0, f"exit {code}"


def sizes(path: Path) -> dict[str, list[float]]:
    """The areas of the outlines, by what they are called."""
    store = ogr.Open(str(path))
    assert store is not None, f"{path.name} opens no more"
    found: dict[str, list[float]] = {}
    for feature in store.GetLayerByName("targets") or store.GetLayer(0):
        found.setdefault(feature["label"], []).append(round(feature.GetGeometryRef().GetArea(), 12))
    return found


def polygons(ending: str, *, may_be_away: bool = False) -> Case:
    def path(folder: Path) -> Path:
        return folder / f"a{ending}"

    def prepare(folder: Path) -> None:
        make_image(folder / "image.tif")
        ask(folder, NEW, "-o", path(folder))
        (folder / "wanted").write_text(repr(sizes(path(folder))))
        ask(folder, OLD, "-o", path(folder))
        (folder / "before").write_text(repr(sizes(path(folder))))
        (folder / "files").write_text("\n".join(names(folder)))

    def check_killed(folder: Path) -> None:
        if may_be_away and not path(folder).exists():
            return
        known = [(folder / name).read_text() for name in ("before", "wanted")]
        assert repr(sizes(path(folder))) in known, sizes(path(folder))

    def begin_next(folder: Path) -> None:
        """Another question in the same folder: what was begun is there again."""
        ask(folder, NEW, "--picture", folder / "p.png")
        assert path(folder).exists(), f"{path(folder).name} is gone"
        check_killed(folder)
        (folder / "p.png").unlink()

    def check_next(folder: Path) -> None:
        assert repr(sizes(path(folder))) == (folder / "wanted").read_text()
        assert set(names(folder)) == {*(folder / "files").read_text().split("\n"), "files"}, names(folder)

    return Case(
        prepare, lambda folder: ask(folder, NEW, "-o", path(folder)), check_killed, check_next, begin_next
    )


def others_layers() -> Case:
    """A GeoPackage with a layer, a raster and a table of the user's, and an older answer."""
    plain = polygons(".gpkg")

    def prepare(folder: Path) -> None:
        path = folder / "a.gpkg"
        plain.prepare(folder)
        path.unlink()
        store = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = store.CreateLayer("parcels", None, ogr.wkbPoint)
        for _ in range(2000):
            layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))
        del layer, store
        options = ["RASTER_TABLE=ortho", "APPEND_SUBDATASET=YES"]
        gdal.GetDriverByName("GPKG").CreateCopy(
            str(path), gdal.Open(str(folder / "image.tif")), options=options
        )
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TABLE notes AS SELECT 'mine' AS word")
        ask(folder, OLD, "-o", path)

    def check_others(folder: Path) -> None:
        path = folder / "a.gpkg"
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("SELECT word FROM notes").fetchall() == [("mine",)]
            assert connection.execute("SELECT count(*) FROM parcels").fetchall() == [(2000,)]
        assert gdal.Open(f"GPKG:{path}:ortho").ReadAsArray().max() == 199

    def both(check):
        return lambda folder: (check(folder), check_others(folder))

    return Case(prepare, plain.work, both(plain.check_killed), both(plain.check_next), both(plain.begin_next))


def mask() -> Case:
    """Over an older one with statistics beside it, as QGIS leaves them."""
    counts = {when: sum(int((b.x1 - b.x0) * (b.y1 - b.y0)) for b in boxes) for when, boxes in BOXES.items()}

    def prepare(folder: Path) -> None:
        make_image(folder / "image.tif")
        ask(folder, OLD, "--mask", folder / "m.tif")
        (folder / "m.tif.aux.xml").write_text(
            "<PAMDataset><Metadata><MDI key='of'>old</MDI></Metadata></PAMDataset>"
        )

    def seen(folder: Path) -> int:
        return int(gdal.Open(str(folder / "m.tif")).ReadAsArray().sum())

    def check_killed(folder: Path) -> None:
        if (folder / "m.tif").exists():
            assert seen(folder) == counts[OLD if (folder / "m.tif.aux.xml").exists() else NEW]

    def begin_next(folder: Path) -> None:
        ask(folder, NEW, "--picture", folder / "p.png")
        assert (folder / "m.tif").exists(), "the mask is gone"
        (folder / "p.png").unlink()

    def check_next(folder: Path) -> None:
        assert seen(folder) == counts[NEW]
        assert names(folder) == ["image.tif", "m.tif"], names(folder)

    return Case(prepare, lambda f: ask(f, NEW, "--mask", f / "m.tif"), check_killed, check_next, begin_next)


def picture() -> Case:
    def prepare(folder: Path) -> None:
        make_image(folder / "image.tif")
        for when in (NEW, OLD):
            ask(folder, when, "--picture", folder / "p.png")
            (folder / when).write_bytes((folder / "p.png").read_bytes())

    def check_killed(folder: Path) -> None:
        Image.open(folder / "p.png").verify()
        assert (folder / "p.png").read_bytes() in [(folder / when).read_bytes() for when in (OLD, NEW)]

    def check_next(folder: Path) -> None:
        assert (folder / "p.png").read_bytes() == (folder / NEW).read_bytes()
        assert names(folder) == ["image.tif", "new", "old", "p.png"], names(folder)

    return Case(prepare, lambda f: ask(f, NEW, "--picture", f / "p.png"), check_killed, check_next)


CASES = {
    "gpkg": polygons(".gpkg"),
    "gpkg-with-others": others_layers(),
    "geojson": polygons(".geojson"),
    "fgb": polygons(".fgb"),
    "shp": polygons(".shp", may_be_away=True),
    "mask": mask(),
    "picture": picture(),
}
