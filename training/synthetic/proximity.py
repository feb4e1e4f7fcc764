"""How near things of a landscape lie to those of another kind, in parts of the view's side."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from .landscape import Landscape

NEAR, FAR = 0.08, 0.14  # at most so far away is near, from here on it is not


def away_from(world: Landscape, kind: str) -> NDArray[np.float32] | None:
    """(S, S): how far each pixel lies from the nearest thing of the kind; 1 where there is none.

    None where the kind is drawn but nearly hidden, so that what lies near it cannot be seen.
    """
    ids = [thing.id for thing in world.of_kind(kind)]
    if not ids:
        return None if kind in world.kinds else np.ones(world.ids.shape, np.float32)
    elsewhere = (~np.isin(world.ids, ids)).astype(np.uint8)
    return np.asarray(cv2.distanceTransform(elsewhere, cv2.DIST_L2, 3) / len(world.ids), np.float32)


def is_near(gap: float) -> bool | None:
    """None where there is doubt."""
    return True if gap <= NEAR else False if gap >= FAR else None
