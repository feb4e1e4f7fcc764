"""Kinds of computers by name, and what resources/packages.json says of them."""

from __future__ import annotations

import pytest
from askmap.backend.packages.catalogue import numpys_beside, targets, uv_platform, uv_wheel
from askmap.backend.packages.requirements import OLDEST_PYTHON, numpy_beside
from askmap.backend.packages.target import Target, target_from


def test_a_target_is_read_as_it_is_shown():
    target = Target("linux-x86_64", "3.13", "cpu")
    assert str(target) == "linux-x86_64-cp313-cpu"
    assert target_from("Linux-x86_64-cp313-CPU ") == target


@pytest.mark.parametrize(
    "text", ["", "linux", "linux-x86_64", "linux-x86_64-cp313", "linux-x86_64-py313-cpu"]
)
def test_what_is_no_target_is_refused(text):
    with pytest.raises(ValueError, match="SYSTEM"):
        target_from(text)


def test_every_target_has_a_uv_and_numpys_that_a_qgis_may_have():
    assert {target.platform.split("-")[0] for target in targets().values()} == {"linux", "macos", "windows"}
    for name, target in targets().items():
        assert target_from(name) == target
        assert uv_wheel(target.platform).file.endswith(".whl")
        assert uv_platform(target.platform)
        assert all(map(numpy_beside, numpys_beside(target.python)))
        assert tuple(map(int, target.python.split("."))) >= OLDEST_PYTHON
