"""Fetches a file through QGIS, with its proxy, certificates and authentication."""

from __future__ import annotations

from typing import Callable, Protocol

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .failures import InstallFailed, certificate_refused, no_network, proxy_refused, wrong_checksum

POLL_MS = 100
_REDIRECTS = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
_OF_PROXY = QNetworkReply.NetworkError.ProxyAuthenticationRequiredError
_OF_CERTIFICATE = QNetworkReply.NetworkError.SslHandshakeFailedError


class Fetch(Protocol):
    def __call__(self, url: str, limit: int, received: Callable[[int], None]) -> bytes:
        """The file, of at most `limit` bytes. Raises InstallFailed.

        `received` is called again and again with the bytes so far, and may raise to stop.
        """


def fetch_with_qgis(url: str, limit: int, received: Callable[[int], None]) -> bytes:
    """For a worker thread: it blocks, and Qt asks for a proxy's password on the main thread."""
    request = QNetworkRequest(QUrl(url))
    request.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, _REDIRECTS)
    reply = QgsNetworkAccessManager.instance().get(request)
    try:
        return _read(reply, url, limit, received)
    finally:
        reply.abort()
        reply.deleteLater()


def _read(reply: QNetworkReply, url: str, limit: int, received: Callable[[int], None]) -> bytes:
    loop, content = QEventLoop(), bytearray()
    for signal in (reply.finished, reply.readyRead):
        signal.connect(loop.quit)
    while True:
        is_finished = reply.isFinished()
        content += bytes(reply.readAll())
        received(len(content))
        if len(content) > limit:
            raise wrong_checksum(_name(url))
        if is_finished:
            break
        QTimer.singleShot(POLL_MS, loop.quit)
        loop.exec()
    error = reply.error()  # type: ignore[operator]
    if error != QNetworkReply.NetworkError.NoError:
        raise _failure(error, reply.errorString())
    return bytes(content)


def _failure(error: QNetworkReply.NetworkError, reason: str) -> InstallFailed:
    if error == _OF_PROXY:
        return proxy_refused()
    return certificate_refused(reason) if error == _OF_CERTIFICATE else no_network(reason)


def _name(url: str) -> str:
    return url.rpartition("/")[2]
