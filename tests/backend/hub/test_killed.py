"""A transfer whose program is killed or stopped: nothing half stands there, and the next one goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest
from askmap.backend.hub.fetching import folder_of, part_of
from askmap.backend.hub.record import read_record
from model_hub import ModelHub, hub_of

NAME, WEIGHTS = "askmap/pocket", "model.safetensors"
PATIENCE_S = 120

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")


class Stalling:
    """Sends a million bytes more each time, then nothing until the test ends."""

    def __init__(self):
        self.over = threading.Event()

    def __call__(self, request):
        request.send_part(1_000_000)
        self.over.wait(PATIENCE_S)


@pytest.fixture
def hub():
    stalling = Stalling()
    with hub_of(ModelHub(faults={WEIGHTS: [stalling, stalling]})) as running:
        yield running
        stalling.over.set()


def start(hub, models):
    command = [sys.executable, "-m", "askmap.backend.cli", "models", "get", NAME]
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background ignores it
    return subprocess.Popen(
        [*command, "--hub", hub.url, "--folder", str(models)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeding,
    )


def wait_for(size, models, program):
    place, ends = part_of(folder_of(models, NAME)) / WEIGHTS, time.monotonic() + PATIENCE_S
    while not place.exists() or place.stat().st_size < size:
        assert program.poll() is None
        assert time.monotonic() < ends
        time.sleep(0.02)


def test_a_transfer_that_is_killed_and_stopped_goes_on_and_ends_whole(hub, tmp_path):
    killed = start(hub, tmp_path)
    wait_for(1_000_000, tmp_path, killed)
    killed.kill()
    killed.communicate()
    stopped = start(hub, tmp_path)
    wait_for(2_000_000, tmp_path, stopped)
    stopped.send_signal(signal.SIGINT)
    assert b"Stopped." in stopped.communicate()[1]
    assert stopped.returncode == 130
    assert read_record(folder_of(tmp_path, NAME)) is None
    assert not folder_of(tmp_path, NAME).exists()
    last = start(hub, tmp_path)
    said, _ = last.communicate(timeout=PATIENCE_S)
    assert (last.returncode, said.decode()) == (0, f"{tmp_path / NAME}\n")
    starts = [headers["Range"] for headers in hub.headers if "Range" in headers]
    assert starts == ["bytes=1000000-", "bytes=2000000-"]
    for file in hub.folder.iterdir():
        assert (tmp_path / NAME / file.name).read_bytes() == file.read_bytes()
    assert sorted(file.name for file in (tmp_path / "askmap").iterdir()) == ["pocket", "pocket.askmap.json"]
