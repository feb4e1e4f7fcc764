"""Models and files through QGIS's network manager, from a real local hub, whatever happens on the way."""

from __future__ import annotations

import threading
import time
from base64 import b64decode
from functools import partial

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import Cancelled, HubFailed, ProxyRefused, ServerFailed  # noqa: E402
from askmap.backend.hub.fetching import fetch_model  # noqa: E402
from askmap.backend.hub.pages import Hub  # noqa: E402
from askmap.backend.network.transport import HttpHead, HttpRequest  # noqa: E402
from askmap.backend.remote.address import ServerAddress  # noqa: E402
from askmap.backend.remote.chat import Server  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.install.failures import InstallFailed  # noqa: E402
from askmap.plugin.install.fetch import fetch_with_qgis  # noqa: E402
from askmap.plugin.network import qgis_transport  # noqa: E402
from askmap.plugin.network.qgis_transport import QgisTransport  # noqa: E402
from askmap.plugin.runtime.job_queue import JobQueue  # noqa: E402
from desktop import wait_until  # noqa: E402
from model_hub import COMMIT, ModelHub, do_not_wait, hub_of, is_whole  # noqa: E402
from model_server import ModelServer, serving  # noqa: E402
from qgis.core import QgsNetworkAccessManager  # noqa: E402
from qgis.PyQt.QtCore import QEventLoop, QTimer  # noqa: E402
from qgis.PyQt.QtNetwork import QNetworkAccessManager, QNetworkProxy  # noqa: E402

NAME, WEIGHTS = "askmap/pocket", "model.safetensors"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    do_not_wait(monkeypatch)


@pytest.fixture
def hub():
    with hub_of(ModelHub()) as running:
        yield running


@pytest.fixture
def work(desk):
    """Call it with what a worker thread shall do, to get what that returned or to see it raise."""
    jobs = JobQueue()

    def work(do):
        ended = []
        endings = (ended.append, ended.append, lambda: ended.append(Cancelled()))
        jobs.start("a test", lambda report: do(), *endings)
        wait_until(lambda: ended, "the work has ended")
        if isinstance(ended[0], BaseException):
            raise ended[0]
        return ended[0]

    return work


def fetch(hub, models, watch=lambda fetching: None, key=""):
    asked = Hub(hub.url, QgisTransport(), key)
    return lambda: fetch_model(asked, NAME, models, watch)


def send(url, silence_s=60, **more):
    transport = QgisTransport(silence_s=silence_s)
    return lambda: list(transport.send(HttpRequest(url, **more)))


def body(pieces):
    return b"".join(piece for piece in pieces if isinstance(piece, bytes))


def test_a_model_comes_whole_through_qgis(work, hub, tmp_path):
    assert is_whole(hub, work(fetch(hub, tmp_path)))
    assert all("QGIS" in headers["User-Agent"] for headers in hub.headers)
    assert {headers["Accept-Encoding"] for headers in hub.headers} == {"identity"}


def test_a_transfer_that_is_cut_goes_on_where_it_ended(work, hub, tmp_path):
    hub.faults[WEIGHTS] = [lambda request: request.send_part(1_000_000), lambda request: request.send_part(7)]
    assert is_whole(hub, work(fetch(hub, tmp_path)))
    starts = [headers.get("Range") for path, headers in zip(hub.asked, hub.headers) if path.endswith(WEIGHTS)]
    assert starts == [None, "bytes=1000000-", "bytes=1000007-"]


def whole(request):
    request.send(200, request.content)


def wrong_range(request):
    last = len(request.content) - 1
    request.send(206, request.content[5:], Content_Range=f"bytes 5-{last}/{last + 1}")


def unsatisfiable(request):
    request.send(416, b"", Content_Range=f"bytes */{len(request.content)}")


@pytest.mark.parametrize("second", [whole, wrong_range, unsatisfiable])
def test_a_hub_that_cannot_go_on_sends_all_of_it_again(work, hub, tmp_path, second):
    hub.faults[WEIGHTS] = [lambda request: request.send_part(99_999), second]
    assert is_whole(hub, work(fetch(hub, tmp_path)))


def test_bytes_that_were_changed_are_fetched_once_more_and_then_refused(work, hub, tmp_path):
    def changed(request):
        request.send(200, bytes([request.content[0] ^ 1]) + request.content[1:])

    hub.faults[WEIGHTS] = [changed]
    assert is_whole(hub, work(fetch(hub, tmp_path / "once")))
    hub.faults[WEIGHTS] = [changed] * 9
    with pytest.raises(HubFailed, match="changed on its way"):
        work(fetch(hub, tmp_path / "always"))


