"""New packages are tried out once: beside QGIS's libraries where that shows enough, else by themselves."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.child.engine import unload_child  # noqa: E402
from askmap.backend.engine.protocols import OWN  # noqa: E402
from askmap.plugin.install.panel import InstallPanel  # noqa: E402
from askmap.plugin.package_test import trial  # noqa: E402
from askmap.plugin.package_test.passed import passed_tests  # noqa: E402
from askmap.plugin.package_test.trial import run_test  # noqa: E402
from askmap.plugin.runtime import engine_service  # noqa: E402
from askmap.plugin.runtime.engine_choice import engine_choice  # noqa: E402
from askmap.plugin.runtime.environment import interpreter, order_now, order_with  # noqa: E402
from askmap.plugin.runtime.installed_packages import InstallFolder, packages_root, usable_environment  # noqa: E402
from askmap.plugin.runtime.own_packages import own_packages  # noqa: E402
from askmap.plugin.runtime.refused_packages import no_triton  # noqa: E402
from askmap.plugin.settings import Settings, read_settings, write_settings  # noqa: E402
from children import children_of, is_running, small_command  # noqa: E402
from desktop import FakeEngine, wait_until  # noqa: E402
from installing import Shop, again, none_is_left, open_shop, plan_in  # noqa: E402
from package_tests import program_in  # noqa: E402
from workday import Day  # noqa: E402

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
NOTES = "import sys\nwith open({trace!r}, 'a') as trace:\n    trace.write(sys.executable + '\\n')\n"
FAILED = "Runs in a process of its own, because its packages failed beside QGIS's libraries."


class Trace:
    """A torch that notes which interpreters have imported it, and the program that tries it out."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._path, self._folder, self._monkeypatch = folder / "trace.txt", folder / "trial", monkeypatch
        self._folder.mkdir()
        self.torch = NOTES.format(trace=str(self._path))

    def try_out_with(self, text: str) -> None:
        run = partial(run_test, program=program_in(self._folder, f"import torch\n{text}"))
        self._monkeypatch.setattr(trial, "run_test", run)

    @property
    def importers(self) -> list[Path]:
        return [Path(line) for line in self._path.read_text().splitlines()]


@pytest.fixture
def trace(tmp_path, monkeypatch) -> Trace:
    return Trace(tmp_path, monkeypatch)


@pytest.fixture
def shop(tmp_path, desk, trace, monkeypatch) -> Iterator[Shop]:
    for name in list(os.environ):
        if name.startswith(("UV_", "PIP_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setattr("askmap.backend.packages.pip_config.pip_files", lambda: [])
    with open_shop(tmp_path / "shop") as shop:
        shop.add("torch", "1.0", files={"torch/__init__.py": trace.torch})
        monkeypatch.setenv("UV_DEFAULT_INDEX", shop.address)
        yield shop


@pytest.fixture
def clean(monkeypatch) -> Iterator[None]:
    """A QGIS without torch."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("torch", "triton")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [*sys.path])
    before = own_packages.folder
    engine_choice.forget()
    yield
    own_packages.end()
    own_packages.folder = before
    no_triton.end()
    unload_child()


@pytest.fixture
def day(desk, layer, plugged_in, clean, shop, tmp_path, monkeypatch) -> Day:
    """Its engines are small stand-ins, its packages are installed from the shop, with the page's button."""
    command = small_command(tmp_path, "small")
    monkeypatch.setattr(engine_service, "missing_modules", lambda: ())
    monkeypatch.setattr(engine_service, "child_command", lambda: command)
    monkeypatch.setattr(engine_service, "running_service", lambda: None)
    monkeypatch.setattr(engine_service, "load_engine", lambda settings: FakeEngine())
    monkeypatch.setattr("askmap.backend.self_test.LEAST_OVERLAP", 0.0)
    write_settings(Settings(welcomed=True))
    monkeypatch.setattr(
        "askmap.plugin.install.controller.make_plan",
        lambda root, host: again(plan_in(root, shop, "torch", modules=("torch",))),
    )
    return Day(desk, plugged_in(SimpleNamespace(load=engine_service.load_with_care)), None)


def install(day: Day) -> Path:
    """The environment, once the self-test has ended."""
    panel, ended = day.dock.form.notice.findChild(InstallPanel), []
    day.place.options.self_test.ended.connect(ended.append)
    panel.button.click()
    wait_until(lambda: day.place.install.now.percent is None, "it is installed")
    assert "All packages are installed" in panel.text.text()
    day.wait(lambda: bool(ended), "it is tested")
    place = usable_environment(InstallFolder(packages_root()), PYTHON)
    assert place is not None
    assert none_is_left(packages_root())
    return place


def is_in(python: Path, environment: Path) -> bool:
    return environment in python.parents


def test_packages_that_pass_beside_qgiss_libraries_are_imported_once_and_one_line_says_so(day, trace):
    trace.try_out_with("")
    install(day)
    assert trace.importers == [interpreter()]
    assert day.dock.form.status.text().startswith("Passed")
    assert day.dock.models.accessibleDescription() == "Runs in QGIS, where the engine's packages work."
    assert passed_tests().file.exists()


def test_packages_that_fail_there_alone_are_installed_and_serve_in_a_process_of_their_own(day, trace):
    trace.try_out_with("import os; os.abort()")
    environment = install(day)
    assert [is_in(python, environment) for python in trace.importers] == [False, True]
    place = day.dock.models.accessibleDescription()
    assert place.startswith(FAILED)
    assert "SIGABRT" in place
    day.ask()
    assert day.kept().provenance.reasoner == "answering"
    assert len(trace.importers) == 2


def test_a_process_of_the_engine_ends_before_its_packages_are_made_anew(day, trace):
    day.place.context.settings.write(replace(read_settings(), process=OWN))
    trace.try_out_with("")
    install(day)
    (pid,) = children_of()
    day.place.install.press()
    assert not is_running(pid)
    day.wait(lambda: day.place.install.now.percent is None, "it is installed again")


def test_a_trial_that_is_undecided_leaves_it_to_the_import(day, trace):
    trace.try_out_with("test['end'](3)")
    environment = install(day)
    assert is_in(trace.importers[1], environment)


def test_packages_that_load_nowhere_are_not_complete_and_the_page_names_them(day, trace, shop):
    shop.add("torch", "2.0", files={"torch/__init__.py": "raise ImportError('libcudart is missing')\n"})
    trace.try_out_with("")
    panel = day.dock.form.notice.findChild(InstallPanel)
    panel.button.click()
    wait_until(lambda: day.place.install.now.percent is None, "it has failed")
    assert "do not load: ImportError: libcudart is missing" in panel.text.text()
    assert panel.button.text() == "Go on installing"
    assert usable_environment(InstallFolder(packages_root()), PYTHON) is None


def test_who_chooses_a_process_of_its_own_pays_the_import_alone(day, trace):
    day.place.context.settings.write(replace(read_settings(), process=OWN))
    trace.try_out_with("")
    environment = install(day)
    assert [is_in(python, environment) for python in trace.importers] == [True]


def test_the_order_of_new_packages_is_the_one_once_they_are_in_use(day, trace):
    trace.try_out_with("")
    environment = install(day)
    own_packages.begin()
    assert order_with(environment, "cpu") == order_now("cpu")
    assert order_now("cpu").served == ("torch",)
