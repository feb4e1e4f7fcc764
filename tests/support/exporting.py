"""Answers to export, and what an export wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from askmap.backend.entries.entry import ACCEPTED, entry_from
from askmap.backend.outputs.formats import FORMATS
from askmap.backend.stages import Box, Point, Target
from askmap.plugin.export.exporter import export
from askmap.plugin.export.file_writer import layer_from
from askmap.plugin.export.writers import ExportRequest
from grids import drawn, grid
from qgis.core import QgsCoordinateTransformContext
from rasters import make_answer

CONTEXT = QgsCoordinateTransformContext()
FILES = tuple(key for key, form in FORMATS.items() if form.driver)
files = pytest.mark.parametrize("form", FILES)
HERE = drawn(*["##......"] * 4, *["........"] * 4)
THERE = drawn(*["........"] * 6, *[".....###"] * 2)
HOLED = drawn("........", "..####..", "..#..#..", "..#..#..", "..####..", *["........"] * 3)


def entry(*masks, states=(), on=None, id="ab" * 16, thought="Ships lie in harbours.", label=""):
    place = on or grid()
    targets = [
        Target(Box(1, 2, 4, 6.5), (Point(1.5, 2.5),), label or f"ship {n}") for n, _ in enumerate(masks, 1)
    ]
    made = entry_from(make_answer(place, *masks, targets=targets, thought=thought), id)
    findings = [replace(f, state=state) for f, state in zip(made.findings, states or [ACCEPTED] * len(masks))]
    return replace(made, findings=tuple(findings))


def path_of(folder, form):
    return folder / f"answer{FORMATS[form].ending}"


def written(folder, form, *entries, scene_of=lambda id: None, **wishes):
    return export(entries, ExportRequest(form, path_of(folder, form), **wishes), scene_of, CONTEXT)


def rows(layer):
    """In the order of their numbers: a FlatGeobuf sorts by place."""
    features = list(layer.getFeatures())
    found = [{**dict(zip(f.fields().names(), f.attributes())), "geometry": f.geometry()} for f in features]
    return sorted(found, key=lambda row: row["target"])


def opened(folder, form):
    layer = layer_from(path_of(folder, form))
    layer.loadDefaultMetadata()  # as the desktop does with every layer that comes in
    assert layer.isValid()
    return layer
