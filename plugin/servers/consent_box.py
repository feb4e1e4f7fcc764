"""The question whether pixels may leave this computer, and what follows from its answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...backend.engine.kinds import describe
from ...backend.engine.protocols import EngineSettings
from ..backend_messages import translate
from ..language import tr
from ..settings import SettingsStore
from .consent import NotSent, server_to_ask_about


def make_sure(engine: EngineSettings, store: SettingsStore, parent: Optional[QWidget] = None) -> None:
    """Asks where it must; NotSent where the user says no, ServerFailed where the address is none."""
    host = server_to_ask_about(engine, store)
    if not host:
        return
    if not _agreed(engine, host, parent):
        raise NotSent(
            tr("Nothing was sent to {server}.").format(server=host),
            tr("Ask again to decide anew, or choose a reasoner on this computer in the options."),
        )
    agreed = " ".join((*store.now.servers_agreed.split(), host))
    store.write(replace(store.now, servers_agreed=agreed))


def _agreed(engine: EngineSettings, host: str, parent: Optional[QWidget]) -> bool:
    runs, sent = describe(engine).elsewhere or ("", "")
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("AskMap: pixels leave this computer"))
    box.setText(tr("Send what the map shows to {server}?").format(server=host))
    box.setInformativeText(f"{translate(runs)} {translate(sent)}")
    send = box.addButton(tr("Send"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(tr("Do not send"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return bool(box.clickedButton() is send)
