"""The plugin in the QGIS desktop itself, with a profile of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

HERE = Path(__file__).parent
INI = """
[PythonPlugins]
askmap=true

[app]
askToSaveMemoryLayers=false

[qgis]
checkVersion=false
showTips=false
"""


@pytest.fixture
def desktop(tmp_path, flat_raster):
    """Starts QGIS with a script inside, in a profile that lasts for the test, and gives what came of it."""
    profile = tmp_path / "profiles" / "test"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(INI)
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "askmap").symlink_to(HERE.parent)
    surroundings = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "ASKMAP_TESTS": str(HERE),
        "ASKMAP_RASTER": str(flat_raster),
    }
    command = ["qgis", "--profiles-path", str(tmp_path), "--profile", "test", "--nologo", "--noversioncheck"]

    def run(script: str, **said: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [*command, "--code", str(HERE / script)],
            env={**surroundings, **said},
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run


def test_the_desktop_reloads_asks_and_closes_in_the_middle_of_the_work(desktop):
    run = desktop("drive_desktop.py")
    steps = ["answered", "reloaded", "reloaded in the middle", "leaving"]
    assert [line for line in run.stdout.splitlines() if line in steps] == steps, run.stdout + run.stderr
    assert run.returncode == 0, run.stderr


def test_what_was_judged_before_qgis_was_killed_is_there_again(desktop, flat_raster):
    killed = desktop("drive_killed.py", ASKMAP_PART="review")
    assert killed.stdout.split() == ["judged"], killed.stdout + killed.stderr
    assert killed.returncode == -signal.SIGKILL
    again = desktop("drive_killed.py", ASKMAP_PART="again")
    assert "found again: Where is water? accepted seen from the road" in again.stdout, (
        again.stdout + again.stderr
    )
    assert "on the layer: accepted" in again.stdout
    assert f"asked about: {flat_raster}" in again.stdout
    assert again.returncode == 0, again.stderr
