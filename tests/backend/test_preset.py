"""A question as a token: it comes back as it was, and nothing that a stranger pastes is taken for one."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from askmap.backend import errors
from askmap.backend.cli import main
from askmap.backend.formats import FORMATS
from askmap.backend.preset import LARGEST_SEED, MOST_LETTERS, QuestionPreset, is_token, preset_of, token_of
from commands import SmallEngine, make_image
from hypothesis import given
from hypothesis import strategies as st

POOLS = QuestionPreset("Where are the pools?", "de", "geo-r1", 0.5, 7)
TOKEN = token_of(POOLS)
PARTS = {"text": "Where?", "language": "", "format": "auto", "temperature": 0.0, "seed": 0}

words = st.text(st.characters(exclude_categories=()), min_size=1, max_size=300).filter(
    lambda text: any(letter.isalnum() for letter in text)
)
presets = st.builds(
    QuestionPreset,
    words,
    st.sampled_from(["", "en", "zh"]),
    st.sampled_from(["auto", *FORMATS]),
    st.floats(0, 1e9),
    st.integers(0, LARGEST_SEED),
)


def sealed(content: bytes, version: int = 1) -> str:
    """A token with a right checksum, whatever it holds."""
    packed = base64.urlsafe_b64encode(content).decode().rstrip("=")
    return f"askmap:{version}:{packed}:{zlib.crc32(packed.encode()):08x}"


@given(preset=presets)
def test_a_preset_comes_back_as_it_was(preset):
    token = token_of(preset)
    assert preset_of(token) == preset
    assert is_token(token)
    assert len(token) <= MOST_LETTERS


@given(text=st.text(st.characters(exclude_categories=())) | st.binary().map(lambda some: sealed(some)))
def test_what_is_no_token_is_refused_in_one_sentence(text):
    with pytest.raises(errors.BadPreset) as refused:
        preset_of(text)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(changed=st.dictionaries(st.sampled_from(sorted(PARTS)), json_values, min_size=1))
def test_a_forged_token_is_a_valid_preset_or_is_refused(changed):
    try:
        preset = preset_of(sealed(json.dumps({**PARTS, **changed}).encode()))
    except errors.BadQuestion:
        return
    assert preset_of(token_of(preset)) == preset


@given(at=st.integers(0, len(TOKEN) - 1), letter=st.characters(codec="ascii", exclude_categories=["Z", "C"]))
def test_a_token_with_one_letter_changed_is_refused(at, letter):
    if TOKEN[at] == letter:
        return
    with pytest.raises(errors.BadPreset):
        preset_of(TOKEN[:at] + letter + TOKEN[at + 1 :])


@given(end=st.integers(0, len(TOKEN) - 1))
def test_a_token_that_was_cut_off_is_refused(end):
    with pytest.raises(errors.BadPreset):
        preset_of(TOKEN[:end])


def test_a_mail_may_have_broken_it_into_lines():
    broken = "\n".join(TOKEN[start : start + 20] for start in range(0, len(TOKEN), 20))
    assert preset_of(f"  {broken} \n") == POOLS


def test_one_of_a_newer_askmap_says_so():
    with pytest.raises(errors.BadPreset, match="newer AskMap"):
        preset_of(sealed(json.dumps({**PARTS, "view": "seen"}).encode(), version=2))


@pytest.mark.parametrize(
    "content",
    [
        {**PARTS, "reasoner": "/home/me/model"},
        {key: value for key, value in PARTS.items() if key != "seed"},
        {**PARTS, "format": "poetry"},
        {**PARTS, "language": "../x"},
        {**PARTS, "temperature": -1},
        {**PARTS, "temperature": 10**400},
        {**PARTS, "seed": True},
        {**PARTS, "seed": 2**63},
        [PARTS],
    ],
)
def test_what_no_preset_holds_is_refused(content):
    with pytest.raises(errors.BadPreset):
        preset_of(sealed(json.dumps(content).encode()))


@pytest.mark.parametrize("text", ["", " \x00 ", "a" * 2001])
def test_a_question_that_is_none_is_none_in_a_token_too(text):
    with pytest.raises(errors.BadQuestion):
        preset_of(sealed(json.dumps({**PARTS, "text": text}).encode()))


def test_what_would_turn_the_words_around_is_taken_out():
    assert preset_of(sealed(json.dumps({**PARTS, "text": "a\u202eb\x1b[0m"}).encode())).text == "a b [0m"


def test_deep_brackets_are_refused_too():
    with pytest.raises(errors.BadPreset):
        preset_of(sealed(b"[" * 9000))


def test_a_token_holds_no_more_than_words_and_how_they_are_asked():
    packed = TOKEN.split(":")[2]
    assert set(json.loads(base64.urlsafe_b64decode(packed + "=="))) == set(PARTS)


@pytest.mark.parametrize("text", ["Where is askmap:1:x?", "", "askmap", "askmap: where?"])
def test_a_question_is_not_taken_for_a_preset(text):
    assert not is_token(text)


# --- in the shell ---


def asked(tmp_path, *arguments):
    """The question and the settings that reached the engine."""

    class Remembering(SmallEngine):
        def answer(self, scene, question, report):
            self.question = question
            return super().answer(scene, question, report)

    engine = Remembering()
    image = make_image(tmp_path / "image.tif")
    assert main(["ask", str(image), *arguments], engine.load) == 0
    return engine.question, engine.settings[0]


def test_the_shell_asks_what_a_preset_says(tmp_path):
    question, settings = asked(tmp_path, "--preset", TOKEN)
    assert (question.text, question.language) == (POOLS.text, "de")
    assert (settings.format, settings.temperature, settings.seed) == ("geo-r1", 0.5, 7)


def test_an_option_beside_a_preset_wins(tmp_path):
    _, settings = asked(tmp_path, f"--preset={TOKEN}", "--seed", "9", "--temperature", "0")
    assert (settings.format, settings.temperature, settings.seed) == ("geo-r1", 0.0, 9)


def test_the_question_may_still_stand_behind_options(tmp_path):
    question, _ = asked(tmp_path, "--seed", "9", "Where?")
    assert question.text == "Where?"


def test_the_shell_prints_a_preset_and_asks_nothing(tmp_path, capsys):
    engine = SmallEngine()
    options = ["--format", "geo-r1", "--temperature", "0.5", "--seed", "7", "--print-preset"]
    assert main(["ask", str(tmp_path / "none.tif"), "Where are the pools?", *options], engine.load) == 0
    printed = preset_of(capsys.readouterr().out)
    assert printed == QuestionPreset(POOLS.text, "", "geo-r1", 0.5, 7)
    assert engine.settings == []


def test_a_broken_preset_is_a_usage_error_in_one_sentence(tmp_path, capsys):
    engine = SmallEngine()
    assert main(["ask", str(tmp_path / "none.tif"), "--preset", TOKEN[:-1]], engine.load) == 2
    assert "This is no preset of AskMap, or not all of one.\nCopy all of it" in capsys.readouterr().err


def test_a_question_and_a_preset_are_one_too_many(tmp_path):
    with pytest.raises(SystemExit) as left:
        main(["ask", "a.tif", "Where?", "--preset", TOKEN])
    assert left.value.code == 2
