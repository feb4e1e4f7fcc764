"""The Transport of the shell and of the engine's own process."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from queue import Empty, Full, Queue
from threading import Thread
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from ..errors import ServerFailed
from .access import ServerAccess, is_loopback
from .failures import cut_off, silent, unreachable, untrusted
from .transport import CONNECT_S, SILENCE_S, WAIT_S, HttpHead, HttpRequest, Piece, headers_of, login_of

PIECE_BYTES = 1 << 16
MOST_WAITING = 256  # pieces that were read and that nobody has taken yet


@dataclass(frozen=True)
class HttpTransport:
    """What transport.Transport promises; the key of `access` is the request's affair."""

    access: ServerAccess = ServerAccess()

    def send(self, request: HttpRequest) -> Iterator[Piece]:
        exchange = _Exchange(request, self.access)
        reader = Thread(target=exchange.run, name="askmap-http")
        reader.start()
        try:
            yield from exchange.pieces()
        finally:
            exchange.end()
            reader.join()


@dataclass
class _Exchange:
    """One request; what its thread reads goes through a queue, whose last item is None or an error."""

    request: HttpRequest
    access: ServerAccess
    _read: Queue[Piece | ServerFailed | None] = field(default_factory=lambda: Queue(MOST_WAITING))
    _connection: HTTPConnection | None = None
    _socket: socket.socket | None = None  # the connection forgets it when the server will close it
    _ended: bool = False

    def pieces(self) -> Iterator[Piece]:
        while True:
            try:
                piece = self._read.get(timeout=WAIT_S)
            except Empty:
                piece = b""
            if piece is None:
                return
            if isinstance(piece, ServerFailed):
                raise piece
            yield piece

    def end(self) -> None:
        """Wakes the thread, whatever it waits for but the connection itself."""
        self._ended = True
        if self._socket is not None:
            with suppress(OSError):  # it is closed already
                self._socket.shutdown(socket.SHUT_RDWR)

    def run(self) -> None:
        try:
            self._exchange()
            self._put(None)
        except (OSError, HTTPException, ValueError) as error:  # a key or an address of odd letters
            self._put(failure(self.request.url, error))
        finally:
            if self._connection is not None:
                self._connection.close()

    def _exchange(self) -> None:
        url = urlsplit(self.request.url)
        self._connection, target, proxy_login = _connection(url, self.access)
        self._connection.connect()
        self._socket = self._connection.sock
        if self._ended:
            return
        self._socket.settimeout(self.request.first_byte_s)
        method = "GET" if self.request.body is None else "POST"
        headers = {**headers_of(self.request), **proxy_login}
        self._connection.request(method, target, self.request.body, headers)
        response = self._connection.getresponse()
        self._put(_head_of(response))
        self._socket.settimeout(SILENCE_S)
        for piece in iter(lambda: response.read1(PIECE_BYTES), b""):
            self._put(piece)
        if response.length and not self._ended:
            raise IncompleteRead(b"", response.length)

    def _put(self, piece: Piece | ServerFailed | None) -> None:
        """Waits until there is room: a disk may be slower than a network. Nothing is put once all is over."""
        while not self._ended:
            with suppress(Full):
                self._read.put(piece, timeout=WAIT_S)
                return


def _head_of(response: HTTPResponse) -> HttpHead:
    headers = response.headers
    more = (headers.get(name, "") for name in ("Retry-After", "Location", "Content-Range"))
    return HttpHead(response.status, headers.get_content_type(), *more)


def _connection(url: SplitResult, access: ServerAccess) -> tuple[HTTPConnection, str, dict[str, str]]:
    """Through the proxy, if there is one; with what is asked for there, and the login that a proxy wants."""
    proxy = proxy_of(url, access)
    host, port = (
        (unquote(proxy.hostname or ""), proxy.port or 80) if proxy else (url.hostname or "", url.port)
    )
    login, path = (
        login_of(proxy, "Proxy-Authorization"),
        (url.path or "/") + (f"?{url.query}" if url.query else ""),
    )
    if url.scheme == "http":
        asked = f"http://{url.netloc.rpartition('@')[2]}{path}" if proxy else path
        return HTTPConnection(host, port, timeout=CONNECT_S), asked, login
    context = ssl.create_default_context(cadata=access.certificates or None)
    connection = HTTPSConnection(host, port, timeout=CONNECT_S, context=context)
    if proxy:
        connection.set_tunnel(url.hostname or "", url.port or 443, login)
    return connection, path, {}


def proxy_of(url: SplitResult, access: ServerAccess) -> SplitResult | None:
    """None where a server is asked directly, as one on this computer always is."""
    host = url.hostname or ""
    if is_loopback(host) or host in access.no_proxy or (not access.proxy and proxy_bypass(host)):
        return None
    proxy = urlsplit(access.proxy or getproxies().get(url.scheme, ""))
    return proxy if proxy.hostname and proxy.scheme == "http" else None


def failure(url: str, error: Exception) -> ServerFailed:
    """One sentence for what went wrong on the way."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return untrusted(url, error.verify_message)
    if isinstance(error, TimeoutError):
        return silent(url)
    if isinstance(error, (HTTPException, ConnectionResetError, BrokenPipeError)):
        return cut_off(url)
    return unreachable(url, getattr(error, "strerror", None) or error)
