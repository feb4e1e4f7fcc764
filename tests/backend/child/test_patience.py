"""A child that hangs or hears no stop is ended; one that works is waited for."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest
from askmap.backend.child.conversation import Patience
from askmap.backend.child.engine import load_in_child, unload_child
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import Cancelled, EngineEnded
from askmap.backend.stages import Event, MaskFound, Progress, Thought
from children import children_of, is_running, is_stopped, small_child, small_command, wait_until
from small_engine import ASKED, SQUARE, scene_of

SOON = Patience(start_s=60, silent_s=4.0, ping_s=2.0, stop_s=1.0)
WHERE_IDLE = Patience(ping_s=0.5)  # with one that works, or begins on a busy machine, as usual


def test_a_child_that_hangs_between_two_questions_is_not_missed_either(tmp_path):
    engine = small_child(tmp_path, "small", patience=WHERE_IDLE)
    engine.load()
    pid = engine.pid
    os.kill(pid, signal.SIGSTOP)
    wait_until(lambda: is_stopped(pid))
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    assert not is_running(pid)


def test_a_sign_of_life_that_comes_late_ends_no_child(tmp_path):
    engine = small_child(
        tmp_path, "small", more="from askmap.backend.child import program; program.BEAT_S = 0.0"
    )
    pids = set()
    for _ in range(100):
        engine.segment(scene_of(), [SQUARE])
        pids.add(engine.pid)
    assert len(pids) == 1


def test_a_child_that_hangs_is_ended(tmp_path):
    engine = small_child(tmp_path, "heeding", patience=SOON)
    engine.load()
    pid = engine.pid

    def stop_it(event: Event) -> None:
        if isinstance(event, Thought):
            os.kill(pid, signal.SIGSTOP)

    with pytest.raises(EngineEnded, match="no sign of life for 4 seconds"):
        engine.answer(scene_of(), ASKED, stop_it)
    assert not is_running(pid)


def test_a_child_that_works_long_without_a_word_is_no_child_that_hangs(tmp_path):
    slow = "import small_engine, time\nsmall_engine.Answering.seen = lambda s, image: time.sleep(6) or image"
    engine = small_child(tmp_path, "small", more=slow, patience=SOON)
    heard: list[Event] = []
    engine.answer(scene_of(), ASKED, heard.append)
    assert heard.count(Progress(0.8, "Drawing the masks")) > 10  # so that a stop would be heard


HANGS = """
import threading, small_engine
from askmap.backend.child import program
program.QUIET_S = program.LOADING_S = 3.0
{what} = lambda *_: threading.Event().wait()
"""

HANGING = {
    "its own thread": "small_engine.Answering.ground",
    "the thread that encodes": "small_engine.Boxes.encode",  # while the other one reports the same again
}


@pytest.mark.parametrize("what", HANGING.values(), ids=HANGING)
def test_a_job_that_hangs_while_its_process_lives_ends_in_a_sentence(tmp_path, what):
    engine = small_child(tmp_path, "small", more=HANGS.format(what=what))
    engine.load()
    pid = engine.pid
    with pytest.raises(EngineEnded, match="did nothing for 0 minutes, and its process was ended") as failed:
        engine.answer(scene_of(), ASKED)
    assert "Ask again" in failed.value.hint
    wait_until(lambda: not is_running(pid))
    small_command(tmp_path, "small")  # the program of the next one
    assert engine.answer(scene_of(), ASKED).masks.masks.any()


def test_loading_that_hangs_ends_in_a_sentence(tmp_path):
    hangs, before = HANGS.format(what="ENGINES['small']"), children_of()
    with pytest.raises(EngineEnded, match="did nothing"):
        small_child(tmp_path, "small", more=hangs).load()
    assert children_of() <= before


def test_a_job_that_works_for_long_and_says_the_same_meanwhile_is_left_alone(tmp_path):
    works = """
import time, small_engine
from askmap.backend.child import program
from askmap.backend.stages import Thought
program.QUIET_S = 1.5
def ground(self, scene, question, report):
    end = time.monotonic() + 5
    while time.monotonic() < end:
        sum(range(100_000))
        report(Thought(""))
    return self._grounding
small_engine.Answering.ground = ground
"""
    assert small_child(tmp_path, "small", more=works).answer(scene_of(), ASKED).masks.masks.any()


def test_a_child_that_hears_no_stop_is_ended(tmp_path):
    deaf = "import small_engine, time\nsmall_engine.Answering.seen = lambda s, image: time.sleep(600)"
    engine = small_child(tmp_path, "small", more=deaf, patience=SOON)
    engine.load()
    pid, start = engine.pid, time.monotonic()

    heard: list[Event] = []

    def stop(event: Event) -> None:
        heard.append(event)
        if isinstance(event, Progress) and any(isinstance(event, MaskFound) for event in heard):
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, stop)
    assert not is_running(pid)
    assert time.monotonic() - start < 30


def test_a_stop_is_heard_within_a_token(tmp_path):
    """Each of a million takes a hundredth of a second."""
    writes = """
import time
import small_engine
from askmap.backend.stages import Thought
def ground(self, scene, question, report):
    for number in range(1_000_000):
        report(Thought(f"{number} "))
        time.sleep(0.01)
small_engine.Answering.ground = ground
"""
    engine = small_child(tmp_path, "small", more=writes)
    engine.load()
    pid, stopped = engine.pid, []

    def stop(event: Event) -> None:
        if isinstance(event, Thought) and event.piece == "20 ":
            stopped.append(time.monotonic())
            raise Cancelled

    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, stop)
    assert time.monotonic() - stopped[0] < 2  # far less where nothing else runs
    assert engine.pid == pid
    assert is_running(pid)


def test_a_stop_while_the_models_load_ends_the_child(tmp_path):
    engine = small_child(
        tmp_path,
        "small",
        more="serve_now, serve = serve, lambda f, l: serve_now(f, lambda s: __import__('time').sleep(600))",
    )
    before, pids = children_of(), set()  # one of a test before may end with its engine, whenever that is

    def stop(event: Event) -> None:
        pids.update(children_of() - before)
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, stop)
    assert pids
    assert [pid for pid in pids if is_running(pid)] == []


def test_a_stop_is_heard_while_the_kept_engine_loads(tmp_path):
    slow = "serve_now, serve = serve, lambda f, l: serve_now(f, lambda s: __import__('time').sleep(600))"
    before = children_of()

    def stop(event: Event) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_in_child(EngineSettings(), small_command(tmp_path, "small", more=slow), stop)
    unload_child()
    assert children_of() <= before


@pytest.fixture
def heeds_ctrl_c():
    """What a shell begins in the background ignores it, and so does all that it begins."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_in_a_shell_stops_the_question_and_not_the_child(tmp_path):
    engine = small_child(tmp_path, "heeding")
    engine.load()
    pid = engine.pid
    interrupt = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    interrupt.start()
    with pytest.raises(KeyboardInterrupt):
        engine.answer(scene_of(), ASKED)
    interrupt.join()
    assert is_running(pid)
    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, lambda event: (_ for _ in ()).throw(Cancelled))
    assert engine.pid == pid
