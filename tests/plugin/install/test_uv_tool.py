"""Unpacking what came from the net: member by member, inside the folder, not without end."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.install.failures import InstallFailed  # noqa: E402
from askmap.plugin.install.uv_tool import unpack  # noqa: E402


def packed(name: str, content: bytes = b"x", mode: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        member = zipfile.ZipInfo(name)
        member.external_attr = mode << 16
        archive.writestr(member, content)
    return buffer.getvalue()


def test_plain_files_are_unpacked_with_their_folders(tmp_path):
    unpack(packed("uv/data/uv", b"program", stat.S_IFREG | 0o755), tmp_path / "uv")
    assert (tmp_path / "uv" / "uv" / "data" / "uv").read_bytes() == b"program"


@pytest.mark.parametrize("name", ["../uv", "/uv", "a/../../uv", "..\\uv", "C:uv", "C:\\uv"])
def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path, name):
    with pytest.raises(InstallFailed):
        unpack(packed(name), tmp_path / "uv")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_refused(tmp_path):
    with pytest.raises(InstallFailed):
        unpack(packed("uv", b"/etc/passwd", stat.S_IFLNK | 0o777), tmp_path / "uv")


def test_more_than_the_limit_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(InstallFailed):
        unpack(packed("uv", bytes(2_000_000)), tmp_path / "uv", limit=1_000_000)
    assert list(tmp_path.iterdir()) == []
