"""Keys of servers, which QGIS's authentication store keeps encrypted."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ...backend.errors import ServerFailed
from ..language import tr

KEY_FIELDS = ("password", "token", "apikey")  # of QGIS's methods that hold one secret


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
