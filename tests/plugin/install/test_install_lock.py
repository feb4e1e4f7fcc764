"""Two QGIS do not install at once, and a lock that nobody holds stops nobody."""

from __future__ import annotations

import fcntl
import os
import subprocess
import threading

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.install import installer  # noqa: E402
from askmap.plugin.install.failures import disk_full  # noqa: E402
from askmap.plugin.install.plan import InstallState  # noqa: E402
from install_runs import PATIENCE_S, fails, run, wait_for  # noqa: E402
from installing import again, start  # noqa: E402
from qgis.core import QgsProject  # noqa: E402, F401
from qgis.PyQt.QtCore import QLockFile, QSysInfo  # noqa: E402


def test_two_qgis_do_not_install_at_once(root, plan, shop):
    shop.stalled.add("beta")
    child = start(root, shop)
    wait_for(lambda: "beta-1.0-py3-none-any.whl" in shop.wheels_asked, "the other one installs")
    assert "Another QGIS" in str(fails(plan, shop))
    shop.opened.set()
    assert child.communicate(timeout=PATIENCE_S)[0].split() == ["ready", "installed"]
    assert again(plan).state is InstallState.COMPLETE


def test_the_lock_of_a_process_that_is_gone_stops_nobody(plan, shop):
    plan.folder.root.mkdir(parents=True)
    gone = subprocess.Popen(["true"])
    gone.wait()
    host = os.uname().nodename
    plan.folder.lock.write_text(f"{gone.pid}\npython3\n{host}\n")
    run(plan, shop)


def test_a_lock_that_does_not_say_whose_it_is_stops_nobody(plan, shop):
    """As a kill leaves it between the making of the file and its first line."""
    plan.folder.root.mkdir(parents=True)
    plan.folder.lock.touch()
    run(plan, shop)


def test_a_lock_that_is_let_go_at_once_stops_nobody(plan, shop):
    """As what a killed process was about to start holds it until it runs."""
    plan.folder.root.mkdir(parents=True)
    plan.folder.lock.touch()
    held = os.open(plan.folder.lock, os.O_RDWR)
    fcntl.flock(held, fcntl.LOCK_EX)
    threading.Timer(0.3, lambda: os.close(held)).start()
    run(plan, shop)


def test_a_lock_that_cannot_be_made_is_no_other_qgis(plan, shop, monkeypatch):
    """As where the disk has no room for one more file."""
    plan.folder.lock.mkdir(parents=True)
    (plan.folder.lock / "file").touch()

    def full(*_: object) -> None:
        raise disk_full()

    class FullDisk(QLockFile):
        def tryLock(self, wait_ms: int) -> bool:
            return False

        def error(self) -> QLockFile.LockError:
            return QLockFile.LockError.UnknownError

    monkeypatch.setattr(installer, "QLockFile", FullDisk)
    assert "no permission" in str(fails(plan, shop))
    monkeypatch.setattr(installer, "check_writable", full)
    assert "The disk became full" in str(fails(plan, shop))


class LockWithoutLocks(QLockFile):
    """As on a network drive whose file system knows none: only the file itself tells."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name

    def tryLock(self, wait_ms: int) -> bool:
        return not os.path.exists(self._name) and super().tryLock(wait_ms)

    def removeStaleLockFile(self) -> bool:
        return False

    def error(self) -> QLockFile.LockError:
        return QLockFile.LockError.LockFailedError


def test_the_lock_of_a_process_that_is_gone_stops_nobody_where_no_locks_are_known(plan, shop, monkeypatch):
    monkeypatch.setattr(installer, "QLockFile", LockWithoutLocks)
    plan.folder.root.mkdir(parents=True)
    gone = subprocess.Popen(["true"])
    gone.wait()
    plan.folder.lock.write_text(f"{gone.pid}\nqgis\n{QSysInfo.machineHostName()}\n")
    run(plan, shop)
    plan.folder.lock.write_text(f"{os.getppid()}\nqgis\n{QSysInfo.machineHostName()}\n")
    assert "Another QGIS" in str(fails(plan, shop))


def test_the_lock_of_another_computer_is_named_with_the_way_out(plan, shop):
    """Of a profile on a network drive: whether that one still runs, nobody can tell here."""
    plan.folder.root.mkdir(parents=True)
    plan.folder.lock.write_text("4711\nqgis\nthe-other-desk\n")
    error = fails(plan, shop)
    assert "the computer the-other-desk" in str(error)
    assert str(plan.folder.lock) in error.hint
    plan.folder.lock.unlink()
    run(plan, shop)
