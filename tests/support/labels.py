"""A small set to label, a small segmenter in SAM2's place, and the command over them."""

from __future__ import annotations

import json

import numpy as np
from askmap.backend.samples.bop_format import Row, write_samples
from askmap.backend.stages import MaskSet
from askmap.training.labelling.command import main
from PIL import Image
from trees import mask, picture

SHIP, BARN, YARD = (2, 3, 8, 7), (12, 1, 18, 9), (0, 0, 20, 10)
QUESTIONS = {"ship": SHIP, "barn": BARN, "nothing": None, "small": (10, 1, 11, 2)}


class FilledBox:
    """Draws what is in the box; nothing where the box is wider than `most`. Counts what it is asked."""

    name, digest = "filled", "00"

    def __init__(self, most=100.0, until=10**6):
        self.most, self.until = most, until
        self.encoded, self.calls = [], []

    def load(self, path, device):
        return self

    def encode(self, scene):
        if len(self.encoded) == self.until:
            raise KeyboardInterrupt
        self.encoded.append(scene.image.tobytes())
        return scene.image.shape[:2]

    def segment(self, encoded, targets):
        self.calls.append(tuple(targets))
        masks = np.zeros((len(targets), *encoded), bool)
        for drawn, target in zip(masks, targets, strict=True):
            x0, y0, x1, y1 = (int(c) for c in vars(target.box).values())
            drawn[y0:y1, x0:x1] = x1 - x0 <= self.most
        return MaskSet(masks, np.ones(len(targets), np.float32))


class Unloadable:
    """Where no segmenter is wanted."""

    def load(self, path, device):
        raise AssertionError("nothing should be loaded")


def asked_data(folder):
    """Four questions about a.png, and one about b.png, whose mask is an L."""
    picture(folder / "a.png")
    picture(folder / "b.png", seed=1)
    rows = []
    for name, box in QUESTIONS.items():
        mask(folder / f"{name}.png", *([box] if box else []))
        rows.append(Row(name, "a.png", (f"Where is the {name}?",), None, f"{name}.png", name, "Seen."))
    mask(folder / "bent.png", (0, 0, 20, 2), (0, 2, 2, 10))
    rows.insert(1, Row("bent", "b.png", ("Where is the yard?", "And?"), None, "bent.png"))  # in between
    write_samples(folder, rows)
    return folder


def label(data, out, *options, segmenter=None):
    command = [str(data), "-o", str(out), "--device", "cpu", *map(str, options)]
    return main(command, (segmenter or FilledBox()).load)


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def tree(folder):
    """Every file with its bytes; the sheets as pixels."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        str(path.relative_to(folder)): np.asarray(Image.open(path)).tobytes()
        if path.suffix == ".png"
        else path.read_bytes()
        for path in files
    }


def complaint(capsys):
    said = capsys.readouterr().err.strip().splitlines()
    return said[-1]
