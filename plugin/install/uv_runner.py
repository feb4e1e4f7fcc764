"""Runs uv, and what it has installed: with one log, and with a report of how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

from ...backend.stages import Progress, Report
from ..language import tr
from ..network.network_settings import NetworkSettings
from ..runtime.redaction import without_credentials
from .diagnosis import diagnose
from .plan import Plan
from .program import Ended, Invocation, run_program


def ignore_line(line: str) -> None:
    """Where what a program writes is not needed while it works."""


class UvRunner:
    def __init__(self, plan: Plan, network: NetworkSettings, report: Report) -> None:
        self.plan, self.report = plan, report
        self._network = network
        self._now = Progress(0.0, tr("Fetching the installer"))
        plan.folder.log.write_text("", encoding="utf-8")
        self.variables = network.variables(plan.folder.root)
        self.variables["UV_CACHE_DIR"] = str(plan.folder.cache)
        self.variables["NO_COLOR"] = "1"

    def show(self, fraction: float, step: str) -> None:
        self._now = Progress(fraction, step)
        self._report_again()

    def run_uv(
        self,
        uv: Path,
        *arguments: str,
        line_read: Callable[[str], None] = ignore_line,
        tick: Optional[Callable[[], None]] = None,
    ) -> None:
        """Raises InstallFailed."""
        ended = self.run([str(uv), *arguments], line_read, tick)
        if ended.code:
            raise diagnose(ended.output, self.plan.folder.root)

    def run(
        self,
        argv: Sequence[str],
        line_read: Callable[[str], None] = ignore_line,
        tick: Optional[Callable[[], None]] = None,
    ) -> Ended:
        order = Invocation(argv, self.variables, self.plan.folder.root)
        ended = run_program(order, self.plan.host.python, line_read, tick or self._report_again)
        ended = replace(ended, output=without_credentials(ended.output, self._network.secrets))
        with self.plan.folder.log.open("a", encoding="utf-8") as log:
            log.write(f"{Path(argv[0]).name} {' '.join(argv[1:4])} …\n{ended.output}\n")
        return ended

    def _report_again(self) -> None:
        """Also how a stop is noticed while a program is silent."""
        self.report(self._now)


def python_in(environment: Path, system: str) -> Path:
    if system == "windows":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"
