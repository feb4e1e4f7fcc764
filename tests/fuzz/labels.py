"""Labels of strangers: COCO's JSON, GeoPixInstruct's rows and AskMap's own lines, each with some replaced.

A value anywhere in a sound file becomes another value or another kind of value, a key goes, or letters of the
text change. It is opened, and every sample, picture and mask is read: all is a Sample or BadData. So is every
instance of a COCO file, for the segmenter alone.
"""

from __future__ import annotations

import copy
import io
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
from askmap.backend.errors import BadData
from askmap.training.data.coco_instances import drawn, read_instances, spread_by_kind, spread_evenly
from askmap.training.sample_sets import open_samples
from PIL import Image

COUNT = 200_000
LIMIT_S = 1.0

WIDTH, HEIGHT = 20, 10
RING = [2, 3, 8, 3, 8, 7, 2, 7]
RUNS = {"size": [HEIGHT, WIDTH], "counts": [20, 40, 140]}
PACKED = {"size": [HEIGHT, WIDTH], "counts": "d0X1\\4"}  # the same
COCO = {
    "images": [{"id": n, "file_name": f"{n}.png", "width": WIDTH, "height": HEIGHT} for n in (1, 2)],
    "categories": [{"id": 7, "name": "storage_tank"}, {"id": 9, "name": "ship"}],
    "annotations": [
        {
            "id": 1,
            "image_id": 1,
            "category_id": 7,
            "segmentation": [RING],
            "iscrowd": 0,
            "bbox": [2, 3, 6, 4],
        },
        {"id": 2, "image_id": 1, "category_id": 9, "segmentation": RUNS, "iscrowd": 1},
        {"id": 3, "image_id": 2, "category_id": 9, "segmentation": [RING, RING], "iscrowd": 0},
        {"id": 4, "image_id": 2, "category_id": 7, "segmentation": [], "bbox": [2, 3, 6, 4]},
        {"id": 5, "image_id": 1, "category_id": 9, "segmentation": PACKED, "bbox": [2, 3, 6, 4]},
    ],
}
LINE = {
    "name": "a",
    "image": "images/1.png",
    "questions": ["Where is the pool?"],
    "targets": [{"box": [2, 3, 8, 7], "points": [[3, 4], [6, 5]], "label": "pool"}],
    "mask": "images/2.png",
    "kind": "pool",
    "thought": "It is blue.",
}
GEOPIX = {
    "image_id": 1,
    "image_path": "images/1.png",
    "instances": [
        {
            "bbox": [2, 3, 8, 7],
            "category": "ship",
            "category_id": 1,
            "description": "the ship",
            "instance_id": 4,
            "mask": RUNS,
        }
    ],
}
ODD = [
    *(None, True, 0, -1, 1.5, 10**30, -(10**400), 1e308, float("nan"), float("inf"), 7, 9, 1, 2),
    *(
        "",
        "x",
        "a" * 5000,
        "\0",
        "..",
        "../1.png",
        "/etc/passwd",
        "C:\\1.png",
        "images\\1.png",
        "\ud800",
        "1.png",
    ),
    *(
        [],
        {},
        [[]],
        [None],
        [[1, 2, 3]],
        [1, 2, 3, 4],
        {"size": [10, 20]},
        {"size": [10**9] * 2, "counts": "1"},
    ),
    *(
        [[1e300] * 8],
        [["a"] * 6],
        [[float("nan")] * 6],
        {"size": [HEIGHT, WIDTH], "counts": "]]]]"},
        [RUNS, RUNS],
    ),
    *(
        {"size": [HEIGHT, WIDTH], "counts": [20, 40, 139]},  # too few, too many, and sizes that are none
        {"size": [HEIGHT, WIDTH], "counts": [20, 40, 141]},
        {"size": [HEIGHT, WIDTH], "counts": [2**62, 2**62]},
        {"size": [HEIGHT, WIDTH], "counts": [0] * 20_000 + [200]},
        {"size": [HEIGHT, WIDTH], "counts": "0" * 20_000},
        {"size": [WIDTH, HEIGHT], "counts": [200]},
        {"size": [9_000, 9_000], "counts": [9_000 * 9_000]},
        {"size": [0, 0], "counts": []},
        {"size": [float("nan"), WIDTH], "counts": [200]},
        [RING, RUNS],
    ),
    *(
        [0, 0, 0, 0],  # boxes
        [2, 3, -6, 4],
        [-5, -5, 30, 30],
        [19.5, 9.5, 40, 40],
        [500, 500, 5, 5],
        [float("nan")] * 4,
        [0, 0, float("inf"), 1],
        [0, 0, 1e308, 1e308],
        [5, 5, 1e-320, 1e-320],
    ),
]


