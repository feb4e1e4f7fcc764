"""An Answer as one picture: the scene with its masks, boxes and points, and the words below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Union

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ..atomic import atomic_write
from ..errors import NotWritten
from ..stages import Answer, GroundingOutcome, Point, Scene, Target
from ..text import printable
from .palette import PALETTE

SIDE_PX = 1000  # the scene's longer side in the picture, whatever the scene has
CAPTION_PX = 480  # the least width that words can be read in
THOUGHT_LINES = 14
TINT = 0.45  # how much of a mask's colour covers the scene

_INK, _PAPER = (25, 25, 25), (255, 255, 255)
_MARGIN_PX, _LINE_PX, _POINT_PX = 14, 3, 6
_TEXT_PX, _QUESTION_PX = 17, 21
# Pillow's own font knows Latin letters only; these know Chinese too, where a system has one of them
_WIDE_FONTS = (
    "NotoSansCJK-Regular.ttc",
    "DroidSansFallbackFull.ttf",
    "wqy-zenhei.ttc",
    "wqy-microhei.ttc",
    "msyh.ttc",
    "PingFang.ttc",
    "DejaVuSans.ttf",
)
WITHOUT_TARGETS = {  # what is written in place of them
    GroundingOutcome.NONE: "Nothing found.",
    GroundingOutcome.UNKNOWN: "The model does not know what that looks like.",
}

Colour = tuple[int, int, int]
Font = Union[ImageFont.FreeTypeFont, ImageFont.ImageFont]


def write_picture(scene: Scene, answer: Answer, path: Path) -> None:
    """A PNG; raises NotWritten and leaves an older file as it was."""
    if path.suffix.lower() != ".png":
        raise NotWritten(
            "AskMap draws no «{suffix}» pictures.",
            hint="Choose a name that ends in .png.",
            suffix=path.suffix,
        )
    picture = drawn(scene, answer)
    with atomic_write(path) as place:
        picture.save(place, format="PNG")


def drawn(scene: Scene, answer: Answer) -> Image.Image:
    """The scene, enlarged or reduced to SIDE_PX, above the question and the thought."""
    view, caption = _view(scene, answer), _caption(answer, _caption_width(scene))
    whole = Image.new("RGB", (max(view.width, caption.width), view.height + caption.height), _PAPER)
    whole.paste(view, (0, 0))
    whole.paste(caption, (0, view.height))
    return whole


def _size(scene: Scene) -> tuple[int, int]:
    """(width, height) in the picture."""
    scale = SIDE_PX / max(scene.grid.width, scene.grid.height)
    return max(1, round(scene.grid.width * scale)), max(1, round(scene.grid.height * scale))


def _caption_width(scene: Scene) -> int:
    return max(_size(scene)[0], CAPTION_PX)


def _view(scene: Scene, answer: Answer) -> Image.Image:
    size = _size(scene)
    pixels = np.array(Image.fromarray(scene.image).resize(size, Image.Resampling.BICUBIC))
    for index, mask in enumerate(answer.masks.masks):
        _tint(pixels, mask, _colour(index))
    view = Image.fromarray(pixels)
    pen = ImageDraw.Draw(view)
    sx, sy = size[0] / scene.grid.width, size[1] / scene.grid.height
    for index, target in enumerate(answer.grounding.targets):
        _mark(pen, target.scaled(sx, sy), index, size)
    return view


def _tint(pixels: NDArray[np.uint8], mask: NDArray[np.bool_], colour: Colour) -> None:
    """Colours the mask (H, W) and draws its outline into `pixels`, which may have another size."""
    height, width = pixels.shape[:2]
    inside = Image.fromarray(mask.astype(np.uint8) * 255).resize((width, height), Image.Resampling.NEAREST)
    kernel = 2 * (_LINE_PX // 2 + 1) + 1
    inner = np.asarray(inside.filter(ImageFilter.MinFilter(kernel))) > 0
    whole = np.asarray(inside) > 0
    pixels[whole] = ((1 - TINT) * pixels[whole] + TINT * np.array(colour)).astype(np.uint8)
    pixels[whole & ~inner] = colour


def _mark(pen: ImageDraw.ImageDraw, target: Target, index: int, size: tuple[int, int]) -> None:
    """The box, the points and a numbered tag of a target that is already in the picture's pixels."""
    colour = _colour(index)
    anchor = target.points[0] if target.points else Point(0, 0)
    if target.box:
        corners = (target.box.x0, target.box.y0, target.box.x1 - 1, target.box.y1 - 1)
        corners = (*corners[:2], max(corners[0], corners[2]), max(corners[1], corners[3]))
        pen.rectangle(corners, outline=_INK, width=_LINE_PX + 2)
        pen.rectangle(corners, outline=colour, width=_LINE_PX)
        anchor = Point(target.box.x0, target.box.y0)
    for point in target.points:
        pen.circle((point.x, point.y), _POINT_PX, fill=colour, outline=_INK, width=2)
    _tag(pen, anchor, " ".join([str(index + 1), *target.label[:40].split()]), colour, size)


