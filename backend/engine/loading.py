"""The one door to torch: Reasoner + Segmenter = Engine."""

from __future__ import annotations

from functools import lru_cache

from ..errors import MissingPackage
from ..version import __version__
from .protocols import Engine, EngineSettings


@lru_cache(maxsize=1)  # a device holds one engine
def load_engine(settings: EngineSettings) -> Engine:
    """Seconds to minutes the first time. MissingPackage, DeviceMissing, OutOfMemory, or a Model... error."""
    unload()  # the one before it, or both would have to fit
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
    reasoner = load_reasoner(settings.reasoner, device, settings.format, decoding)
    segmenter = load_segmenter(settings.segmenter, device)
    return LocalEngine(reasoner, segmenter, described(device), settings, __version__)


def unload() -> None:
    """Free the engine's memory, once no caller holds the engine."""
    load_engine.cache_clear()
