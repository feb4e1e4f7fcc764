"""AskMap: ask a question about the imagery on the map, get the reasoning and georeferenced masks."""

from __future__ import annotations

from .backend.version import __version__ as __version__


def classFactory(iface):  # type: ignore[no-untyped-def]
    """QGIS calls this to build the plugin."""
    from .plugin.main import Plugin  # the shell and the training import this package without QGIS

    return Plugin(iface)
