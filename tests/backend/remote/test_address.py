"""How a server and its model are written down."""

import pytest
from askmap.backend.errors import ServerFailed
from askmap.backend.remote.address import ServerAddress, address_from, is_address


@pytest.mark.parametrize(
    ("text", "url", "model"),
    [
        ("http://127.0.0.1:1234/v1#qwen", "http://127.0.0.1:1234/v1", "qwen"),
        ("http://localhost:11434", "http://localhost:11434/v1", ""),
        (" https://maps.example.org/api/v1/ ", "https://maps.example.org/api/v1", ""),
        ("HTTP://[::1]:8000/v1#Qwen/Qwen3-VL-8B", "http://[::1]:8000/v1", "Qwen/Qwen3-VL-8B"),
        ("http://10.0.0.7:8080/v1#a%20b%23c", "http://10.0.0.7:8080/v1", "a b#c"),
    ],
)
def test_an_address_is_read_and_written_again(text, url, model):
    address = address_from(text)
    assert address == ServerAddress(url, model)
    assert address_from(str(address)) == address


@pytest.mark.parametrize(
    "text",
    [
        "http://",
        "http://#model",
        "http://host:port/v1",
        "http://host:99999/v1",
        "http://me:secret@host/v1",
        "http://host/v1?key=secret",
        "http://ho st/v1",
        "http://host/v1#a\x07b",
        "http://[::1/v1",
        "http://" + "a" * 5000,
    ],
)
def test_what_is_no_address_is_told_without_its_secrets(text):
    with pytest.raises(ServerFailed) as failed:
        address_from(text)
    assert "is no address of a server" in str(failed.value)
    assert failed.value.hint
    assert "me:secret" not in str(failed.value)


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("127.0.0.1", True), ("localhost", True), ("[::1]", True), ("127.9.9.9", True), ("10.0.0.7", False),
     ("localhost.example.org", False), ("127.0.0.1.example.org", False), ("[::ffff:10.0.0.7]", False)],
)  # fmt: skip
def test_only_this_computer_is_here(host, is_here):
    assert address_from(f"http://{host}:1234/v1").is_here is is_here


@pytest.mark.parametrize("text", ["/models/http", "C:\\http", "http:", "https", "model", "httpx://a", ""])
def test_a_folder_is_no_address(text):
    assert not is_address(text)
