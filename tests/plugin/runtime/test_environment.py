"""Finding the engine's packages, and keeping QGIS safe from them, in real QGIS."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.install.panel import InstallPanel  # noqa: E402
from askmap.plugin.runtime import environment  # noqa: E402
from askmap.plugin.settings import read_settings  # noqa: E402
from desktop import FakeEngine, wait_until  # noqa: E402
from qgis.core import QgsProject  # noqa: E402, F401

MODULE = "a_package_of_the_engine"


@pytest.fixture
def lacking(monkeypatch):
    """A QGIS in which one package is missing."""
    monkeypatch.setattr(environment, "MODULES", (MODULE,))
    monkeypatch.setattr(sys, "path", list(sys.path))


def test_the_interpreter_is_a_python_and_knows_qgis():
    words = subprocess.check_output([environment.interpreter(), "-c", "import qgis.core; print(6 * 7)"])
    assert words.decode().strip() == "42"


def test_the_interpreter_is_found_where_qgis_calls_itself_python(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "QGIS"))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path / "elsewhere"))
    assert environment.interpreter() == tmp_path / "bin" / "python3"


def test_another_python_that_comes_first_on_path_is_not_taken_for_qgiss_own(tmp_path, monkeypatch):
    own = tmp_path / "usr" / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    other = tmp_path / "shims" / "python3"
    for place in (own, other):
        place.parent.mkdir(parents=True)
        place.touch()
    monkeypatch.setattr(sys, "executable", str(other))
    monkeypatch.setattr(sys, "exec_prefix", str(tmp_path / "usr"))
    assert environment.interpreter() == own


def test_missing_packages_are_named_and_nothing_can_be_asked(lacking, plugged_in):
    dock = plugged_in(FakeEngine()).dock
    assert MODULE in dock.form.notice.advice.text()
    assert dock.form.notice.findChild(InstallPanel).button.text() == "Install the packages"
    assert not dock.form.ask_button.isEnabled()


@pytest.mark.parametrize("inside", ["", f"lib/python3.{sys.version_info.minor}/site-packages"])
def test_choosing_a_folder_with_the_packages_is_enough(lacking, plugged_in, tmp_path, inside):
    (tmp_path / inside).mkdir(parents=True, exist_ok=True)
    (tmp_path / inside / f"{MODULE}.py").touch()
    dock = plugged_in(FakeEngine()).dock
    dock.form.notice.folder.setFilePath(str(tmp_path))
    wait_until(dock.form.ask_button.isEnabled, "a question can be asked")
    assert not dock.form.notice.isVisibleTo(dock)
    assert sys.path[-1] == str(tmp_path / inside).rstrip("/")
    assert read_settings().environment == str(tmp_path)


def test_a_folder_without_the_packages_changes_nothing(lacking, plugged_in, tmp_path):
    dock = plugged_in(FakeEngine()).dock
    dock.form.notice.folder.setFilePath(str(tmp_path))
    assert MODULE in dock.form.notice.advice.text()
    assert "holds no torch" in dock.form.notice.advice.text()
    assert not dock.form.ask_button.isEnabled()
    assert str(tmp_path) not in sys.path
    assert read_settings().environment == ""


def test_a_folder_that_is_not_there_is_named(lacking, plugged_in, tmp_path):
    dock = plugged_in(FakeEngine()).dock
    dock.form.notice.folder.setFilePath(str(tmp_path / "mistyped"))
    assert "no such folder" in dock.form.notice.advice.text()
    assert not dock.form.ask_button.isEnabled()


def test_an_old_python_is_named(monkeypatch):
    monkeypatch.setattr(environment, "OLDEST_PYTHON", (99, 0))
    assert "newer QGIS" in environment.advice()
