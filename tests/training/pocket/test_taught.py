from dataclasses import replace

import numpy as np
import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.training.data.samples import BadData
from askmap.training.pocket import reasoner, taught
from askmap.training.pocket.batches import AskedViews
from askmap.training.pocket.recipe import BadRecipe, Recipe
from askmap.training.pocket.sights import NOTHING, sights
from askmap.training.pocket.sizes import SIZES
from askmap.training.pocket.taught import TaughtViews, turned
from askmap.training.real.views import real_view
from open_sets import write_open_sets
from preparations import laid_out

WIDTH, COUNT = 384, 6


@pytest.fixture(scope="module")
def sets(tmp_path_factory):
    return write_open_sets(tmp_path_factory.mktemp("open"))


@pytest.fixture(scope="module")
def folder(sets, tmp_path_factory):
    out = tmp_path_factory.mktemp("taught")
    taught.write(sets, out, COUNT)
    features = np.random.default_rng(0).normal(3, 2, (COUNT, 10, 10, WIDTH))
    np.save(out / "features.npy", features.astype(np.float16))
    return out


def test_views_are_written_with_what_is_known_of_them(sets, folder):
    view = real_view(taught.FIRST_VIEW + 1, sets, "train", 256)
    seen = sights(view, 10)
    assert (np.load(folder / "images.npy")[1] == view.image).all()
    assert np.load(folder / "kinds.npy")[1] / 255 == pytest.approx(seen["kinds"].numpy(), abs=0.003)
    assert (np.load(folder / "known.npy")[1] == seen["known"].numpy()).all()


def test_nothing_stands_under_its_name_before_it_is_whole(sets, tmp_path, monkeypatch):
    views = iter([real_view(1, sets, "train", 256)])
    monkeypatch.setattr(taught, "real_view", lambda *_: next(views))
    with pytest.raises(StopIteration):
        taught.write(sets, tmp_path, 2)
    assert not list(tmp_path.glob("*.npy"))


def test_picture_kinds_and_features_are_turned_together():
    picture = np.arange(64).reshape(8, 8)
    patches = picture.reshape(2, 4, 2, 4).mean((1, 3))  # means of a 2 x 2 grid
    ways = [turned(picture, turn) for turn in range(8)]
    assert len({way.tobytes() for way in ways}) == 8
    for turn, way in enumerate(ways):
        assert (turned(patches, turn) == way.reshape(2, 4, 2, 4).mean((1, 3))).all()


def test_features_have_mean_0_and_spread_1(folder):
    views, rng = TaughtViews(folder), np.random.default_rng(0)
    features = torch.stack([views.any(rng).features for _ in range(20)])
    assert features.mean().abs() < 0.05
    assert (features.std() - 1).abs() < 0.05


@pytest.mark.parametrize("name", ["images", "kinds", "known", "features"])
def test_a_folder_that_is_not_whole_is_told(folder, name, tmp_path):
    for file in folder.glob("*.npy"):
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / f"{name}.npy").unlink()
    with pytest.raises(BadData, match=rf"no {name}\.npy"):
        TaughtViews(tmp_path)


def test_some_views_of_a_batch_are_taught_and_the_rest_has_places(sets, folder):
    batch = asked(sets, folder, dense_steps=1)[0]
    count = int(batch["taught"].sum())
    assert 0 < count < len(batch["taught"])
    assert batch["features"].shape == (count, 10, 10, WIDTH)
    assert (batch["places"][batch["taught"]] == NOTHING).all()
    assert (batch["places"][~batch["taught"]] != NOTHING).any()


def test_once_questions_come_no_view_is_taught(sets, folder):
    assert "features" not in asked(sets, folder, dense_steps=0)[0]


def test_what_a_teacher_sees_is_learned(sets, folder, tmp_path):
    preparation = laid_out(tmp_path, SIZES["deep"])
    batch = asked(sets, folder, dense_steps=1, preparation=preparation)[0]
    network = reasoner.WarmReasoner(preparation, SIZES["deep"], 0)
    loss, terms = reasoner.loss(network, batch)
    assert 0.5 < terms["teacher"] < 5
    loss.backward()
    assert network.teacher.weight.grad.abs().max() > 0


def test_taught_views_need_a_folder():
    with pytest.raises(BadRecipe, match="«taught» is 0.5, but «teacher» names no folder"):
        Recipe("reasoner", steps=1, scenes=1, learning_rate=1e-3, taught=0.5)


def asked(sets, folder, dense_steps, preparation=None):
    recipe = Recipe("reasoner", steps=1, scenes=8, learning_rate=1e-3, prompts=1, dense_steps=dense_steps)
    recipe = replace(recipe, sets=str(sets), real=1.0, teacher=str(folder), taught=0.5)
    preparation = preparation or Preparation.from_folder(POCKET / "reasoner")
    return AskedViews(recipe, preparation, SIZES["deep"])
