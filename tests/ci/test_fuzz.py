"""make fuzz: its frame finds what it is made to find, and a few inputs of each reader are tried every day."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from places import ROOT

FUZZ = ROOT / "tests" / "fuzz"
READERS = sorted(file.stem for file in FUZZ.glob("*.py") if file.stem != "__main__")

ODD_ONE_OUT = """
import os, random, signal, time
COUNT, LIMIT_S = 8, {limit}

def one(rng, folder):
    if rng.random() == random.Random("1:odd:5").random():
        {deed}
    assert not list(folder.iterdir())
    (folder / "left").mkdir()
    return "read"
"""


@pytest.mark.parametrize("name", READERS)
def test_a_few_hostile_inputs_come_to_nothing(name):
    # time is `make fuzz`'s to judge: here only what takes for ever fails
    fuzzed = _fuzz(FUZZ, name, "--count", "300", "--slack", "20")

    assert fuzzed.returncode == 0, fuzzed.stdout + fuzzed.stderr


@pytest.mark.parametrize(
    ("deed", "limit", "told"),
    [
        ("raise LookupError('a bug')", 1.0, "LookupError: a bug"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", 1.0, "died by SIGSEGV"),
        ("while True: pass", 0.05, "more than 20 times the CPU it may take"),
        ("sum(range(10_000_000))", 0.02, "ms of CPU"),
    ],
)
def test_the_input_that_breaks_a_reader_is_named_and_the_others_go_on(tmp_path, deed, limit, told):
    shutil.copy(FUZZ / "__main__.py", tmp_path)
    (tmp_path / "odd.py").write_text(ODD_ONE_OUT.format(deed=deed, limit=limit))

    fuzzed = _fuzz(tmp_path)

    assert fuzzed.returncode == 1
    assert "odd 5: " in fuzzed.stdout
    assert told in fuzzed.stdout
    assert "read 7" in fuzzed.stdout
    assert "odd --seed 1 --number 5" in fuzzed.stdout


def test_a_reader_that_does_not_exist_is_refused(tmp_path):
    assert "there are" in _fuzz(FUZZ, "nobody").stderr


def _fuzz(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, folder, *arguments], capture_output=True, text=True)


def test_no_property_is_held_to_a_time():
    assert settings().deadline is None
