"""How a hub's pages are opened: redirects are followed, refusals are explained, a busy hub is waited for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Callable
from urllib.parse import quote, urljoin, urlsplit

from ..errors import HubFailed
from ..message import Message
from ..network.transport import WAIT_S, HttpHead, HttpRequest, Piece, Transport
from ..text import printable

MOST_REDIRECTS = 5
FIRST_BYTE_S = 30.0
TRIES, USUAL_WAIT_S, LONGEST_WAIT_S = 3, 2.0, 60.0  # where a hub is busy
BUSY = (429, 503)
KEPT_IN_URLS = "%/:=&?~#+!$,;'@()*[]"  # what RFC 3986 gives a meaning
REDIRECTS = (301, 302, 303, 307, 308)

Tick = Callable[[], object]  # called again and again while one waits; may raise to stop


@dataclass(frozen=True)
class Hub:
    """Where it is, how its bytes come, and the key of an account there."""

    url: str
    transport: Transport
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    @contextmanager
    def page(
        self, path: str, tick: Tick, *, accept: str = "*/*", start: int = 0
    ) -> Iterator[tuple[HttpHead, Iterator[bytes]]]:
        """The head and the body of a page, whatever its status; HubFailed, ServerFailed.

        `start` is the byte from which on it is wanted. The body is b"" while nothing comes.
        """
        request = HttpRequest(f"{self.url}/{path}", None, self.key, FIRST_BYTE_S, accept, start)
        head, pieces = self._open(request, tick)
        try:
            yield head, (piece for piece in pieces if isinstance(piece, bytes))
        finally:
            _close(pieces)

    def _open(self, request: HttpRequest, tick: Tick) -> tuple[HttpHead, Iterator[Piece]]:
        """Of a busy hub its last refusal, after it was waited for."""
        for left in reversed(range(TRIES)):
            head, pieces = self._follow(request, tick)
            if head.status not in BUSY or not left:
                break
            _close(pieces)
            wait(_seconds(head.retry_after), tick)
        return head, pieces

    def _follow(self, request: HttpRequest, tick: Tick) -> tuple[HttpHead, Iterator[Piece]]:
        for _ in range(MOST_REDIRECTS + 1):
            pieces = self.transport.send(request)
            head = _head(pieces, tick)
            if head.status not in REDIRECTS:
                return head, pieces
            _close(pieces)
            request = self._redirected(request, head.location)
        raise HubFailed(
            "The hub at {server} leads from address to address without an end.",
            Message("Check the address of the hub."),
            server=self.host,
        )

    def _redirected(self, request: HttpRequest, location: str) -> HttpRequest:
        """The key goes to the hub alone, never to who keeps its files."""
        try:
            url = quote(urljoin(request.url, location), safe=KEPT_IN_URLS)
            before, after = urlsplit(request.url), urlsplit(url)
            is_safe = after.scheme in (before.scheme, "https") and after.scheme in ("http", "https")
            is_safe = is_safe and bool(after.hostname) and (after.port is None or after.port > 0)
        except ValueError:  # an address that nobody can read
            is_safe = False
        if not is_safe:
            raise HubFailed(
                "The hub at {server} leads to an address that is not safe: {url}.",
                Message("Check the address of the hub."),
                server=self.host,
                url=printable(location)[:200],
            )
        is_same = (before.scheme, before.netloc) == (after.scheme, after.netloc)
        return replace(request, url=url, key=request.key if is_same else "")

    def refusal(self, head: HttpHead, repository: str) -> HubFailed:
        """What a status other than those of a page says of a model."""
        page, status = f"{self.url}/{repository}", head.status
        if status in (401, 403):
            return HubFailed(
                "The hub gives {name} only to those who may have it (status {status}).",
                Message("Agree to its terms at {page} with an account, then give a key of it.", page=page),
                name=repository,
                status=status,
            )
        if status == 404:
            return HubFailed(
                "The hub at {server} has no {name}, or not this revision of it.",
                Message("Check the name: it is written as its owner writes it, such as owner/name."),
                server=self.host,
                name=repository,
            )
        if status in BUSY:
            return HubFailed(
                "The hub at {server} is busy (status {status}).",
                "Wait a little, then try again: what has come is kept.",
                server=self.host,
                status=status,
            )
        return HubFailed("The hub at {server} refuses (status {status}).", server=self.host, status=status)

    def is_no_hub(self) -> HubFailed:
        return HubFailed(
            "What answers at {server} is no hub of models.",
            "Check its address, and whether this network wants a login in a browser first.",
            server=self.host,
        )


def wait(seconds: float, tick: Tick) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        tick()
        time.sleep(min(WAIT_S, seconds))


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
            _close(pieces)


def _close(pieces: Iterator[Piece]) -> None:
    close: Callable[[], None] | None = getattr(pieces, "close", None)
    if close is not None:
        close()


def _seconds(retry_after: str) -> float:
    """A hub may also name a date: then, as where it names nothing, the usual wait."""
    try:
        return min(max(float(retry_after), 0.0), LONGEST_WAIT_S)
    except ValueError:
        return USUAL_WAIT_S
