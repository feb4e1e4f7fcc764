"""The installation of the engine's packages, with the true uv, over a local index of small wheels.

Each copy makes a Qt of its own: its threads do not live through a fork.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from askmap.backend.stages import ignore
from askmap.plugin.install.fetch import fetch_with_qgis
from askmap.plugin.install.installer import install, uninstall
from askmap.plugin.install.plan import InstallState, Plan, state_of
from askmap.plugin.install.uv_runner import python_in
from askmap.plugin.runtime.installed_packages import InstallFolder, usable_environment
from case import Case
from installing import Shop, open_shop, plan_in
from qgis.core import QgsApplication

for name in list(os.environ):  # what this machine says of indexes is not for these wheels
    if name.startswith(("UV_", "PIP_")) or name.lower().endswith("_proxy"):
        del os.environ[name]


def shop_until_the_end() -> Shop:
    stack = ExitStack()
    place = Path(tempfile.mkdtemp(prefix="askmap-kill-shop-"))
    owner = os.getpid()
    shop = stack.enter_context(open_shop(place))
    atexit.register(lambda: os.getpid() == owner and (stack.close(), shutil.rmtree(place)))
    return shop


SHOP = shop_until_the_end()
OLD, NEW = ("alpha",), ("alpha", "gamma")


def plan(folder: Path, *requirements: str) -> Plan:
    return plan_in(folder / "Profil ü" / "packages", SHOP, *requirements)


def install_in(folder: Path, *requirements: str) -> None:
    application = QgsApplication([], False)
    install(plan(folder, *requirements), SHOP.network(), fetch_with_qgis, ignore)
    del application


def remove_in(folder: Path) -> None:
    uninstall(plan(folder, *OLD).folder)


def check_usable(folder: InstallFolder) -> None:
    """What says that it is complete is: its modules load."""
    for place, marker in folder.complete():
        modules = ["alpha", *(["gamma"] if "gamma" in marker.requirements else [])]
        python = python_in(place, "linux")
        done = subprocess.run([python, "-I", "-c", f"import {','.join(modules)}"], capture_output=True)
        assert done.returncode == 0, f"{place.name} says that it is complete: {done.stderr.decode()}"


def check_killed(folder: Path) -> None:
    check_usable(plan(folder).folder)


def check_old_or_new(folder: Path) -> None:
    """An update leaves the older one in use until the new one is complete."""
    check_killed(folder)
    assert usable_environment(plan(folder).folder, plan(folder).wanted.python), "nothing can be used"


def check_installed(*requirements: str) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        now = plan(folder, *requirements)
        assert state_of(now.folder, now.wanted) is InstallState.COMPLETE
        check_usable(now.folder)
        assert [place.name for place in now.folder.environments.iterdir()] == [now.wanted.digest]
        assert [place.name for place in now.folder.tools.iterdir()] == [f"uv-{now.uv.version}"], "drafts"
        assert not list(now.folder.root.rglob(".askmap-*")), "drafts are left"

    return check


def check_removed(folder: Path) -> None:
    assert not plan(folder).folder.root.exists()


def fresh() -> Case:
    check = check_installed(*OLD)
    return Case(lambda folder: None, lambda folder: install_in(folder, *OLD), check_killed, check)


def update() -> Case:
    return Case(
        lambda folder: install_in(folder, *OLD),
        lambda folder: install_in(folder, *NEW),
        check_old_or_new,
        check_installed(*NEW),
    )


def removal() -> Case:
    return Case(lambda folder: install_in(folder, *OLD), remove_in, check_killed, check_removed)


CASES = {"small": fresh(), "update": update(), "removal": removal()}
