"""A small server of OpenAI's chat protocol on this machine, which does what a test wants, faults included."""

from __future__ import annotations

import json
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

Asked = dict[str, Any]
Write = Callable[[Asked], Iterator[str]]  # what is asked, to the pieces of the answer


def event(piece: str, kind: str = "content") -> bytes:
    choice = {"index": 0, "delta": {kind: piece}, "finish_reason": None}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"


def last_event() -> bytes:
    choice = {"index": 0, "delta": {}, "finish_reason": "stop"}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\ndata: [DONE]\n\n"


def picture_of(asked: Asked) -> np.ndarray:
    """(H, W, 3): the picture that came with a question."""
    (url,) = (part["image_url"]["url"] for part in asked["messages"][-1]["content"] if "image_url" in part)
    return np.asarray(Image.open(BytesIO(b64decode(url.partition(",")[2]))))


def text_of(asked: Asked) -> str:
    (text,) = (part["text"] for part in asked["messages"][-1]["content"] if part["type"] == "text")
    return str(text)


def red_box_of(asked: Asked) -> tuple[int, int, int, int] | None:
    """Where the picture is red, in its own pixels."""
    picture = picture_of(asked).astype(int)
    rows, columns = np.nonzero((picture[..., 0] > 180) & (picture[..., 1:].max(-1) < 90))
    if not len(rows):
        return None
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def boxed(*box: float) -> str:
    return f'<think>Something red.</think><answer>[{{"bbox_2d": {json.dumps(box)}, "label": "red"}}]</answer>'


def pointing(counts: Callable[[float, float, int, int], tuple[float, float]]) -> Write:
    """A model that sees red things and counts in its own way: (x, y, width, height) to two numbers."""

    def write(asked: Asked) -> Iterator[str]:
        height, width = picture_of(asked).shape[:2]
        box = red_box_of(asked)
        corners = [counts(*box[at : at + 2], width, height) for at in (0, 2)] if box else []
        yield boxed(*corners[0], *corners[1]) if box else "<think>Nothing.</think><answer>[]</answer>"

    return write


def in_thousandths(x: float, y: float, width: int, height: int) -> tuple[float, float]:
    return round(1000 * x / width), round(1000 * y / height)


@dataclass
class ModelServer:
    """`asked` keeps every question and `headers` what came with it."""

    write: Write = field(default_factory=lambda: pointing(in_thousandths))
    models: tuple[str, ...] = ("looker-7b",)
    answer: Callable[[BaseHTTPRequestHandler, Asked], None] | None = None  # in place of streaming `write`
    asked: list[Asked] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def stream(self, handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        start(handler)
        for piece in self.write(asked):
            handler.wfile.write(event(piece))
            handler.wfile.flush()
        handler.wfile.write(last_event())


def start(
    handler: BaseHTTPRequestHandler, status: int = 200, kind: str = "text/event-stream", **more
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    for name, value in more.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


@contextmanager
def serving(server: ModelServer) -> Iterator[ModelServer]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            server.headers.append(dict(self.headers))
            start(self, kind="application/json")
            self.wfile.write(json.dumps({"data": [{"id": name} for name in server.models]}).encode())

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append(asked)
            server.headers.append(dict(self.headers))
            with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has stopped
                (server.answer or server.stream)(self, asked)

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    server.url = f"http://127.0.0.1:{listening.server_address[1]}/v1"
    try:
        yield server
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


def slowly(pieces: Iterator[str], seconds: float) -> Iterator[str]:
    for piece in pieces:
        yield piece
        time.sleep(seconds)
