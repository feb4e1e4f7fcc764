"""What is said to a server and what it says: OpenAI's chat protocol, as local servers speak it.

Everything that comes is data: of bounded size and time, and only the texts are taken from it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..errors import ServerFailed
from ..message import Message
from ..network.transport import HttpHead, HttpRequest, Piece, Transport
from ..stages import Progress, Report
from ..text import printable
from .address import ServerAddress

MOST_BYTES = 4 << 20  # of one answer; 2,048 tokens with their envelopes have some 600 KB
MOST_MODELS = 1000
LONGEST_S = 900.0  # of one answer
TRIES, LONGEST_WAIT_S, USUAL_WAIT_S = 3, 30.0, 2.0  # where a server is busy
BUSY = (429, 503)
_NO_KEY = (401, 403)


@dataclass(frozen=True)
class ServedDecoding:
    """How the model shall write."""

    temperature: float
    seed: int
    most_tokens: int


@dataclass(frozen=True)
class Server:
    """A server, how its bytes come, and the key that it wants."""

    address: ServerAddress
    transport: Transport
    key: str = field(default="", repr=False)

    def models(self, report: Report) -> tuple[str, ...]:
        """Names of the models that it has, in its own order."""
        request = HttpRequest(f"{self.address.url}/models", key=self.key, first_byte_s=10.0)
        listed = _json(b"".join(self._pieces(request, report)), self.address)
        rows = listed.get("data") if isinstance(listed, dict) else None
        if not isinstance(rows, list):
            raise _no_server(self.address)
        names = (row.get("id") for row in rows[:MOST_MODELS] if isinstance(row, dict))
        return tuple(printable(name) for name in names if isinstance(name, str) and name)

    def written(
        self, picture: str, system: str, text: str, decoding: ServedDecoding, report: Report
    ) -> Iterator[str]:
        """What the model writes about a picture's data URL, as it comes; its thinking between <think> tags.

        ServerFailed where it fails, also in the middle; it is reported to all the time.
        """
        body = json.dumps(_asked(self.address.model, picture, system, text, decoding)).encode()
        request = HttpRequest(f"{self.address.url}/chat/completions", body, self.key)
        yield from _thought_in_tags(_deltas(self._pieces(request, report), self.address))

    def _pieces(self, request: HttpRequest, report: Report) -> Iterator[bytes]:
        """The body of an answer with status 200, after a busy server's wait."""
        for left in reversed(range(TRIES)):
            pieces = _watched(self.transport.send(request), self.address, report)
            head = next(pieces)
            if isinstance(head, HttpHead) and head.status in BUSY and left:
                _close(pieces)
                _wait(_seconds(head.retry_after), report)
                continue
            yield from self._body(head, pieces)
            return

    def _body(self, head: Piece, pieces: Iterator[Piece]) -> Iterator[bytes]:
        if not isinstance(head, HttpHead):
            raise _no_server(self.address)
        if head.status != 200:
            raise _refused(self.address, head.status, _start(pieces))
        if head.kind == "text/html":
            _close(pieces)
            raise _no_server(self.address)
        for piece in pieces:
            if isinstance(piece, bytes):
                yield piece


def _asked(model: str, picture: str, system: str, text: str, decoding: ServedDecoding) -> dict[str, Any]:
    shown = {"type": "image_url", "image_url": {"url": picture}}
    turns: list[dict[str, Any]] = [{"role": "system", "content": system}] if system else []
    turns.append({"role": "user", "content": [shown, {"type": "text", "text": text}]})
    return {
        "model": model,
        "messages": turns,
        "stream": True,
        "temperature": decoding.temperature,
        "seed": decoding.seed,
        "max_tokens": decoding.most_tokens,
    }


def _deltas(pieces: Iterator[bytes], address: ServerAddress) -> Iterator[tuple[str, bool]]:
    """(text, whether it is thinking) of a stream of events, or of one whole answer where nothing streams."""
    finished, whole = False, b""
    for line in _lines(pieces):
        data = line.partition(b":")[2].strip() if line.startswith(b"data:") else b""
        if not data:
            whole += b"" if line.startswith((b":", b"event:", b"id:", b"retry:")) else line
            yield "", False
            continue
        if data == b"[DONE]":
            return
        choice = _choice(_json(data, address), address)
        finished = finished or bool(choice.get("finish_reason"))
        yield from _texts(choice.get("delta"))
    if whole.strip():
        yield from _texts(_choice(_json(whole, address), address).get("message"))
    elif not finished:
        raise ServerFailed(
            "The server at {server} ended the connection in the middle of its answer.",
            "Ask again; if it happens again, see what the server says in its own program.",
            server=address.host,
        )


