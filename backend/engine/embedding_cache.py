"""What SAM2 made of the last few scenes, found again by their pixels.

Encoding is nearly all of the segmenter's work, and the user who corrects a mask asks about the same pixels
again and again, also after the scene was read anew from a file or a layer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import numpy as np

from ..stages import CheckCancelled, Scene, no_op

KEPT = 4  # scenes; SAM2 at 1024 px holds 17 MB of each, whatever the scene's own size


class EmbeddingCache:
    """Not for two threads at once: the engine's turn guards it."""

    def __init__(self, encode: Callable[[Scene, CheckCancelled], Any]) -> None:
        self._encode = encode
        self._held: OrderedDict[bytes, Any] = OrderedDict()  # the one that was asked for last is last

    def of(self, scene: Scene, check_cancelled: CheckCancelled = no_op) -> Any:
        """Encodes where it must; nothing is kept of what fails or is stopped."""
        key = digest_of(scene)
        encoded = self._held.pop(key) if key in self._held else self._encode(scene, check_cancelled)
        self._held[key] = encoded
        if len(self._held) > KEPT:
            self._held.popitem(last=False)
        return encoded


def digest_of(scene: Scene) -> bytes:
    """Of the pixels and their shape alone: SAM2 sees neither the place nor where data is missing."""
    digest = blake2b(repr(scene.image.shape).encode(), digest_size=16)
    digest.update(np.ascontiguousarray(scene.image).data.cast("B"))
    return digest.digest()
