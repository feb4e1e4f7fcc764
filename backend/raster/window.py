"""Which of a raster's pixels are looked at, and at what size."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import OutsideRaster
from ..message import Message
from ..stages import Affine, Grid


@dataclass(frozen=True)
class Window:
    """A part of a raster, in its own pixels."""

    x: int
    y: int
    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a window has at least one pixel, not {self.width} x {self.height}")

    def clipped(self, whole: Grid) -> Window:
        """The part inside; OutsideRaster where there is none."""
        x0, y0 = max(self.x, 0), max(self.y, 0)
        x1, y1 = min(self.x + self.width, whole.width), min(self.y + self.height, whole.height)
        if x0 >= x1 or y0 >= y1:
            raise OutsideRaster(
                "The view lies outside of the raster's {width:,} x {height:,} pixels.",
                width=whole.width,
                height=whole.height,
            )
        return Window(x0, y0, x1 - x0, y1 - y0)


@dataclass(frozen=True)
class View:
    """A window and the (perhaps smaller) size that it is read at."""

    window: Window
    width: int
    height: int

    @classmethod
    def within(cls, window: Window, max_side_px: int) -> View:
        factor = max(window.width, window.height, max_side_px) / max_side_px
        return cls(window, max(round(window.width / factor), 1), max(round(window.height / factor), 1))

    def grid(self, whole: Grid) -> Grid:
        """The grid of the view: its corner and the sizes of its pixels, both exact."""
        a, b, _, d, e, _ = whole.affine
        c, f = whole.to_map(self.window.x, self.window.y)
        sx, sy = self.window.width / self.width, self.window.height / self.height
        affine: Affine = (a * sx, b * sy, c, d * sx, e * sy, f)
        return Grid(self.width, self.height, affine, whole.crs)

    def warnings(self) -> tuple[Message, ...]:
        factor = self.window.width * self.window.height / (self.width * self.height)
        if factor == 1:
            return ()
        return (
            Message(
                "The view was read reduced: each of its pixels stands for {count:,.1f} of the raster's.",
                count=factor,
            ),
        )
