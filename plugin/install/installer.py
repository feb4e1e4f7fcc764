"""Installs the packages into QGIS's profile, resumes what was interrupted, and removes them again.

One at a time: a lock of Qt's, which ends with the process that holds it. An environment is made anew for each
set of requirements; what is unchanged comes out of uv's cache. The marker in it is written last, so what was
interrupted is seen, thrown away, and made again without fetching twice.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtCore import QLockFile

from ...backend.errors import NotWritten
from ...backend.stages import Progress, Report
from ..language import tr
from ..runtime.installed_packages import InstallFolder, Marker, write_marker
from ..runtime.redaction import without_credentials
from .diagnosis import diagnose
from .failures import InstallFailed, LargerThanPlanned, busy, disk_full, does_not_load, in_use, not_writable
from .fetch import Fetch
from .host import TorchBuild
from .network import NetworkSettings
from .plan import Plan, check
from .program import Ended, Invocation, run_program
from .progress import (
    CHECKED_END,
    INSTALLED_END,
    RESOLVED_END,
    TOOL_END,
    DownloadProgress,
    report_download,
    report_tool,
)
from .resolution import Resolution, read_resolution
from .uv_tool import ensure_uv

LOCK_WAIT_MS = 2000
FAR_MORE = 1.5  # times the planned download; then the user is asked again
_IMPATIENT = {"UV_HTTP_CONNECT_TIMEOUT": "5", "UV_HTTP_TIMEOUT": "5", "UV_HTTP_RETRIES": "0"}
_WHEELS_ONLY = ("--only-binary", ":all:")  # a source could run anything, and wants a compiler


def install(
    plan: Plan, network: NetworkSettings, fetch: Fetch, report: Report, loaded: Optional[Path] = None
) -> Path:
    """The environment, complete. Blocks, for a worker thread; `report` may raise to stop.

    `loaded` is an older environment that QGIS has in use, and that is not removed yet. Raises InstallFailed.
    """
    with _disk_errors(plan.folder.root):
        if loaded == plan.environment:
            raise in_use(loaded)
        check(plan)
        with _lock_on(plan.folder):
            return _Installation(plan, network, fetch, report).run(loaded)


def uninstall(folder: InstallFolder, loaded: Optional[Path] = None) -> None:
    """Removes all that was installed, and what was fetched for it. Raises InstallFailed.

    Nothing is removed while QGIS has an environment of it in use: `loaded`.
    """
    if loaded is not None and folder.root in loaded.parents:
        raise in_use(folder.root)
    if not folder.root.exists():
        return
    with _disk_errors(folder.root):
        with _lock_on(folder):
            for environment, _ in list(folder.complete()):
                _remove_environment(environment)
            for place in (folder.environments, folder.cache, folder.tools):
                shutil.rmtree(place, ignore_errors=True)
        shutil.rmtree(folder.root, ignore_errors=True)
    if folder.environments.exists():
        raise in_use(folder.root)


class _Installation:
    def __init__(self, plan: Plan, network: NetworkSettings, fetch: Fetch, report: Report) -> None:
        self._plan, self._network, self._fetch, self._report = plan, network, fetch, report
        self._folder, self._place = plan.folder, plan.environment
        self._now = Progress(0.0, tr("Fetching the installer"))
        self._folder.log.write_text("", encoding="utf-8")
        self._variables = network.variables(self._folder.root)
        self._variables["UV_CACHE_DIR"] = str(self._folder.cache)
        self._variables["NO_COLOR"] = "1"

    def run(self, loaded: Optional[Path]) -> Path:
        _remove_environment(self._place)
        uv = self._get_uv()
        sources, resolution = self._resolve(uv)
        self._refuse_surprise(resolution)
        self._install(uv, sources, resolution)
        self._check_modules()
        wanted = self._plan.wanted
        write_marker(self._place, Marker(wanted.digest, wanted.python, wanted.requirements))
        tidy(self._folder, (self._place, *([loaded] if loaded else [])))
        self._show(CHECKED_END, tr("The packages are installed."))
        return self._place

    def _get_uv(self) -> Path:
        total = self._plan.uv.bytes
        return ensure_uv(self._plan, self._fetch, lambda count: report_tool(self._report, count, total))

    def _resolve(self, uv: Path) -> tuple[tuple[str, ...], Resolution]:
        """Which packages, and the arguments that say where torch comes from.

        The configured index comes first, unless torch's own has what suits this driver better. Without a
        driver torch comes without CUDA, where such a build can be had.
        """
        self._show(TOOL_END, tr("Choosing the packages"))
        if "UV_TORCH_BACKEND" in self._variables:
            return (), self._compiled(uv)
        if self._plan.host.build is TorchBuild.CUDA:
            by_driver = self._compiled_by_torch(uv, "auto")
            return by_driver or ((), self._compiled(uv))
        configured = self._compiled(uv)
        by_driver = self._compiled_by_torch(uv, "cpu") if configured.brings_cuda else None
        return by_driver or ((), configured)

    def _compiled_by_torch(self, uv: Path, backend: str) -> Optional[tuple[tuple[str, ...], Resolution]]:
        """None where torch's own index does not answer."""
        sources = ("--torch-backend", backend)
        before = self._variables
        try:
            self._variables = {**before, **_IMPATIENT}
            return sources, self._compiled(uv, *sources)
        except InstallFailed:
            return None
        finally:
            self._variables = before

    def _compiled(self, uv: Path, *sources: str) -> Resolution:
        wanted, lock = self._folder.root / "requirements.txt", self._folder.root / "pylock.toml"
        wanted.write_text("\n".join(self._plan.wanted.requirements) + "\n", encoding="utf-8")
        with suppress(FileNotFoundError):
            lock.unlink()
        arguments = ("--python", str(self._plan.host.python), "--format", "pylock.toml", *_WHEELS_ONLY)
        self._run_uv(uv, "pip", "compile", "-q", *arguments, *sources, "-o", str(lock), str(wanted))
        return read_resolution(lock.read_text(encoding="utf-8"))

    def _refuse_surprise(self, resolution: Resolution) -> None:
        needed = resolution.download_bytes + self._plan.uv.bytes
        if needed > FAR_MORE * self._plan.download_bytes:
            raise LargerThanPlanned(self._plan.download_bytes, needed)
        check(replace(self._plan, room_bytes=max(self._plan.room_bytes, 2 * resolution.download_bytes)))

    def _install(self, uv: Path, sources: tuple[str, ...], resolution: Resolution) -> None:
        locked = self._folder.root / "locked.txt"
        locked.write_text(resolution.requirements, encoding="utf-8")
        progress = DownloadProgress(resolution, self._folder.cache)
        self._show(RESOLVED_END, tr("Fetching the packages"))
        self._run_uv(uv, "venv", "-q", "--python", str(self._plan.host.python), str(self._place))
        python = str(python_in(self._place, self._plan.host.system))
        self._run_uv(
            uv,
            *("pip", "install", "--no-deps", *_WHEELS_ONLY, *sources, "--python", python, "-r", str(locked)),
            line_read=progress.read_line,
            tick=lambda: report_download(self._report, progress),
        )

    def _check_modules(self) -> None:
        """A package may be there and not load: its processor or its libraries are others than it needs."""
        self._show(INSTALLED_END, tr("Trying out the packages"))
        python = python_in(self._place, self._plan.host.system)
        program = "".join(f"import {module}\n" for module in self._plan.wanted.modules)
        ended = self._run([str(python), "-I", "-c", program])
        if ended.code:
            raise does_not_load(ended.output.splitlines()[-1] if ended.output else "")

    def _run_uv(
        self,
        uv: Path,
        *arguments: str,
        line_read: Callable[[str], None] = lambda line: None,
        tick: Optional[Callable[[], None]] = None,
    ) -> None:
        ended = self._run([str(uv), *arguments], line_read, tick)
        if ended.code:
            raise diagnose(ended.output, self._folder.root)

    def _run(
        self,
        argv: list[str],
        line_read: Callable[[str], None] = lambda line: None,
        tick: Optional[Callable[[], None]] = None,
    ) -> Ended:
        order = Invocation(argv, self._variables, self._folder.root)
        ended = run_program(order, self._plan.host.python, line_read, tick or self._report_again)
        ended = replace(ended, output=without_credentials(ended.output, self._network.secrets))
        with self._folder.log.open("a", encoding="utf-8") as log:
            log.write(f"{Path(argv[0]).name} {' '.join(argv[1:4])} …\n{ended.output}\n")
        return ended

    def _show(self, fraction: float, step: str) -> None:
        self._now = Progress(fraction, step)
        self._report_again()

    def _report_again(self) -> None:
        """Also how a stop is noticed while a program is silent."""
        self._report(self._now)


