"""Fetches a wheel from its address, over the network or from this disk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from ...backend.errors import AskMapError, ServerFailed
from ...backend.network.access import ServerAccess
from ...backend.network.http_transport import HttpTransport
from ...backend.network.redirects import LedAstray, close, follow
from ...backend.network.transport import HttpRequest

PIECE = 1 << 20  # bytes
PATIENCE_S = 60.0
TRIES = 3
OK = 200
_PAUSE_S = 1


class NotFetched(AskMapError):
    hint = "Check the network and the proxy (HTTPS_PROXY), then give the same command again."


def fetch(url: str, place: Path, received: Callable[[int], None], certificates: str = "") -> None:
    """Into the file `place`. Raises NotFetched, OSError for the disk.

    `received` is called with the bytes so far; `certificates` is a file of those to trust, "" for the
    system's. A login in the address is sent as such.
    """
    if urlsplit(url).scheme == "file":
        _write(_of_disk(Path(url2pathname(urlsplit(url).path))), place, received)
        return
    pem = _certificates(certificates) if certificates else ""
    for attempt in range(TRIES):
        try:
            _try(url, place, received, HttpTransport(ServerAccess(certificates=pem)))
            return
        except (ServerFailed, LedAstray) as error:
            failure: Exception = error
        time.sleep(_PAUSE_S * attempt)
    file, reason = unquote(url.rpartition("/")[2]), str(failure).rstrip(".")
    raise NotFetched("{file} could not be fetched: {reason}.", file=file, reason=reason) from failure


def _try(url: str, place: Path, received: Callable[[int], None], transport: HttpTransport) -> None:
    request = HttpRequest(url, first_byte_s=PATIENCE_S, accept="*/*")
    head, pieces = follow(transport, request, lambda: None)
    try:
        if head.status != OK:
            raise ServerFailed("It answers with the status {status}.", status=head.status)
        _write((piece for piece in pieces if isinstance(piece, bytes)), place, received)
    finally:
        close(pieces)


def _write(pieces: Iterator[bytes], place: Path, received: Callable[[int], None]) -> None:
    count = 0
    with place.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            count += len(piece)
            received(count)


def _certificates(file: str) -> str:
    """Files of them hold comments in any encoding; the certificates themselves are ASCII."""
    try:
        return Path(file).read_text(encoding="ascii", errors="ignore")
    except OSError as error:
        reason = error.strerror or error
        raise NotFetched(
            "The certificates in {file} cannot be read: {reason}.", file=file, reason=reason
        ) from error


def _of_disk(place: Path) -> Iterator[bytes]:
    try:
        with place.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as error:
        raise NotFetched(
            "{file} could not be fetched: {reason}.", file=place.name, reason=error.strerror or error
        ) from error
