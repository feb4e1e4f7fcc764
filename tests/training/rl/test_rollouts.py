"""What is sampled is what the backend's reasoner would write, by chance that depends on the seed alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from askmap.backend.reasoner.qwen import Decoding, QwenReasoner
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.stages import Box, Question, Target, Turn
from askmap.training.rl.rollouts import Prompt, Sampling, prompt_of, sample, whole
from scipy.stats import chisquare
from tiny_reasoners import FAMILIES, IMAGE, tiny_folder

CPU = torch.device("cpu")
SIZES = ((48, 96), (64, 64), (112, 40))  # (H, W); the aspect is kept, so their prompts differ in length
QUESTIONS = ("Where?", "What floats on the water?", "Which of these roofs is red?")
TOKENS = 12


@pytest.fixture(scope="module", params=FAMILIES)
def reasoner(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> QwenReasoner:
    folder = tiny_folder(tmp_path_factory.mktemp("reasoner"), request.param)
    reasoner = load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=TOKENS))
    reasoner.network.lm_head.weight[IMAGE] = 0  # the backend may write one, rollouts may not
    return reasoner


def picture(number: int) -> np.ndarray:
    height, width = SIZES[number]
    return np.random.default_rng(number).integers(0, 256, (height, width, 3), dtype=np.uint8)


def prompts(reasoner: QwenReasoner) -> list[Prompt]:
    return [
        prompt_of(reasoner.preparation, picture(n), Question(question), seed=n, device=CPU)
        for n, question in enumerate(QUESTIONS)
    ]


def sampling(**changed: object) -> Sampling:
    return replace(Sampling(rollouts=3, new_tokens=TOKENS, temperature=1.0, ends=frozenset()), **changed)


def test_the_likeliest_words_are_those_of_the_backends_reasoner(reasoner):
    asked = prompts(reasoner)
    assert len({len(prompt.tokens) for prompt in asked}) == 3
    written = sample(reasoner.network, asked, sampling(rollouts=2, temperature=0.0))
    for n, question in enumerate(QUESTIONS):
        served = list(reasoner.tokens(picture(n), Question(question)))
        assert served == written[2 * n] == written[2 * n + 1]


def test_the_same_seed_writes_the_same_whatever_else_is_asked(reasoner):
    asked = prompts(reasoner)
    together = sample(reasoner.network, asked, sampling())
    alone = [rollout for prompt in asked for rollout in sample(reasoner.network, [prompt], sampling())]
    assert together == alone
    assert len({tuple(rollout) for rollout in together}) == 9


def test_another_seed_writes_something_else(reasoner):
    first = prompts(reasoner)[0]
    other = replace(first, seed=7)
    assert sample(reasoner.network, [first], sampling()) != sample(reasoner.network, [other], sampling())


def test_a_rollout_ends_with_the_first_end_and_is_else_what_it_would_be_without(reasoner):
    ends = frozenset(range(0, 320, 7))
    endless = sample(reasoner.network, prompts(reasoner), sampling())
    ended = sample(reasoner.network, prompts(reasoner), sampling(ends=ends))
    assert all(len(rollout) == TOKENS for rollout in endless)
    assert any(len(rollout) < TOKENS for rollout in ended)
    for long, short in zip(endless, ended):
        first = next((n for n, token in enumerate(long) if token in ends), TOKENS - 1)
        assert short == long[: first + 1]


def test_new_tokens_is_a_limit(reasoner):
    assert all(len(r) == 1 for r in sample(reasoner.network, prompts(reasoner), sampling(new_tokens=1)))


@pytest.mark.parametrize("temperature", [0.5, 3.0])
def test_words_come_as_often_as_the_temperature_says_and_a_pictures_never(tmp_path, temperature):
    reasoner = load_reasoner(tiny_folder(tmp_path, "qwen2_5_vl"), CPU)
    prompt = prompt_of(reasoner.preparation, picture(1), Question("?"), seed=3, device=CPU)
    many = sample(reasoner.network, [prompt], sampling(rollouts=6000, new_tokens=1, temperature=temperature))
    counts = np.bincount([tokens[0] for tokens in many], minlength=320)
    assert counts[IMAGE] == 0
    assert fits(counts, logits(reasoner, prompt) / temperature) > 1e-3
    assert fits(counts, logits(reasoner, prompt)) < 1e-6


def logits(reasoner: QwenReasoner, prompt: Prompt) -> torch.Tensor:
    tokens = torch.tensor([prompt.tokens])
    with torch.no_grad():
        written = reasoner.network(
            input_ids=tokens,
            pixel_values=prompt.patches,
            image_grid_thw=prompt.grid,
            mm_token_type_ids=(tokens == IMAGE).int(),
        )
    found = written.logits[0, -1].double()
    found[IMAGE] = -30  # as good as never
    return found


def fits(counts: np.ndarray, logits: torch.Tensor) -> float:
    """The chance of counts as odd as these; words that are expected less than five times count as one."""
    expected = logits.softmax(-1).numpy() * counts.sum()
    often = expected >= 5
    found, wanted = (np.append(each[often], each[~often].sum()) for each in (counts, expected))
    return float(chisquare(found, wanted).pvalue)


def test_a_network_that_is_whole_already_is_left_as_it_is(reasoner):
    with whole(reasoner.network) as network:
        assert network is reasoner.network


def test_a_rollout_is_told_what_its_question_follows_up_in_the_models_frame(reasoner):
    target = Target(Box(8, 8, 24, 24))
    asked = Question("Which?", earlier=(Turn("Where?", (target,)),))
    told, lone = (
        prompt_of(reasoner.preparation, picture(1), q, 3, CPU).tokens for q in (asked, Question("Which?"))
    )
    size = picture(1).shape[1], picture(1).shape[0]
    framed = reasoner.preparation.question_in_frame(asked, *size)
    image = reasoner.preparation.image_tokens(*size)
    assert list(told) == reasoner.preparation.prompt_tokens(framed, image)
    assert len(told) > len(lone)
