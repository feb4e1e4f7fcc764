"""Reads an offline bundle: nothing in it is believed before it is checked."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

from ...backend.packages.bundle import MANIFEST, BundledWheel, LaterFormat, Manifest, manifest_from
from ...backend.packages.catalogue import sizes_of
from ...backend.packages.computer import Computer
from .failures import (
    bundle_damaged,
    bundle_of_another,
    bundle_unreadable,
    bundle_without_numpy,
    foreign_bundle,
    later_bundle,
    no_bundle,
)
from .plan import Plan

LARGEST_MANIFEST = 1_000_000  # bytes; 60 wheels take 15,000
_PIECE = 1 << 20
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, eq=False)
class Bundle:
    path: Path
    manifest: Manifest
    archive: zipfile.ZipFile

    def chosen(self, numpy_of_qgis: str) -> tuple[BundledWheel, ...]:
        """All wheels, of the numpys the one beside QGIS's own."""
        numpy = self.manifest.numpy_for(numpy_of_qgis)
        return tuple(wheel for wheel in self.manifest.wheels if wheel.name != "numpy" or wheel == numpy)

    def uv(self) -> bytes:
        """Its wheel. Raises InstallFailed."""
        return b"".join(self._pieces(self.manifest.uv))

    def unpack(self, wheels: Sequence[BundledWheel], folder: Path, received: Callable[[int], None]) -> None:
        """Each as a file of that name. `received` is called with the bytes so far, and may raise to stop.

        Raises InstallFailed, OSError for the disk.
        """
        folder.mkdir(parents=True)
        count = 0
        for wheel in wheels:
            with (folder / wheel.file).open("wb") as file:
                for piece in self._pieces(wheel):
                    file.write(piece)
                    count += len(piece)
                    received(count)

    def _pieces(self, wheel: BundledWheel) -> Iterator[bytes]:
        """No more than the manifest says, and in the end exactly that."""
        digest, count = hashlib.sha256(), 0
        try:
            with self.archive.open(wheel.member) as source:
                while count < wheel.bytes and (piece := source.read(min(_PIECE, wheel.bytes - count))):
                    digest.update(piece)
                    count += len(piece)
                    yield piece
                is_longer = bool(source.read(1))
        except (KeyError, *_UNREADABLE) as error:
            raise bundle_damaged(self.path.name, wheel.file) from error
        except OSError as error:
            raise bundle_unreadable(self.path, error.strerror or error) from error
        if is_longer or digest.hexdigest() != wheel.sha256:
            raise bundle_damaged(self.path.name, wheel.file)


@contextmanager
def open_bundle(path: Path) -> Iterator[Bundle]:
    """Raises InstallFailed."""
    try:
        archive = zipfile.ZipFile(path)
    except (*_UNREADABLE, ValueError) as error:
        raise no_bundle(path.name) from error
    except OSError as error:
        raise bundle_unreadable(path, error.strerror or error) from error
    with archive:
        yield Bundle(path, _read_manifest(archive, path), archive)


def fitting_plan(plan: Plan, manifest: Manifest) -> Plan:
    """The plan for what is in the bundle. Raises InstallFailed where that is nothing for this QGIS.

    Another build of torch than for this computer's graphics card is installed all the same: each runs on the
    processor.
    """
    ours, host = computer_of(plan), plan.host
    if replace(manifest.computer, build=ours.build) != ours:
        raise foreign_bundle(manifest.computer, ours)
    others = tuple(each for each in plan.wanted.requirements if not each.startswith("numpy"))
    uv = f"sha256:{manifest.uv.sha256}", manifest.uv.bytes
    if manifest.requirements != others or uv != (plan.uv.sha256, plan.uv.bytes):
        raise bundle_of_another(manifest.askmap, ours)
    if manifest.numpys and manifest.numpy_for(host.numpy) is None:
        raise bundle_without_numpy(host.numpy, ours)
    build = manifest.computer.build
    room = plan.room_bytes if build == ours.build else sizes_of(build).room_bytes
    return replace(
        plan, wanted=replace(plan.wanted, build=build), room_bytes=room + manifest.bytes, download_bytes=0
    )


def computer_of(plan: Plan) -> Computer:
    """What a bundle for this QGIS is called."""
    return Computer(plan.host.platform, plan.host.python_text, plan.host.build.value)


def _read_manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        with archive.open(MANIFEST) as file:
            return manifest_from(file.read(LARGEST_MANIFEST).decode("utf-8"))
    except KeyError as error:
        raise no_bundle(path.name) from error
    except LaterFormat as error:
        raise later_bundle(path.name) from error
    except (ValueError, *_UNREADABLE) as error:
        raise bundle_damaged(path.name, MANIFEST) from error
    except OSError as error:  # a stick that was pulled out, a network drive that went away
        raise bundle_unreadable(path, error.strerror or error) from error
