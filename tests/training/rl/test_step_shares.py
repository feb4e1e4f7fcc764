"""How long a recipe trains, how its steps are shared out to processes and passes, and who samples them."""

from dataclasses import replace

import pytest
from askmap.training.pocket.recipe import BadRecipe
from askmap.training.rl.recipe import PrimeRecipe, Source, Writing

RECIPE = PrimeRecipe(method="bop", reasoner="r", samples=Source("landscapes"), steps=1)


@pytest.mark.parametrize(
    ("epochs", "samples", "steps"), [(1.0, 80, 10), (5.0, 87, 50), (0.5, 80, 5), (0.01, 80, 1)]
)
def test_epochs_become_steps(epochs, samples, steps):
    recipe = replace(RECIPE, steps=0, epochs=epochs, questions=8).lasting(samples)
    assert (recipe.steps, recipe.epochs) == (steps, 0.0)


def test_steps_stay_however_many_samples_there_are():
    assert replace(RECIPE, steps=7).lasting(8) == replace(RECIPE, steps=7)


def test_too_few_samples_for_one_step_are_refused():
    with pytest.raises(BadRecipe, match="asks 8 questions, but there are only 7 samples"):
        RECIPE.lasting(7)


@pytest.mark.parametrize(
    ("processes", "micro_batch", "passes"), [(1, 16, 8), (2, 16, 4), (4, 16, 2), (2, 4, 16), (4, 32, 1)]
)
def test_a_step_is_shared_out_evenly(processes, micro_batch, passes):
    assert replace(RECIPE, questions=8, rollouts=16, micro_batch=micro_batch).passes(processes) == passes


@pytest.mark.parametrize(("processes", "micro_batch"), [(3, 16), (16, 4), (8, 32)])
def test_what_cannot_be_shared_out_evenly_is_refused(processes, micro_batch):
    with pytest.raises(BadRecipe, match="shared out evenly"):
        replace(RECIPE, questions=8, rollouts=16, micro_batch=micro_batch).passes(processes)


def test_a_label_is_imitated_as_a_whole():
    assert replace(RECIPE, method="supervised", rollouts=1, micro_batch=4).passes(1) == 2
    with pytest.raises(BadRecipe, match="imitated as a whole"):
        replace(RECIPE, method="supervised", rollouts=16, micro_batch=4)


@pytest.mark.parametrize(
    ("settings", "here"),
    [
        ({"method": "bop"}, True),
        ({"method": "bop", "vllm": "server"}, False),
        ({"method": "supervised"}, False),
        ({"method": "supervised", "writing": Writing(thoughts="own")}, True),
    ],
)
def test_rollouts_and_own_thoughts_are_sampled_here_and_labels_are_not(settings, here):
    assert replace(RECIPE, **settings).samples_here is here
