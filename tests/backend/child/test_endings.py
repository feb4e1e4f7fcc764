"""However the child ends, the question ends in a sentence with a next step, and the next one is answered."""

from __future__ import annotations

import os
import random
import signal
import threading
from contextlib import suppress

import pytest
from askmap.backend.child.conversation import BugInChild, ChildCommand, Patience
from askmap.backend.child.engine import ChildEngine
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import EngineEnded, OutOfMemory
from askmap.backend.stages import Event, Progress, Thought
from askmap.backend.version import __version__
from children import (
    child_of,
    children_of,
    is_running,
    pixels_folder_of,
    small_child,
    small_command,
    wait_until,
)
from small_engine import ASKED, scene_of

HELLO = f'print(json.dumps({{"hello": {__version__!r}}}), flush=True)\n'

LOADED = f"""
import json, sys, time
sys.stdout.reconfigure(line_buffering=True)
{HELLO}
sys.stdin.readline()
print('{{"end": "loaded"}}', flush=True)
"""

AT_ONCE = Patience(start_s=1.5, silent_s=1.5)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_child_that_is_killed_while_it_answers_ends_the_question_alone(tmp_path, number):
    engine = small_child(tmp_path, "heeding")
    engine.load()
    pid, folder = engine.pid, pixels_folder_of(engine)

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
