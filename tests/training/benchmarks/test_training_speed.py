"""The benchmark of training: who is measured when, what counts, and that both sides train on noise too."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.segmenter.sam2 import load_segmenter
from askmap.training.benchmarks import training_speed
from askmap.training.benchmarks.noise import (
    THREE_B,
    ShownJudge,
    lay_out_reasoner,
    lay_out_segmenter,
    made_up_answer,
    shown_answers,
)
from askmap.training.benchmarks.training_speed import (
    OURS,
    PEER,
    SIDES,
    Contest,
    Timing,
    figures,
    lessons_of,
    main,
    noise_recipe,
    play_rounds,
    pocket_recipe,
    timing_of,
)
from askmap.training.data.samples import Sample
from askmap.training.rehearsal.memory import MemorySettings, estimate
from askmap.training.rewards.format_checks import read_completion
from askmap.training.rewards.matching import box_iou
from askmap.training.rewards.reward import Reward
from askmap.training.synthetic.dataset import landscape_samples
from transformers import Qwen2_5_VLConfig

CPU = torch.device("cpu")
# What TRL 1.16 asks of transformers, and what it is asked for
NOT_OURS = pytest.mark.filterwarnings("ignore:.*gradient_checkpointing.*:FutureWarning")
TINY = {
    "text_config": {
        **THREE_B["text_config"],
        "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4,
        "rope_parameters": {"rope_type": "default", "rope_theta": 1e4, "mrope_section": [2, 1, 1]},
    },
    "vision_config": {
        **THREE_B["vision_config"],
        "depth": 2, "hidden_size": 32, "intermediate_size": 64, "num_heads": 2, "out_hidden_size": 32,
        "fullatt_block_indexes": [1],
    },
}  # fmt: skip
SHALLOW = {"blocks_per_stage": [1, 1, 2, 1], "global_attention_blocks": [3]}


def side(order: list[str], name: str, seconds: float, contest: Contest) -> Timing:
    order.append(name)
    return Timing(rollouts=10, seconds=seconds, reward_seconds=seconds / 4)


def match_of() -> Contest:
    return Contest(pocket_recipe(steps=2, questions=3, rollouts=4), [], CPU)


def test_the_sides_take_turns_and_their_rounds_add_up():
    order: list[str] = []
    sides = {PEER: partial(side, order, "peer", 4.0), OURS: partial(side, order, "ours", 1.0)}
    timings = play_rounds(match_of(), sides, rounds=2)
    assert order == ["peer", "ours", "peer", "ours"]
    assert timings == {PEER: Timing(20, 8.0, 2.0), OURS: Timing(20, 2.0, 0.5)}


def test_the_first_step_warms_up_and_is_not_counted():
    ends, judging = [100.0, 103.0, 107.0], [50.0, 1.0, 2.0]
    assert timing_of(match_of(), ends, judging) == Timing(rollouts=2 * 3 * 4, seconds=7.0, reward_seconds=3.0)


def test_a_ratio_is_one_of_rates_not_of_seconds():
    timings = {PEER: Timing(10, 5.0, 1.0), OURS: Timing(30, 5.0, 1.0)}
    sides = figures(match_of(), 1, timings)["sides"]
    assert sides[OURS]["ratio"] == pytest.approx(3)
    assert sides[PEER]["rollouts_per_second"] == pytest.approx(2)


def test_json_is_all_that_is_printed(capsys):
    sides = {PEER: partial(side, [], "peer", 4.0), OURS: partial(side, [], "ours", 1.0)}
    assert main(["--json", "--rounds", "1", "--steps", "1", "--questions", "1"], sides) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["sides"][OURS]["ratio"] == pytest.approx(4)
    assert (shown["reasoner"], shown["questions"], shown["rollouts"]) == ("pocket", 1, 8)


def test_the_table_names_both_sides_and_the_ratio(capsys):
    sides = {PEER: partial(side, [], "peer", 4.0), OURS: partial(side, [], "ours", 1.0)}
    main(["--rounds", "1", "--steps", "1", "--questions", "1"], sides)
    shown = capsys.readouterr().out
    assert all(words in shown for words in (PEER, OURS, "4.00", "25.0%"))


def test_a_batch_that_cannot_be_shared_out_is_refused_in_one_sentence(capsys):
    order: list[str] = []
    asked = ["--questions", "3", "--rollouts", "4", "--micro-batch", "8"]
    assert main(asked, {PEER: partial(side, order, "peer", 1.0)}) == 2
    assert order == []
    assert "shared out" in capsys.readouterr().err


def test_all_samples_are_held_as_many_as_the_steps_ask_about():
    samples = lessons_of(pocket_recipe(steps=1, questions=3, rollouts=2), side_px=64)
    assert len(samples) == 2 * 3
    assert samples[0].read_picture() is samples[0].read_picture()
    assert samples[0].read_mask().shape == (64, 64)


@NOT_OURS
@pytest.mark.parametrize("name", SIDES)
def test_each_side_trains_pocket_and_is_measured(name):
    recipe = replace(pocket_recipe(steps=1, questions=1, rollouts=2), new_tokens=16)
    timing = SIDES[name](Contest(recipe, lessons_of(recipe, side_px=64), CPU))
    assert timing.rollouts == 2
    assert 0 < timing.reward_seconds < timing.seconds


@pytest.mark.parametrize("is_noise", [False, True])
def test_where_the_weights_are_noise_our_judge_is_shown_made_up_answers(monkeypatch, is_noise):
    trainer = SimpleNamespace(judge="a judge", state=SimpleNamespace(log_history=[]))
    monkeypatch.setattr(training_speed, "new_trainer", lambda *_: trainer)
    monkeypatch.setattr(training_speed, "step_ends", lambda *_: [1.0, 2.0])
    recipe = pocket_recipe(steps=1, questions=1, rollouts=2)
    SIDES[OURS](Contest(recipe, [], CPU, noise=is_noise))
    assert isinstance(trainer.judge, ShownJudge) == is_noise


# --- noise ---


@pytest.fixture(scope="module")
def noise(tmp_path_factory) -> Path:
    """A folder with a tiny reasoner and a shallow segmenter."""
    folder = tmp_path_factory.mktemp("noise")
    lay_out_reasoner(folder / "reasoner", TINY, side_px=56, device=CPU)
    lay_out_segmenter(folder / "segmenter", SHALLOW)
    return folder


def test_the_big_shapes_have_as_many_parameters_as_published():
    config = Qwen2_5_VLConfig(**THREE_B, tie_word_embeddings=True).to_dict()
    assert estimate(config, MemorySettings()).parameters == 3_754_622_976


def test_the_backend_reads_what_was_laid_out(noise):
    reasoner = load_reasoner(noise / "reasoner", CPU)
    assert reasoner.preparation.format == "think2seg"
    assert reasoner.preparation.seen_size(300, 200) == (56, 56)
    assert reasoner.network.get_input_embeddings().weight.shape[0] == 151_936
    assert load_segmenter(noise / "segmenter", CPU).network.side_px == 1024


@NOT_OURS
@pytest.mark.parametrize("name", SIDES)
def test_each_side_trains_noise_and_pays_for_its_masks(noise, name):
    recipe = noise_recipe(noise, steps=1, questions=1, rollouts=2)
    pocket = str(POCKET / "segmenter")  # a true SAM2 takes ten seconds here
    recipe = replace(recipe, segmenter=pocket, new_tokens=4, bf16=False, checkpointing=False)
    contest = Contest(recipe, lessons_of(recipe, side_px=64), CPU, noise=True)
    timing = SIDES[name](contest)
    assert timing.rollouts == 2
    assert 0 < timing.reward_seconds < timing.seconds


def asked_about_something():
    return next(sample for sample in landscape_samples("in", 20) if sample.targets)


def test_an_answer_in_place_of_noise_is_readable_and_near_the_truth():
    preparation, sample = Preparation.from_folder(POCKET / "reasoner"), asked_about_something()
    for words in ("a", "b", "c"):
        read = read_completion(made_up_answer(words, sample, preparation), "think2seg", (1000, 1000))
        true = preparation.to_frame(sample.targets[0], 256, 256)
        assert read.grounding is not None
        assert max(box_iou(target.box, true.box) for target in read.grounding.targets) > 0


def test_the_same_noise_gives_the_same_answer_and_another_noise_another():
    preparation, sample = Preparation.from_folder(POCKET / "reasoner"), asked_about_something()
    assert made_up_answer("a", sample, preparation) == made_up_answer("a", sample, preparation)
    assert len({made_up_answer(str(n), sample, preparation) for n in range(8)}) == 8


def test_the_reward_reads_the_answer_and_not_the_noise():
    preparation, sample = Preparation.from_folder(POCKET / "reasoner"), asked_about_something()
    seen: list[str] = []

    def reward(completions: list, number: list[int], **_: object) -> list[float]:
        seen.extend(messages[0]["content"] for messages in completions)
        return [0.0 for _ in number]

    shown = shown_answers(reward, [sample], preparation)
    shown(completions=[[{"role": "assistant", "content": "☃"}]], number=[0])
    assert seen == [made_up_answer("☃", sample, preparation)]


@dataclass
class FakeJudge:
    """Says what it was shown."""

    preparation: Preparation
    shown: list[str] = field(default_factory=list)

    def rewards(self, sample: Sample, picture: np.ndarray, texts: list[str]) -> list[Reward]:
        self.shown.extend(texts)
        return [Reward({}) for _ in texts]


def test_our_judge_is_shown_the_same_answers_as_the_peers_reward():
    judge = FakeJudge(Preparation.from_folder(POCKET / "reasoner"))
    sample = asked_about_something()
    assert len(ShownJudge(judge).rewards(sample, sample.read_picture(), ["☃", "x"])) == 2
    assert judge.shown == [made_up_answer(words, sample, judge.preparation) for words in ("☃", "x")]
