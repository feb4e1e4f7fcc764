"""What .ci/environment puts into .venv: stand-ins for all packages but uv, from indexes on this machine."""

from __future__ import annotations

import re
import runpy
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest
from package_index import served, write_wheel
from places import ROOT

PROJECT = """
[build-system]
requires = []
build-backend = "build_nothing"
backend-path = ["."]

[project]
name = "askmap"
version = "0"
requires-python = ">=3.11"
dependencies = ["torch==2.13.0", "numpy>=1.26.4,<3"]

[project.optional-dependencies]
training = []
dev = []
meta = [
    "sam2==1.1.0",
    "hydra-core==1.3.8",
    "iopath==0.1.10",
]
"""
BACKEND = """
import pathlib, zipfile

def build_editable(folder, *settings):
    with zipfile.ZipFile(pathlib.Path(folder, "askmap-0-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("askmap-0.dist-info/METADATA", METADATA)
        wheel.writestr("askmap-0.dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr("askmap-0.dist-info/RECORD", "")
    return "askmap-0-py3-none-any.whl"

METADATA = "Metadata-Version: 2.1\\nName: askmap\\nVersion: 0\\n"
METADATA += "Requires-Dist: torch==2.13.0\\nRequires-Dist: numpy<3,>=1.26.4\\n"
METADATA += "".join(f"Provides-Extra: {extra}\\n" for extra in ("training", "dev", "meta"))
METADATA += "".join(f"Requires-Dist: {name}; extra=='meta'\\n" for name in ("sam2", "hydra-core", "iopath"))
"""
PACKAGES = {
    "triton": ["3.7.1"],
    "numpy": ["1.26.4", "1.26.5", "2.0.9", "2.1.9", "2.2.6", "2.2.7", "2.3.9", "2.4.9"],
    "sam2": ["1.1.0"],
    "hydra-core": ["1.3.8"],
    "iopath": ["0.1.10"],
}
# uv knows the address of torch's index by itself: this one asks ours in its place
UV = """#!/usr/bin/env bash
arguments=()
while [ $# -gt 0 ]; do
    if [ "$1 ${{2:-}}" = "--torch-backend auto" ]; then arguments+=(--index "{torch_index}") && shift 2
    else arguments+=("$1") && shift; fi
done
exec "{uv}" "${{arguments[@]}}"
"""


@dataclass
class Checkout:
    """A project with the scripts that make .venv, in the midst of indexes."""

    folder: Path
    index: str
    asked_of_torch: list[str]

    def make_environment(self) -> str:
        """What was said meanwhile."""
        place = self.folder.parent
        done = subprocess.run(
            [self.folder / ".ci/environment"],
            env={
                "PATH": "/usr/bin:/bin",
                "HOME": str(place),
                "PIP_CONFIG_FILE": "/dev/null",
                "PIP_INDEX_URL": self.index,
                "PIP_FIND_LINKS": str(place / "wheels"),
                "UV_HTTP_RETRIES": "0",
            },
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def installed(self, name: str) -> str:
        """The version in .venv alone."""
        code = f"import importlib.metadata as m; print(m.version('{name}'))"
        python = self.folder / ".venv/bin/python"
        return subprocess.check_output([python, "-I", "-c", code], text=True).strip()


@contextmanager
def _indexes(place: Path) -> Iterator[Callable[..., Checkout]]:
    """Call it, with an address if another shall stand for torch's index, to get the Checkout."""
    index, torch_index, asked = place / "index", place / "torch index", []
    write_wheel(index / "torch", "torch", "2.13.0", needs=("triton",))
    write_wheel(torch_index / "torch", "torch", "2.13.0+cpu")
    for name, numbers in PACKAGES.items():
        for number in numbers:
            write_wheel(index / name, name, number)
    (place / "wheels").mkdir()
    with served(index, []) as index_url, served(torch_index, asked) as torch_url:

        def checkout(torch_index: str = torch_url) -> Checkout:
            uv = UV.format(torch_index=torch_index, uv=Path(sys.prefix, "bin/uv"))
            write_wheel(index / "uv", "uv", "0.13.8", scripts={"uv": uv})
            folder = place / "a checkout"
            (folder / ".ci").mkdir(parents=True)
            for script in ("environment", "uv", "numpy_constraint.py", "downloads.py"):
                shutil.copy(ROOT / ".ci" / script, folder / ".ci")
            (folder / "pyproject.toml").write_text(PROJECT)
            (folder / "build_nothing.py").write_text(BACKEND)
            return Checkout(folder, index_url, asked)

        yield checkout


@pytest.fixture
def checkouts(tmp_path: Path) -> Iterator[Callable[..., Checkout]]:
    with _indexes(tmp_path) as checkouts:
        yield checkouts


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Checkout, str]]:
    """One with its environment, and what was said while it was made."""
    with _indexes(tmp_path_factory.mktemp("made")) as checkouts:
        checkout = checkouts()
        yield checkout, checkout.make_environment()


