"""Rollouts through vLLM: tokens as its mode reads them, pixels as the backend does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.training.rl.run import new_trainer
from small_prime import SAMPLES, G, Lengths, recipe_of
from tiny_reasoners import IMAGE, tiny_folder

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*is_gradient_checkpointing.*:FutureWarning"
)  # peft 0.21 asks for it


class Served:
    """Stands for TRL's VLLMGeneration: keeps what it is handed, and writes the same for all."""

    def __init__(self) -> None:
        self.generation_kwargs: dict[str, Any] = {}
        self.synced, self.handed = 0, []

    def sync_weights(self) -> None:
        self.synced += 1

    def generate(
        self, prompts: list[list[int]], images: list[list[Any]], num_generations: int, profiler: Any
    ) -> Any:
        self.handed.append((prompts, images, num_generations))
        written = [[10 + n, 11, 257] for n in range(len(prompts))]
        return prompts, written, [[[-1.0]] * 3 for _ in prompts], None


@pytest.mark.parametrize("mode", ["colocate", "server"])
def test_vllm_gets_tokens_as_its_mode_reads_them_and_the_backends_pixels(tmp_path, mode):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", "qwen2_5_vl"), steps=2)
    trainer = new_trainer(recipe, SAMPLES, tmp_path / "run")
    trainer.judge = judge = Lengths(Preparation.from_folder(Path(recipe.reasoner)))
    trainer.use_vllm, trainer.vllm_mode, trainer.vllm_generation = True, mode, Served()
    trainer._last_loaded_step = -1
    trainer.train()
    served = trainer.vllm_generation
    assert served.synced == 2
    assert served.generation_kwargs == {"logit_bias": {IMAGE: -100.0}}
    assert trainer.processing_class.image_token_id == IMAGE  # TRL looks for its run on a server's behalf
    for tokens, images, count in served.handed:
        assert (len(tokens), len(images), count) == (2 * G, 2 * G, G)
        for row, (image,) in zip(tokens, images):
            seen = judge.preparation.image_tokens(*image.size)
            assert image.size == judge.preparation.seen_size(*image.size)
            assert row.count(IMAGE) == (seen if mode == "server" else 1)
        assert tokens[0] == tokens[G - 1]
    prompts = [prompt for part in trainer.passes for prompt in part["prompts"]]
    for prompt, (image,) in zip(prompts, served.handed[-1][1], strict=True):
        assert torch.equal(judge.preparation.pixels(np.array(image))[0], prompt.patches)
    completions = [c for part in trainer.passes for c in part["completions"]]
    assert completions == [[10 + n, 11, 257] for n in range(2 * G)]
