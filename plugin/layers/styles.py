"""How the layers of an answer are drawn: in colours by target or by verdict.

A verdict shows in both, and never by colour alone: an accepted target has a heavy edge, a rejected one is
hatched and has a dashed edge.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsMarkerSymbol,
    QgsNullSymbolRenderer,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSettings,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED, State
from ...backend.outputs.palette import GREEN, ORANGE, PALETTE, VERMILION
from ..language import tr
from ..widgets.colours import colour_of
from .appearance import Appearance

_KEY = "askmap/colouring"

_ANY = (110, 110, 110)  # in the legend, where a colour stands for no target in particular
_STATES = {OPEN: ORANGE, ACCEPTED: GREEN, REJECTED: VERMILION}
_LINES = {OPEN: ("solid", "0.5"), ACCEPTED: ("solid", "1.1"), REJECTED: ("dash", "0.5")}  # style, width in mm
_FAINT = 0.43  # of the others: how opaque is what was rejected
_AS_IT_IS = Appearance()


class Colouring(str, Enum):
    """What the colours of an answer's layers mean. As text, it is what the settings hold."""

    BY_TARGET = "target"
    BY_STATE = "state"

    __str__ = str.__str__


def read_colouring() -> Colouring:
    with suppress(ValueError):
        return Colouring(QgsSettings().value(_KEY))
    return Colouring.BY_TARGET


def write_colouring(colouring: Colouring) -> None:
    QgsSettings().setValue(_KEY, colouring.value)


def apply_style(
    layer: QgsVectorLayer, table: str, colouring: Colouring, appearance: Appearance = _AS_IT_IS
) -> None:
    """The style needs no AskMap, so it is the same in every copy of the layer."""
    if table == "targets":
        by_state = colouring == Colouring.BY_STATE
        renderer = (_targets_by_state if by_state else _targets_by_number)(appearance)
        _hide_others(renderer, appearance)
        layer.setRenderer(renderer)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(_numbers()))
        layer.setLabelsEnabled(True)
    elif appearance.accepted_only:
        layer.setRenderer(QgsNullSymbolRenderer())
    elif table == "boxes":
        layer.setRenderer(_boxes_by_number())
    else:
        layer.setRenderer(_points())
    layer.triggerRepaint()


def masks_renderer(layer: QgsRasterLayer, numbers: list[int]) -> QgsPalettedRasterRenderer:
    """In the colours of the polygons; the legend has only the numbers that exist."""
    text = tr("Target {number}")
    classes = [
        QgsPalettedRasterRenderer.Class(number, colour_of(number), text.format(number=number))
        for number in numbers
    ]
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)


def _hide_others(renderer: QgsCategorizedSymbolRenderer, appearance: Appearance) -> None:
    """What is not accepted, where only that is wanted; their numbers go with them."""
    for at, category in enumerate(renderer.categories()):
        renderer.updateCategoryRenderState(
            at, not appearance.accepted_only or category.value() == ACCEPTED.value
        )


def _targets_by_number(appearance: Appearance) -> QgsCategorizedSymbolRenderer:
    """What has no verdict, also without AskMap, is drawn like an open target."""
    categories = []
    for state, text in (
        (OPEN, tr("target with its number (colours repeat)")),
        (ACCEPTED, tr("accepted")),
        (REJECTED, tr("rejected")),
    ):
        symbol, veil = _target(_ANY, state, appearance), _veil(state, appearance)
        _colour_by_number(symbol, QgsSymbolLayer.Property.PropertyFillColor, veil)
        _colour_by_number(symbol, QgsSymbolLayer.Property.PropertyStrokeColor, 255)
        categories.append(QgsRendererCategory(None if state == OPEN else state.value, symbol, text))
    return QgsCategorizedSymbolRenderer("state", categories)


def _boxes_by_number() -> QgsCategorizedSymbolRenderer:
    symbol = _box()
    _colour_by_number(symbol, QgsSymbolLayer.Property.PropertyStrokeColor, 255)
    return _all_alike(symbol, tr("box, in the colour of its target"))


