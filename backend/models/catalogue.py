"""The models that AskMap knows: resources/models.json, read and checked.

Another folder of a supported family works too. The file is JSON because QGIS 3.22 to 3.28 has Python 3.9 on
Windows, which reads no TOML; what is to be said of an entry stands in its "comment".
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..formats import FORMATS
from ..resources import resources
from .askmap_json import COORDINATES

CATALOGUE = resources("models.json")

BYTES_A_PARAMETER = 2  # bfloat16 and float16; a CPU that computes in float32 needs twice as much
NOMINAL_EXCESS = 1.25  # what a name such as «7B» leaves out: the vision part and the rounding
HEADROOM_GB = {"reasoner": 2.0, "segmenter": 1.0}  # our estimate of activations and cache for one question


@dataclass(frozen=True)
class Model:
    """One entry; exactly one of `repository` (owner/name) and `folder` (in resources/) is given."""

    name: str
    kind: str  # "reasoner" or "segmenter"
    parameters: int  # counted where the count is published, else nominal
    licence: str  # as the model's owners state it; their model card says more
    repository: str = ""
    folder: str = ""
    nominal: bool = False  # the parameters are those in the name, which leave the vision part out
    format: str = ""  # reasoners: a name in formats.FORMATS
    coordinates: str = ""  # reasoners: the frame they count in, of askmap_json.COORDINATES
    side_px: int = 0  # reasoners: the square that images are squeezed to; 0 keeps their aspect
    languages: tuple[str, ...] = ()  # ISO 639-1; none = see the model card
    served_only: bool = False  # of a family that AskMap does not load itself yet
    gated: bool = False  # given only to those who have agreed to its terms with an account

    def __post_init__(self) -> None:
        if self.kind not in HEADROOM_GB:
            raise ValueError(f"{self.name} is a «{self.kind}», neither reasoner nor segmenter")
        if self.parameters < 1:
            raise ValueError(f"{self.name} has {self.parameters} parameters")
        if bool(self.repository) == bool(self.folder):
            raise ValueError(f"{self.name} needs a repository or a folder, and not both")
        is_reasoner = self.kind == "reasoner"
        if (self.format in FORMATS, self.coordinates in COORDINATES) != (is_reasoner, is_reasoner):
            raise ValueError(f"{self.name} has the format «{self.format}» in «{self.coordinates}»")

    @property
    def memory_gb(self) -> float:
        """What it needs in 10^9 bytes: its weights at two bytes each, and headroom; an estimate."""
        return self.needed_bytes() / 1e9

    @property
    def weights_bytes(self) -> int:
        """What is fetched, at two bytes each; an estimate."""
        return self._weights(BYTES_A_PARAMETER)

    def needed_bytes(self, bytes_a_parameter: int = BYTES_A_PARAMETER) -> int:
        """Of memory: the weights and headroom; an estimate."""
        return self._weights(bytes_a_parameter) + round(HEADROOM_GB[self.kind] * 1e9)

    def _weights(self, bytes_a_parameter: int) -> int:
        return round(self.parameters * (NOMINAL_EXCESS if self.nominal else 1.0)) * bytes_a_parameter


def read_catalogue(path: Path = CATALOGUE) -> tuple[Model, ...]:
    """In the file's order; an entry that is no Model is our own mistake: TypeError or ValueError."""
    return tuple(_model(entry) for entry in json.loads(path.read_text(encoding="utf-8"))["models"])


def _model(entry: dict[str, Any]) -> Model:
    fields = {name: value for name, value in entry.items() if name != "comment"}
    return Model(**{**fields, "languages": tuple(entry.get("languages", ()))})
