"""The peer trains on what the backend serves, and its reward is worked by hand; TRL itself is TRL's."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.segmenter.sam2 import Encoded
from askmap.backend.stages import Box, MaskSet, Point, Question, Scene, Target
from askmap.training.benchmarks.plain_trl import lessons, mask_reward_function, plain_trainer, processor
from askmap.training.data.samples import Sample
from askmap.training.rewards.ideal_answer import ideal_answer
from askmap.training.rewards.mask import MaskReward
from askmap.training.rl.recipe import Lora, PrimeRecipe, SampleSource
from askmap.training.synthetic.dataset import landscape_samples
from tiny_reasoners import tiny_folder

REASONER = POCKET / "reasoner"
WILD = 3.0  # at this temperature siblings differ from their first tokens on
# What TRL 1.16 asks of transformers
NOT_OURS = pytest.mark.filterwarnings("ignore:.*is_gradient_checkpointing.*:FutureWarning")

MASK = np.zeros((40, 60), dtype=np.bool_)
MASK[10:20, 30:50] = True


def array(held: np.ndarray) -> np.ndarray:
    return held


def sample_of(picture: np.ndarray, mask: np.ndarray = MASK, question: str = "where?") -> Sample:
    return Sample("one", (question,), partial(array, picture), partial(array, mask))


def noise(height: int = 40, width: int = 60) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def tokens_and_pixels(folder: Path, sample: Sample) -> tuple[list[int], torch.Tensor, list[list[int]]]:
    """What TRL hands to the network for one row of the set."""
    preparation = Preparation.from_folder(folder)
    row = lessons([sample], preparation)[0]
    picture = {"type": "image", "image": row["image"]}
    turn = {"role": "user", "content": [picture, {"type": "text", "text": row["prompt"][0]["content"]}]}
    read = processor(folder, preparation).apply_chat_template(
        [[turn]], add_generation_prompt=True, tokenize=True, return_dict=True, return_tensors="pt"
    )
    return read["input_ids"][0].tolist(), read["pixel_values"], read["image_grid_thw"].tolist()


def assert_same_inputs(folder: Path, sample: Sample) -> None:
    preparation, picture = Preparation.from_folder(folder), sample.read_picture()
    height, width = picture.shape[:2]
    patches, grid = preparation.pixels(picture)
    words = preparation.prompt_tokens(Question(sample.questions[0]), preparation.image_tokens(width, height))
    tokens, pixels, seen = tokens_and_pixels(folder, sample)
    assert tokens == words
    assert torch.equal(pixels, patches)
    assert seen == grid.tolist()


def test_pocket_reads_the_same_tokens_and_pixels_on_both_sides():
    for sample in landscape_samples("in", 3):
        assert_same_inputs(REASONER, sample)


@pytest.mark.parametrize("family", ["qwen2_5_vl", "qwen3_vl"])
@pytest.mark.parametrize("size", [(40, 60), (64, 64)])
def test_both_families_read_the_same_whether_the_picture_is_squeezed_or_not(tmp_path, family, size):
    folder = tiny_folder(tmp_path, family, side_px=64)
    assert_same_inputs(folder, sample_of(noise(*size), np.zeros(size, np.bool_), "what floats here?"))


class CountingSegmenter:
    """Draws each target's box, and counts how often a picture is encoded."""

    def __init__(self) -> None:
        self.encoded = 0

    def encode(self, scene: Scene) -> Encoded:
        self.encoded += 1
        return Encoded((), (scene.grid.width, scene.grid.height))

    def segment(self, encoded: Encoded, targets: list[Target]) -> MaskSet:
        width, height = encoded.scene_size
        masks = np.zeros((len(targets), height, width), dtype=np.bool_)
        for mask, target in zip(masks, targets):
            b = target.box
            mask[round(b.y0) : round(b.y1), round(b.x0) : round(b.x1)] = True
        return MaskSet(masks, np.ones(len(targets), dtype=np.float32))


def answer_of(preparation: Preparation, *targets: Target) -> str:
    framed = [preparation.to_frame(target, 60, 40) for target in targets]
    return ideal_answer("so", framed, "think2seg", fence=False)


def test_the_reward_is_twice_the_iou_and_one_for_each_form():
    preparation = Preparation.from_folder(REASONER)
    points = (Point(35, 15), Point(45, 15))
    whole, half = Target(Box(30, 10, 50, 20), points), Target(Box(30, 10, 40, 20), points)
    texts = [answer_of(preparation, whole), answer_of(preparation, half), answer_of(preparation), "no idea"]
    segmenter = CountingSegmenter()
    reward = mask_reward_function([sample_of(noise())], preparation, segmenter, MaskReward(fence=False))
    worth = reward(completions=[[{"role": "assistant", "content": text}] for text in texts], number=[0] * 4)
    assert worth == pytest.approx([4.0, 3.0, 2.0, 0.0])


def test_the_picture_is_encoded_once_a_completion():
    segmenter = CountingSegmenter()
    reward = mask_reward_function(
        [sample_of(noise())], Preparation.from_folder(REASONER), segmenter, MaskReward()
    )
    reward(completions=[[{"role": "assistant", "content": "?"}]] * 5, number=[0] * 5)
    assert segmenter.encoded == 5


def recipe_of(**settings: object) -> PrimeRecipe:
    return PrimeRecipe(
        "mask", str(REASONER), SampleSource("landscapes", "in"), steps=1, segmenter="-", questions=2,
        rollouts=2, micro_batch=2, new_tokens=8, bf16=False, checkpointing=False, learning_rate=1e-3,
        temperature=WILD, **settings,
    )  # fmt: skip


def trained(
    recipe: PrimeRecipe, folder: Path
) -> tuple[dict[str, torch.Tensor], dict[str, torch.Tensor], list]:
    """Weights that learn before and after, and the rows whose completions were rewarded."""
    asked: list[int] = []

    def first_is_best(completions: list, number: list[int], **_: object) -> list[float]:
        asked.extend(number)
        return [float(n % 2 == 0) for n in range(len(completions))]

    trainer = plain_trainer(recipe, landscape_samples("in", 2), first_is_best, folder, torch.device("cpu"))
    learning = {name: weight for name, weight in trainer.model.named_parameters() if weight.requires_grad}
    before = {name: weight.detach().clone() for name, weight in learning.items()}
    trainer.train()
    return before, learning, asked


@NOT_OURS
def test_a_step_asks_each_question_as_often_as_the_recipe_says_and_learns(tmp_path):
    before, after, asked = trained(recipe_of(), tmp_path)
    assert sorted(asked) == [0, 0, 1, 1]
    assert any("visual" in name and not torch.equal(before[name], after[name]) for name in before)
    assert any("language" in name and not torch.equal(before[name], after[name]) for name in before)


@NOT_OURS
def test_with_lora_only_adapters_learn(tmp_path):
    before, after, _ = trained(recipe_of(lora=Lora(rank=2)), tmp_path)
    assert before
    assert all("lora" in name for name in before)
    assert any(not torch.equal(before[name], after[name]) for name in before)
