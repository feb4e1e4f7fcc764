"""Answers as a reasoner writes them; frames are 840 px wide and high."""

from __future__ import annotations

from askmap.backend.stages import Box, Point, Target

SEEN = (840, 840)
TRUE = Target(Box(100, 100, 300, 300), (Point(150, 150), Point(250, 250)))
OTHER = Target(Box(500, 500, 700, 700), (Point(550, 550), Point(650, 650)))
EXACT = {"bbox": [100, 100, 300, 300], "points_1": [150, 150], "points_2": [250, 250]}


def whole(answer, thought="I look."):
    return f"<think>{thought}</think><answer>{answer}</answer>"


def listed(*targets):
    """As think2seg writes them."""
    return [
        {
            "bbox_2d": [t.box.x0, t.box.y0, t.box.x1, t.box.y1],
            "positive_points": [[p.x, p.y] for p in t.points],
        }
        for t in targets
    ]
