"""A step of PRIME against the formula, worked one completion at a time by plain transformers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import torch
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.training.data.samples import Picture, Sample
from askmap.training.rewards.reward import Reward
from askmap.training.rl.recipe import Lora, PrimeRecipe, Writing
from askmap.training.rl.rollouts import Prompt
from askmap.training.rl.run import load_network, new_trainer
from askmap.training.rl.trainer import PrimeTrainer
from small_prime import SAMPLES, G, Lengths, recipe_of, reward_of
from tiny_reasoners import FAMILIES, IMAGE, tiny_folder
from torch import Tensor
from transformers import TrainerCallback

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*is_gradient_checkpointing.*:FutureWarning"
)  # peft 0.21 asks for it


class Broken(Lengths):
    def rewards(self, sample: Sample, picture: Picture, texts: Sequence[str]) -> list[Reward]:
        raise TypeError("a bug")


class Gradients(TrainerCallback):
    """Keeps those of the last step."""

    def on_pre_optimizer_step(self, args: Any, state: Any, control: Any, model: Any = None, **_: Any) -> None:
        self.last = {n: w.grad.clone() for n, w in model.named_parameters() if w.grad is not None}


@dataclass(frozen=True, eq=False)
class Step:
    """The last one of a run, and the weights it began with."""

    trainer: PrimeTrainer
    judge: Lengths
    weights: dict[str, Tensor]
    gradients: dict[str, Tensor]

    @property
    def log(self) -> dict[str, float]:
        return self.trainer.state.log_history[0]

    def episodes(self) -> list[tuple[Prompt, list[int]]]:
        return [pair for part in self.trainer.passes for pair in zip(part["prompts"], part["completions"])]


def step_of(
    recipe: PrimeRecipe, out: Path, judge: type[Lengths] = Lengths, samples: Sequence[Sample] = SAMPLES
) -> Step:
    """One step of a reasoner that is no longer what it was at the start."""
    trainer = new_trainer(recipe, samples, out)
    trainer.judge = judge(Preparation.from_folder(Path(recipe.reasoner)))
    gradients = Gradients()
    trainer.add_callback(gradients)
    random = torch.Generator().manual_seed(5)
    with torch.no_grad():
        for weight in trainer.model.parameters():
            if weight.requires_grad:
                weight += 0.03 * torch.randn(weight.shape, generator=random)
    weights = {name: weight.detach().clone() for name, weight in trainer.model.state_dict().items()}
    trainer.train()
    return Step(trainer, trainer.judge, weights, gradients.last)


def log_probs(network: Any, prompt: Prompt, completion: list[int]) -> Tensor:
    """(T,) of one completion in a row of its own."""
    tokens = torch.tensor([prompt.tokens + completion])
    logits = network(
        input_ids=tokens,
        pixel_values=prompt.patches,
        image_grid_thw=prompt.grid,
        mm_token_type_ids=(tokens == IMAGE).int(),
    ).logits[0, len(prompt.tokens) - 1 : -1]
    return logits.log_softmax(-1).gather(1, torch.tensor(completion)[:, None])[:, 0]


def formula(step: Step, recipe: PrimeRecipe, network: Any, start: Any) -> tuple[Tensor, Tensor]:
    """Loss and divergence of GRPO: clipped ratio times advantage, and the k3 estimate."""
    losses, divergences, counts = [], [], []
    episodes, decode = step.episodes(), step.judge.preparation.decode
    rewards = torch.tensor([reward_of(decode(completion)).total for _, completion in episodes]).view(-1, G)
    advantages = ((rewards - rewards.mean(1, keepdim=True)) / (rewards.std(1, keepdim=True) + 1e-4)).flatten()
    for (prompt, completion), advantage in zip(episodes, advantages):
        now = log_probs(network, prompt, completion)
        with torch.no_grad():
            apart = log_probs(start, prompt, completion)
        ratio = (now - now.detach()).exp()
        clipped = ratio.clamp(1 - recipe.clip, 1 + recipe.clip)
        k3 = (apart - now).exp() - (apart - now) - 1
        losses.append((-torch.min(ratio * advantage, clipped * advantage) + recipe.kl * k3).mean())
        divergences.append(k3.detach().sum())
        counts.append(len(completion))
    return torch.stack(losses).mean(), torch.stack(divergences).sum() / sum(counts)


def check_against_formula(step: Step, recipe: PrimeRecipe, network: Any) -> None:
    """`network` is like the trainer's, but untouched by TRL."""
    network.load_state_dict(step.weights)
    start = load_network(recipe, Path(recipe.reasoner))
    loss, divergence = formula(step, recipe, network.train(), start.train())
    assert step.log["loss"] == pytest.approx(loss.item(), abs=2e-5)
    assert step.log["kl"] == pytest.approx(divergence.item(), rel=1e-3)
    assert step.log["kl"] > 1e-3
    loss.backward()
    wanted = {name: weight.grad for name, weight in network.named_parameters() if weight.grad is not None}
    check_equal(step.gradients, wanted)


def check_equal(found: dict[str, Tensor], wanted: dict[str, Tensor]) -> None:
    assert found.keys() == wanted.keys()
    assert max(float(grad.abs().max()) for grad in wanted.values()) > 1e-3
    for name, grad in wanted.items():
        torch.testing.assert_close(
            found[name], grad, atol=1e-4 * float(grad.abs().max()) + 1e-6, rtol=2e-3, msg=name
        )


@pytest.mark.parametrize("family", FAMILIES)
def test_loss_divergence_and_gradients_are_those_of_the_formula(tmp_path, family):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", family))
    step = step_of(recipe, tmp_path / "run")
    assert len({len(prompt.tokens) for prompt, _ in step.episodes()}) == 2
    check_against_formula(step, recipe, load_network(recipe, Path(recipe.reasoner)))


