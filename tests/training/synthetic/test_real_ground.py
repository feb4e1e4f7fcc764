"""Real imagery under and on generated things."""

import cv2
import numpy as np
import pytest
from askmap.training.data.samples import BadData
from askmap.training.synthetic.landmarks import LANDMARKS
from askmap.training.synthetic.landscape import landscape
from askmap.training.synthetic.real_ground import real_ground
from askmap.training.synthetic.things import Board, Shape, rectangle

SIDE = 64


@pytest.fixture
def tiles(tmp_path):
    """Two tiles of stripes, far from any colour that is drawn."""
    for number, colour in enumerate(((250, 0, 250), (0, 250, 250))):
        tile = np.zeros((32, 32, 3), np.uint8)
        tile[::2] = colour
        cv2.imwrite(str(tmp_path / f"{number}.png"), tile)
    return tmp_path


def a_board(relief=None):
    image = np.full((SIDE, SIDE, 3), 100, np.uint8)
    return Board(image, np.zeros((SIDE, SIDE), np.uint8), np.random.default_rng(0), 1.0, 0.0, relief=relief)


def a_square():
    return Shape((rectangle(20, 20) + 32.0,), (120, 120, 120))


def test_real_ground_fills_the_whole_picture_and_follows_from_the_seed(tiles):
    first, again = (real_ground(np.random.default_rng(3), tiles, 100) for _ in range(2))
    assert first.shape == (100, 100, 3)
    assert first.reshape(-1, 3).std(0).min() > 20
    assert np.array_equal(first, again)


def test_a_folder_without_pictures_is_refused(tmp_path):
    with pytest.raises(BadData, match="no pictures"):
        real_ground(np.random.default_rng(0), tmp_path, 64)


def test_tiles_change_the_picture_and_the_same_seed_gives_the_same_one(tiles):
    drawn, laid, again = (landscape(5, "wild", side_px=128, tiles=folder) for folder in (None, tiles, tiles))
    assert not np.array_equal(drawn.image, laid.image)
    assert np.array_equal(laid.image, again.image)
    assert np.array_equal(laid.ids, again.ids)


def test_relief_lightens_and_darkens_the_last_thing_around_its_own_colour():
    relief = np.zeros((SIDE, SIDE, 3), np.float32)
    relief[::2] = 60
    board = a_board(relief)
    board.draw(a_square(), "pool")
    board.add_relief(0.5)
    inside = board.ids == 1
    assert np.unique(board.image[inside]) == pytest.approx([105, 135], abs=1)  # half of 60, around its mean
    assert (board.image[~inside] == 100).all()


def test_without_imagery_there_is_no_relief():
    board = a_board()
    board.draw(a_square(), "pool")
    board.add_relief(1.0)
    assert (board.image[board.ids == 1] == 120).all()


@pytest.mark.parametrize("kind", LANDMARKS)
def test_every_landmark_can_be_seen_and_around_it_is_nothing_but_its_shadow(kind):
    board = a_board()
    board.draw(LANDMARKS[kind](board, (10, 200, 30)), kind)
    inside = board.ids == 1
    assert (board.image[inside] != 100).any()
    assert set(np.unique(board.image[~inside])) <= {55, 100}
