"""Preparations for networks of our own that a test begins: to learn a tokenizer takes a minute."""

from pathlib import Path

from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.training.pocket.networks import lay_out
from askmap.training.pocket.sizes import ReasonerSize


def laid_out(folder: Path, size: ReasonerSize) -> Preparation:
    """A model's folder without weights, with the bundled reasoner's words."""
    lay_out(folder, Preparation.from_folder(POCKET / "reasoner").tokenizer, size)
    return Preparation.from_folder(folder)
