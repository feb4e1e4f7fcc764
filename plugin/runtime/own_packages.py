"""Serves the engine's packages to Python ahead of QGIS's own ones, and nothing else.

At the end of sys.path ours would lose against what QGIS's system has of the same name, such as Debian's
sympy 1.11, with which torch imports and then fails in use. At its beginning they would win for all of QGIS.
So a finder serves exactly what the distributions in our folder list as their files, except what QGIS has
loaded already or is compiled against. Nothing here imports more than Python's own library: the trial's
process loads it, too.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, all_suffixes
from importlib.metadata import Distribution, DistributionFinder
from pathlib import Path
from types import ModuleType
from typing import Optional

BOUND = frozenset({"numpy", "osgeo", "qgis", "PyQt5", "PyQt6", "sip"})  # QGIS is compiled against them
REFUSED = frozenset({"triton"})  # see refused_packages.py


class OwnPackages(MetaPathFinder):
    """Python asks it for every module that is imported, as soon as it has begun."""

    def __init__(self) -> None:
        self.folder: Optional[Path] = None  # with the packages; whatever was chosen last
        self.served: frozenset[str] = frozenset()  # names of modules and packages
        self._metadata: dict[str, Path] = {}  # folders by the normalized names of their distributions

    def begin(self, only: Optional[Iterable[str]] = None) -> None:
        """May be called again, after another folder was chosen. `only` limits what is served."""
        self.end()
        if self.folder is None or not os.path.isdir(self.folder):
            return
        lists = dict(_file_lists(self.folder))
        names = self._servable(lists.values())
        self.served = names if only is None else names & frozenset(only)
        self._metadata = {
            _normalized(place.name.split("-")[0]): place for place, all in lists.items() if all <= self.served
        }
        sys.meta_path.insert(0, self)
        importlib.invalidate_caches()

    def end(self) -> None:
        """What is loaded stays loaded."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        self.served, self._metadata = frozenset(), {}

    def would_serve(self) -> frozenset[str]:
        """All that begin() would serve now."""
        return self._servable(names for _, names in _file_lists(self.folder)) if self.folder else frozenset()

    def _servable(self, lists: Iterable[frozenset[str]]) -> frozenset[str]:
        loaded = {name for name in list(sys.modules) if "." not in name and not self._is_ours(name)}
        return frozenset().union(*lists) - loaded - BOUND - REFUSED

    def _is_ours(self, name: str) -> bool:
        """Whether a module that is loaded came out of the folder, by an earlier begin()."""
        origin = getattr(getattr(sys.modules[name], "__spec__", None), "origin", None)
        return bool(origin) and self.folder in Path(str(origin)).parents

    def find_spec(
        self, name: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """Parts of a package are found by the package itself; what several places share, by Python."""
        if path is not None or name not in self.served:
            return None
        spec = PathFinder.find_spec(name, [str(self.folder)], target)
        return spec if spec is not None and spec.origin is not None else None

    def find_distributions(self, context: DistributionFinder.Context) -> Iterator[Distribution]:
        """So that transformers reads the versions of what it gets, and not those of QGIS's system."""
        if "path" in vars(context):  # somebody asks for another place
            return
        for name, place in self._metadata.items():
            if context.name is None or _normalized(context.name) == name:
                yield Distribution.at(place)


def _file_lists(folder: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    """Of each distribution its metadata's folder, and the modules and packages at its top."""
    records: list[Path] = []
    with suppress(OSError):  # another QGIS may remove it meanwhile
        records = [folder / name / "RECORD" for name in os.listdir(folder) if name.endswith(".dist-info")]
    for record in records:
        with suppress(OSError, UnicodeDecodeError):
            lines = record.read_text(encoding="utf-8").splitlines()
            yield record.parent, frozenset(filter(None, map(_top_name, lines)))


def _top_name(line: str) -> str:
    """Of a line such as «torch/nn/modules/module.py,sha256=…,81516»; "" for what is no module."""
    first, slash, _ = line.partition(",")[0].strip('"').partition("/")
    if not slash:
        ending = next((each for each in all_suffixes() if first.endswith(each)), "")
        first = first[: -len(ending)].partition(".")[0] if ending else ""
    return first if first.isidentifier() and first != "__pycache__" else ""


def _normalized(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")


own_packages = OwnPackages()  # one, as there is one list of finders for all of Python
