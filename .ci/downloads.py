"""What the plan of uv (a pylock.toml, standard input) will fetch, in a sentence, before it starts."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from typing import Any

MB = 1_000_000
SOURCES = ("sdist", "archive")


def sentence(packages: list[dict[str, Any]]) -> str:
    """For the user; what lies on this machine's disk, or in .venv already, is not fetched."""
    files = [file for package in packages if not is_installed(package) for file in remote_files(package)]
    known = sum(file.get("size", 0) for file in files)
    unknown = sum("size" not in file for file in files)
    more = f", and {unknown} of a size that the index does not say" if unknown else ""
    return f"To be fetched, unless uv's cache has them: {len(files)} packages, {known / MB:,.0f} MB{more}."


def remote_files(package: dict[str, Any]) -> list[dict[str, Any]]:
    """The wheel, or the source where there is none."""
    files = package.get("wheels", [])[:1] or [package[kind] for kind in SOURCES if kind in package]
    return [file for file in files if file.get("url", "file:").split(":")[0] != "file"]


def is_installed(package: dict[str, Any]) -> bool:
    """In the very version; run by .venv's own Python."""
    try:
        return version(package["name"]) == package.get("version")
    except PackageNotFoundError:
        return False


if __name__ == "__main__":
    print(sentence(tomllib.load(sys.stdin.buffer).get("packages", [])), flush=True)
