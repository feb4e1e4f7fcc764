"""What works here is said without loading anything, and what does not says what to do."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from askmap.backend import status as module
from askmap.backend.cli import main
from askmap.backend.engine.protocols import POCKET, EngineSettings
from askmap.backend.errors import DeviceMissing, MissingPackage, ModelBroken, ModelMissing, ServerFailed
from askmap.backend.hub.computer import ComputerMemory, Fit
from askmap.backend.status import RunsIn, status_document, status_of
from model_folders import SEGMENTER

BUNDLED = EngineSettings()


def faults(settings=BUNDLED, **where):
    return [type(fault) for fault in status_of(settings, **where).faults]


def test_the_bundled_pair_is_ready_here():
    status = status_of(BUNDLED)
    assert (status.is_ready, status.faults, status.fit) == (True, (), Fit.FITS)
    assert [(model.kind, model.fault) for model in status.models] == [("reasoner", None), ("segmenter", None)]
    assert all(package.version for package in status.packages)


def test_no_model_and_no_torch_is_loaded_for_it():
    script = (
        "import sys; from askmap.backend import api; api.status_document(api.status())\n"
        "of_the_engine = {'torch', 'transformers', 'tokenizers', 'safetensors', 'PIL', 'rich'}\n"
        "print(sorted(of_the_engine & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


def test_packages_that_are_not_there_are_named(tmp_path):
    status = status_of(BUNDLED, paths=[str(tmp_path)])
    (fault,) = status.faults
    assert isinstance(fault, MissingPackage)
    assert "torch, transformers, tokenizers, safetensors, scipy" in str(fault)
    assert fault.hint


def test_the_first_of_two_versions_counts(tmp_path):
    other = tmp_path / "torch-9.9.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: torch\nVersion: 9.9\n")
    versions = {each.name: each.version for each in module.packages_in([str(tmp_path), *sys.path])}
    assert versions["torch"] == "9.9"
    assert versions["scipy"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    assert faults(replace(BUNDLED, reasoner=tmp_path / "none")) == [ModelMissing]
    assert faults(replace(BUNDLED, segmenter=tmp_path / "none")) == [ModelMissing]
    assert faults(replace(BUNDLED, segmenter=tmp_path / "none.pt")) == [ModelMissing]


def test_weights_that_are_cut_off_are_said(tmp_path):
    folder = Path(shutil.copytree(SEGMENTER, tmp_path / "segmenter"))
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    status = status_of(replace(BUNDLED, segmenter=folder))
    assert [type(fault) for fault in status.faults] == [ModelBroken]
    assert status_document(status)["models"][1]["whole"] is False


def test_a_segmenter_is_no_reasoner():
    (fault,) = status_of(replace(BUNDLED, reasoner=SEGMENTER)).faults
    assert "of the type" in str(fault)


def test_models_that_are_too_large_for_this_computer_are_said(monkeypatch):
    small = ComputerMemory(1_000_000_000, 900_000_000, 0)
    monkeypatch.setattr(module, "this_computer", lambda graphics: small)
    status = status_of(BUNDLED)
    assert status.fit is Fit.TOO_LARGE
    assert "need about 3.0 GB of memory, and this computer has 1.0 GB" in str(status.faults[0])


def test_a_server_is_not_asked_and_its_key_not_shown():
    served = replace(BUNDLED, reasoner="http://127.0.0.1:1/v1#some-model")
    status = status_of(served)
    assert status.faults == ()
    assert (status.models[0].folder, status.models[0].needed_bytes) == ("", 0)
    assert status_document(status)["models"][0]["whole"] is None
    assert faults(replace(BUNDLED, reasoner="http://me:secret@127.0.0.1:1/v1#m")) == [ServerFailed]
    document = json.dumps(status_document(status_of(replace(BUNDLED, reasoner="http://me:secret@h:1/v1#m"))))
    assert "secret" not in document


def test_a_device_that_is_surely_not_there_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "DRIVER", tmp_path / "none")
    monkeypatch.setattr(sys, "platform", "linux")
    assert faults(replace(BUNDLED, device="cuda")) == [DeviceMissing]
    assert faults(replace(BUNDLED, device="mps")) == [DeviceMissing]
    assert faults(replace(BUNDLED, device="cuda"), graphics=8_000_000_000) == []


def test_where_it_would_run_is_taken_over():
    assert status_document(status_of(BUNDLED, RunsIn.SERVICE))["engine"] == "service"


# --- in the shell ---


def test_the_shell_says_ready_with_0(capsys):
    assert main(["status"]) == 0
    said = capsys.readouterr().out
    assert f"reasoner: pocket reasoner, {POCKET / 'reasoner'}, whole" in said
    assert said.splitlines()[-1] == "Ready."


def test_the_shell_says_what_is_missing_with_4(capsys, tmp_path):
    assert main(["status", "--segmenter", str(tmp_path / "none")]) == 4
    *_, problem, last = capsys.readouterr().out.splitlines()
    assert last == "Not ready."
    assert problem.startswith(f"There is no folder {tmp_path / 'none'}. Choose a folder")


@pytest.mark.parametrize("options", [(), ("--segmenter", "none")])
def test_with_json_the_shell_prints_one_document(capsys, options):
    code = main(["status", "--json", *options])
    document = json.loads(capsys.readouterr().out)
    assert document["ready"] == (code == 0)
    assert bool(document["problems"]) == bool(options)
