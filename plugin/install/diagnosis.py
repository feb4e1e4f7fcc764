"""What uv's last lines mean for the user."""

from __future__ import annotations

import re

from .failures import (
    InstallFailed,
    certificate_refused,
    disk_full,
    no_network,
    no_such_packages,
    not_writable,
    programs_forbidden,
    proxy_refused,
    unknown_failure,
    wrong_checksum,
)

_FULL = re.compile(r"No space left on device|os error (28|112|122)\b|[Qq]uota exceeded")
_DENIED = re.compile(r"Permission denied|Read-only file system|os error (5|13|30)\b")
_PROXY = re.compile(r"\b407\b|Proxy Authentication Required|proxy authorization", re.I)
_CERTIFICATE = re.compile(r"invalid peer certificate[^\n]*|UnknownIssuer|certificate verify failed", re.I)
_CHECKSUM = re.compile(r"Hash mismatch for `([^`]+)`")
_DAMAGED = re.compile(r"Failed to (?:extract|unzip|read)[^\n]*?([\w.-]+\.whl)|invalid (?:Zip|zip)[^\n]*")
_NETWORK = re.compile(
    r"Failed to fetch|error sending request|dns error|[Cc]onnection (?:refused|reset|closed)|timed out"
    r"|operation timeout|network connectivity is disabled|Request failed after"
    r"|HTTP status (?:client|server) error|error decoding response body|body from connection"
    r"|end of file before message"
)
_NOT_STARTED = re.compile(r"^askmap cannot start it: (.+)$", re.M)  # says program.py
_UNSOLVABLE = re.compile(r"No solution found|no wheels? with a matching|has no usable wheels", re.I)
_CAUSE = re.compile(r"^\s*(?:cause|error):\s*(.+)$", re.M)


def diagnose(output: str, place: object) -> InstallFailed:
    """The output is scrubbed already; the first meaning that fits, the surest ones first."""
    causes = _CAUSE.findall(output) or output.strip().splitlines()[-1:]
    last = causes[-1] if causes else ""
    not_started = _NOT_STARTED.search(output)
    if not_started:
        return programs_forbidden(place, not_started[1])
    if _FULL.search(output):
        return disk_full()
    if _PROXY.search(output):
        return proxy_refused()
    if _CERTIFICATE.search(output):
        return certificate_refused(last)
    checksum = _CHECKSUM.search(output)
    if checksum:
        return wrong_checksum(checksum[1])
    if _NETWORK.search(output):
        return no_network(last)
    damaged = _DAMAGED.search(output)
    if damaged:
        return wrong_checksum(damaged[1] or last)
    if _UNSOLVABLE.search(output):
        return no_such_packages(causes[1] if len(causes) > 1 else last)
    return not_writable(place, last) if _DENIED.search(output) else unknown_failure(last)
