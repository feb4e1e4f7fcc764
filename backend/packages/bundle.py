"""An offline bundle: a zip of all wheels that one kind of computer needs, and a manifest that lists them.

askmap-bundle.json   the manifest
wheels/*.whl         the packages, and uv, the program that installs them
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Optional

from .computer import Computer, computer_from
from .requirements import is_beside, version_of

MANIFEST, WHEELS = "askmap-bundle.json", "wheels/"
FORMAT = 1
MOST_WHEELS = 500
_FILE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._]*)-([A-Za-z0-9._+!]+)(?:-[A-Za-z0-9._]+){3,4}\.whl")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class BundledWheel:
    file: str  # its name alone, as packages spell it
    sha256: str  # 64 hexadecimal digits
    bytes: int

    def __post_init__(self) -> None:
        if not _FILE.fullmatch(self.file) or not _DIGEST.fullmatch(self.sha256) or self.bytes <= 0:
            raise ValueError(f"«{self.file[:100]}» is no wheel with a checksum and a size")

    @property
    def member(self) -> str:
        """Its path in the zip."""
        return WHEELS + self.file

    @property
    def name(self) -> str:
        return self._parts[1].replace("_", "-").lower()

    @property
    def version(self) -> str:
        return self._parts[2]

    @property
    def _parts(self) -> re.Match[str]:
        match = _FILE.fullmatch(self.file)
        if match is None:  # __post_init__ has seen to it
            raise ValueError(self.file)
        return match


@dataclass(frozen=True)
class Manifest:
    askmap: str  # the version that it was made by
    computer: Computer
    requirements: tuple[str, ...]  # without numpy
    uv: BundledWheel
    wheels: tuple[BundledWheel, ...]  # with one numpy or several

    def __post_init__(self) -> None:
        files = [wheel.file for wheel in (self.uv, *self.wheels)]
        if len(set(files)) != len(files) or len(files) > MOST_WHEELS:
            raise ValueError("it lists a wheel twice, or too many of them")

    @property
    def numpys(self) -> tuple[BundledWheel, ...]:
        return tuple(wheel for wheel in self.wheels if wheel.name == "numpy")

    @property
    def bytes(self) -> int:
        return sum(wheel.bytes for wheel in self.wheels)

    def numpy_for(self, numpy_of_qgis: str) -> Optional[BundledWheel]:
        """The newest that fits, or None."""
        fitting = [wheel for wheel in self.numpys if is_beside(wheel.version, numpy_of_qgis)]
        return max(fitting, key=lambda wheel: version_of(wheel.version), default=None)

    def text(self) -> str:
        fields = {"format": FORMAT, **asdict(self), "computer": str(self.computer)}
        return json.dumps(fields, indent=2) + "\n"


def requirements_of(wheels: Iterable[BundledWheel]) -> str:
    """A file of requirements; of one package there may be wheels for newer and older systems."""
    sums: dict[str, list[str]] = {}
    for wheel in wheels:
        sums.setdefault(f"{wheel.name}=={wheel.version}", []).append(f"--hash=sha256:{wheel.sha256}")
    return "".join(f"{' '.join([name, *found])}\n" for name, found in sums.items())


class LaterFormat(ValueError):
    """The manifest of a bundle that a later AskMap has made."""


def manifest_from(text: str) -> Manifest:
    """Raises ValueError for anything that is no manifest, LaterFormat for one that is not known yet."""
    try:
        fields = json.loads(text)
        if int(fields["format"]) > FORMAT:
            raise LaterFormat("its format is a later one")
        return Manifest(
            str(fields["askmap"]),
            computer_from(str(fields["computer"])),
            tuple(map(str, fields["requirements"])),
            _wheel(fields["uv"]),
            tuple(map(_wheel, fields["wheels"])),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("it is no manifest") from error


def _wheel(fields: Mapping[str, Any]) -> BundledWheel:
    return BundledWheel(str(fields["file"]), str(fields["sha256"]), int(fields["bytes"]))
