"""SAM2 from nothing: prompted masks of real things and of generated ones, in any colour.

Shapes: B pictures, N prompted things each, K prompt points, S side of the picture, M = S / 4 of a mask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from ...backend.segmenter.postprocess import Postprocessing, within_boxes
from ...backend.segmenter.sam2 import pixels, prompts
from ...backend.stages import Box, MaskSet, Point, Target
from ..data.parts import target_from
from ..data.samples import BadData
from ..real.kinds import kinds
from ..real.rendering import RealThing, RealView
from ..real.views import real_view
from ..synthetic.clicks import FEATURES, with_clicks
from ..synthetic.landscape import Crowd, Landscape, landscape
from .recipe import Recipe
from .sharing import ALONE, Share

CROWD = Crowd(kinds=11, each=4)
DRAWN = (0.5, 0.75, 1.0, 1.0)  # shares of the side at which a landscape is drawn: some are less sharp
# Deviations of a box's edges, as shares of its sides: a careful user's (twice) and a reasoner's
BOX_NOISE = (0.01, 0.01, 0.1)
# With clicks: the share of boxes that are larger than their thing, and by how much of a side at most
LOOSE, LOOSE_BY = 0.3, 0.4
POINTS_ALONE, BOX_ALONE = 0.1, 0.1  # shares of the prompts; the rest has a box and two points
GREY, FALSE_COLOURS, JPEG = 0.1, 0.1, 0.5  # shares of the pictures
FAR_WEIGHT = 0.05
SCORE_WEIGHT = 0.5
# No reach: what lies beyond a box was not learned
POSTPROCESSING = Postprocessing(threshold=-0.75, reach=0.0, holes=0.5, specks=0.2)


WEAK = ("trees", "flood")  # kinds whose outlines were derived, and miss their edges by pixels
ANOTHER = 1_000_000_000  # to the seed of a picture without things
MOST_TRIES = 200  # pictures, until a folder is taken to hold no outlines


class OutlinedPicture(NamedTuple):
    image: NDArray[np.uint8]  # (S, S, 3)
    masks: list[NDArray[np.bool_]]  # (S, S) each, at least one
    shares: NDArray[np.float64] | None = None  # how often each is prompted; None: one as often as another


@dataclass(frozen=True)
class PromptedMasks:
    """The batches of one recipe; a step always gives the same one."""

    recipe: Recipe
    share: Share = ALONE

    def __len__(self) -> int:
        return self.recipe.steps

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        r = self.recipe
        first = r.first_scene + step * r.scenes
        rows = [self._row(seed) for seed in self.share.of(range(first, first + r.scenes))]
        return {name: torch.cat([row[name] for row in rows]) for name in rows[0]}

    def _row(self, seed: int) -> dict[str, Tensor]:
        """One picture and `prompts` of its things, drawn with replacement."""
        side, rng = self.recipe.side_px, np.random.default_rng(seed)
        is_real = self.recipe.is_real(seed)
        picture = self._real(seed) if is_real else self._generated(seed, rng)
        chosen = rng.choice(len(picture.masks), self.recipe.prompts, p=picture.shares)
        masks = [picture.masks[i] for i in chosen]
        targets = [_prompted(mask, rng) for mask in masks]
        if self.recipe.clicks:
            targets = [_loosened(target, rng) for target in targets]
        points, labels = _padded(*prompts(targets, (side, side), side))
        return {
            "pixels": pixels(picture.image if is_real else _photo(picture.image, rng), side, "cpu"),
            "points": points,
            "labels": labels,
            "within": _halved(_within(targets, side)),
            "truth": _halved(np.stack(masks)),
        }

    def _real(self, seed: int) -> OutlinedPicture:
        """Of real ground, with things whose outlines can be trusted; its light is changed already.

        Raises BadData where the folder seems to hold none.
        """
        folder, side = Path(self.recipe.sets), self.recipe.side_px
        for another in range(seed, seed + MOST_TRIES * ANOTHER, ANOTHER):
            found = _outlined(real_view(another, folder, "train", side))
            if found is not None:
                return found
        raise BadData(
            "{count} views of {folder} show no outline that was drawn by hand.",
            count=MOST_TRIES,
            folder=folder,
        )

    def _generated(self, seed: int, rng: Generator) -> OutlinedPicture:
        world = _enlarged(self._world(seed, rng), self.recipe.side_px)
        return OutlinedPicture(world.image, [world.mask(thing) for thing in world.things])

    def _world(self, seed: int, rng: Generator) -> Landscape:
        """With things in it, drawn at one of the shares of the side."""
        side = int(self.recipe.side_px * rng.choice(DRAWN))
        tiles = Path(self.recipe.tiles) if self.recipe.tiles else None
        world = landscape(seed, self.recipe.domain, side_px=side, crowd=CROWD, tiles=tiles)
        while not world.things:
            seed += ANOTHER
            world = landscape(seed, self.recipe.domain, side_px=side, crowd=CROWD, tiles=tiles)
        return world


def _outlined(view: RealView) -> OutlinedPicture | None:
    """Its things but for boxes, words for whole tiles, and what was not drawn by hand."""
    trusted = [thing for thing in view.things if _is_trusted(thing)]
    if not trusted:
        return None
    return OutlinedPicture(view.image, [thing.mask for thing in trusted], _by_kind(trusted))


def _by_kind(things: Sequence[RealThing]) -> NDArray[np.float64]:
    """All kinds of a picture are prompted equally often: a pool among forty roofs, too."""
    counts = Counter(thing.kind for thing in things)
    return np.array([1 / counts[thing.kind] / len(counts) for thing in things])


def _is_trusted(thing: RealThing) -> bool:
    named = kinds()[thing.kind].made_of
    is_of_tiles = any(category.startswith("scene: ") for category in named)
    return thing.is_asked and not thing.is_box and not is_of_tiles and thing.kind not in WEAK


def _enlarged(world: Landscape, side_px: int) -> Landscape:
    if len(world.ids) == side_px:
        return world
    image = cv2.resize(world.image, (side_px, side_px), interpolation=cv2.INTER_LINEAR)
    ids = cv2.resize(world.ids, (side_px, side_px), interpolation=cv2.INTER_NEAREST)
    return replace(world, image=np.asarray(image, np.uint8), ids=np.asarray(ids, np.uint8))


def _photo(image: NDArray[np.uint8], rng: Generator) -> NDArray[np.uint8]:
    """Sometimes grey, as panchromatic imagery is, or in false colours; sometimes stored as JPEG."""
    kind = rng.random()
    if kind < GREY:
        image = np.repeat(image.mean(2, keepdims=True).astype(np.uint8), 3, axis=2)
    elif kind < GREY + FALSE_COLOURS:
        image = image[..., rng.permutation(3)]
    if rng.random() > JPEG:
        return np.ascontiguousarray(image)
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(30, 96))]
    stored = cv2.imencode(".jpg", image, quality)[1]
    return np.asarray(cv2.imdecode(stored, cv2.IMREAD_COLOR), np.uint8)


def _prompted(mask: NDArray[np.bool_], rng: Generator) -> Target:
    """The true box a little off, and two points: the procedure's, or any two of the mask."""
    truth, kind = target_from(mask), rng.random()
    points = truth.points
    if rng.random() < 0.3:
        ys, xs = np.nonzero(mask)
        points = tuple(Point(xs[i] + 0.5, ys[i] + 0.5) for i in rng.integers(len(xs), size=2))
    if kind < POINTS_ALONE or truth.box is None:
        return Target(None, points)
    return Target(_off(truth.box, rng), () if kind < POINTS_ALONE + BOX_ALONE else points)