def _lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """b"" where a piece completes none, so that whoever waits is asked each time."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines or (b"",)
    yield rest


def _choice(event: object, address: ServerAddress) -> dict[str, Any]:
    """The first one; {} for an event without any, such as one that only counts tokens."""
    if isinstance(event, dict) and event.get("error"):
        raise _failed(address, _words(event["error"]))
    choices = event.get("choices") if isinstance(event, dict) else None
    if not isinstance(choices, list):
        raise _no_server(address)
    first = choices[0] if choices else {}
    return first if isinstance(first, dict) else {}


def _texts(part: object) -> Iterator[tuple[str, bool]]:
    if not isinstance(part, dict):
        return
    for name in ("reasoning_content", "reasoning", "thinking"):
        if isinstance(part.get(name), str) and part[name]:
            yield part[name], True
            break
    if isinstance(part.get("content"), str):
        yield part["content"], False


def _thought_in_tags(texts: Iterator[tuple[str, bool]]) -> Iterator[str]:
    """A server that sends thinking apart has taken its tags away."""
    is_open = False
    for text, is_thinking in texts:
        if text and is_thinking != is_open:
            yield "<think>" if is_thinking else "</think>"
            is_open = is_thinking
        yield text


def _watched(pieces: Iterator[Piece], address: ServerAddress, report: Report) -> Iterator[Piece]:
    """Asks for a stop at every piece, and bounds how much may come and how long it may take."""
    ends, count = time.monotonic() + LONGEST_S, 0
    try:
        for piece in pieces:
            report(Progress(0.0, Message("Reasoning")))
            count += len(piece) if isinstance(piece, bytes) else 0
            if count > MOST_BYTES or time.monotonic() > ends:
                raise _failed(address, Message("it does not come to an end"))
            if piece:
                yield piece
    finally:
        _close(pieces)


def _wait(seconds: float, report: Report) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        report(Progress(0.0, Message("The server is busy: waiting for it")))
        time.sleep(0.1)


def _seconds(retry_after: str) -> float:
    """A server may also name a date: then, as where it names nothing, the usual wait."""
    try:
        return min(max(float(retry_after), 0.0), LONGEST_WAIT_S)
    except ValueError:
        return USUAL_WAIT_S


def _start(pieces: Iterator[Piece]) -> str:
    """What a server says where it refuses: one line for the user."""
    body = b""
    for piece in pieces:
        body += piece if isinstance(piece, bytes) else b""
        if len(body) > 10_000:
            break
    _close(pieces)
    try:
        said = json.loads(body)
    except ValueError:
        return ""
    return _words(said.get("error", said) if isinstance(said, dict) else said)


def _words(said: object) -> str:
    text = said.get("message", "") if isinstance(said, dict) else said
    return " ".join(printable(str(text)).split())[:300].rstrip(".")


def _json(data: bytes, address: ServerAddress) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _no_server(address) from error


def _close(pieces: Iterator[Any]) -> None:
    close: Callable[[], None] | None = getattr(pieces, "close", None)
    if close is not None:
        close()


def _refused(address: ServerAddress, status: int, said: str) -> ServerFailed:
    if status in _NO_KEY:
        return ServerFailed(
            "The server at {server} wants a key, or another one (status {status}).",
            "Enter the key that its owner gave you.",
            server=address.host,
            status=status,
        )
    if status in BUSY:
        return ServerFailed(
            "The server at {server} is busy (status {status}).",
            "Wait a little, then ask again.",
            server=address.host,
            status=status,
        )
    if status == 404 or 300 <= status < 400:
        return ServerFailed(
            "The server at {server} has no «{model}», or its address is another one (status {status}).",
            "Choose one of the models that it lists; the address ends in /v1.",
            server=address.host,
            model=address.model,
            status=status,
        )
    return _failed(address, said or Message("status {status}", status=status))


def _failed(address: ServerAddress, reason: str) -> ServerFailed:
    return ServerFailed(
        "The server at {server} could not answer: {reason}.",
        "See what the server says in its own program; a model that sees pictures is needed.",
        server=address.host,
        reason=reason,
    )


def _no_server(address: ServerAddress) -> ServerFailed:
    return ServerFailed(
        "What answers at {server} does not speak OpenAI's protocol.",
        "Check the address: that of LM Studio, Ollama, llama.cpp and vLLM ends in /v1.",
        server=address.host,
    )
