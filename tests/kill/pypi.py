"""The true installation of the engine's packages, from the index that pip uses here."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from askmap.backend.stages import ignore
from askmap.plugin.install.fetch import fetch_with_qgis
from askmap.plugin.install.host import this_host
from askmap.plugin.install.installer import install
from askmap.plugin.install.plan import InstallState, Plan, make_plan
from askmap.plugin.install.uv_runner import python_in
from askmap.plugin.network.network_settings import network_of_qgis
from askmap.plugin.runtime.environment import MODULES
from case import Case, nothing
from qgis.core import QgsApplication

LOADS = "".join(f"import {module}\n" for module in MODULES) + "assert torch.ones(3).sum().item() == 3"


def plan(folder: Path) -> Plan:
    return make_plan(folder / "packages", this_host())


def work(folder: Path) -> None:
    """With the certificates that QGIS trusts."""
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(folder / "profile")
    application = QgsApplication([], False)
    application.initQgis()
    install(plan(folder), network_of_qgis(), fetch_with_qgis, ignore)


def check_killed(folder: Path) -> None:
    if plan(folder).state is InstallState.COMPLETE:
        check_next(folder)


def check_next(folder: Path) -> None:
    now = plan(folder)
    assert now.state is InstallState.COMPLETE, now.state
    python = python_in(now.environment, now.host.system)
    done = subprocess.run([python, "-I", "-c", LOADS], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    assert [place.name for place in now.folder.environments.iterdir()] == [now.wanted.digest]
    assert [place.name for place in now.folder.tools.iterdir()] == [f"uv-{now.uv.version}"], "drafts are left"


CASES = {"true": Case(nothing, work, check_killed, check_next)}
