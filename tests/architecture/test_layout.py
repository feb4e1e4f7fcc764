"""Where files lie: how many in a folder, how deep, and that the tests lie as what they test."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest
from places import ROOT

TESTS = ROOT / "tests"
OF_NO_FOLDER = {"architecture", "ci", "docs", "fuzz", "kill", "support"}  # of tests
FEWEST, MOST = 3, 15  # modules in a part
FEWEST_WORDS = 3  # in the name of a test
DEEPEST = 3  # of folders in folders


def folders_of(top: str) -> list[str]:
    found = {path.parent for path in (ROOT / top).rglob("*.py")}
    return sorted(str(folder.relative_to(ROOT)) for folder in found)


FOLDERS = [folder for top in ("backend", "plugin", "training") for folder in folders_of(top)]
PARTS = [folder for folder in FOLDERS if "/" in folder]
TEST_FILES = sorted(TESTS.rglob("test_*.py"))


@pytest.mark.parametrize("folder", PARTS)
def test_a_part_has_neither_too_few_modules_nor_too_many(folder):
    modules = [path.name for path in (ROOT / folder).glob("*.py") if not path.name.startswith("__")]
    assert FEWEST <= len(modules) <= MOST


def test_no_folder_lies_deeper_than_three_levels():
    assert [folder for folder in FOLDERS if len(Path(folder).parts) > DEEPEST] == []


def test_every_folder_of_tests_is_that_of_what_it_tests():
    found = {path.parent.relative_to(TESTS) for path in TESTS.rglob("*.py")} - {Path()}
    mirrored = {folder for folder in found if folder.parts[0] not in OF_NO_FOLDER}
    assert {folder.parts[0] for folder in mirrored} == {"backend", "plugin", "training"}
    assert [str(folder) for folder in sorted(mirrored) if str(folder) not in FOLDERS] == []


def imported_in(source: str) -> list[str]:
    """Also in programs that are texts of the source, which other processes run."""
    tree = ast.parse(source)
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    lines = [line.split() for text in texts for line in text.splitlines()]
    found = [words[1] for words in lines if len(words) > 1 and words[0] in ("import", "from")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


@pytest.mark.parametrize("path", sorted(TESTS.rglob("*.py")), ids=lambda path: str(path.relative_to(TESTS)))
def test_no_file_imports_one_of_tests(path):
    """What several need is in tests/support."""
    names = imported_in(path.read_text(encoding="utf-8"))
    of_tests = {other.stem for other in TEST_FILES}
    assert [name for name in names if set(name.split(".")) & of_tests] == []


@pytest.mark.parametrize("path", TEST_FILES, ids=lambda path: str(path.relative_to(TESTS)))
def test_names_of_tests_are_sentences(path):
    """Of three words at least, and each but once: a second one of a name hides the first."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    functions = [node for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    names = [node.name for node in functions if node.name.startswith("test")]
    assert names
    assert [name for name in names if len(name.split("_")) - 1 < FEWEST_WORDS] == []
    assert [name for name in set(names) if names.count(name) > 1] == []


def test_no_file_holds_what_git_leaves_of_a_conflict():
    marks = ("<" * 7, ">" * 7)
    files = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True).split("\0")
    texts = [ROOT / name for name in files if Path(name).suffix in (".md", ".py", ".toml", ".ts", ".txt", "")]
    assert len(texts) > len(TEST_FILES)
    for file in filter(Path.is_file, texts):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith(marks)] == [], file
