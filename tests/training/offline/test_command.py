"""askmap bundle: what it takes, and what it says where it cannot."""

from __future__ import annotations

import os
import zipfile

import pytest
from askmap.backend.packages.bundle import MANIFEST, manifest_from
from askmap.training.offline import command, wheels
from askmap.training.offline.command import main
from package_index import served, write_wheel

TARGET = "linux-x86_64-cp313-cpu"
UV = "uv-1.0-py3-none-any.whl"


@pytest.fixture
def shop(tmp_path, monkeypatch):
    """An index with one requirement, numpy and uv; what this machine says of indexes is away."""
    for name in list(os.environ):
        if name.startswith(("UV_", "PIP_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    folder = tmp_path / "shop"
    write_wheel(folder / "alpha", "alpha", "1.0", needs=("beta",), files={"alpha.py": ""})
    write_wheel(folder / "beta", "beta", "1.0", files={"beta.py": ""})
    for version in ("2.2.6", "2.3.1"):
        write_wheel(folder / "numpy", "numpy", version, files={"numpy.py": ""})
    write_wheel(folder / "uv", "uv", "1.0")
    monkeypatch.setattr("askmap.backend.packages.pip_config.pip_files", lambda: [])
    monkeypatch.setattr(wheels.Contents, "__init__", contents_of_alpha(wheels.Contents.__init__))
    with served(folder, []) as address:
        monkeypatch.setenv("UV_DEFAULT_INDEX", address)
        content = (folder / "uv" / UV).read_bytes()
        wheel = command.UvWheel("1.0", f"{address}/uv/{UV}", "sha256:", len(content))
        monkeypatch.setattr(command, "uv_wheel", lambda platform: wheel)
        yield folder


def contents_of_alpha(init):
    return lambda self, computer, numpys: init(self, computer, numpys, ("alpha",))


def test_the_bundle_holds_what_was_asked_for(shop, tmp_path, capsys):
    out = tmp_path / "for there.zip"
    assert main([str(out), "--for", TARGET, "--numpy", "2.2.4"]) == 0
    with zipfile.ZipFile(out) as archive:
        manifest = manifest_from(archive.read(MANIFEST).decode())
    assert str(manifest.computer) == TARGET
    assert [(wheel.name, wheel.version) for wheel in manifest.wheels] == [
        *(("alpha", "1.0"), ("beta", "1.0"), ("numpy", "2.2.6")),
    ]
    assert f"MB for {TARGET}" in capsys.readouterr().err


def test_one_bundle_may_serve_several_qgises(shop, tmp_path):
    out = tmp_path / "out.zip"
    assert main([str(out), "--for", TARGET, "--numpy", "2.2.4", "--numpy", "2.3.0"]) == 0
    with zipfile.ZipFile(out) as archive:
        manifest = manifest_from(archive.read(MANIFEST).decode())
    assert [wheel.version for wheel in manifest.numpys] == ["2.2.6", "2.3.1"]


def test_what_cannot_be_had_is_said_and_an_older_bundle_stays(shop, tmp_path, capsys):
    out = tmp_path / "out.zip"
    out.write_bytes(b"older")
    assert main([str(out), "--for", TARGET, "--numpy", "2.4.0"]) == 6
    assert "numpy==2.4" in capsys.readouterr().err.replace("\n", " ")
    (shop / "beta" / "beta-1.0-py3-none-any.whl").write_bytes(b"")
    assert main([str(out), "--for", TARGET, "--numpy", "2.2.4"]) == 6
    assert out.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.zip", "shop"]


def test_a_place_that_cannot_be_written_is_said_before_anything_is_fetched(shop, tmp_path, capsys):
    assert main([str(tmp_path / "away" / "out.zip"), "--for", TARGET]) == 6
    assert "cannot be written" in capsys.readouterr().err.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["out.zip"], "--for"),
        (["out.tar", "--for", TARGET], "does not end in .zip"),
        (["out.zip", "--for", "amiga-68k-cp313-cpu"], "none of the targets"),
        (["out.zip", "--for", "linux-x86_64-cp39-cpu"], "none of the targets"),
        (["out.zip", "--for", TARGET, "--numpy", "new"], "no version such as"),
    ],
)
def test_what_is_not_understood_is_said(words, why, capsys):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert why in " ".join(capsys.readouterr().err.split())


def test_help_lists_the_targets(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    assert TARGET in capsys.readouterr().out
