"""The engine's packages are those that the project is built with, in every place that names them."""

from __future__ import annotations

import pytest
from askmap.backend.packages.requirements import REQUIREMENTS, is_beside, numpy_beside
from places import ROOT


@pytest.mark.parametrize("place", ["pyproject.toml", "docs/guide.md"])
def test_the_versions_are_those_that_the_project_is_built_with(place):
    text = (ROOT / place).read_text(encoding="utf-8")
    assert [name for name in REQUIREMENTS if f'"{name}"' not in text] == []


@pytest.mark.parametrize(
    ("qgis", "numpy", "fits"),
    [
        *(("1.24.2", "1.26.4", True), ("1.24.2", "2.2.4", False), ("1.26.1", "1.26.4", True)),
        *(("2.2.4", "2.2.6", True), ("2.2.4", "2.3.0", False), ("2.2.4", "1.26.4", False)),
    ],
)
def test_a_numpy_fits_as_the_requirement_says(qgis, numpy, fits):
    assert is_beside(numpy, qgis) is fits


@pytest.mark.parametrize("text", ["", "new", "2", "two.three"])
def test_what_is_no_version_is_refused(text):
    with pytest.raises(ValueError, match="."):
        numpy_beside(text)
