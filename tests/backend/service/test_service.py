"""One service for several programs, as a real process behind a real socket."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from askmap.backend.child.engine import ChildEngine
from askmap.backend.child.pixels import SCENE, write_scene
from askmap.backend.child.wire import line_of, question_to_plain, scene_to_plain, settings_to_plain
from askmap.backend.cli import main
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import BadData, Cancelled, EngineEnded
from askmap.backend.service import place
from askmap.backend.service.client import Service, end_service, running_service, started_service
from askmap.backend.stages import Event, Thought
from children import wait_until
from services import small_service, start_small_service
from small_engine import ASKED, SQUARE, scene_of


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where the service of this test listens, and nobody else's."""
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    yield place.private_folder()
    end_service()


Serving = Callable[..., subprocess.Popen]


@pytest.fixture
def serving(folder):
    """Starts a service with the engine of that name in small_engine.ENGINES; what it prints can be read."""
    started = []

    def start(
        name: str = "small",
        more: str = "",
        idle_s: float = 60.0,
        ready: Callable[[], object] = running_service,
    ) -> subprocess.Popen:
        started.append(start_small_service(folder, name, more, idle_s))
        wait_until(lambda: ready() or started[-1].poll() is not None)
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def engine_of(service: Service, seed: int = 0) -> ChildEngine:
    return ChildEngine(EngineSettings(seed=seed), service)


def test_several_programs_ask_one_engine_that_is_loaded_once(serving):
    process = serving()
    for _ in range(3):
        engine = engine_of(running_service())
        answer = engine.answer(scene_of(), ASKED)
        assert answer.masks.masks.sum() == 8
        assert answer.provenance.source == "sea.tif"
        assert engine.segment(scene_of(), [SQUARE]).masks.sum() == 4
        engine.close()
    end_service()
    assert process.communicate()[0] == "loaded 0\n"


