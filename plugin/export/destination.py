"""The widgets for the destination of an export: a file, or a table of a database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Optional, Union

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ...backend.outputs.formats import FORMATS
from ..language import tr
from ..widgets.labels import plain_label
from .database_writer import Table, connection_names


class PlaceBox(QWidget):
    changed = pyqtSignal()
    connection_chosen = pyqtSignal(str)  # its schemas are wanted

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.file, self.file_note = QgsFileWidget(), plain_label()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setDialogTitle(tr("Export targets"))
        self.connection, self.schema = QComboBox(), QComboBox()
        self.schema.setEditable(True)
        self.table, self.if_there, self.advice = QLineEdit(), QComboBox(), plain_label()
        self.if_there.addItems([tr("replace it"), tr("append to it")])
        self._ending, self._is_file = "", True
        self._connection = ""  # the one to choose as soon as there are some to choose from
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._file_rows, self._table_rows = QWidget(), QWidget()
        file, table = form_in(self._file_rows), form_in(self._table_rows)
        file.addRow(tr("&File"), self.file)
        file.labelForField(self.file).setBuddy(self.file.lineEdit())  # type: ignore[attr-defined]
        table.addRow(tr("C&onnection"), self.connection)
        table.addRow(tr("Sche&ma"), self.schema)
        table.addRow(tr("Ta&ble"), self.table)
        table.addRow(tr("&If it is there"), self.if_there)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._file_rows, self.file_note, self._table_rows, self.advice):
            column.addWidget(widget)
        self.forms = (file, table)

    def _connect(self) -> None:
        self.file.fileChanged.connect(self.look)
        self.connection.currentTextChanged.connect(self._notice_connection)
        self.schema.editTextChanged.connect(self.look)
        self.table.textChanged.connect(self.look)
        self.if_there.currentIndexChanged.connect(self.look)

    def set_format(self, form: str) -> None:
        """Keeps the file's name and changes its ending."""
        ending = FORMATS[form].ending
        if not ending:
            self._offer_connections()
        else:
            path, old = self.file.filePath(), self._ending
            self._ending = ending
            self.file.setFilter(f"{FORMATS[form].name} (*{ending})")
            self.file.setFilePath(path[: -len(old)] + ending if old and path.endswith(old) else path)
        self._is_file = bool(ending)
        self._file_rows.setVisible(self._is_file)
        self._table_rows.setVisible(not self._is_file)
        self.look()

    def suggest(self, folder: Path, name: str) -> None:
        """Proposes a file that does not exist yet, and a table."""
        names = (name if number == 1 else f"{name}_{number}" for number in range(1, 1000))
        free = next((each for each in names if not (folder / f"{each}{self._ending}").exists()), name)
        self.file.setDefaultRoot(str(folder))
        self.file.setFilePath(str(folder / f"{free}{self._ending}"))
        self.table.setText(name)

    def place(self) -> Union[Path, Table, None]:
        """None where something is missing."""
        if not self._is_file:
            return self._table()
        text = self.file.filePath().strip().strip('"')
        if not text or text.endswith(("/", "\\")):
            return None
        path = Path(text).expanduser()
        return path if path.suffix.lower() == self._ending else path.with_name(path.name + self._ending)

    def replaces(self) -> bool:
        """Whether a file is there already."""
        place = self.place()
        return isinstance(place, Path) and place.is_file()

    def show_schemas(self, schemas: list[str]) -> None:
        chosen = self.schema.currentText()
        self.schema.blockSignals(True)
        self.schema.clear()
        self.schema.addItems(schemas)
        self.schema.setEditText(chosen)
        self.schema.blockSignals(False)

    def choose_table(self, connection: str, schema: str, appends: bool) -> None:
        self._connection = connection
        self.connection.setCurrentText(connection)
        self.schema.setEditText(schema)
        self.if_there.setCurrentIndex(int(appends))

    def _table(self) -> Optional[Table]:
        connection, name = self.connection.currentText(), self.table.text().strip()
        if not connection or not name:
            return None
        return Table(connection, self.schema.currentText().strip(), name, self.if_there.currentIndex() == 1)

    def chosen_connection(self) -> str:
        return self.connection.currentText() or self._connection

    def _offer_connections(self) -> None:
        """Of several connections none is chosen: reading from its server may ask for a password."""
        chosen, names = self.chosen_connection(), connection_names()
        self.connection.blockSignals(True)
        self.connection.clear()
        self.connection.addItems(names)
        self.connection.setCurrentIndex(0 if len(names) == 1 else self.connection.findText(chosen))
        self.connection.blockSignals(False)
        missing = tr("QGIS has no connection yet: make one in its Browser panel, under PostgreSQL.")
        self.advice.setText("" if names else missing)
        self._notice_connection(self.connection.currentText())

    def _notice_connection(self, name: str) -> None:
        if name:
            self.connection_chosen.emit(name)
        self.look()

    def look(self) -> None:
        """Looks again at what exists at the destination."""
        replaced = tr("{file} exists and will be replaced.")
        self.file_note.setText(replaced.format(file=self.place().name) if self.replaces() else "")
        self.file_note.setVisible(self.replaces())
        self.advice.setVisible(not self._is_file and bool(self.advice.text()))
        self.changed.emit()


def form_in(widget: QWidget) -> QFormLayout:
    form = QFormLayout(widget)
    form.setContentsMargins(0, 0, 0, 0)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def align(forms: Iterable[QFormLayout]) -> None:
    """Aligns the fields of several forms. They are several because a hidden row of one form leaves a gap."""
    rows = ((form, row) for form in forms for row in range(form.rowCount()))
    labels = [form.itemAt(row, QFormLayout.ItemRole.LabelRole).widget() for form, row in rows]
    widest = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(widest)
