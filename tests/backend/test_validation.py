"""backend/validation.py: whatever is wrong with a line or a field is one BadData that names it."""

import pytest
from askmap.backend import validation
from askmap.backend.errors import BadData
from askmap.backend.validation import clean_text, field, inside, json_from, numbers, read_lines


@pytest.mark.parametrize("content", ["[" * 100_000, "1" * 5000, "{"], ids=["deep", "long", "open"])
def test_json_that_would_break_the_reader_is_refused(content):
    with pytest.raises(BadData, match="x is not JSON"):
        json_from(content, "x")


def test_text_that_is_not_utf8_names_the_line(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"good\n\nb\xe4d\n")
    with pytest.raises(BadData, match=r"a\.txt, line 3, is not UTF-8"):
        list(read_lines(tmp_path / "a.txt"))


def test_lines_come_with_their_numbers_and_without_the_mark_of_windows(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\n\r\nthree\r\n")
    assert list(read_lines(tmp_path / "a.txt")) == [(1, "one"), (3, "three")]


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../a.png", "a/../../b", "C:\\a.png", "..\\a.png", "", None, "a\0b", 3]
)
def test_a_path_stays_inside_its_folder(tmp_path, name):
    with pytest.raises(BadData, match="row 3"):
        inside(tmp_path, name, "row 3")


def test_a_path_may_go_down_and_hold_dots(tmp_path):
    assert inside(tmp_path, "a..b/c.d.png", "") == tmp_path / "a..b" / "c.d.png"


def test_words_lose_what_could_command_a_terminal():
    assert clean_text(" Where\x1b[2J is it? ", "x") == "Where [2J is it?"


@pytest.mark.parametrize("value", ["", " \n", "\x07", None, 5, "a" * 5000])
def test_a_question_has_some_words_and_not_too_many(value):
    with pytest.raises(BadData, match=r"^Question 2 has"):
        clean_text(value, "Question 2")


@pytest.mark.parametrize(
    "value", [[1], [1, "2"], [1, float("nan")], [1, float("inf")], [1, True], [1, 10**400], 5]
)
def test_numbers_are_so_many_and_finite(value):
    with pytest.raises(BadData, match="A box should be 2 numbers"):
        numbers(value, 2, "A box")


def test_a_field_says_of_what_kind_it_should_be():
    with pytest.raises(BadData, match="row 1: «a» should be a whole number, not True"):
        field({"a": True}, "a", int, "row 1")
    with pytest.raises(BadData, match=r"a\.jsonl, line 2: «a» should be"):  # as in «a.jsonl, line 2, is no …»
        field({"a": True}, "a", int, "a.jsonl, line 2,")


def test_a_value_that_grows_when_it_is_shown_is_cut():
    laughs = ["ha"]
    for _ in range(60):
        laughs = [laughs] * 10
    with pytest.raises(BadData) as caught:
        field({"a": laughs}, "a", str, "row 1")
    assert len(str(caught.value)) < 200


def test_a_path_of_windows_goes_down_where_no_such_file_is_there(tmp_path):
    assert inside(tmp_path, "images\\1/a.png", "") == tmp_path / "images" / "1" / "a.png"
    (tmp_path / "b\\c.png").touch()
    assert inside(tmp_path, "b\\c.png", "") == tmp_path / "b\\c.png"


def test_a_line_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(validation, "LINE_BYTES", 20)
    (tmp_path / "a.txt").write_text("a" * 20 + "\n" + "b" * 21)
    with pytest.raises(BadData, match=r"a\.txt, line 1, is longer"):
        list(read_lines(tmp_path / "a.txt"))
