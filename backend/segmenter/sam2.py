"""SAM2, and what takes the same prompts: a Scene once, then Targets to Masks as often as one likes.

Shapes: H rows, W columns of the scene; N targets; K prompt points a target; S side of the square SAM2 sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from ..errors import ModelBroken
from ..formats import MaskChoice
from ..message import Message
from ..models.device import memory_of
from ..models.network_check import in_use
from ..models.weights import digest, is_file, model_name, read_json
from ..stages import CheckCancelled, MaskSet, Point, Scene, Target, no_op
from .colours import IMAGENET, Colours
from .meta_network import load_meta
from .postprocess import Postprocessing, postprocess
from .transformers_network import load_folder

# SAM's labels of a prompt point. NOTHING is its own filler; transformers also offers -10, a token of
# zeros, which no checkpoint has seen in training and Meta's package does not know.
NOTHING, NEGATIVE, POSITIVE, FIRST_CORNER, SECOND_CORNER = -1, 0, 1, 2, 3

TARGETS_A_CALL = (
    16  # of the decoder; each needs about 40 MB there (measured, 1024 px), and few answers have more
)


def pixels(
    image: NDArray[np.uint8], side_px: int, device: torch.device | str, colours: Colours = IMAGENET
) -> Tensor:
    """(H, W, 3) squeezed to a square whatever its shape, as SAM2 was trained; (1, 3, S, S)."""
    rows = torch.from_numpy(np.ascontiguousarray(image)).to(device)
    squeezed = functional.interpolate(
        rows.permute(2, 0, 1)[None].float() / 255, (side_px, side_px), mode="bilinear", antialias=True
    )
    mean = torch.tensor(colours.mean, device=device).view(1, 3, 1, 1)
    deviation = torch.tensor(colours.deviation, device=device).view(1, 3, 1, 1)
    return (squeezed - mean) / deviation


def prompts(targets: Sequence[Target], scene_size: tuple[int, int], side_px: int) -> tuple[Tensor, Tensor]:
    """Points (1, N, K, 2) and their labels (1, N, K), in the square; `scene_size` is (width, height).

    A box is two points with labels of their own, so targets with and without a box share one call of
    the decoder. SAM counts from pixel centres (it adds 0.5 itself), we count from corners.
    """
    sx, sy = side_px / scene_size[0], side_px / scene_size[1]
    rows = [_prompt(target.scaled(sx, sy)) for target in targets]
    longest = max(map(len, rows), default=0)
    points = torch.zeros(1, len(rows), longest, 2)
    labels = torch.full((1, len(rows), longest), NOTHING)
    for n, row in enumerate(rows):
        points[0, n, : len(row)] = torch.tensor([(point.x - 0.5, point.y - 0.5) for point, _ in row])
        labels[0, n, : len(row)] = torch.tensor([label for _, label in row])
    return points, labels


def _prompt(target: Target) -> list[tuple[Point, int]]:
    """The corners of the box, where there is one, then what belongs to the target and what does not."""
    points = [(point, POSITIVE) for point in target.points]
    points += [(point, NEGATIVE) for point in target.negatives]
    box = target.box
    if box is None:
        return points
    return [(Point(box.x0, box.y0), FIRST_CORNER), (Point(box.x1, box.y1), SECOND_CORNER), *points]


@dataclass(frozen=True, eq=False)
class Encoded:
    """A scene as SAM2 sees it; kept, so that its Targets may be asked for as often as one likes."""

    features: tuple[Tensor, ...]  # (1, C, h, w) each, from fine to coarse
    scene_size: tuple[int, int]  # (width, height)


class Network(Protocol):
    """SAM2 itself, in transformers' words or in Meta's; fp32 on every device, for equal masks everywhere."""

    @property
    def side_px(self) -> int: ...

    @property
    def colours(self) -> Colours: ...

    def encode(self, pixels: Tensor, check_cancelled: CheckCancelled = no_op) -> tuple[Tensor, ...]:
        """(1, 3, S, S) to the features that `decode` wants, from fine to coarse."""

    def decode(
        self,
        features: tuple[Tensor, ...],
        points: Tensor,
        labels: Tensor,
        choice: MaskChoice = MaskChoice.ONE,
    ) -> tuple[Tensor, Tensor]:
        """Logits (N, M, S/4, S/4), above 0 inside the mask, and the IoU that SAM2 expects of each (N, M)."""


@dataclass(frozen=True, eq=False)
class Sam2Segmenter:
    """What protocols.Segmenter promises."""

    name: str
    digest: str
    network: Network
    device: torch.device
    postprocessing: Postprocessing = Postprocessing()

    def encode(self, scene: Scene, check_cancelled: CheckCancelled = no_op) -> Encoded:
        with memory_of(self.device, Message("The segmenter")):
            squeezed = pixels(scene.image, self.network.side_px, self.device, self.network.colours)
            with in_use(self.name), memory_of(self.device, Message("The segmenter")):
                features = self.network.encode(squeezed, check_cancelled)
            return Encoded(features, (scene.grid.width, scene.grid.height))

    def segment(
        self, encoded: Encoded, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
    ) -> MaskSet:
        """Masks of the scene's own size; the scores are the IoU that SAM2 expects."""
        width, height = encoded.scene_size
        masks = np.zeros((len(targets), height, width), dtype=bool)
        scores = np.zeros(len(targets), dtype=np.float32)
        with memory_of(self.device, Message("The segmenter")):
            for n, (logits, expected) in enumerate(self._decoded(encoded, targets, choice)):
                masks[n] = _inside(logits, (height, width), self.postprocessing.threshold)
                scores[n] = expected
        return postprocess(MaskSet(masks, scores), targets, self.postprocessing)

    def _decoded(
        self, encoded: Encoded, targets: Sequence[Target], choice: MaskChoice
    ) -> Iterator[tuple[Tensor, float]]:
        """Logits (S/4, S/4) and expected IoU, one by one: N * H * W floats may be gigabytes."""
        points, labels = prompts(targets, encoded.scene_size, self.network.side_px)
        for start in range(0, len(targets), TARGETS_A_CALL):
            part = slice(start, start + TARGETS_A_CALL)
            asked = points[:, part].to(self.device), labels[:, part].to(self.device)
            with in_use(self.name), memory_of(self.device, Message("The segmenter")):
                logits, scores = self.network.decode(encoded.features, *asked, choice)
            if not (logits.isfinite().all() and scores.isfinite().all()):
                raise ModelBroken(
                    "The segmenter «{name}» is damaged: it computes values that are not numbers.",
                    name=self.name,
                )
            best = scores.argmax(dim=1)  # (N,)
            rows = torch.arange(len(best), device=best.device)
            yield from zip(logits[rows, best], scores[rows, best].tolist())


