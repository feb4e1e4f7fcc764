"""What sources take from QGIS and Qt: chains of names that begin with an import, such as Qt.Key.Key_A."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

# The sources ask for QGIS's version before they take these
FIRST = {"Qgis.LabelPlacement": 32600, "QgsTask.Flag.Silent": 32600}  # the version that brought it
LAST = {
    "QVariant.LongLong": 33799,
    "QVariant.Double": 33799,
    "QVariant.String": 33799,
}  # QMetaType since then
_NOTHING = object()


@dataclass(frozen=True)
class Taken:
    place: str  # "dock.py:12"
    module: str  # where the first name was imported from, "qgis.PyQt.QtCore"
    imported: str  # its name there
    chain: tuple[str, ...]  # ("Qt", "Key", "Key_A")

    def exists(self, namespace: dict[str, object]) -> bool:
        """Whether it is there now; the namespace is that of the source's module, once it was imported."""
        thing = namespace.get(self.chain[0], _NOTHING)
        if thing is _NOTHING:  # what a function imports
            thing = _imported(self.module, self.imported)
        for name in self.chain[1:]:
            thing = getattr(thing, name, _NOTHING)
        return thing is not _NOTHING

    def is_for(self, version: int) -> bool:
        """Whether it is taken from that version of QGIS."""
        lengths = range(1, len(self.chain) + 1)
        names = [".".join(self.chain[:length]) for length in lengths]
        return all(FIRST.get(name, 0) <= version <= LAST.get(name, version) for name in names)

    def __str__(self) -> str:
        return f"{self.place}: {'.'.join(self.chain)} of {self.module}"


def names_taken(path: Path) -> list[Taken]:
    """Every import from QGIS, and every chain of attributes that begins with one."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    imports = {
        (node.lineno, alias.asname or alias.name): (node.module, alias.name) for node, alias in _imports(tree)
    }
    origins = {name: origin for (_, name), origin in imports.items()}
    chains = {
        (node.lineno, chain) for node in ast.walk(tree) if (chain := _chain(node)) and chain[0] in origins
    }
    chains |= {(line, (name,)) for line, name in imports}
    return [Taken(f"{path.name}:{line}", *origins[chain[0]], chain) for line, chain in sorted(chains)]


def attributes_used(path: Path) -> dict[str, str]:
    """Every attribute that is asked of anything but a module, and a place where."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    plain = [alias for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    modules = {(alias.asname or alias.name,) for alias in plain}
    asked = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and _chain(n.value) not in modules]
    return {node.attr: f"{path.name}:{node.lineno}" for node in asked}


def names_made(path: Path) -> set[str]:
    """What the source calls its own functions, classes and attributes."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    made = {node.name for node in ast.walk(tree) if isinstance(node, definitions)}
    names = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    attributes = (n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store))
    return made | names | {node.attr for node in attributes}


def _imported(module: str, name: str) -> object:
    try:
        return getattr(import_module(module), name, _NOTHING)
    except ImportError:
        return _NOTHING


def _imports(tree: ast.AST) -> Iterator[tuple[ast.ImportFrom, ast.alias]]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and not node.level
            and (node.module or "").split(".")[0] == "qgis"
        ):
            yield from ((node, alias) for alias in node.names)


def _chain(node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.Attribute):
        before = _chain(node.value)
        return (*before, node.attr) if before else ()
    return (node.id,) if isinstance(node, ast.Name) else ()
