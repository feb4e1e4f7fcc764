"""Where the packages come from: an index on the network, or an offline bundle."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Optional, Protocol

from ...backend.packages.bundle import requirements_of
from ...backend.packages.resolution import Resolution, read_resolution
from ..language import tr
from .bundle import Bundle
from .failures import InstallFailed, LargerThanPlanned
from .fetch import Fetch
from .host import TorchBuild
from .plan import check
from .progress import (
    FETCHED_END,
    RESOLVED_END,
    TOOL_END,
    DownloadProgress,
    Pace,
    keep_speed,
    read_speed,
    report_download,
    report_tool,
    report_unpacking,
)
from .uv_runner import UvRunner, python_in
from .uv_tool import ensure_uv

FAR_MORE = 1.5  # times the planned download; then the user is asked again
_IMPATIENT = {"UV_HTTP_CONNECT_TIMEOUT": "5", "UV_HTTP_TIMEOUT": "5", "UV_HTTP_RETRIES": "0"}
_WHEELS_ONLY = ("--only-binary", ":all:")  # a source could run anything, and wants a compiler


class Supply(Protocol):
    def uv(self) -> Path:
        """The program that installs. Raises InstallFailed."""

    def install(self, uv: Path) -> None:
        """Makes the environment of the plan. Raises InstallFailed."""

    def close(self) -> None:
        """Removes what only the installation needed."""


class IndexSupply:
    def __init__(self, runner: UvRunner, fetch: Fetch) -> None:
        self._runner, self._plan, self._fetch = runner, runner.plan, fetch

    def uv(self) -> Path:
        total, pace = self._plan.uv.bytes, Pace()

        def received(count: int) -> None:
            pace.note(count)
            report_tool(self._runner.report, count, total)

        uv = ensure_uv(self._plan, self._fetch, received)
        keep_speed(self._plan.folder, pace)
        return uv

    def install(self, uv: Path) -> None:
        sources, resolution = self._resolve(uv)
        self._refuse_surprise(resolution)
        folder = self._plan.folder
        progress = DownloadProgress(resolution, folder.cache, read_speed(folder))
        self._runner.show(RESOLVED_END, tr("Fetching the packages"))
        make_environment(self._runner, uv)
        self._runner.run_uv(
            uv,
            *_install_arguments(self._runner, resolution.requirements),
            *sources,
            line_read=progress.read_line,
            tick=lambda: report_download(self._runner.report, progress),
        )
        keep_speed(folder, progress.pace)

    def close(self) -> None:
        """What was fetched is kept for the next time."""

    def _resolve(self, uv: Path) -> tuple[tuple[str, ...], Resolution]:
        """Which packages, and the arguments that say where torch comes from.

        The configured index comes first, unless torch's own has what suits this driver better. Without a
        driver torch comes without CUDA, where such a build can be had.
        """
        self._runner.show(TOOL_END, tr("Choosing the packages"))
        if "UV_TORCH_BACKEND" in self._runner.variables:
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
        before = self._runner.variables
        try:
            self._runner.variables = {**before, **_IMPATIENT}
            return sources, self._compiled(uv, *sources)
        except InstallFailed:
            return None
        finally:
            self._runner.variables = before

    def _compiled(self, uv: Path, *sources: str) -> Resolution:
        root = self._plan.folder.root
        wanted, lock = root / "requirements.txt", root / "pylock.toml"
        wanted.write_text("\n".join(self._plan.wanted.requirements) + "\n", encoding="utf-8")
        with suppress(FileNotFoundError):
            lock.unlink()
        arguments = ("--python", str(self._plan.host.python), "--format", "pylock.toml", *_WHEELS_ONLY)
        self._runner.run_uv(uv, "pip", "compile", "-q", *arguments, *sources, "-o", str(lock), str(wanted))
        return read_resolution(lock.read_text(encoding="utf-8"))

    def _refuse_surprise(self, resolution: Resolution) -> None:
        needed = resolution.download_bytes + self._plan.uv.bytes
        if needed > FAR_MORE * self._plan.download_bytes:
            raise LargerThanPlanned(self._plan.download_bytes, needed)
        check(self._plan.grown_to(needed))


class BundleSupply:
    def __init__(self, runner: UvRunner, bundle: Bundle) -> None:
        self._runner, self._plan, self._bundle = runner, runner.plan, bundle
        self._unpacked = runner.plan.folder.unpacked

    def uv(self) -> Path:
        return ensure_uv(self._plan, lambda url, limit, received: self._bundle.uv(), lambda count: None)

    def install(self, uv: Path) -> None:
        chosen, report = self._bundle.chosen(self._plan.host.numpy), self._runner.report
        self.close()
        total = sum(wheel.bytes for wheel in chosen)
        self._bundle.unpack(chosen, self._unpacked, lambda count: report_unpacking(report, count, total))
        self._runner.show(FETCHED_END, tr("Installing the packages"))
        make_environment(self._runner, uv)
        cut_off = ("--offline", "--no-index", "--find-links", str(self._unpacked))
        self._without_indexes()
        self._runner.run_uv(uv, *_install_arguments(self._runner, requirements_of(chosen)), *cut_off)

    def close(self) -> None:
        shutil.rmtree(self._unpacked, ignore_errors=True)

    def _without_indexes(self) -> None:
        """What this computer says of indexes is not for a bundle, and uv refuses both at once."""
        own = {name: value for name, value in self._runner.variables.items() if not name.startswith("UV_")}
        self._runner.variables = {**own, "UV_CACHE_DIR": str(self._plan.folder.cache)}


def make_environment(runner: UvRunner, uv: Path) -> None:
    runner.run_uv(uv, "venv", "-q", "--python", str(runner.plan.host.python), str(runner.plan.environment))


def _install_arguments(runner: UvRunner, requirements: str) -> tuple[str, ...]:
    locked = runner.plan.folder.root / "locked.txt"
    locked.write_text(requirements, encoding="utf-8")
    python = str(python_in(runner.plan.environment, runner.plan.host.system))
    return ("pip", "install", "--no-deps", *_WHEELS_ONLY, "--python", python, "-r", str(locked))
