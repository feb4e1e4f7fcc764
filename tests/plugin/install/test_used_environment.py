"""Another process uses the packages: a second QGIS, the child of one, or a service."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.packages import processes  # noqa: E402
from askmap.backend.packages.processes import Program  # noqa: E402
from askmap.plugin.install.failures import InstallFailed, used_by  # noqa: E402
from askmap.plugin.install.installer import uninstall  # noqa: E402
from askmap.plugin.install.plan import InstallState, Plan  # noqa: E402
from askmap.plugin.runtime.environment import site_packages  # noqa: E402
from askmap.plugin.runtime.installed_packages import MARKER  # noqa: E402
from install_runs import run  # noqa: E402
from installing import Shop, again, open_shop, plan_in  # noqa: E402
from places import SUPPORT  # noqa: E402
from qgis.core import QgsProject  # noqa: E402, F401


@pytest.fixture(scope="module")
def shop(tmp_path_factory, qgis_app) -> Iterator[Shop]:
    with open_shop(tmp_path_factory.mktemp("shop")) as shop:
        yield shop


@pytest.fixture
def plan(tmp_path, shop) -> Plan:
    """Its packages are installed."""
    plan = plan_in(tmp_path / "Профиль von Jürgen ü" / "packages", shop)
    run(plan, shop)
    return plan


@pytest.fixture
def using(monkeypatch) -> Iterator[Callable[[Plan], subprocess.Popen]]:
    """Starts a process that uses the packages of the plan, and is no child of this QGIS's."""
    monkeypatch.setattr(processes, "getpid", lambda: 0)
    started: list[subprocess.Popen] = []

    def use(plan: Plan) -> subprocess.Popen:
        command = [
            sys.executable,
            str(SUPPORT / "hold_environment.py"),
            str(site_packages(plan.environment)),
            "alpha",
        ]
        started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield use
    for process in started:
        process.kill()
        process.communicate()


def holds(process: subprocess.Popen) -> bool:
    return process.stdout.readline() == "holds\n"


def is_refused(process: subprocess.Popen, act: Callable[[], object]) -> bool:
    """In a sentence that names who uses them, with a next step."""
    with pytest.raises(InstallFailed) as caught:
        act()
    return (
        f"in use by python (process {process.pid})" in str(caught.value) and "Close it" in caught.value.hint
    )


def test_what_another_process_uses_is_not_removed_until_it_has_ended(plan, using):
    process = using(plan)
    assert holds(process)
    assert is_refused(process, lambda: uninstall(plan.folder))
    assert again(plan).state is InstallState.COMPLETE
    assert (plan.environment / "bin" / "python").exists()
    process.communicate("")
    uninstall(plan.folder)
    assert not plan.folder.root.exists()


def test_one_that_was_killed_stops_nobody(plan, using):
    process = using(plan)
    assert holds(process)
    process.kill()
    process.wait()
    uninstall(plan.folder)
    assert not plan.folder.root.exists()


def test_what_another_process_uses_is_not_made_anew_and_nothing_is_fetched_for_it(plan, shop, using):
    process = using(plan)
    assert holds(process)
    shop.asked.clear()
    assert is_refused(process, lambda: run(plan, shop))
    assert shop.asked == []
    assert again(plan).state is InstallState.COMPLETE


def test_an_update_leaves_what_another_process_uses_until_the_next_one(plan, shop, using):
    process = using(plan)
    assert holds(process)
    newer = replace(plan, wanted=replace(plan.wanted, requirements=("alpha", "gamma")))
    run(newer, shop)
    assert (plan.environment / MARKER).is_file()
    assert again(newer).state is InstallState.COMPLETE
    process.communicate("")
    run(newer, shop)
    assert list(plan.folder.environments.iterdir()) == [newer.environment]


def test_several_may_use_them_and_are_all_named(plan, using):
    both = [using(plan) for _ in range(2)]
    assert all(map(holds, both))
    with pytest.raises(InstallFailed) as caught:
        uninstall(plan.folder)
    assert all(f"python (process {process.pid})" in str(caught.value) for process in both)


def test_where_the_system_does_not_say_who_it_is_the_kinds_are_named(tmp_path):
    assert "in use by another QGIS, or AskMap's service." in str(used_by(tmp_path, ()))
    assert "in use by this QGIS, qgis (process 2)." in str(
        used_by(tmp_path, (Program(os.getpid(), "qgis"), Program(2, "qgis")))
    )
