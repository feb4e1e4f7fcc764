"""The parameters of the algorithm: their definitions, and what the user gave for one run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...backend.errors import UnreadableRaster
from ...backend.reasoner.prompt import question_from
from ...backend.stages import Question
from ..language import tr
from ..map.view import FileView, is_file, layer_view
from ..settings import DEVICES, Settings


@dataclass(frozen=True)
class AskParameters:
    """What one run asks, copied on the layer's own thread."""

    question: Question
    view: FileView
    settings: Settings


def define_parameters() -> tuple[QgsProcessingParameterDefinition, ...]:
    """In the order of the dialog; the algorithm owns them afterwards."""
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    return (
        QgsProcessingParameterRasterLayer("INPUT", tr("Raster")),
        QgsProcessingParameterString("QUESTION", tr("Question"), multiLine=True),
        QgsProcessingParameterExtent("EXTENT", tr("Part of the raster"), optional=True),
        _model_folder("REASONER", tr("Reasoner")),
        _model_folder("SEGMENTER", tr("Segmenter")),
        _advanced(QgsProcessingParameterEnum("DEVICE", tr("Device"), DEVICES, optional=True)),
        QgsProcessingParameterVectorDestination("OUTPUT", tr("Targets"), polygons),
        QgsProcessingParameterRasterDestination("MASK", tr("Mask"), optional=True, createByDefault=False),
    )


def define_outputs() -> tuple[QgsProcessingOutputString, ...]:
    """Those that are no destinations."""
    return (
        QgsProcessingOutputString("THOUGHT", tr("Reasoning")),
        QgsProcessingOutputString("OUTCOME", tr("Outcome")),  # a GroundingOutcome's value
    )


def read_parameters(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    settings: Settings,
) -> AskParameters:
    """`settings` are the user's, which the parameters may override. Raises AskMapError."""
    question = question_from(algorithm.parameterAsString(parameters, "QUESTION", context))
    view = _view_of(algorithm, parameters, context)
    return AskParameters(question, view, _overridden(algorithm, parameters, context, settings))


def _view_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> FileView:
    layer = algorithm.parameterAsRasterLayer(parameters, "INPUT", context)
    if not is_file(layer):
        raise UnreadableRaster(
            tr("This layer has no pixels of its own that could be read."),
            tr("Save it as a GeoTIFF first, or ask in AskMap's dock, which can look at any layer."),
        )
    return layer_view(layer, algorithm.parameterAsExtent(parameters, "EXTENT", context, layer.crs()))


def _overridden(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    settings: Settings,
) -> Settings:
    device: Optional[str] = None
    if parameters.get("DEVICE") is not None:
        device = DEVICES[algorithm.parameterAsEnum(parameters, "DEVICE", context)]
    return replace(
        settings,
        reasoner=algorithm.parameterAsString(parameters, "REASONER", context) or settings.reasoner,
        segmenter=algorithm.parameterAsString(parameters, "SEGMENTER", context) or settings.segmenter,
        device=device or settings.device,
    )


def _model_folder(name: str, text: str) -> QgsProcessingParameterDefinition:
    folder = QgsProcessingParameterFile.Behavior.Folder
    return _advanced(QgsProcessingParameterFile(name, text, folder, optional=True))


def _advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)  # type: ignore[attr-defined]
    return parameter
