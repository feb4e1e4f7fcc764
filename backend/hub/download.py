"""One file from a hub, whatever happens on the way: what has come is kept, and goes on where it ended."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

from ..errors import HubFailed, ServerFailed
from ..models.weights import chunks
from ..network.transport import HttpHead
from .pages import Hub, wait
from .repository import HubFile, HubListing

TRIES, PAUSE_S = 4, 1.0  # without a single new byte
_PART = re.compile(r"bytes (\d{1,20})-(\d{1,20})/(\d{1,20}|\*)")

Received = Callable[[int], object]  # bytes of the file that are here; may raise to stop


def download(hub: Hub, listing: HubListing, file: HubFile, place: Path, received: Received) -> str:
    """The SHA-256 of the file, which lies in `place` then. HubFailed, OSError for the disk.

    Bytes that are not those of the hub are fetched once more from the first one.
    """
    for _ in range(2):
        _complete(hub, listing, file, place, received)
        sha256 = matching_digest(file, place, received)
        if sha256:
            return sha256
        place.unlink()
    raise _changed(file)


def matching_digest(file: HubFile, place: Path, received: Received) -> str:
    """The SHA-256 of what lies in `place`; "" where that is not what the hub says."""
    sha256, git = hashlib.sha256(), hashlib.sha1(b"blob %d\0" % file.bytes, usedforsecurity=False)
    for piece in chunks(place):
        received(file.bytes)
        sha256.update(piece)
        if file.git_sha1:
            git.update(piece)
    is_right = file.sha256 in ("", sha256.hexdigest()) and file.git_sha1 in ("", git.hexdigest())
    return sha256.hexdigest() if is_right else ""


def _complete(hub: Hub, listing: HubListing, file: HubFile, place: Path, received: Received) -> None:
    """A connection may end as often as it likes, as long as each one brings something new."""
    tries, best = TRIES, size_of(place)
    while not place.exists() or size_of(place) != file.bytes:
        failure: Exception | None = None
        try:
            _go_on(hub, listing, file, place, received)
        except ServerFailed as error:
            failure = error
        if size_of(place) > best:
            tries, best = TRIES, size_of(place)
        elif size_of(place) != file.bytes:
            tries -= 1
            if not tries:
                raise _given_up(file, failure) from failure
            wait(PAUSE_S, lambda: received(size_of(place)))


def _go_on(hub: Hub, listing: HubListing, file: HubFile, place: Path, received: Received) -> None:
    start = size_of(place)
    if start > file.bytes:
        place.unlink()
        start = 0

    def tick() -> None:
        received(start)

    with hub.page(listing.path(file), tick, start=start) as (head, body):
        if head.status == 416 or (head.status == 206 and not _goes_on(head, start, file.bytes)):
            place.unlink(missing_ok=True)  # the next try asks for all of it
            return
        if head.status not in (200, 206):
            raise hub.refusal(head, listing.repository)
        if head.kind == "text/html":
            raise hub.is_no_hub()
        _write(body, file, place, received, append=head.status == 206)


def _write(body: Iterator[bytes], file: HubFile, place: Path, received: Received, *, append: bool) -> None:
    with place.open("ab" if append else "wb") as out:
        count = out.tell()
        for piece in body:
            count += len(piece)
            if count > file.bytes:
                out.truncate(0)
                raise _changed(file)
            out.write(piece)
            received(count)


def _goes_on(head: HttpHead, start: int, size: int) -> bool:
    """Whether the part that came is the one that was asked for."""
    found = _PART.fullmatch(head.content_range.strip())
    return found is not None and int(found[1]) == start and found[3] in ("*", str(size))


def size_of(place: Path) -> int:
    """0 where there is nothing."""
    try:
        return place.stat().st_size
    except FileNotFoundError:
        return 0


def _changed(file: HubFile) -> HubFailed:
    return HubFailed(
        "{file} is not what the hub says it is: it was changed on its way.",
        "Try again, or choose another hub.",
        file=file.name,
    )


def _given_up(file: HubFile, failure: Exception | None) -> HubFailed:
    if failure is not None:
        return HubFailed("{reason}", "Try again: what has come is kept.", reason=failure)
    return HubFailed("{file} ends too early each time.", "Try again, or choose another hub.", file=file.name)
