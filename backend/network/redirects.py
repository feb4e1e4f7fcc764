"""How a page is found that its server has moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Callable
from urllib.parse import quote, urljoin, urlsplit

from .transport import HttpHead, HttpRequest, Piece, Transport

MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
KEPT_IN_URLS = "%/:=&?~#+!$,;'@()*[]"  # what RFC 3986 gives a meaning

Tick = Callable[[], object]  # called again and again while one waits; may raise to stop


class LedAstray(Exception):
    """To an address that is not safe, or from address to address without an end: then `url` is ""."""

    def __init__(self, url: str) -> None:
        super().__init__(url or "it leads from address to address")
        self.url = url


def follow(transport: Transport, request: HttpRequest, tick: Tick) -> tuple[HttpHead, Iterator[Piece]]:
    """The head of the page where it is now, whatever its status, and its body; LedAstray, ServerFailed."""
    for _ in range(MOST_REDIRECTS + 1):
        pieces = transport.send(request)
        head = _head(pieces, tick)
        if head.status not in REDIRECTS:
            return head, pieces
        close(pieces)
        request = redirected(request, head.location)
    raise LedAstray("")


def redirected(request: HttpRequest, location: str) -> HttpRequest:
    """The key goes to the server that it is for, never to who keeps its files. LedAstray."""
    try:
        url = quote(urljoin(request.url, location), safe=KEPT_IN_URLS)
        before, after = urlsplit(request.url), urlsplit(url)
        is_safe = after.scheme in (before.scheme, "https") and after.scheme in ("http", "https")
        is_safe = is_safe and bool(after.hostname) and (after.port is None or after.port > 0)
    except ValueError:  # an address that nobody can read
        is_safe = False
    if not is_safe:
        raise LedAstray(location)
    is_same = (before.scheme, before.netloc) == (after.scheme, after.netloc)
    return replace(request, url=url, key=request.key if is_same else "")


def _head(pieces: Iterator[Piece], tick: Tick) -> HttpHead:
    head = None
    try:
        while head is None:
            tick()
            piece = next(pieces)
            head = piece if isinstance(piece, HttpHead) else None
        return head
    finally:
        if head is None:
            close(pieces)


def close(pieces: Iterator[Any]) -> None:
    """Ends the transfer, where the iterator is one that can."""
    end: Callable[[], None] | None = getattr(pieces, "close", None)
    if end is not None:
        end()
