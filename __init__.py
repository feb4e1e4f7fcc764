"""AskMap: ask a question about the imagery on the map, get the reasoning and georeferenced masks.

Nothing of the package is imported here: pytest runs this file, and not as a package where the checkout's
folder has a dash or a space in its name.
"""

from __future__ import annotations


def classFactory(iface):  # type: ignore[no-untyped-def]
    """QGIS calls this to build the plugin."""
    from .plugin.main import Plugin  # the shell and the training import this package without QGIS

    return Plugin(iface)