def _inside(logits: Tensor, size: tuple[int, int], threshold: float) -> NDArray[np.bool_]:
    """(h, w) spread over the scene, as SAM2 does it, and cut at the threshold; (H, W)."""
    spread = functional.interpolate(logits[None, None], size, mode="bilinear")
    inside: NDArray[np.bool_] = (spread[0, 0] > threshold).cpu().numpy()
    return inside


def load_segmenter(path: Path, device: torch.device | str) -> Sam2Segmenter:
    """A folder as Hugging Face lays it out, or a .pt file for Meta's sam2 package.

    Raises ModelMissing, ModelBroken, ModelUnsupported, MissingPackage or OutOfMemory.
    """
    device = torch.device(device)
    with memory_of(device, Message("The segmenter")):
        network = load_meta(path, device) if path.suffix == ".pt" else load_folder(path, device)
    return Sam2Segmenter(model_name(path), digest(path), network, device, finish_of(path))


def finish_of(path: Path) -> Postprocessing:
    """What the folder's own askmap.json says; SAM2's checkpoints come without one."""
    if not is_file(path / "askmap.json"):
        return Postprocessing()
    try:
        return Postprocessing.of(read_json(path / "askmap.json"))
    except ValueError as error:
        raise ModelBroken("{path}: {error}.", path=path / "askmap.json", error=error) from error
