"""Plans to install from a shop of small wheels into a folder with odd letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from install_runs import forget_indexes
from installing import Shop, open_shop, plan_in


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    forget_indexes(monkeypatch)


@pytest.fixture
def shop(tmp_path, qgis_app) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop") as shop:
        yield shop


@pytest.fixture
def root(tmp_path) -> Path:
    return tmp_path / "Профиль von Jürgen ü" / "packages"


@pytest.fixture
def plan(root, shop):
    return plan_in(root, shop)
