"""However the child ends, the question ends in a sentence with a next step, and the next one is answered."""

from __future__ import annotations

import gc
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from askmap.backend.child.conversation import BugInChild, ChildCommand, Patience
from askmap.backend.child.engine import ChildEngine, load_in_child, unload_child
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import Cancelled, EngineEnded, OutOfMemory
from askmap.backend.stages import Event, MaskFound, Progress, Thought
from askmap.backend.version import __version__
from children import child_of, children_of, is_running, small_child, small_command, wait_until
from small_engine import ASKED, SQUARE, scene_of

HELLO = f'print(json.dumps({{"hello": {__version__!r}}}), flush=True)\n'
LOADED = f"""
import json, sys, time
sys.stdout.reconfigure(line_buffering=True)
{HELLO}
sys.stdin.readline()
print('{{"end": "loaded"}}', flush=True)
"""
SOON = Patience(start_s=60, silent_s=4.0, ping_s=2.0, stop_s=1.0)
AT_ONCE = Patience(start_s=1.5, silent_s=1.5)


def folder_of(engine: ChildEngine) -> Path:
    """Where its pixels lie."""
    return Path(Path(f"/proc/{engine.pid}/cmdline").read_bytes().split(b"\0")[2].decode())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_child_that_is_killed_while_it_answers_ends_the_question_alone(tmp_path, number):
    engine = small_child(tmp_path, "heeding")
    engine.load()
    pid, folder = engine.pid, folder_of(engine)

    def kill(event: Event) -> None:
        if isinstance(event, Thought):
            os.kill(pid, number)

    with pytest.raises(EngineEnded, match=f"ended before it had answered: {number.name}") as failed:
        engine.answer(scene_of(), ASKED, kill)
    assert "Ask again" in failed.value.hint
    assert not is_running(pid)
    assert not folder.exists()
    (tmp_path / "program.py").write_text((tmp_path / "program.py").read_text().replace("heeding", "small"))
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    assert engine.pid != pid


def test_a_child_that_was_killed_between_two_questions_is_not_missed(tmp_path):
    engine = small_child(tmp_path, "small")
    engine.answer(scene_of(), ASKED)
    os.kill(engine.pid, signal.SIGKILL)
    heard: list[Event] = []
    assert engine.answer(scene_of(), ASKED, heard.append).masks.masks.any()
    assert Progress(0.0, "Loading the models") in heard


def test_a_child_that_is_killed_at_any_moment_costs_one_question_at_most(tmp_path):
    engine, rng = small_child(tmp_path, "small"), random.Random(0)
    for _ in range(15):
        kill = threading.Timer(
            rng.uniform(0, 0.4), lambda: [os.kill(pid, signal.SIGKILL) for pid in children_of()]
        )
        kill.start()
        with suppress(EngineEnded):
            assert engine.answer(scene_of(), ASKED).masks.masks.sum() == 8
        kill.join()
        assert engine.answer(scene_of(), ASKED).masks.masks.sum() == 8


def test_a_child_that_hangs_between_two_questions_is_not_missed_either(tmp_path):
    engine = small_child(tmp_path, "small", patience=SOON)
    engine.load()
    pid = engine.pid
    os.kill(pid, signal.SIGSTOP)
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


def test_memory_that_the_system_refuses_ends_the_question_alone(tmp_path):
    """A real limit of the process, as some systems and users set it."""
    hungry = """
import resource, numpy, small_engine
def seen(self, image):
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if image.shape == (5, 8, 3):
        return numpy.ones((8 << 30,), numpy.uint8)
small_engine.Answering.seen = seen
"""
    engine = small_child(tmp_path, "small", more=hungry)
    with pytest.raises(OutOfMemory, match="did not get the memory") as failed:
        engine.answer(scene_of(), ASKED)
    assert "smaller" in failed.value.hint
    small_command(tmp_path, "small")
    engine.close()
    assert engine.answer(scene_of(), ASKED).masks.masks.any()


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
    pids: list[int] = []

    def stop(event: Event) -> None:
        pids.extend(children_of())
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, stop)
    assert pids
    assert [pid for pid in pids if is_running(pid)] == []


