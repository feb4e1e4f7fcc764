"""Where files lie: how many in a folder, how deep, and that the tests lie as what they test."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from places import ROOT

TESTS = ROOT / "tests"
OF_NO_FOLDER = {"architecture", "ci", "docs", "fuzz", "kill", "support"}  # of tests
FEWEST, MOST = 3, 15  # modules in a part
DEEPEST = 3  # of folders in folders
SMALL = {"plugin/processing"}  # one algorithm, and the provider through which QGIS asks for it


def folders_of(top: str) -> list[str]:
    found = {path.parent for path in (ROOT / top).rglob("*.py")}
    return sorted(str(folder.relative_to(ROOT)) for folder in found)


FOLDERS = [folder for top in ("backend", "plugin", "training") for folder in folders_of(top)]
PARTS = [folder for folder in FOLDERS if "/" in folder]
TEST_FILES = sorted(TESTS.rglob("test_*.py"))


@pytest.mark.parametrize("folder", PARTS)
def test_a_part_has_neither_too_few_modules_nor_too_many(folder):
    modules = [path.name for path in (ROOT / folder).glob("*.py") if not path.name.startswith("__")]
    assert (FEWEST if folder not in SMALL else 1) <= len(modules) <= MOST


def test_no_folder_lies_deeper_than_three_levels():
    assert [folder for folder in FOLDERS if len(Path(folder).parts) > DEEPEST] == []


def test_every_folder_of_tests_is_that_of_what_it_tests():
    found = {path.parent.relative_to(TESTS) for path in TESTS.rglob("*.py")} - {Path()}
    mirrored = {folder for folder in found if folder.parts[0] not in OF_NO_FOLDER}
    assert {folder.parts[0] for folder in mirrored} == {"backend", "plugin", "training"}
    assert [str(folder) for folder in sorted(mirrored) if str(folder) not in FOLDERS] == []


@pytest.mark.parametrize("path", TEST_FILES, ids=lambda path: str(path.relative_to(TESTS)))
def test_no_file_of_tests_imports_another(path):
    """What several need is in tests/support."""
    of_tests = {other.stem for other in TEST_FILES}
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    assert [name for name in names if set(name.split(".")) & of_tests] == []
