"""The columns of an export: their meanings, and their names where a format has short ones."""

from __future__ import annotations

from typing import Optional

from ..language import tr


def meanings() -> dict[str, str]:
    """The meaning of each column of attributes.FIELDS, for readers who do not know AskMap."""
    return {
        "target": tr("Number of the target in its question"),
        "question": tr("What was asked"),
        "thought": tr("What the reasoner thought"),
        "label": tr("What the reasoner calls the target"),
        "state": tr("The reviewer's verdict: open, accepted or rejected"),
        "note": tr("The reviewer's note"),
        "made": tr("Who made the outline: model, refined, drawn or edited"),
        "score": tr("How sure the segmenter is of the outline, 0 to 1"),
        "confidence": tr("Confidence that the target is right, 0 to 1, where the reasoner states one"),
        "area_m2": tr("Area on the ellipsoid in square metres"),
        "area_px": tr("Area in pixels of the view"),
        "box": tr("Box that the segmenter was given, in pixels of the view"),
        "points": tr("Points on the target that the segmenter was given, in pixels of the view"),
        "negatives": tr("Points beside the target that the segmenter was given, in pixels of the view"),
        "reasoner": tr("Language model that pointed at the target"),
        "reasoner_digest": tr("SHA-256 of the reasoner's weights"),
        "segmenter": tr("Model that outlined the target"),
        "segmenter_digest": tr("SHA-256 of the segmenter's weights"),
        "seed": tr("Seed of the answer's randomness"),
        "source": tr("Raster or layers that the question was about"),
        "created": tr("When the answer was made, in UTC"),
        "version": tr("AskMap's version"),
        "warnings": tr("What AskMap warned of"),
    }


def short_names(names: tuple[str, ...], letters: Optional[int]) -> dict[str, str]:
    """Each name to one that fits the limit; numbered where two would be the same."""
    short: dict[str, str] = {}
    for name in names:
        fitting, number = name[:letters], 1
        while fitting in short.values():
            number += 1
            fitting = f"{name[: letters - 1 - len(str(number))]}_{number}"
        short[name] = fitting
    return short
