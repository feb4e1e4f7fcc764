"""How far the loading is: by modules, then by weights, never backwards."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from types import ModuleType

import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import Cancelled
from askmap.backend.models import loading_watch
from askmap.backend.models.loading_watch import LoadingWatch, counted, watched, weights_of

BUNDLED = (POCKET / "reasoner", POCKET / "segmenter")


@pytest.fixture
def imported(monkeypatch):
    """Call it with a number of modules, which are there then."""

    def add(count: int) -> None:
        for number in range(count):
            monkeypatch.setitem(sys.modules, f"made_up_{number}", ModuleType("made_up"))

    return add


def test_small_weights_are_the_end_of_it_and_large_ones_nearly_all(imported):
    small, large = LoadingWatch(10_000_000), LoadingWatch(15_000_000_000)
    imported(loading_watch.MODULES)
    assert small.fraction == pytest.approx(0.9)
    assert large.fraction < 0.15
    large.note_read(0.5)
    assert large.fraction == pytest.approx(0.545, abs=0.01)


def test_it_never_goes_back_nor_says_that_all_is_done(imported):
    watch = LoadingWatch(1_000_000_000)
    imported(1000)
    first = watch.fraction
    watch.note_read(1.0)
    assert first < watch.fraction == 0.99
    watch.note_read(0.1)  # of the second network
    assert watch.fraction == 0.99


def test_modules_that_were_there_already_count_for_nothing(imported):
    imported(500)
    assert LoadingWatch(0).fraction == 0.0


def test_it_is_shown_while_something_loads_and_not_afterwards(monkeypatch):
    monkeypatch.setattr(loading_watch, "LOOK_S", 0.01)
    shown: list[float] = []
    with watched(BUNDLED, shown.append):
        items = list(counted("abcd", 4))
        deadline = time.monotonic() + 20
        while not shown or shown[-1] < 0.9:
            assert time.monotonic() < deadline
            time.sleep(0.01)
    assert items == list("abcd")
    count = len(shown)
    time.sleep(0.05)
    assert len(shown) == count
    assert "askmap-loading" not in [thread.name for thread in threading.enumerate()]


def test_a_stop_ends_the_look_and_an_error_is_let_through(monkeypatch):
    monkeypatch.setattr(loading_watch, "LOOK_S", 0.01)

    def stop(fraction: float) -> None:
        raise Cancelled

    def load() -> None:
        with watched(BUNDLED, stop):
            time.sleep(0.05)
            raise OSError("mine")

    with pytest.raises(OSError, match="mine"):
        load()


def test_counting_without_a_watch_changes_nothing():
    assert list(counted([1, 2], 2)) == [1, 2]
    assert list(counted([], 0)) == []


def test_the_size_is_that_of_the_weights_where_they_lie_in_a_folder():
    assert 1_000_000 < weights_of(BUNDLED) < 50_000_000
    assert weights_of((Path("/nowhere"), Path("/nowhere/at.pt"), "https://host/model")) == 0


def test_a_check_of_files_comes_first_and_is_half_of_the_whole(imported):
    watch = LoadingWatch(10_000_000)
    watch.note_checked(500, 1000)
    assert watch.fraction == pytest.approx(0.25)
    watch.note_loading()
    assert watch.fraction == pytest.approx(0.5)
    imported(loading_watch.MODULES)
    assert watch.fraction == pytest.approx(0.95)


def test_a_check_of_files_is_stopped_with_the_look(monkeypatch):
    monkeypatch.setattr(loading_watch, "LOOK_S", 0.01)

    def stop(fraction: float) -> None:
        raise Cancelled

    def check() -> None:
        with watched(BUNDLED, stop):
            for done in range(1000):
                loading_watch.note_checked(done, 1000)
                time.sleep(0.01)

    with pytest.raises(Cancelled):
        check()
