import re

import numpy as np
from askmap.training.real.kinds import kinds
from askmap.training.real.outside import held_out_words, outside_question, plural, trained_words
from askmap.training.real.wordings import about, filled, frame_texts, frames, question, shapes, typed


def test_every_frame_has_one_place_for_a_name_and_is_not_held_out():
    assert len(frames()) > 300
    assert all(len(re.findall(r"\{(?:one|a|many)\}", frame)) == frame.count("{") == 1 for frame in frames())
    assert not set(frames()) & set(shapes("out"))


def test_fillers_leave_all_other_words_in_their_order():
    rng = np.random.default_rng(0)
    sentences = [filled("Where are the boats now?", rng) for _ in range(200)]
    assert len(set(sentences)) > 30
    assert all(re.search(r"Where.* are.* the.* boats.* now\?", sentence) for sentence in sentences)


def test_fillers_name_nothing_that_can_be_asked_for():
    names = {noun.one for kind in kinds().values() for noun in kind.names} | set(trained_words())
    bare = {frame.format(one="", a="", many="") for frame in frames()}
    fillers = {text.strip() for text in frame_texts() if text not in bare}
    assert not names & fillers


def test_kinds_and_what_is_none_are_asked_for_in_the_same_frames():
    rng, known, unknown = np.random.default_rng(0), set(), set()
    marks = [frame.split("{")[0].lower() for frame in frames() if len(frame.split("{")[0]) > 25]
    for _ in range(3000):
        asked = question(kinds()["ship"], rng, "in").lower()
        known |= {mark for mark in marks if asked.startswith(mark)}
        asked = outside_question(rng, "in").lower()
        unknown |= {mark for mark in marks if asked.startswith(mark)}
    assert len(marks) > 30
    assert len(known & unknown) > 0.5 * len(marks)


def test_the_tokenizer_reads_fillers_as_they_stand_in_a_sentence():
    assert " please" in frame_texts()


def test_what_is_typed_in_haste_still_says_something():
    assert all(typed("??", np.random.default_rng(seed)) for seed in range(100))


def test_what_has_to_do_with_a_kind_speaks_of_no_other_kind():
    words = [word.lower() for kind in kinds().values() for word in kind.related]
    assert len(words) == len(set(words))
    assert all(len(kind.related) >= 10 for kind in kinds().values())


def test_names_words_and_sentences_that_only_evaluation_uses_are_not_trained():
    held = {form for kind in kinds().values() for noun in kind.names_out for form in (noun.one, noun.many)}
    held |= {form for word in held_out_words() for form in (word, plural(word))}
    for kind in kinds().values():
        names = (form for noun in kind.more_names for form in (noun.one, noun.many))
        for text in (*kind.related, *kind.trained_asks, *names):
            assert not [word for word in held if f" {word.lower()} " in f" {_bare(text)} "], text
        assert not {_bare(text) for text in kind.trained_asks} & {_bare(text) for text in kind.asks_out}


def _bare(text: str) -> str:
    return re.sub(r"[^a-z -]", " ", text.lower())


def test_what_has_to_do_with_a_kind_is_not_outside_of_all_kinds():
    words = {word.lower() for kind in kinds().values() for word in kind.related}
    assert not words & {form for word in trained_words() for form in (word, plural(word))}


def test_a_word_stands_in_a_sentence_about_it():
    assert "anchor" in about("anchor", np.random.default_rng(0))


def test_a_name_is_one_kinds_alone_and_nothing_outside():
    names = [form for kind in kinds().values() for noun in kind.more_names for form in {noun.one, noun.many}]
    others = {form for kind in kinds().values() for noun in kind.names for form in (noun.one, noun.many)}
    related = {word for kind in kinds().values() for word in kind.related}
    outside = {form for word in trained_words() for form in (word, plural(word))}
    assert len(names) == len(set(names))
    assert not set(names) & (others | related | outside)
    assert all(len(kind.more_asks) > 30 for kind in kinds().values())
