"""In which process the engine runs, and why: in QGIS's, unless the packages fail when they are tried."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Callable, Optional

from ...backend.engine.protocols import OWN, QGIS
from ...backend.errors import MissingPackage
from ..backend_messages import error_text
from ..language import tr


class Why(Enum):
    CHOSEN = "the user chose it"
    WORKS = "the packages work in QGIS"
    FAILS = "they do not"
    SERVED = "a service runs already"


@dataclass(frozen=True)
class EnginePlace:
    """One process, and why it is that one."""

    is_own: bool  # not QGIS's
    why: Why
    error: Optional[MissingPackage] = None  # how the packages failed in QGIS

    def sentence(self) -> str:
        """For the user, in their language."""
        if self.why is Why.FAILS:
            return tr("Runs in a process of its own, because its packages failed beside QGIS's libraries.")
        if self.why is Why.SERVED:
            return tr("Runs in the service that the shell uses, too.")
        if self.why is Why.CHOSEN:
            chosen_own = tr("Runs in a process of its own, as the options say.")
            return chosen_own if self.is_own else tr("Runs in QGIS, as the options say.")
        return tr("Runs in QGIS, where the engine's packages work.")

    def details(self) -> str:
        """How the packages failed; "" where they did not."""
        return error_text(self.error) if self.error else ""


class EngineChoice:
    """Packages that failed are not tried again, until others are there or the user installs them anew."""

    def __init__(self) -> None:
        self.latest: Optional[EnginePlace] = None  # of the engine that was loaded last; None = it needs none
        self._failed: dict[Optional[Path], MissingPackage] = {}  # by the folder of the packages

    def place(self, process: str, packages: Optional[Path], try_out: Callable[[], object]) -> EnginePlace:
        """For a worker thread: `try_out` may take minutes. It raises MissingPackage where QGIS was chosen."""
        self.latest = self._place(process, packages, try_out)
        return self.latest

    def take_service(self) -> None:
        self.latest = EnginePlace(True, Why.SERVED)

    def note_failure(self, packages: Path, error: MissingPackage) -> None:
        """They were tried out elsewhere."""
        self._failed[packages] = error

    def forget(self) -> None:
        self.latest = None
        self._failed.clear()

    def _place(self, process: str, packages: Optional[Path], try_out: Callable[[], object]) -> EnginePlace:
        if process == OWN:
            return EnginePlace(True, Why.CHOSEN)
        if process == QGIS:
            try_out()
            return EnginePlace(False, Why.CHOSEN)
        if packages not in self._failed:
            try:
                try_out()
            except MissingPackage as error:
                self._failed[packages] = error
        if packages in self._failed:
            return EnginePlace(True, Why.FAILS, self._failed[packages])
        return EnginePlace(False, Why.WORKS)


engine_choice = EngineChoice()  # one, as there is one QGIS that the packages work in or not