NONSENSE = {
    "no JSON": "print('Welcome!')",
    "no object": "print('[1, 2]')",
    "an unknown event": """print('{"event": "party"}')""",
    "an unknown end": """print('{"end": "party"}')""",
    "an event without its fields": """print('{"event": "progress"}')""",
    "a mask that is not there": """print('{"event": "mask", "index": 0, "score": 1, "file": 7}')""",
    "an answer of nothing": """print('{"end": "answer"}')""",
    "an error of nobody": """print('{"end": "error", "error": "{}"}')""",
    "bytes": "sys.stdout.buffer.write(bytes(range(256)) * 100 + b'\\n'); sys.stdout.flush()",
    "a line without an end": "[sys.stdout.write('x' * 65536) for _ in iter(int, 1)]",
    "lines without an end": """
line = json.dumps({"event": "thought", "piece": "x" * 65536})
while True:
    print(line)""",
}


@pytest.mark.parametrize("nonsense", NONSENSE.values(), ids=NONSENSE)
def test_a_child_that_writes_nonsense_is_ended(tmp_path, nonsense):
    engine = child_of(tmp_path, f"{LOADED}sys.stdin.readline()\n{nonsense}\ntime.sleep(600)")
    engine.load()
    pid = engine.pid
    with pytest.raises(EngineEnded, match="cannot read") as failed:
        engine.answer(scene_of(), ASKED)
    assert "Ask again" in failed.value.hint
    assert not is_running(pid)


def test_what_a_child_says_unasked_ends_it_and_not_the_question(tmp_path):
    engine = child_of(
        tmp_path, f"{LOADED}print('{{}}', flush=True)\nopen('{tmp_path}/said', 'x')\ntime.sleep(600)"
    )
    engine.load()
    pid = engine.pid
    wait_until((tmp_path / "said").exists)
    small_command(tmp_path, "small")  # the program of the next one
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    assert not is_running(pid)


def test_what_a_library_prints_disturbs_nobody(tmp_path):
    prints = """
import os, subprocess, sys
import small_engine
def seen(self, image):
    print("Loading shards", "x" * 100_000)
    os.write(1, b"from C" * 100_000)
    print("warning" * 100_000, file=sys.stderr)
    subprocess.run([sys.executable, "-c", "print(input())"], capture_output=False)
    return image
small_engine.Answering.seen = seen
"""
    engine = small_child(tmp_path, "small", more=prints)
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    assert engine.answer(scene_of(), ASKED).masks.masks.any()


@pytest.mark.parametrize(
    ("program", "match"),
    [
        ("raise SystemExit(3)", "exit code 3"),
        ("import nowhere", "exit code 1: ModuleNotFoundError: No module named 'nowhere'"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "SIGKILL"),
        ("print('Python 2')", "cannot read"),
        ("""print('{"hello": "0.1.0"}')""", "is of AskMap 0.1.0, and this is AskMap"),
        ("""print('{"hello": 7}')""", "cannot read"),
        (f"import json, time\n{HELLO}time.sleep(600)", "no sign of life for 2 seconds"),
        ("import time; time.sleep(600)", "no sign of life for 2 seconds"),
    ],
)
def test_a_child_that_does_not_come_to_life_is_an_error(tmp_path, program, match):
    before = children_of()
    engine = child_of(tmp_path, program, AT_ONCE)
    for ask in (engine.load, lambda: engine.answer(scene_of(), ASKED)):
        with pytest.raises(EngineEnded, match=match) as failed:
            ask()
        assert failed.value.hint
    assert children_of() == before


@pytest.mark.parametrize("program", ["nowhere/python3", "data.txt"])
def test_an_interpreter_that_is_none_is_an_error(tmp_path, program):
    (tmp_path / "data.txt").write_text("no program")
    engine = ChildEngine(EngineSettings(), ChildCommand(tmp_path / program))
    with pytest.raises(EngineEnded, match="cannot be started") as failed:
        engine.load()
    assert "Install the packages" in failed.value.hint


def test_a_bug_of_the_child_is_a_bug_here_with_its_traceback(tmp_path):
    buggy = "import small_engine\ndef ground(self, *_): return 1 // 0\nsmall_engine.Answering.ground = ground"
    engine = small_child(tmp_path, "small", more=buggy)
    with pytest.raises(BugInChild, match=r"(?s)Traceback.*in ground.*ZeroDivisionError"):
        engine.answer(scene_of(), ASKED)


