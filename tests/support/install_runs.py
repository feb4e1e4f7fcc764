"""An install from a shop of small wheels, run in this process as the plugin does."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from askmap.backend.stages import Report, ignore
from askmap.plugin.install.failures import InstallFailed
from askmap.plugin.install.fetch import fetch_with_qgis
from askmap.plugin.install.installer import install
from askmap.plugin.install.plan import Plan
from installing import Shop

PATIENCE_S = 60


def forget_indexes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this machine says of indexes and proxies is not for tests."""
    for name in list(os.environ):
        if name.startswith(("UV_", "PIP_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


def run(plan: Plan, shop: Shop, report: Report = ignore, **parts: object) -> Path:
    return install(plan, shop.network(**parts), fetch_with_qgis, report)


def fails(plan: Plan, shop: Shop, **parts: object) -> InstallFailed:
    """What is said, with a next step."""
    with pytest.raises(InstallFailed) as caught:
        run(plan, shop, **parts)
    assert caught.value.hint
    return caught.value


def wait_for(true: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.02)
