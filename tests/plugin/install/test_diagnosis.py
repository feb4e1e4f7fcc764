"""What uv says, and what the user reads. The texts are uv 0.13.8's own."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.packages.resolution import read_resolution  # noqa: E402
from askmap.plugin.install.diagnosis import diagnose  # noqa: E402

REFUSED = """error: Failed to fetch: https://index.example/simple/networkx/
  cause: error sending request for url (https://index.example/simple/networkx/)
  cause: client error (Connect)
  cause: tunnel error: failed to create underlying connection
  cause: tcp connect error
  cause: Connection refused (os error 111)"""
FULL = """error: Failed to download `sympy==1.14.0`
  cause: Failed to extract archive: sympy-1.14.0-py3-none-any.whl
  cause: I/O operation failed during extraction
  cause: failed to write to file `/p/test_delta.py`: No space left on device (os error 28)"""
CHANGED = """error: Failed to download `networkx==3.6.1`
  cause: Hash mismatch for `networkx==3.6.1`

         Expected:
           sha256:000000302e7d9cbbb9e2555a0d267983d2aa476bac30e90dfbe5669bd57f3762"""
UNKNOWN = """error: No solution found when resolving dependencies
  cause: Because there is no version of networkx==99 and you require networkx==99, it fails."""
A, B = "a" * 64, "b" * 64
LOCK = f"""lock-version = "1.0"

[[packages]]
name = "numpy"
version = "1.26.4"
wheels = [{{ url = "https://h/n.whl", upload-time = 2024-02-05, size = 18, hashes = {{ sha256 = "{A}" }} }}]

[[packages]]
name = "torch"
version = "2.13.0+cpu"
wheels = [{{ url = "file:///wheels/torch.whl", hashes = {{ sha256 = "{B}" }} }}]
"""


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (REFUSED, "could not be fetched: Connection refused"),
        (FULL, "disk became full"),
        (CHANGED, "networkx==3.6.1 is not what was expected"),
        (UNKNOWN, "no version of networkx==99"),
        ("error: x\n  cause: tunnel error: proxy authorization required", "proxy wants another"),
        ("error: x\n  cause: invalid peer certificate: UnknownIssuer", "not trusted"),
        ("error: failed to open `/p/x`: Permission denied (os error 13)", "cannot be written"),
        ("error: something new", "could not be installed: something new"),
        ("", "without a word"),
    ],
)
def test_what_uv_says_becomes_one_sentence_and_a_next_step(output, words):
    error = diagnose(output, "/profile")
    assert words in str(error)
    assert error.hint


def test_a_resolution_knows_versions_sizes_and_checksums():
    resolution = read_resolution(LOCK)
    assert resolution.download_bytes == 18
    assert resolution.requirements.splitlines() == [
        f"numpy==1.26.4 --hash=sha256:{A}",
        f"torch==2.13.0+cpu --hash=sha256:{B}",
    ]
    assert not resolution.brings_cuda


@pytest.mark.parametrize("name", ["triton", "nvidia-cublas"])
def test_packages_of_cuda_are_seen(name):
    assert read_resolution(LOCK.replace("numpy", name)).brings_cuda
