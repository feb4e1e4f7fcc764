"""Views of real ground with what a large network sees in them: a small tower learns to see the same.

Labels say of a patch which of some forty kinds cover it; a teacher's features say hundreds of things of every
patch, also where nothing is labelled. Two commands make a folder of them; teacher.py has the second one:

    python -m askmap.training.pocket.taught ../shared/datasets/open --out runs/taught --count 24000

FOLDER/images.npy    (N, S, S, 3) uint8      the views
       kinds.npy     (N, G, G, K) uint8      the share of each patch that a kind covers, 255 for all of it
       known.npy     (N, K) bool             whether the kind's absence is sure
       features.npy  (N, G, G, T) float16    the teacher's
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.lib.format import open_memmap
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from ...backend.atomic import make_folder
from ..data.samples import BadData
from ..options import counted, run_command
from ..real.kinds import base_kinds
from ..real.views import real_view
from .sights import sights
from .sizes import SIZES

FIRST_VIEW = 20_000_000  # seeds of these views: apart from those of the runs
FULL = 255  # a patch that a kind covers
SIDE_PX = 256  # of a view, as in recipes
TURNS = 8  # quarter turns, and their mirror images
MEASURED = 400  # views, from which the features' mean and spread follow
GAIN, TINT, LIGHT = 0.15, 0.06, 25.0  # how far the light of a view that is seen again may differ


class TaughtView(NamedTuple):
    image: NDArray[np.uint8]  # (S, S, 3)
    kinds: Tensor  # (G, G, K), 0 to 1
    known: Tensor  # (K,)
    features: Tensor  # (G, G, T), of mean 0 and spread 1 over all views


class TaughtViews:
    """A folder of them; its files are mapped, not read. BadData where one is missing."""

    def __init__(self, folder: Path) -> None:
        self._images = _mapped(folder, "images")
        self._kinds = _mapped(folder, "kinds")
        self._known = _mapped(folder, "known")
        self._features = _mapped(folder, "features")

    @property
    def width(self) -> int:
        """T, the channels of the teacher's features."""
        return int(self._features.shape[-1])

    def any(self, rng: Generator) -> TaughtView:
        """One of the views, turned or mirrored, in another light."""
        index, turn = int(rng.integers(len(self._images))), int(rng.integers(TURNS))
        mean, spread = self._scale
        features = (self._features[index].astype(np.float32) - mean) / spread
        return TaughtView(
            _in_light(turned(self._images[index], turn), rng),
            torch.from_numpy(turned(self._kinds[index], turn).astype(np.float32) / FULL),
            torch.from_numpy(np.array(self._known[index])),
            torch.from_numpy(turned(features, turn)),
        )

    @cached_property
    def _scale(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Mean and spread of each channel."""
        some = self._features[:: max(1, len(self._features) // MEASURED)].astype(np.float32)
        return some.mean((0, 1, 2)), some.std((0, 1, 2)) + 1e-6


def _mapped(folder: Path, name: str) -> NDArray[Any]:
    path = folder / f"{name}.npy"
    if not path.is_file():
        raise BadData(
            "{folder} holds no taught views: there is no {name}.npy in it.", folder=folder, name=name
        )
    return np.load(path, mmap_mode="r")  # type: ignore[no-any-return]


def turned(rows: NDArray[Any], turn: int) -> NDArray[Any]:
    """(H, W, …), the same for a picture and for what is known of its patches."""
    around = np.rot90(rows, turn % 4)
    return np.ascontiguousarray(around[:, ::-1] if turn >= 4 else around)


def _in_light(image: NDArray[np.uint8], rng: Generator) -> NDArray[np.uint8]:
    gain = rng.uniform(1 - GAIN, 1 + GAIN) * rng.uniform(1 - TINT, 1 + TINT, 3)
    lit = image * gain.astype(np.float32) + np.float32(rng.uniform(-LIGHT, LIGHT))
    return np.asarray(lit.clip(0, 255), np.uint8)


def write(sets: Path, out: Path, count: int) -> None:
    """All but the features."""
    side, grid, kinds = SIDE_PX, SIZES["deep"].grid, len(base_kinds())
    make_folder(out)
    with (
        _file(out / "images.npy", (count, side, side, 3), "u1") as images,
        _file(out / "kinds.npy", (count, grid, grid, kinds), "u1") as covered,
        _file(out / "known.npy", (count, kinds), "?") as known,
    ):
        for index in range(count):
            view = real_view(FIRST_VIEW + index, sets, "train", side)
            seen = sights(view, grid)
            images[index], known[index] = view.image, seen["known"].numpy()
            covered[index] = (seen["kinds"] * FULL).round().numpy()


@contextmanager
def _file(path: Path, shape: tuple[int, ...], kind: str) -> Iterator[NDArray[Any]]:
    """Under its own name only once it is whole."""
    unfinished = path.with_suffix(".new")
    rows: Any = open_memmap(unfinished, "w+", np.dtype(kind), shape)  # type: ignore[no-untyped-call]
    yield rows
    rows.flush()
    unfinished.replace(path)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="askmap.training.pocket.taught", description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of labelled real imagery")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--count", type=counted, default=24_000, help="views; each takes 0.3 MB")
    arguments = parser.parse_args(argv)
    return run_command(lambda: write(arguments.sets, arguments.out, arguments.count))


if __name__ == "__main__":
    sys.exit(main())
