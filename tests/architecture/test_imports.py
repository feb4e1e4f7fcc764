"""The architecture, held by reading the sources: plugin -> backend <- training."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

FOLDERS = ("backend", "plugin", "training")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
HOSTS = {"qgis", "PyQt5", "PyQt6", "processing"}
SECOND_GDALS = {"rasterio", "pyproj", "fiona", "shapely", "geopandas"}  # a second PROJ in QGIS's process
FORBIDDEN = {
    "backend": HOSTS | SECOND_GDALS | {"askmap.plugin", "askmap.training"},
    "plugin": SECOND_GDALS | {"torch", "transformers", "askmap.training"},
    "training": HOSTS | {"askmap.plugin"},
}
ENGINES_OWN = {
    "torch",
    "transformers",
    "tokenizers",
    "safetensors",
    "PIL",
    "rich",
    "tomllib",
    "tomli",
}  # and what Python 3.9 lacks
LATER_ARGUMENTS = {"dataclass": {"kw_only", "slots"}, "field": {"kw_only"}, "zip": {"strict"}}
LATE = {  # functions that import, and why not at the top of their file
    ("backend/child/boot.py", "boot"),  # runs as a file, before there is a package
    ("__init__.py", "classFactory"),  # the shell and the training import the package without QGIS
    ("backend/cli.py", "_serve"),  # a module that Windows lacks
    ("backend/engine/local_kind.py", "load_local"),  # the two doors to torch
    ("backend/engine/server_kind.py", "load_served"),
    ("backend/segmenter/meta_network.py", "_build"),  # a package that most people do without
    ("plugin/main.py", "initGui"),  # qgis_process needs no dock, nor what that loads
    ("plugin/package_test/program.py", "load"),  # what it is given says from where
    ("plugin/review/mask_refiner.py", "_correct"),  # scipy is there when the engine is
    ("plugin/teach/answer_samples.py", "_two_points"),  # the same
    ("training/cli.py", "load_command"),  # each command's packages are asked for when it is typed
}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(tree: ast.AST, path: Path) -> Iterator[str]:
    """Every module named in an import, with its full name; `from a import b` gives a and a.b."""
    package = ("askmap", *path.relative_to(ROOT).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield source
            yield from (f"{source}.{name.name}" for name in node.names)


def is_in(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def at_load(path: Path) -> Iterator[str]:
    """What the module imports when it is imported itself: not what its functions import."""
    for node in parsed(path).body:
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield from imported(node, path)


def file_of(module: str) -> Path | None:
    """The source of a module of ours."""
    parts = module.split(".")
    if parts[0] != "askmap":
        return None
    place = ROOT.joinpath(*parts[1:])
    return next((p for p in (place.with_suffix(".py"), place / "__init__.py") if p.is_file()), None)


def loaded_with(start: Path) -> set[Path]:
    """Our sources that run when `start` is imported."""
    found, waiting = set(), [start]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [file for module in at_load(path) if (file := file_of(module))]
    return found


STARTS = [ROOT / "plugin" / name for name in ("main.py", "dock.py", "wiring.py")]
LOADED_BY_QGIS = sorted({ROOT / "__init__.py"}.union(*map(loaded_with, STARTS)))  # the others in initGui()


def every_source(sources: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", sources, ids=lambda path: str(path.relative_to(ROOT)))


def test_the_guard_sees_the_sources():
    assert {path.relative_to(ROOT).parts[0] for path in SOURCES} == set(FOLDERS)
    assert {ROOT / "plugin" / "dock.py", ROOT / "backend" / "stages.py"} <= set(LOADED_BY_QGIS)


def test_the_guard_resolves_relative_imports():
    tree = ast.parse("from ..backend import errors\nfrom .prompt import FORMATS\nimport os.path")
    names = set(imported(tree, ROOT / "plugin" / "dock.py"))
    assert {"askmap.backend.errors", "askmap.plugin.prompt", "os.path"} <= names


@every_source(SOURCES)
def test_imports_point_one_way(path):
    forbidden = FORBIDDEN[path.relative_to(ROOT).parts[0]]
    assert [name for name in imported(parsed(path), path) if is_in(name, forbidden)] == []


@every_source(SOURCES)
def test_inside_the_package_imports_are_relative(path):
    absolute = [n for n in ast.walk(parsed(path)) if isinstance(n, ast.ImportFrom) and not n.level]
    plain = [n for n in ast.walk(parsed(path)) if isinstance(n, ast.Import)]
    names = [n.module for n in absolute] + [name.name for n in plain for name in n.names]
    assert [name for name in names if is_in(name or "", {"askmap", *FOLDERS})] == []


def test_gdal_is_known_to_few_files_alone():
    users = {path.parent.name for path in SOURCES if "osgeo" in imported(parsed(path), path)}
    assert users == {"geo", "raster", "outputs"}


@every_source(LOADED_BY_QGIS)
def test_what_qgis_loads_at_start_needs_no_package_of_the_engine(path):
    assert [name for name in at_load(path) if is_in(name, ENGINES_OWN)] == []


@every_source(LOADED_BY_QGIS)
def test_what_qgis_loads_at_start_is_python_3_9(path):
    source = path.read_text(encoding="utf-8")
    ast.parse(source, str(path), feature_version=(3, 9))
    annotated = any(isinstance(node, ast.arg) and node.annotation for node in ast.walk(parsed(path)))
    assert not annotated or "from __future__ import annotations" in source


def later_arguments(tree: ast.AST) -> Iterator[str]:
    """Of the standard library, where Python 3.9 refuses them as it reads the module or later."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        refused = LATER_ARGUMENTS.get(ast.unparse(call.func).rpartition(".")[2], set())
        yield from (word.arg for word in call.keywords if word.arg in refused)


