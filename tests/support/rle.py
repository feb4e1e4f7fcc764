"""Masks run-length encoded as COCO has them, by pycocotools and by hand."""

from __future__ import annotations

import numpy as np
from pycocotools import mask as coco_mask


def packed(truth):
    runs = coco_mask.encode(np.asfortranarray(truth.astype(np.uint8)))
    return {"size": [int(side) for side in runs["size"]], "counts": runs["counts"].decode()}


def listed(truth):
    flat = truth.T.ravel()
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flat, [not flat[-1]]])))
    return {"size": list(truth.shape), "counts": np.diff([0, *edges]).tolist()}