def _tag(pen: ImageDraw.ImageDraw, at: Point, text: str, colour: Colour, size: tuple[int, int]) -> None:
    """Words on a plate at a point, moved into the picture."""
    font = font_for(text, _TEXT_PX)
    width, height = font.getbbox(text)[2] + 8, _TEXT_PX + 6
    x = max(0.0, min(at.x, size[0] - width))
    y = max(0.0, min(at.y - height, size[1] - height))
    pen.rectangle((x, y, x + width, y + height), fill=colour, outline=_INK)
    pen.text((x + 4, y + 1), text, fill=_INK, font=font)


def _caption(answer: Answer, width: int) -> Image.Image:
    """The question, how many targets were found, and the thought, on paper of this width."""
    count = len(answer.grounding.targets)
    found = f"{count} found." if count else WITHOUT_TARGETS[answer.grounding.outcome]
    lines = [
        *wrapped(printable(answer.question.text), _QUESTION_PX, width, most=4),
        *wrapped(found, _TEXT_PX, width, most=1),
        *wrapped(printable(answer.grounding.thought), _TEXT_PX, width, most=THOUGHT_LINES),
    ]
    height = sum(round(size * 1.4) for _, size in lines) + 2 * _MARGIN_PX
    paper = Image.new("RGB", (width, height), _PAPER)
    pen, y = ImageDraw.Draw(paper), _MARGIN_PX
    for text, size in lines:
        pen.text((_MARGIN_PX, y), text, fill=_INK, font=font_for(text, size))
        y += round(size * 1.4)
    return paper


def wrapped(text: str, size: int, width: int, *, most: int) -> list[tuple[str, int]]:
    """Text broken into lines that fit, each with its font size; «…» ends what is too long."""
    room = width - 2 * _MARGIN_PX
    text = text[: most * room]  # no letter is narrower than a pixel
    font = font_for(text, size)
    lines = [line for paragraph in text.splitlines() for line in _broken(paragraph, font, room)]
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][:-1] + "…"]
    return [(line, size) for line in lines]


def _broken(paragraph: str, font: Font, room: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(paragraph, font, room):
        if line and font.getlength(line + piece.rstrip()) > room:
            yield line
            line = ""
        line += piece
    if line:
        yield line


def _pieces(paragraph: str, font: Font, room: int) -> Iterator[str]:
    """Words with the space after them; what is longer than a line, as Chinese is, letter by letter."""
    for part in re.findall(r"\S+\s*", paragraph.expandtabs(4)):
        if font.getlength(part) > room:
            yield from part
        else:
            yield part


def font_for(text: str, size: int) -> Font:
    """Pillow's own; one with more letters where the text needs them and the system has one."""
    if any(ord(letter) > 0x24F for letter in text):
        for name in _WIDE_FONTS:
            with suppress(OSError):
                return ImageFont.truetype(name, size)
    return ImageFont.load_default(size)


def _colour(index: int) -> Colour:
    return PALETTE[index % len(PALETTE)]
