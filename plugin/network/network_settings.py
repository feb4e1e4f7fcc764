"""How uv reaches the network: QGIS's proxy and certificates, and the package index that pip is told to use.

uv takes all of it from environment variables, which the list of processes does not show.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from ...backend.packages.catalogue import usual_index
from ...backend.packages.pip_config import index_of_pip

CERTIFICATES = "certificates.pem"
_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}
_MISLEADING = ("PYTHONPATH", "VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONSTARTUP")  # for another Python


@dataclass(frozen=True)
class NetworkSettings:
    """Read on the main thread, used on a worker."""

    proxy: str = ""  # an address, with the password in it
    no_proxy: tuple[str, ...] = ()  # hosts
    certificates: str = ""  # PEM; what QGIS trusts, or "" for what the system trusts
    index: Mapping[str, str] = field(default_factory=dict)  # variables of uv

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be shown."""
        found = []
        for address in (self.proxy, *self.index.values()):
            for part in address.replace(",", " ").split():
                url = QUrl(part)
                found += [url.password(), url.password(QUrl.ComponentFormattingOption.FullyEncoded)]
        return tuple(dict.fromkeys(filter(None, found)))

    def variables(self, folder: Path) -> dict[str, str]:
        """For uv; the certificates are written into the folder. Raises OSError."""
        found = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
        found.update({"UV_SYSTEM_CERTS": "true", "UV_INDEX_STRATEGY": "unsafe-best-match"})  # as pip does
        found.update({name: value for name, value in self.index.items() if not os.environ.get(name)})
        if self.proxy:
            found.update(dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), self.proxy))
            found.update(dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), self.proxy))
        if self.no_proxy:
            found["NO_PROXY"] = found["no_proxy"] = ",".join(self.no_proxy)
        if self.certificates and "SSL_CERT_FILE" not in found:
            (folder / CERTIFICATES).write_text(self.certificates, encoding="ascii")
            found["SSL_CERT_FILE"] = str(folder / CERTIFICATES)
        return found


def network_of_qgis() -> NetworkSettings:
    """Main thread only."""
    manager = QgsNetworkAccessManager.instance()
    excluded = (*manager.excludeList(), *manager.noProxyList())
    hosts = tuple(dict.fromkeys(filter(None, map(_host, excluded))))
    pem = bytes(QgsApplication.authManager().trustedCaCertsPemText()).decode("ascii", "ignore")
    return NetworkSettings(proxy_address(_proxy(manager)), hosts, pem, index_of_pip())


def proxy_address(proxy: QNetworkProxy) -> str:
    """ "" for none, or for a kind that uv does not know."""
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return ""
    user = quote(proxy.user(), safe="")
    login = f"{user}:{quote(proxy.password(), safe='')}@" if proxy.password() else f"{user}@" if user else ""
    return f"{scheme}://{login}{proxy.hostName()}:{proxy.port()}"


def _proxy(manager: QgsNetworkAccessManager) -> QNetworkProxy:
    """Of QGIS's settings, or the system's where they leave it to it."""
    proxy = manager.fallbackProxy()
    if proxy.type() == QNetworkProxy.ProxyType.DefaultProxy or manager.useSystemProxy():
        found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(usual_index())))
        return found[0] if found else QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
    return proxy


def _host(address: str) -> str:
    return QUrl(address).host() or address.split("/")[0]
