"""What stands where a reasoner's folder may stand: http://127.0.0.1:1234/v1#qwen2.5-vl-7b-instruct."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import SplitResult, quote, unquote, urlsplit

from ..errors import ServerFailed
from ..message import Message
from ..network.access import is_loopback
from ..text import printable

MOST_LETTERS = 2000
SCHEMES = ("http", "https")


@dataclass(frozen=True)
class ServerAddress:
    """A server and the model that is asked there."""

    url: str  # up to and with the version: http://127.0.0.1:1234/v1
    model: str  # as the server lists it; "" = the only one that it has

    def __str__(self) -> str:
        return f"{self.url}#{quote(self.model, safe='/:@')}" if self.model else self.url

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def is_here(self) -> bool:
        """Whether it is this computer: what is sent there does not leave it."""
        return is_loopback(self.host)


def is_address(text: str) -> bool:
    """Whether a server is meant, perhaps one that is written wrongly."""
    return text.strip().lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def address_from(text: str) -> ServerAddress:
    """ServerFailed with what is wrong with it. A server's own page is taken for its /v1."""
    cleaned = text.strip()
    try:
        parts = urlsplit(cleaned)
        _ = parts.port  # ValueError for one that is no number
    except ValueError as error:
        raise _wrong(cleaned, Message("it cannot be read")) from error
    reason = _fault(cleaned, parts)
    if reason:
        raise _wrong(cleaned, reason)
    path = parts.path.rstrip("/") or "/v1"
    return ServerAddress(f"{parts.scheme.lower()}://{parts.netloc}{path}", unquote(parts.fragment))


def _fault(text: str, parts: SplitResult) -> Message | None:
    if len(text) > MOST_LETTERS or text != printable(text) or " " in text:
        return Message("it cannot be read")
    if parts.scheme.lower() not in SCHEMES or not parts.hostname:
        return Message("it names no computer")
    if "@" in parts.netloc:
        return Message("a key or a password does not belong into it")
    if parts.query:
        return Message("nothing may stand behind a question mark")
    return None


def _wrong(text: str, reason: Message) -> ServerFailed:
    return ServerFailed(
        "«{text}» is no address of a server: {reason}.",
        "Write it as http://127.0.0.1:1234/v1#name-of-the-model.",
        text=_without_secret(text)[:200],
        reason=reason,
    )


def _without_secret(text: str) -> str:
    """An error may be shown and kept in a log."""
    before, at, after = text.rpartition("@")
    return f"{before.partition('://')[0]}://…@{after}" if at else text
