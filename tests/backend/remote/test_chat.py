"""A conversation with a real local server, and all that it may do wrong."""

from __future__ import annotations

import json
import threading
import time
from base64 import b64decode
from types import SimpleNamespace
from urllib.parse import urlsplit

import numpy as np
import pytest
from askmap.backend.errors import Cancelled, ServerFailed
from askmap.backend.network import http_transport
from askmap.backend.network.access import ServerAccess
from askmap.backend.network.http_transport import HttpTransport
from askmap.backend.remote import chat
from askmap.backend.remote.address import ServerAddress
from askmap.backend.remote.chat import ServedDecoding, Server
from askmap.backend.remote.sent import data_url
from askmap.backend.stages import ignore
from model_server import ModelServer, event, last_event, picture_of, serving, slowly, start, text_of

IMAGE = np.arange(6 * 8 * 3, dtype=np.uint8).reshape(6, 8, 3)
PICTURE = data_url(IMAGE)
WANTED = ServedDecoding(temperature=0.5, seed=7, most_tokens=99)
SAID = ["<think>Two roofs.</think>", "<answer>[]</answer>"]


@pytest.fixture
def server():
    with serving(ModelServer(write=lambda asked: iter(SAID))) as running:
        yield running


def asking(server, key="", model="looker-7b"):
    return Server(ServerAddress(server.url, model), HttpTransport(), key)


def written(server, report=ignore, **more):
    return "".join(asking(server, **more).written(PICTURE, "Be brief.", "Where?", WANTED, report))


def test_what_the_model_writes_comes_as_it_was_written(server):
    assert written(server) == "".join(SAID)


def test_the_picture_goes_there_without_a_loss_and_the_question_beside_it(server):
    written(server)
    (asked,) = server.asked
    assert np.array_equal(picture_of(asked), IMAGE)
    assert text_of(asked) == "Where?"
    assert asked["messages"][0] == {"role": "system", "content": "Be brief."}
    assert asked["model"] == "looker-7b"
    assert (asked["temperature"], asked["seed"], asked["max_tokens"]) == (0.5, 7, 99)


def test_the_key_goes_there_and_nowhere_else(server):
    asked = asking(server, key="sk-secret")
    asked.models(ignore)
    list(asked.written(PICTURE, "", "Where?", WANTED, ignore))
    assert {headers.get("Authorization") for headers in server.headers} == {"Bearer sk-secret"}
    assert "sk-secret" not in repr(asked)
    written(server)
    assert "Authorization" not in server.headers[-1]


def test_a_key_that_cannot_be_sent_is_no_endless_wait(server):
    with pytest.raises(ServerFailed, match="cannot be reached"):
        asking(server, key="ключ").models(ignore)
    assert server.headers == []


def test_its_models_are_listed_in_its_order(server):
    server.models = ("b", "a", "Qwen/Qwen3-VL-8B")
    assert asking(server).models(ignore) == ("b", "a", "Qwen/Qwen3-VL-8B")


@pytest.mark.parametrize("kind", ["reasoning_content", "reasoning", "thinking"])
def test_thinking_that_comes_apart_stands_in_its_tags_again(server, kind):
    def answer(handler, asked):
        start(handler)
        handler.wfile.write(event("Two ", kind) + event("roofs.", kind) + event("<answer>[]") + last_event())

    server.answer = answer
    assert written(server) == "<think>Two roofs.</think><answer>[]"


def test_a_server_that_does_not_stream_is_read_all_the_same(server):
    def answer(handler, asked):
        start(handler, kind="application/json")
        handler.wfile.write(
            json.dumps({"choices": [{"message": {"content": "<answer>[]</answer>"}}]}).encode()
        )

    server.answer = answer
    assert written(server) == "<answer>[]</answer>"


def test_odd_but_lawful_streams_are_read(server):
    def answer(handler, asked):
        start(handler)
        whole = (
            b": ping\n\nevent: message\nid: 7\n" + event("caf\u00e9 ").replace(b"\n\n", b"\r\n\r\n")
            + b'data: {"choices": []}\n\n' + b'data: {"choices": [{"delta": {"content": null}}]}\n\n'
            + event("\u6771") + last_event()
        )  # fmt: skip
        for byte in range(0, len(whole), 7):  # cut anywhere, in the middle of a letter too
            handler.wfile.write(whole[byte : byte + 7])
            handler.wfile.flush()

    server.answer = answer
    assert written(server) == "caf\u00e9 \u6771"


