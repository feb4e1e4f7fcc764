"""QGIS's coordinate systems from text, and what leads from one to another: nothing else makes either.

Where nothing leads, as from the Moon to the earth, QGIS's own transformation gives places back as they were.
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
    """Of WKT or EPSG:…; not a valid one for no text, or one that is none."""
    is_one = text and is_harmless(text)
    return QgsCoordinateReferenceSystem(text) if is_one else QgsCoordinateReferenceSystem()


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """Of none, an empty text.

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
    """None where nothing leads from one to the other; from the middle of the earth to no map."""
    transform = _transform(here, there, context)
    return transform if transform and (here == there or _is_map(here) and _is_map(there)) else None


def drawn_transform(
    here: QgsCoordinateReferenceSystem,
    there: QgsCoordinateReferenceSystem,
    context: Optional[QgsCoordinateTransformContext] = None,
) -> QgsCoordinateTransform:
    """As the map draws: where nothing leads, and where one of them is none, both count in the same units.

    The context is the project's on the main thread, and has to be given on others.
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


def transformed(shape: QgsGeometry, transform: QgsCoordinateTransform) -> Optional[QgsGeometry]:
    """A copy; None where a part of it has no place there."""
    there = QgsGeometry(shape)
    try:
        there.transform(transform)
    except QgsCsException:
        return None
    # Some of PROJ's ways give infinity instead
    return there if there.isEmpty() or there.boundingBox().isFinite() else None