def _within(targets: Sequence[Target], side_px: int) -> NDArray[np.bool_]:
    """(N, S, S): where a mask may lie; what is cut off afterwards need not be learned."""
    everywhere = np.ones((len(targets), side_px, side_px), np.bool_)
    return within_boxes(MaskSet(everywhere, np.ones(len(targets), np.float32)), targets).masks


def _off(box: Box, rng: Generator) -> Box:
    noise = rng.normal(0, rng.choice(BOX_NOISE), 4).clip(-0.2, 0.2)
    w, h = box.x1 - box.x0, box.y1 - box.y0
    return Box(box.x0 + noise[0] * w, box.y0 + noise[1] * h, box.x1 + noise[2] * w, box.y1 + noise[3] * h)


def _loosened(target: Target, rng: Generator) -> Target:
    """Some boxes wider than they should be, so that clicks that take away are learned too."""
    more = rng.uniform(0, LOOSE_BY, 4)
    if target.box is None or rng.random() > LOOSE:
        return target
    b, w, h = target.box, target.box.x1 - target.box.x0, target.box.y1 - target.box.y0
    wide = Box(b.x0 - more[0] * w, b.y0 - more[1] * h, b.x1 + more[2] * w, b.y1 + more[3] * h)
    return replace(target, box=wide)


