"""A service may end, or be about to, just as somebody comes to it: that is for nobody to see."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from askmap.backend import api, cli
from askmap.backend.child.engine import ChildEngine
from askmap.backend.child.wire import line_of
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import EngineEnded, ServiceGone
from askmap.backend.service import client, place, server
from askmap.backend.service.client import Service, end_service, running_service, started_service
from askmap.backend.version import __version__
from services import start_small_service
from small_engine import ASKED, ENGINES, scene_of

GREETS, ENDS = True, False


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Iterator[Path]:
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    yield place.private_folder()
    end_service()


@pytest.fixture
def spawned(folder, monkeypatch) -> Iterator[list[int]]:
    """The processes that were started as services, which have a small engine."""
    processes = []

    def spawn(log: Path) -> int:
        processes.append(start_small_service(folder))
        pids.append(processes[-1].pid)
        return pids[-1]

    pids: list[int] = []
    monkeypatch.setattr(client, "spawn", spawn)
    yield pids
    for process in processes:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def dying(folder) -> Iterator[Callable[..., None]]:
    """A service that greets so many clients or ends before it has; after the last of them it is gone."""
    threads = []

    def serve(*clients: bool, leaves: bool = True) -> None:
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listening.bind(str(folder / place.SOCKET))
        listening.listen()
        threads.append(threading.Thread(target=_greet, args=(listening, clients, folder, leaves)))
        threads[-1].start()

    yield serve
    for thread in threads:
        thread.join()


def _greet(listening: socket.socket, clients: tuple[bool, ...], folder: Path, leaves: bool) -> None:
    with listening:
        for greets in clients:
            connection, _ = listening.accept()
            with connection:
                if greets:
                    connection.sendall(line_of({"hello": __version__}))
                    connection.recv(1)  # until it has heard that
        if leaves:
            (folder / place.SOCKET).unlink()


def answers(service: Service) -> bool:
    with closing(ChildEngine(EngineSettings(), service)) as engine:
        return bool(engine.answer(scene_of(), ASKED).masks.masks.any())


def test_one_that_ends_before_it_greets_is_replaced_where_one_is_wanted(dying, spawned):
    dying(GREETS, GREETS, ENDS)
    assert answers(started_service())
    assert len(spawned) == 1


def test_one_that_ends_before_it_is_reached_is_replaced_where_one_is_wanted(dying, spawned):
    dying(GREETS)
    assert answers(started_service())
    assert len(spawned) == 1


def test_one_that_ends_between_two_questions_is_replaced_where_one_is_wanted(folder, spawned):
    with closing(ChildEngine(EngineSettings(), started_service())) as engine:
        assert engine.answer(scene_of(), ASKED).masks.masks.any()
        end_service()
        assert engine.answer(scene_of(), ASKED).masks.masks.any()
    assert len(spawned) == 2


def test_those_that_always_end_are_not_tried_for_ever(dying, spawned):
    dying(GREETS, *(GREETS, ENDS) * client.TRIES)
    with pytest.raises(ServiceGone, match="The service cannot be reached: .*the service ended"):
        answers(started_service())
    assert spawned == []


def test_one_that_ends_is_not_replaced_where_none_is_wanted(dying, spawned):
    dying(GREETS, ENDS)
    with pytest.raises(ServiceGone):
        answers(running_service())
    assert spawned == []


def test_the_lock_of_one_that_is_about_to_end_is_waited_for(folder, spawned, monkeypatch):
    """Its socket is gone; whoever is started meanwhile finds that one runs already, and ends well."""
    start = client.spawn

    def give_way(log: Path) -> int:
        monkeypatch.setattr(client, "spawn", start)
        return os.posix_spawn("/bin/true", ["true"], os.environ)

    monkeypatch.setattr(client, "spawn", give_way)
    assert answers(started_service())
    assert len(spawned) == 1


@pytest.mark.parametrize("clients", [(GREETS,), (GREETS, ENDS)])
def test_the_shell_loads_an_engine_of_its_own_where_the_service_has_just_ended(
    dying, spawned, flat_raster, monkeypatch, capsys, clients
):
    monkeypatch.setattr(api, "load_engine", lambda settings: ENGINES["small"]())
    dying(*clients)
    assert cli.main(["ask", str(flat_raster), "where?", "--json"]) == 0
    assert '"answering"' in capsys.readouterr().out
    assert spawned == []


def test_the_shell_never_sees_a_service_end_where_it_wants_one(dying, spawned, flat_raster, capsys):
    dying(GREETS, GREETS, ENDS)
    assert cli.main(["ask", str(flat_raster), "where?", "--json", "--served"]) == 0
    assert '"answering"' in capsys.readouterr().out


def test_a_folder_that_cannot_be_used_is_named(folder, monkeypatch):
    def locks_are_unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(server.fcntl, "flock", locks_are_unknown)
    with pytest.raises(EngineEnded, match=r"No service can be used in .*: Operation not supported"):
        server.serve(folder)


def test_a_folder_whose_path_is_too_long_for_a_socket_is_named(tmp_path, monkeypatch):
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    assert cli.main(["serve"]) == cli.MODEL


def test_a_place_that_takes_no_folder_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    monkeypatch.setattr(place.tempfile, "tempdir", str(tmp_path / "gone"))
    assert running_service() is None
    with pytest.raises(EngineEnded, match="No service can be used in .*No such file"):
        started_service()


def test_the_runtime_folder_of_another_user_is_left_alone(tmp_path, monkeypatch):
    """As it is named after «su» or «sudo -E»."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert place.service_folder() == tmp_path / "askmap"
    monkeypatch.setattr(place.os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert place.service_folder() == Path(place.tempfile.gettempdir()) / f"askmap-{place.os.getuid()}"


def test_a_runtime_folder_that_cannot_be_looked_into_is_no_fault(tmp_path, monkeypatch):
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    assert running_service() is None
