"""One image and one question to what a reasoner reads, and its coordinates back to the scene's pixels.

Training imports this class, so what is served is what was trained. Sizes are (width, height) in pixels.
Shapes: B images, H rows, W columns, C colours, T frames an image is repeated to, P patches of p x p pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from tokenizers import Tokenizer
from tokenizers.decoders import DecodeStream
from torch import Tensor
from torch.nn import functional

from ..errors import ModelBroken, ModelUnsupported
from ..formats import AnswerFormat, Frame, Resampling, format_named
from ..models.askmap_json import read_ours, unknown_from
from ..models.preprocessor_json import (
    LEAST_SPREAD,
    MOST_FEWEST,
    MOST_MERGED,
    MOST_PATCH_PX,
    MOST_PIXELS,
    colours_of,
    pixels_of,
    whole_of,
)
from ..models.tokenizer_json import read_tokenizer
from ..models.weights import is_file, read_json, read_text
from ..stages import Question, Target
from .modesty import Modesty, modesty
from .near_numbers import NearNumbers, near_numbers
from .prompt import system_prompt, user_prompt
from .published import format_in

Size = tuple[int, int]

MOST_PROMPT_BYTES = 8000  # each takes its time with every question

FEWEST_TOKENS = 64  # of an image that is shrunk to save memory: 256 pixels a side
THOUSAND = 1000  # Qwen3-VL counts from 0 to 1000 along each side
SYSTEM_TURN = "You are a helpful assistant."  # Qwen2.5-VL's chat template always begins with it


@dataclass(frozen=True)
class Family:
    """What a family's own files say when they are complete; used where they are not."""

    coordinates: str
    patch_px: int
    min_pixels: int
    max_pixels: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    system: str


_QWEN3 = Family(  # published folders of all that followed it say the same
    coordinates="thousand",
    patch_px=16,
    min_pixels=64 * 32 * 32,
    max_pixels=16384 * 32 * 32,
    mean=(0.5, 0.5, 0.5),
    std=(0.5, 0.5, 0.5),
    system="",
)
FAMILIES = {
    "qwen2_5_vl": Family(
        coordinates="absolute",
        patch_px=14,
        min_pixels=4 * 28 * 28,
        max_pixels=16384 * 28 * 28,
        mean=(0.48145466, 0.4578275, 0.40821073),
        std=(0.26862954, 0.26130258, 0.27577711),
        system=SYSTEM_TURN,
    ),
    "qwen3_vl": _QWEN3,
    "qwen3_vl_moe": _QWEN3,
    "qwen3_5": _QWEN3,
}


