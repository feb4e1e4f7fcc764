"""Transforms between the map canvas and the pixels of a scene, each in its own CRS."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas

from ...backend.errors import AskMapError
from ...backend.stages import Box, Grid, Point
from ..language import tr
from .geometries import shape_of, transform_densified
from .transforms import crs_from, drawn_transform, transform_shape


class NoPlace(AskMapError):
    """There are no coordinates for that place in the other CRS."""


class SceneTransform:
    def __init__(self, grid: Grid, canvas: QgsMapCanvas) -> None:
        self._grid = grid
        on_map, of_scene = canvas.mapSettings().destinationCrs(), crs_from(grid.crs)
        self._to_scene = drawn_transform(on_map, of_scene)
        self._to_map = drawn_transform(of_scene, on_map)

    def pixel(self, place: QgsPointXY) -> Point:
        """Clamped to the scene; raises NoPlace."""
        there = transform_shape(QgsGeometry.fromPointXY(place), self._to_scene)
        if there is None:
            raise NoPlace(
                tr("This place of the map has no place in the view."), tr("Zoom to where the view lies.")
            )
        x, y = self._grid.to_pixel(there.asPoint().x(), there.asPoint().y())
        return Point(min(max(x, 0.0), float(self._grid.width)), min(max(y, 0.0), float(self._grid.height)))

    def point(self, point: Point) -> QgsGeometry:
        return self._shown(QgsGeometry.fromPointXY(QgsPointXY(*self._grid.to_map(point.x, point.y))))

    def box(self, box: Box) -> QgsGeometry:
        """Its sides are densified, because they may be curved on the map."""
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1), (box.x0, box.y0))
        ring = [QgsPointXY(*self._grid.to_map(x, y)) for x, y in corners]
        return self._shown(QgsGeometry.fromPolygonXY([ring]))

    def all(self) -> QgsGeometry:
        """The footprint of the scene."""
        return self.box(Box(0.0, 0.0, float(self._grid.width), float(self._grid.height)))

    def outline(self, wkb: bytes) -> QgsGeometry:
        """Of WKB in the scene's map units."""
        return self._shown(shape_of(wkb))

    def _shown(self, shape: QgsGeometry) -> QgsGeometry:
        """In the map's CRS; a null geometry where that has no coordinates for it."""
        there = transform_densified(shape, self._to_map)
        return QgsGeometry() if there is None else there
