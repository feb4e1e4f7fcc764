"""Put all packages of the engine into one file, for a computer without a network.

    askmap bundle askmap-packages.zip --for linux-x86_64-cp313-cpu
    askmap bundle askmap-packages.zip --for windows-amd64-cp312-cuda --numpy 1.26.4

The dock of that QGIS says what it is called here. Carry the file there, and choose «Install from a bundle…».
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from ...backend.atomic import atomic_write, check_place
from ...backend.cli import ANSWERED, INTERRUPTED, UNWRITTEN
from ...backend.errors import AskMapError
from ...backend.packages.bundle import MANIFEST, BundledWheel, Manifest
from ...backend.packages.catalogue import UvWheel, computers, numpys_beside, uv_wheel
from ...backend.packages.computer import Computer
from ...backend.packages.requirements import numpy_beside
from ...backend.packages.resolution import WheelSource
from ...backend.terminal import print_line, show_error
from ...backend.version import __version__
from .fetching import NotFetched, fetch
from .wheels import Contents, choose, find_uv, variables_of_uv

PIECE = 1 << 20  # bytes


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; usage errors leave through argparse, with code 2."""
    arguments, progress = _arguments(argv), Console(stderr=True)
    contents = Contents(arguments.computer, arguments.numpys or _usual_numpys(arguments.computer))
    try:
        size = make_bundle(arguments.out, contents, progress)
    except AskMapError as error:
        show_error(error, progress)
        return UNWRITTEN
    except KeyboardInterrupt:
        print_line(progress, "Stopped.")
        return INTERRUPTED
    print_line(progress, f"{arguments.out}: {size / 1e6:,.0f} MB for {contents.computer}.")
    return ANSWERED


def make_bundle(
    out: Path,
    contents: Contents,
    progress: Console,
    uv: UvWheel | None = None,
    variables: Mapping[str, str] | None = None,
) -> int:
    """Its size in bytes; `uv` is that of the other computer. Raises NoWheels, NotFetched, NotWritten."""
    check_place(out)
    uv = uv or uv_wheel(contents.computer.platform)
    variables = variables_of_uv() if variables is None else variables
    print_line(progress, "Choosing the packages")
    wheels = choose(contents, find_uv(), variables)
    sources = (WheelSource(uv.url, uv.bytes, uv.sha256.removeprefix("sha256:")), *wheels)
    with atomic_write(out) as draft, _Writer(draft, variables.get("SSL_CERT_FILE", ""), progress) as writer:
        first, *others = writer.add_all(sources)
        writer.finish(Manifest(__version__, contents.computer, contents.requirements, first, tuple(others)))
    return out.stat().st_size


class _Writer:
    def __init__(self, draft: Path, certificates: str, progress: Console) -> None:
        self._draft, self._certificates = draft, certificates
        self._zip = zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED)  # wheels are compressed already
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=progress, disable=not progress.is_terminal)

    def __enter__(self) -> _Writer:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
        self._zip.close()

    def add_all(self, sources: Sequence[WheelSource]) -> list[BundledWheel]:
        self._task = self._bar.add_task("", total=sum(source.bytes for source in sources))
        self._done = 0
        return [self._add(source) for source in sources]

    def finish(self, manifest: Manifest) -> None:
        self._zip.writestr(MANIFEST, manifest.text())

    def _add(self, source: WheelSource) -> BundledWheel:
        place = self._draft.with_name("wheel")
        self._bar.update(self._task, description=source.file.split("-")[0])
        fetch(source.url, place, self._show, self._certificates)
        wheel = _checked(source, place)
        self._zip.write(place, wheel.member)
        place.unlink()
        self._done += wheel.bytes
        return wheel

    def _show(self, count: int) -> None:
        self._bar.update(self._task, completed=self._done + count)


def _checked(source: WheelSource, place: Path) -> BundledWheel:
    try:
        wheel = BundledWheel(source.file, _digest(place), place.stat().st_size)
        if source.sha256 in ("", wheel.sha256):
            return wheel
    except ValueError:  # of no length, or a name that no wheel has
        pass
    raise NotFetched("{file} is not what its index says: it was changed on its way.", file=source.file)


def _digest(place: Path) -> str:
    digest = hashlib.sha256()
    with place.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _usual_numpys(computer: Computer) -> tuple[str, ...]:
    return tuple(map(numpy_beside, numpys_beside(computer.python)))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    known = computers()
    parser = argparse.ArgumentParser(
        prog="askmap bundle",
        description=__doc__,
        epilog="targets:\n" + "\n".join(f"  {name}" for name in known),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("out", type=_zip, metavar="OUT.zip")
    parser.add_argument(
        "--for", dest="computer", required=True, type=_computer, metavar="TARGET", help="see below"
    )
    parser.add_argument(
        "--numpy",
        dest="numpys",
        action="append",
        type=_numpy,
        metavar="VERSION",
        help="that QGIS's own; may be given again (default: all that it may have, 16 MB each)",
    )
    return parser.parse_args(argv)


def _zip(text: str) -> Path:
    if not text.lower().endswith(".zip"):
        raise argparse.ArgumentTypeError(f"«{text}» does not end in .zip")
    return Path(text)


def _computer(text: str) -> Computer:
    found = computers().get(text.strip().lower())
    if found is None:
        raise argparse.ArgumentTypeError(f"«{text}» is none of the targets that askmap bundle --help lists")
    return found


def _numpy(text: str) -> str:
    try:
        return numpy_beside(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"«{text}» is no version such as 2.2.4") from error


if __name__ == "__main__":
    sys.exit(main())
