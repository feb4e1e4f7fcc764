"""How a hub's pages are opened: redirects are followed, refusals are explained, a busy hub is waited for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..errors import HubFailed
from ..message import Message
from ..network.redirects import LedAstray, Tick, close, follow
from ..network.transport import WAIT_S, HttpHead, HttpRequest, Piece, Transport
from ..text import printable

FIRST_BYTE_S = 30.0
TRIES, USUAL_WAIT_S, LONGEST_WAIT_S = 3, 2.0, 60.0  # where a hub is busy
BUSY = (429, 503)


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
            close(pieces)

    def _open(self, request: HttpRequest, tick: Tick) -> tuple[HttpHead, Iterator[Piece]]:
        """Of a busy hub its last refusal, after it was waited for."""
        for left in reversed(range(TRIES)):
            head, pieces = self._follow(request, tick)
            if head.status not in BUSY or not left:
                break
            close(pieces)
            wait(_seconds(head.retry_after), tick)
        return head, pieces

    def _follow(self, request: HttpRequest, tick: Tick) -> tuple[HttpHead, Iterator[Piece]]:
        try:
            return follow(self.transport, request, tick)
        except LedAstray as error:
            raise self._astray(error.url) from error

    def _astray(self, url: str) -> HubFailed:
        if not url:
            return HubFailed(
                "The hub at {server} leads from address to address without an end.",
                Message("Check the address of the hub."),
                server=self.host,
            )
        return HubFailed(
            "The hub at {server} leads to an address that is not safe: {url}.",
            Message("Check the address of the hub."),
            server=self.host,
            url=printable(url)[:200],
        )

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


def _seconds(retry_after: str) -> float:
    """A hub may also name a date: then, as where it names nothing, the usual wait."""
    try:
        return min(max(float(retry_after), 0.0), LONGEST_WAIT_S)
    except ValueError:
        return USUAL_WAIT_S
