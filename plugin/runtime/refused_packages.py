"""Keeps a package out of QGIS's process, as if it were not installed."""

from __future__ import annotations

import sys


class Refusal:
    """Refuses one package in this process, unless it is loaded already."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._is_ours = False

    def begin(self) -> None:
        """May be called again."""
        if self._package not in sys.modules:
            # Python's own mark: import raises ModuleNotFoundError, and importlib's find_spec finds nothing
            sys.modules[self._package] = None
            self._is_ours = True

    def end(self) -> None:
        """Allows the package again, unless something else had refused it."""
        if self._is_ours and sys.modules.get(self._package, self) is None:
            del sys.modules[self._package]
        self._is_ours = False


# torch's CUDA build imports triton wherever it finds it, and the engine needs it nowhere. Its library brings
# an LLVM of its own and kills QGIS where Mesa has loaded another: virtual machines, remote desktops, AMD.
no_triton = Refusal("triton")  # one, as there is one list of modules for all of Python
