import re

import numpy as np
import pytest
from askmap.backend.parsing.grounding import parse_grounding
from askmap.backend.stages import Box, Target
from askmap.training.data.samples import OUTSIDE
from askmap.training.pocket.tokenizer import answer_text
from askmap.training.real.kinds import kinds
from askmap.training.real.outside import compound, heads, held_out_words, outside_question, trained_words
from askmap.training.real.questions import MOST_TARGETS, absent_kinds, answerable, ask, thought
from askmap.training.real.views import RealThing, RealView, real_view
from askmap.training.real.wordings import functions, named
from askmap.training.synthetic.landscape import KINDS
from open_sets import write_open_sets


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_open_sets(tmp_path_factory.mktemp("open"))


def asked_all(folder, count, wordings="in"):
    for seed in range(count):
        view = real_view(seed, folder, "train", 128)
        yield view, ask(view, np.random.default_rng(seed), wordings)


def view_with(*things, known=("car",), shown=()):
    image = np.zeros((64, 64, 3), np.uint8)
    return RealView(image, tuple(things), frozenset(known), frozenset(shown), 0.3, ("made",))


def thing(kind, x, y, side=5, **options):
    mask = np.zeros((64, 64), np.bool_)
    mask[y : y + side, x : x + side] = True
    return RealThing(kind, mask, **options)


def test_kinds_of_generated_landscapes_keep_their_ids():
    assert set(KINDS) <= set(kinds())


def test_every_kind_can_be_asked_for_in_hundreds_of_ways():
    for name, kind in kinds().items():
        assert len(named(name, "in")) + len(functions(name)) + len(kind.asks) >= 150, name


def test_no_sentence_is_both_trained_and_held_out():
    trained = {
        text.lower()
        for name, kind in kinds().items()
        for text in (*named(name, "in"), *functions(name), *kind.asks)
    }
    held = {text.lower() for name, kind in kinds().items() for text in (*named(name, "out"), *kind.asks_out)}
    assert not trained & held


def test_no_sentence_asks_for_two_kinds():
    owners = {}
    for name, kind in kinds().items():
        for text in {*named(name, "in"), *named(name, "out"), *kind.asks, *kind.asks_out}:
            assert owners.setdefault(text.lower(), name) == name, text


def test_shares_of_found_none_and_outside_come_near_those_that_are_meant(folder):
    asked = [a for _, a in asked_all(folder, 300)]
    shares = [np.mean([bool(a.targets) for a in asked]), np.mean([a.unknown for a in asked])]
    assert shares == pytest.approx([0.6, 0.15], abs=0.08)


def test_none_is_true_only_where_labels_prove_it(folder):
    for view, asked in asked_all(folder, 200):
        if not asked.unknown and not asked.targets:
            assert view.known.issuperset(kinds()[asked.kind].base)
            assert view.present.isdisjoint(kinds()[asked.kind].base)


def test_what_is_shown_but_not_known_is_asked_for_and_never_denied():
    there = view_with(thing("pool", 5, 5), known=(), shown=("pool",))
    assert set(answerable(there)) == {"pool"}
    assert absent_kinds(view_with(known=(), shown=("pool",))) == []


def test_a_kind_with_more_things_than_an_answer_holds_is_left_alone():
    many = [thing("car", 9 * (n % 7), 9 * (n // 7)) for n in range(MOST_TARGETS + 20)]
    assert "car" not in answerable(view_with(*many))
    assert len(answerable(view_with(*many[:MOST_TARGETS]))["car"]) == MOST_TARGETS


def test_a_hypernym_is_known_where_all_of_its_members_are():
    car = thing("car", 5, 5)
    assert "vehicle" not in answerable(view_with(car))
    assert answerable(view_with(car, known=("car", "truck")))["vehicle"] == (car,)


def test_targets_come_from_left_to_right_and_the_mask_holds_them(folder):
    for _, asked in asked_all(folder, 100):
        centres = [target.box.x0 + target.box.x1 for target in asked.targets]
        assert centres == sorted(centres)
        assert bool(asked.targets) == asked.mask.any()


def test_thoughts_never_speak_of_a_list(folder):
    assert not any(re.search(r"\blist\b|number \d", asked.thought) for _, asked in asked_all(folder, 100))


@pytest.mark.parametrize(("count", "words"), [(4, "several"), (7, "many"), (13, "many"), (24, "very many")])
def test_a_thought_says_about_how_many_it_sees(count, words):
    targets = [Target(box=Box(i, 0, i + 1, 1)) for i in range(count)]
    assert thought(kinds()["car"], targets, 128).endswith(f"I see {words} cars.")


def test_no_word_that_is_held_out_is_trained():
    held, trained = set(held_out_words()), set(trained_words())
    assert len(held) == 100
    assert len(trained) >= 1400
    assert not {word.lower() for word in held} & {word.lower() for word in trained}


def test_no_compound_is_held_out_nor_ends_in_what_has_to_do_with_a_kind():
    rng = np.random.default_rng(0)
    assert "ladder" in heads()
    assert "fish ladder" in held_out_words()
    assert "fish ladder" not in {compound("fish", rng) for _ in range(5000)}
    assert not {"court", "tank", "boats", "harbour"} & {*heads()}


def test_no_word_outside_is_the_name_of_a_kind():
    names = {
        form
        for kind in kinds().values()
        for noun in (*kind.names, *kind.names_out)
        for form in (noun.one, noun.many)
    }
    assert not names & {*held_out_words(), *trained_words()}


def test_what_is_not_known_is_written_as_neither_none_nor_targets(folder):
    asked = next(asked for _, asked in asked_all(folder, 100) if asked.unknown)
    assert asked.kind == OUTSIDE
    grounding = parse_grounding(answer_text(asked, 128), "pocket", (1000, 1000))
    assert grounding.is_unknown
    assert grounding.targets == ()


def test_questions_outside_in_evaluation_use_words_that_are_held_out():
    rng = np.random.default_rng(0)
    texts = [outside_question(rng, "out").lower() for _ in range(50)]
    stems = [word.lower()[:-1] for word in held_out_words()]
    assert all(any(stem in text for stem in stems) for text in texts)


def test_what_some_would_call_by_a_name_is_not_denied_by_it():
    """A trailer park is a residential area to many."""
    park = view_with(thing("mobile_home_park", 5, 5), known=("housing", "mobile_home_park", "field"))
    assert "housing" not in absent_kinds(park)
    assert "field" in absent_kinds(park)
