"""A layer in memory → a table of one of the user's databases, whole or not at all.

QGIS knows the connections; names and passwords stay with it. Whatever provider keeps spatial tables is spoken
to in the same way, so PostGIS is here a word of the dialog only.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from uuid import uuid4

from qgis.core import (
    Qgis,
    QgsAbstractDatabaseProviderConnection,
    QgsCoordinateTransformContext,
    QgsDataSourceUri,
    QgsException,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerExporter,
    QgsVectorLayerUtils,
)

from ...backend.errors import NotWritten
from ..language import tr
from .columns import meanings
from .memory_layer import Sheet, in_crs
from .metadata import LayerDescription

GEOMETRY, KEY = "geom", "id"
MOST_NAMED = 6  # columns in a sentence
STYLE = "AskMap targets"  # its name beside the user's own styles of the same table
SINGLE, DOUBLE = "'", '"'
_FAILURES = (QgsException, QgsProviderConnectionException)  # which one, depends on QGIS's version


@dataclass(frozen=True)
class Table:
    connection: str  # its name in QGIS
    schema: str  # "" where the database has none
    name: str
    appends: bool = False  # to one that is there; else that one is replaced
    provider: str = "postgres"

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}" if self.schema else self.name


def connection_names(provider: str = "postgres") -> list[str]:
    """Read from QGIS's settings; no server is asked."""
    return sorted(QgsProviderRegistry.instance().providerMetadata(provider).connections(False))


def schemas_of(connection: str, provider: str = "postgres") -> list[str]:
    """Asks the server, which may be slow; raises NotWritten."""
    with _failures(connection):
        return sorted(_connect(connection, provider).schemas())


def write_table(
    sheet: Sheet, description: LayerDescription, table: Table, context: QgsCoordinateTransformContext
) -> list[str]:
    """What the user must know of it; raises NotWritten and leaves an older table as it was.

    What is appended lies in the coordinate system that the table has.
    """
    with _failures(table.connection):
        database = _connect(table.connection, table.provider)
        there = table.name in [each.tableName() for each in database.tables(table.schema)]
        if there and table.appends:
            _append(sheet, table, context)
            return []
        if there:
            _replace(sheet, table, database)
        else:
            _create(sheet, table, database, table.name)
        return list(_describe(description, table, database))


def layer_of(table: Table) -> QgsVectorLayer:
    """As QGIS opens it; raises NotWritten."""
    with _failures(table.connection):
        database = _connect(table.connection, table.provider)
        return QgsVectorLayer(_uri(table, database, table.name), table.name, table.provider)


def _connect(connection: str, provider: str) -> QgsAbstractDatabaseProviderConnection:
    registry = QgsProviderRegistry.instance()
    if connection not in connection_names(provider):
        raise NotWritten(
            tr("QGIS knows no connection «{name}».").format(name=connection),
            hint=tr("Make it in the Browser panel, under PostgreSQL."),
        )
    return registry.providerMetadata(provider).createConnection(connection)  # type: ignore[return-value]


@contextmanager
def _failures(connection: str) -> Iterator[None]:
    """The database's own error becomes the cause of the message, for the log."""
    try:
        yield
    except _FAILURES as error:
        message = " ".join(str(error).split())
        raise NotWritten(
            tr("The database «{name}» says: {words}").format(name=connection, words=message[:300]),
            hint=tr("Look whether the server runs and whether you may write there."),
        ) from error


def _create(sheet: Sheet, table: Table, database: QgsAbstractDatabaseProviderConnection, name: str) -> None:
    try:
        _export(sheet.layer, table, database, name)
    except (*_FAILURES, NotWritten):
        with suppress(*_FAILURES):
            database.dropVectorTable(table.schema, name)
        raise


def _replace(sheet: Sheet, table: Table, database: QgsAbstractDatabaseProviderConnection) -> None:
    """Writes a new table and then renames it: until then, and after a failure, the old one is there."""
    new_name, old_name = f"{table.name}_{uuid4().hex[:8]}", f"{table.name}_{uuid4().hex[:8]}"
    _create(sheet, table, database, new_name)
    try:
        database.renameVectorTable(table.schema, table.name, old_name)
        database.renameVectorTable(table.schema, new_name, table.name)
        database.dropVectorTable(table.schema, old_name)
    except _FAILURES:
        _put_back(table, database, old_name, new_name)
        raise


