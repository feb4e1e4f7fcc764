"""A model from a real local hub, and all that may happen on its way."""

from __future__ import annotations

import json
import shutil
import threading
from functools import partial
from types import SimpleNamespace

import pytest
from askmap.backend.errors import Cancelled, HubFailed, ModelBroken, ModelMissing, NotWritten
from askmap.backend.hub import fetching, pages, repository
from askmap.backend.hub.fetching import fetch_model, folder_of, part_of, remove_model
from askmap.backend.hub.pages import Hub
from askmap.backend.hub.record import read_record, record_path
from askmap.backend.models.weights import check_folder
from askmap.backend.network.http_transport import HttpTransport
from model_hub import COMMIT, NEVER_WANTED, ModelHub, do_not_wait, hub_of, is_whole

NAME, WEIGHTS = "askmap/pocket", "model.safetensors"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    do_not_wait(monkeypatch)


@pytest.fixture
def hub():
    with hub_of(ModelHub()) as running:
        yield running


def fetch(hub, models, watch=lambda fetching: None, key="", **more):
    return fetch_model(Hub(hub.url, HttpTransport(), key), NAME, models, watch, **more)


def is_nothing_there(models):
    folder = folder_of(models, NAME)
    return not folder.exists() and not record_path(folder).exists()


def test_a_model_comes_whole_and_nothing_else_does(hub, tmp_path):
    folder = fetch(hub, tmp_path)
    assert folder == tmp_path / "askmap" / "pocket"
    assert is_whole(hub, folder)
    assert check_folder(folder, ("qwen3_vl",))
    assert sorted(file.name for file in folder.parent.iterdir()) == ["pocket", "pocket.askmap.json"]
    assert not [path for path in hub.asked if path.endswith(NEVER_WANTED)]


def test_the_revision_and_the_digests_are_the_hubs(hub, tmp_path):
    written = read_record(fetch(hub, tmp_path))
    assert (written.repository, written.revision, written.hub) == (NAME, COMMIT, hub.url)
    assert written.licence == "gpl-3.0"
    (weights,) = (file for file in written.files if file.name == WEIGHTS)
    assert weights.sha256 == ModelHub.row(hub.folder / WEIGHTS)["lfs"]["sha256"]
    assert all(f"/resolve/{COMMIT}/" in path for path in hub.asked if "/resolve/" in path)


def test_how_far_it_is_never_falls_and_ends_with_all(hub, tmp_path):
    seen = []
    fetch(hub, tmp_path, seen.append)
    counts = [each.done_bytes for each in seen]
    assert counts == sorted(counts)
    assert seen[-1].done_bytes == seen[-1].total_bytes == read_record(tmp_path / NAME).bytes


def test_what_is_here_is_not_asked_for_again(hub, tmp_path):
    fetch(hub, tmp_path)
    count = len(hub.asked)
    assert fetch(hub, tmp_path) == tmp_path / NAME
    assert len(hub.asked) == count


def test_a_transfer_that_is_cut_goes_on_where_it_ended(hub, tmp_path):
    hub.faults[WEIGHTS] = [lambda request: request.send_part(1_000_000), lambda request: request.send_part(7)]
    assert is_whole(hub, fetch(hub, tmp_path))
    starts = [headers.get("Range") for path, headers in zip(hub.asked, hub.headers) if path.endswith(WEIGHTS)]
    assert starts == [None, "bytes=1000000-", "bytes=1000007-"]


def test_a_program_that_ended_in_the_middle_goes_on_the_next_time(hub, tmp_path):
    def stop(seen):
        if seen.done_bytes > 3_000_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch(hub, tmp_path, stop)
    assert is_nothing_there(tmp_path)
    hub.headers.clear()
    assert is_whole(hub, fetch(hub, tmp_path))
    starts = [headers["Range"] for headers in hub.headers if "Range" in headers]
    assert [int(start[6:-1]) > 2_000_000 for start in starts] == [True]


