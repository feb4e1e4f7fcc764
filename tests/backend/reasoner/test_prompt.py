"""What a reasoner is asked."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from askmap.backend.errors import BadQuestion, ModelBroken, ModelUnsupported
from askmap.backend.formats import FORMATS, InstructionTurn
from askmap.backend.parsing.grounding import parse_grounding
from askmap.backend.reasoner.prompt import MAX_QUESTION_CHARS, question_from, system_prompt, user_prompt
from askmap.backend.stages import Box, Point, Question, Target, Turn
from hypothesis import given
from hypothesis import strategies as st

ROOF, LAKE = Target(Box(1, 2, 30, 40), (Point(3, 4), Point(9, 9))), Target(Box(50, 60, 70, 80))
EARLIER = (Turn("Where could a boat float?", (LAKE,)), Turn("And where do people live?", (ROOF, LAKE)))
FOLLOWING = Question("Only the larger one", earlier=EARLIER)
# What the prompts were before questions could follow each other, in which models were trained and measured;
# a format that came later had no such prompt; think2seg's is asked in two turns, as it was trained
ALONE = {
    "grasp": "f9a50dab56908e84",
    "visionreasoner": "611d0328af647908",
    "remotereasoner": "c0346ed3876185ff",
    "geo-r1": "7d148e8e619247a9",
    "plain": "0eec0677259e2a92",
    "pocket": "3ca483512e6638d0",
}

formats = pytest.mark.parametrize("name", FORMATS)


@formats
def test_every_prompt_asks_the_question_once(name):
    prompt = user_prompt(name, Question("Where could a helicopter land?"))
    assert prompt.count("Where could a helicopter land?") == 1
    assert "{question}" not in prompt


@formats
def test_every_prompt_shows_an_answer_that_the_reader_of_its_format_reads(name):
    instructions = system_prompt(name, "") or user_prompt(name, Question("?"))
    shown = re.findall(r"<think>.*?</answer>", instructions, re.DOTALL)
    numbers = {"x1": "10", "y1": "20", "x2": "30", "y2": "40", "x": "15", "y": "25"}
    filled = re.sub(r"\b[xy][12]?\b", lambda word: numbers[word.group()], shown[-1])
    (target,) = parse_grounding(filled, name, (100, 100)).targets
    assert target.box is not None
    assert (target.box.x0, target.box.y0, target.box.x1, target.box.y1) == (10, 20, 30, 40)


def test_the_examples_in_the_prompts_are_json_but_for_their_numbers():
    prompt = user_prompt("grasp", Question("?"))
    written = re.sub(r"\b[xy][12]?\b", "1", re.findall(r"<answer>(.*)</answer>", prompt)[-1])
    assert set(json.loads(written)) == {"bbox", "points_1", "points_2"}


def test_an_unknown_format_is_named():
    with pytest.raises(ModelUnsupported, match="«poetry»"):
        user_prompt("poetry", Question("?"))


def test_the_template_of_the_model_replaces_ours():
    assert user_prompt("plain", Question("Where?"), "Q: {question} {json}") == "Q: Where? {json}"


def test_a_template_may_want_the_last_turn_alone_and_in_brief():
    asked = user_prompt("think2seg", FOLLOWING, "{last}{question}")
    assert asked.splitlines() == [
        "And where do people live?",
        "The largest: 1; smallest: 2; westernmost: 1; easternmost: 2; northernmost: 1; southernmost: 2; "
        "westerly: 1, 2; easterly: none; northerly: 1, 2; southerly: none",
        "1 [0,0,30,40]",
        "2 [50,60,70,80]",
        "Only the larger one",
    ]
    assert user_prompt("think2seg", Question("Where?"), "{last}{question}") == "Where?"


def test_a_template_without_a_place_for_the_question_is_broken():
    with pytest.raises(ModelBroken, match=r"prompt\.txt"):
        user_prompt("plain", Question("Where?"), "Find {it}.")


def test_a_placeholder_in_the_question_is_only_text():
    assert user_prompt("plain", Question("{question} {0} %s"), "Q: {question}") == "Q: {question} {0} %s"


@given(st.text(alphabet="<|>/im_endthkaswrpo \x00\n", min_size=1).filter(str.strip))
def test_no_question_can_end_its_turn(text):
    prompt = user_prompt("plain", Question(text), "{question}")
    assert not re.search(r"<[|/a-z]", prompt)


def test_an_unfinished_pair_does_not_reach_the_tokenizer():
    user_prompt("plain", Question("where \ud800?")).encode()


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00\x1b"])
def test_a_question_without_words_is_refused(text):
    with pytest.raises(BadQuestion, match="empty"):
        question_from(text)


def test_a_question_of_ten_thousand_characters_is_refused():
    with pytest.raises(BadQuestion, match="10,000"):
        question_from("a" * 10_000)


def test_the_longest_question_is_asked():
    assert len(question_from("a" * MAX_QUESTION_CHARS).text) == MAX_QUESTION_CHARS


def test_a_chinese_question_stays_as_it_is():
    question = question_from("  哪里可以降落直升机？ ", "zh")
    assert question == Question("哪里可以降落直升机？", "zh")
    assert "哪里可以降落直升机？" in user_prompt("think2seg", question)


@pytest.mark.parametrize("name", ALONE)
def test_a_question_that_follows_nothing_is_asked_as_it_always_was(name):
    asked = user_prompt(name, Question("Where could a helicopter land?"))
    assert hashlib.sha256(asked.encode()).hexdigest()[:16] == ALONE[name]


def test_think2seg_is_asked_in_two_turns_as_its_checkpoints_learned_it():
    asked = Question("Where could a helicopter land?", "de")
    assert user_prompt("think2seg", asked) == asked.text
    instructions = system_prompt("think2seg", "de") or ""
    assert "Write the reasoning in German. " in instructions
    assert asked.text not in instructions


@formats
def test_a_question_that_follows_nothing_is_all_that_is_put_into_the_prompt(name):
    form = FORMATS[name]
    expected = form.prompt if form.turn is InstructionTurn.USER else "{question}"
    for place, text in (("{earlier}", ""), ("{language}", ""), ("{question}", "Where?")):
        expected = expected.replace(place, text)
    assert user_prompt(name, Question("Where?")) == expected


@formats
def test_what_was_found_before_comes_numbered_before_the_question(name):
    prompt = user_prompt(name, FOLLOWING)
    parts = [
        "Where could a boat float?",
        "\n1. ",
        "And where do people live?",
        "\n1. ",
        "\n2. ",
        FOLLOWING.text,
    ]
    places = [prompt.find(parts[0])]
    for part in parts[1:]:
        places.append(prompt.find(part, places[-1] + 1))
    assert -1 not in places
    assert "{earlier}" not in prompt


def test_a_template_may_say_where_earlier_turns_go():
    prompt = user_prompt("plain", FOLLOWING, "Q: {question}\nBefore: {earlier}Look!")
    assert prompt.startswith("Q: Only the larger one\nBefore: The user")
    assert prompt.endswith("\n\nLook!")
    assert user_prompt("plain", Question("Where?"), "Q: {question} {earlier}Look!") == "Q: Where? Look!"


def test_in_a_template_without_such_a_place_they_come_right_before_the_question():
    prompt = user_prompt("plain", FOLLOWING, "Q: {question} A:")
    assert prompt.startswith("Q: The user has asked about it before.")
    assert prompt.endswith("\n\nOnly the larger one A:")


def test_a_placeholder_in_an_earlier_question_is_only_text():
    question = Question("{earlier} {language}", earlier=(Turn("{question}", ()),))
    prompt = user_prompt("plain", question)
    assert prompt.count("{question}") == prompt.count("{earlier}") == prompt.count("{language}") == 1


@pytest.mark.parametrize(("code", "named"), [("de", "German"), ("de_AT", "German"), ("ZH", "Chinese")])
def test_our_own_prompts_ask_for_the_persons_language(code, named):
    assert f"Write the reasoning in {named}. " in user_prompt("plain", Question("?", code))


@pytest.mark.parametrize("code", ["", "en", "en_GB", "x", "??"])
def test_of_english_and_of_a_language_that_is_not_known_nothing_is_said(code):
    assert user_prompt("plain", Question("?", code)) == user_prompt("plain", Question("?"))


def test_a_models_own_prompt_says_nothing_of_languages():
    assert user_prompt("plain", Question("Wo?", "de"), "{language} {question}") == "{language} Wo?"
