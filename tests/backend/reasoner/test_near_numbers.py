"""Coordinates are read off all that the model holds likely."""

import json

import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import ModelBroken
from askmap.backend.models.askmap_json import read_ours
from askmap.backend.models.tokenizer_json import read_tokenizer
from askmap.backend.reasoner.near_numbers import near_numbers
from tokenizers import Tokenizer, models

TOLERANCE = 150


@pytest.fixture(scope="module")
def tokenizer():
    return read_tokenizer(POCKET / "reasoner" / "tokenizer.json")


@pytest.fixture(scope="module")
def near(tokenizer):
    return near_numbers(tokenizer, TOLERANCE)


def settled(tokenizer, near, likely):
    """The number that is written where the model holds these likely, by number."""
    logits = torch.full((tokenizer.get_vocab_size(),), -30.0)
    for number, share in likely.items():
        logits[tokenizer.encode(str(number)).ids[0]] = torch.tensor(share).log()
    return int(tokenizer.decode([near.settle(int(logits.argmax()), logits)]))


@pytest.mark.parametrize(
    ("likely", "written"),
    [
        ({400: 1.0}, 400),
        ({1000: 0.9, 0: 0.1}, 1000),
        ({400: 0.4, 450: 0.3, 460: 0.3}, 450),  # the middle of what lies together
        ({300: 0.4, 310: 0.2, 320: 0.4}, 310),
        ({100: 0.3, 700: 0.36, 110: 0.34}, 110),  # two things: the one that is likelier, not between them
    ],
)
def test_the_number_nearest_to_all_that_is_likely_is_written(tokenizer, near, likely, written):
    assert settled(tokenizer, near, likely) == written


def test_words_stay_as_they_are(tokenizer, near):
    logits = torch.zeros(tokenizer.get_vocab_size())
    word = tokenizer.encode(" none").ids[0]
    assert near.settle(word, logits) == word


def test_numbers_in_several_tokens_are_not_put_together():
    assert near_numbers(Tokenizer(models.BPE({str(n): n for n in range(10)}, [])), TOLERANCE) is None


@pytest.mark.parametrize("tolerance", [0, -1, 1001, 1.5, True, "150", None])
def test_a_tolerance_that_is_none_breaks_the_folder(tmp_path, tolerance):
    file = tmp_path / "askmap.json"
    file.write_text(json.dumps({"tolerance": tolerance}))
    with pytest.raises(ModelBroken):
        read_ours(file)
