import shutil

import numpy as np
import pytest
from askmap.training.data.samples import BadData
from askmap.training.pocket import segmenter
from askmap.training.pocket.recipe import Recipe
from askmap.training.pocket.segmenter import PromptedMasks
from askmap.training.real.views import RealThing, RealView, real_view
from open_sets import write_open_sets

RECIPE = Recipe("segmenter", steps=8, scenes=1, learning_rate=1e-3, side_px=128, prompts=3, domain="wild")
TRUSTED = ("tank", "pool")  # of the set's kinds those with outlines drawn by hand


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_open_sets(tmp_path_factory.mktemp("open"))


def real(folder, share=1.0):
    return PromptedMasks(Recipe(**{**vars(RECIPE), "sets": str(folder), "real": share}))


def test_pictures_are_generated_where_no_share_is_real(folder):
    assert all(
        (real(folder, 0.0)[step]["pixels"] == PromptedMasks(RECIPE)[step]["pixels"]).all() for step in (0, 1)
    )


def test_a_step_of_real_things_always_gives_the_same_batch(folder):
    first, again = real(folder)[3], real(folder)[3]
    assert all((first[name] == again[name]).all() for name in first)


def test_only_outlines_drawn_by_hand_are_learned(folder):
    """Every truth of the batches is the mask of a tank or of a pool of the view that was shown."""
    shown = 0
    for step in range(8):
        batch, seed = real(folder)[step], RECIPE.first_scene + step
        trusted = [
            t.mask for t in real_view(seed, folder, "train", 128).things if t.kind in TRUSTED and t.is_asked
        ]
        if not trusted:  # another view took the place of this one
            continue
        sizes = {int(mask.sum()) for mask in trusted}
        shown += 1
        for truth in batch["truth"][0].numpy():
            assert round(float(np.sum(truth)) * 4) in sizes
    assert shown > 0


def test_a_set_without_outlines_is_told_and_not_searched_for_ever(folder, tmp_path):
    shutil.copytree(folder / "cars_kit_ais", tmp_path / "cars_kit_ais")  # boxes alone
    with pytest.raises(BadData, match="200 views of .* show no outline that was drawn by hand"):
        real(tmp_path)[0]


def test_a_pool_among_many_tanks_is_prompted_as_often_as_they_are(folder, monkeypatch):
    masks = [np.zeros((128, 128), np.bool_) for _ in range(10)]
    for number, mask in enumerate(masks):
        mask[number * 12 : number * 12 + 8, : 8 if number else 64] = True
    things = (RealThing("pool", masks[0]), *(RealThing("tank", mask) for mask in masks[1:]))
    view = RealView(np.zeros((128, 128, 3), np.uint8), things, frozenset(), frozenset(), 0.3, ("made",))
    monkeypatch.setattr(segmenter, "real_view", lambda *_: view)
    recipe = Recipe(**{**vars(RECIPE), "sets": str(folder), "real": 1.0, "prompts": 200})
    sizes = PromptedMasks(recipe)[0]["truth"][0].sum((1, 2)) * 4
    assert 70 < (sizes == masks[0].sum()).sum() < 130


def test_real_and_generated_pictures_come_mixed(folder):
    mixed, made = real(folder, 0.5), PromptedMasks(RECIPE)
    same = [(mixed[step]["truth"] == made[step]["truth"]).all().item() for step in range(8)]
    assert True in same
    assert False in same
