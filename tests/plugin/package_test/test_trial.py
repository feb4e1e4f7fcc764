"""Keeping QGIS safe from the engine's packages: they are tried out in a process like QGIS, in real QGIS."""

from __future__ import annotations

import json
import os
import signal
import sys
import sysconfig
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import Cancelled, MissingPackage  # noqa: E402
from askmap.backend.stages import Progress, ignore  # noqa: E402
from askmap.plugin.package_test import trial  # noqa: E402
from askmap.plugin.package_test.passed import KEPT, PassedTests, fingerprint  # noqa: E402
from askmap.plugin.package_test.trial import loaded_libraries, run_test, try_out  # noqa: E402
from askmap.plugin.runtime.environment import order_now  # noqa: E402
from askmap.plugin.runtime.own_packages import own_packages  # noqa: E402
from askmap.plugin.runtime.refused_packages import no_triton  # noqa: E402
from children import is_running, wait_until  # noqa: E402
from package_tests import program_in  # noqa: E402
from qgis.core import QgsProject  # noqa: E402, F401
from stand_in_triton import EXIT_CODE, write_stand_in  # noqa: E402

EXAMPLE = """\
55d0c0000000-55d0c0001000 r-xp 00000000 fe:00 17 {folder}/qgis.bin
7f0000000000-7f0000001000 r--p 00000000 fe:00 18 {folder}/libonly_read.so
7f1000000000-7f1000001000 r-xp 00000000 fe:00 19 {folder}/libcame last.so.2
7f2000000000-7f2000001000 r-xp 00000000 fe:00 20 {folder}/libreplaced.so (deleted)
7f3000000000-7f3000001000 r-xp 00000000 fe:00 21 {folder}/libcame_first.so
7f3000001000-7f3000002000 rwxp 00000000 fe:00 21 {folder}/libcame_first.so
7f4000000000-7f4000001000 r-xp 00000000 00:00 0
7ffc00000000-7ffc00001000 r-xp 00000000 00:00 0                                  [vdso]
"""


@pytest.fixture
def order():
    return replace(order_now("cpu"), libraries=())


@pytest.fixture
def passed(tmp_path):
    return PassedTests(tmp_path / "profile" / "passed.json")


def test_packages_that_work_pass_the_trial(order, tmp_path):
    assert run_test(ignore, order, program=program_in(tmp_path, "import json, qgis.core"))


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os; os.abort()", "crashed"),
        ("raise ImportError('wrong libstdc++')", "wrong libstdc++"),
        ("raise SystemExit(1)", "without a word"),
    ],
)
def test_packages_that_do_not_work_fail_in_the_trial_and_not_in_qgis(order, tmp_path, program, words):
    with pytest.raises(MissingPackage, match=words) as error:
        run_test(ignore, order, program=program_in(tmp_path, program))
    assert "Install them again" in error.value.hint


def test_a_python_that_does_not_start_is_told_as_what_it_is(order, tmp_path):
    with pytest.raises(MissingPackage, match="No such file") as error:
        run_test(ignore, replace(order, python=str(tmp_path / "python3")))
    assert "crashed" not in str(error.value)


def test_a_crash_is_told_with_its_signal_and_its_place(order, tmp_path):
    (tmp_path / "harmful").mkdir()
    (tmp_path / "harmful" / "__init__.py").write_text("import ctypes\nctypes.string_at(0)\n")
    text = (
        f"import faulthandler, sys\nfaulthandler.enable()\nsys.path.append({str(tmp_path)!r})\nimport harmful"
    )
    program = program_in(tmp_path, text)
    with pytest.raises(MissingPackage, match=r"crashed \(SIGSEGV\) in [a-z]+/"):
        run_test(ignore, order, program=program)
    crash = trial.crash_text(signal.SIGSEGV, FAULT.splitlines())
    assert crash == "it crashed (SIGSEGV) in triton/__init__.py:8"


FAULT = """\
Fatal Python error: Segmentation fault

Thread 0x00007f7b5dffb6c0 (most recent call first):
  File "/a/plugin/runtime/package_test_program.py", line 49 in _end_with_qgis

Current thread 0x00007f7ba1ba8040 (most recent call first):
  File "<frozen importlib._bootstrap_external>", line 1233 in create_module
  File "/opt/with a space/triton/__init__.py", line 8 in <module>
  File "/opt/torch/utils/_triton.py", line 9 in has_triton_package
"""


def test_an_interpreter_that_is_not_there_fails_in_the_trial(order, tmp_path):
    with pytest.raises(MissingPackage, match="do not work"):
        run_test(ignore, replace(order, python=str(tmp_path / "python")))


def test_a_trial_that_never_ends_is_ended(order, tmp_path):
    with pytest.raises(MissingPackage, match="in time"):
        run_test(ignore, order, program=program_in(tmp_path, "while True: pass"), limit_s=0.3)


