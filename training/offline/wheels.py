"""Asks uv which wheels a computer of some kind needs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ...backend.errors import AskMapError, MissingPackage
from ...backend.packages.catalogue import uv_platform
from ...backend.packages.computer import Computer
from ...backend.packages.pip_config import index_of_pip
from ...backend.packages.requirements import REQUIREMENTS
from ...backend.packages.resolution import Resolution, WheelSource, read_resolution

# Nothing older than this has wheels of torch for macOS; uv's own idea of a Mac is older
_MACOS = {"MACOSX_DEPLOYMENT_TARGET": "14.0"}
_IMPATIENT = {"UV_HTTP_CONNECT_TIMEOUT": "5", "UV_HTTP_TIMEOUT": "10", "UV_HTTP_RETRIES": "0"}
_CAUSE = re.compile(r"^\s*(?:cause|error):\s*(.+)$", re.M)
CUDA_OF_WINDOWS = "cu130"  # torch for Windows with CUDA is in torch's own index alone


class NoWheels(AskMapError):
    hint = "Check the network, and whether wheels for this kind of computer exist; then try again."


@dataclass(frozen=True)
class Contents:
    """What goes into a bundle."""

    computer: Computer
    numpys: tuple[str, ...]  # requirements; one bundle may serve several QGISes
    requirements: tuple[str, ...] = REQUIREMENTS


def choose(contents: Contents, uv: Path, variables: Mapping[str, str]) -> tuple[WheelSource, ...]:
    """Every wheel once. Raises NoWheels."""
    first, *others = contents.numpys
    main = _without_cuda(contents, first, uv, variables)
    rest = [_resolved((numpy,), contents.computer, uv, variables) for numpy in others]
    sources = {
        wheel.file: wheel for each in (main, *rest) for package in each.packages for wheel in package.wheels
    }
    return tuple(sources[file] for file in sorted(sources))


def _without_cuda(contents: Contents, numpy: str, uv: Path, variables: Mapping[str, str]) -> Resolution:
    """The configured index first; where that brings CUDA and the computer has none, torch's own.

    torch with CUDA for Windows is in torch's own index alone.
    """
    computer, wanted = contents.computer, (*contents.requirements, numpy)
    if computer.build == "cuda" and computer.platform.startswith("windows"):
        return _resolved(wanted, computer, uv, variables, "--torch-backend", CUDA_OF_WINDOWS)
    found = _resolved(wanted, computer, uv, variables)
    if computer.build == "cuda" or not found.brings_cuda:
        return found
    try:
        return _resolved(wanted, computer, uv, {**variables, **_IMPATIENT}, "--torch-backend", "cpu")
    except NoWheels as error:
        raise NoWheels(
            "Torch without CUDA cannot be had here: torch's own index does not answer, the configured one "
            "has none.",
            "Name a folder that holds it in the variable UV_FIND_LINKS, or make a bundle with CUDA.",
        ) from error


def _resolved(
    wanted: Iterable[str], computer: Computer, uv: Path, variables: Mapping[str, str], *sources: str
) -> Resolution:
    with TemporaryDirectory() as folder:
        requirements, lock = Path(folder, "requirements.txt"), Path(folder, "pylock.toml")
        requirements.write_text("".join(f"{line}\n" for line in wanted), encoding="utf-8")
        kind = ("--python-version", computer.python, "--python-platform", uv_platform(computer.platform))
        form = ("--only-binary", ":all:", "--format", "pylock.toml", "-o", str(lock))
        command = [str(uv), "pip", "compile", "-q", *kind, *form, *sources, str(requirements)]
        ended = subprocess.run(
            command, env={**variables, **_MACOS}, capture_output=True, text=True, check=False
        )
        if ended.returncode:
            causes = _CAUSE.findall(ended.stderr) or ended.stderr.strip().splitlines()[-1:]
            reason = (causes[-1] if causes else "uv ended without a word").rstrip(".")
            raise NoWheels(
                "No packages can be had for «{computer}»: {reason}.", computer=str(computer), reason=reason
            )
        return read_resolution(lock.read_text(encoding="utf-8"))


def find_uv() -> Path:
    """The one beside this Python, or on PATH. Raises MissingPackage."""
    name = "uv.exe" if sys.platform == "win32" else "uv"
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.is_file() else shutil.which("uv")
    if found is None:
        raise MissingPackage(
            "The program uv, which chooses the packages, is not there.", "Install it: pip install uv"
        )
    return Path(found)


def variables_of_uv() -> dict[str, str]:
    """The environment, with what pip is told of its index where uv is told nothing."""
    usual = {"UV_SYSTEM_CERTS": "true", "UV_INDEX_STRATEGY": "unsafe-best-match", "NO_COLOR": "1"}
    return {**usual, **index_of_pip(), **os.environ}
