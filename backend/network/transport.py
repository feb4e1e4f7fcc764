"""How bytes come from a server: through QGIS's network manager there, else through Python's http.client."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol, Union

WAIT_S = 0.1  # how soon a stop is heard
CONNECT_S = 10.0  # until a server on the same network answers at all
SILENCE_S = 60.0  # without a byte, once an answer has begun


@dataclass(frozen=True)
class HttpRequest:
    url: str
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