@dataclass(frozen=True, eq=False)
class Preparation:
    """How one model wants its images and questions."""

    family: str  # a name in FAMILIES
    patch_px: int
    merge: int  # merge x merge patches become one token
    temporal: int
    min_pixels: int
    max_pixels: int
    mean: tuple[float, ...]
    std: tuple[float, ...]
    side_px: int | None  # squeeze to a square of about this side; None keeps the aspect
    resampling: Resampling
    coordinates: str  # "absolute" = pixels of the resized image, "thousand", "source" = as given
    knows_earlier: bool  # whether it reads the turns before a question
    format: str  # a name in formats.FORMATS
    template: str | None  # the folder's own prompt.txt
    tokenizer: Tokenizer
    near_numbers: NearNumbers | None = None  # how coordinates are chosen; None = like all other tokens
    modesty: Modesty | None = None  # None = «I do not know» is written where it is the likeliest

    @classmethod
    def from_folder(cls, folder: Path, format: str = "auto", adapter: Path | None = None) -> Preparation:
        """What the folder's files say, then what `askmap.json` says, then the family's defaults.

        An adapter's folder has its own `askmap.json` and `prompt.txt`, and a name of its own.

        Raises ModelMissing, ModelBroken or ModelUnsupported.
        """
        config = read_json(folder / "config.json")
        images = _read_if_there(folder / "preprocessor_config.json")
        ours_file = (adapter or folder) / "askmap.json"
        ours = read_ours(ours_file)
        vision = config.get("vision_config", {})
        if config.get("model_type") not in tuple(FAMILIES) or not isinstance(vision, dict):
            raise ModelUnsupported(
                "{folder} does not hold a reasoner of a family that AskMap knows.", folder=folder
            )
        family = FAMILIES[config["model_type"]]
        form = format_named(_format(adapter or folder, config, ours) if format == "auto" else format)
        tokenizer = read_tokenizer(folder / "tokenizer.json")
        prompt_file, config_file = (adapter or folder) / "prompt.txt", folder / "config.json"
        file = folder / "preprocessor_config.json"
        fewest = pixels_of(images, "min_pixels", "shortest_edge", family.min_pixels, MOST_FEWEST, file)
        most = pixels_of(images, "max_pixels", "longest_edge", family.max_pixels, MOST_PIXELS, file)
        return cls(
            family=config["model_type"],
            patch_px=whole_of(vision, "patch_size", family.patch_px, MOST_PATCH_PX, config_file),
            merge=whole_of(vision, "spatial_merge_size", 2, MOST_MERGED, config_file),
            temporal=whole_of(vision, "temporal_patch_size", 2, MOST_MERGED, config_file),
            min_pixels=fewest,
            max_pixels=max(fewest, most),
            mean=colours_of(images, "image_mean", family.mean, 0.0, file),
            std=colours_of(images, "image_std", family.std, LEAST_SPREAD, file),
            side_px=ours.get("side_px", form.side_px),
            resampling=form.resampling,
            coordinates=ours.get("coordinates", _coordinates(form, family)),
            knows_earlier=ours.get("earlier", True),
            format=form.name,
            template=read_text(prompt_file, MOST_PROMPT_BYTES) if is_file(prompt_file) else None,
            tokenizer=tokenizer,
            near_numbers=near_numbers(tokenizer, ours["tolerance"]) if "tolerance" in ours else None,
            modesty=modesty(tokenizer, unknown_from(ours["unknown"], ours_file))
            if "unknown" in ours
            else None,
        )

    def seen_size(self, width: int, height: int) -> Size:
        """The size the model sees: whole blocks of patch_px * merge."""
        block = self.patch_px * self.merge
        if self.side_px is not None:
            side = max(1, round(self.side_px / block)) * block
            return side, side
        return _resized(width, height, block, self.min_pixels, self.max_pixels)

    def with_half_the_pixels(self, width: int, height: int) -> Preparation | None:
        """Of what an image of this size has now; None where hardly anything could be seen any more."""
        across, down = self.seen_size(width, height)
        if self.image_tokens(width, height) < 2 * FEWEST_TOKENS:
            return None
        if self.side_px is not None:
            return replace(self, side_px=round(across / math.sqrt(2)))
        fewer = across * down // 2
        return replace(self, min_pixels=min(self.min_pixels, fewer), max_pixels=fewer)

    def image_tokens(self, width: int, height: int) -> int:
        seen = self.seen_size(width, height)
        return (seen[0] * seen[1]) // (self.patch_px * self.merge) ** 2

    def pixels(
        self,
        image: NDArray[np.uint8],
        device: torch.device | str = "cpu",
        dtype: torch.dtype = torch.float32,
    ) -> tuple[Tensor, Tensor]:
        """One image (H, W, 3) to patches (P, C * T * p * p) and their grid (1, 3): 1, rows, columns."""
        return self.pixels_batch(image[None], device, dtype)

    def pixels_batch(
        self,
        images: NDArray[np.uint8],
        device: torch.device | str = "cpu",
        dtype: torch.dtype = torch.float32,
    ) -> tuple[Tensor, Tensor]:
        """Images (B, H, W, 3) to patches (B * P, C * T * p * p), image after image, and their grid (B, 3)."""
        levels = self._levels(images, device)
        mean = torch.tensor(self.mean, device=device)[:, None, None]
        std = torch.tensor(self.std, device=device)[:, None, None]
        rows, columns = (side // self.patch_px for side in levels.shape[2:])
        grid = torch.tensor([[1, rows, columns]], device=device).expand(len(images), 3)
        return self._patches((levels / 255 - mean) / std, rows, columns).to(dtype), grid

    def seen(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The image (H, W, 3) in the size that the model sees; pixels() leaves that as it is."""
        levels = self._levels(image[None], "cpu")[0].permute(1, 2, 0)
        seen: NDArray[np.uint8] = levels.byte().contiguous().numpy()
        return seen

    def _levels(self, images: NDArray[np.uint8], device: torch.device | str) -> Tensor:
        """Whole numbers from 0 to 255, in the size that the model sees; (B, H, W, C) to (B, C, H, W)."""
        width, height = self.seen_size(images.shape[2], images.shape[1])
        if self.resampling is Resampling.LANCZOS:
            images = np.stack([_lanczos(image, (width, height)) for image in images])
        levels = torch.tensor(images, device=device).permute(0, 3, 1, 2).float()
        if levels.shape[2:] != (height, width):
            levels = functional.interpolate(levels, (height, width), mode="bicubic", antialias=True)
            levels = levels.round().clamp(0, 255)  # bicubic overshoots; the families' processors cut it too
        return levels

    def _patches(self, colours: Tensor, rows: int, columns: int) -> Tensor:
        """(B, C, H, W) to (B * P, C * T * p * p); the patches of one merged block follow each other."""
        p, m, count = self.patch_px, self.merge, len(colours)
        blocks = colours.reshape(count, -1, rows // m, m, p, columns // m, m, p)
        ordered = blocks.permute(0, 2, 5, 3, 6, 1, 4, 7)  # (B, rows/m, columns/m, m, m, C, p, p)
        frames = ordered.unsqueeze(6).expand(-1, -1, -1, -1, -1, -1, self.temporal, -1, -1)
        return frames.reshape(count * rows * columns, -1)

    def prompt_tokens(self, question: Question, image_tokens: int) -> list[int]:
        """One user turn with the image before the text, up to where the model begins to write.

        The targets of earlier turns count in the model's frame: see question_in_frame.
        """
        asked = question if self.knows_earlier else replace(question, earlier=())
        start, end = self.token("<|im_start|>"), self.token("<|im_end|>")
        image = [self.token("<|image_pad|>")] * image_tokens
        text = self.encode(user_prompt(self.format, asked, self.template))
        turn = [start, *self.encode("user\n"), self.token("<|vision_start|>"), *image]
        turn += [self.token("<|vision_end|>"), *text, end, *self.encode("\n")]
        return [*self._system_turn(asked), *turn, start, *self.encode("assistant\n")]

    def system(self, language: str = "") -> str:
        """The system's turn: the format's instructions, or what the family always says; "" = none."""
        return system_prompt(self.format, language, self.template) or FAMILIES[self.family].system

    def _system_turn(self, question: Question) -> list[int]:
        system = self.system(question.language)
        if not system:
            return []
        start, end = self.token("<|im_start|>"), self.token("<|im_end|>")
        return [start, *self.encode(f"system\n{system}"), end, *self.encode("\n")]

    def token(self, name: str) -> int:
        """The number of a special token."""
        number = self.tokenizer.token_to_id(name)
        if number is None:
            raise ModelBroken("The model's tokenizer.json does not know {name}.", name=name)
        return int(number)

    def encode(self, text: str) -> list[int]:
        """Plain text only: what looks like a special token in it is read as letters."""
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)

    def decode(self, tokens: Sequence[int]) -> str:
        return str(self.tokenizer.decode(list(tokens), skip_special_tokens=True))

    def stream(self) -> TokenStream:
        return TokenStream(self.tokenizer)

    def frame(self, width: int, height: int) -> Size:
        """The size in which the model counts, for an image given in this size."""
        if self.coordinates == "thousand":
            return THOUSAND, THOUSAND
        return (width, height) if self.coordinates == "source" else self.seen_size(width, height)

    def to_scene(self, target: Target, width: int, height: int) -> Target:
        """From the model's frame to the pixels of the image as given."""
        frame = self.frame(width, height)
        return target.scaled(width / frame[0], height / frame[1])

    def to_frame(self, target: Target, width: int, height: int) -> Target:
        """From the pixels of the image as given to the model's frame; what training writes as truth."""
        frame = self.frame(width, height)
        return target.scaled(frame[0] / width, frame[1] / height)

    def question_in_frame(self, question: Question, width: int, height: int) -> Question:
        """The same, with what earlier turns found told as the model tells places itself."""
        turns = (
            replace(turn, targets=tuple(self.to_frame(target, width, height) for target in turn.targets))
            for turn in question.earlier
        )
        return replace(question, earlier=tuple(turns))


class TokenStream:
    """Tokens to text as they come; a letter whose bytes lie in several tokens comes whole."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._stream = DecodeStream(skip_special_tokens=True)

    def push(self, token: int) -> str:
        """What this token completes, often nothing."""
        return self._stream.step(self._tokenizer, token) or ""


def _resized(width: int, height: int, block: int, min_pixels: int, max_pixels: int) -> Size:
    """The aspect kept, both sides multiples of `block`, min to max pixels: the Qwen-VL families' rule."""
    across, down = max(1, round(width / block)) * block, max(1, round(height / block)) * block
    if across * down > max_pixels:
        shrink = math.sqrt(width * height / max_pixels) * block
        return max(1, math.floor(width / shrink)) * block, max(1, math.floor(height / shrink)) * block
    if across * down < min_pixels:
        grow = math.sqrt(min_pixels / (width * height)) / block
        return math.ceil(width * grow) * block, math.ceil(height * grow) * block
    return across, down


def _lanczos(image: NDArray[np.uint8], size: Size) -> NDArray[np.uint8]:
    """Pillow's, which torch has not; (H, W, 3) to the size's."""
    return np.asarray(Image.fromarray(image).resize(size, Image.Resampling.LANCZOS))


def _coordinates(form: AnswerFormat, family: Family) -> str:
    return family.coordinates if form.frame is Frame.FAMILY else form.frame.value


def _format(folder: Path, config: dict[str, Any], ours: dict[str, Any]) -> Any:
    return ours["format"] if "format" in ours else format_in(folder, config)


def _read_if_there(path: Path) -> dict[str, Any]:
    return read_json(path) if is_file(path) else {}
