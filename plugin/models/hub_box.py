"""Where models are fetched from: the hub or a mirror of it, and the key of an account there."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.gui import QgsAuthConfigSelect, QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QWidget

from ...backend.errors import HubFailed
from ...backend.hub.pages import Hub
from ...backend.hub.repository import is_hub, usual_hub
from ..language import tr
from ..network.keys import key_of
from ..network.qgis_transport import QgisTransport
from ..settings import SettingsStore
from ..widgets.labels import plain_label


class HubBox(QgsCollapsibleGroupBox):
    """What is typed is kept at once."""

    def __init__(self, settings: SettingsStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("The hub that models come from"), parent)
        self._settings = settings
        self.address, self.key = QLineEdit(settings.now.hub), QgsAuthConfigSelect()
        self.address.setPlaceholderText(usual_hub())
        self.address.setClearButtonEnabled(True)
        self._key = settings.now.hub_key  # the box shows none until QGIS's store is unlocked
        self.key.setConfigId(self._key)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, widget in ((tr("Add&ress"), self.address), (tr("&Key of your account"), self.key)):
            form.addRow(text, widget)
            widget.setAccessibleName(text.replace("&", ""))
        form.addRow(plain_label(_about_terms()))
        self.address.editingFinished.connect(self._keep)
        self.key.selectedConfigIdChanged.connect(self._take_key)
        self.setCollapsed(True)

    def _take_key(self, id: str) -> None:
        self._key = id
        self._keep()

    def _keep(self) -> None:
        now = self._settings.now
        chosen = replace(now, hub=self.address.text().strip(), hub_key=self._key)
        if chosen != now:
            self._settings.write(chosen)


def hub_of(settings: SettingsStore, transport: QgisTransport) -> Hub:
    """Main thread only: QGIS may ask for its master password. HubFailed, ServerFailed for the key."""
    return Hub(hub_address(settings), transport, key_of(settings.now.hub_key))


def hub_address(settings: SettingsStore) -> str:
    """HubFailed where it is none."""
    url = (settings.now.hub or usual_hub()).rstrip("/")
    if not is_hub(url):
        raise HubFailed(
            tr("«{address}» is no address of a hub.").format(address=url[:200]),
            tr("Write it like https://hub.example, or leave the field empty."),
        )
    return url


def _about_terms() -> str:
    return tr(
        "Some models are given only to those who have agreed to their terms: do so on the model's page with "
        "an account, make a key there that may read, and choose it here. QGIS keeps it encrypted."
    )
