"""What pip is configured with on this computer, which uv does not read by itself."""

from __future__ import annotations

import configparser
import os
import sys
from collections.abc import Mapping
from pathlib import Path

_PIP_TO_UV = {  # an option of pip: uv's variable, and what stands between several values
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
}


def index_of_pip() -> dict[str, str]:
    """What pip's own files and variables say of the index, as uv's variables."""
    options: dict[str, str] = {}
    for file in pip_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue  # pip would refuse it; what is said there is no reason not to install
        for section in ("global", "install"):
            options.update(parser[section] if parser.has_section(section) else {})
    found = {}
    for option, (variable, between) in _PIP_TO_UV.items():
        values = _of_pip(option, options).split()
        if values:
            found[variable] = between.join(values)
    certificates = _of_pip("cert", options)
    return {**found, "SSL_CERT_FILE": certificates} if certificates else found


def _of_pip(option: str, options: Mapping[str, str]) -> str:
    """A variable counts more than the files."""
    return os.environ.get("PIP_" + option.upper().replace("-", "_")) or options.get(option, "")


def pip_files() -> list[Path]:
    """In pip's order, the most general one first."""
    home = Path.home()
    if sys.platform == "win32":
        user = Path(os.environ.get("APPDATA", home), "pip", "pip.ini")
        files = [Path(os.environ.get("PROGRAMDATA", "C:/ProgramData"), "pip", "pip.ini"), user]
    else:
        general = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf")]
        support = Path("Library", "Application Support", "pip", "pip.conf")
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config", "pip", "pip.conf")
        files = [*general, "/" / support, home / support, home / ".pip" / "pip.conf", config]
    own = os.environ.get("PIP_CONFIG_FILE")
    return [*files, *([Path(own)] if own else [])]
