"""Siblings that share one row are as likely as each would be alone, and learn the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.reasoner.qwen import NETWORKS
from askmap.backend.stages import Question
from askmap.training.rl.rollouts import Prompt, prompt_of
from askmap.training.rl.shared_prefix import Group, token_log_probs
from peft import LoraConfig, get_peft_model
from tiny_reasoners import FAMILIES, IMAGE, tiny_folder
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence
from trl.trainer.utils import add_fused_lm_head

SIZES = ((48, 96), (112, 40))  # (H, W)
COMPLETIONS = ([[5, 6, 7, 8], [9], [10, 11, 12, 13, 14, 257]], [[20, 21], [22, 23, 24]])
TEMPERATURE = 0.7
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*is_gradient_checkpointing.*:FutureWarning"
)  # peft 0.21 asks for it


@pytest.fixture(params=FAMILIES)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tiny_folder(tmp_path, request.param)


def network_of(folder: Path, family: str, adapted: bool) -> Any:
    torch.manual_seed(1)
    network = NETWORKS[family].from_pretrained(folder, dtype=torch.float32)
    add_fused_lm_head(network, temperature=TEMPERATURE, outputs=("log_probs", "entropy"))
    lora = LoraConfig(r=2, target_modules="all-linear", task_type="CAUSAL_LM", init_lora_weights=False)
    return get_peft_model(network, lora) if adapted else network


def groups_of(preparation: Preparation) -> list[Group]:
    groups = []
    for number, ((height, width), completions) in enumerate(zip(SIZES, COMPLETIONS)):
        picture = np.random.default_rng(number).integers(0, 256, (height, width, 3), dtype=np.uint8)
        groups.append(
            Group(prompt_of(preparation, picture, Question("Where?" * (1 + number)), 0, "cpu"), completions)
        )
    return groups


def alone(network: Any, prompt: Prompt, completion: list[int]) -> tuple[Tensor, Tensor]:
    """Log-probabilities and entropies (T,) of one completion in a row of its own, as transformers has it."""
    tokens = torch.tensor([prompt.tokens + completion])
    written = network(
        input_ids=tokens,
        pixel_values=prompt.patches,
        image_grid_thw=prompt.grid,
        mm_token_type_ids=(tokens == IMAGE).int(),
    )
    chances = (written.logits[0, len(prompt.tokens) - 1 : -1] / TEMPERATURE).log_softmax(-1)
    return chances.gather(1, torch.tensor(completion)[:, None])[:, 0], -(chances.exp() * chances).sum(-1)


def each_alone(network: Any, groups: list[Group]) -> tuple[Tensor, Tensor]:
    found = [alone(network, group.prompt, completion) for group in groups for completion in group.completions]
    return tuple(pad_sequence(list(values), batch_first=True) for values in zip(*found))


@pytest.mark.parametrize("adapted", [False, True])
def test_completions_are_as_likely_and_teach_the_same_as_each_alone(folder, adapted):
    preparation = Preparation.from_folder(folder)
    groups = groups_of(preparation)
    network = network_of(folder, preparation.family, adapted)
    shared, entropy = token_log_probs(network, groups)
    expected, expected_entropy = each_alone(network, groups)
    torch.testing.assert_close(shared, expected, atol=2e-5, rtol=1e-4)
    torch.testing.assert_close(entropy, expected_entropy, atol=2e-5, rtol=1e-4)
    weights = torch.rand(shared.shape, generator=torch.Generator().manual_seed(0))
    learning = {name: weight for name, weight in network.named_parameters() if weight.requires_grad}
    found = torch.autograd.grad((shared * weights).sum(), learning.values(), allow_unused=True)
    wanted = torch.autograd.grad((expected * weights).sum(), learning.values(), allow_unused=True)
    towers = [grad for name, grad in zip(learning, found) if "visual" in name and grad is not None]
    assert any(grad.abs().max() > 0 for grad in towers)
    for name, ours, theirs in zip(learning, found, wanted):
        assert (ours is None) == (theirs is None), name
        if ours is not None:
            scale = float(theirs.abs().max())
            torch.testing.assert_close(ours, theirs, atol=1e-4 * scale + 1e-6, rtol=1e-3, msg=name)


def test_each_picture_passes_the_tower_once(folder):
    preparation = Preparation.from_folder(folder)
    groups = groups_of(preparation)
    network = network_of(folder, preparation.family, adapted=True)
    seen: list[int] = []
    tower = network.get_base_model().model.visual
    tower.register_forward_pre_hook(lambda _, given: seen.append(len(given[0])))
    token_log_probs(network, groups)
    assert sum(seen) == sum(len(group.prompt.patches) for group in groups)


def test_the_siblings_order_and_company_change_nothing(folder):
    preparation = Preparation.from_folder(folder)
    first, second = groups_of(preparation)
    network = network_of(folder, preparation.family, adapted=False)
    together, _ = token_log_probs(network, [first, second])
    turned, _ = token_log_probs(network, [Group(first.prompt, first.completions[::-1])])
    torch.testing.assert_close(together[:3].flip(0), turned, atol=2e-5, rtol=1e-4)
