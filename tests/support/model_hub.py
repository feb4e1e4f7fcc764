"""A hub of models on this machine, which answers as huggingface.co does, faults included."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.hub import download, pages

COMMIT = "c0ffee" * 6 + "c0de"
LARGE_BYTES = 1 << 20  # from which on a file's SHA-256 is told, as of those that git keeps apart
NEVER_WANTED = ("pytorch_model.bin", "run.py", "a/b.json", "../c.json")

Answer = Callable[["HubRequest"], None]


@dataclass
class HubRequest:
    """One request, and how to answer it."""

    handler: BaseHTTPRequestHandler
    name: str  # of the file; "" for the listing
    content: bytes

    @property
    def start(self) -> int:
        asked = self.handler.headers.get("Range", "bytes=0-")
        return int(asked.removeprefix("bytes=").rstrip("-"))

    def send(self, status: int, body: bytes = b"", length: int | None = None, **headers: str) -> None:
        """`length` may promise more than there is."""
        self.handler.send_response(status)
        self.handler.send_header("Content-Length", str(len(body) if length is None else length))
        for header, value in {"Content_Type": "application/octet-stream", **headers}.items():
            self.handler.send_header(header.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def send_part(self, most: int | None = None) -> None:
        """From the byte that is asked for; cut off after `most` bytes."""
        rest = self.content[self.start :]
        body = rest if most is None else rest[:most]
        if not self.start:
            self.send(200, body, len(rest))
            return
        last, whole = len(self.content) - 1, len(self.content)
        self.send(206, body, len(rest), Content_Range=f"bytes {self.start}-{last}/{whole}")


def no_change(listing: dict) -> None:
    """The listing as it is."""


@dataclass
class ModelHub:
    """`asked` keeps the path of every request, `headers` what came with it; `faults` are used up, by file."""

    folder: Path = POCKET / "reasoner"
    repository: str = "askmap/pocket"
    commit: str = COMMIT
    licence: str = "gpl-3.0"
    change: Callable[[dict], object] = no_change
    faults: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def listing(self) -> bytes:
        rows = [self.row(file) for file in sorted(self.folder.iterdir())]
        rows += [{"rfilename": name, "size": 9} for name in NEVER_WANTED]
        listing = {"id": self.repository, "sha": self.commit, "siblings": rows}
        listing["cardData"] = {"license": self.licence}
        self.change(listing)
        return json.dumps(listing).encode()

    @staticmethod
    def row(file: Path) -> dict[str, object]:
        content = file.read_bytes()
        git = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        row = {"rfilename": file.name, "size": len(content), "blobId": git}
        if len(content) >= LARGE_BYTES:
            digest = hashlib.sha256(content).hexdigest()
            row |= {"blobId": "0" * 40, "lfs": {"sha256": digest, "size": len(content), "pointerSize": 134}}
        return row

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = unquote(urlsplit(handler.path).path).strip("/")
        self.asked.append(handler.path)
        self.headers.append(dict(handler.headers))
        revisions = [f"api/models/{self.repository}/revision/{name}" for name in ("main", self.commit)]
        if path in revisions:
            request = HubRequest(handler, "", self.listing())
        elif path.startswith(f"{self.repository}/resolve/{self.commit}/"):
            file = self.folder / path.rpartition("/")[2]
            request = HubRequest(handler, file.name, file.read_bytes())
        else:
            HubRequest(handler, "", b"").send(404, b"Entry not found", Content_Type="text/plain")
            return
        waiting = self.faults.get(request.name, [])
        if waiting:
            waiting.pop(0)(request)
        elif request.name:
            request.send_part()
        else:
            request.send(200, request.content, Content_Type="application/json; charset=utf-8")


@contextmanager
def hub_of(hub: ModelHub) -> Iterator[ModelHub]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has stopped
                hub.answer(self)

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    hub.url = f"http://127.0.0.1:{listening.server_address[1]}"
    try:
        yield hub
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


def is_whole(hub: ModelHub, folder: Path) -> bool:
    """Whether all of the hub's model lies there, and nothing else."""
    wanted = {file.name: file.read_bytes() for file in hub.folder.iterdir()}
    return {file.name: file.read_bytes() for file in folder.iterdir()} == wanted


def do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two tries."""
    monkeypatch.setattr(download, "PAUSE_S", 0.01)
    monkeypatch.setattr(pages, "USUAL_WAIT_S", 0.01)
