"""Fetches a wheel from its address, over the network or from this disk."""

from __future__ import annotations

import ssl
import time
from base64 import b64encode
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import HTTPSHandler, Request, build_opener

from ...backend.errors import AskMapError

PIECE = 1 << 20  # bytes
PATIENCE_S = 60
TRIES = 3
_PAUSE_S = 1


class NotFetched(AskMapError):
    hint = "Check the network and the proxy (HTTPS_PROXY), then give the same command again."


class _CutShort(Exception):
    """The connection ended early."""


def fetch(url: str, place: Path, received: Callable[[int], None], certificates: str = "") -> None:
    """Into the file `place`. Raises NotFetched, OSError for the disk.

    `received` is called with the bytes so far; `certificates` is a file of those to trust, "" for the
    system's. A login in the address is sent as such.
    """
    for attempt in range(TRIES):
        try:
            _try(url, place, received, certificates)
            return
        except (_CutShort, HTTPException, ConnectionError, TimeoutError) as error:
            failure: Exception = error
        except HTTPError as error:  # which is the answer itself
            error.close()
            failure = error
        except OSError as error:
            if getattr(error, "filename", None) == str(place):
                raise
            failure = error
        time.sleep(_PAUSE_S * attempt)
    reason = getattr(failure, "reason", None) or failure
    file = unquote(url.rpartition("/")[2])
    raise NotFetched("{file} could not be fetched: {reason}.", file=file, reason=reason) from failure


def _try(url: str, place: Path, received: Callable[[int], None], certificates: str) -> None:
    context = ssl.create_default_context(cafile=certificates or None)
    opener = build_opener(HTTPSHandler(context=context))
    with opener.open(_request(url), timeout=PATIENCE_S) as reply, place.open("wb") as file:
        expected, count = reply.headers.get("Content-Length"), 0
        while piece := reply.read(PIECE):
            file.write(piece)
            count += len(piece)
            received(count)
        if expected is not None and count != int(expected):
            raise _CutShort(f"it ended after {count} of {expected} bytes")


def _request(url: str) -> Request:
    """With the login of the address in a header: urllib would take it for a part of the host's name."""
    parts = urlsplit(url)
    if parts.username is None:
        return Request(url)
    host = f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    header = {"Authorization": "Basic " + b64encode(login.encode()).decode()}
    return Request(urlunsplit(parts._replace(netloc=host)), headers=header)
