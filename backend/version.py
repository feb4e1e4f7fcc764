"""The version of AskMap; metadata.txt and pyproject.toml name the same one."""

from __future__ import annotations

__version__ = "0.2.0"
