"""A published model is known by what it is called; nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from askmap.backend.errors import ModelUnsupported
from askmap.backend.models.catalogue import read_catalogue
from askmap.backend.reasoner.published import format_in

PUBLISHED = [model for model in read_catalogue() if model.repository and model.format]


@pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.name)
def test_every_model_of_the_catalogue_is_known_where_a_program_puts_it(model):
    owner, name = model.repository.split("/")
    for place in (
        f"{owner}/{name}", f"{owner}_{name}", name.lower(), f"{name}-AWQ", f"{name}-bnb-4bit",
        f"models--{owner}--{name}/snapshots/0123abc",
    ):  # fmt: skip
        assert format_in(Path("/models") / place, {}) == model.format


QWEN = "Qwen3-VL-4B-Instruct"


@pytest.mark.parametrize(
    "place",
    ["mine", f"{QWEN}/checkpoint-500", f"{QWEN}-roofs", "Think2Seg-RS-3B-v2"],
)
def test_what_is_called_otherwise_is_asked_about(place):
    with pytest.raises(ModelUnsupported, match="in which format"):
        format_in(Path("/models") / place, {})


def test_a_renamed_folder_is_known_by_its_config():
    made_of = {"_name_or_path": "RicardoString/Think2Seg-RS-7B"}
    assert format_in(Path("/models/mine"), made_of) == "think2seg"


def test_what_was_trained_further_is_not_taken_for_what_it_began_as():
    with pytest.raises(ModelUnsupported):
        format_in(Path("/models/mine"), {"_name_or_path": "Qwen/Qwen2.5-VL-3B-Instruct"})
