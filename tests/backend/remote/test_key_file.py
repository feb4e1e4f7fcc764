"""A server's key is read from a file that nobody else can read."""

import pytest
from askmap.backend.errors import ServerFailed
from askmap.backend.remote.key_file import read_key


def write(tmp_path, data, mode=0o600):
    path = tmp_path / "key"
    path.write_bytes(data)
    path.chmod(mode)
    return path


def test_its_first_line_is_the_key(tmp_path):
    assert read_key(write(tmp_path, b" sk-1234 \nnot this\n")) == "sk-1234"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
def test_one_that_others_can_read_is_refused_and_how_to_close_it_is_said(tmp_path, mode):
    with pytest.raises(ServerFailed, match="Others can read") as failed:
        read_key(write(tmp_path, b"sk-1234", mode))
    assert "chmod 600" in failed.value.hint
    assert "sk-1234" not in failed.value.full_text


@pytest.mark.parametrize("data", [b"", b"\n", b"   \n", b"\xff\xfe\x00", "schlüssel".encode(), b"a\tb\x00c"])
def test_what_is_no_key_is_told(tmp_path, data):
    with pytest.raises(ServerFailed, match="There is no key"):
        read_key(write(tmp_path, data))


def test_a_folder_or_nothing_is_told(tmp_path):
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(ServerFailed, match="cannot be read"):
            read_key(path)
