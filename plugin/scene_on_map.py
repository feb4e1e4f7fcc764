"""Between what a person touches on the canvas and the pixels of a scene, whatever CRS each is in."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas

from ..backend.errors import AskMapError
from ..backend.stages import Box, Grid, Point
from .language import tr

SIDE_PIECES = 8  # of a box's side that is curved in the map's CRS


class NoPlace(AskMapError):
    """The map's CRS and the scene's do not meet there."""


class SceneOnMap:
    def __init__(self, grid: Grid, canvas: QgsMapCanvas) -> None:
        self._grid = grid
        ends = canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem.fromWkt(grid.crs)
        if all(crs.isValid() for crs in ends):
            self._to_scene = QgsCoordinateTransform(*ends, QgsProject.instance())
            self._to_map = QgsCoordinateTransform(*reversed(ends), QgsProject.instance())
        else:  # where one has none, both count in the same units
            self._to_scene = self._to_map = QgsCoordinateTransform()

    def pixel(self, place: QgsPointXY) -> Point:
        """Moved to the nearest place in the scene; raises NoPlace."""
        try:
            there = self._to_scene.transform(place)
        except QgsCsException as error:
            raise NoPlace(
                tr("This place of the map has no place in the picture."), tr("Zoom to the picture.")
            ) from error
        x, y = self._grid.to_pixel(there.x(), there.y())
        return Point(min(max(x, 0.0), float(self._grid.width)), min(max(y, 0.0), float(self._grid.height)))

    def point(self, point: Point) -> QgsGeometry:
        return self._shown(QgsGeometry.fromPointXY(QgsPointXY(*self._grid.to_map(point.x, point.y))))

    def box(self, box: Box) -> QgsGeometry:
        """Its sides as they run on the map."""
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
        return self._shown(QgsGeometry.fromPolygonXY([_ring(corners, self._grid)]))

    def all(self) -> QgsGeometry:
        """Where the scene lies."""
        return self.box(Box(0.0, 0.0, float(self._grid.width), float(self._grid.height)))

    def outline(self, wkb: bytes) -> QgsGeometry:
        """Of the scene's map units."""
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        return self._shown(geometry)

    def _shown(self, geometry: QgsGeometry) -> QgsGeometry:
        """In the map's CRS; an empty one where that has no coordinates for it."""
        try:
            geometry.transform(self._to_map)
        except QgsCsException:
            return QgsGeometry()
        return geometry


def _ring(corners: Sequence[tuple[float, float]], grid: Grid) -> list[QgsPointXY]:
    """Closed, each side in pieces."""
    places = []
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0])):
        for piece in range(SIDE_PIECES):
            along = piece / SIDE_PIECES
            places.append(QgsPointXY(*grid.to_map(x0 + along * (x1 - x0), y0 + along * (y1 - y0))))
    return [*places, places[0]]