def test_the_trial_hears_a_stop(order, tmp_path):
    def stop(event: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run_test(stop, order, program=program_in(tmp_path, "while True: pass"))


def test_the_trial_ends_with_the_process_that_has_begun_it(order, tmp_path):
    """Also one that hangs: its input ends then."""
    text = "import os, time\nopen({!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    program = program_in(tmp_path, text.format(str(tmp_path / "pid")))
    child = os.fork()
    if not child:
        run_test(ignore, order, program=program)
        os._exit(0)
    wait_until(lambda: (tmp_path / "pid").exists() and bool((tmp_path / "pid").read_text()))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    wait_until(lambda: not is_running(int((tmp_path / "pid").read_text())))


def test_how_far_it_is_can_be_seen(order, tmp_path):
    events = []
    text = "import time\nfor at in (0.2, 0.6):\n    test['progress'](at)\n    time.sleep(0.5)"
    assert run_test(events.append, order, program=program_in(tmp_path, text))
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert sorted(fractions) == fractions
    assert {0.2, 0.6} <= set(fractions)


def test_the_libraries_are_those_with_code_that_are_still_there_the_first_ones_first(tmp_path):
    for name in ("qgis.bin", "libonly_read.so", "libcame last.so.2", "libcame_first.so"):
        (tmp_path / name).touch()
    (tmp_path / "maps").write_text(EXAMPLE.format(folder=tmp_path))
    expected = tuple(str(tmp_path / name) for name in ("libcame_first.so", "libcame last.so.2"))
    assert loaded_libraries(tmp_path / "maps") == expected
    assert loaded_libraries(tmp_path / "no such file") == ()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not say what is loaded")
def test_the_trial_has_all_the_libraries_that_this_qgis_has_loaded(tmp_path):
    order = order_now("cpu")
    assert any("libqgis_core" in path for path in order.libraries)
    seen = tmp_path / "seen.json"
    copies = f"import shutil\nshutil.copy({str(trial.MAPS)!r}, {str(seen)!r})"
    text = f"test['load_libraries'](order['libraries'])\n{copies}"
    assert run_test(ignore, order, program=program_in(tmp_path, text))
    there = loaded_libraries(seen)
    assert set(order.libraries) - set(there) == set()


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """A path on which an old sympy and a triton that must not be loaded come before ours."""
    old = tmp_path / "old"
    (old / "sympy").mkdir(parents=True)
    (old / "sympy" / "__init__.py").write_text("__version__ = '1.11.1'\n")
    stand_in = write_stand_in(tmp_path / "cuda")
    monkeypatch.setattr(sys, "path", [str(old), str(stand_in.path), *sys.path])
    before = own_packages.folder
    own_packages.folder = Path(sysconfig.get_paths()["purelib"])
    for name in [name for name in sys.modules if name.split(".")[0] in ("torch", "sympy", "triton")]:
        monkeypatch.delitem(sys.modules, name)
    yield stand_in
    own_packages.end()
    own_packages.folder = before
    no_triton.end()


def test_with_ours_ahead_the_bundled_question_is_answered_beside_an_old_sympy_and_only_once(
    alone, passed, monkeypatch
):
    no_triton.begin()
    own_packages.begin()
    assert "sympy" in own_packages.served
    try_out(ignore, order_now("cpu"), passed)
    assert not alone.trace.exists()
    monkeypatch.setattr(trial, "run_test", lambda *_: pytest.fail("it is tried out again"))
    try_out(ignore, order_now("cpu"), passed)


def test_with_the_old_sympy_ahead_the_trial_fails_and_is_done_again(alone, passed):
    no_triton.begin()
    with pytest.raises(MissingPackage, match="sympy"):
        try_out(ignore, order_now("cpu"), passed)
    assert not passed.file.exists()


def test_with_triton_let_in_the_trial_dies_and_qgis_lives(alone):
    own_packages.begin()
    with pytest.raises(MissingPackage):
        run_test(ignore, order_now("cpu"))
    assert alone.trace.exists()
    assert EXIT_CODE  # of the trial's process; this one goes on


@pytest.mark.parametrize(("code", "is_remembered"), [(0, True), (3, False)])
def test_only_a_trial_that_was_passed_is_remembered(
    order, passed, tmp_path, monkeypatch, code, is_remembered
):
    program = program_in(tmp_path, f"test['end']({code})")
    monkeypatch.setattr(trial, "run_test", partial(run_test, program=program))
    for _ in range(2):
        try_out(ignore, order, passed)
    assert passed.file.exists() == is_remembered


BASE = {"path": ("/a",), "refused": (), "served": ("torch",), "libraries": (), "device": "auto"}


@pytest.mark.parametrize(
    "change",
    [
        {"path": ("/a", "/b")},
        {"refused": ("triton",)},
        {"served": ("sympy", "torch")},
        {"libraries": ("/usr/lib/libLLVM-15.so.1",)},
        {"device": "cpu"},
    ],
)
def test_the_fingerprint_changes_with_what_the_outcome_depends_on(change):
    assert fingerprint(**{**BASE, **change}) != fingerprint(**BASE)


def test_the_fingerprint_does_not_change_with_what_comes_and_goes():
    assert fingerprint(**{**BASE, "libraries": ("/usr/lib/libqgis_wfs.so",)}) == fingerprint(**BASE)


def test_a_package_of_another_version_or_installed_again_gives_another_fingerprint(tmp_path):
    seen = []
    for version in ("1", "2"):
        (tmp_path / f"torch-{version}.dist-info").mkdir()
        seen.append(fingerprint(**{**BASE, "path": (str(tmp_path),)}))
    os.utime(tmp_path / "torch-2.dist-info", (1, 1))
    seen.append(fingerprint(**{**BASE, "path": (str(tmp_path),)}))
    assert len(set(seen)) == 3


def test_the_last_ones_are_kept(passed):
    for number in range(KEPT + 1):
        passed.add(str(number))
    assert [str(number) in passed for number in range(KEPT + 1)] == [False, *[True] * KEPT]


@pytest.mark.parametrize("content", ["{", "7", "[1, 2", ""])
def test_a_damaged_memory_is_none(passed, content):
    passed.file.parent.mkdir()
    passed.file.write_text(content)
    assert "1" not in passed
    passed.add("1")
    assert json.loads(passed.file.read_text()) == ["1"]


def test_where_nothing_can_be_written_nothing_is_remembered_and_nothing_fails(tmp_path):
    (tmp_path / "profile").write_text("a file where a folder should be")
    passed = PassedTests(tmp_path / "profile" / "passed.json")
    passed.add("1")
    assert "1" not in passed