def one(rng: random.Random, folder: Path) -> str:
    layout = rng.choice(("coco", "bop", "geopixinstruct"))
    labels = _written(rng, layout, folder)
    for name, picture in PICTURES.items():
        (folder / "images" / name).parent.mkdir(exist_ok=True)
        (folder / "images" / name).write_bytes(_broken(rng, picture) if rng.random() < 0.05 else picture)
    try:
        _read_all(rng, layout, labels, folder)
    except BadData as fault:
        assert str(fault)  # noqa: PT017
        return "BadData"
    return "read"


def _read_all(rng: random.Random, layout: str, labels: Path, folder: Path) -> None:
    if layout == "coco" and rng.random() < 0.2:
        rows = read_instances(labels, rng.choice((folder / "images", None))).rows
        for row in rng.choice((spread_evenly, spread_by_kind))(rows, 5):
            instance = drawn(row)
            assert instance is None or instance.mask.any()
        return
    samples = open_samples(rng.choice((folder, labels)), "train", layout)
    for index in range(len(samples)):
        sample = samples[index]
        assert sample.read_picture().shape[2] == 3
        if sample.read_mask:
            assert sample.read_mask().dtype == np.bool_
        boxes = [target.box for target in sample.targets or () if layout == "coco"]
        assert all(0 <= b.x0 < b.x1 <= WIDTH and 0 <= b.y0 < b.y1 <= HEIGHT for b in boxes)


def _written(rng: random.Random, layout: str, folder: Path) -> Path:
    document: Any = copy.deepcopy({"coco": COCO, "bop": LINE, "geopixinstruct": GEOPIX}[layout])
    for _ in range(rng.choice((0, 1, 1, 2, 4))):
        document = _changed(rng, document)
    text = json.dumps(document)
    if layout != "coco":
        text = "\n".join([text] * rng.choice((1, 1, 2)))
    if rng.random() < 0.1:
        start = rng.randrange(len(text) + 1)
        text = (
            text[:start] + rng.choice(('"', "[" * 5000, "\0", "{", "9" * 5000, "", "\n")) + text[start + 1 :]
        )
    name = "train.json" if layout == "coco" else "train.jsonl"
    (folder / name).write_bytes(text.encode() if rng.random() < 0.97 else text.encode("utf-16"))
    return folder / name


def _changed(rng: random.Random, value: Any) -> Any:
    """One value in it, or below it, is another one, is gone, or comes twice."""
    if not isinstance(value, (dict, list)) or not value or rng.random() < 0.1:
        return copy.deepcopy(rng.choice(ODD))
    key = rng.choice(list(value) if isinstance(value, dict) else range(len(value)))
    if rng.random() < 0.12:
        del value[key]
    elif isinstance(value, list) and rng.random() < 0.12:
        value.append(copy.deepcopy(value[key]))
    else:
        value[key] = _changed(rng, value[key])
    return value


def _broken(rng: random.Random, picture: bytes) -> bytes:
    letters = bytearray(picture[: rng.randrange(len(picture))] if rng.random() < 0.5 else picture)
    for _ in range(rng.randrange(1, 5)):
        if letters:
            letters[rng.randrange(len(letters))] = rng.randrange(256)
    return bytes(letters)


def _png(seed: int, width: int = WIDTH) -> bytes:
    pixels = np.random.default_rng(seed).integers(0, 256, (HEIGHT, width, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


PICTURES = {"1.png": _png(1), "2.png": _png(2)}
