"""The addresses of wheels out of uv's pylock.toml."""

from __future__ import annotations

from askmap.backend.packages.resolution import WheelSource, read_resolution

LOCK = """
[[packages]]
name = "regex"
version = "1.0"
wheels = [
    { url = "https://host/a/regex-1.0-cp311-cp311-linux_x86_64.whl", size = 7, hashes = { sha256 = "AAAA" } },
    { url = "https://host/c/regex-1.0-cp311-cp311-manylinux2014_x86_64.whl", hashes = { sha256 = "BBBB" } },
]

[[packages]]
name = "torch"
version = "2.13.0+cpu"
wheels = [{ url = "file:///opt/wheels/torch-2.13.0%2Bcpu-cp311-cp311-linux_x86_64.whl" }]
""".replace("AAAA", 64 * "a").replace("BBBB", 64 * "b")


def test_every_wheel_keeps_its_address_size_and_checksum():
    regex, torch = read_resolution(LOCK).packages
    assert [(wheel.bytes, wheel.sha256[:1]) for wheel in regex.wheels] == [(7, "a"), (0, "b")]
    assert regex.wheels[1].file == "regex-1.0-cp311-cp311-manylinux2014_x86_64.whl"
    assert torch.wheels == (
        WheelSource("file:///opt/wheels/torch-2.13.0%2Bcpu-cp311-cp311-linux_x86_64.whl", 0, ""),
    )
    assert torch.wheels[0].file == "torch-2.13.0+cpu-cp311-cp311-linux_x86_64.whl"