def _put_back(
    table: Table, database: QgsAbstractDatabaseProviderConnection, old_name: str, new_name: str
) -> None:
    """For example, views that depend on the old table prevent that it is dropped."""
    with suppress(*_FAILURES):
        names = [each.tableName() for each in database.tables(table.schema)]
        if old_name in names:
            if table.name in names:
                database.renameVectorTable(table.schema, table.name, new_name)
            database.renameVectorTable(table.schema, old_name, table.name)
        database.dropVectorTable(table.schema, new_name)


def _export(
    layer: QgsVectorLayer, table: Table, database: QgsAbstractDatabaseProviderConnection, name: str
) -> None:
    uri = _uri(table, database, name)
    error, message = QgsVectorLayerExporter.exportLayer(layer, uri, table.provider, layer.crs(), False, {})
    if error != Qgis.VectorExportResult.Success:
        raise _not_written(table, message)
    if QgsVectorLayer(uri, name, table.provider).featureCount() != layer.featureCount():
        raise _not_written(table, "")


def _append(sheet: Sheet, table: Table, context: QgsCoordinateTransformContext) -> None:
    """In one transaction of the provider's; columns are found by their names."""
    there = layer_of(table)
    missing = [name for name in sheet.names if name not in there.fields().names()]
    if not there.isValid() or missing:
        raise NotWritten(
            tr("The table {table} lacks the columns {names}.").format(
                table=table, names=", ".join(missing[:MOST_NAMED])
            ),
            hint=tr("Choose another table, or leave these columns out."),
        )
    features = list(sheet.layer.getFeatures())
    for feature in features:
        feature.setGeometry(in_crs(feature.geometry(), sheet.layer.crs(), there.crs(), context))
    added, _ = there.dataProvider().addFeatures(QgsVectorLayerUtils.makeFeaturesCompatible(features, there))
    if not added:
        raise _not_written(table, " ".join(there.dataProvider().errors()))


def _describe(
    description: LayerDescription, table: Table, database: QgsAbstractDatabaseProviderConnection
) -> Iterator[str]:
    """Style and metadata need tables that not every user may create; the targets are written anyway."""
    with suppress(*_FAILURES):
        database.createSpatialIndex(table.schema, table.name)
    layer = layer_of(table)
    description.put_on(layer)
    _forget_style(layer)
    if layer.saveStyleToDatabase(STYLE, "AskMap", True, ""):
        yield tr("The style could not be kept in the database.")
    if table.provider == "postgres":
        with suppress(*_FAILURES):
            database.executeSql(";".join(comments(description, table)))


def comments(description: LayerDescription, table: Table) -> Iterator[str]:
    """The server keeps no metadata of a layer, but what a table and its columns are."""
    place = ".".join(_quoted(part, DOUBLE) for part in (table.schema, table.name) if part)
    metadata = description.metadata
    text = html.unescape("\n".join([metadata.title(), metadata.abstract(), *metadata.history()]))
    yield f"COMMENT ON TABLE {place} IS {_quoted(text, SINGLE)}"
    known = meanings()
    for name, column in description.names.items():
        yield f"COMMENT ON COLUMN {place}.{_quoted(column, DOUBLE)} IS {_quoted(known[name], SINGLE)}"


def _quoted(text: str, mark: str) -> str:
    """Quoted for SQL: the mark is doubled inside, and no other character is special."""
    return f"{mark}{text.replace(mark, mark * 2)}{mark}"


def _forget_style(layer: QgsVectorLayer) -> None:
    """Removes the style of an older table of this name: else QGIS asks in a window, on any thread."""
    _, ids, names, *_ = layer.listStylesInDatabase()
    for id, name in zip(ids, names):
        if name == STYLE:
            layer.deleteStyleFromDatabase(id)


def _uri(table: Table, database: QgsAbstractDatabaseProviderConnection, name: str) -> str:
    uri = QgsDataSourceUri(database.uri())
    uri.setDataSource(table.schema, name, GEOMETRY, "", KEY)
    return uri.uri(False)


def _not_written(table: Table, details: str) -> NotWritten:
    message = " ".join(details.split())[:300]
    return NotWritten(
        tr("The table {table} cannot be written. {details}").format(table=table, details=message).strip(),
        hint=tr("Look whether you may write there, or choose another table."),
    )
