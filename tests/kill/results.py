"""What came of each kill, kept as it comes: a series that is cut off goes on where it was."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional


@dataclass(frozen=True)
class Series:
    """The same moments come again only with the same name, count and seed."""

    case: str
    count: int
    seed: int


@dataclass(frozen=True)
class Results:
    """A file with a line of JSON for each fact. Without a file nothing is kept."""

    path: Optional[Path] = None

    def of(self, series: Series) -> list[dict[str, Any]]:
        """In their order; a line that was cut off does not count."""
        if self.path is None or not self.path.exists():
            return []
        lines = map(_parsed, self.path.read_text(encoding="utf-8").splitlines())
        return [facts for *key, facts in lines if key == [series.case, series.count, series.seed]]

    def add(self, series: Series, **facts: object) -> None:
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:  # one that was cut off before it ends there
            file.write("\n" + json.dumps([series.case, series.count, series.seed, facts]))


def _parsed(line: str) -> list[Any]:
    with suppress(json.JSONDecodeError):
        return list(json.loads(line))
    return ["", {}]
