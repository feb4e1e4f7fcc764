"""How uv reaches the network: QGIS's proxy and certificates, and the package index that pip is told to use.

uv takes all of it from environment variables, which the list of processes does not show.
"""

from __future__ import annotations

import configparser
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from .plan import DATA

CERTIFICATES = "certificates.pem"
_PIP_TO_UV = {  # an option of pip: uv's variable, and what stands between several values
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
}
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


def index_of_pip() -> dict[str, str]:
    """What pip's own files and variables say of the index, as uv's variables."""
    options: dict[str, str] = {}
    for file in pip_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue  # pip would refuse it; what is said there is no reason not to install
        for section in ("global", "install"):
            options.update(parser[section] if parser.has_section(section) else {})
    found = {}
    for option, (variable, between) in _PIP_TO_UV.items():
        values = _of_pip(option, options).split()
        if values:
            found[variable] = between.join(values)
    certificates = _of_pip("cert", options)
    return {**found, "SSL_CERT_FILE": certificates} if certificates else found


def _of_pip(option: str, options: Mapping[str, str]) -> str:
    """A variable counts more than the files."""
    return os.environ.get("PIP_" + option.upper().replace("-", "_")) or options.get(option, "")


def pip_files() -> list[Path]:
    """In pip's order, the most general one first."""
    home = Path.home()
    if sys.platform == "win32":
        user = Path(os.environ.get("APPDATA", home), "pip", "pip.ini")
        files = [Path(os.environ.get("PROGRAMDATA", "C:/ProgramData"), "pip", "pip.ini"), user]
    else:
        general = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf")]
        support = Path("Library", "Application Support", "pip", "pip.conf")
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config", "pip", "pip.conf")
        files = [*general, "/" / support, home / support, home / ".pip" / "pip.conf", config]
    own = os.environ.get("PIP_CONFIG_FILE")
    return [*files, *([Path(own)] if own else [])]


def _proxy(manager: QgsNetworkAccessManager) -> QNetworkProxy:
    """Of QGIS's settings, or the system's where they leave it to it."""
    proxy = manager.fallbackProxy()
    if proxy.type() == QNetworkProxy.ProxyType.DefaultProxy or manager.useSystemProxy():
        found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(_usual_index())))
        return found[0] if found else QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)
    return proxy


def _usual_index() -> str:
    """Where packages come from, unless pip is told otherwise."""
    return str(json.loads(DATA.read_text(encoding="utf-8"))["index"])


def _host(address: str) -> str:
    return QUrl(address).host() or address.split("/")[0]