def cut(handler, asked):
    start(handler)
    handler.wfile.write(event("<think>Two"))


def cut_in_a_body_of_told_length(handler, asked):
    start(handler, Content_Length="1000")
    handler.wfile.write(event("<think>Two"))


def failing(status, body=b"", kind="application/json", **headers):
    def answer(handler, asked):
        start(handler, status, kind, **headers)
        handler.wfile.write(body)

    return answer


def with_body(body, kind="text/event-stream"):
    return failing(200, body, kind)


OUT_OF_MEMORY = json.dumps({"error": {"message": "CUDA out of memory\n\x1b[31m", "code": 500}}).encode()
NO_VISION = json.dumps({"error": "model does not support image input"}).encode()


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (cut, "in the middle of its answer"),
        (cut_in_a_body_of_told_length, "in the middle of its answer"),
        (failing(500, OUT_OF_MEMORY), "could not answer: CUDA out of memory"),
        (failing(400, NO_VISION), "could not answer: model does not support image input"),
        (failing(500), "could not answer: status 500"),
        (failing(502, b"<html>bad gateway</html>", "text/html"), "could not answer: status 502"),
        (failing(401, b"{}"), "wants a key"),
        (failing(403), "wants a key"),
        (failing(404, b"{}"), "has no «looker-7b»"),
        (failing(307, Location="http://127.0.0.1:9/v1"), "another one (status 307)"),
        (with_body(b"<html>Welcome to my router</html>", "text/html"), "does not speak OpenAI's protocol"),
        (with_body(b"data: {not json}\n\n"), "does not speak OpenAI's protocol"),
        (with_body(b"\x00\xff\xfe" * 99), "does not speak OpenAI's protocol"),
        (with_body(b"data: [1, 2]\n\n"), "does not speak OpenAI's protocol"),
        (with_body(b"data: " + b"[" * 100_000 + b"\n\n"), "does not speak OpenAI's protocol"),
        (with_body(b'data: {"error": {"message": "context too long"}}\n\n'), "context too long"),
        (with_body(b""), "in the middle of its answer"),
        (with_body(b"data: " + b"x" * (5 << 20)), "does not come to an end"),
    ],
)
def test_each_fault_is_one_sentence_and_a_next_step(server, answer, sentence):
    server.answer = answer
    with pytest.raises(ServerFailed) as failed:
        written(server)
    assert sentence in str(failed.value)
    assert failed.value.hint
    assert "\x1b" not in failed.value.full_text
    assert len(server.asked) == 1  # a redirect is not followed


def test_what_was_written_before_a_cut_is_there(server):
    server.answer = cut
    heard: list[str] = []
    pieces = asking(server).written(PICTURE, "", "Where?", WANTED, ignore)
    with pytest.raises(ServerFailed):
        heard.extend(pieces)
    assert "".join(heard) == "<think>Two"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_after_as_long_as_it_says(server, status):
    busy = failing(status, Retry_After="0.2")

    def answer(handler, asked):
        (busy if len(server.asked) < 3 else server.stream)(handler, asked)

    server.answer = answer
    steps = []
    assert written(server, lambda progress: steps.append(str(progress.step))) == "".join(SAID)
    assert len(server.asked) == 3
    assert "The server is busy: waiting for it" in steps


def test_one_that_stays_busy_is_told(server):
    server.answer = failing(429, Retry_After="0")
    with pytest.raises(ServerFailed, match="is busy"):
        written(server)
    assert len(server.asked) == chat.TRIES


@pytest.mark.parametrize("said", ["", "soon", "-5", "nan", "1e9", "Fri, 31 Dec 2027 23:59:59 GMT"])
def test_nobody_waits_for_ever(said, monkeypatch, server):
    now = iter(np.arange(0.0, 1e4, 0.5))
    waits = SimpleNamespace(monotonic=lambda: float(next(now)), sleep=lambda seconds: None)
    monkeypatch.setattr(chat, "time", waits)
    server.answer = failing(503, Retry_After=said) if said else failing(503)
    with pytest.raises(ServerFailed, match="is busy"):
        written(server)
    assert len(server.asked) == chat.TRIES


