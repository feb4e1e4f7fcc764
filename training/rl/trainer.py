"""PRIME: a reasoner learns from what its own answers earn (GRPO).

One step, from top to bottom:

    questions -> rollouts (rollouts.py) -> the Reward of each (judge.py, ../rewards)
              -> its advantage over its siblings -> log-probabilities (shared_prefix.py) -> TRL's loss

TRL's GRPOTrainer gives the loss, the divergence from the start, optimizer, checkpoints and processes. Ours
are the words and pixels (the backend's own), the rollouts, the rewards, and one pass of a prompt a group.

Shapes: N completions of this process in a step, G of them a question, T tokens of the longest one.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np
import torch
from datasets import Dataset
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence
from trl import GRPOTrainer
from trl.models import unwrap_model_for_generation
from trl.trainer.utils import use_adapter

from ...backend.stages import Question
from ..data.samples import Sample
from ..rewards.reward import Reward
from .imitation import label_of, thought_of
from .judge import Judging
from .recipe import PrimeRecipe
from .rollouts import Prompt, Sampling, StepQuestion, ends_of, prompt_of, sample, whole
from .sampler import Order
from .shared_prefix import Group, token_log_probs
from .vllm import never_written, vllm_input

LEAST_DEVIATION = 1e-4  # added to a group's, as Think2Seg-RS does (arXiv:2512.19302)


def group_relative(rewards: Tensor, *, by_deviation: bool) -> Tensor:
    """How much better each rollout did than its siblings; (questions, G) to (questions, G).

    GRPO (arXiv:2402.03300) also divides by the group's deviation; Dr. GRPO (arXiv:2503.20783) does not.
    """
    better = rewards - rewards.mean(1, keepdim=True)
    return better / (rewards.std(1, keepdim=True) + LEAST_DEVIATION) if by_deviation else better


class PrimeTrainer(GRPOTrainer):  # type: ignore[misc]
    """One process of a run; every group of siblings stays on one process."""

    def __init__(
        self, network: Any, recipe: PrimeRecipe, samples: Sequence[Sample], judge: Judging, **trainer: Any
    ) -> None:
        """`trainer`: what TRL wants besides: args, processing_class, peft_config, callbacks."""
        rows = Dataset.from_dict({"prompt": [""] * len(samples), "sample": list(range(len(samples)))})
        super().__init__(network, _judged_elsewhere, train_dataset=rows, **trainer)
        self._recipe, self._samples = recipe, samples
        self.judge = judge  # another may take its place before a run begins
        self.passes: list[dict[str, Any]] = []

    # --- one step ---

    def _prepare_inputs(self, batch: list[dict[str, Any]]) -> dict[str, Any]:
        """The next micro-batch; at the beginning of a step all of them are made."""
        count = self.args.gradient_accumulation_steps
        if self._step % count == 0 or not self.passes:
            episodes = self._generate_and_score_completions(batch)
            self.passes = [_part(episodes, number, count) for number in range(count)]
        inputs: dict[str, Any] = self.passes[self._step % count]
        return inputs

    def _generate_and_score_completions(self, batch: list[dict[str, Any]]) -> dict[str, Any]:
        """Questions to episodes: everything that the loss wants of each completion."""
        began = time.perf_counter()
        asked = [self._question(row["sample"]) for row in batch[:: self.num_generations]]
        completions = self._labels(asked) if self._imitates else self._rollouts(asked)
        sampled = time.perf_counter()
        rewards = [] if self._imitates else self._rewards_of(asked, completions)
        judged = time.perf_counter()
        advantages = self._advantages(rewards, len(completions))
        self._note(rewards, completions, {"sampling": sampled - began, "judging": judged - sampled})
        share = len(completions) // len(asked)
        prompts = [one.prompt for one in asked for _ in range(share)]
        ids, mask = _tensors(completions, self.accelerator.device)
        episodes = {
            "prompts": prompts,
            "completions": completions,
            "prompt_ids": ids[:, :0],  # TRL puts them before the completions; ours lie in `prompts`
            "prompt_mask": mask[:, :0],
            "completion_ids": ids,
            "completion_mask": mask,
            "advantages": advantages,
            "num_items_in_batch": self.accelerator.gather(mask.sum()).sum(),
        }
        return episodes | self._reference(episodes)

    def _question(self, index: int) -> StepQuestion:
        """The question and the seed of its rollouts follow from recipe, step and sample alone."""
        one, device = self._samples[index], self.accelerator.device
        rng = np.random.default_rng((self._recipe.seed, self.state.global_step, index))
        count = len(one.questions) if self._recipe.samples.question == "random" else 1
        question = Question(one.questions[int(rng.integers(count))], earlier=one.earlier)
        picture, seed = one.read_picture(), int(rng.integers(2**31))
        prompt = prompt_of(self.judge.preparation, picture, question, seed, device)
        return StepQuestion(one, picture, question.text, prompt)

    def _rollouts(self, asked: Sequence[StepQuestion]) -> list[list[int]]:
        """N completions, sibling after sibling, each with the token that ends it."""
        if self.use_vllm:
            return self._sample_with_vllm(asked)
        return self._sample([one.prompt for one in asked], self.num_generations, self.temperature)

    def _sample(self, prompts: Sequence[Prompt], rollouts: int, temperature: float) -> list[list[int]]:
        ends = ends_of(self.judge.preparation, self.eos_token_ids)
        sampling = Sampling(rollouts, self.max_completion_length, temperature, ends)
        with self._for_sampling() as network, self.accelerator.autocast():
            completions = sample(network.eval(), prompts, sampling)
        self.model.train()
        return completions

    def _for_sampling(self) -> AbstractContextManager[Any]:
        """All weights on each process."""
        if not self.is_deepspeed_enabled:
            return whole(self.model)
        return unwrap_model_for_generation(  # type: ignore[no-any-return]
            self.model_wrapped, self.accelerator, gather_deepspeed3_params=self.args.ds3_gather_for_generation
        )

    def _sample_with_vllm(self, asked: Sequence[StepQuestion]) -> list[list[int]]:
        """Through vLLM."""
        g, preparation = self.num_generations, self.judge.preparation
        self.vllm_generation.generation_kwargs["logit_bias"] = never_written(preparation)
        each = [vllm_input(one.prompt, one.picture, preparation, self.vllm_mode) for one in asked]
        tokens, pictures = zip(*[one for one in each for _ in range(g)])
        return self._generate_single_turn(list(tokens), list(pictures), {}, g)[0]  # type: ignore[no-any-return]

    def _rewards_of(self, asked: Sequence[StepQuestion], completions: Sequence[list[int]]) -> list[Reward]:
        texts = [self.judge.preparation.decode(completion) for completion in completions]
        g = self.num_generations
        return [
            reward
            for number, one in enumerate(asked)
            for reward in self.judge.rewards(one.sample, one.picture, texts[number * g : (number + 1) * g])
        ]

    def _advantages(self, rewards: Sequence[Reward], count: int) -> Tensor:
        """(N,); what is imitated has none."""
        if self._imitates:
            return torch.zeros(count, device=self.accelerator.device)
        totals = torch.tensor([reward.total for reward in rewards], device=self.accelerator.device)
        groups = totals.view(-1, self.num_generations)
        return group_relative(groups, by_deviation=self._recipe.by_deviation).flatten()

    def _reference(self, episodes: dict[str, Any]) -> dict[str, Tensor]:
        """Log-probabilities (N, T) under the reasoner as it was at the start, where the loss wants them."""
        if not self.beta:
            return {}
        passes = self.args.gradient_accumulation_steps
        parts = [_groups(_part(episodes, number, passes)) for number in range(passes)]
        network = self.ref_model if self.ref_model is not None else self.model
        length = episodes["completion_ids"].shape[1]
        with torch.no_grad(), self._at_the_start():
            found = [self._log_probs(network, groups, length)[0] for groups in parts]
        return {"ref_per_token_logps": torch.cat(found)}

    def _at_the_start(self) -> AbstractContextManager[Any]:
        """Without its adapters a reasoner is as it was; otherwise TRL has kept a copy."""
        if self.ref_model is not None:
            return nullcontext()
        return use_adapter(self.accelerator.unwrap_model(self.model), None)  # type: ignore[no-any-return]

    # --- what TRL asks for ---

    def _get_train_sampler(self, dataset: Any = None) -> Order:
        g, passes = self.num_generations, self.args.gradient_accumulation_steps
        questions = self.args.generation_batch_size // g
        return Order(len(self._samples), questions, g, passes, self.args.max_steps, self._recipe.seed)

    def compute_loss(self, model: Any, inputs: dict[str, Any], *_: Any, **__: Any) -> Tensor:
        self._groups = _groups(inputs)
        loss: Tensor = (self._cross_entropy if self._imitates else self._compute_loss)(model, inputs)
        return loss

    def _get_per_token_logps_and_entropies(
        self, model: Any, input_ids: Tensor, *_: Any, **__: Any
    ) -> tuple[Tensor, Tensor, None]:
        return *self._log_probs(model, self._groups, input_ids.shape[1]), None

    def _log_probs(self, network: Any, groups: list[Group], length: int) -> tuple[Tensor, Tensor]:
        with self.accelerator.autocast():
            found = token_log_probs(network, groups)
        return tuple(torch.nn.functional.pad(each, (0, length - each.shape[1])) for each in found)  # type: ignore[return-value]

    def create_model_card(self, *_: Any, **__: Any) -> None:
        """None: ours is written by hand."""

    # --- imitation, and notes ---

    def _cross_entropy(self, network: Any, inputs: dict[str, Any]) -> Tensor:
        """Each token of a step counts the same, over all passes and processes, as in TRL's SFTTrainer."""
        found, _ = self._log_probs(network, self._groups, inputs["completion_ids"].shape[1])
        share: Tensor = -found.sum() * self.accelerator.num_processes / inputs["num_items_in_batch"]
        return share

    @property
    def _imitates(self) -> bool:
        return self._recipe.imitates

    def _labels(self, asked: Sequence[StepQuestion]) -> list[list[int]]:
        writing, preparation = self._recipe.writing, self.judge.preparation
        if writing.thoughts == "own":
            thoughts = self._own_thoughts(asked)
        else:
            thoughts = [one.sample.thought if writing.thoughts == "label" else "" for one in asked]
        return [label_of(one, thought, preparation, writing) for one, thought in zip(asked, thoughts)]

    def _own_thoughts(self, asked: Sequence[StepQuestion]) -> list[str]:
        """What the reasoner itself would think now."""
        completions = self._sample([one.prompt for one in asked], rollouts=1, temperature=0.0)
        return [thought_of(self.judge.preparation.decode(completion)) for completion in completions]

    def _note(
        self, rewards: Sequence[Reward], completions: Sequence[list[int]], seconds: dict[str, float]
    ) -> None:
        """Means over all processes, for the line of this step."""
        notes = {f"seconds/{name}": value for name, value in seconds.items()}
        notes["length"] = float(np.mean([len(completion) for completion in completions]))
        if rewards:
            totals = np.array([reward.total for reward in rewards]).reshape(-1, self.num_generations)
            notes |= {"reward": float(totals.mean()), "flat_groups": float((np.ptp(totals, 1) == 0).mean())}
            for term in rewards[0].terms:
                notes[f"reward/{term}"] = float(np.mean([reward.terms[term] for reward in rewards]))
        values = self.accelerator.gather(
            torch.tensor([list(notes.values())], device=self.accelerator.device, dtype=torch.float32)
        )
        for name, value in zip(notes, values.mean(0).tolist()):
            self._metrics["train"][name].append(value)


