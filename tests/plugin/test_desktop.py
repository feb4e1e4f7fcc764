"""The plugin in the QGIS desktop itself and in qgis_process, with a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from askmap.backend.service.place import FOLDER, SOCKET
from children import is_running, wait_until
from places import ROOT, SUPPORT
from services import start_small_service
from stand_in_triton import EXIT_CODE, write_stand_in

pytestmark = pytest.mark.qgis

INI = """
[PythonPlugins]
askmap=true

[app]
askToSaveMemoryLayers=false

[qgis]
checkVersion=false
showTips=false
"""

GERMAN_AT_NIGHT = """
[UI]
UITheme=Night Mapping

[locale]
overrideFlag=true
userLocale=de
globalLocale=de_DE
"""
SMALL_SCREEN = "1366x768x24"

SAMPLE = ROOT / "resources" / "sample"


@pytest.fixture
def surroundings(flat_raster):
    """The environment of a QGIS whose Python is the one that runs the tests."""
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "ASKMAP_TESTS": str(SUPPORT),
        "ASKMAP_RASTER": str(flat_raster),
    }


@pytest.fixture
def desktop(tmp_path, surroundings):
    """Starts QGIS with a script inside, in a profile that lasts for the test, and gives what came of it."""
    make_profile(tmp_path / "profiles" / "test")
    command = ["qgis", "--profiles-path", str(tmp_path), "--profile", "test", "--nologo", "--noversioncheck"]

    def run(script: str | Path, screen: str = "", **said: str) -> subprocess.CompletedProcess:
        """On a screen of its own, where one is named."""
        before = ["xvfb-run", "-a", "-s", f"-screen 0 {screen}"] if screen else []
        return called([*before, *command, "--code", str(SUPPORT / script)], {**surroundings, **said})

    return run


@pytest.fixture
def triton(tmp_path, surroundings):
    """A stand-in that QGIS's Python would find, and whose import ends QGIS."""
    stand_in = write_stand_in(tmp_path / "cuda")
    before = surroundings.get("PYTHONPATH")
    surroundings["PYTHONPATH"] = os.pathsep.join([str(stand_in.path), *([before] if before else [])])
    return stand_in


def make_profile(folder: Path) -> None:
    (folder / "QGIS").mkdir(parents=True)
    (folder / "QGIS" / "QGIS3.ini").write_text(INI)
    (folder / "python" / "plugins").mkdir(parents=True)
    (folder / "python" / "plugins" / "askmap").symlink_to(ROOT)


def called(command: list[str], surroundings: dict[str, str]) -> subprocess.CompletedProcess:
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=400)


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


@pytest.mark.parametrize(("scale", "cards"), [("1", 3), ("1.25", 2), ("1.5", 1)])
def test_on_a_small_screen_in_german_a_narrow_dock_shows_cards_with_their_verdicts(
    desktop, tmp_path, surroundings, scale, cards
):
    """The scale is Qt's own factor, which a desktop sets for each screen: all of QGIS grows with it."""
    with (tmp_path / "profiles" / "test" / "QGIS" / "QGIS3.ini").open("a") as profile:
        profile.write(GERMAN_AT_NIGHT)
    run = desktop("drive_small_screen.py", screen=SMALL_SCREEN, QT_SCALE_FACTOR=scale, ASKMAP_DOCK_PX="320")
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    assert lines, run.stdout + run.stderr
    seen = json.loads(lines[0])
    assert (seen["language"], seen["width"]) == ("Fragen", 320)
    assert seen["cards"] >= cards
    assert seen["verdicts"] == seen["cards"] * [2], "«Accept» and «Reject» on each"
    assert seen["reasoning"] >= 2, "lines of it"
    assert seen["ask"]
    assert seen["tools"]
    assert run.returncode == 0, run.stderr


def test_the_demo_of_the_readme_is_answered_in_qgis(desktop, tmp_path):
    picture = tmp_path / "qgis.png"
    question = (SAMPLE / "question.txt").read_text(encoding="utf-8").strip()
    asked = {"RASTER": str(SAMPLE / "sample.tif"), "QUESTION": question, "SCREENSHOT": str(picture)}
    run = desktop(SAMPLE / "demo_in_qgis.py", "1600x1000x24", **asked)
    assert "QGIS: 2 targets found." in run.stdout, run.stdout + run.stderr
    assert run.returncode == 0, run.stderr
    assert picture.stat().st_size > 10_000


def test_torch_looks_for_triton_and_the_stand_in_is_what_it_finds(triton, surroundings):
    program = "import torch.utils._triton as its; its.has_triton_package()"
    assert called([sys.executable, "-c", program], surroundings).returncode == EXIT_CODE
    assert triton.trace.exists()


def test_the_desktop_answers_with_the_real_engine_and_never_imports_triton(desktop, triton):
    run = desktop("drive_question.py")
    assert not triton.trace.exists(), triton.trace.read_text()
    assert "answered: 2 targets found." in run.stdout, run.stdout + run.stderr
    assert "refused after a reload: False" in run.stdout
    assert run.returncode == 0, run.stderr


def test_where_the_trial_fails_a_child_answers_and_does_not_outlive_a_qgis_that_is_killed(desktop, tmp_path):
    picture = tmp_path / "window.png"
    run = desktop("drive_child.py", ASKMAP_PICTURE=str(picture))
    assert "answered: 2 targets found." in run.stdout, run.stdout + run.stderr
    assert "engine: Runs in a process of its own, because its packages failed" in run.stdout
    assert "torch in QGIS: False" in run.stdout
    assert picture.stat().st_size
    assert run.returncode == -signal.SIGKILL
    (line,) = (line for line in run.stdout.splitlines() if line.startswith("child:"))
    children = [int(pid) for pid in line.split()[1:]]
    assert children
    wait_until(lambda: not any(map(is_running, children)))


def test_qgis_process_answers_with_the_real_engine_and_never_imports_triton(tmp_path, surroundings, triton):
    run = called_process(tmp_path, surroundings)
    assert not triton.trace.exists(), triton.trace.read_text()
    assert "Targets found: 2" in run.stdout, run.stdout + run.stderr
    assert (tmp_path / "found.gpkg").stat().st_size


def test_qgis_process_asks_the_service_that_runs(tmp_path, surroundings):
    runtime = tmp_path / "run"
    (runtime / FOLDER).mkdir(parents=True, mode=0o700)
    with start_small_service(runtime / FOLDER) as service:
        wait_until((runtime / FOLDER / SOCKET).exists)
        run = called_process(tmp_path, {**surroundings, "XDG_RUNTIME_DIR": str(runtime)})
        service.kill()
        assert service.stdout.read() == "loaded 0\n", run.stdout + run.stderr
    assert "Targets found: 2" in run.stdout, run.stdout + run.stderr
    assert (tmp_path / "found.gpkg").stat().st_size


def called_process(tmp_path: Path, surroundings: dict[str, str]) -> subprocess.CompletedProcess:
    """The sample's question in qgis_process, answered into found.gpkg."""
    make_profile(tmp_path / "profiles" / "default")
    # Debian 12's qgis_process gives its program an option that it does not know
    program = shutil.which("qgis_process.bin") or "qgis_process"
    question = (SAMPLE / "question.txt").read_text(encoding="utf-8").strip()
    inputs = [f"INPUT={SAMPLE / 'sample.tif'}", f"QUESTION={question}", f"OUTPUT={tmp_path / 'found.gpkg'}"]
    alone = {"QGIS_CUSTOM_CONFIG_PATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    return called([program, "run", "askmap:ask", "--", *inputs], {**surroundings, **alone})
