"""A window of models before an empty home, a hub of its own, and nothing fetched yet."""

import pytest
from askmap.plugin.settings import Settings, write_settings
from desktop import FakeEngine, no_tasks, wait_until
from model_folders import SEGMENTER
from model_hub import ModelHub, do_not_wait, hub_of
from models_window import TINY


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ASKMAP_MODELS", str(tmp_path / "models"))
    do_not_wait(monkeypatch)


@pytest.fixture
def hub():
    with hub_of(ModelHub(SEGMENTER, TINY, licence="apache-2.0")) as running:
        yield running


@pytest.fixture
def plugin(plugged_in, hub):
    write_settings(Settings(welcomed=True, hub=hub.url))
    return plugged_in(FakeEngine())


@pytest.fixture
def window(plugin):
    """Open, with everything listed."""
    window = plugin.wiring.models.open_window()
    wait_until(lambda: window.table.rowCount() > 0, "the models are listed")
    wait_until(no_tasks, "this computer was looked at")
    return window
