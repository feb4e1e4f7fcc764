"""The page on scripts: every example runs as it stands, and what it writes is as the schemas say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from askmap.backend.documents import schema
from places import ROOT

PAGE = (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")
README, GUIDE = ((ROOT / place).read_text(encoding="utf-8") for place in ("README.md", "docs/guide.md"))
IN_QGIS = "qgis_process"  # what starts with it wants a profile: tests/plugin/processing/test_status.py


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)


@pytest.fixture
def place(tmp_path):
    """A folder that has the samples where the checkout has them, and nothing that may not be written."""
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    return tmp_path


def run(command: list[str], place: Path, source: str) -> str:
    """What is printed of a program that is typed in."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {**os.environ, "PATH": path, "OMP_NUM_THREADS": "1", "XDG_RUNTIME_DIR": str(place)}
    done = subprocess.run(
        command, input=source, cwd=place, env=surroundings, capture_output=True, text=True, timeout=400
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_examples_in_python_run_as_they_stand(place):
    printed = run([sys.executable, "-"], place, "\n".join(blocks("python")))
    assert printed.startswith("found ")
    assert "(2, 160, 160)" in printed
    assert {"answer.gpkg", "mask.tif"} <= {path.name for path in place.iterdir()}


@pytest.mark.parametrize("source", [each for each in blocks("sh") if IN_QGIS not in each])
def test_the_examples_for_the_shell_run_as_they_stand(place, source):
    run(["bash", "-e"], place, source)
    for file, name in (("status", "status"), ("answer", "answer"), ("again", "answer")):
        if (place / f"{file}.json").exists():
            document = json.loads((place / f"{file}.json").read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator(schema(name)).validate(document)
    assert len(list(place.iterdir())) > 1


def test_the_page_has_examples_of_each_kind_and_is_found():
    assert len(blocks("python")) >= 4
    assert len([each for each in blocks("sh") if IN_QGIS not in each]) >= 3
    assert "(docs/scripting.md)" in README
    assert "(scripting.md)" in GUIDE
