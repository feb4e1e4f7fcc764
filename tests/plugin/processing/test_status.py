"""The algorithm «Say what works here», in real QGIS and in qgis_process."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.documents import schema  # noqa: E402
from askmap.backend.errors import MissingPackage  # noqa: E402
from askmap.backend.status import RunsIn  # noqa: E402
from askmap.plugin.processing import status as module  # noqa: E402
from askmap.plugin.processing.provider import Provider  # noqa: E402
from askmap.plugin.runtime.engine_choice import engine_choice  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore  # noqa: E402
from desktop import FakeEngine  # noqa: E402
from places import ROOT  # noqa: E402
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback  # noqa: E402

PAGE = (ROOT / "docs" / "scripting.md").read_text(encoding="utf-8")


@pytest.fixture
def status(desk, monkeypatch):
    """The algorithm; no service of this computer's user plays a part."""
    monkeypatch.setattr(module, "running_service", lambda: None)
    engine = FakeEngine()
    provider = Provider(engine.load)
    QgsApplication.processingRegistry().addProvider(provider)
    yield QgsApplication.processingRegistry().algorithmById("askmap:status")
    QgsApplication.processingRegistry().removeProvider(provider)
    assert engine.scenes == []


def run(algorithm, **parameters):
    return algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback())


def check(text: str) -> dict:
    document = json.loads(text)
    jsonschema.Draft202012Validator(schema("status")).validate(document)
    return document


def test_it_says_ready_where_all_is_there_and_writes_the_document(status, tmp_path):
    out, well = run(status, DOCUMENT=str(tmp_path / "status.json"))
    assert well
    assert (out["READY"], out["PROBLEMS"]) == (True, "")
    assert check(out["TEXT"])["ready"]
    assert (tmp_path / "status.json").read_text(encoding="utf-8") == out["TEXT"]


def test_without_a_file_it_is_all_outputs(status):
    out, well = run(status)
    assert well
    assert set(out) == {"READY", "PROBLEMS", "TEXT"}


def test_it_says_what_is_missing_of_the_models_in_use(status, tmp_path):
    settings = SettingsStore()
    before = settings.now
    settings.write(replace(before, segmenter=str(tmp_path / "none")))
    try:
        out, _ = run(module.StatusAlgorithm(settings).create())
    finally:
        settings.write(before)
    assert not out["READY"]
    assert out["PROBLEMS"].startswith(f"There is no folder {tmp_path / 'none'}. Choose")
    assert check(out["TEXT"])["problems"]


def test_a_document_that_cannot_be_written_is_an_error(status, tmp_path):
    _, well = run(status, DOCUMENT=str(tmp_path / "no" / "status.json"))
    assert not well


@pytest.mark.parametrize(
    ("process", "engine"), [("auto", RunsIn.UNDECIDED), ("qgis", RunsIn.HERE), ("own", RunsIn.OWN)]
)
def test_it_says_where_the_engine_would_run(status, process, engine):
    assert module.status_here(Settings(process=process)).runs_in is engine


def test_packages_that_failed_beside_qgis_run_in_a_process_of_their_own(status):
    def fails():
        raise MissingPackage("they do not go together")

    try:
        engine_choice.place("auto", Path("nowhere"), fails)
        assert module.status_here(Settings()).runs_in is RunsIn.OWN
    finally:
        engine_choice.forget()


def test_a_service_that_runs_is_taken_unless_qgis_was_chosen(status, monkeypatch):
    monkeypatch.setattr(module, "running_service", lambda: "one")
    assert module.status_here(Settings()).runs_in is RunsIn.SERVICE
    assert module.status_here(Settings(process="qgis")).runs_in is RunsIn.HERE


def test_the_example_for_qgis_process_runs_as_it_stands(tmp_path):
    (source,) = re.findall(r"^```sh\n(qgis_process .*?)^```$", PAGE, re.M | re.S)
    if shutil.which("qgis_process.bin"):  # Debian 12's qgis_process gives its program an unknown option
        source = source.replace("qgis_process", "qgis_process.bin", 1)
    profile = tmp_path / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\naskmap=true\n")
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "askmap").symlink_to(ROOT)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    alone = {"QGIS_CUSTOM_CONFIG_PATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PATH": path}
    done = subprocess.run(
        ["bash", "-e"],
        input=source,
        cwd=tmp_path,
        env={**os.environ, **alone},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    document = check((tmp_path / "in-qgis.json").read_text(encoding="utf-8"))
    assert document["ready"], document
