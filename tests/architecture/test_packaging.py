"""The zip that plugins.qgis.org takes; its rules are in the site's «Plugin publishing» page."""

from __future__ import annotations

import ast
import configparser
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from places import ROOT

LARGEST_ZIP = 25_000_000  # bytes; the site refuses more
# What Bandit, which the site runs, takes for a risk
REFUSED_MODULES = {"pickle", "dill", "shelve", "marshal", "subprocess", "telnetlib", "ftplib", "xml"}
REFUSED_CALLS = {"eval", "exec"}
NEEDED_FIELDS = {
    *("name", "description", "version", "qgisMinimumVersion", "author", "email", "about"),
    *("tracker", "repository", "homepage"),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """What `make zip` makes of the last commit."""
    place = tmp_path_factory.mktemp("a place") / "askmap.zip"
    subprocess.run(["make", "zip", f"ZIP={place}"], cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(place)


@pytest.fixture(scope="module")
def files(archive: zipfile.ZipFile) -> set[str]:
    """Paths inside the one folder."""
    return {str(PurePosixPath(*PurePosixPath(name).parts[1:])) for name in archive.namelist()}


def _metadata(text: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    return parser["general"]


def test_the_zip_is_small_enough_for_the_site(archive):
    assert os.path.getsize(archive.filename) <= LARGEST_ZIP


def test_the_zip_holds_one_folder_that_is_the_package(archive):
    assert {PurePosixPath(name).parts[0] for name in archive.namelist()} == {"askmap"}


def test_the_zip_holds_what_qgis_and_the_site_look_for(files):
    assert {"LICENSE", "metadata.txt", "__init__.py", "backend/stages.py", "README.md"} <= files


def test_the_zip_holds_every_file_of_the_plugin_and_the_backend(files):
    tracked = subprocess.check_output(
        ["git", "ls-tree", "-r", "--name-only", "HEAD", "plugin", "backend"], cwd=ROOT, text=True
    )
    assert set(tracked.splitlines()) <= files


def test_the_zip_leaves_out_what_only_developers_need(files):
    top = {PurePosixPath(name).parts[0] for name in files - {"."}}
    assert top <= {
        *("LICENSE", "README.md", "metadata.txt", "__init__.py"),
        *("plugin", "backend", "resources"),
    }


def test_the_zip_holds_every_translation_compiled(files):
    listed = subprocess.check_output(["git", "ls-files", "resources/i18n/*.ts"], cwd=ROOT, text=True)
    compiled = {str(PurePosixPath(source).with_suffix(".qm")) for source in listed.splitlines()}
    assert compiled
    there = {name for name in files if PurePosixPath(name).parent.name == "i18n"}
    assert there == compiled


def test_the_zip_holds_nothing_hidden_compiled_or_executable(archive):
    for entry in archive.infolist():
        parts = PurePosixPath(entry.filename).parts
        assert not any(part.startswith(".") or part == "__pycache__" for part in parts), entry.filename
        assert not entry.filename.endswith((".pyc", ".so", ".dll", ".exe", ".sh")), entry.filename
        assert entry.is_dir() or not (entry.external_attr >> 16) & 0o111, f"{entry.filename} is executable"


def test_the_metadata_has_every_field_that_the_site_needs(archive):
    general = _metadata(archive.read("askmap/metadata.txt").decode())
    assert [field for field in sorted(NEEDED_FIELDS) if not general.get(field, "").strip()] == []


def test_the_icon_of_the_metadata_is_in_the_zip(archive, files):
    assert _metadata(archive.read("askmap/metadata.txt").decode())["icon"] in files


def test_one_version_stands_in_all_three_places():
    stated = {
        _metadata((ROOT / "metadata.txt").read_text(encoding="utf-8"))["version"],
        re.search(r'^__version__ = "(.+)"', (ROOT / "backend/version.py").read_text(), re.M)[1],
        re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.M)[1],
    }
    assert len(stated) == 1


def test_every_folder_of_ours_is_installed():
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    found = [
        file.parent
        for top in ("backend", "plugin", "training")
        for file in ROOT.glob(f"{top}/**/__init__.py")
    ]
    ours = {".".join(("askmap", *folder.relative_to(ROOT).parts)) for folder in found}
    assert {"askmap", *ours} == set(listed)


def test_what_the_plugin_loads_first_needs_neither_torch_nor_training(archive, tmp_path):
    archive.extractall(tmp_path)
    code = (
        "import sys, askmap.backend.engine.loading; print(askmap.__file__, 'torch' in sys.modules, sep='\\n')"
    )
    told = subprocess.check_output([sys.executable, "-c", code], env={"PYTHONPATH": str(tmp_path)}, text=True)
    assert told.split() == [str(tmp_path / "askmap" / "__init__.py"), "False"]


@pytest.mark.parametrize("folder", ["askmap", "ask-map 0.2", "main"])
def test_the_tests_run_whatever_the_folder_of_the_checkout_is_called(tmp_path, folder):
    """pytest runs the root's __init__.py, and not as a package where its folder is no name in Python."""
    checkout = tmp_path / folder
    (checkout / "tests").mkdir(parents=True)
    shutil.copy(ROOT / "__init__.py", checkout)
    (checkout / "tests" / "test_it.py").write_text("def test_it_runs(): pass\n")
    command = [sys.executable, "-m", "pytest", "--import-mode=importlib", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert "1 passed" in done.stdout, done.stdout


def test_the_zip_has_nothing_that_the_sites_bandit_finds(archive):
    """What a slip of a hand brings most easily; Bandit itself knows more."""
    for name in archive.namelist():
        if name.endswith(".py"):
            source = archive.read(name).decode()
            assert "nosec" not in source, name
            assert list(_refused(ast.parse(source))) == [], name


def _refused(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name for name in names if name.split(".")[0] in REFUSED_MODULES)
        if isinstance(node, ast.Assert):
            yield f"an assertion in line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REFUSED_CALLS:
            yield node.func.id
