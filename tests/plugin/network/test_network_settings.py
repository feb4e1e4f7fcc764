"""QGIS's proxy and certificates and pip's index, as uv takes them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.network.network_settings import (  # noqa: E402
    NetworkSettings,
    index_of_pip,
    network_of_qgis,
    proxy_address,
)
from askmap.plugin.runtime.redaction import without_credentials  # noqa: E402
from qgis.core import QgsNetworkAccessManager  # noqa: E402
from qgis.PyQt.QtNetwork import QNetworkProxy  # noqa: E402

HTTP, SOCKS, NONE = (getattr(QNetworkProxy.ProxyType, f"{kind}Proxy") for kind in ("Http", "Socks5", "No"))


@pytest.fixture
def no_pip(monkeypatch, tmp_path):
    """Neither variables nor files of pip; the file that PIP_CONFIG_FILE names."""
    for name in ("INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "CERT"):
        monkeypatch.delenv(f"PIP_{name}", raising=False)
    monkeypatch.setattr("askmap.backend.packages.pip_config.pip_files", lambda: [tmp_path / "pip.conf"])
    return tmp_path / "pip.conf"


@pytest.mark.parametrize(
    ("proxy", "address"),
    [
        (QNetworkProxy(HTTP, "proxy.town", 3128), "http://proxy.town:3128"),
        (QNetworkProxy(HTTP, "proxy.town", 3128, "bob"), "http://bob@proxy.town:3128"),
        (QNetworkProxy(HTTP, "p", 1, "a:b", "c/d@e ü"), "http://a%3Ab:c%2Fd%40e%20%C3%BC@p:1"),
        (QNetworkProxy(SOCKS, "p", 1080), "socks5h://p:1080"),
        (QNetworkProxy(NONE), ""),
        (QNetworkProxy(HTTP, ""), ""),
    ],
)
def test_a_proxy_is_an_address_with_its_login(proxy, address):
    assert proxy_address(proxy) == address


def test_qgiss_own_proxy_and_certificates_are_found(qgis_app):
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()
    manager.setFallbackProxyAndExcludes(
        QNetworkProxy(HTTP, "proxy.town", 3128, "bob", "secret"), [], ["http://inside.town/x"]
    )
    network = network_of_qgis()
    manager.setFallbackProxyAndExcludes(*before)
    assert network.proxy == "http://bob:secret@proxy.town:3128"
    assert network.no_proxy == ("inside.town",)
    assert network.secrets == ("secret",)
    assert network.certificates.count("BEGIN CERTIFICATE") > 10


def test_variables_hold_all_of_it_and_nothing_for_another_python(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    network = NetworkSettings("http://a:b@p:1", ("inside",), "PEM", {"UV_DEFAULT_INDEX": "http://index"})
    found = network.variables(tmp_path)
    assert "PYTHONPATH" not in found
    assert {found["HTTPS_PROXY"], found["https_proxy"]} == {"http://a:b@p:1"}
    assert (found["NO_PROXY"], found["UV_DEFAULT_INDEX"]) == ("inside", "http://index")
    assert (tmp_path / "certificates.pem").read_text() == "PEM"
    assert found["SSL_CERT_FILE"] == str(tmp_path / "certificates.pem")


def test_what_pip_is_told_of_its_index_is_told_to_uv(no_pip):
    lines = ("[global]", "index-url = http://a/simple", "extra-index-url =", "  http://b", "  http://c")
    no_pip.write_text("\n".join((*lines, "find-links = /w /v", "")))
    assert index_of_pip() == {
        "UV_DEFAULT_INDEX": "http://a/simple",
        "UV_INDEX": "http://b http://c",
        "UV_FIND_LINKS": "/w,/v",
    }


def test_a_variable_of_pip_counts_more_than_its_file(no_pip, monkeypatch):
    no_pip.write_text("[install]\nindex-url = http://a/simple\n")
    monkeypatch.setenv("PIP_INDEX_URL", "http://z")
    assert index_of_pip() == {"UV_DEFAULT_INDEX": "http://z"}


def test_a_file_of_pip_that_nobody_can_read_stops_nothing(no_pip):
    no_pip.write_bytes(b"\xff\xfe[[[")
    assert index_of_pip() == {}


def test_logins_leave_no_trace_in_a_text():
    text = "at https://bob:pass@host/x and http://token@y, with s%3Acret"
    shown = without_credentials(text, ("s%3Acret",))
    assert shown == "at https://…@host/x and http://…@y, with …"


def test_passwords_of_an_index_are_secrets_too():
    network = NetworkSettings(index={"UV_INDEX": "https://a:one@x https://b:t%2Fwo@y"})
    assert set(network.secrets) == {"one", "t/wo", "t%2Fwo"}