def _judged_elsewhere(**_: Any) -> list[float]:
    """TRL wants a reward function; ours are called by PrimeTrainer, which knows a whole group's picture."""
    raise NotImplementedError("rewards are given by PrimeTrainer")


def _part(episodes: dict[str, Any], number: int, count: int) -> dict[str, Any]:
    """The `number`-th of `count` equal micro-batches."""
    size = len(episodes["completions"]) // count
    rows = slice(number * size, (number + 1) * size)
    return {
        name: value if isinstance(value, Tensor) and not value.ndim else value[rows]
        for name, value in episodes.items()
    }


def _groups(episodes: dict[str, Any]) -> list[Group]:
    """Siblings that stand side by side share their prompt."""
    groups: list[Group] = []
    for prompt, completion in zip(episodes["prompts"], episodes["completions"]):
        if groups and groups[-1].prompt is prompt:
            groups[-1] = Group(prompt, [*groups[-1].completions, completion])
        else:
            groups.append(Group(prompt, [completion]))
    return groups


def _tensors(completions: Sequence[list[int]], device: torch.device) -> tuple[Tensor, Tensor]:
    """Tokens and mask, (N, T) each."""
    rows = [
        torch.tensor(completion, dtype=torch.long) for completion in completions
    ]  # vLLM may write nothing
    mask = pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
    return pad_sequence(rows, batch_first=True).to(device), mask.to(device)
