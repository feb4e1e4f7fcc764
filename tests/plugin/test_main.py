"""The plugin coming and going, in real QGIS."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import threading

import pytest

pytestmark = pytest.mark.qgis

import askmap  # noqa: E402
from askmap.plugin.main import Plugin  # noqa: E402
from desktop import FakeEngine, Gate, no_tasks, wait_until  # noqa: E402
from places import ROOT  # noqa: E402
from qgis.core import QgsApplication, QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent  # noqa: E402
from qgis.PyQt.QtWidgets import QAction, QDockWidget  # noqa: E402

HEAVY = {"torch", "transformers", "training"}


def present(desk) -> dict[str, int]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {
        "actions": len(desk.window.findChildren(QAction)),
        "docks": len(desk.window.findChildren(QDockWidget)),
        "buttons": len(desk.toolbar) + len(desk.menu),
        "options": len(desk.options),
        "providers": len(QgsApplication.processingRegistry().providers()),
        "tasks": QgsApplication.taskManager().count(),
        "threads": threading.active_count(),
    }


def test_twenty_reloads_leave_nothing_behind(desk):
    before = present(desk)
    for _ in range(20):
        plugin = Plugin(desk, FakeEngine().load)
        plugin.initGui()
        assert present(desk)["docks"] == before["docks"] + 1
        plugin.unload()
    assert present(desk) == before


def test_the_factory_gives_qgis_the_plugin(desk):
    assert isinstance(askmap.classFactory(desk), Plugin)


@pytest.mark.parametrize("drawing", [True, False])
def test_unloading_in_the_middle_of_a_question_leaves_no_thread_of_work(desk, tmp_path, drawing, flat_raster):
    gate = Gate()
    engine = FakeEngine(thought="on and on " * 1000, pause=gate)
    plugin = Plugin(desk, engine.load)
    plugin.initGui()
    desk.show_layer(QgsRasterLayer(str(flat_raster), "flat"))
    if drawing:
        plugin.dock.form.context.layer.setLayer(None)
    plugin.dock.form.question.setPlainText("Where is water?")
    plugin.dock.form.ask_button.click()
    if not drawing:
        wait_until(gate.reached.is_set, "the engine thinks")
    interval = sys.getswitchinterval()
    plugin.unload()
    assert sys.getswitchinterval() >= interval
    wait_until(no_tasks, "QGIS took notice")
    assert engine.threads == [] if drawing else gate.reached.is_set()


def test_python_switches_as_before_after_a_question(desk, plugged_in, flat_raster):
    before = sys.getswitchinterval()
    gate, during = Gate(), []
    engine = FakeEngine(pause=lambda: (during.append(sys.getswitchinterval()), gate())[1])
    plugin = plugged_in(engine)
    desk.show_layer(QgsRasterLayer(str(flat_raster), "flat"))
    plugin.dock.form.question.setPlainText("Where is water?")
    plugin.dock.form.ask_button.click()
    gate.open()
    wait_until(lambda: plugin.dock.form.ask_button.isEnabled(), "the answer is there")
    wait_until(no_tasks, "the task ended")
    assert during[0] == pytest.approx(0.001)
    assert sys.getswitchinterval() == before


WITHOUT_WINDOWS = """
import sys
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
import askmap
plugin = askmap.classFactory(None)  # which holds the provider
plugin.initProcessing()
assert app.processingRegistry().algorithmById("askmap:ask") is not None
print("loaded:", *sys.modules, flush=True)
"""


def test_qgis_process_loads_nothing_that_is_for_windows():
    command = [sys.executable, "-c", WITHOUT_WINDOWS]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    shown = subprocess.run(command, env=surroundings, capture_output=True, text=True).stdout
    (loaded,) = (line.split() for line in shown.splitlines() if line.startswith("loaded: "))
    assert "askmap.plugin.processing.ask" in loaded
    parts = {name.removeprefix("askmap.plugin.").split(".")[0] for name in loaded if "askmap.plugin." in name}
    folders = {
        path.name for path in (ROOT / "plugin").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    needed = {"map", "processing", "runtime", "package_test"}
    needed |= {"servers", "network", "models"}  # key, proxy, and a graphics card's memory
    assert parts & folders == needed
    assert not [name for name in loaded if name.endswith(("_box", ".box", ".panel", ".controller"))]
    assert parts.isdisjoint({"dock", "wiring", "context"})


def test_loading_the_plugin_imports_nothing_heavy():
    parts = ", ".join(f"askmap.plugin.{name}" for name in ("main", "dock", "wiring"))
    program = f"import askmap, sys, {parts}; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True).split()
    assert {name.split(".")[0] for name in loaded} & (HEAVY | {"scipy", "PIL"}) == set()


@pytest.mark.parametrize("path", sorted((ROOT / "plugin").rglob("*.py")), ids=lambda path: path.name)
def test_the_plugins_files_read_on_python_3_9_and_import_nothing_heavy(path):
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    names = {alias.name for node in imported for alias in node.names}
    names |= {node.module or "" for node in imported if isinstance(node, ast.ImportFrom)}
    assert {part for name in names for part in name.split(".")} & HEAVY == set()
    assert not any(name.startswith(("PyQt5", "PyQt6")) for name in names)
