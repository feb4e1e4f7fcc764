"""What uv has found to install: names, versions, sizes and checksums, out of its pylock.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_NAME = re.compile(r'^name = "([A-Za-z0-9._-]+)"', re.M)
_VERSION = re.compile(r'^version = "([^"\s]+)"', re.M)
_SIZE = re.compile(r"\bsize = (\d+)")
_URL = re.compile(r'\burl = "([^"]+\.whl)"((?:(?!\burl = ).)*)', re.S)
_SHA256 = re.compile(r'sha256 = "([0-9a-f]{64})"')


@dataclass(frozen=True)
class WheelSource:
    url: str
    bytes: int  # 0 where the index does not say
    sha256: str  # "" where the index does not say

    @property
    def file(self) -> str:
        return unquote(urlsplit(self.url).path).rpartition("/")[2]


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    bytes: int  # of its wheel; 0 where it lies on this disk, or the index does not say
    sha256: tuple[str, ...]  # of its wheels; none where the index does not say
    wheels: tuple[WheelSource, ...] = ()

    @property
    def requirement(self) -> str:
        """A line of a file of requirements."""
        return " ".join([f"{self.name}=={self.version}", *(f"--hash=sha256:{each}" for each in self.sha256)])


@dataclass(frozen=True)
class Resolution:
    packages: tuple[Package, ...]

    @property
    def download_bytes(self) -> int:
        return sum(package.bytes for package in self.packages)

    @property
    def brings_cuda(self) -> bool:
        return any(p.name == "triton" or p.name.startswith("nvidia-") for p in self.packages)

    @property
    def requirements(self) -> str:
        return "".join(f"{package.requirement}\n" for package in self.packages)


def read_resolution(text: str) -> Resolution:
    """A few fields by their spelling: Python reads TOML only from 3.11 on."""
    return Resolution(tuple(map(_package, text.split("[[packages]]")[1:])))


def _package(block: str) -> Package:
    name, version = _NAME.search(block), _VERSION.search(block)
    if name is None or version is None:
        raise ValueError(f"no package can be read from {block[:80]!r}")
    is_remote = re.search(r'url = "https?:', block) is not None
    sizes = [int(size) for size in _SIZE.findall(block)] if is_remote else []
    sums, wheels = tuple(dict.fromkeys(_SHA256.findall(block))), tuple(map(_wheel, _URL.findall(block)))
    return Package(name[1], version[1], max(sizes, default=0), sums, wheels)


def _wheel(found: tuple[str, str]) -> WheelSource:
    size, digest = _SIZE.search(found[1]), _SHA256.search(found[1])
    return WheelSource(found[0], int(size[1]) if size else 0, digest[1] if digest else "")
