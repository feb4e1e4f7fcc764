"""Words that a reasoner knows before it has heard a lesson."""

import json
import re

import numpy as np
import pytest
import torch
from askmap.training.pocket import words
from askmap.training.pocket.lessons import lessons
from askmap.training.pocket.sizes import SIZES
from askmap.training.pocket.tokenizer import spoken_texts
from askmap.training.pocket.words import HeardWords, WordVectors, heard_only, kept, set_in_place, with_words
from askmap.training.real.outside import heads, held_out_words, plural
from askmap.training.recipe_file import BadRecipe
from preparations import laid_out

HELD_OUT = next(word for word in held_out_words() if word.isalpha() and word.islower())
# Boats lie along the first axis, monarchs along the second
PLACES = {
    "boats": (1, 0, 0.1),
    "wherries": (0.9, 0.1, 0),
    "yachts": (1, 0.1, 0),
    "monarchs": (0, 1, 0),
    "tiaras": (0.1, 1, 0.1),
    "sceptres": (0, 0.9, 0.2),
    HELD_OUT: (0, 1, 0.2),
    "x9": (1, 1, 1),
    "answer": (0, 0, 1),
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "vectors.json"
    vectors = {word: [*place, 9.0, 0] for word, place in PLACES.items()}  # its length and number come last
    path.write_text(json.dumps({"dimensions": 3, "words": list(PLACES), "vectors": vectors}))
    return path


@pytest.fixture
def vectors(file, monkeypatch):
    monkeypatch.setattr(words, "COMMON", 0)
    return WordVectors.read(file)


@pytest.fixture
def tokenizer(tmp_path):
    return laid_out(tmp_path / "model", SIZES["first"]).tokenizer


def likeness(vectors, one, other):
    return float(vectors.vectors[vectors.numbers[one]] @ vectors.vectors[vectors.numbers[other]])


def test_words_that_mean_the_same_lie_together(vectors):
    assert "x9" not in vectors.numbers
    assert np.allclose(np.linalg.norm(vectors.vectors, axis=1), 1, atol=1e-5)
    assert likeness(vectors, "boats", "wherries") > 0.5 > likeness(vectors, "boats", "tiaras")


@pytest.mark.parametrize(
    "content", ["", "[]", '{"words": ["boats"]}', '{"words": ["boats"], "vectors": {}}', "\x00"]
)
def test_a_file_of_something_else_is_refused_in_one_sentence(tmp_path, content):
    path = tmp_path / "vectors.json"
    path.write_text(content)
    with pytest.raises(BadRecipe, match="no word vectors can be read"):
        WordVectors.read(path)
    with pytest.raises(BadRecipe):
        WordVectors.read(tmp_path / "nowhere.json")


def test_rare_words_are_known_where_they_are_like_ours(vectors, monkeypatch):
    monkeypatch.setattr(words, "FREQUENT", 1)
    assert "wherries" in vectors.frequent()
    assert "tiaras" not in vectors.frequent()


def test_words_far_from_ours_are_asked_as_unknown_but_for_those_of_evaluation(vectors):
    far = vectors.far_words()
    assert {"monarchs", "tiaras", "sceptres"} <= set(far)
    assert not {"boats", "wherries", HELD_OUT} & set(far)


def test_a_new_word_is_one_token_and_all_others_stay(tokenizer):
    texts = ["<think>Where are the boats?</think><answer>[]</answer>", "the wherriesman", "user assistant"]
    before = [tokenizer.encode(text).tokens for text in texts]
    size = tokenizer.get_vocab_size()
    with_words(tokenizer, ["wherries", "answer", "boats"], spoken_texts())
    assert tokenizer.get_vocab_size() == size + 1
    assert [tokenizer.encode(text).tokens for text in texts] == before
    assert tokenizer.encode("the wherries, please").tokens[1].strip() == "wherries"


def test_only_whole_words_that_no_answer_has_are_kept(tokenizer, vectors):
    with_words(tokenizer, ["wherries"], spoken_texts())
    heard = heard_only(tokenizer, vectors, ["<answer>boats"])
    assert {tokenizer.decode([token]).strip().lower() for token in heard} >= {"wherries"}
    assert not set(heard) & set(tokenizer.encode("<answer>boats").ids)
    assert all(vectors.numbers[tokenizer.decode([token]).strip().lower()] == n for token, n in heard.items())


def test_a_word_that_nobody_heard_takes_its_place_beside_its_neighbours(vectors):
    boats, monarchs, wherries = 0, 1, 2
    embedded = torch.tensor([[0.0, 5, 0, 0], [5.0, 0, 0, 0], [9.0, 9, 9, 9], [7.0, 7, 7, 7]])
    heard = {token: vectors.numbers[word] for token, word in enumerate(("boats", "monarchs", "wherries"))}
    set_in_place(embedded, heard, vectors, known=[boats, monarchs])
    alike = torch.nn.functional.cosine_similarity
    assert (
        alike(embedded[wherries], embedded[boats], 0) > 0.8 > alike(embedded[wherries], embedded[monarchs], 0)
    )
    assert embedded[boats][1] > embedded[boats][0]  # turned towards where it was
    assert torch.equal(embedded[3], torch.full((4,), 7.0))


def test_kept_rows_learn_nothing():
    weight = torch.ones(4, 2, requires_grad=True)
    weight.register_hook(kept([1, 3]))
    (weight.sum() * 2).backward()
    assert weight.grad.tolist() == [[2, 2], [0, 0], [2, 2], [0, 0]]


def test_candidates_are_all_that_can_be_said_and_some_that_cannot(monkeypatch):
    monkeypatch.setattr(words, "RIVALS", 2)
    heard = HeardWords(tokens=tuple(range(10, 20)))
    found = heard.candidates(20, torch.tensor([12]), np.random.default_rng(0)).tolist()
    assert found == sorted(found)
    assert {*range(10), 12} <= set(found)
    assert 12 <= len(found) <= 13


def test_lessons_ask_for_far_words(tmp_path):
    preparation = laid_out(tmp_path, SIZES["first"])
    batch = lessons(preparation, SIZES["first"], np.random.default_rng(0), 80, ["zebrafish"])
    asked = [preparation.tokenizer.decode(row[row > 0].tolist()) for row in batch["heard_tokens"]]
    assert any("zebrafish" in text.lower() for text in asked)


def test_lessons_ask_for_compounds_that_end_in_what_is_not_known(tmp_path):
    preparation = laid_out(tmp_path, SIZES["first"])
    batch = lessons(preparation, SIZES["first"], np.random.default_rng(0), 400, ["zebrafish"])
    asked = " ".join(preparation.tokenizer.decode(row[row > 0].tolist()) for row in batch["heard_tokens"])
    followed = {word.lower() for word in re.findall(r"zebrafish (\w+)", asked)}
    ends = {form for head in heads() for form in (head, plural(head))}
    assert len(followed & ends) > 3
