"""Work on QGIS's threads, one job after the other, in real QGIS."""

from __future__ import annotations

import sys
import threading

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.stages import Progress  # noqa: E402
from askmap.plugin.runtime.job_queue import JobQueue  # noqa: E402
from desktop import no_tasks, wait_until  # noqa: E402
from qgis.core import QgsApplication  # noqa: E402
from qgis.PyQt.QtCore import QThreadPool  # noqa: E402


class Slow:
    """Work that lasts until the test opens it; it hears a stop only where it is told to listen."""

    def __init__(self, *, listens: bool = True) -> None:
        self.begun, self.opened, self._listens = threading.Event(), threading.Event(), listens

    def __call__(self, report) -> str:
        self.begun.set()
        while not self.opened.wait(0.01):
            if self._listens:
                report(Progress(0.5, "halfway"))
        return "done"


@pytest.fixture
def jobs(qgis_app):
    made = JobQueue()
    yield made
    made.close(5)
    wait_until(no_tasks, "QGIS took notice")


def fail(report):
    raise ValueError("no")


def test_each_begins_when_the_one_before_has_ended_in_the_order_in_which_they_were_given(jobs):
    worked, told = [], []

    def work(number):
        return lambda report: worked.append(number) or number

    for number in range(20):
        jobs.start("a job", work(number), told.append)
    wait_until(lambda: not jobs.busy, "all ended")
    assert worked == told == list(range(20))


def test_what_failed_lets_the_next_one_begin(jobs):
    told = []
    jobs.start("a job", fail, failed=told.append)
    jobs.start("a job", lambda report: 7, told.append)
    wait_until(lambda: not jobs.busy, "both ended")
    assert [str(each) for each in told] == ["no", "7"]


def test_the_ends_are_told_on_the_main_thread_and_what_was_reported_before(jobs):
    told, threads = [], set()

    def work(report):
        report(Progress(0.5, "halfway"))
        threads.add(threading.current_thread())
        return "done"

    def note(said):
        told.append(said if isinstance(said, str) else said[-1].step)
        threads.add(threading.current_thread())

    jobs.start("a job", work, note, on_events=note)
    wait_until(lambda: not jobs.busy, "it ended")
    assert told == ["halfway", "done"]
    assert len(threads) == 2


def test_those_that_wait_leave_the_threads_of_qgis_free(jobs):
    slow = Slow()
    for _ in range(10):
        jobs.start("a job", slow)
    wait_until(slow.begun.is_set, "the first works")
    assert QgsApplication.taskManager().countActiveTasks() == 10
    assert QThreadPool.globalInstance().activeThreadCount() <= 1  # newer QGIS has a pool of its own


def test_one_that_waits_says_so(jobs):
    slow, heard = Slow(), []
    jobs.start("a job", slow)
    jobs.start("another", slow, on_events=heard.extend)
    wait_until(lambda: bool(heard), "it is heard of")
    assert [event.step for event in heard] == ["Waiting for the models"]


def test_a_stop_is_for_those_that_wait_too(jobs):
    first, second, told = Slow(), Slow(), []
    jobs.start("a job", first, stopped=lambda: told.append("first"))
    jobs.start("a job", second, stopped=lambda: told.append("second"))
    wait_until(first.begun.is_set, "the first works")
    jobs.stop()
    wait_until(lambda: not jobs.busy, "all ended")
    assert told == ["second", "first"]
    assert not second.begun.is_set()


def test_one_that_is_stopped_while_it_waits_leaves_the_others_in_their_order(jobs):
    slow, told = Slow(), []
    jobs.start("a job", slow, told.append)
    task = jobs.start("a job", lambda report: "never", told.append, stopped=lambda: told.append("stopped"))
    jobs.start("a job", lambda report: "last", told.append)
    task.cancel()
    slow.opened.set()
    wait_until(lambda: not jobs.busy, "all ended")
    assert told == ["stopped", "done", "last"]


def test_the_next_one_waits_for_one_that_does_not_hear_the_stop(jobs):
    deaf, told = Slow(listens=False), []
    jobs.start("a job", deaf, told.append, stopped=lambda: told.append("stopped"))
    wait_until(deaf.begun.is_set, "it works")
    jobs.stop()
    jobs.start("a job", lambda report: deaf.opened.is_set(), told.append)
    deaf.opened.set()
    wait_until(lambda: not jobs.busy, "both ended")
    assert told == ["stopped", True]


def test_what_is_dropped_is_not_heard_of(jobs):
    slow, told = Slow(), []
    jobs.start("a job", slow, told.append, told.append, lambda: told.append("stopped"), told.append)
    wait_until(slow.begun.is_set, "it works")
    jobs.drop()
    jobs.start("a job", lambda report: "heard", told.append)
    wait_until(lambda: not jobs.busy, "both ended")
    assert told == ["heard"]


def test_nothing_is_heard_after_close_and_nothing_works_any_more(qgis_app):
    jobs, slow, told = JobQueue(), Slow(), []
    for _ in range(3):
        jobs.start("a job", slow, told.append, told.append, lambda: told.append("stopped"), told.append)
    wait_until(slow.begun.is_set, "it works")
    told.clear()
    jobs.close(5)
    wait_until(no_tasks, "QGIS took notice")
    assert told == []
    assert not jobs.busy


def test_python_switches_as_before_when_the_first_of_two_works_ends_first(jobs):
    before = sys.getswitchinterval()
    others, first, second = JobQueue(), Slow(), Slow()
    jobs.start("a job", first)
    wait_until(first.begun.is_set, "the first works")
    others.start("a job", second)
    wait_until(second.begun.is_set, "both work")
    first.opened.set()
    wait_until(lambda: not jobs.busy, "the first ended")
    assert sys.getswitchinterval() == pytest.approx(0.001)
    second.opened.set()
    wait_until(lambda: not others.busy, "the second ended")
    assert sys.getswitchinterval() == before


def test_close_waits_no_longer_than_it_was_told(qgis_app):
    jobs, deaf = JobQueue(), Slow(listens=False)
    jobs.start("a job", deaf)
    wait_until(deaf.begun.is_set, "it works")
    jobs.close(0.05)
    assert jobs.busy
    deaf.opened.set()
    wait_until(no_tasks, "QGIS took notice")
