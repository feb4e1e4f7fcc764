"""An entry as a chapter of a report, in the user's language."""

from __future__ import annotations

from typing import Optional

from ...backend.entries.entry import Entry
from ...backend.entries.report import Chapter
from ...backend.stages import Scene
from ..backend_messages import translate_entry
from .entry_picture import picture_of, png_of


def chapter_of(entry: Entry, scene: Optional[Scene]) -> Chapter:
    return Chapter(translate_entry(entry), png_of(picture_of(entry, scene)))
