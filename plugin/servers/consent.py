"""Before pixels leave this computer for the first time, the user has to say so: once for each server."""

from __future__ import annotations

from ...backend.engine.kinds import describe, kind_of
from ...backend.engine.protocols import EngineSettings
from ...backend.engine.server_kind import SERVER
from ...backend.errors import AskMapError
from ...backend.remote.address import address_from
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


def refuse_unasked(engine: EngineSettings, store: SettingsStore) -> None:
    """Where nobody can be asked, as in a model of Processing; NotSent, or ServerFailed."""
    host = server_to_ask_about(engine, store)
    if host:
        raise NotSent(
            tr("Nothing was sent to {server}: nobody has agreed to it yet.").format(server=host),
            tr("Ask one question in AskMap's dock first, and agree there."),
        )
