"""A child lives as long as somebody holds its engine, and no longer than its parent."""

from __future__ import annotations

import gc
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from askmap.backend.child.engine import load_in_child, unload_child
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import AskMapError, NotWritten
from askmap.backend.stages import Event, Thought
from children import is_running, pixels_folder_of, small_child, small_command, wait_until
from small_engine import ASKED, SQUARE, scene_of


def test_the_child_ends_when_nobody_holds_its_engine(tmp_path):
    engine = small_child(tmp_path, "small")
    engine.answer(scene_of(), ASKED)
    pid, folder = engine.pid, pixels_folder_of(engine)
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
    patient = (
        "from askmap.backend.child import process\nprocess.GOODBYE_S = 60.0\n"  # the machine may be busy
    )
    told = subprocess.run(
        [sys.executable, "-X", "dev", "-c", patient + program], capture_output=True, text=True, check=True
    )
    pid, _, folder = told.stdout.split()
    # asyncio tells of steps that took long, on a busy machine
    assert [line for line in told.stderr.splitlines() if not line.startswith("Executing <")] == []
    wait_until(lambda: not is_running(int(pid)))
    assert not Path(folder).exists()


def test_no_port_is_opened_and_memory_ends_with_the_child_first(tmp_path):
    engine = small_child(tmp_path, "small")
    engine.segment(scene_of(), [SQUARE])
    files = [os.readlink(file) for file in Path(f"/proc/{engine.pid}/fd").iterdir()]
    assert [file for file in files if file.startswith("socket:")] == []
    assert Path(f"/proc/{engine.pid}/oom_score_adj").read_text() == "500\n"


def test_a_child_whose_folder_was_tidied_away_is_replaced(tmp_path):
    """As systems do with what has lain there for days."""
    engine = small_child(tmp_path, "small")
    engine.answer(scene_of(), ASKED)
    before, folder = engine.pid, pixels_folder_of(engine)
    shutil.rmtree(folder)
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    assert engine.pid != before
    assert not is_running(before)


def test_a_folder_that_is_tidied_away_during_a_question_is_no_fault_of_its_answer(tmp_path):
    engine = small_child(tmp_path, "small")
    engine.load()

    def tidy(event: Event) -> None:
        if isinstance(event, Thought):
            folder = pixels_folder_of(engine)
            while folder.exists():  # the child writes into it at the same time
                shutil.rmtree(folder, ignore_errors=True)

    with pytest.raises(AskMapError):
        engine.answer(scene_of(), ASKED, tidy)
    assert engine.answer(scene_of(), ASKED).masks.masks.any()


def test_where_no_folder_can_be_made_there_is_a_sentence_and_no_child(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    (tmp_path / "gone").rmdir()
    engine = small_child(tmp_path, "small")
    with pytest.raises(NotWritten, match="pixels cannot be written to .*gone: No such file"):
        engine.answer(scene_of(), ASKED)
    assert engine.pid is None
