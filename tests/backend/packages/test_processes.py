from __future__ import annotations

import os

import pytest
from askmap.backend.packages import processes
from askmap.backend.packages.processes import Program, program_of


@pytest.fixture
def qgis_with_a_child(monkeypatch, tmp_path):
    """The numbers are 2 and 3."""
    for pid, name, parent in ((3, "python3", 2), (2, "qgis", 1), (1, "init", 0)):
        (tmp_path / str(pid)).mkdir()
        (tmp_path / str(pid) / "status").write_text(f"Name:\t{name}\nPid:\t{pid}\nPPid:\t{parent}\n")
    monkeypatch.setattr(processes, "PROC", tmp_path)


def test_of_an_engines_process_its_qgis_is_named(qgis_with_a_child):
    assert program_of(3) == program_of(2) == Program(2, "qgis")
    assert program_of(1) == Program(1, "init")


def test_this_process_is_known_as_such(qgis_with_a_child, monkeypatch):
    assert not program_of(3).is_this_one
    monkeypatch.setattr(processes, "getpid", lambda: 2)
    assert program_of(3).is_this_one


def test_one_that_has_ended_has_no_name(qgis_with_a_child):
    assert program_of(4) == Program(4, "?")


def test_it_is_so_on_this_system():
    assert program_of(os.getpid()).is_this_one
    assert program_of(os.getpid()).name != "?"
