"""The plugin in the QGIS desktop itself, with a profile of its own."""

from __future__ import annotations

import os
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


def test_the_desktop_reloads_asks_and_closes_in_the_middle_of_the_work(tmp_path, flat_raster):
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
    run = subprocess.run(
        [*command, "--code", str(HERE / "drive_desktop.py")],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
    )
    steps = ["answered", "reloaded", "reloaded in the middle", "leaving"]
    assert [line for line in run.stdout.splitlines() if line in steps] == steps, run.stdout + run.stderr
    assert run.returncode == 0, run.stderr
