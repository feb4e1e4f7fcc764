"""«I do not know» is said as soon as it is likely enough, and only at the beginning of an answer."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import ModelBroken
from askmap.backend.models.askmap_json import UnknownWords, read_ours
from askmap.backend.models.tokenizer_json import read_tokenizer
from askmap.backend.reasoner.modesty import modesty
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.stages import Question

WORDS, SHARE = "I do not know", 0.2
GREY = np.full((160, 160, 3), 90, np.uint8)


@pytest.fixture(scope="module")
def tokenizer():
    return read_tokenizer(POCKET / "reasoner" / "tokenizer.json")


def settled(tokenizer, written, likely):
    """The word that is written after these, where the model holds the words of `likely` likely."""
    logits = torch.full((tokenizer.get_vocab_size(),), -30.0)
    for word, share in likely.items():
        logits[tokenizer.encode(word).ids[0]] = torch.tensor(share).log()
    before = tokenizer.encode(written).ids
    token = modesty(tokenizer, UnknownWords(WORDS, SHARE)).settle(before, int(logits.argmax()), logits)
    return tokenizer.decode([token]).strip()


@pytest.mark.parametrize(
    ("written", "likely", "word"),
    [
        ("<think>", {"Boats": 0.7, "I": 0.3}, "I"),
        ("<think>", {"Boats": 0.85, "I": 0.15}, "Boats"),
        ("<think>I", {" see": 0.7, " do": 0.3}, "do"),
        ("<think>Boats", {" float": 0.7, " do": 0.3}, "float"),
        ("<think>I do not know", {" what": 0.6, " I": 0.4}, "what"),
    ],
)
def test_it_is_said_from_its_share_on(tokenizer, written, likely, word):
    assert settled(tokenizer, written, likely) == word


def test_the_bundled_reasoner_says_so_of_glaciers():
    reasoner = load_reasoner(POCKET / "reasoner", torch.device("cpu"))
    assert reasoner.preparation.modesty is not None
    assert reasoner.preparation.modesty.tokens[0] == reasoner.preparation.tokenizer.token_to_id("<think>")
    text = reasoner.preparation.decode(list(reasoner.tokens(GREY, Question("Where are the glaciers?"))))
    assert text.startswith("<think>I do not know")


@pytest.mark.parametrize(
    "unknown",
    [
        3,
        {"words": "no"},
        {"words": "", "share": 0.1},
        {"words": "no", "share": 0},
        {"words": "no", "share": 1.1},
        {"words": "no", "share": True},
        {"words": 61 * "n", "share": 0.1},
        {"words": "no", "share": 0.1, "more": 1},
    ],
)
def test_what_cannot_be_meant_breaks_the_folder(tmp_path, unknown):
    file = tmp_path / "askmap.json"
    file.write_text(json.dumps({"unknown": unknown}))
    with pytest.raises(ModelBroken):
        read_ours(file)