def test_with_lora_the_reference_is_the_reasoner_without_its_adapters(tmp_path):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", "qwen3_vl"), lora=Lora(rank=2))
    step = step_of(recipe, tmp_path / "run")
    assert all("lora" in name for name in step.gradients)
    twin = new_trainer(replace(recipe, seed=9), SAMPLES, tmp_path / "twin").model
    check_against_formula(step, recipe, twin)


@pytest.mark.parametrize("micro_batch", [G // 2, 2 * G])
def test_the_size_of_the_passes_changes_no_gradient(tmp_path, micro_batch):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", "qwen2_5_vl"))
    usual = step_of(recipe, tmp_path / "usual")
    other = step_of(replace(recipe, micro_batch=micro_batch), tmp_path / "other")
    assert other.trainer.args.gradient_accumulation_steps == 2 * G // micro_batch
    assert [completion for _, completion in other.episodes()] == [c for _, c in usual.episodes()]
    check_equal(other.gradients, usual.gradients)
    assert other.log["reward"] == pytest.approx(usual.log["reward"])


def test_recomputed_activations_change_no_gradient(tmp_path):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", "qwen3_vl"))
    usual = step_of(recipe, tmp_path / "usual")
    spared = step_of(replace(recipe, checkpointing=True), tmp_path / "spared")
    check_equal(spared.gradients, usual.gradients)
    assert spared.log["loss"] == pytest.approx(usual.log["loss"], abs=1e-6)


@pytest.mark.parametrize("checkpointing", [False, True])
@pytest.mark.parametrize("rank", [0, 2])
def test_a_tower_that_rests_has_neither_gradients_nor_a_backward_pass(tmp_path, rank, checkpointing):
    recipe = recipe_of(
        tiny_folder(tmp_path / "tiny", "qwen3_vl"), train_tower=False, checkpointing=checkpointing,
        lora=Lora(rank=rank),
    )  # fmt: skip
    trainer = new_trainer(recipe, SAMPLES, tmp_path / "run")
    trainer.judge = Lengths(Preparation.from_folder(Path(recipe.reasoner)))
    gradients, seen = Gradients(), []
    trainer.add_callback(gradients)
    tower = next(module for name, module in trainer.model.named_modules() if name.endswith("visual"))
    tower.blocks[0].register_forward_hook(lambda *given: seen.append(given[-1].requires_grad))
    trainer.train()
    assert seen
    assert not any(seen)
    assert gradients.last
    assert not any("visual" in name for name in gradients.last)


def test_a_question_is_drawn_by_seed_and_step_and_its_group_judged_together(tmp_path):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", "qwen2_5_vl"), steps=4)
    step = step_of(recipe, tmp_path / "run")
    assert [len(texts) for _, texts in step.judge.asked] == [G] * 8
    again = step_of(recipe, tmp_path / "again")
    assert [texts for _, texts in again.judge.asked] == [texts for _, texts in step.judge.asked]
    other = step_of(replace(recipe, seed=1), tmp_path / "other")
    assert [texts for _, texts in other.judge.asked] != [texts for _, texts in step.judge.asked]


def test_a_bug_in_a_reward_stops_the_run(tmp_path):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", "qwen2_5_vl"))
    with pytest.raises(TypeError, match="a bug"):
        step_of(recipe, tmp_path / "run", Broken)


def test_noise_is_worth_nothing_and_a_group_without_variance_teaches_nothing(tmp_path):
    recipe = recipe_of(tiny_folder(tmp_path / "tiny", "qwen2_5_vl"), kl=0.0)
    trainer = new_trainer(recipe, SAMPLES, tmp_path / "run")
    before = {name: weight.detach().clone() for name, weight in trainer.model.named_parameters()}
    trainer.train()
    log = trainer.state.log_history[0]
    assert (log["reward"], log["flat_groups"], log["loss"]) == (0.0, 1.0, 0.0)
    assert all(torch.equal(weight, before[name]) for name, weight in trainer.model.named_parameters())


def test_imitation_has_the_gradient_of_cross_entropy(tmp_path):
    folder = tiny_folder(tmp_path / "tiny", "qwen3_vl")
    recipe = recipe_of(folder, method="supervised", questions=2)
    step = step_of(recipe, tmp_path / "run")
    network = load_network(recipe, folder)
    network.load_state_dict(step.weights)
    episodes = step.episodes()
    assert len(episodes) == 2
    for _, completion in episodes:
        assert step.judge.preparation.decode(completion).startswith("<think></think><answer>```json")
        assert completion[-1] == step.judge.preparation.token("<|im_end|>")
    loss = -torch.cat([log_probs(network, *episode).flatten() for episode in episodes]).mean()
    assert step.log["loss"] == pytest.approx(loss.item(), rel=1e-4)
    loss.backward()
    wanted = {name: weight.grad for name, weight in network.named_parameters() if weight.grad is not None}
    check_equal(step.gradients, wanted)


def test_an_answer_is_imitated_behind_the_reasoner_s_own_thought(tmp_path, monkeypatch):
    folder = tiny_folder(tmp_path / "tiny", "qwen3_vl")
    recipe = recipe_of(folder, method="supervised", writing=Writing(thoughts="own"))
    encode = Preparation.from_folder(folder).encode
    thinking = encode("<think>I see it.</think><answer>")
    monkeypatch.setattr(
        "askmap.training.rl.trainer.sample", lambda _, prompts, how: [thinking] * len(prompts)
    )
    step = step_of(recipe, tmp_path / "run")
    texts = [step.judge.preparation.decode(completion) for _, completion in step.episodes()]
    assert len(texts) == 2
    assert all(text.startswith("<think>I see it.</think><answer>```json") for text in texts)
