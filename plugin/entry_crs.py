"""The coordinate system that an entry names, as QGIS's: its text may be a stranger's."""

from __future__ import annotations

from functools import lru_cache

from qgis.core import QgsCoordinateReferenceSystem

from ..backend.crs import crs_of
from ..backend.errors import OutsideRaster


def entry_crs(text: str) -> QgsCoordinateReferenceSystem:
    """An invalid one for no text, and for what the backend does not read: grids that lie elsewhere, say."""
    return QgsCoordinateReferenceSystem(text) if text and _is_read(text) else QgsCoordinateReferenceSystem()


@lru_cache(maxsize=64)
def _is_read(text: str) -> bool:
    try:
        crs_of(text)
    except OutsideRaster:
        return False
    return True
