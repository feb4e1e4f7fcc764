"""Of several requests the latest wins, whatever becomes of the one at work."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.runtime.latest import Generation, Job, LatestJob  # noqa: E402


class Queue:
    """Jobs that end when the test says so."""

    def __init__(self) -> None:
        self.described: list[str] = []

    def start(self, description, work, done, failed, stopped):
        self.described.append(description)
        self.done, self.failed, self.stopped = done, failed, stopped


class Asked:
    """A LatestJob on such a queue, and all that it said."""

    def __init__(self) -> None:
        self.queue, self.said, self.gone = Queue(), [], set()
        self.latest = LatestJob(self.queue, self._job_of)
        for name in ("begun", "ended", "done", "failed", "stopped"):
            getattr(self.latest, name).connect(lambda *what, name=name: self.said.append((name, *what)))

    def _job_of(self, request: str) -> Job | None:
        return None if request in self.gone else Job(request, lambda report: None)


@pytest.fixture
def asked(qgis_app) -> Asked:
    return Asked()


def test_a_request_begins_at_once_and_its_outcome_comes(asked):
    asked.latest.request("a")
    assert asked.latest.busy
    asked.queue.done(1)
    assert asked.said == [("begun", "a"), ("ended", "a"), ("done", "a", 1)]
    assert not asked.latest.busy


def test_only_the_newest_of_those_that_wait_has_its_turn(asked):
    for request in "abc":
        asked.latest.request(request)
    assert asked.queue.described == ["a"]
    asked.queue.done(1)
    assert asked.queue.described == ["a", "c"]


@pytest.mark.parametrize("ending", [("done", 1), ("failed", ValueError()), ("stopped",)])
def test_the_next_begins_after_every_ending(asked, ending):
    asked.latest.request("a")
    asked.latest.request("b")
    name, *outcome = ending
    getattr(asked.queue, name)(*outcome)
    assert asked.said[1:] == [("ended", "a"), (name, "a", *outcome), ("begun", "b")]


def test_what_was_overtaken_is_not_wanted(asked):
    asked.latest.request("a")
    assert asked.latest.is_wanted("a")
    asked.latest.request("b")
    assert not asked.latest.is_wanted("a")
    assert asked.latest.is_wanted("b")


def test_after_forgetting_nothing_begins_and_nothing_is_wanted(asked):
    asked.latest.request("a")
    asked.latest.request("b")
    asked.latest.forget()
    asked.queue.done(1)
    assert asked.queue.described == ["a"]
    assert not asked.latest.is_wanted("a")


def test_a_request_equal_to_the_one_at_work_is_not_done_twice(asked):
    asked.latest.request("a")
    asked.latest.request("b")
    asked.latest.request("a")
    asked.queue.done(1)
    assert asked.queue.described == ["a"]
    assert asked.latest.is_wanted("a")


def test_a_request_with_nothing_left_to_do_is_forgotten(asked):
    asked.gone.add("b")
    asked.latest.request("a")
    asked.latest.request("b")
    asked.queue.done(1)
    assert not asked.latest.busy
    assert not asked.latest.is_wanted("b")


def test_a_request_made_when_one_ends_begins_once(asked):
    asked.latest.done.connect(lambda request, _: asked.latest.request("c") if request == "a" else None)
    asked.latest.request("a")
    asked.latest.request("b")
    asked.queue.done(1)
    assert asked.queue.described == ["a", "c"]


def test_what_comes_in_its_generation_is_heard():
    heard, shown = [], Generation()
    shown.only_now(heard.append)("a")
    assert heard == ["a"]


def test_what_comes_after_its_generation_is_ignored():
    heard, shown = [], Generation()
    late = shown.only_now(heard.append)
    shown.end()
    late("a")
    shown.only_now(heard.append)("b")
    assert heard == ["b"]