def python_in(environment: Path, system: str) -> Path:
    if system == "windows":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def tidy(folder: InstallFolder, kept: tuple[Path, ...]) -> None:
    """Removes other environments, and of the cache what is no hard link of what is installed.

    Where the disk knows no hard links that is all of the cache, which would only take room twice.
    """
    for place in list(folder.environments.glob("*")):
        if place not in kept:
            with suppress(InstallFailed):  # Windows keeps what another QGIS has loaded: the next time
                _remove_environment(place)
    for archive in list(folder.cache.glob("archive-*/*")):
        if not _is_linked(archive):
            shutil.rmtree(archive, ignore_errors=True)


def _is_linked(archive: Path) -> bool:
    return any(file.is_file() and file.stat().st_nlink > 1 for file in archive.rglob("*"))


def _remove_environment(place: Path) -> None:
    """The marker first: what is half removed does not count as complete."""
    with suppress(FileNotFoundError):
        (place / "askmap.json").unlink()
    shutil.rmtree(place, ignore_errors=True)
    if place.exists():
        raise in_use(place)


@contextmanager
def _lock_on(folder: InstallFolder) -> Iterator[None]:
    folder.root.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder.lock))
    lock.setStaleLockTime(0)  # never by its age; that of a dead process is seen all the same
    if not _is_taken(lock):
        if lock.error() == QLockFile.LockError.PermissionError:
            raise not_writable(folder.lock, tr("no permission"))
        raise busy()
    try:
        yield
    finally:
        lock.unlock()


def _is_taken(lock: QLockFile) -> bool:
    """Whether it is ours now.

    For a moment it may still be held by what a killed process was just about to start. One that does not say
    whose it is was left by a kill in the middle of making it; Qt removes none that somebody holds.
    """
    if lock.tryLock(LOCK_WAIT_MS):
        return True
    is_nobodys = not lock.getLockInfo()[0]
    return is_nobodys and lock.removeStaleLockFile() and lock.tryLock(0)


@contextmanager
def _disk_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except NotWritten as error:
        raise _of_disk(error.__cause__, place) from error
    except OSError as error:
        raise _of_disk(error, place) from error


def _of_disk(error: Optional[BaseException], place: Path) -> InstallFailed:
    code = getattr(error, "errno", None)
    if code in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return disk_full()
    return not_writable(getattr(error, "filename", None) or place, getattr(error, "strerror", None) or error)
