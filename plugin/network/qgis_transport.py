"""The Transport of the plugin.

QGIS's network manager has its proxy, its certificates and its authentication, and asks the user for what is
missing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as Header
from functools import partial
from queue import Empty, Queue
from typing import Any, Callable, Optional, Union
from urllib.parse import urlsplit, urlunsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QThread, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...backend.errors import ServerFailed
from ...backend.network.failures import cut_off, proxy_refused, silent, unreachable, untrusted
from ...backend.network.transport import SILENCE_S, WAIT_S, HttpHead, HttpRequest, Piece, headers_of

PIECE_BYTES = 1 << 18
DELETE_MS = 500  # between two looks whether a window is answered
MOST_WAITING = 16  # pieces that have come and that nobody has taken yet; then the server has to wait
_TIMER_OF_QGIS = "timeoutTimer"  # it ends whatever is silent for as long as QGIS's options say

_Error = QNetworkReply.NetworkError
_OF_PROXY = (
    _Error.ProxyAuthenticationRequiredError,
    _Error.ProxyConnectionRefusedError,
    _Error.ProxyConnectionClosedError,
    _Error.ProxyNotFoundError,
    _Error.ProxyTimeoutError,
)
_OF_THE_WAY = (  # all others belong to an answer: 404 is one
    _Error.ConnectionRefusedError,
    _Error.RemoteHostClosedError,
    _Error.HostNotFoundError,
    _Error.TimeoutError,
    _Error.OperationCanceledError,
    _Error.SslHandshakeFailedError,
    _Error.TemporaryNetworkFailureError,
    _Error.NetworkSessionFailedError,
    _Error.BackgroundRequestNotAllowedError,
    _Error.TooManyRedirectsError,
    _Error.InsecureRedirectError,
    _Error.UnknownNetworkError,
    _Error.UnknownProxyError,
    _Error.ProtocolUnknownError,
    _Error.ProtocolInvalidOperationError,
    _Error.ProtocolFailure,
    *_OF_PROXY,
)


class QgisTransport:
    """What transport.Transport promises, for any thread. Made on the main thread, which has to be alive.

    There the replies live: PyQt hears late of the end of one on another thread, and takes the next one, which
    may lie at the same place in memory, for the one that has ended.
    """

    def __init__(self, parent: Optional[QObject] = None, silence_s: float = SILENCE_S) -> None:
        self._board, self._silence_s = _Board(parent), silence_s

    def send(self, request: HttpRequest) -> Iterator[Piece]:
        transfer = _Transfer(request)
        self._board.begun.emit(transfer)
        try:
            yield from self._pieces(transfer)
        finally:
            transfer.is_over = True
            if not sip.isdeleted(self._board):
                self._board.ended.emit(transfer)

    def close(self) -> None:
        """On the main thread: ends what is still under way."""
        self._board.end_all()

    def _pieces(self, transfer: _Transfer) -> Iterator[Piece]:
        latest, allowed_s = time.monotonic(), transfer.request.first_byte_s
        while True:
            came = self._board.next_of(transfer)
            if isinstance(came, _End):
                if came.error is not None:
                    raise came.error
                return
            if not came and time.monotonic() - latest > allowed_s:
                raise silent(transfer.request.url)
            yield came
            if came or transfer.is_below_window:
                latest, allowed_s = time.monotonic(), self._silence_s  # whoever took it may have been slow


@dataclass(frozen=True)
class _End:
    error: Optional[ServerFailed]


@dataclass(eq=False)
class _Transfer:
    """One request; what the main thread has read waits here for whoever asked."""

    request: HttpRequest
    waiting: Queue[Union[Piece, _End]] = field(default_factory=lambda: Queue(MOST_WAITING))
    reply: Optional[QNetworkReply] = None  # the main thread's alone, as what follows
    has_head: bool = False
    has_end: bool = False
    is_full: bool = False  # the rest is read when there is room again
    is_below_window: bool = False  # one that wants an answer, such as QGIS's about a certificate
    is_over: bool = False  # nobody asks any more
    level: int = 0  # of event loops in which it was begun
    slot: Optional[Callable[[], None]] = None


class _Board(QObject):
    """On the main thread: begins transfers, passes on what comes, and ends them."""

    begun, wanted, ended = pyqtSignal(object), pyqtSignal(object), pyqtSignal(object)  # each a _Transfer
    noted = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._under_way: list[_Transfer] = []
        self.begun.connect(self._begin)
        self.wanted.connect(self._pass_on)
        self.ended.connect(self._end)

    def next_of(self, transfer: _Transfer) -> Union[Piece, _End]:
        """On the thread of whoever asked; b"" where nothing came for WAIT_S."""
        is_here = QThread.currentThread() == QCoreApplication.instance().thread()
        if is_here and transfer.waiting.empty():
            self._wait_here()
        try:
            came = transfer.waiting.get(timeout=0 if is_here else WAIT_S)
        except Empty:
            came = b""
        if (transfer.is_full or not came) and not sip.isdeleted(self):
            self.wanted.emit(transfer)
        return came

    def _wait_here(self) -> None:
        loop = QEventLoop()
        self.noted.connect(loop.quit)
        QTimer.singleShot(round(1000 * WAIT_S), loop.quit)
        loop.exec()

    def _begin(self, transfer: _Transfer) -> None:
        if transfer.is_over:
            return
        request, manager = transfer.request, QgsNetworkAccessManager.instance()
        asked = _request(request)
        reply = manager.get(asked) if request.body is None else manager.post(asked, request.body)
        reply.setReadBufferSize(PIECE_BYTES * MOST_WAITING)
        timer = reply.findChild(QTimer, _TIMER_OF_QGIS)
        if timer is not None:  # a server that loads its model first takes longer than QGIS waits
            timer.blockSignals(True)  # stopped, QGIS would start it again
        transfer.reply, transfer.level = reply, _level()
        transfer.slot = partial(self._pass_on, transfer)
        self._under_way.append(transfer)
        for moment in _moments(reply):
            moment.connect(transfer.slot)
        self._pass_on(transfer)

    def _pass_on(self, transfer: _Transfer) -> None:
        reply = transfer.reply
        if reply is None or transfer.has_end:
            return
        transfer.is_below_window = _level() > transfer.level
        is_finished = reply.isFinished()
        if not transfer.has_head:
            head = _head_of(reply)
            transfer.has_head = head is not None
            if head is not None:
                transfer.waiting.put_nowait(head)
        if transfer.has_head:
            _read(reply, transfer)
        if is_finished and not transfer.is_full:
            transfer.has_end = True
            transfer.waiting.put(_End(_failure_of(reply, transfer)))
        self.noted.emit()

    def end_all(self) -> None:
        for transfer in tuple(self._under_way):
            transfer.is_over = True
            self._end(transfer)

    def _end(self, transfer: _Transfer) -> None:
        reply, transfer.reply = transfer.reply, None
        if reply is not None:
            self._under_way.remove(transfer)
            for moment in _moments(reply):
                moment.disconnect(transfer.slot)
            reply.abort()
            _delete(reply, transfer.level)


def _moments(reply: QNetworkReply) -> tuple[Any, ...]:
    return reply.metaDataChanged, reply.readyRead, reply.finished


def _level() -> int:
    """How many event loops run on this thread, one in another."""
    return QThread.currentThread().loopLevel()


def _delete(reply: QNetworkReply, level: int) -> None:
    """Not below a window in which QGIS asks about the reply, and after which it looks at it once more."""
    if sip.isdeleted(reply):
        return
    if _level() > level:
        QTimer.singleShot(DELETE_MS, partial(_delete, reply, level))
    else:
        reply.deleteLater()


def _read(reply: QNetworkReply, transfer: _Transfer) -> None:
    """As long as there is room, with one place left for the end."""
    while transfer.waiting.qsize() < MOST_WAITING - 1:
        content = reply.read(PIECE_BYTES)
        if not content:
            transfer.is_full = False
            return
        transfer.waiting.put_nowait(bytes(content))
    transfer.is_full = True


def _request(request: HttpRequest) -> QNetworkRequest:
    """Without a login in the address, which goes as a header, and without QGIS's cache of tiles."""
    parts = urlsplit(request.url)
    url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    asked, name = QNetworkRequest(QUrl(url)), QNetworkRequest.Attribute
    asked.setAttribute(name.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
    asked.setAttribute(name.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
    asked.setAttribute(name.CacheSaveControlAttribute, False)
    headers = {**headers_of(request), "Accept-Encoding": "identity"}  # else Qt counts unpacked bytes
    for header, value in headers.items():
        asked.setRawHeader(header.encode(), value.encode("latin-1", "replace"))
    return asked


def _head_of(reply: QNetworkReply) -> Optional[HttpHead]:
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    if status is None:
        return None
    more = (_raw(reply, name) for name in (b"Retry-After", b"Location", b"Content-Range"))
    return HttpHead(int(status), _kind(_raw(reply, b"Content-Type")), *more)


def _raw(reply: QNetworkReply, name: bytes) -> str:
    return bytes(reply.rawHeader(name)).decode("latin-1")


def _kind(text: str) -> str:
    header = Header()
    header["Content-Type"] = text
    return header.get_content_type()


def _failure_of(reply: QNetworkReply, transfer: _Transfer) -> Optional[ServerFailed]:
    """What went wrong on the way, as far as it was not the server that refused."""
    error, url = reply.error(), transfer.request.url  # type: ignore[operator]
    if error in _OF_THE_WAY or (not transfer.has_head and error != _Error.NoError):
        return _failure(error, reply.errorString().rstrip("."), url)
    return None if transfer.has_head else cut_off(url)


def _failure(error: QNetworkReply.NetworkError, reason: str, url: str) -> ServerFailed:
    if error == _Error.ProxyAuthenticationRequiredError:
        return proxy_refused()
    if error == _Error.SslHandshakeFailedError:
        return untrusted(url, reason)
    if error in (_Error.TimeoutError, _Error.OperationCanceledError):
        return silent(url)
    if error in (_Error.RemoteHostClosedError, _Error.ProtocolFailure, _Error.ProtocolInvalidOperationError):
        return cut_off(url)
    return unreachable(url, reason)