def test_the_child_ends_when_nobody_holds_its_engine(tmp_path):
    engine = small_child(tmp_path, "small")
    engine.answer(scene_of(), ASKED)
    pid, folder = engine.pid, folder_of(engine)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == []  # what was read is removed
    del engine
    gc.collect()
    assert not is_running(pid)
    assert not folder.exists()


def test_one_engine_is_loaded_at_a_time(tmp_path):
    command = small_command(tmp_path, "small")
    first = load_in_child(EngineSettings(), command).pid
    assert load_in_child(EngineSettings(), command).pid == first
    second = load_in_child(EngineSettings(seed=1), command).pid
    assert (is_running(first), is_running(second)) == (False, True)
    unload_child()
    assert not is_running(second)


def test_an_engine_that_is_let_go_ends_with_the_question_it_answers(tmp_path):
    """Whoever lets it go does not wait, and whoever asked gets the answer."""
    engine = load_in_child(EngineSettings(), small_command(tmp_path, "small"))
    pid, heard = engine.pid, []

    def let_go(event: Event) -> None:
        if not heard:
            unload_child()
        heard.append(is_running(pid))

    assert engine.answer(scene_of(), ASKED, let_go).masks.masks.any()
    assert all(heard)
    assert not is_running(pid)
    assert load_in_child(EngineSettings(), small_command(tmp_path, "small")) is not engine
    unload_child()


def test_a_stop_is_heard_while_the_kept_engine_loads(tmp_path):
    slow = "serve_now, serve = serve, lambda f, l: serve_now(f, lambda s: __import__('time').sleep(600))"
    before = children_of()

    def stop(event: Event) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        load_in_child(EngineSettings(), small_command(tmp_path, "small", more=slow), stop)
    unload_child()
    assert children_of() <= before


PARENT = """
import sys, time
sys.path.append({support!r})
from pathlib import Path
from children import small_child
from small_engine import ASKED, scene_of
engine = small_child(Path({folder!r}), {name!r}, more={more!r})
engine.load()
print(engine.pid, flush=True)
engine.answer(scene_of(), ASKED)
print("answered", flush=True)
time.sleep(600)
"""
HOLDS_PYTHON = """
import ctypes, small_engine
from askmap.backend.child import program
program.STUCK_S = 3.0
small_engine.Answering.seen = lambda s, image: ctypes.PyDLL(None).sleep(600)
"""


@pytest.mark.parametrize(
    ("name", "more"),
    [("small", ""), ("heeding", ""), ("small", HOLDS_PYTHON)],
    ids=["idle", "at work", "stuck"],
)
def test_no_child_outlives_its_parent(tmp_path, name, more):
    """Killed without a chance to say goodbye."""
    support = str(Path(sys.modules["children"].__file__).parent)
    program = PARENT.format(support=support, folder=str(tmp_path), name=name, more=more)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        folder = Path(Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[2].decode())
        if name == "small" and not more:
            assert parent.stdout.readline() == "answered\n"
        time.sleep(0.5)
        assert is_running(pid)
        parent.kill()
    wait_until(lambda: not is_running(pid), 30)
    if not more:
        assert not folder.exists()


def test_a_parent_that_ends_by_itself_leaves_nothing(tmp_path):
    support = str(Path(sys.modules["children"].__file__).parent)
    program = PARENT.format(support=support, folder=str(tmp_path), name="small", more="")
    program = program.replace("time.sleep(600)", "print(engine._child.folder)")
    told = subprocess.run(
        [sys.executable, "-X", "dev", "-c", program], capture_output=True, text=True, check=True
    )
    pid, _, folder = told.stdout.split()
    assert told.stderr == ""
    assert not is_running(int(pid))
    assert not Path(folder).exists()


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


def test_no_port_is_opened_and_memory_ends_with_the_child_first(tmp_path):
    engine = small_child(tmp_path, "small")
    engine.segment(scene_of(), [SQUARE])
    files = [os.readlink(file) for file in Path(f"/proc/{engine.pid}/fd").iterdir()]
    assert [file for file in files if file.startswith("socket:")] == []
    assert Path(f"/proc/{engine.pid}/oom_score_adj").read_text() == "500\n"
