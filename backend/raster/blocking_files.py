"""Names of what gives its bytes when it likes, if ever: pipes, devices and sockets are waited for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..errors import UnreadableRaster


def refuse_waiting(path: Path | str) -> None:
    """UnreadableRaster for such a name; files, and names that are no file's, are well."""
    mode, hint = _mode_of(path), "Write its output to a file first."
    if stat.S_ISFIFO(mode):
        raise UnreadableRaster(f"{path} is a pipe, not a raster.", hint)
    if stat.S_ISSOCK(mode):
        raise UnreadableRaster(f"{path} is a socket, not a raster.", hint)
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise UnreadableRaster(f"{path} is a device, not a raster.", hint)


def _mode_of(path: Path | str) -> int:
    """0 for names that are no file's."""
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0
