"""Temporary drawings over the map: flashes, outlines under the mouse, footprints and prompts.

Outlines are WKB and a CRS is WKT or EPSG:…, as a Finding and its Grid hold them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...backend.outputs.palette import BLUE, ORANGE, SKY_BLUE, VERMILION
from ...backend.stages import Grid, Target
from .geometries import shape_of, transform_densified
from .prompt_marker import PromptMarker
from .scene_transform import SceneTransform
from .transforms import crs_from, drawn_transform

LEAST_SHARE = 0.5  # of a place, from which on the map shows it
ROOM = 1.5  # the extent that is zoomed to, as a multiple of the outlines', so that their surroundings show

_HOVER, _CHOICE = QColor(*BLUE), QColor(*VERMILION)
_SEEN, _BOX = QColor(*ORANGE), QColor(*SKY_BLUE)
_FILL_ALPHA = 70
_LINE_PX = 2
_FLASHES, _FLASH_MS = 3, 300


class Highlights:
    """On one canvas; call remove() before the canvas is deleted."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._hover = _band(canvas, _HOVER, Qt.PenStyle.SolidLine, _FILL_ALPHA)
        self._choice = _band(canvas, _CHOICE, Qt.PenStyle.SolidLine, 0)
        self._seen = _band(canvas, _SEEN, Qt.PenStyle.DashLine, 0)
        self._box = _band(canvas, _BOX, Qt.PenStyle.DashLine, 0)
        self._points: list[PromptMarker] = []
        # What is shown, to be drawn again when the map's CRS changes
        self._draw_again: dict[str, Callable[[], None]] = {}
        canvas.destinationCrsChanged.connect(self._follow_crs)

    def remove(self) -> None:
        """Removes everything from the canvas."""
        self._canvas.destinationCrsChanged.disconnect(self._follow_crs)
        self.clear_prompts()
        for band in (self._hover, self._choice, self._seen, self._box):
            self._canvas.scene().removeItem(band)
        self._draw_again.clear()

    def flash(self, outlines: Iterable[bytes], crs: str) -> None:
        shapes = self._on_map(outlines, crs)
        if shapes:
            start, end = QColor(_HOVER), QColor(_HOVER)
            start.setAlpha(255)
            end.setAlpha(0)
            here = self._canvas.mapSettings().destinationCrs()
            self._canvas.flashGeometries(shapes, here, start, end, _FLASHES, _FLASH_MS)

    def hover(self, outlines: Iterable[bytes], crs: str) -> None:
        """Shown until clear_hover() or the next hover()."""
        kept = list(outlines)
        self._show("hover", lambda: _fill(self._hover, self._on_map(kept, crs)))

    def clear_hover(self) -> None:
        self._draw_again.pop("hover", None)
        _empty(self._hover)

    def choose(self, outlines: Iterable[bytes], crs: str) -> None:
        """Shown until the next choose(); only the edge, so that the imagery inside can be judged."""
        kept = list(outlines)
        self._show("choice", lambda: _fill(self._choice, self._on_map(kept, crs)))

    def footprint(self, grid: Grid) -> None:
        """The edge of what the model saw."""
        self._show("footprint", lambda: _fill(self._seen, [SceneTransform(grid, self._canvas).all()]))

    def clear_footprint(self) -> None:
        self._draw_again.pop("footprint", None)
        _empty(self._seen)

    def prompts(self, target: Target, grid: Grid) -> None:
        """The prompts of SAM2: the box, + on the target, - beside it."""
        self._show("prompts", lambda: self._draw_prompts(target, grid))

    def clear_prompts(self) -> None:
        self._draw_again.pop("prompts", None)
        _empty(self._box)
        self._clear_points()

    def zoom_to(self, outlines: Iterable[bytes], crs: str) -> None:
        """With some room around; does nothing where the map's CRS has no coordinates for them."""
        extent = QgsRectangle()
        for shape in self._on_map(outlines, crs):
            extent.combineExtentWith(shape.boundingBox())
        if not extent.isNull() and extent.width() + extent.height() > 0:
            extent.scale(ROOM)
            self._canvas.setExtent(extent)
            self._canvas.refresh()

    def shows(self, outline: bytes, crs: str) -> bool:
        """Whether the map shows half of it, or half of the map lies in it; or it has no place there."""
        there, shown = QgsRectangle(), self._canvas.mapSettings().visibleExtent()
        for shape in self._on_map([outline], crs):
            there.combineExtentWith(shape.boundingBox())
        smaller = min(_area(there), _area(shown))
        return smaller == 0 or _area(there.intersect(shown)) >= LEAST_SHARE * smaller

    def _show(self, kind: str, draw: Callable[[], None]) -> None:
        self._draw_again[kind] = draw
        draw()

    def _follow_crs(self) -> None:
        for draw in list(self._draw_again.values()):
            draw()

    def _draw_prompts(self, target: Target, grid: Grid) -> None:
        place = SceneTransform(grid, self._canvas)
        _fill(self._box, [place.box(target.box)] if target.box else [])
        self._clear_points()
        for points, is_positive in ((target.points, True), (target.negatives, False)):
            for shape in map(place.point, points):
                if not shape.isNull():
                    self._points.append(PromptMarker(self._canvas, shape.asPoint(), is_positive))

    def _clear_points(self) -> None:
        while self._points:
            self._canvas.scene().removeItem(self._points.pop())

    def _on_map(self, outlines: Iterable[bytes], crs: str) -> list[QgsGeometry]:
        """In the map's CRS; outlines that have no coordinates there are left out."""
        transform = drawn_transform(crs_from(crs), self._canvas.mapSettings().destinationCrs())
        shapes = (transform_densified(shape_of(outline), transform) for outline in outlines)
        return [shape for shape in shapes if shape is not None and not shape.isEmpty()]


def _area(extent: QgsRectangle) -> float:
    return 0.0 if extent.isEmpty() else extent.width() * extent.height()


def _band(canvas: QgsMapCanvas, colour: QColor, style: Qt.PenStyle, alpha: int) -> QgsRubberBand:
    """With a white line under the coloured one, so that it is visible on any imagery."""
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    inside = QColor(colour)
    inside.setAlpha(alpha)
    band.setStrokeColor(colour)
    band.setFillColor(inside)
    band.setSecondaryStrokeColor(QColor(255, 255, 255, 200))
    band.setWidth(_LINE_PX)
    band.setLineStyle(style)
    return band


def _fill(band: QgsRubberBand, shapes: list[QgsGeometry]) -> None:
    _empty(band)
    for shape in shapes:
        band.addGeometry(shape, QgsCoordinateReferenceSystem())  # in the map's already


def _empty(band: QgsRubberBand) -> None:
    band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
