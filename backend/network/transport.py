"""How bytes come from a server: through QGIS's network manager there, else through Python's http.client."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, Union
from urllib.parse import SplitResult, unquote, urlsplit

WAIT_S = 0.1  # how soon a stop is heard
CONNECT_S = 10.0  # until a server on the same network answers at all
SILENCE_S = 60.0  # without a byte, once an answer has begun


@dataclass(frozen=True)
class HttpRequest:
    url: str  # a login in it is sent as one
    body: bytes | None = None  # of JSON, which is posted; None = the page is got
    key: str = field(default="", repr=False)  # the server's; it goes into no log
    first_byte_s: float = 300.0  # a server may have to load its model first
    accept: str = "text/event-stream, application/json"
    start: int = 0  # the byte from which on a page is wanted; a server may send all of it


@dataclass(frozen=True)
class HttpHead:
    status: int
    kind: str  # such as "text/event-stream"
    retry_after: str = ""
    location: str = ""  # of a redirect
    content_range: str = ""  # of a part of a page, such as "bytes 7-11/12"


Piece = Union[HttpHead, bytes]


class Transport(Protocol):
    def send(self, request: HttpRequest) -> Iterator[Piece]:
        """The head, then the body as it comes; b"" every WAIT_S or so while nothing does.

        Closing the iterator ends the connection and all threads. A redirect is an answer like any other: a
        key is sent to no one else. ServerFailed where the server cannot be reached, is not who it says, falls
        silent, or ends in the middle of a body whose length it told.
        """


def headers_of(request: HttpRequest) -> dict[str, str]:
    headers = {"Accept": request.accept, "User-Agent": "AskMap"}
    if request.body is not None:
        headers["Content-Type"] = "application/json"
    if request.start:
        headers["Range"] = f"bytes={request.start}-"
    if request.key:
        headers["Authorization"] = f"Bearer {request.key}"
    else:
        headers.update(login_of(urlsplit(request.url), "Authorization"))
    return headers


def login_of(url: SplitResult | None, header: str) -> dict[str, str]:
    """The header with the name and the password of an address; none where it has none."""
    if url is None or url.username is None:
        return {}
    login = f"{unquote(url.username)}:{unquote(url.password or '')}".encode()
    return {header: f"Basic {b64encode(login).decode('ascii')}"}
