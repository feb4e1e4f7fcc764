"""Gets uv, the program that installs: its wheel is fetched, checked and unpacked member by member."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Callable
from uuid import uuid4

from ...backend.packages.catalogue import UvWheel
from .failures import wrong_checksum
from .fetch import Fetch
from .plan import Plan

UNPACKED_LIMIT = 200_000_000  # bytes; uv 0.13.8 has 39 million
_CHUNK = 1 << 20
_EXECUTABLE = 0o755


def ensure_uv(plan: Plan, fetch: Fetch, received: Callable[[int], None]) -> Path:
    """The program, which is fetched where it is not there yet. Raises InstallFailed, OSError for the disk."""
    home = plan.folder.tools / f"uv-{plan.uv.version}"
    if not _is_whole(program_in(home, plan.uv, plan.host.system)):
        content = fetch(plan.uv.url, plan.uv.bytes, received)
        check_content(content, plan.uv)
        _put(content, home, program_in(Path(), plan.uv, plan.host.system))
    return program_in(home, plan.uv, plan.host.system)


def program_in(home: Path, wheel: UvWheel, system: str) -> Path:
    name = "uv.exe" if system == "windows" else "uv"
    return home / f"uv-{wheel.version}.data" / "scripts" / name


def _is_whole(program: Path) -> bool:
    """A computer that lost its power may have kept the name alone."""
    return program.is_file() and program.stat().st_size > 0


def check_content(content: bytes, wheel: UvWheel) -> None:
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != wheel.sha256:
        raise wrong_checksum(wheel.url.rpartition("/")[2])


def _put(content: bytes, home: Path, program: Path) -> None:
    """Unpacked beside its place and renamed into it, so that a kill leaves no half of it."""
    for left in home.parent.glob("draft-*"):  # by a kill; nobody else installs now
        shutil.rmtree(left, ignore_errors=True)
    draft = home.with_name(f"draft-{uuid4().hex[:8]}")
    try:
        unpack(content, draft)
        (draft / program).chmod(_EXECUTABLE)
        shutil.rmtree(home, ignore_errors=True)
        draft.replace(home)
    finally:
        with suppress(OSError):
            shutil.rmtree(draft)


def unpack(content: bytes, folder: Path, limit: int = UNPACKED_LIMIT) -> None:
    """Only plain files, only inside the folder, and in all no more than `limit` bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if not all(map(_is_plain, members)) or sum(member.file_size for member in members) > limit:
            raise wrong_checksum(folder.name)
        for member in members:
            place = folder.joinpath(*PurePosixPath(member.filename).parts)
            place.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, place.open("wb") as target:
                shutil.copyfileobj(source, target, _CHUNK)


def _is_plain(member: zipfile.ZipInfo) -> bool:
    """Neither a link nor a path that leads out of the folder, on any system."""
    parts = PurePosixPath(member.filename).parts
    leads_out = member.filename.startswith("/") or ".." in parts or set(member.filename) & set("\\:\0")
    kind = (member.external_attr >> 16) & 0o170000
    return bool(parts) and not leads_out and kind in (0, 0o100000)
