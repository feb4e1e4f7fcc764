"""What an offline bundle's manifest says, and what is no manifest."""

from __future__ import annotations

import json

import pytest
from askmap.backend.packages.bundle import BundledWheel, Manifest, manifest_from, requirements_of
from askmap.backend.packages.computer import Computer

DIGEST = 64 * "a"
UV = BundledWheel("uv-0.13.8-py3-none-win_amd64.whl", DIGEST, 7)
NUMPYS = tuple(
    BundledWheel(f"numpy-{version}-cp312-cp312-win_amd64.whl", DIGEST, 5)
    for version in ("1.26.4", "2.1.3", "2.10.0")
)
TORCH = BundledWheel("torch-2.13.0+cpu-cp312-cp312-win_amd64.whl", DIGEST, 9)
MANIFEST = Manifest(
    "0.2.0", Computer("windows-amd64", "3.12", "cpu"), ("torch==2.13.0",), UV, (*NUMPYS, TORCH)
)


def test_a_manifest_is_read_as_it_was_written():
    assert manifest_from(MANIFEST.text()) == MANIFEST


@pytest.mark.parametrize(
    ("qgis", "found"),
    [
        ("1.21.5", "1.26.4"),
        ("1.26.0", "1.26.4"),
        ("2.1.0", "2.1.3"),
        ("2.10.1rc1", "2.10.0"),
        ("2.2.0", None),
    ],
)
def test_the_numpy_for_a_qgis_is_the_newest_that_fits_its_own(qgis, found):
    numpy = MANIFEST.numpy_for(qgis)
    assert (numpy.version if numpy else None) == found


def test_two_wheels_of_one_package_are_one_requirement():
    older = BundledWheel("regex-1.0-cp312-cp312-manylinux2014_x86_64.whl", 64 * "b", 3)
    newer = BundledWheel("regex-1.0-cp312-cp312-manylinux_2_28_x86_64.whl", 64 * "c", 3)
    lines = requirements_of((older, newer, TORCH)).splitlines()
    assert lines == [
        f"regex==1.0 --hash=sha256:{64 * 'b'} --hash=sha256:{64 * 'c'}",
        f"torch==2.13.0+cpu --hash=sha256:{DIGEST}",
    ]


@pytest.mark.parametrize(
    "file",
    [
        "",
        "torch",
        "../torch-1-py3-none-any.whl",
        "a/torch-1-py3-none-any.whl",
        "-r-1-py3-none-any.whl",
        "x.whl",
    ],
)
def test_only_a_wheels_own_name_is_a_file(file):
    with pytest.raises(ValueError, match="no wheel"):
        BundledWheel(file, DIGEST, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"uv": None},
        {"wheels": {"file": "x"}},
        {"wheels": [json.loads(MANIFEST.text())["uv"]]},  # listed twice
        {"computer": "linux"},
        {"requirements": 3},
        {"uv": {"file": UV.file, "sha256": "abc", "bytes": 7}},
        {"uv": {"file": UV.file, "sha256": DIGEST, "bytes": 0}},
        {"uv": {"file": UV.file, "sha256": DIGEST, "bytes": "many"}},
    ],
    ids=range(9),
)
def test_what_is_no_manifest_is_refused(change):
    with pytest.raises(ValueError, match="."):
        manifest_from(json.dumps({**json.loads(MANIFEST.text()), **change}))


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", "[" * 100_000])
def test_what_is_no_json_of_ours_is_refused(text):
    with pytest.raises(ValueError, match="."):
        manifest_from(text)