@pytest.mark.parametrize("when", ["before the head", "in the body", "while it is busy"])
def test_a_stop_is_heard_whatever_is_waited_for(server, when):
    gone = threading.Event()

    def answer(handler, asked):
        if when == "while it is busy":
            return failing(429, Retry_After="30")(handler, asked)
        if when == "in the body":
            start(handler)
            handler.wfile.write(event("Well"))
        handler.connection.settimeout(20)
        gone.set() if handler.connection.recv(1) == b"" else None
        return None

    def report(event):
        nonlocal count
        count += 1
        if count > 4:
            raise Cancelled

    count = 0
    server.answer = answer
    with pytest.raises(Cancelled):
        written(server, report)
    assert when == "while it is busy" or gone.wait(20)  # the connection is closed, not left open
    assert not [thread for thread in threading.enumerate() if thread.name == "askmap-http"]


def test_one_that_falls_silent_is_told(server, monkeypatch):
    monkeypatch.setattr(http_transport, "SILENCE_S", 0.3)

    def answer(handler, asked):
        start(handler)
        handler.wfile.write(event("Well"))
        handler.wfile.flush()
        time.sleep(2)

    server.answer = answer
    with pytest.raises(ServerFailed, match="said nothing for a long time"):
        written(server)


def test_one_that_drips_for_ever_is_left(server, monkeypatch):
    monkeypatch.setattr(chat, "LONGEST_S", 0.5)
    server.write = lambda asked: slowly(iter(["a "] * 1000), 0.05)
    with pytest.raises(ServerFailed, match="does not come to an end"):
        written(server)


def test_a_server_that_is_not_there_is_told():
    with serving(ModelServer()) as server:
        pass
    with pytest.raises(ServerFailed, match="cannot be reached") as failed:
        written(server)
    assert "Start it" in failed.value.hint
    with pytest.raises(ServerFailed, match="cannot be reached"):
        asking(server).models(ignore)


def test_a_name_that_nobody_has_is_told():
    nowhere = SimpleNamespace(url="http://nobody.invalid/v1")
    with pytest.raises(ServerFailed, match="nobody.invalid"):
        written(nowhere)


def test_a_server_that_cannot_prove_who_it_is_is_not_asked(server, tmp_path):
    secure = SimpleNamespace(url=server.url.replace("http://", "https://"))
    with pytest.raises(ServerFailed):
        written(secure, key="sk-secret")
    assert not server.asked


def test_a_proxy_is_asked_with_its_password_and_this_computer_without_it(monkeypatch):
    monkeypatch.setattr(http_transport, "is_loopback", lambda host: False)  # as if it were far away
    with serving(ModelServer(write=lambda asked: iter(SAID))) as proxy:
        address = proxy.url.replace("http://", "http://me:a%40b@").removesuffix("/v1")
        transport = HttpTransport(ServerAccess(proxy=address))
        far = Server(ServerAddress("http://far.invalid/v1", "looker-7b"), transport)
        assert "".join(far.written(PICTURE, "", "Where?", WANTED, ignore)) == "".join(SAID)
        assert proxy.headers[-1]["Host"] == "far.invalid"
        assert b64decode(proxy.headers[-1]["Proxy-Authorization"].split()[1]) == b"me:a@b"
        monkeypatch.undo()
        near = Server(ServerAddress(proxy.url, "looker-7b"), transport)
        near.models(ignore)
        assert "Proxy-Authorization" not in proxy.headers[-1]


@pytest.mark.parametrize(
    ("url", "access", "expected"),
    [
        ("http://127.0.0.1/v1", ServerAccess(proxy="http://proxy:3128"), None),
        ("http://far.example/v1", ServerAccess(proxy="http://proxy:3128"), "proxy"),
        ("http://far.example/v1", ServerAccess(proxy="http://proxy:3128", no_proxy=("far.example",)), None),
        ("http://far.example/v1", ServerAccess(), None),
    ],
)
def test_which_way_is_taken(url, access, expected, monkeypatch):
    monkeypatch.setattr(http_transport, "getproxies", dict)
    proxy = http_transport.proxy_of(urlsplit(url), access)
    assert (proxy.hostname if proxy else None) == expected
