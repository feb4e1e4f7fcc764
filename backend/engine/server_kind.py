"""The engine whose reasoner a server runs, as a kind: what it is called, what leaves this computer."""

from __future__ import annotations

from ..errors import MissingPackage, ServerFailed
from ..message import Message
from ..models.graphics_cards import count_as_the_driver
from ..models.weights import model_name
from ..network.http_transport import HttpTransport
from ..remote.address import ServerAddress, address_from, is_address
from ..remote.chat import ServedDecoding, Server
from ..version import __version__
from .protocols import Engine, EngineDescription, EngineKind, EngineSettings


def describe_served(settings: EngineSettings) -> EngineDescription:
    try:
        address = address_from(str(settings.reasoner))
    except ServerFailed:  # said when it is loaded: a settings page shows what is typed
        address = ServerAddress("", str(settings.reasoner))
    return EngineDescription(
        reasoner=f"{address.model} @ {address.host}",
        segmenter=model_name(settings.segmenter),
        needs_packages=True,
        elsewhere=None if address.is_here else _elsewhere(address),
        segmenter_path=settings.segmenter,
    )


def _elsewhere(address: ServerAddress) -> tuple[Message, Message]:
    return (
        Message(
            "The reasoner, which points, runs on the server {server}; the segmenter, which draws the masks, "
            "runs on this computer.",
            server=address.host,
        ),
        Message(
            "With each question the pixels of the view and your words are sent to {server}, nothing else.",
            server=address.host,
        ),
    )


def load_served(settings: EngineSettings) -> Engine:
    """The segmenter alone: the server is first asked with the first question, so masks need no server."""
    count_as_the_driver()
    try:
        from ..models.device import choose_device, described
        from ..remote.reasoner import RemoteReasoner
        from ..segmenter.sam2 import load_segmenter
        from .local import LocalEngine
    except (ImportError, OSError) as error:
        raise MissingPackage(error=error) from error
    decoding = ServedDecoding(settings.temperature, settings.seed, settings.max_new_tokens)
    reasoner = RemoteReasoner(server_of(settings), settings.format, decoding)
    device = choose_device(settings.device)
    segmenter = load_segmenter(settings.segmenter, device)
    return LocalEngine(reasoner, segmenter, described(device), settings, __version__)


def server_of(settings: EngineSettings) -> Server:
    """ServerFailed where the address is none."""
    access = settings.access
    return Server(address_from(str(settings.reasoner)), HttpTransport(access), access.key)


SERVER = EngineKind("server", is_address, describe_served, load_served)