def _halved(masks: NDArray[np.bool_]) -> Tensor:
    """(N, S, S) to (1, N, S / 2, S / 2), the shares of the larger pixels."""
    half = (masks.shape[2] // 2, masks.shape[1] // 2)
    shares = [cv2.resize(mask.astype(np.float32), half, interpolation=cv2.INTER_AREA) for mask in masks]
    return torch.from_numpy(np.stack(shares))[None]


def _padded(points: Tensor, labels: Tensor, longest: int = 4) -> tuple[Tensor, Tensor]:
    """K is the same in every landscape: two corners and two points."""
    missing = longest - labels.shape[2]
    return functional.pad(points, (0, 0, 0, missing)), functional.pad(labels, (0, missing), value=-1)


def loss_with_clicks(network: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    """The loss of the prompts, and of each with the click that a user would make next."""
    return loss(network, with_clicks(network, batch, POSTPROCESSING.threshold))


def loss(network: nn.Module, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    """Cross-entropy + dice on masks, and the squared error of the score against the true IoU."""
    levels = [batch[name] for name in sorted(batch) if name.startswith(FEATURES)]
    scenes = {"image_embeddings": levels} if levels else {"pixel_values": batch["pixels"]}
    found = network(
        **scenes,
        input_points=batch["points"],
        input_labels=batch["labels"],
        multimask_output=False,
    )
    logits = functional.interpolate(
        found.pred_masks[:, :, 0].float(), scale_factor=2, mode="bilinear"
    )  # (B, N, 2M, 2M)
    truth, within = batch["truth"], batch["within"]
    iou = _iou(logits.detach() * within, truth)  # (B, N)
    terms = {
        "cross": _cross_entropy(logits, truth, within),
        "dice": _dice(logits.sigmoid() * within, truth),
        "score": SCORE_WEIGHT * functional.mse_loss(found.iou_scores[..., 0], iou),
    }
    return torch.stack(list(terms.values())).sum(), {
        "iou": iou.mean().item(),
        **{k: v.item() for k, v in terms.items()},
    }


def _iou(logits: Tensor, truth: Tensor) -> Tensor:
    """(B, N, M, M) to (B, N)."""
    found, real = logits > 0, truth > 0.5
    both, either = (found & real).sum((2, 3)), (found | real).sum((2, 3))
    return both / either.clamp(min=1)


def _cross_entropy(logits: Tensor, truth: Tensor, within: Tensor) -> Tensor:
    """Most of a picture is far from any one thing: pixels beyond its surroundings count FAR_WEIGHT."""
    cross = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    reach = 2 * (logits.shape[-1] // 32) + 1  # an odd number of pixels
    rows = functional.max_pool2d(truth, (reach, 1), 1, (reach // 2, 0))
    near = functional.max_pool2d(rows, (1, reach), 1, (0, reach // 2)) > 0
    weight = near.float().clamp(min=FAR_WEIGHT) * within
    return ((cross * weight).sum((2, 3)) / weight.sum((2, 3))).mean()


def _dice(p: Tensor, truth: Tensor) -> Tensor:
    overlap = 2 * (p * truth).sum((2, 3)) + 1
    return (1 - overlap / (p.sum((2, 3)) + truth.sum((2, 3)) + 1)).mean()
