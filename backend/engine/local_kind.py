"""The engine on this machine, as a kind: what two folders are called, and how they are loaded.

The one door to torch.
"""

from __future__ import annotations

from pathlib import Path

from ..errors import MissingPackage
from ..hub.record import check_fetched
from ..models.graphics_cards import count_as_the_driver
from ..models.loading_watch import note_checked, note_loading
from ..models.weights import model_name
from ..packages.environment_use import hold_environment
from ..version import __version__
from .bases import base_of
from .protocols import Engine, EngineDescription, EngineKind, EngineSettings


def describe_local(settings: EngineSettings) -> EngineDescription:
    reasoner = Path(settings.reasoner)
    return EngineDescription(
        reasoner=model_name(reasoner),
        segmenter=model_name(settings.segmenter),
        needs_packages=True,
        elsewhere=None,
        reasoner_path=reasoner,
        segmenter_path=settings.segmenter,
    )


def load_local(settings: EngineSettings) -> Engine:
    """Seconds to minutes. MissingPackage, DeviceMissing, OutOfMemory, or a Model... error."""
    base = base_of(Path(settings.reasoner))
    for folder in (Path(settings.reasoner), base, settings.segmenter):
        if folder is not None:
            check_fetched(folder, note_checked)
    note_loading()
    hold_environment("torch")
    count_as_the_driver()
    try:
        from ..models.device import choose_device, described
        from ..reasoner.qwen import Decoding
        from ..reasoner.qwen_loading import load_reasoner
        from ..segmenter.sam2 import load_segmenter
        from .local import LocalEngine
    except (ImportError, OSError) as error:  # OSError: a library of torch that the system cannot load
        raise MissingPackage(error=error) from error
    device = choose_device(settings.device)
    decoding = Decoding(settings.temperature, settings.seed, settings.max_new_tokens)
    reasoner = load_reasoner(Path(settings.reasoner), device, settings.format, decoding, base, settings.dtype)
    segmenter = load_segmenter(settings.segmenter, device)
    return LocalEngine(reasoner, segmenter, described(device), settings, __version__)


LOCAL = EngineKind("local", lambda chosen: True, describe_local, load_local)
