"""A question that can be shared: its words and how it is asked, as one short token.

    askmap:1:eyJ0ZXh0Ijoi…:3f2a91c0     version, JSON in URL-safe base64, checksum

It holds no path, no name and no key. What is pasted is data: bounded, checked, and refused in one sentence.
"""

from __future__ import annotations

import base64
import json
import math
import re
import zlib
from dataclasses import asdict, dataclass
from typing import Any, Union

from .errors import BadData, BadPreset
from .formats import FORMATS
from .reasoner.prompt import question_from
from .stages import Question
from .validation import field, numbers, shown

VERSION = 1
MOST_LETTERS = 20_000  # of a token; the longest question, of four bytes a letter, takes some 11,000
LARGEST_SEED = 2**63 - 1  # what torch.Generator takes
AUTO = "auto"
_TOKEN = re.compile(r"askmap:(\d{1,6}):([A-Za-z0-9_-]+):([0-9a-f]{8})")
_LANGUAGE = re.compile(r"[a-z]{2}")
_BEGIN = re.compile(r"\s*askmap:\d")


@dataclass(frozen=True)
class QuestionPreset:
    text: str
    language: str = ""  # of the answer, ISO 639-1; "" = the question's
    format: str = AUTO  # a name in formats.FORMATS; AUTO = what the reasoner's folder says
    temperature: float = 0.0  # 0 = greedy
    seed: int = 0  # of the sampling

    def __post_init__(self) -> None:
        """BadQuestion for the text; ValueError for all else."""
        object.__setattr__(self, "text", question_from(self.text).text)
        if self.language and not _LANGUAGE.fullmatch(self.language):
            raise ValueError(f"no answer is given in «{self.language}»")
        if self.format != AUTO and self.format not in FORMATS:
            raise ValueError(f"no answer format is called «{self.format}»")
        if not (0 <= self.temperature < math.inf and 0 <= self.seed <= LARGEST_SEED):
            raise ValueError(f"nothing can be sampled at {self.temperature} with the seed {self.seed}")


def is_token(text: str) -> bool:
    """Whether this is meant as a preset, not as a question; it need not be a whole one."""
    return _BEGIN.match(text) is not None


def token_of(preset: QuestionPreset) -> str:
    content = json.dumps(asdict(preset), ensure_ascii=False, separators=(",", ":")).encode()
    packed = base64.urlsafe_b64encode(content).decode("ascii").rstrip("=")
    return f"askmap:{VERSION}:{packed}:{_checksum(packed)}"


def preset_of(token: str) -> QuestionPreset:
    """What token_of was given; BadPreset for any other text, BadQuestion for a question that is none.

    Spaces and line breaks, which mails put into long words, do not matter.
    """
    if len(token) > MOST_LETTERS:
        raise BadPreset("This preset is longer than any preset is.")
    match = _TOKEN.fullmatch("".join(token.split()))
    if match is None:
        raise BadPreset("This is no preset of AskMap, or not all of one.")
    version, packed, checksum = match.groups()
    if int(version) > VERSION:
        raise BadPreset(
            "This preset was made by a newer AskMap.", "Update AskMap, or ask for the question's own words."
        )
    if int(version) < VERSION or checksum != _checksum(packed):
        raise BadPreset("This preset was changed or cut off on its way.")
    return _preset(_unpacked(packed))


def typed_question(text: str, language: str = "") -> Question:
    """As question_from, for a field that presets are pasted into: a token stands for its words."""
    return question_from(preset_of(text).text if is_token(text) else text, language)


def _unpacked(packed: str) -> Any:
    try:
        return json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    except (ValueError, RecursionError) as error:  # no base64, no UTF-8, no JSON
        raise BadPreset("This preset cannot be read: {reason}.", reason=shown(error)) from error


def _preset(parts: Any) -> QuestionPreset:
    if not isinstance(parts, dict) or set(parts) != set(QuestionPreset.__annotations__):
        raise BadPreset("This preset does not hold what presets hold.")
    try:
        text, language, form = (field(parts, key, str, "") for key in ("text", "language", "format"))
        (temperature,) = numbers([parts["temperature"]], 1, "the temperature")
        return QuestionPreset(text, language, form, temperature, field(parts, "seed", int, ""))
    except (BadData, ValueError) as error:
        reason: Union[BadData, str] = error if isinstance(error, BadData) else shown(error)
        raise BadPreset("This preset cannot be used here: {reason}.", reason=reason) from error


def _checksum(packed: str) -> str:
    """Against a slip of a mouse; it protects from nobody."""
    return f"{zlib.crc32(packed.encode('ascii')):08x}"