def test_a_stop_is_heard_while_nothing_comes(hub, tmp_path):
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
        fetch(hub, tmp_path, stop)
    assert waited_in_vain == []
    gone.set()
    assert is_nothing_there(tmp_path)


def whole(request):
    request.send(200, request.content)


def wrong_range(request):
    last = len(request.content) - 1
    request.send(206, request.content[5:], Content_Range=f"bytes 5-{last}/{last + 1}")


def without_a_range(request):
    request.send(206, request.content[request.start :])


def of_another_size(request):
    request.send(206, request.content[request.start :], Content_Range=f"bytes {request.start}-9/10")


def unsatisfiable(request):
    request.send(416, b"", Content_Range=f"bytes */{len(request.content)}")


@pytest.mark.parametrize("second", [whole, wrong_range, without_a_range, of_another_size, unsatisfiable])
def test_a_hub_that_cannot_go_on_sends_all_of_it_again(hub, tmp_path, second):
    hub.faults[WEIGHTS] = [lambda request: request.send_part(99_999), second]
    assert is_whole(hub, fetch(hub, tmp_path))


def test_a_part_that_is_too_long_is_begun_anew(hub, tmp_path):
    part = part_of(folder_of(tmp_path, NAME))
    part.mkdir(parents=True)
    (part / WEIGHTS).write_bytes(b"x" * 8_000_000)
    (part / "of-another-revision.json").write_bytes(b"{}")
    assert is_whole(hub, fetch(hub, tmp_path))


def damaged(request):
    content = bytearray(request.content)
    content[-1] ^= 1
    request.send(200, bytes(content))


@pytest.mark.parametrize("name", [WEIGHTS, "config.json"])
def test_bytes_that_are_not_the_hubs_are_fetched_once_more(hub, tmp_path, name):
    hub.faults[name] = [damaged]
    assert is_whole(hub, fetch(hub, tmp_path))


@pytest.mark.parametrize("name", [WEIGHTS, "config.json"])
def test_bytes_that_stay_wrong_are_refused(hub, tmp_path, name):
    hub.faults[name] = [damaged] * 9
    with pytest.raises(HubFailed, match=f"{name} is not what the hub says"):
        fetch(hub, tmp_path)
    assert is_nothing_there(tmp_path)


def test_more_bytes_than_were_announced_are_not_kept(hub, tmp_path):
    hub.faults["config.json"] = [lambda request: request.send(200, request.content + b" ")]
    with pytest.raises(HubFailed, match=r"config\.json is not what the hub says"):
        fetch(hub, tmp_path)
    assert is_nothing_there(tmp_path)


@pytest.mark.parametrize("short", [lambda request: request.send(200, request.content[:9]), unsatisfiable])
def test_a_file_that_never_comes_whole_is_given_up(hub, tmp_path, short):
    hub.faults["config.json"] = [short] * 99
    with pytest.raises(HubFailed, match=r"config\.json ends too early each time"):
        fetch(hub, tmp_path)
    assert len(hub.faults["config.json"]) > 90


def test_a_hub_that_goes_away_is_given_up_and_what_came_is_kept(hub, tmp_path):
    hub.faults[WEIGHTS] = [lambda request: request.send_part(5_000)] + [lambda request: None] * 99
    with pytest.raises(HubFailed, match="in the middle of its answer") as caught:
        fetch(hub, tmp_path)
    assert "is kept" in caught.value.hint
    assert (part_of(folder_of(tmp_path, NAME)) / WEIGHTS).stat().st_size == 5_000


def test_a_hub_that_cannot_be_reached_is_named(tmp_path):
    hub = Hub("http://127.0.0.1:9", HttpTransport())
    with pytest.raises(HubFailed, match=r"127\.0\.0\.1:9 cannot be reached"):
        fetch_model(hub, NAME, tmp_path, lambda seen: None)


def to(address, request):
    request.send(302, b"", Location=address)


