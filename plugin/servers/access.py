"""The settings of the engine with what it takes to reach a server: its key, QGIS's proxy and certificates."""

from __future__ import annotations

from dataclasses import replace

from ...backend.engine.kinds import kind_of
from ...backend.engine.protocols import EngineSettings
from ...backend.engine.server_kind import SERVER
from ...backend.network.access import ServerAccess
from ..network.keys import key_of
from ..network.network_settings import network_of_qgis
from ..settings import Settings


def engine_settings(settings: Settings) -> EngineSettings:
    """Main thread only: QGIS may ask for its master password. ServerFailed where the key cannot be read."""
    engine = settings.engine()
    return replace(engine, access=_access(settings)) if kind_of(engine) is SERVER else engine


def _access(settings: Settings) -> ServerAccess:
    network = network_of_qgis()
    return ServerAccess(key_of(settings.server_key), network.proxy, network.no_proxy, network.certificates)