def test_two_at_once_take_turns(serving):
    serving()
    sums = []

    def ask(seed: int) -> None:
        engine = engine_of(running_service(), seed)
        sums.append(engine.answer(scene_of(), ASKED).masks.masks.sum())
        engine.close()

    threads = [threading.Thread(target=ask, args=(number % 2,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sums == [8] * 6


def test_the_socket_is_the_users_alone(serving, folder):
    serving()
    assert stat.S_IMODE((folder / place.SOCKET).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_port_is_opened(serving):
    process = serving()
    inodes = {os.readlink(file) for file in Path(f"/proc/{process.pid}/fd").iterdir() if file.is_symlink()}
    tables = "".join(Path(f"/proc/{process.pid}/net/{kind}").read_text() for kind in ("tcp", "tcp6", "udp"))
    assert [one for one in inodes if one.startswith("socket:[") and one[8:-1] in tables.split()] == []


def test_a_folder_of_others_is_not_used(folder):
    folder.chmod(0o755)
    with pytest.raises(EngineEnded, match="not yours alone"):
        started_service()
    (folder / place.SOCKET).touch()
    assert running_service() is None
    folder.chmod(0o700)


def test_it_ends_when_nobody_has_asked_for_long(serving, folder):
    process = serving(idle_s=1.0)
    engine = engine_of(running_service())
    engine.answer(scene_of(), ASKED)
    assert process.wait(60) == 0  # although it is still held
    assert not (folder / place.SOCKET).exists()
    assert running_service() is None
    with pytest.raises(EngineEnded, match="cannot be reached"):
        engine.answer(scene_of(), ASKED)


def test_it_lives_on_between_questions(serving):
    """The watchdog of the last connection is called off with it."""
    process = serving(more="from askmap.backend.child import program; program.STUCK_S = 2.0")
    engine = engine_of(running_service())
    engine.answer(scene_of(), ASKED)
    engine.close()
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(5)


def test_it_does_not_end_at_work(serving):
    writes = """
import time, small_engine
from askmap.backend.stages import Thought
def ground(self, scene, question, report):
    for number in range(30):
        report(Thought(f"{number} "))
        time.sleep(0.1)
    return self._grounding
small_engine.Answering.ground = ground
"""
    serving(more=writes, idle_s=1.0)
    engine = engine_of(running_service())
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    engine.close()


def test_another_version_is_refused_in_one_sentence(serving, folder):
    serving(more="server.__version__ = '0.1.0'", ready=lambda: (folder / place.SOCKET).exists())
    assert running_service() is None
    with pytest.raises(EngineEnded, match=r"is of AskMap 0\.1\.0, and this is AskMap") as failed:
        started_service()
    assert "askmap serve --end" in failed.value.hint


def test_a_second_one_gives_way(serving, folder):
    first = serving()
    second = subprocess.run(small_service(folder), capture_output=True, text=True, timeout=120)
    assert "RunsAlready" in second.stderr
    assert first.poll() is None
    assert running_service() is not None


def test_one_that_was_killed_is_replaced(serving, folder):
    first = serving()
    first.kill()
    first.wait()
    assert (folder / place.SOCKET).exists()
    assert running_service() is None
    serving()
    engine = engine_of(running_service())
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    engine.close()


def test_a_service_that_is_killed_at_work_ends_the_question_in_a_sentence(serving):
    process = serving("heeding")

    def kill(event: Event) -> None:
        if isinstance(event, Thought):
            process.kill()

    with pytest.raises(EngineEnded, match="ended before it had answered: the service ended") as failed:
        engine_of(running_service()).answer(scene_of(), ASKED, kill)
    assert "Ask again" in failed.value.hint


def test_a_stop_ends_the_question_and_not_the_service(serving):
    process = serving("heeding")
    engine = engine_of(running_service())

    def stop(event: Event) -> None:
        if isinstance(event, Thought):
            raise Cancelled

    for _ in range(2):
        with pytest.raises(Cancelled):
            engine.answer(scene_of(), ASKED, stop)
    assert process.poll() is None
    engine.close()


ASKS = """
import sys
sys.path.append({support!r})
from askmap.backend.child.engine import ChildEngine
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.service.client import running_service
from askmap.backend.stages import Thought
from services import small_service, start_small_service
from small_engine import ASKED, scene_of
engine = ChildEngine(EngineSettings(), running_service())
engine.answer(scene_of(), ASKED, lambda event: isinstance(event, Thought) and print("asks", flush=True))
"""


def test_a_client_that_is_killed_stops_its_question_and_leaves_no_pixels(serving, tmp_path, monkeypatch):
    process = serving("heeding")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    support = str(Path(sys.modules["children"].__file__).parent)
    with subprocess.Popen(
        [sys.executable, "-c", ASKS.format(support=support)], stdout=subprocess.PIPE, text=True
    ) as asking:
        assert asking.stdout.readline() == "asks\n"
        assert list(tmp_path.glob("askmap-*/scene"))
        asking.kill()
    wait_until(lambda: not list(tmp_path.glob("askmap-*")))
    assert process.poll() is None
    assert running_service() is not None


def test_pixels_that_their_writer_removes_at_the_same_time_do_not_end_the_service(serving):
    """As a client that leaves does. The service looks into the folder just before it is gone."""
    goes = """
import os, subprocess
for name in ("listdir", "scandir"):
    def look(place, before=getattr(os, name)):
        if os.path.basename(str(place)).startswith("askmap-"):
            subprocess.call(["rm", "-r", place])
        return before(place)
    setattr(os, name, look)
"""
    process = serving(more=goes)
    for _ in range(2):
        engine = engine_of(running_service())
        assert engine.answer(scene_of(), ASKED).masks.masks.any()
        engine.close()
        time.sleep(0.3)
    assert process.poll() is None


def test_pixels_that_are_gone_end_the_question_and_not_the_service(serving, monkeypatch):
    process = serving()
    engine = engine_of(running_service())
    with monkeypatch.context() as gone:
        gone.setattr("askmap.backend.child.engine.write_scene", lambda *_: None)
        with pytest.raises(BadData, match="scene cannot be read: No such file"):
            engine.answer(scene_of(), ASKED)
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    assert process.poll() is None
    engine.close()


def test_a_client_that_reads_no_more_is_let_go_and_holds_nobody_up(serving, folder, tmp_path):
    """Such as a shell after Ctrl-Z."""
    talks = """
import small_engine
from askmap.backend.stages import Thought
server.SEND_S = 1
def ground(self, scene, question, report):
    for _ in range(20 if question.text == "much?" else 0):
        report(Thought(100_000 * "x"))
    return self._grounding
small_engine.Answering.ground = ground
"""
    process = serving(more=talks)
    pixels = tmp_path / "pixels"
    pixels.mkdir()
    scene = scene_of()
    write_scene(pixels / SCENE, scene.image, scene.valid)
    question = {"do": "answer", "job": 1, "question": question_to_plain(replace(ASKED, text="much?"))}
    load = {"do": "load", "settings": settings_to_plain(EngineSettings())}
    with place.connect(folder / place.SOCKET) as stopped:
        for parts in (
            {"folder": str(pixels)},
            load,
            {**question, "scene": scene_to_plain(scene), "pixels": SCENE},
        ):
            stopped.sendall(line_of(parts))
        engine = engine_of(running_service())
        assert engine.answer(scene, ASKED).masks.masks.any()
        engine.close()
        wait_until(lambda: not list(pixels.glob("*")))
    assert process.poll() is None


def test_too_many_files_end_nothing(serving, folder):
    """Nobody can be heard until some are closed."""
    few = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40))"
    process = serving(more=few)
    with ExitStack() as open_ones:
        for _ in range(50):
            open_ones.enter_context(place.connect(folder / place.SOCKET))
        wait_until(lambda: process.poll() is not None or len(os.listdir(f"/proc/{process.pid}/fd")) == 40)
    wait_until(running_service)
    assert process.poll() is None


def test_a_bug_is_told_with_its_traceback_and_ends_the_service(serving):
    buggy = "import small_engine\ndef ground(self, *_): return 1 // 0\nsmall_engine.Answering.ground = ground"
    process = serving(more=buggy)
    with pytest.raises(Exception, match=r"(?s)Traceback.*in ground.*ZeroDivisionError"):
        engine_of(running_service()).answer(scene_of(), ASKED)
    assert process.wait(60) == 1


@pytest.mark.parametrize(
    "nonsense",
    [b"", b"GET / HTTP/1.1\r\n\r\n", b"{}\n", b"[]\n", b'{"folder": 7}\n', b'{"folder": "/x"}\n\xff\n'],
)
def test_whoever_talks_nonsense_is_let_go(serving, folder, nonsense):
    process = serving()
    with place.connect(folder / place.SOCKET) as stranger:
        stranger.sendall(nonsense)
        stranger.shutdown(socket.SHUT_WR)
        while stranger.recv(4096):
            pass
    assert process.poll() is None
    engine = engine_of(running_service())
    assert engine.answer(scene_of(), ASKED).masks.masks.any()
    engine.close()


def test_the_shell_asks_the_service_that_runs(serving, flat_raster, capsys):
    serving()
    assert main(["ask", str(flat_raster), "where?", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["provenance"]["reasoner"] == "answering"


def test_the_shell_says_how_it_is_ended(serving, capsys):
    process = serving()
    assert main(["serve", "--end"]) == 0
    assert "The service has ended." in capsys.readouterr().err
    assert process.wait(60) == 0
    assert main(["serve", "--end"]) == 0
    assert "No service runs." in capsys.readouterr().err


def test_the_real_command_starts_it_once_for_whoever_comes_first_and_ends_it(folder):
    service = started_service()
    assert started_service() == service == running_service()
    assert end_service()
    assert not end_service()
    wait_until(lambda: running_service() is None)


def test_a_service_that_cannot_start_says_where_to_read_why(folder, monkeypatch, tmp_path):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho no packages\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(EngineEnded, match="did not start") as failed:
        started_service()
    assert str(folder / place.LOG) in str(failed.value)
    assert (folder / place.LOG).read_text() == "no packages\n"
