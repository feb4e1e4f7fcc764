"""Before pixels leave this computer for the first time, the user says so: once for each server."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...backend.engine.kinds import describe, kind_of
from ...backend.engine.protocols import EngineSettings
from ...backend.engine.server_kind import SERVER
from ...backend.errors import AskMapError
from ...backend.remote.address import address_from
from ..backend_messages import translate
from ..language import tr
from ..settings import SettingsStore


class NotSent(AskMapError):
    """The user did not want it; nothing has left this computer."""


def server_to_ask_about(engine: EngineSettings, store: SettingsStore) -> str:
    """The host to which nothing may be sent yet; "" where nothing leaves this computer, or was agreed to."""
    if kind_of(engine) is not SERVER or describe(engine).elsewhere is None:
        return ""
    host = address_from(str(engine.reasoner)).host
    return "" if host in store.now.servers_agreed.split() else host


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


def refuse_unasked(engine: EngineSettings, store: SettingsStore) -> None:
    """Where nobody can be asked, as in a model of Processing; NotSent, or ServerFailed."""
    host = server_to_ask_about(engine, store)
    if host:
        raise NotSent(
            tr("Nothing was sent to {server}: nobody has agreed to it yet.").format(server=host),
            tr("Ask one question in AskMap's dock first, and agree there."),
        )


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
