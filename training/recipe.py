"""What one run sets: a TOML file, read into frozen classes; an unknown key is refused, never ignored."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ..backend.errors import AskMapError


class BadRecipe(AskMapError):
    hint = "See training/recipes/ for recipes that work."


@dataclass(frozen=True)
class Recipe:
    """A warm-up: which part of `pocket` learns what, for how long."""

    part: str  # "segmenter" or "reasoner"
    steps: int
    scenes: int  # landscapes a step
    learning_rate: float
    tiles: str = ""  # folder of imagery to be the bare ground of some landscapes; "" = all of it is drawn
    start: str = ""  # folder to begin from: a segmenter's model, a reasoner's run; "" = from nothing
    seed: int = 0  # of the weights; landscapes are seeded by their number
    first_scene: int = 1_000_000  # below it lie the seeds that are held out
    domain: str = "in"
    side_px: int = 256  # of a landscape
    prompts: int = 8  # questions, or prompted masks, a landscape
    warm_steps: int = 200  # of rising learning rate
    save_every: int = 250  # steps
    dense_steps: int = 0  # reasoner: so many steps teach the vision tower alone
    crowd_steps: int = 1  # reasoner: over so many steps landscapes fill up

    def __post_init__(self) -> None:
        if self.part not in ("segmenter", "reasoner"):
            raise BadRecipe(f"part is {self.part!r}, but only «segmenter» and «reasoner» can be warmed up.")
        if min(self.steps, self.scenes, self.prompts, self.save_every, self.crowd_steps) < 1:
            raise BadRecipe("steps, scenes, prompts, save_every and crowd_steps are at least 1.")
        if not 0 < self.learning_rate < 1:
            raise BadRecipe(f"A learning_rate of {self.learning_rate} is not between 0 and 1.")


def read_recipe(path: Path) -> Recipe:
    """Raises BadRecipe with the file and the key."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadRecipe(f"The recipe {path} cannot be read.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRecipe(f"The recipe {path} is not TOML: {error}.") from error
    return _recipe(content, path)


def _recipe(content: dict[str, Any], path: Path) -> Recipe:
    kinds = {field.name: type(field.default) for field in fields(Recipe)}
    kinds |= {"part": str, "steps": int, "scenes": int, "learning_rate": float}
    for key, value in content.items():
        if key not in kinds:
            raise BadRecipe(f"{path} has the unknown key «{key}».")
        if type(value) is not kinds[key]:
            raise BadRecipe(f"{path}: «{key}» should be a {kinds[key].__name__}, not {value!r}.")
    missing = {"part", "steps", "scenes", "learning_rate"} - content.keys()
    if missing:
        raise BadRecipe(f"{path} lacks {', '.join(sorted(missing))}.")
    return Recipe(**content)
