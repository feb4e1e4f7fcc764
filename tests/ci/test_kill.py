"""tests/kill: the tool that kills AskMap in the middle of its work sees what is lost."""

from __future__ import annotations

import subprocess
import sys

import pytest
from places import ROOT

KILL = ROOT / "tests" / "kill"

CARELESS = """
import sys
sys.path.insert(0, {kill!r})
import runpy
tool = runpy.run_path({main!r}, run_name="tool")
from case import Case, nothing
import time

def prepare(folder):
    (folder / "a").write_text("old")

def work(folder):
    (folder / "a").write_text("")
    time.sleep(0.2)
    (folder / "a").write_text("new")

def check(folder):
    assert (folder / "a").read_text() in ("old", "new"), "the file is empty"

tally = tool["run_case"]("careless", Case(prepare, work, check, check), 3, 0)
print(tally.killed, len(tally.failures), "the file is empty" in tally.failures[0])
"""


LEAVES_A_PROCESS = """
import sys
sys.path.insert(0, {kill!r})
import runpy
tool = runpy.run_path({main!r}, run_name="tool")
tool["_check_no_process"].__globals__["OUTLIVES_S"] = 1
from case import Case, nothing
import subprocess, time

def work(folder):
    subprocess.Popen(["sleep", "5"])
    time.sleep(0.2)

tally = tool["run_case"]("leaving", Case(nothing, work, nothing, nothing), 1, 0)
print(len(tally.failures), "sleep" in tally.failures[0])
"""


def test_a_process_that_is_left_is_found_out() -> None:
    script = LEAVES_A_PROCESS.format(kill=str(KILL), main=str(KILL / "__main__.py"))
    said = subprocess.check_output([sys.executable, "-W", "ignore", "-c", script], text=True)
    failures, is_named = said.split()
    assert int(failures) >= 1
    assert is_named == "True"


CUT_OFF = """
import sys
sys.path.insert(0, {kill!r})
import runpy
tool = runpy.run_path({main!r}, run_name="tool")
from case import Case, nothing
from pathlib import Path
from results import Results
import time

checked = []

def work(folder):
    time.sleep(0.2)

def check(folder):
    checked.append(folder)
    if len(checked) == {stops_at}:
        raise KeyboardInterrupt

tally = tool["run_case"]("resumed", Case(nothing, work, check, nothing), 4, 0, Results(Path({results!r})))
print(tally.duration_s, tally.killed, tally.ended, len(checked), len(tally.failures))
"""


def test_a_series_that_was_cut_off_goes_on_after_its_last_kill(tmp_path) -> None:
    results = tmp_path / "new" / "results.jsonl"

    def run(stops_at: int) -> str:
        places = {"kill": str(KILL), "main": str(KILL / "__main__.py"), "results": str(results)}
        script = CUT_OFF.format(**places, stops_at=stops_at)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", script], stdout=subprocess.PIPE, text=True
        )
        return done.stdout

    assert run(stops_at=3) == ""
    results.write_text(results.read_text() + '\n["resumed", 4, 0, {"kil')
    duration_s, killed, ended, checked, failures = run(stops_at=-1).split()
    assert (killed, failures) == ("4", "0")
    assert int(checked) == int(killed) + int(ended) - 2
    again = run(stops_at=-1).split()
    assert again == [duration_s, killed, ended, "0", "0"]


def test_careless_work_is_found_out() -> None:
    script = CARELESS.format(kill=str(KILL), main=str(KILL / "__main__.py"))
    said = subprocess.check_output([sys.executable, "-W", "ignore", "-c", script], text=True)
    killed, failures, reason = said.split()
    assert (killed, reason) == ("3", "True")
    assert int(failures) >= 2


@pytest.mark.parametrize(
    "case",
    [
        "ask.shp",
        "ask.gpkg-with-others",
        "history.put-and-verdict",
        "samples.keep-and-forget",
        "child.its-process",
    ],
)
def test_nothing_is_lost_where_it_is_killed_a_few_times(case: str) -> None:
    done = subprocess.run(
        [sys.executable, str(KILL), case, "--count", "3"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "all whole" in done.stdout
