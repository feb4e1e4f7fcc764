"""A folder like shared/datasets/open, made by hand: six scene tiles, two chips with trees, and a car."""

import json

import cv2
import numpy as np

SCENES = ("farm field", "marina", "tank site", "beach", "housing", "runway")
TANK = [[30.0, 40.0, 70.0, 40.0, 70.0, 80.0, 30.0, 80.0]]  # in every tank site, and complete
POOL = [[10.0, 10.0, 30.0, 10.0, 30.0, 26.0, 10.0, 26.0]]
CAR = [60.0, 20.0, 24.0, 12.0]  # x, y, width, height; no outline
SIDE = 128


def write_open_sets(folder, split="train"):
    _write(folder / "ucm_landuse", split, [_scene(number, name) for number, name in enumerate(SCENES, 1)])
    chip = {"complete": ["tree"], "gsd_m": 0.6}
    trees = [("tree", {"segmentation": _square(x, y, 12)}) for x, y in ((20, 90), (33, 90), (90, 90))]
    pool = [("swimming pool", {"segmentation": POOL})]
    _write(folder / "naip_california", split, [(chip, (60, 120, 60), trees + pool)] * 2)
    cars = [("car", {"segmentation": [], "bbox": CAR})]
    _write(folder / "cars_kit_ais", split, [({"complete": ["car"], "gsd_m": 0.15}, (90, 90, 90), cars)])
    return folder


def _scene(number, name):
    rows = [(f"scene: {name}", {"segmentation": _square(0, 0, SIDE)})]
    image = {"scene": name, "complete": [], "gsd_m": 0.3}
    if name == "tank site":
        rows.append(("storage tank", {"segmentation": TANK}))
        image["complete"] = ["storage tank"]
    return image, (20 * number, 40 * number, 255 - 30 * number), rows


def _square(x, y, side):
    return [[float(v) for v in (x, y, x + side, y, x + side, y + side, x, y + side)]]


def _write(folder, split, pictures):
    (folder / "images").mkdir(parents=True, exist_ok=True)
    names = sorted({name for _, _, rows in pictures for name, _ in rows})
    images, annotations = [], []
    for number, (image, colour, rows) in enumerate(pictures, start=1):
        file = f"{split}{number}.png"
        pixels = np.full((SIDE, SIDE, 3), colour, np.uint8)
        cv2.imwrite(str(folder / "images" / file), pixels[..., ::-1])
        images.append({"id": number, "file_name": file, "width": SIDE, "height": SIDE, **image})
        for name, row in rows:
            ids = {"id": len(annotations) + 1, "image_id": number, "category_id": names.index(name)}
            annotations.append({**ids, "bbox": [0, 0, SIDE, SIDE], **row})
    categories = [{"id": number, "name": name} for number, name in enumerate(names)]
    content = {"images": images, "categories": categories, "annotations": annotations}
    (folder / f"instances_{split}.json").write_text(json.dumps(content))