def _colour_by_number(symbol: QgsSymbol, part: QgsSymbolLayer.Property, alpha: int) -> None:
    """Cycles through the palette, by an expression that also serves targets added without AskMap."""
    colours = ", ".join(f"'{_rgba(colour, alpha)}'" for colour in PALETTE)
    colour = f'array_get(array({colours}), ("target" - 1) % {len(PALETTE)})'
    symbol.symbolLayer(0).setDataDefinedProperty(part, QgsProperty.fromExpression(colour))


def _all_alike(symbol: QgsSymbol, text: str) -> QgsCategorizedSymbolRenderer:
    """One line of text in the legend, which a single symbol would not have."""
    return QgsCategorizedSymbolRenderer("target", [QgsRendererCategory(None, symbol, text)])


def _targets_by_state(appearance: Appearance) -> QgsCategorizedSymbolRenderer:
    names = {OPEN: tr("open"), ACCEPTED: tr("accepted"), REJECTED: tr("rejected")}
    categories = [
        QgsRendererCategory(state.value, _target(colour, state, appearance), names[state])
        for state, colour in _STATES.items()
    ]
    return QgsCategorizedSymbolRenderer("state", categories)


def _veil(state: State, appearance: Appearance) -> int:
    """Of 255: how opaque the filling is; imagery shows through it."""
    return round(_FAINT * appearance.alpha) if state == REJECTED else appearance.alpha


def _target(colour: tuple[int, int, int], state: State, appearance: Appearance) -> QgsSymbol:
    line, width_mm = _LINES[state]
    symbol = QgsFillSymbol.createSimple(
        {
            "color": _rgba(colour, _veil(state, appearance)),
            "outline_color": _rgba(colour, 255),
            "outline_width": width_mm,
            "outline_style": line,
        }
    )
    if state == REJECTED and not appearance.outlines_only:
        symbol.appendSymbolLayer(_hatching(colour))
    return symbol


def _box() -> QgsSymbol:
    return QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": _rgba(_ANY, 255),
            "outline_width": "0.4",
            "outline_style": "dash",
        }
    )


def _points() -> QgsCategorizedSymbolRenderer:
    """On the target: a disc; beside it: a cross."""
    on = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "255,255,255,255", "outline_color": "25,25,25,255", "size": "2.4"}
    )
    beside = QgsMarkerSymbol.createSimple(
        {
            "name": "cross2",
            "color": _rgba(VERMILION, 255),
            "outline_color": _rgba(VERMILION, 255),
            "outline_width": "0.6",
            "size": "2.6",
        }
    )
    categories = [
        QgsRendererCategory(1, on, tr("on the target")),
        QgsRendererCategory(0, beside, tr("not the target")),
    ]
    return QgsCategorizedSymbolRenderer("positive", categories)


def _hatching(colour: tuple[int, int, int]) -> QgsLinePatternFillSymbolLayer:
    pattern = QgsLinePatternFillSymbolLayer()
    pattern.setLineAngle(45)
    pattern.setDistance(2.5)
    pattern.setColor(QColor(*colour))
    pattern.setLineWidth(0.5)
    return pattern


def _numbers() -> QgsPalLayerSettings:
    """The finding's number on it, dark with a light edge: readable on any imagery."""
    text_format = QgsTextFormat()
    text_format.setSize(9)
    text_format.setColor(QColor(25, 25, 25))
    edge = QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setSize(0.8)
    edge.setColor(QColor(255, 255, 255))
    text_format.setBuffer(edge)
    settings = QgsPalLayerSettings()
    settings.fieldName = '"target"'
    settings.isExpression = True
    settings.placement = _over_point()
    settings.setFormat(text_format)
    return settings


def _over_point() -> Qgis.LabelPlacement:
    if Qgis.QGIS_VERSION_INT < 32600:  # where the scoped name came
        return QgsPalLayerSettings.Placement.OverPoint
    return Qgis.LabelPlacement.OverPoint


def _rgba(colour: tuple[int, int, int], alpha: int) -> str:
    return ",".join(str(part) for part in (*colour, alpha))
