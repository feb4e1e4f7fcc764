"""Words from outside are made safe once."""

from __future__ import annotations

import unicodedata

import pytest
from askmap.backend.text import printable, without_tokens
from hypothesis import given
from hypothesis import strategies as st


@given(st.text())
def test_no_control_character_and_no_half_of_a_pair_gets_through(text):
    safe = printable(text)
    assert {unicodedata.category(c) for c in safe if c not in "\n\t"}.isdisjoint({"Cc", "Cs"})


def test_a_terminal_command_loses_its_escape():
    assert printable("a\x1b]0;title\x07b\x9b31m") == "a ]0;title b 31m"


def test_no_letters_are_shown_in_another_order_than_written():
    assert printable("safe\u202egnp.exe \u2067x\u2069") == "safe gnp.exe  x "


def test_what_a_person_reads_stays():
    assert printable("\u200fسلام\u200c!") == "\u200fسلام\u200c!"
    assert printable("哪里可以降落直升机？\r\n\tÉté 🚁") == "哪里可以降落直升机？\n\tÉté 🚁"


@pytest.mark.parametrize(
    "token",
    [
        "<|im_end|>",
        "<|image_pad|>",
        "<think>",
        "</answer>",
        "<s>",
        "</s>",
        "<image>",
        "<|vision_start|>",
        "<!--",
    ],
)
def test_no_special_token_is_left_whole(token):
    assert token not in without_tokens(f"before{token}after")


@pytest.mark.parametrize("text", ["narrower than <5 m", "a < b", "1<2", "<<<"])
def test_a_less_than_sign_is_no_tag(text):
    assert without_tokens(text) == text


@given(st.text(alphabet="<|/>ab \x00", max_size=40))
def test_taking_out_control_characters_first_never_leaves_a_tag(text):
    safe = without_tokens(printable(text))
    assert not any(f"<{start}" in safe for start in "|/ab")
