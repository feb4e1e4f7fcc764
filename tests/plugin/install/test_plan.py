"""What is going to be installed, for which QGIS, and whether it can be."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.packages.catalogue import DATA  # noqa: E402
from askmap.backend.packages.requirements import numpy_beside  # noqa: E402
from askmap.plugin.install.failures import InstallFailed  # noqa: E402
from askmap.plugin.install.host import Host, TorchBuild, this_host, torch_build  # noqa: E402
from askmap.plugin.install.installer import uninstall  # noqa: E402
from askmap.plugin.install.plan import (  # noqa: E402
    InstallState,
    check,
    make_plan,
    state_of,
    wanted_for,
)
from askmap.plugin.runtime.environment import holds_packages  # noqa: E402
from askmap.plugin.runtime.installed_packages import InstallFolder, Marker, usable_environment, write_marker  # noqa: E402
from askmap.plugin.runtime.own_packages import OwnPackages  # noqa: E402
from places import ROOT  # noqa: E402

HOST = Host("linux", "x86_64", Path("/usr/bin/python3"), (3, 11), "1.24.2", TorchBuild.CPU)


@pytest.mark.parametrize("numpy", ["1.24.2", "1.26.4", "2.2.4", "2.10.1rc1"])
def test_numpy_beside_qgiss_own_is_that_of_the_set_up(numpy):
    told = subprocess.check_output([sys.executable, ROOT / ".ci" / "numpy_constraint.py", numpy], text=True)
    assert numpy_beside(numpy).split(",")[-1].removeprefix("numpy") == told.strip().removeprefix("numpy")


def test_uv_is_the_one_of_the_set_up_for_every_system_that_qgis_runs_on():
    data = json.loads(DATA.read_text(encoding="utf-8"))
    assert f"uv=={data['uv']['version']}" in (ROOT / ".ci" / "environment").read_text()
    wheels = data["uv"]["wheels"]
    assert {name.split("-")[0] for name in wheels} == {"linux", "macos", "windows"}
    for wheel in wheels.values():
        assert wheel["url"].startswith("https://files.pythonhosted.org/")
        assert f"uv-{data['uv']['version']}-py3-none-" in wheel["url"]
        assert len(wheel["sha256"]) == len("sha256:") + 64
    assert set(data["sizes"]) == {build.value for build in TorchBuild}


def test_a_plan_names_what_is_there_and_how_large_the_rest_is(tmp_path):
    plan = make_plan(tmp_path / "packages", HOST)
    assert plan.state is InstallState.ABSENT
    assert plan.download_bytes > plan.uv.bytes
    assert plan.free_bytes > 0
    assert "numpy>=1,<2" in plan.wanted.requirements
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_looked_into_is_none_that_stops_the_plugin(tmp_path, monkeypatch):
    """As a QGIS that was started with sudo leaves it."""
    root = tmp_path / "packages"

    def refused(look):
        def refuse(path, *rest, **more):
            if str(path).startswith(str(root)):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return look(path, *rest, **more)

        return refuse

    (root / "environments").mkdir(parents=True)
    for name in ("stat", "lstat", "scandir", "listdir"):
        monkeypatch.setattr(os, name, refused(getattr(os, name)))
    plan = make_plan(root, HOST)
    assert (plan.state, usable_environment(plan.folder, "3.11")) == (InstallState.ABSENT, None)
    assert plan.free_bytes > 0
    assert not holds_packages(root)
    with pytest.raises(InstallFailed, match="Permission denied"):
        uninstall(plan.folder)


def test_environments_that_another_qgis_removes_meanwhile_are_none(tmp_path, monkeypatch):
    """They are there as one looks for them, and gone as they are read."""
    folder = InstallFolder(tmp_path / "packages")
    folder.environments.mkdir(parents=True)

    def gone(path, *rest):
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))

    for name in ("scandir", "listdir"):
        monkeypatch.setattr(os, name, gone)
    assert list(folder.complete()) == []
    packages = OwnPackages()
    packages.folder = folder.environments
    packages.begin()
    assert packages.served == frozenset()
    packages.end()


def test_a_larger_plan_is_for_a_larger_build(tmp_path):
    small, large = (
        make_plan(tmp_path, replace(HOST, build=build)) for build in (TorchBuild.CPU, TorchBuild.CUDA)
    )
    assert large.download_bytes > 5 * small.download_bytes
    assert large.environment != small.environment


def test_what_is_fetched_beyond_the_estimate_takes_more_room_and_never_less(tmp_path):
    plan = make_plan(tmp_path, HOST)
    grown = plan.grown_to(plan.uv.bytes + 3_000_000_000)
    assert (grown.download_bytes, grown.room_bytes) == (plan.uv.bytes + 3_000_000_000, 6_000_000_000)
    assert plan.grown_to(plan.download_bytes) == plan


@pytest.mark.parametrize(
    "change",
    [{"numpy": "2.2.4"}, {"python_version": (3, 13)}, {"machine": "aarch64"}],
)
def test_what_does_not_fit_any_more_is_outdated(tmp_path, change):
    folder, wanted = InstallFolder(tmp_path), wanted_for(HOST)
    write_marker(made(folder, wanted.digest), Marker(wanted.digest, wanted.python, wanted.requirements))
    assert state_of(folder, wanted) is InstallState.COMPLETE
    assert state_of(folder, wanted_for(replace(HOST, **change))) is InstallState.OUTDATED


@pytest.mark.parametrize(
    ("installed", "device", "state"),
    [
        (TorchBuild.CPU, TorchBuild.CUDA, InstallState.WITHOUT_GPU),
        (TorchBuild.CUDA, TorchBuild.CPU, InstallState.COMPLETE),  # its driver is gone
    ],
)
def test_another_build_of_torch_is_no_reason_for_an_update(tmp_path, installed, device, state):
    folder = InstallFolder(tmp_path)
    there, wanted = (wanted_for(replace(HOST, build=build)) for build in (installed, device))
    write_marker(made(folder, there.digest), Marker(there.digest, there.python, there.requirements))
    assert state_of(folder, wanted) is state
    made(folder, wanted.digest)  # an installation of the other one that was killed
    assert state_of(folder, wanted) is state


def test_an_outdated_environment_is_used_until_there_is_a_newer_one(tmp_path):
    folder = InstallFolder(tmp_path)
    write_marker(made(folder, "older"), Marker("older", "3.11", ()))
    assert usable_environment(folder, "3.11") == folder.environment("older")
    assert usable_environment(folder, "3.13") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"digest": "other", "python": "3.11", "requirements": []}']
)
def test_a_marker_that_says_something_else_is_none(tmp_path, text):
    folder = InstallFolder(tmp_path)
    (made(folder, "digest") / "askmap.json").write_text(text)
    assert list(folder.complete()) == []


def test_another_kind_of_computer_is_told_what_to_do():
    with pytest.raises(InstallFailed, match="plan9-vax") as caught:
        make_plan(Path("nowhere"), replace(HOST, system="plan9", machine="vax"))
    assert "folder" in caught.value.hint


def test_an_old_python_is_told_to_get_a_newer_qgis(tmp_path):
    with pytest.raises(InstallFailed, match=r"Python 3\.9") as caught:
        check(make_plan(tmp_path, replace(HOST, python_version=(3, 9))))
    assert "newer QGIS" in caught.value.hint


def test_this_computer_is_one_that_packages_are_known_for(tmp_path):
    host = this_host()
    assert host.python_text == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert make_plan(tmp_path, host).uv.url


def test_torch_for_macs_is_that_of_their_processor():
    assert torch_build("macos", "arm64") is TorchBuild.MPS
    assert torch_build("macos", "x86_64") is TorchBuild.CPU


def made(folder: InstallFolder, digest: str) -> Path:
    folder.environment(digest).mkdir(parents=True)
    return folder.environment(digest)
