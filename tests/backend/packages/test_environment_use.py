from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path

import pytest
from askmap.backend.engine.local_kind import load_local
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import MissingPackage
from askmap.backend.packages import environment_use
from askmap.backend.packages.environment_use import (
    MARKER,
    EnvironmentInUse,
    Held,
    hold_environment,
    remove_marker,
)


@pytest.fixture
def environment(tmp_path, monkeypatch) -> Path:
    """With one module, which is on Python's path."""
    place = tmp_path / "environments" / "0123"
    (place / "lib").mkdir(parents=True)
    (place / "lib" / "of_this_environment.py").touch()
    (place / "pyvenv.cfg").touch()
    (place / MARKER).write_text("{}")
    monkeypatch.syspath_prepend(str(place / "lib"))
    held = Held()
    monkeypatch.setattr(environment_use, "held", held)
    yield place
    held.let_go()


def test_what_is_held_stays_and_its_holder_is_named(environment):
    for _ in range(2):
        hold_environment("of_this_environment")
    with pytest.raises(EnvironmentInUse) as caught:
        remove_marker(environment, wait_s=0)
    assert caught.value.pids == (os.getpid(),)
    assert (environment / MARKER).is_file()


def test_what_nobody_holds_is_removed_and_may_be_again(environment):
    remove_marker(environment)
    assert not (environment / MARKER).exists()
    remove_marker(environment)
    hold_environment("of_this_environment")  # it is none of ours any more


@pytest.mark.parametrize("module", ["json", "sys", "there_is_no_such_module", "without_a_place"])
def test_packages_from_elsewhere_are_nobodys_to_hold(environment, monkeypatch, module):
    monkeypatch.setitem(sys.modules, "without_a_place", type(sys)("without_a_place"))
    hold_environment(module)
    remove_marker(environment, wait_s=0)


def test_who_comes_while_it_is_removed_is_told(environment):
    with (environment / MARKER).open("rb") as removing:
        fcntl.flock(removing, fcntl.LOCK_EX)
        with pytest.raises(MissingPackage, match="removed or replaced by another QGIS") as caught:
            hold_environment("of_this_environment")
    assert "Ask again" in caught.value.hint
    hold_environment("of_this_environment")


@pytest.mark.parametrize("at", ["open", "lock"])
def test_who_comes_too_late_by_a_moment_is_told(environment, monkeypatch, at):
    marker = environment / MARKER
    opened, locked = Path.open, fcntl.flock

    def open_late(path: Path, *rest: str):
        marker.unlink()
        return opened(path, *rest)

    def lock_late(*rest: object) -> None:
        marker.unlink()
        locked(*rest)

    if at == "open":
        monkeypatch.setattr(Path, "open", open_late)
    else:
        monkeypatch.setattr(environment_use.fcntl, "flock", lock_late)
    with pytest.raises(MissingPackage, match="removed or replaced"):
        hold_environment("of_this_environment")


def test_where_no_locks_are_known_nothing_stops(environment, monkeypatch):
    """As on some network drives."""

    def unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(environment_use.fcntl, "flock", unknown)
    hold_environment("of_this_environment")
    remove_marker(environment)
    assert not (environment / MARKER).exists()


def test_a_marker_that_may_not_be_read_stops_nothing(environment, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as refused:
        refused.setattr(Path, "open", refuse)
        hold_environment("of_this_environment")
        with pytest.raises(PermissionError):
            remove_marker(environment)


def test_an_environment_behind_a_link_is_the_same_one(environment, tmp_path, monkeypatch):
    (tmp_path / "link").symlink_to(environment)
    monkeypatch.syspath_prepend(str(tmp_path / "link" / "lib"))
    hold_environment("of_this_environment")
    with pytest.raises(EnvironmentInUse):
        remove_marker(environment, wait_s=0)


def test_the_engine_of_this_computer_holds_the_packages_before_they_are_loaded(monkeypatch):
    """Those that hold nothing fail, too."""

    def hold(module: str) -> None:
        raise MissingPackage(error=f"held {module}")

    monkeypatch.setattr("askmap.backend.engine.local_kind.hold_environment", hold)
    with pytest.raises(MissingPackage, match="held torch"):
        load_local(EngineSettings())
