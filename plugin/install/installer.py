"""Installs the packages into QGIS's profile, resumes what was interrupted, and removes them again.

One at a time: a lock of Qt's, which ends with the process that holds it. An environment is made anew for each
set of requirements; what is unchanged comes out of uv's cache. The marker in it is written last, so what was
interrupted is seen, thrown away, and made again without fetching twice. What other processes use, as
backend/packages/environment_use.py knows, is not removed.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtCore import QLockFile, QSysInfo

from ...backend.errors import NotWritten
from ...backend.packages.environment_use import EnvironmentInUse, remove_marker
from ...backend.packages.processes import program_of
from ...backend.stages import Report
from ..language import tr
from ..network.network_settings import NetworkSettings
from ..runtime.installed_packages import InstallFolder, Marker, write_marker
from ..runtime.new_packages import Trial, no_trial
from .bundle import fitting_plan, open_bundle
from .failures import (
    InstallFailed,
    busy,
    busy_elsewhere,
    does_not_load,
    in_use,
    not_writable,
    of_disk,
    used_by,
)
from .fetch import Fetch
from .plan import InstallState, Plan, check, check_writable
from .progress import CHECKED_END, INSTALLED_END, of_check
from .supply import BundleSupply, IndexSupply, Supply
from .uv_runner import UvRunner, python_in

LOCK_WAIT_MS = 2000
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
Loaded = Callable[[], Optional[Path]]  # the environment that QGIS has in use now


def nothing_loaded() -> None:
    """Where no QGIS uses the packages."""


def install(
    plan: Plan,
    network: NetworkSettings,
    fetch: Fetch,
    report: Report,
    loaded: Loaded = nothing_loaded,
    trial: Trial = no_trial,
) -> Path:
    """The environment, complete. Blocks, for a worker thread; `report` may raise to stop.

    An older environment that QGIS has in use in the end is not removed yet. Raises InstallFailed.
    """
    with _alone(plan, loaded):
        runner = UvRunner(plan, network, report)
        return _install(runner, IndexSupply(runner, fetch), loaded, trial)


def install_from_bundle(
    plan: Plan, bundle: Path, report: Report, loaded: Loaded = nothing_loaded, trial: Trial = no_trial
) -> Path:
    """The same out of a file, without a network."""
    with open_bundle(bundle) as opened:
        plan = fitting_plan(plan, opened.manifest)
        with _alone(plan, loaded):
            runner = UvRunner(plan, NetworkSettings(), report)
            return _install(runner, BundleSupply(runner, opened), loaded, trial)


def uninstall(folder: InstallFolder, loaded: Loaded = nothing_loaded) -> None:
    """Removes all that was installed, and what was fetched for it. Raises InstallFailed.

    Nothing is removed while QGIS has an environment of it in use; what other processes use stays, too.
    """
    place = loaded()
    if place is not None and folder.root in place.parents:
        raise in_use(folder.root)
    with _disk_errors(folder.root):
        if not folder.root.exists():
            return
        with _lock_on(folder):
            for environment, _ in list(folder.complete()):
                remove_environment(environment)
            for place in (folder.environments, folder.cache, folder.tools, folder.unpacked):
                _remove_tree(place)
        with suppress(InstallFailed, OSError):  # the log and the like
            _remove_tree(folder.root)


@contextmanager
def _alone(plan: Plan, loaded: Loaded) -> Iterator[None]:
    """Nothing else installs or has in use what is going to be made anew, and there is room."""
    with _disk_errors(plan.folder.root):
        if loaded() == plan.environment:
            raise in_use(plan.environment)
        check(plan)
        with _lock_on(plan.folder):
            yield


def _install(runner: UvRunner, supply: Supply, loaded: Loaded, trial: Trial) -> Path:
    plan, wanted = runner.plan, runner.plan.wanted
    remove_environment(plan.environment)
    if plan.state is InstallState.COMPLETE:
        _forget_fetched(plan.folder)
    _remove_halves(plan.folder)
    try:
        supply.install(supply.uv())
    finally:
        supply.close()
    _check_modules(runner, trial)
    write_marker(plan.environment, Marker(wanted.digest, wanted.python, wanted.requirements))
    older = loaded()  # also by a question that was asked meanwhile
    tidy(plan.folder, (plan.environment, *([older] if older else [])))
    runner.show(CHECKED_END, tr("The packages are installed."))
    return plan.environment


def _remove_halves(folder: InstallFolder) -> None:
    """What a kill has left of a bundle, and of wheels that uv begins anew: it may be gigabytes."""
    for place in (folder.unpacked, *folder.cache.glob(".tmp*")):
        shutil.rmtree(place, ignore_errors=True)


def _forget_fetched(folder: InstallFolder) -> None:
    """So that all is fetched anew: a file that was damaged on the disk is the same one there."""
    shutil.rmtree(folder.cache, ignore_errors=True)


def _check_modules(runner: UvRunner, trial: Trial) -> None:
    """A package may be there and not load: its processor or its libraries are others than it needs.

    Those that fail beside QGIS's libraries may still serve in a process of their own.
    """
    step = tr("Trying out the packages")
    runner.show(INSTALLED_END, step)
    known = trial(runner.plan.environment, lambda event: runner.report(of_check(event)))
    unknown = [module for module in runner.plan.wanted.modules if module not in known]
    if not unknown:
        return
    runner.show(INSTALLED_END, step)
    python = python_in(runner.plan.environment, runner.plan.host.system)
    ended = runner.run([str(python), "-I", "-c", "".join(f"import {module}\n" for module in unknown)])
    if ended.code:
        _forget_fetched(runner.plan.folder)
        raise does_not_load(ended.output.splitlines()[-1] if ended.output else "")


def tidy(folder: InstallFolder, kept: tuple[Path, ...]) -> None:
    """Removes other environments, and of the cache what is no hard link of what is installed.

    Where the disk knows no hard links that is all of the cache, which would only take room twice.
    """
    for place in list(folder.environments.glob("*")):
        if place not in kept:
            with suppress(InstallFailed, OSError):  # another QGIS has it in use: the next time
                remove_environment(place)
    for archive in list(folder.cache.glob("archive-*/*")):
        if not _is_linked(archive):
            shutil.rmtree(archive, ignore_errors=True)


def _is_linked(archive: Path) -> bool:
    return any(file.is_file() and file.stat().st_nlink > 1 for file in archive.rglob("*"))


def remove_environment(place: Path) -> None:
    """The marker first: what is half removed does not count as complete, and nobody begins to use it.

    Raises InstallFailed where another process does.
    """
    try:
        remove_marker(place)
    except EnvironmentInUse as error:
        raise used_by(place, dict.fromkeys(map(program_of, error.pids))) from error
    _remove_tree(place)


def _remove_tree(place: Path) -> None:
    """Also where it is a link. Raises InstallFailed or OSError where not all can be removed."""
    failure, target = None, os.path.realpath(place)
    try:
        shutil.rmtree(target)
    except OSError as error:
        failure = error
        shutil.rmtree(target, ignore_errors=True)
    if place.is_symlink() and not place.exists():
        place.unlink()
    if place.exists():  # on Windows, what is in use is a matter of permission
        raise failure if failure and failure.errno in _FORBIDDEN and os.name != "nt" else in_use(place)


@contextmanager
def _lock_on(folder: InstallFolder) -> Iterator[None]:
    folder.root.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder.lock))
    lock.setStaleLockTime(0)  # never by its age; that of a dead process is seen all the same
    if not _is_taken(lock, folder.lock):
        if lock.error() == QLockFile.LockError.LockFailedError:
            raise _busy(lock, folder.lock)
        check_writable(folder.root)
        raise not_writable(folder.lock, tr("no permission"))
    try:
        yield
    finally:
        lock.unlock()


def _is_taken(lock: QLockFile, place: Path) -> bool:
    """Whether it is ours now.

    For a moment it may still be held by what a killed process was just about to start. One that does not say
    whose it is was left by a kill in the middle of making it; Qt removes none that somebody holds. Where the
    file system knows no locks it removes none at all: then that of a process which is gone is ours to remove.
    """
    if lock.tryLock(LOCK_WAIT_MS):
        return True
    is_known, pid, host, _ = lock.getLockInfo()
    if not is_known:
        return lock.removeStaleLockFile() and lock.tryLock(0)
    if host != QSysInfo.machineHostName() or _runs(pid):
        return False
    with suppress(OSError):
        place.unlink()
    return lock.tryLock(0)


def _runs(pid: int) -> bool:
    """Windows has no such signal, and no file system without locks."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # another user's
    return True


def _busy(lock: QLockFile, place: Path) -> InstallFailed:
    """What runs on another computer, whose profile this is too, nobody can tell from here."""
    is_known, _, host, _ = lock.getLockInfo()
    elsewhere = is_known and host and host != QSysInfo.machineHostName()
    return busy_elsewhere(host, place) if elsewhere else busy()


@contextmanager
def _disk_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except NotWritten as error:
        raise of_disk(error.__cause__, place) from error
    except OSError as error:
        raise of_disk(error, place) from error
