"""The plugin on Qt 6: it loads with PyQt6, in a Python of its own, and uses nothing that Qt 6 has lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT, SUPPORT

DEV = ROOT / ".dev"  # where askmap is found by its name
PYTHON = ROOT / "build" / "qt6" / "bin" / "python"  # of .ci/setup: PyQt6, neither QGIS nor PyQt5
WIDGETS = (
    "ask/test_form.py",
    "options/test_introduction.py",
    "cards/test_cards.py",
    "review/test_model_view_dialog.py",
    "review/test_reasoning.py",
    "review/test_review.py",
    "runtime/test_diagnostics.py",
    "teach/test_sketch.py",
    "test_main.py",
)
NEED_QGIS = (  # a layer, a geometry, an icon, a setting or a task: what no stand-in has
    "test_pixels_can_be_chosen_only_where_there_is_a_choice",
    "test_the_first_raster_file_is_offered_by_itself",
    "test_a_second_raster_does_not_take_the_choice_away",
    "test_the_masks_of_an_answer_are_not_offered",
    "test_icons_of_qgis_are_there",
    "test_a_thumbnail_shows_the_scene_around_the_outline",
    "test_a_thumbnail_of_a_rotated_scene_follows_its_pixels",
    "test_a_chosen_model_is_told_by_its_folders_name_alone",
    "test_it_tells_the_size_of_a_pixel_on_the_ground",
    "test_it_warns_of_what_cannot_be_seen",
    "test_the_picture_is_never_saved_over_a_raster_of_the_map",
    "test_twenty_reloads_leave_nothing_behind",
    "test_unloading_in_the_middle_of_a_question_leaves_no_thread_of_work",
    "test_python_switches_as_before_after_a_question",
    "test_loading_the_plugin_imports_nothing_heavy",
    "test_qgis_process_loads_nothing_that_is_for_windows",
)
OF_QT_5 = """
from qgis.core import Qgis, QgsNoSuchThing
from qgis.PyQt.QtCore import QRegExp
"""
UNSCOPED = """
from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QDialog

def show(dialog: QDialog) -> QAction:
    dialog.setProperty("level", Qgis.Warning)
    dialog.setProperty("side", Qt.AlignLeft)
    dialog.setProperty("key", Qt.Key.Key_A)
    dialog.setProperty("newer", Qgis.LabelPlacement.OverPoint)
    dialog.setProperty("scoped", Qgis.MessageLevel.Warning)
    return dialog.exec_()
"""


@pytest.fixture(scope="module")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the QGIS on this machine has."""
    found = tmp_path_factory.mktemp("qt6") / "qgis.json"
    found.write_text(said_by(sys.executable, SUPPORT / "qgis_inventory.py"), encoding="utf-8")
    return found


def said_by(python: str | Path, *arguments: str | Path, **more: str) -> str:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    variables = {**ours, "QT_QPA_PLATFORM": "offscreen", **more}
    command = [python, "-B", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=variables)
    assert ran.returncode == 0, f"{ran.stdout}{ran.stderr}"
    return ran.stdout


def complaints(folder: Path, inventory: Path) -> dict[str, list[str]]:
    """What PyQt6 says of folder/askmap/plugin."""
    return json.loads(said_by(PYTHON, SUPPORT / "complaints_of_qt6.py", folder, inventory))


def package(folder: Path, **sources: str) -> Path:
    plugin = folder / "askmap" / "plugin"
    plugin.mkdir(parents=True)
    (folder / "askmap" / "__init__.py").touch()  # else any real one on the path goes first
    for name, source in sources.items():
        (plugin / f"{name}.py").write_text(source, encoding="utf-8")
    return folder


def test_the_plugin_loads_on_qt_6_and_finds_every_name_there(inventory):
    assert complaints(DEV, inventory) == {"not loaded": [], "missing": [], "gone": []}


def test_what_qt_6_has_lost_is_found(tmp_path, inventory):
    found = complaints(package(tmp_path, old=OF_QT_5, unscoped=UNSCOPED), inventory)
    assert [sentence.split(":")[0] for sentence in found["not loaded"]] == ["old.py"]
    names = [sentence.split(": ")[1].split(" ")[0] for sentence in found["missing"]]
    assert names == ["QgsNoSuchThing", "QRegExp", "Qgis.Warning", "Qt.AlignLeft"]
    assert found["gone"] == ["unscoped.py:12: .exec_"]


def test_python_on_qt_6_is_kept_away_from_qgis_and_its_qt_5():
    script = "import importlib.util as u; print([n for n in ('qgis', 'PyQt5') if u.find_spec(n)])"
    assert said_by(PYTHON, "-c", script) == "[]\n"


def test_the_widgets_keep_their_promises_on_qt_6(inventory):
    """The same tests as in QGIS, without those that need more of it than names."""
    files = [ROOT / "tests" / "plugin" / name for name in WIDGETS]
    chosen = ("-k", f"not ({' or '.join(NEED_QGIS)})", *files)
    plugins = ("-p", "qgis_on_qt6", "-p", "no:cacheprovider")
    places = {"PYTHONPATH": f"{DEV}{os.pathsep}{SUPPORT}", "QGIS_INVENTORY": str(inventory)}
    said = said_by(PYTHON, "-m", "pytest", *plugins, *chosen, **places)
    assert " passed" in said