def test_a_redirect_is_followed_and_the_key_stays_with_the_hub(hub, tmp_path):
    with hub_of(ModelHub()) as store:
        address = f"{store.url}/{NAME}/resolve/{COMMIT}/{WEIGHTS}?signed=1&until=2"
        hub.faults[WEIGHTS] = [partial(to, address)]
        hub.faults["config.json"] = [partial(to, f"/{NAME}/resolve/{COMMIT}/config.json")]
        assert is_whole(hub, fetch(hub, tmp_path, key="hf_secret"))
        assert store.asked == [address.removeprefix(store.url)]
        assert "Authorization" not in store.headers[0]
    assert {headers.get("Authorization") for headers in hub.headers} == {"Bearer hf_secret"}


@pytest.mark.parametrize("name", ["", "config.json"])
def test_redirects_end_after_some(hub, tmp_path, name):
    hub.faults[name] = [lambda request: to(request.handler.path, request)] * 99
    with pytest.raises(HubFailed, match="without an end"):
        fetch(hub, tmp_path)
    assert len(hub.faults[name]) > 90


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a/x", "http://", "http://[", "http://a:b", ""]
)
def test_a_redirect_to_somewhere_else_is_refused(hub, tmp_path, address):
    hub.faults["config.json"] = [partial(to, address)] * 9
    with pytest.raises(HubFailed, match="not safe|without an end"):
        fetch(hub, tmp_path)


def test_a_redirect_from_https_to_http_is_refused():
    class Leading:
        def send(self, request):
            yield pages.HttpHead(302, "text/plain", location="http://elsewhere.example/x")

    hub = Hub("https://hub.example", Leading())
    with pytest.raises(HubFailed, match="not safe"):
        repository.list_files(hub, NAME, "main", lambda: None)


def html(request):
    request.send(200, b"<html>Log in to this network</html>", Content_Type="text/html")


@pytest.mark.parametrize("name", ["", "config.json"])
def test_a_web_page_in_place_of_a_file_is_no_hub(hub, tmp_path, name):
    hub.faults[name] = [html] * 9
    with pytest.raises(HubFailed, match="no hub of models") as caught:
        fetch(hub, tmp_path)
    assert "login" in caught.value.hint


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("name", ["", "config.json"])
def test_a_gated_model_is_explained(hub, tmp_path, status, name):
    hub.faults[name] = [lambda request: request.send(status, b"{}")] * 9
    with pytest.raises(HubFailed, match=f"only to those who may have it .status {status}") as caught:
        fetch(hub, tmp_path)
    assert f"{hub.url}/{NAME}" in caught.value.hint
    assert is_nothing_there(tmp_path)


def test_a_model_that_is_not_there_is_named(hub, tmp_path):
    with pytest.raises(HubFailed, match="has no askmap/other"):
        fetch_model(Hub(hub.url, HttpTransport()), "askmap/other", tmp_path, lambda seen: None)
    with pytest.raises(HubFailed, match="not this revision"):
        fetch(hub, tmp_path, revision="v9")


def test_a_busy_hub_is_waited_for(hub, tmp_path):
    def busy(request):
        request.send(429, b"", Retry_After="0")

    hub.faults = {"": [busy], WEIGHTS: [busy, busy]}
    assert is_whole(hub, fetch(hub, tmp_path))
    shutil.rmtree(tmp_path / "askmap")
    hub.faults = {"": [lambda request: request.send(503)] * 9}
    with pytest.raises(HubFailed, match=r"is busy .status 503"):
        fetch(hub, tmp_path)


@pytest.mark.parametrize(
    "listing",
    [b"", b"[]", b"{}", b'{"sha": 1, "siblings": []}', b"[" * 9999, b'{"sha": "main", "siblings": []}'],
)
def test_a_listing_that_is_none_is_no_hub(hub, tmp_path, listing):
    hub.faults[""] = [lambda request: request.send(200, listing, Content_Type="application/json")]
    with pytest.raises(HubFailed, match="no hub of models"):
        fetch(hub, tmp_path)