def test_a_redirect_is_followed_and_the_key_stays_with_the_hub(work, hub, tmp_path):
    with hub_of(ModelHub()) as store:
        address = f"{store.url}/{NAME}/resolve/{COMMIT}/{WEIGHTS}?signed=1%2F2&until=2"
        hub.faults[WEIGHTS] = [lambda request: request.send(302, b"", Location=address)]
        assert is_whole(hub, work(fetch(hub, tmp_path, key="hf_secret")))
        assert store.asked == [address.removeprefix(store.url)]
        assert "Authorization" not in store.headers[0]
    assert {headers.get("Authorization") for headers in hub.headers} == {"Bearer hf_secret"}


def test_a_web_page_in_place_of_a_listing_is_no_hub(work, hub, tmp_path):
    hub.faults[""] = [lambda request: request.send(200, b"<html>", Content_Type="text/html")] * 9
    with pytest.raises(HubFailed, match="no hub of models"):
        work(fetch(hub, tmp_path))


@pytest.mark.parametrize(
    ("status", "says"), [(401, "who may have it"), (403, "who may have it"), (500, "500")]
)
def test_a_refusal_is_an_answer(work, hub, tmp_path, status, says):
    hub.faults[""] = [lambda request: request.send(status, b"{}")] * 9
    with pytest.raises(HubFailed, match=says):
        work(fetch(hub, tmp_path))
    hub.faults[""] = [lambda request: request.send(status, b"why")]
    pieces = work(send(f"{hub.url}/api/models/{NAME}/revision/main"))
    assert next(piece for piece in pieces if isinstance(piece, HttpHead)).status == status
    assert body(pieces) == b"why"


def test_a_stop_is_heard_while_nothing_comes(work, hub, tmp_path):
    gone, silent_since, waited_in_vain = threading.Event(), threading.Event(), []

    def silent(request):
        request.send(200, b"", len(request.content))
        silent_since.set()
        waited_in_vain.append(not gone.wait(20))

    looks = []

    def stop(seen):
        looks.append(silent_since.is_set())
        if looks.count(True) > 5:  # no more than that are owed to what has come
            raise Cancelled

    hub.faults[WEIGHTS] = [silent]
    with pytest.raises(Cancelled):
        work(fetch(hub, tmp_path, stop))
    assert waited_in_vain == []
    gone.set()
    assert not (tmp_path / "askmap" / "pocket").exists()


def test_one_that_falls_silent_is_told_after_its_head_and_before(work, hub):
    hub.faults[WEIGHTS] = [lambda request: (request.send(200, b"abc", 9), time.sleep(2))]
    url = f"{hub.url}/{NAME}/resolve/{COMMIT}/{WEIGHTS}"
    with pytest.raises(ServerFailed, match="said nothing for a long time"):
        work(send(url, silence_s=0.3))
    hub.faults[WEIGHTS] = [lambda request: time.sleep(2)]
    with pytest.raises(ServerFailed, match="said nothing for a long time"):
        work(send(url, first_byte_s=0.3))


def test_a_server_that_is_not_there_or_cannot_prove_who_it_is_is_told(work, hub):
    with pytest.raises(ServerFailed, match=r"127\.0\.0\.1:9 cannot be reached: ."):
        work(send("http://127.0.0.1:9/x"))
    with pytest.raises(ServerFailed):
        work(send(hub.url.replace("http://", "https://") + "/x"))
    assert hub.asked == []


def test_what_nobody_takes_waits_at_the_server(work, hub, monkeypatch):
    """The memory is bounded: a disk may be slower than the network."""
    monkeypatch.setattr(qgis_transport, "MOST_WAITING", 4)
    whole, sent = 64 << 20, [0]

    def flood(request):
        request.send(200, b"", whole)
        for _ in range(whole >> 16):
            request.handler.wfile.write(bytes(1 << 16))
            sent[0] += 1 << 16

    hub.faults[WEIGHTS] = [flood]

    transport = QgisTransport()

    def take_slowly():
        pieces = transport.send(HttpRequest(f"{hub.url}/{NAME}/resolve/{COMMIT}/{WEIGHTS}"))
        taken = 0
        for piece in pieces:
            taken += len(piece) if isinstance(piece, bytes) else 0
            if taken > 1 << 20:
                time.sleep(1.0)
                pieces.close()
                return taken, sent[0]
        return None

    taken, given = work(take_slowly)
    assert given - taken < 16 << 20  # what Qt and the sockets of both sides hold


def test_a_login_in_the_address_is_sent_as_one_and_a_key_is_not_shown(work, hub):
    work(send(hub.url.replace("//", "//bob:s%3Acret@") + "/x"))
    assert b64decode(hub.headers[-1]["Authorization"].split()[1]) == b"bob:s:cret"
    assert "sk-1" not in repr(HttpRequest(hub.url, key="sk-1"))


