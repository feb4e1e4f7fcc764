"""What a warm-up sets; recipe_file.py reads it from a TOML file."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..recipe_file import BadRecipe
from ..synthetic.dataset import HELD_OUT
from ..synthetic.looks import LOOKS
from .sizes import SIZES

CHOSEN = 2  # beside a picture's seed: whether it is real
PARTS = ("all", "tower", "language")
BLOCK_PX = 32  # the segmenter's blocks: each of its first stage's windows is 8 places of 4 px


@dataclass(frozen=True)
class Recipe:
    """A warm-up: which part of `pocket` learns what, for how long."""

    part: str  # "segmenter" or "reasoner"
    steps: int
    scenes: int  # landscapes a step
    learning_rate: float
    tiles: str = ""  # folder of imagery, for ground and for the light and dark of things; "" = all drawn
    start: str = ""  # folder to begin from: a segmenter's model, a reasoner's run; "" = from nothing
    seed: int = 0  # of the weights; landscapes are seeded by their number
    first_scene: int = HELD_OUT
    domain: str = "in"
    side_px: int = 256  # of a landscape
    channels: int = 64  # segmenter: of pyramid, prompts and decoder; as many as `start` has, or twice
    prompts: int = 8  # questions, or prompted masks, a landscape
    asked: int = 0  # reasoner: so many views of a step have questions; 0 = all of them
    views: float = 0.0  # reasoner: share of the landscapes of which only a part is shown, or a margin too
    following: float = 0.0  # reasoner: share of the questions that follow up another one
    drawn: float = 0.0  # reasoner: share of these that speak of boxes drawn anywhere
    lessons: int = 0  # reasoner: sentences a step whose kind is learned without a picture
    vectors: str = (
        ""  # reasoner: file of word vectors, as words.py reads it; "" = words mean nothing at first
    )
    learns: str = "all"  # reasoner: or its "tower" or "language" alone, while the other stays as it is
    clicks: bool = False  # segmenter: learn from a correcting click, too
    warm_steps: int = 200  # of rising learning rate
    save_every: int = 250  # steps
    size: str = "first"  # reasoner: a name in SIZES
    sets: str = ""  # reasoner: folder of labelled real imagery, as real/tiles.py reads it
    real: float = 0.0  # reasoner: share of the views that are of it
    teacher: str = ""  # reasoner: folder of views that a teacher has seen, as taught.py makes it
    taught: float = 0.0  # reasoner: share of the views that are of it, while the tower learns alone
    dense_steps: int = 0  # reasoner: so many steps teach the vision tower alone
    crowd_steps: int = 1  # reasoner: over so many steps landscapes fill up

    def __post_init__(self) -> None:
        if self.part not in ("segmenter", "reasoner"):
            raise BadRecipe(
                "«part» is {part}, but only «segmenter» and «reasoner» can be warmed up.",
                part=repr(self.part),
            )
        self._check_numbers()
        self._check_names()
        self._check_sides()

    def is_real(self, seed: int) -> bool:
        """Whether the picture of this seed is of real ground."""
        return bool(np.random.default_rng((seed, CHOSEN)).random() < self.real)

    @property
    def most_asked(self) -> int:
        """Views of a step that have questions."""
        return self.asked or self.scenes

    def _check_numbers(self) -> None:
        if min(self.steps, self.scenes, self.prompts, self.save_every, self.crowd_steps) < 1:
            raise BadRecipe("«steps», «scenes», «prompts», «save_every» and «crowd_steps» are at least 1.")
        if not 0 <= self.asked <= self.scenes:
            raise BadRecipe(
                "«asked» is {asked}, but a step has {scenes} views.", asked=self.asked, scenes=self.scenes
            )
        if not 0 < self.learning_rate < 1:
            raise BadRecipe(
                "A «learning_rate» of {learning_rate} is not between 0 and 1.",
                learning_rate=self.learning_rate,
            )
        for share in ("views", "following", "drawn", "real", "taught"):
            if not 0 <= getattr(self, share) <= 1:
                raise BadRecipe(
                    "«{share}» is {value}, but a share lies between 0 and 1.",
                    share=share,
                    value=getattr(self, share),
                )

    def _check_names(self) -> None:
        for key, names in (("domain", tuple(LOOKS)), ("size", tuple(SIZES)), ("learns", PARTS)):
            if getattr(self, key) not in names:
                raise BadRecipe(
                    "«{key}» is {value}, but it should be one of {names}.",
                    key=key,
                    value=repr(getattr(self, key)),
                    names=", ".join(names),
                )
        if self.real and not self.sets:
            raise BadRecipe("«real» is {real}, but «sets» names no folder.", real=self.real)
        if self.learns == "language" and self.dense_steps:
            raise BadRecipe(
                "«dense_steps» is {dense_steps}, but the tower stays as it is where «learns» is «language».",
                dense_steps=self.dense_steps,
            )
        if self.taught and not self.teacher:
            raise BadRecipe("«taught» is {taught}, but «teacher» names no folder.", taught=self.taught)

    def _check_sides(self) -> None:
        if self.channels < 32 or self.channels % 32:
            raise BadRecipe(
                "«channels» is {channels}, but it should be a multiple of 32.", channels=self.channels
            )
        if self.side_px < BLOCK_PX or self.side_px % BLOCK_PX:
            raise BadRecipe(
                "«side_px» is {side_px}, but it should be a multiple of {block_px}.",
                side_px=self.side_px,
                block_px=BLOCK_PX,
            )
