import json

import numpy as np
import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.parsing.grounding import parse_grounding
from askmap.training.pocket.tokenizer import PLACES, answer_text, new_tokenizer, on_grid
from askmap.training.synthetic.landscape import KINDS, landscape
from askmap.training.synthetic.questions import PURPOSES, ask, ask_for, wide_wordings
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer


@pytest.fixture(scope="module")
def tokenizer():
    """The bundled one; another test holds that it is what the code makes."""
    return Tokenizer.from_file(str(POCKET / "reasoner" / "tokenizer.json"))


def asked_all(domain, count):
    return [ask(landscape(seed, domain), np.random.default_rng(seed), domain) for seed in range(count)]


def test_every_kind_has_a_purpose_and_no_wording_is_asked_in_both_domains():
    assert set(PURPOSES) == set(KINDS)
    for purpose in PURPOSES.values():
        assert not set(purpose.wordings) & set(purpose.wordings_out)


def test_no_wording_is_shared_by_two_kinds():
    wordings = [text for purpose in PURPOSES.values() for text in (*purpose.wordings, *purpose.wordings_out)]
    assert len(wordings) == len(set(wordings))
    wide = [text for kind in KINDS for text in wide_wordings(kind)]
    assert len(wide) == len(set(wide))


def test_no_sentence_that_is_held_out_is_made_of_the_pieces():
    held_out = {text for purpose in PURPOSES.values() for text in purpose.wordings_out}
    assert not held_out & {text for kind in KINDS for text in wide_wordings(kind)}


def test_the_mask_is_all_of_the_kind_and_empty_where_none_is():
    for asked in asked_all("in", 30):
        assert asked.mask.any() == bool(asked.targets)


def test_some_questions_have_no_target_and_say_so():
    asked = asked_all("in", 80)
    without = [a for a in asked if not a.targets]
    assert 0.1 < len(without) / len(asked) < 0.4
    assert all("There is none" in a.thought for a in without)


def test_targets_come_from_left_to_right_with_a_sentence_each():
    for asked in asked_all("in", 30):
        middles = [t.box.x0 + t.box.x1 for t in asked.targets]
        assert middles == sorted(middles)
        assert asked.thought.count("I see") == len(asked.targets)


def test_the_backend_reads_what_a_perfect_reasoner_writes():
    for asked in asked_all("out", 30):
        grounding = parse_grounding(answer_text(asked, 256), "think2seg", (1000, 1000))
        assert len(grounding.targets) <= len(asked.targets)  # boxes nearly the same are read as one
        assert bool(grounding.targets) == bool(asked.targets)
        assert grounding.thought == asked.thought


def test_coordinates_lie_on_the_grid_and_boxes_have_an_area():
    for seed in range(15):
        world = landscape(seed)
        for thing in world.things:
            asked = ask_for(world, thing.kind, np.random.default_rng(seed))
            rows = json.loads(answer_text(asked, 256).split("<answer>")[1].removesuffix("</answer>"))
            for row in rows:
                x0, y0, x1, y1 = row["bbox_2d"]
                assert x0 < x1
                assert y0 < y1
                assert {x0, y0, *sum(row["positive_points"], [])} <= set(PLACES)


@given(st.floats(-10, 1010))
def test_a_place_on_the_grid_is_the_nearest_one(value):
    assert on_grid(value) in PLACES
    assert abs(on_grid(value) - min(1000, max(0, value))) <= 5


@pytest.fixture(scope="module")
def of_real_ground():
    return new_tokenizer(real=True)


def test_the_bundled_tokenizer_knows_the_words_that_the_code_learns(tokenizer, of_real_ground):
    learned = tokenizer.get_vocab(with_added_tokens=False)
    assert set(of_real_ground.get_vocab()) == set(learned)
    assert all(word.isalpha() and word.islower() for word in tokenizer.get_vocab().keys() - learned)


def test_the_names_of_real_kinds_are_words_and_those_of_what_is_not_known_pieces(of_real_ground):
    assert of_real_ground.encode("Where are the swimming pools?").tokens[-2:] == ["Ġpools", "?"]
    assert len(of_real_ground.encode(" glacier").ids) > 1
    assert len(of_real_ground.encode(str(PLACES[-1])).ids) == 1


def test_every_place_is_one_token(tokenizer):
    assert all(len(tokenizer.encode(str(place)).ids) == 1 for place in PLACES)


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_the_tokenizer_writes_any_text(of_real_ground, text):
    assert of_real_ground.decode(of_real_ground.encode(text).ids, skip_special_tokens=False) == text


@settings(max_examples=50)
@given(st.text(max_size=60))
@example("\rlb of\n glaciers")
def test_the_bundled_one_loses_no_more_than_the_space_before_words_that_are_only_heard(tokenizer, text):
    written = tokenizer.decode(tokenizer.encode(text).ids, skip_special_tokens=False)
    assert "".join(written.split()) == "".join(text.split())