def test_a_served_reasoner_can_be_asked_through_it_too(work):
    with serving(ModelServer(write=lambda asked: iter(["a", "b"]), models=("looker-7b",))) as running:
        server = Server(ServerAddress(running.url, "looker-7b"), QgisTransport(), "sk-1")
        assert work(lambda: server.models(ignore)) == ("looker-7b",)
        assert running.headers[-1]["Authorization"] == "Bearer sk-1"


@pytest.fixture
def proxy(qgis_app):
    """Call it with an address, name and password to set QGIS's proxy; it is taken away at the end."""
    manager = QgsNetworkAccessManager.instance()
    before, excluded = manager.fallbackProxy(), (manager.excludeList(), manager.noProxyList())

    def set_proxy(port, user="", password=""):
        kind = QNetworkProxy.ProxyType.HttpCachingProxy
        manager.setFallbackProxyAndExcludes(QNetworkProxy(kind, "127.0.0.1", port, user, password), [], [])

    yield set_proxy
    manager.setFallbackProxyAndExcludes(before, *excluded)


def guarded(answer, handler):
    """A proxy that wants a name and a password."""
    login = handler.headers.get("Proxy-Authorization", "Basic ").split()[1:]
    if login and b64decode(login[0]) == b"me:a@b":
        answer(handler)
    else:
        handler.send_response(407)
        handler.send_header("Proxy-Authenticate", 'Basic realm="office"')
        handler.send_header("Content-Length", "0")
        handler.end_headers()


def test_the_proxy_of_qgis_gets_its_password(work, hub, proxy, tmp_path):
    hub.answer = partial(guarded, hub.answer)
    port = int(hub.url.rpartition(":")[2])
    proxy(port, "me", "a@b")
    far = Hub("http://far.invalid", QgisTransport())

    def fetch_from_afar():
        return fetch_model(far, NAME, tmp_path, lambda seen: None)

    assert is_whole(hub, work(fetch_from_afar))
    assert {headers["Host"] for headers in hub.headers} == {"far.invalid"}
    proxy(port, "me", "wrong")
    wrong = QgisTransport()
    with pytest.raises(ProxyRefused, match="another name or password"):
        work(lambda: list(wrong.send(HttpRequest("http://far.invalid/x"))))


def test_a_file_is_fetched_with_all_redirects_and_never_too_much(work, hub):
    url = f"{hub.url}/{NAME}/resolve/{COMMIT}/config.json"
    expected = (hub.folder / "config.json").read_bytes()
    hub.faults["config.json"] = [lambda request: request.send(302, b"", Location=url)]
    counts = []
    transport = QgisTransport()
    assert work(lambda: fetch_with_qgis(url, 1 << 20, counts.append, transport)) == expected
    assert fetch_with_qgis(url, 1 << 20, counts.append) == expected  # on the main thread
    assert counts[-1] == len(expected)
    with pytest.raises(InstallFailed, match=r"config\.json is not what was expected"):
        work(lambda: fetch_with_qgis(url, 10, counts.append, transport))
    hub.faults["config.json"] = [lambda request: request.send(302, b"", Location="file:///etc/passwd")]
    with pytest.raises(InstallFailed, match="could not be fetched"):
        work(lambda: fetch_with_qgis(url, 1 << 20, counts.append, transport))


def test_a_transfer_that_ends_below_a_window_leaves_its_reply_until_that_is_answered(work, hub, tmp_path):
    """QGIS asks about a certificate in a window of its own, and looks at the reply when it is answered."""
    asked, below, destroyed = [], [], []

    def ask(reply):
        asked.append(reply)
        reply.destroyed.connect(lambda: destroyed.append(reply))
        window = QEventLoop()
        QTimer.singleShot(3 * qgis_transport.DELETE_MS, window.quit)
        window.exec()
        below.append(reply in destroyed)

    # QGIS has another signal of that name
    finished = QNetworkAccessManager.finished.__get__(QgsNetworkAccessManager.instance())
    QTimer.singleShot(0, lambda: finished.connect(ask))
    try:
        assert is_whole(hub, work(fetch(hub, tmp_path)))
        wait_until(lambda: below and len(below) == len(asked), "the windows are answered")
    finally:
        finished.disconnect(ask)
    assert not any(below)
    later = QEventLoop()  # Qt deletes in an event loop alone, of which a test has none
    QTimer.singleShot(3 * qgis_transport.DELETE_MS, later.quit)
    later.exec()
    wait_until(lambda: len(destroyed) == len(asked), "the replies are deleted")