def test_the_guard_sees_arguments_that_python_3_9_refuses():
    source = "@dataclass(frozen=True, kw_only=True)\nclass A: ...\nzip(a, b, strict=True)"
    assert list(later_arguments(ast.parse(source))) == ["kw_only", "strict"]


@every_source(LOADED_BY_QGIS)
def test_what_qgis_loads_at_start_uses_no_argument_that_python_3_9_refuses(path):
    assert list(later_arguments(parsed(path))) == []


def late_in(tree: ast.AST) -> Iterator[str]:
    """The functions that import, by a statement or by a name; "" where that is outside of them."""
    functions = [n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
    for function in functions:
        if any(isinstance(n, (ast.Import, ast.ImportFrom)) or by_name(n) for n in ast.walk(function)):
            yield function.name
    inside = {id(node) for function in functions for node in ast.walk(function)}
    if any(by_name(node) and id(node) not in inside for node in ast.walk(tree)):
        yield ""


def by_name(node: ast.AST) -> bool:
    called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    return called.rpartition(".")[2] in {"import_module", "__import__"}


@pytest.mark.parametrize(
    ("source", "late"),
    [
        ("import json", []),
        ("def f():\n    import json", ["f"]),
        ("async def f():\n    from json import loads", ["f"]),
        ("class A:\n    def f(self):\n        if self:\n            import json", ["f"]),
        ("def f():\n    importlib.import_module('json')", ["f"]),
        ("f = lambda: __import__('json')", [""]),
    ],
)
def test_the_guard_finds_imports_in_functions(source, late):
    assert list(late_in(ast.parse(source))) == late


def test_functions_import_only_where_it_has_a_reason():
    sources = [ROOT / "__init__.py", *SOURCES]
    late = {(str(path.relative_to(ROOT)), name) for path in sources for name in late_in(parsed(path))}
    assert late == LATE


def imports_among(sources: list[Path]) -> dict[str, set[str]]:
    """From each source to those of ours that it imports anywhere; a name of a package is its module's."""
    return {
        str(path.relative_to(ROOT)): {
            str(file.relative_to(ROOT)) for name in imported(parsed(path), path) if (file := file_of(name))
        }
        for path in sources
    }


def packages_among(modules: dict[str, set[str]]) -> dict[str, set[str]]:
    """The same between folders; a file at the top of the three stands for itself."""

    def part(file: str) -> str:
        folder = str(Path(file).parent)
        return file if folder in (*FOLDERS, ".") else folder

    packages: dict[str, set[str]] = {}
    for file, others in modules.items():
        packages.setdefault(part(file), set()).update({part(other) for other in others} - {part(file)})
    return packages


def in_circles(graph: dict[str, set[str]]) -> set[str]:
    """Those that are left when all that leads nowhere, or that nothing leads to, is taken away."""
    left = dict(graph)
    while True:
        led_to = set().union(*left.values())
        ends = {node for node, others in left.items() if node not in led_to or not others & set(left)}
        if not ends:
            return set(left)
        left = {node: others & set(left) for node, others in left.items() if node not in ends}


def test_the_guard_finds_circles():
    assert in_circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"d2"}, "d2": set()}) == {"b", "c"}
    assert in_circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == set()
    assert packages_among({"plugin/a/b.py": {"plugin/c/d.py", "plugin/a/e.py", "plugin/dock.py"}}) == {
        "plugin/a": {"plugin/c", "plugin/dock.py"}
    }


def test_no_modules_import_each_other_in_a_circle():
    assert in_circles(imports_among(SOURCES)) == set()


def test_no_packages_import_each_other_in_a_circle():
    assert in_circles(packages_among(imports_among(SOURCES))) == set()


def broad(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(
        k is None or (isinstance(k, ast.Name) and k.id in {"Exception", "BaseException"}) for k in kinds
    )


def test_the_tasks_run_holds_the_only_broad_except():
    places = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler) and broad(node)
    ]
    assert places == ["plugin/runtime/task.py"]


def test_the_stages_and_their_errors_come_without_torch():
    modules = ", ".join(
        f"askmap.backend.{name}"
        for name in ("stages", "errors", "formats", "engine.loading", "reasoner.prompt", "parsing.thought")
    )
    script = f"import sys, {modules}\nprint(sorted({ENGINES_OWN!r} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