def _numpy_of_qgis() -> str:
    code = "import numpy; print(numpy.__version__)"
    return subprocess.check_output(["/usr/bin/python3", "-I", "-c", code], text=True).strip()


def test_torchs_own_index_is_asked_before_cuda_is_fetched(made):
    checkout, said = made
    assert checkout.installed("torch") == "2.13.0+cpu"
    assert "CUDA" not in said
    assert said.index("To be fetched") < said.index("+ torch==2.13.0+cpu")


def test_numpy_follows_from_qgiss_own(made):
    own = _numpy_of_qgis()
    newest = {"1": "1.26.5", "2.2": "2.2.7", "2.3": "2.3.9", "2.4": "2.4.9"}
    assert made[0].installed("numpy") == newest[own[0] if own[0] == "1" else own[:3]]


def test_an_environment_that_is_there_is_left_alone(made):
    assert made[0].make_environment() == ""


def test_an_environment_for_another_numpy_of_qgis_is_made_anew(made):
    venv = made[0].folder / ".venv"
    (venv / "old").touch()
    (venv / "ready").write_text(re.sub("^numpy.*$", "numpy==1.9.*", (venv / "ready").read_text(), flags=re.M))
    made[0].make_environment()
    assert not (venv / "old").exists()


def test_a_local_folder_of_wheels_has_the_first_say_on_torch(checkouts, tmp_path):
    write_wheel(tmp_path / "wheels", "torch", "2.13.0+cpu")
    checkout = checkouts()
    checkout.make_environment()
    assert checkout.installed("torch") == "2.13.0+cpu"
    assert checkout.asked_of_torch == []


def test_the_configured_index_has_torch_where_torchs_own_never_answers(checkouts):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()  # takes any question, and is silent
        checkout = checkouts(f"http://127.0.0.1:{silent.getsockname()[1]}")
        said = checkout.make_environment()
    assert checkout.installed("torch") == "2.13.0"
    assert checkout.installed("triton") == "3.7.1"
    steps = ("torch comes with CUDA, 3 GB", "To be fetched", "+ torch==2.13.0")
    places = [said.index(step) for step in steps]
    assert places == sorted(places)


def test_pip_does_the_same_with_a_local_folder_where_there_is_no_uv(checkouts, tmp_path):
    write_wheel(tmp_path / "wheels", "torch", "2.13.0+cpu")
    checkout = checkouts()
    shutil.rmtree(tmp_path / "index/uv")
    said = checkout.make_environment()
    assert checkout.installed("torch") == "2.13.0+cpu"
    assert checkout.installed("numpy")[0] == _numpy_of_qgis()[0]
    assert said.index("3 GB to fetch unless") < said.index("Processing")


@pytest.mark.parametrize(
    ("own", "constraint"),
    [
        ("1.24.2", "numpy<2"),
        ("1.26.4", "numpy==1.26.*"),
        ("2.0.0rc1", "numpy==2.0.*"),
        ("2.2.4", "numpy==2.2.*"),
        ("2.10.1+ds", "numpy==2.10.*"),
    ],
)
def test_numpy_keeps_the_major_version_of_qgiss_own_and_from_1_26_the_minor(own, constraint):
    assert runpy.run_path(ROOT / ".ci/numpy_constraint.py")["constraint"](own) == constraint


def test_the_size_that_is_said_is_of_what_comes_through_the_net():
    sentence = runpy.run_path(ROOT / ".ci/downloads.py")["sentence"]
    fetched = [
        {"wheels": [{"url": "https://index/far.whl", "size": 3_000_000_000}]},
        {"sdist": {"url": "https://index/source.tar.gz", "size": 5_000_000}},
        {"wheels": [{"url": "https://index/unknown.whl"}]},
    ]
    here = [
        {"wheels": [{"path": "wheels/near.whl", "size": 7_000_000}]},
        {"wheels": [{"url": "file:///disk.whl", "size": 7_000_000}]},
        {"name": "pytest", "version": version("pytest"), "wheels": [{"url": "https://index/pytest.whl"}]},
    ]
    said = sentence([{"name": "stand-in", "version": "1", **package} for package in fetched + here])
    assert "3 packages, 3,005 MB, and 1 of a size that the index does not say" in said