def test_a_repository_without_weights_that_are_loaded_is_refused_before_anything_comes(hub, tmp_path):
    def take_weights(listing):
        listing["siblings"] = [row for row in listing["siblings"] if row["rfilename"] != WEIGHTS]

    hub.change = take_weights
    with pytest.raises(HubFailed, match="holds no model that AskMap loads"):
        fetch(hub, tmp_path)
    assert not [path for path in hub.asked if "/resolve/" in path]


@pytest.mark.parametrize("size", [None, -1, True, "9", 1 << 60])
def test_a_size_that_is_none_is_refused(hub, tmp_path, size):
    hub.change = lambda listing: listing["siblings"][0].update(size=size)
    with pytest.raises(HubFailed, match="does not say how large"):
        fetch(hub, tmp_path)


def test_a_disk_that_is_too_small_is_said_before_anything_comes(hub, tmp_path, monkeypatch):
    monkeypatch.setattr(fetching.shutil, "disk_usage", lambda place: SimpleNamespace(free=205 << 20))
    with pytest.raises(NotWritten, match=r"askmap/pocket needs 0\.2 GB on the disk"):
        fetch(hub, tmp_path)
    assert not [path for path in hub.asked if "/resolve/" in path]
    assert is_nothing_there(tmp_path)


def test_a_folder_of_the_users_is_never_replaced(hub, tmp_path):
    folder = folder_of(tmp_path, NAME)
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("mine")
    with pytest.raises(HubFailed, match="has not fetched"):
        fetch(hub, tmp_path)
    with pytest.raises(ModelMissing, match="has not fetched askmap/pocket"):
        remove_model(tmp_path, NAME)
    assert (folder / "config.json").read_text() == "mine"
    assert hub.asked == []


def test_two_programs_do_not_fetch_one_model_at_once(hub, tmp_path):
    seen = []

    def watch(now):
        if not seen and now.file:
            seen.append(now)
            with pytest.raises(HubFailed, match="by another program"):
                fetch(hub, tmp_path)

    assert is_whole(hub, fetch(hub, tmp_path, watch))
    assert seen


@pytest.mark.parametrize(
    "name", ["pocket", "../pocket", "a/../b", "a/..", "/a/b", "a/b/c", "", "a b/c", "a\\b/c"]
)
def test_a_name_that_leads_elsewhere_is_none(hub, tmp_path, name):
    with pytest.raises(ModelMissing, match="is no name of a model"):
        fetch_model(Hub(hub.url, HttpTransport()), name, tmp_path, lambda seen: None)
    assert hub.asked == []


def test_a_model_is_removed_with_all_that_came(hub, tmp_path):
    fetch(hub, tmp_path)
    part_of(folder_of(tmp_path, NAME)).mkdir()
    assert remove_model(tmp_path, NAME) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_the_user_put_beside_it_stays(hub, tmp_path):
    folder = fetch(hub, tmp_path)
    (folder / "notes.txt").write_text("mine")
    assert remove_model(tmp_path, NAME) == (folder / "notes.txt",)
    assert not record_path(folder).exists()


def test_a_link_is_never_followed_to_remove_something(hub, tmp_path):
    folder, elsewhere = fetch(hub, tmp_path), tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    remove_model(tmp_path, NAME)
    assert is_whole(hub, elsewhere)


def test_what_has_come_of_a_model_is_removed_too(hub, tmp_path):
    hub.faults[WEIGHTS] = [damaged] * 9
    with pytest.raises(HubFailed):
        fetch(hub, tmp_path)
    assert remove_model(tmp_path, NAME) == ()
    with pytest.raises(ModelMissing, match="has not fetched"):
        remove_model(tmp_path, NAME)


def test_a_record_that_is_none_removes_nothing(hub, tmp_path):
    folder = fetch(hub, tmp_path)
    content = json.loads(record_path(folder).read_text())
    content["files"].append({"name": "../../x", "bytes": 1, "sha256": "0" * 64})
    record_path(folder).write_text(json.dumps(content))
    with pytest.raises(ModelBroken):
        remove_model(tmp_path, NAME)
    assert is_whole(hub, folder)
