"""The box «A server's reasoner» of the options: which program serves, which of its models, and the key."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QGroupBox, QPushButton, QSizePolicy, QWidget

from ...backend.engine.server_kind import server_of
from ...backend.errors import AskMapError
from ...backend.remote.address import ServerAddress, address_from
from ...backend.remote.presets import presets
from ...backend.stages import Report
from ..backend_messages import translate
from ..language import tr
from ..runtime.job_queue import JobQueue
from ..settings import Settings
from ..widgets.labels import plain_label
from .access import engine_settings


class ServerBox(QGroupBox):
    """Nothing is asked of any server until the button is pressed."""

    model_chosen = pyqtSignal(str)  # what stands as the reasoner then

    def __init__(self, settings: Settings, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("A reasoner that a server runs"), parent)
        self._settings, self._jobs = settings, JobQueue()  # which outlives this box, as its job may
        self._address: Optional[ServerAddress] = None  # of the models that are listed
        self.address, self.models = QComboBox(), QComboBox()
        self.look_button, self.notice = QPushButton(tr("Look for its models")), plain_label()
        self.key, self._key = QgsAuthConfigSelect(), settings.server_key
        self._fill()
        self._lay_out()
        self.look_button.clicked.connect(self.look)
        self.models.activated.connect(self._choose)
        self.key.selectedConfigIdChanged.connect(self._take_key)

    def key_id(self) -> str:
        """Of QGIS's authentication store; one that is not there today is kept until another is chosen."""
        return self._key

    def look(self) -> None:
        """Asks the chosen server which models it has."""
        try:
            self._address = replace(address_from(self._typed()), model="")
            settings = replace(self._settings, reasoner=str(self._address), server_key=self.key_id())
            server = server_of(engine_settings(settings))
        except AskMapError as error:
            self._show_failure(error)
            return

        def listed(report: Report) -> tuple[str, ...]:
            return server.models(report)

        self.look_button.setEnabled(False)
        self._say(tr("Asking {server}…").format(server=self._address.host))
        self._jobs.start(tr("AskMap: looking for models"), listed, self._show, self._show_failure)

    def _take_key(self, id: str) -> None:
        self._key = id

    def _typed(self) -> str:
        """What was typed, or the address of the program that was chosen."""
        text, index = self.address.currentText().strip(), self.address.currentIndex()
        is_program = index >= 0 and text == self.address.itemText(index)
        return str(self.address.itemData(index)) if is_program else text

    def _show(self, models: tuple[str, ...]) -> None:
        if sip.isdeleted(self):  # the window was closed meanwhile
            return
        self.look_button.setEnabled(True)
        self.models.clear()
        self.models.addItems(models)
        self.models.setCurrentIndex(-1)
        self.models.setEnabled(bool(models))
        self._say(
            tr("%n model(s): choose one that sees pictures.", len(models))
            if models
            else tr("It has no models yet: load one there that sees pictures.")
        )

    def _show_failure(self, error: Exception) -> None:
        if sip.isdeleted(self):
            return
        self.look_button.setEnabled(True)
        full = error.full_text if isinstance(error, AskMapError) else None
        self._say(translate(full) if full is not None else str(error))

    def _say(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _choose(self, index: int) -> None:
        if self._address is not None and index >= 0:
            chosen = replace(self._address, model=self.models.itemText(index))
            self.model_chosen.emit(str(chosen))

    def _fill(self) -> None:
        self.address.setEditable(True)
        for program in presets():
            self.address.addItem(f"{program.name} ({program.url})", program.url)
        self.key.setConfigId(self._settings.server_key)
        self.models.setEnabled(False)
        for box in (self.address, self.models):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._say("")

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, widget in (
            (tr("Server"), self.address),
            (tr("Its model"), self.models),
            (tr("Its key"), self.key),
        ):
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        form.insertRow(1, "", self.look_button)
        form.addRow(self.notice)
