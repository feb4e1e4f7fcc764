"""Makes QGIS's coordinate systems from text, and transforms between them; no other module makes either.

Where there is no transformation, as from the Moon to the earth, QGIS's own returns coordinates unchanged.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsProject,
)

from ...backend.geo.crs import is_harmless, is_map

WKT_2 = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED  # type: ignore[attr-defined]


def crs_from(text: str) -> QgsCoordinateReferenceSystem:
    """From WKT or EPSG:…; an invalid one for empty or unreadable text."""
    is_one = text and is_harmless(text)
    return QgsCoordinateReferenceSystem(text) if is_one else QgsCoordinateReferenceSystem()


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """ "" for an invalid one.

    QGIS 3.40 finds no WKT for a system in grads that it has met with a datum shift: then it is its code.
    """
    if not crs.isValid():
        return ""
    code = crs.authid()
    return crs.toWkt(WKT_2) or (code if code.startswith("EPSG:") else crs.toProj())


def transform_between(
    here: QgsCoordinateReferenceSystem,
    there: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Optional[QgsCoordinateTransform]:
    """None where there is no transformation, or where one of the two is geocentric, and so no map's."""
    transform = _transform(here, there, context)
    return transform if transform and (here == there or _is_map(here) and _is_map(there)) else None


def drawn_transform(
    here: QgsCoordinateReferenceSystem,
    there: QgsCoordinateReferenceSystem,
    context: Optional[QgsCoordinateTransformContext] = None,
) -> QgsCoordinateTransform:
    """As the map draws: without a transformation, or without a CRS, coordinates are left unchanged.

    `context` may be left out on the main thread only: it is the project's then.
    """
    context = context or QgsProject.instance().transformContext()
    return _transform(here, there, context) or QgsCoordinateTransform()


def _transform(
    here: QgsCoordinateReferenceSystem,
    there: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Optional[QgsCoordinateTransform]:
    transform = QgsCoordinateTransform(here, there, context)
    return transform if transform.isValid() else None


def _is_map(crs: QgsCoordinateReferenceSystem) -> bool:
    return is_map(wkt_of(crs))


def transform_shape(shape: QgsGeometry, transform: QgsCoordinateTransform) -> Optional[QgsGeometry]:
    """A transformed copy; None where a part of it has no coordinates there."""
    there = QgsGeometry(shape)
    try:
        there.transform(transform)
    except QgsCsException:
        return None
    # Some of PROJ's operations return infinity instead of an error
    return there if there.isEmpty() or there.boundingBox().isFinite() else None
