"""The settings of the engine with what it takes to reach a server: its key, QGIS's proxy and certificates."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ...backend.engine.kinds import kind_of
from ...backend.engine.protocols import EngineSettings
from ...backend.engine.server_kind import SERVER
from ...backend.errors import ServerFailed
from ...backend.network.access import ServerAccess
from ..install.network import network_of_qgis
from ..language import tr
from ..settings import Settings

KEY_FIELDS = ("password", "token", "apikey")  # of QGIS's methods that hold one secret


def engine_settings(settings: Settings) -> EngineSettings:
    """Main thread only: QGIS may ask for its master password. ServerFailed where the key cannot be read."""
    engine = settings.engine()
    return replace(engine, access=_access(settings)) if kind_of(engine) is SERVER else engine


def _access(settings: Settings) -> ServerAccess:
    network = network_of_qgis()
    return ServerAccess(key_of(settings.server_key), network.proxy, network.no_proxy, network.certificates)


def key_of(id: str) -> str:
    """The secret of one of QGIS's authentication configurations; "" where none is chosen."""
    if not id:
        return ""
    config = QgsAuthMethodConfig()
    found = QgsApplication.authManager().loadAuthenticationConfig(id, config, True)
    values = config.configMap() if isinstance(found, bool) and found else _of_pair(found)
    key = next((values[name] for name in KEY_FIELDS if values.get(name)), "")
    if not key:
        raise ServerFailed(
            tr("The server's key cannot be read from QGIS's authentication store."),
            tr("Choose it again in AskMap's options; its password is the key."),
        )
    return str(key)


def _of_pair(found: object) -> dict[str, str]:
    """Some versions give back whether it was found together with the configuration."""
    if isinstance(found, tuple) and found[0]:
        return dict(found[1].configMap())
    return {}
