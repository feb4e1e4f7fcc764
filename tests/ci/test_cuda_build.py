"""What `make test-cuda-build` refuses before it opens a window: it cannot pass without a CUDA build."""

from __future__ import annotations

import os
import subprocess

import pytest
from places import ROOT

SCRIPT = ROOT / ".ci" / "cuda-build"


def run(*words: str) -> subprocess.CompletedProcess:
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run([SCRIPT, *words], env=alone, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(("cuda", "with_triton"), [(None, True), ("13.0", False)])
def test_a_torch_without_cuda_or_triton_proves_nothing(tmp_path, cuda, with_triton):
    (tmp_path / "torch.py").write_text(
        f"class version:\n    cuda = {cuda!r}\n__version__ = '2.13.0'\n", encoding="utf-8"
    )
    if with_triton:
        (tmp_path / "triton.py").touch()
    said = run("--with", str(tmp_path))
    assert said.returncode == 1
    assert said.stderr == "torch 2.13.0 has no CUDA or no triton beside it, so it can prove nothing here.\n"


def test_a_release_that_nobody_knows_is_named_with_those_that_are():
    said = run("3.99")
    assert (said.returncode, said.stdout) == (2, "")
    assert "3.22, 3.40, 3.40-trixie or 3.44" in said.stderr
