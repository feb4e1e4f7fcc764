"""Tries new packages out beside QGIS's libraries, before they are in use, where QGIS is going to use them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Optional, Protocol

from ...backend.engine.kinds import describe
from ...backend.engine.protocols import OWN
from ...backend.errors import MissingPackage
from ...backend.packages.requirements import MODULES
from ...backend.stages import Report
from ..package_test.trial import try_out
from ..settings import Settings
from .engine_choice import engine_choice
from .environment import order_with, site_packages
from .refused_packages import no_triton

NOTHING: frozenset[str] = frozenset()


class Trial(Protocol):
    def __call__(self, environment: Path, report: Report) -> frozenset[str]:
        """The modules of the environment that are known to load. For a worker thread."""


def no_trial(environment: Path, report: Report) -> frozenset[str]:
    """Where QGIS does not use the packages now."""
    return NOTHING


class TrialBesideQgis:
    """The one that is due before the first question; what comes of it is kept for then."""

    def __init__(self, settings: Settings) -> None:
        self._engine = settings.engine()
        self._failure: Optional[tuple[Path, MissingPackage]] = None

    def __call__(self, environment: Path, report: Report) -> frozenset[str]:
        if self._engine.process == OWN or not describe(self._engine).needs_packages or "torch" in sys.modules:
            return NOTHING
        no_triton.begin()
        order = order_with(environment, self._engine.device)
        modules = frozenset(MODULES).intersection(order.served)
        try:
            return modules if modules and try_out(report, order) else NOTHING
        except MissingPackage as error:
            self._failure = site_packages(environment), error
            return NOTHING

    def keep(self) -> None:
        """That they fail, so that it is not tried again. Main thread, after what was known is forgotten."""
        if self._failure is not None:
            engine_choice.note_failure(*self._failure)
