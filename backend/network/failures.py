"""What can go wrong on the way to a server: one sentence each, whichever library found it out."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..errors import ProxyRefused, ServerFailed, ServerUntrusted
from ..message import Message


def untrusted(url: str, reason: str) -> ServerUntrusted:
    return ServerUntrusted(
        "The server at {server} could not prove that it is who it says: {reason}.",
        "Check the address; a certificate of your own has to be installed on this computer.",
        server=_server(url),
        reason=reason,
    )


def silent(url: str) -> ServerFailed:
    return ServerFailed(
        "The server at {server} said nothing for a long time.",
        "See there whether it is still busy, then ask again.",
        server=_server(url),
    )


def cut_off(url: str) -> ServerFailed:
    return ServerFailed(
        "The server at {server} ended the connection in the middle of its answer.",
        "Ask again; if it happens again, see what the server says in its own program.",
        server=_server(url),
    )


def proxy_refused() -> ProxyRefused:
    return ProxyRefused("The proxy wants another name or password.")


def unreachable(url: str, reason: object) -> ServerFailed:
    return ServerFailed(
        "The server at {server} cannot be reached: {reason}.",
        Message("Start it, or check its address."),
        server=_server(url),
        reason=reason,
    )


def _server(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2]
