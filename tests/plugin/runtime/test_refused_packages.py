"""triton stays out of QGIS, where torch looks for it and its library kills QGIS beside Mesa's LLVM."""

from __future__ import annotations

import importlib
import sys
import threading
from importlib.util import find_spec
from types import ModuleType

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.engine.protocols import EngineSettings  # noqa: E402
from askmap.backend.errors import MissingPackage  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.main import Plugin  # noqa: E402
from askmap.plugin.package_test.trial import run_test  # noqa: E402
from askmap.plugin.runtime import engine_service  # noqa: E402
from askmap.plugin.runtime.environment import order_now  # noqa: E402
from askmap.plugin.runtime.refused_packages import Refusal, no_triton  # noqa: E402
from desktop import PATIENCE_S, FakeEngine, no_tasks, wait_until  # noqa: E402
from package_tests import program_in  # noqa: E402

PACKAGE = "a_package_to_refuse"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package with a part, which can be imported, and is not yet."""
    (tmp_path / PACKAGE).mkdir()
    (tmp_path / PACKAGE / "__init__.py").touch()
    (tmp_path / PACKAGE / "part.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield PACKAGE
    for name in (PACKAGE, f"{PACKAGE}.part"):
        sys.modules.pop(name, None)


@pytest.fixture
def no_torch(monkeypatch):
    """A QGIS that has seen neither torch nor triton; loading only notes what is refused by then."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("torch", "triton")]:
        monkeypatch.delitem(sys.modules, name)
    noted = []

    def note(*_: object) -> None:
        noted.append(sys.modules.get("triton", "allowed"))

    monkeypatch.setattr(engine_service, "missing_modules", lambda: ())
    for name in ("try_out", "load_engine"):
        monkeypatch.setattr(engine_service, name, note)
    yield noted
    no_triton.end()


def test_a_refused_package_is_as_if_not_installed(installed):
    refusal = Refusal(installed)
    refusal.begin()
    for name in (installed, f"{installed}.part"):
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module(name)
    assert find_spec(installed) is None
    with pytest.raises(ModuleNotFoundError):  # as of any part of a package that is not there
        find_spec(f"{installed}.part")
    refusal.end()
    assert importlib.import_module(f"{installed}.part")


def test_a_package_that_somebody_has_loaded_is_left_to_him(installed):
    theirs, refusal = importlib.import_module(installed), Refusal(installed)
    refusal.begin()
    assert importlib.import_module(installed) is theirs
    refusal.end()
    assert sys.modules[installed] is theirs


def test_what_another_one_refused_stays_refused(installed):
    sys.modules[installed] = None
    refusal = Refusal(installed)
    refusal.begin()
    refusal.end()
    assert sys.modules[installed] is None


def test_a_package_that_somebody_put_in_meanwhile_is_left_to_him(installed):
    refusal, theirs = Refusal(installed), ModuleType(installed)
    refusal.begin()
    refusal.begin()
    sys.modules[installed] = theirs
    refusal.end()
    assert sys.modules[installed] is theirs


def test_triton_is_refused_before_torch_is_tried_out_and_before_it_is_loaded(no_torch):
    engine_service.load_with_care(EngineSettings(), lambda event: None)
    assert no_torch == [None, None]


def test_the_process_that_tries_torch_out_refuses_what_qgis_refuses(installed, tmp_path):
    program = program_in(tmp_path, f"import {installed}")
    assert run_test(ignore, order_now("cpu"), program=program)
    refusal = Refusal(installed)
    refusal.begin()
    with pytest.raises(MissingPackage, match=installed):
        run_test(ignore, order_now("cpu"), program=program)
    refusal.end()


def test_unloading_the_plugin_lets_triton_in_again(desk, no_torch):
    plugin = Plugin(desk, engine_service.load_with_care)
    plugin.initGui()
    assert "triton" not in sys.modules  # only a question needs it out
    engine_service.load_with_care(EngineSettings(), lambda event: None)
    plugin.unload()
    assert "triton" not in sys.modules


def test_triton_stays_out_while_a_thread_that_does_not_hear_the_stop_still_loads_torch(
    desk, no_torch, monkeypatch
):
    monkeypatch.setattr(engine_service, "GOODBYE_S", 0.05)
    loads, goes_on = threading.Event(), threading.Event()

    def load(settings: object, report: object) -> FakeEngine:
        engine_service.load_with_care(settings, report)
        loads.set()
        goes_on.wait(PATIENCE_S)
        return FakeEngine()

    plugin = Plugin(desk, load)
    plugin.initGui()
    plugin.wiring.context.engine.prepare()
    wait_until(loads.is_set, "torch is on its way")
    plugin.unload()
    refused = sys.modules.get("triton", "allowed") is None
    goes_on.set()
    wait_until(no_tasks, "the thread ended")
    assert refused
