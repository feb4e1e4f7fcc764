"""Kinds of computers by name, and what resources/packages.json says of them."""

from __future__ import annotations

import pytest
from askmap.backend.packages.catalogue import computers, numpys_beside, uv_platform, uv_wheel
from askmap.backend.packages.computer import Computer, computer_from
from askmap.backend.packages.requirements import OLDEST_PYTHON, numpy_beside


def test_a_computer_is_read_as_it_is_shown():
    computer = Computer("linux-x86_64", "3.13", "cpu")
    assert str(computer) == "linux-x86_64-cp313-cpu"
    assert computer_from("Linux-x86_64-cp313-CPU ") == computer


@pytest.mark.parametrize(
    "text", ["", "linux", "linux-x86_64", "linux-x86_64-cp313", "linux-x86_64-py313-cpu"]
)
def test_what_is_no_computer_is_refused(text):
    with pytest.raises(ValueError, match="SYSTEM"):
        computer_from(text)


def test_every_computer_has_a_uv_and_numpys_that_a_qgis_may_have():
    assert {computer.platform.split("-")[0] for computer in computers().values()} == {
        "linux",
        "macos",
        "windows",
    }
    for name, computer in computers().items():
        assert computer_from(name) == computer
        assert uv_wheel(computer.platform).file.endswith(".whl")
        assert uv_platform(computer.platform)
        assert all(map(numpy_beside, numpys_beside(computer.python)))
        assert tuple(map(int, computer.python.split("."))) >= OLDEST_PYTHON
