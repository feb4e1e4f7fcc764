import numpy as np
import pytest
import torch
from askmap.training.packing import NOT_LEARNED
from askmap.training.pocket import reasoner
from askmap.training.pocket.lessons import IN_A_ROW, lessons
from askmap.training.pocket.sizes import SIZES
from askmap.training.real.kinds import kinds
from askmap.training.real.outside import THOUGHT
from preparations import laid_out

SIZE = SIZES["deep"]


@pytest.fixture(scope="module")
def preparation(tmp_path_factory):
    return laid_out(tmp_path_factory.mktemp("model"), SIZE)


@pytest.fixture(scope="module")
def batch(preparation):
    return lessons(preparation, SIZE, np.random.default_rng(0), 40)


def test_as_many_are_given_as_are_asked_for(batch):
    rows = batch["heard_segments"]
    assert rows.shape[0] * IN_A_ROW == 40
    assert all(set(row.tolist()) - {-1} == set(range(IN_A_ROW + 1)) for row in rows)


def test_no_picture_is_shown_and_words_stand_where_they_stand_behind_one(preparation, batch):
    assert not (batch["heard_tokens"] == preparation.token("<|image_pad|>")).any()
    for row, places in zip(batch["heard_segments"], batch["heard_positions"][0]):
        before = int((row == 0).sum()) - 1  # all but the token that ends the picture
        assert places[row == 1][0] >= before + SIZE.grid


def test_a_kind_or_that_it_is_none_is_learned(preparation, batch):
    thoughts = {f"<think>{kind.why}." for kind in kinds().values()} | {f"<think>{THOUGHT}"}
    for row, labels in zip(batch["heard_segments"], batch["heard_labels"]):
        for number in range(1, IN_A_ROW + 1):
            learned = labels[(row == number) & (labels != NOT_LEARNED)].tolist()
            assert preparation.tokenizer.decode(learned, skip_special_tokens=False) in thoughts


def test_lessons_lower_their_loss(preparation, batch):
    network = reasoner.WarmReasoner(preparation, SIZE, 0)
    optimizer = torch.optim.AdamW(network.parameters(), 1e-3)

    def loss():
        labels = batch["heard_labels"][:, 1:]
        logits = network.heard_logits(batch).float()
        return torch.nn.functional.cross_entropy(logits, labels[labels != NOT_LEARNED])

    first = loss()
    for _ in range(5):
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()
    assert loss() < 0.8 * first
