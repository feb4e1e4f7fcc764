"""Where .ci/debian-root puts the Debians that `make fresh` and `make test-qgis` build."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from places import ROOT

FUNCTIONS = ROOT / ".ci/debian-root"


def _root_folder(checkout: Path, cache: Path) -> tuple[Path, str]:
    """The folder for a Debian named `bare`, and what is said about it."""
    checkout.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["bash", "-euc", '. "$0"; root_folder bare', FUNCTIONS],
        cwd=checkout,
        env={"PATH": "/usr/bin:/bin", "HOME": "/root", "XDG_CACHE_HOME": str(cache)},
        text=True,
        capture_output=True,
        check=True,
    )
    return Path(done.stdout.removesuffix("\n")), done.stderr


def test_a_debian_lies_in_the_checkout(tmp_path):
    folder, said = _root_folder(tmp_path / "checkout", tmp_path)
    assert folder == tmp_path / "checkout/.qgis-roots/bare"
    assert said == ""


@pytest.mark.parametrize("name", ["a space", "tab\there", "dollar$HOME", "quo'te", "Grün"])
def test_a_debian_lies_elsewhere_where_debootstrap_cannot_work_and_it_is_said(tmp_path, name):
    folder, said = _root_folder(tmp_path / name, tmp_path / "cache")
    assert folder.is_relative_to(tmp_path / "cache/askmap")
    assert str(folder) in said


def test_a_debian_lies_elsewhere_though_the_cache_has_a_space_too(tmp_path):
    folder, _ = _root_folder(tmp_path / "a space", tmp_path / "my cache")
    assert folder.parent.parent == Path("/var/tmp")


def test_two_checkouts_share_no_debian(tmp_path):
    one, other = (_root_folder(tmp_path / name, tmp_path / "cache")[0] for name in ("a b", "c d"))
    assert one != other
