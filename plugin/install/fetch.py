"""Fetches a file through QGIS, with its proxy, certificates and authentication."""

from __future__ import annotations

from typing import Callable, Optional, Protocol

from ...backend.errors import ProxyRefused, ServerFailed, ServerUntrusted
from ...backend.network.redirects import LedAstray, close, follow
from ...backend.network.transport import HttpRequest, Transport
from ..backend_messages import translate
from ..network.qgis_transport import QgisTransport
from .failures import InstallFailed, certificate_refused, no_network, proxy_refused, wrong_checksum

FIRST_BYTE_S = 60.0
OK = 200


class Fetch(Protocol):
    def __call__(self, url: str, limit: int, received: Callable[[int], None]) -> bytes:
        """The file, of at most `limit` bytes. Raises InstallFailed.

        `received` is called again and again with the bytes so far, and may raise to stop.
        """


def fetch_with_qgis(
    url: str, limit: int, received: Callable[[int], None], transport: Optional[Transport] = None
) -> bytes:
    """It blocks; off the main thread it needs a transport that was made there."""
    request = HttpRequest(url, first_byte_s=FIRST_BYTE_S, accept="*/*")
    try:
        return _fetch(transport or QgisTransport(), request, limit, received)
    except ServerFailed as error:
        raise _failure(error) from error
    except LedAstray as error:
        raise no_network(error.url) from error


def _fetch(transport: Transport, request: HttpRequest, limit: int, received: Callable[[int], None]) -> bytes:
    head, pieces = follow(transport, request, lambda: received(0))
    content = bytearray()
    try:
        if head.status != OK:
            raise no_network(f"{request.url}: {head.status}")
        for piece in pieces:
            content += piece if isinstance(piece, bytes) else b""
            received(len(content))
            if len(content) > limit:
                raise wrong_checksum(_name(request.url))
    finally:
        close(pieces)
    return bytes(content)


def _failure(error: ServerFailed) -> InstallFailed:
    if isinstance(error, ProxyRefused):
        return proxy_refused()
    reason = translate(error.message)
    return certificate_refused(reason) if isinstance(error, ServerUntrusted) else no_network(reason)


def _name(url: str) -> str:
    return url.rpartition("/")[2]
