"""resources/packages.json: where uv comes from, how large the packages are, and which numpy QGIS may have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..resources import resources
from .computer import Computer

DATA = resources("packages.json")


@dataclass(frozen=True)
class UvWheel:
    """Where uv comes from."""

    version: str
    url: str
    sha256: str  # "sha256:…"
    bytes: int

    @property
    def file(self) -> str:
        return self.url.rpartition("/")[2]


@dataclass(frozen=True)
class Sizes:
    """Estimated, without uv."""

    download_bytes: int
    room_bytes: int  # on the disk in the end


def usual_index() -> str:
    """Where packages come from, unless pip is told otherwise."""
    return str(_data()["index"])


def uv_wheel(platform: str) -> UvWheel:
    """KeyError where there is none for such a computer."""
    uv = _data()["uv"]
    wheel = uv["wheels"][platform]
    return UvWheel(str(uv["version"]), wheel["url"], wheel["sha256"], wheel["bytes"])


def sizes_of(build: str) -> Sizes:
    sizes = _data()["sizes"][build]
    return Sizes(sizes["download_bytes"], sizes["room_bytes"])


def computers() -> dict[str, Computer]:
    """All that a bundle can be made for, by name."""
    bundles = _data()["bundles"]
    found = (
        Computer(platform, python, build)
        for platform, builds in bundles["builds"].items()
        for python in bundles["numpy"]
        for build in builds
    )
    return {str(computer): computer for computer in found}


def uv_platform(platform: str) -> str:
    """What uv calls such a computer."""
    return str(_data()["bundles"]["uv_platforms"][platform])


def numpys_beside(python: str) -> tuple[str, ...]:
    """The versions that a QGIS with this Python may have, the newest first: 1.26 stands for all before 2."""
    numpys: Mapping[str, Any] = _data()["bundles"]["numpy"]
    return tuple(numpys[python])


def _data() -> dict[str, Any]:
    return dict(json.loads(DATA.read_text(encoding="utf-8")))
