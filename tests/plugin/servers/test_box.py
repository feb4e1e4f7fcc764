"""The options find a server's models, and keep its key where QGIS keeps secrets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import ServerFailed  # noqa: E402
from askmap.backend.remote.presets import presets  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.network.keys import key_of  # noqa: E402
from askmap.plugin.options.page import OptionsPage  # noqa: E402
from askmap.plugin.runtime.engine_service import EngineService  # noqa: E402
from askmap.plugin.servers.access import engine_settings  # noqa: E402
from askmap.plugin.settings import Settings, read_settings, write_settings  # noqa: E402
from desktop import wait_until  # noqa: E402
from model_server import ModelServer, serving  # noqa: E402
from qgis.core import QgsApplication, QgsAuthMethodConfig  # noqa: E402
from qgis.PyQt import sip  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication  # noqa: E402


@pytest.fixture
def server():
    with serving(ModelServer(models=("looker-7b", "looker-2b"))) as running:
        yield running


@pytest.fixture
def page(desk):
    return OptionsPage()


@pytest.fixture
def key_id(desk):
    """Of a configuration of QGIS's authentication store, as a user makes it."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("only in this test", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("a server")
    config.setConfigMap({"username": "", "password": "sk-secret", "realm": ""})
    stored = manager.storeAuthenticationConfig(config)
    config = stored[1] if isinstance(stored, tuple) else config
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


def look(page, address):
    page.server.address.setEditText(address)
    page.server.look_button.click()
    wait_until(page.server.look_button.isEnabled, "the server has answered")


def test_no_server_is_asked_before_the_button_is_pressed(page, server):
    page.server.address.setEditText(server.url)
    assert server.headers == []
    assert not page.server.models.isEnabled()


def test_a_model_that_is_chosen_becomes_the_reasoner(page, server):
    look(page, server.url)
    assert page.server.notice.text() == "2 model(s): choose one that sees pictures."
    assert page.server.models.currentIndex() == -1
    page.server.models.setCurrentIndex(1)
    page.server.models.activated.emit(1)
    assert page.folders["reasoner"].path() == f"{server.url}#looker-2b"
    page.apply()
    assert read_settings().reasoner == f"{server.url}#looker-2b"


def test_programs_are_offered_by_name(page):
    offered = [page.server.address.itemText(index) for index in range(page.server.address.count())]
    assert offered == [f"{program.name} ({program.url})" for program in presets()]
    assert {program.name for program in presets()} == {"LM Studio", "Ollama", "llama.cpp", "vLLM"}


@pytest.mark.parametrize(
    ("address", "sentence"),
    [("", "is no address of a server"), ("http://me:secret@host/v1", "does not belong into it")],
)
def test_what_is_wrong_with_an_address_is_said_below(page, address, sentence):
    look(page, address)
    assert sentence in page.server.notice.text()
    assert "secret" not in page.server.notice.text()


def test_a_server_without_models_or_of_another_kind_is_told(page, server):
    server.models = ()
    look(page, server.url)
    assert page.server.notice.text() == "It has no models yet: load one there that sees pictures."
    with serving(ModelServer(models=("a",))) as gone:
        pass
    look(page, gone.url)
    assert "cannot be reached" in page.server.notice.text()


def test_the_key_lies_in_qgis_store_alone(page, server, key_id):
    page.server.key.setConfigId(key_id)
    look(page, server.url)
    assert server.headers[-1]["Authorization"] == "Bearer sk-secret"
    page.apply()
    stored = read_settings()
    assert stored.server_key == key_id
    assert "sk-secret" not in repr(stored)
    settings = engine_settings(Settings(reasoner=f"{server.url}#looker-7b", server_key=key_id))
    assert settings.access.key == "sk-secret"
    assert "sk-secret" not in repr(settings)


def test_a_key_that_is_not_there_today_stays_chosen(desk):
    write_settings(Settings(server_key="away123"))
    page = OptionsPage()
    page.apply()
    assert read_settings().server_key == "away123"


def test_a_key_that_is_gone_is_told_and_two_folders_need_none(desk):
    with pytest.raises(ServerFailed, match="cannot be read from QGIS's authentication store"):
        key_of("gone123")
    assert key_of("") == ""
    assert engine_settings(Settings(server_key="gone123")).access.key == ""


def test_a_page_that_is_closed_before_a_server_answered_hears_nothing(page, server):
    page.server.address.setEditText(server.url)
    page.server.look_button.click()
    sip.delete(page)  # as QGIS does with its window of options; a slot that ran then would end this process
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, "its task has ended")
    for _ in range(20):
        QCoreApplication.processEvents()
    assert len(server.headers) <= 1


def test_a_key_that_is_gone_is_told_in_the_job_and_ends_no_slot(desk):
    chosen = Settings(reasoner="http://127.0.0.1:9/v1#a", server_key="gone123")
    service = EngineService(settings_of=engine_settings)
    load = service.engine_of(chosen)
    with pytest.raises(ServerFailed, match="authentication store"):
        load(ignore)
    service.close()
