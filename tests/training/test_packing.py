import numpy as np
import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.stages import Question
from askmap.training.packing import NOT_LEARNED, PackedTurn, pack, stack, visible
from askmap.training.pocket.reasoner import WarmReasoner
from askmap.training.pocket.sizes import SIZES
from askmap.training.synthetic.landscape import landscape


@pytest.fixture(scope="module")
def preparation():
    return Preparation.from_folder(POCKET / "reasoner")


SIZE = SIZES["first"]
IMAGE, START = 7, 1
FIRST = PackedTurn([START, *[IMAGE] * 4, 2, 3], [4, 5])
SECOND = PackedTurn([START, *[IMAGE] * 4, 2, 9, 9], [6])


def test_the_picture_comes_once_and_each_question_after_it():
    row = pack([FIRST, SECOND], IMAGE, 2)
    assert row["tokens"].tolist() == [1, 7, 7, 7, 7, 2, 3, 4, 5, 2, 9, 9, 6]
    assert row["segments"].tolist() == [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]


def test_only_answers_are_learned():
    row = pack([FIRST, SECOND], IMAGE, 2)
    learned = row["labels"] != NOT_LEARNED
    assert row["tokens"][learned].tolist() == [4, 5, 6]
    assert torch.equal(row["labels"][learned], row["tokens"][learned])


def test_a_question_sees_the_picture_and_itself_but_no_other_question():
    seen = visible(pack([FIRST, SECOND], IMAGE, 2)["segments"][None])[0, 0]
    assert seen[9].nonzero().flatten().tolist() == [0, 1, 2, 3, 4, 9]
    assert seen[6].nonzero().flatten().tolist() == [0, 1, 2, 3, 4, 5, 6]


def test_a_packed_question_gives_the_logits_it_gives_alone(preparation):
    """Against transformers' own forward pass, which knows nothing of packing."""
    network = WarmReasoner(preparation, SIZE, 0).eval()
    image = preparation.token("<|image_pad|>")
    texts = ["Where is fuel stored?", "What can fly?"]
    turns = [
        PackedTurn(
            preparation.prompt_tokens(Question(t), SIZE.grid**2), preparation.encode("<think>Fuel</think>")
        )
        for t in texts
    ]
    patches, grid = preparation.pixels_batch(landscape(0).image[None])
    batch = stack([pack(turns, image, SIZE.grid)]) | {"patches": patches, "grid": grid}
    with torch.no_grad():
        _, packed = network(batch)
        for number, turn in enumerate(turns, start=1):
            tokens = torch.tensor([turn.prompt + turn.answer])
            alone = network.reasoner(
                input_ids=tokens,
                pixel_values=patches,
                image_grid_thw=grid,
                mm_token_type_ids=(tokens == image).int(),
            ).logits[0]
            learned = batch["segments"][0, 1:][batch["labels"][0, 1:] != NOT_LEARNED] == number
            mine = packed[learned]  # what stands before each learned token
            np.testing.assert_allclose(mine.numpy(), alone[-len(mine) - 1 : -1].numpy(), atol=2e-4)
