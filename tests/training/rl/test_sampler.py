"""What a run asks, step by step."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from askmap.training.rl.sampler import Order

ORDER = Order(samples=7, questions=2, siblings=3, passes=2, steps=8, seed=4)


def steps_of(order: Order) -> list[list[int]]:
    rows, size = list(order), len(order) // order.steps
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def test_siblings_stand_side_by_side_and_each_pass_gets_all_of_its_step():
    for step in steps_of(ORDER):
        first, second = step[0], step[3]
        assert first != second
        assert step == [first] * 3 + [second] * 3 + [first] * 3 + [second] * 3


def test_an_epoch_asks_each_sample_once_at_most_and_epochs_differ():
    asked = [(step[0], step[3]) for step in steps_of(ORDER)]
    epochs = [asked[start : start + 3] for start in (0, 3)]
    assert all(len({n for pair in epoch for n in pair}) == 6 for epoch in epochs)
    assert epochs[0] != epochs[1]


def test_a_longer_run_begins_as_a_shorter_one():
    assert list(islice(replace(ORDER, steps=90), len(ORDER))) == list(ORDER)
    assert len(list(ORDER)) == len(ORDER)


def test_another_seed_asks_otherwise():
    assert list(replace(ORDER, seed=5)) != list(ORDER)
