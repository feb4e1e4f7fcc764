"""qgis-stubs 0.5, and what QGIS 3.22 to 3.44 have and they lack."""

from qgis import _core

class Qgis(_core.Qgis):
    QGIS_VERSION: str
    QGIS_VERSION_INT: int

class QgsWkbTypes(_core.QgsWkbTypes):
    class GeometryType(_core.Qgis.GeometryType):
        PointGeometry: QgsWkbTypes.GeometryType
        LineGeometry: QgsWkbTypes.GeometryType
        PolygonGeometry: QgsWkbTypes.GeometryType

class QgsSymbolLayer(_core.QgsSymbolLayer):
    class Property(_core.QgsSymbolLayer.Property):
        PropertyFillColor: QgsSymbolLayer.Property
        PropertyStrokeColor: QgsSymbolLayer.Property

class QgsProcessing(_core.QgsProcessing):
    class SourceType(_core.Qgis.ProcessingSourceType):
        TypeVectorPolygon: QgsProcessing.SourceType

class QgsException(Exception): ...
class QgsCsException(QgsException): ...
class QgsProcessingException(QgsException): ...
class QgsProviderConnectionException(QgsException): ...

from qgis._core import *  # type: ignore[assignment]
