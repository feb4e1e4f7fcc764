"""A small COCO set on the disk: polygons, a crowd of runs, packed runs; and the same with boxes alone."""

from __future__ import annotations

import json

from rle import listed, packed
from trees import filled, picture, text

LEFT, RIGHT = (2, 3, 8, 7), (12, 1, 15, 4)


def ring(box):
    x0, y0, x1, y1 = box
    return [x0, y0, x1, y0, x1, y1, x0, y1]


def content():
    """Two tanks (a polygon, a crowd) and a ship (packed runs) in a picture, a ship in another."""
    files = [{"id": n, "file_name": f"{n}.png", "width": 20, "height": 10} for n in (1, 2, 3)]
    names = [{"id": 7, "name": "storage_tank"}, {"id": 9, "name": "ship"}]
    rows = [
        {"image_id": 1, "category_id": 7, "segmentation": [ring(LEFT)], "iscrowd": 0},
        {"image_id": 1, "category_id": 7, "segmentation": listed(filled(RIGHT)), "iscrowd": 1},
        {"image_id": 1, "category_id": 9, "segmentation": packed(filled(LEFT)), "iscrowd": 0},
        {"image_id": 2, "category_id": 9, "segmentation": [ring(LEFT), ring(RIGHT)], "iscrowd": 0},
    ]
    return {
        "images": files,
        "annotations": [{"id": n, **row} for n, row in enumerate(rows)],
        "categories": names,
    }


def boxed(box):
    """What an annotation without an outline has."""
    x0, y0, x1, y1 = box
    return {"segmentation": [], "bbox": [x0, y0, x1 - x0, y1 - y0]}


def written(tree, changed):
    """The labels on the disk, in place of others."""
    return text(tree / "annotations" / "instances_train.json", json.dumps(changed))


def tree_of(folder):
    """Three pictures, and their labels."""
    for number in (1, 2, 3):
        picture(folder / "images" / f"{number}.png")
    written(folder, content())
    return folder
