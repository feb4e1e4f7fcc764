"""The benchmark of corrected masks: who is measured when, and what is told of it."""

from __future__ import annotations

import json

import pytest
from askmap.training.benchmarks.refine_speed import (
    AGAIN,
    ASKED_EVERY,
    CLICKS_A_TARGET,
    OURS,
    PEER,
    Waits,
    click_targets,
    figures,
    main,
    measure_waits,
    table,
)


def test_each_click_adds_a_point_until_the_person_turns_to_another_target():
    targets = list(click_targets(1000, 2 * CLICKS_A_TARGET))
    counts = [len(target.points) + len(target.negatives) for target in targets]
    assert counts == 2 * list(range(1, CLICKS_A_TARGET + 1))
    assert len({target.box for target in targets}) == 2
    assert targets == list(click_targets(1000, 2 * CLICKS_A_TARGET))


def test_clicks_lie_in_their_boxes_and_boxes_in_the_scene():
    for target in click_targets(64, 20):
        box = target.box
        assert min(box.x0, box.y0) >= 0
        assert max(box.x1, box.y1) <= 64
        for point in (*target.points, *target.negatives):
            assert box.x0 <= point.x <= box.x1
            assert box.y0 <= point.y <= box.y1


def test_all_sides_take_turns_and_whole_answers_are_fewer():
    asked = []
    sides = {name: lambda target, name=name: asked.append(name) for name in (OURS, PEER, AGAIN)}
    waits = measure_waits(sides, list(click_targets(64, 2 * ASKED_EVERY)))
    assert asked[:5] == [OURS, PEER, AGAIN, OURS, PEER]
    assert (asked.count(OURS), asked.count(PEER), asked.count(AGAIN)) == (20, 20, 2)
    assert [len(held.then) for held in waits.values()] == [19, 19, 1]


def test_the_first_wait_is_told_apart():
    waits = {OURS: Waits(9.0, (1.0, 2.0, 3.0)), PEER: Waits(9.0, (20.0,))}
    told = figures(waits)["sides"]
    assert (told[OURS]["first_s"], told[OURS]["median_s"], told[OURS]["count"]) == (9.0, 2.0, 3)
    assert told[PEER]["ratio"] == pytest.approx(10.0)
    assert table(waits).row_count == 2


def test_the_bundled_pair_is_measured(capsys):
    assert main(["--clicks", "2", "--side", "256", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told["sides"]) == {OURS, PEER, AGAIN}
    assert told["sides"][OURS]["count"] == 1
