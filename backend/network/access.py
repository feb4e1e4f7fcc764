"""What it takes to reach a server: a key, a proxy, certificates."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address


@dataclass(frozen=True)
class ServerAccess:
    """What it takes to reach a server; it is kept in no history and shown in no log."""

    key: str = field(default="", repr=False)
    proxy: str = field(default="", repr=False)  # an address, with the password in it; "" = the system's
    no_proxy: tuple[str, ...] = ()  # hosts that are reached without it
    certificates: str = field(default="", repr=False)  # PEM; "" = what the system trusts


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
