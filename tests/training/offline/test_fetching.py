"""Wheels fetched over a true socket: whole, cut short, away, behind a login."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from askmap.training.offline import fetching
from askmap.training.offline.fetching import NotFetched, fetch

CONTENT = 3_000_000 * b"x"


class Desk(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []
    bad_answers = 0

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("Authorization", "")))
        self.send_response(200 if "wheel" in self.path else 404)
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        is_bad = type(self).bad_answers > 0
        type(self).bad_answers -= 1
        with suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(CONTENT[: 1000 if is_bad else None])
        self.close_connection = True

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def address(monkeypatch) -> Iterator[str]:
    monkeypatch.setattr(fetching, "_PAUSE_S", 0)
    monkeypatch.setattr(Desk, "asked", [])
    monkeypatch.setattr(Desk, "bad_answers", 0)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def place(tmp_path) -> Path:
    return tmp_path / "wheel"


def test_a_file_is_fetched_and_counted(address, place):
    counts: list[int] = []
    fetch(f"http://{address}/wheel", place, counts.append)
    assert place.read_bytes() == CONTENT
    assert counts == sorted(counts)
    assert counts[-1] == len(CONTENT)


def test_a_connection_that_ends_early_is_tried_again(address, place, monkeypatch):
    monkeypatch.setattr(Desk, "bad_answers", 2)
    fetch(f"http://{address}/wheel", place, lambda count: None)
    assert place.read_bytes() == CONTENT
    assert len(Desk.asked) == 3


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/wheel-1.whl", "http://{address}/gone-1.whl"])
def test_what_cannot_be_had_is_named_with_the_next_step(address, place, url):
    with pytest.raises(NotFetched, match=r"-1\.whl could not be fetched: .") as caught:
        fetch(url.format(address=address), place, lambda count: None)
    assert "network" in caught.value.hint


def test_a_login_in_the_address_is_sent_as_one(address, place):
    fetch(f"http://bob:s%3Acret@{address}/wheel", place, lambda count: None)
    assert Desk.asked == [("/wheel", "Basic " + b64encode(b"bob:s:cret").decode())]


def test_a_file_of_this_disk_is_copied(place, tmp_path):
    source = tmp_path / "a ü.whl"
    source.write_bytes(CONTENT)
    fetch(source.as_uri(), place, lambda count: None)
    assert place.read_bytes() == CONTENT


def test_a_disk_that_cannot_be_written_is_no_fault_of_the_network(address, tmp_path):
    with pytest.raises(OSError, match="directory"):
        fetch(f"http://{address}/wheel", tmp_path / "away" / "wheel", lambda count: None)
