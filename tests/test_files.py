"""training/files.py: whatever is wrong with a file is one BadData that names it."""

import struct
import zlib

import numpy as np
import pytest
from askmap.training.files import (
    field,
    inside,
    json_from,
    numbers,
    read_json,
    read_lines,
    read_mask,
    read_picture,
    size_of,
    words,
)
from askmap.training.samples import BadData
from PIL import Image
from trees import filled, mask, picture, text, truncate


def test_a_picture_is_rgb_whatever_its_colours(tmp_path):
    grey = tmp_path / "grey.png"
    Image.new("L", (4, 3), 9).save(grey)
    assert read_picture(grey).tolist() == [[[9, 9, 9]] * 4] * 3
    Image.new("RGBA", (4, 3), (1, 2, 3, 0)).save(grey)
    assert read_picture(grey)[0, 0].tolist() == [1, 2, 3]


@pytest.mark.parametrize("value", [1, 255])
def test_a_mask_is_all_that_is_not_0(tmp_path, value):
    truth = mask(tmp_path / "m.png", (2, 3, 7, 5), value=value)
    assert np.array_equal(read_mask(tmp_path / "m.png", picture(tmp_path / "p.png")), truth)


def test_transparency_is_no_part_of_a_mask(tmp_path):
    Image.new("RGBA", (20, 10), (0, 0, 0, 255)).save(tmp_path / "m.png")
    assert not read_mask(tmp_path / "m.png", picture(tmp_path / "p.png")).any()


def test_a_mask_with_a_palette_is_all_that_is_not_its_first_colour(tmp_path):
    image = Image.fromarray(filled((0, 0, 3, 3)).astype(np.uint8)).convert("P")
    image.putpalette([255, 255, 255, 0, 0, 0])
    image.save(tmp_path / "m.png")
    assert read_mask(tmp_path / "m.png", picture(tmp_path / "p.png")).sum() == 9


def test_the_grey_edges_of_a_jpeg_are_halved(tmp_path):
    truth = mask(tmp_path / "m.jpg", (7, 9, 30, 21), width=40, height=32)
    assert (np.asarray(Image.open(tmp_path / "m.jpg")) > 0).sum() > truth.sum()
    read = read_mask(tmp_path / "m.jpg", picture(tmp_path / "p.png", 40, 32))
    assert np.array_equal(read, truth)


def test_a_mask_of_another_size_than_its_picture_names_both(tmp_path):
    mask(tmp_path / "m.png", (0, 0, 1, 1), width=19)
    with pytest.raises(BadData, match=r"m\.png has 19 x 10 pixels, but its picture .*p\.png has 20 x 10"):
        read_mask(tmp_path / "m.png", picture(tmp_path / "p.png"))


@pytest.mark.parametrize("name", ["p.png", "p.jpg", "p.tif"])
def test_a_truncated_picture_names_its_file(tmp_path, name):
    truncate(picture(tmp_path / name, 64, 64))
    with pytest.raises(BadData, match=f"{name} is no picture that can be read, or is damaged"):
        read_picture(tmp_path / name)


@pytest.mark.parametrize("name", ["p.png", "p.jpg"])
def test_a_picture_with_flipped_bits_is_read_or_refused_but_never_anything_else(tmp_path, name):
    path = picture(tmp_path / name)
    whole, rng = path.read_bytes(), np.random.default_rng(0)
    told = []
    for _ in range(300):
        damaged = bytearray(whole)
        for place in rng.integers(0, len(whole), 3):
            damaged[place] ^= 1 << int(rng.integers(8))
        path.write_bytes(damaged)
        try:
            read_picture(path)
        except BadData as error:
            told.append(str(error))
    assert len(told) > 20
    assert all(name in each for each in told)


def png_that_claims(path, width, height):
    def chunk(kind, content):
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )
    return path


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_picture_that_claims_absurdly_many_pixels_is_not_decoded(tmp_path, side):
    with pytest.raises(BadData, match=r"bomb\.png claims"):
        read_picture(png_that_claims(tmp_path / "bomb.png", side, side))


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_an_absurd_picture_is_refused_also_where_warnings_are_only_printed(tmp_path):
    with pytest.raises(BadData, match="claims 10000 x 10000 pixels"):
        size_of(png_that_claims(tmp_path / "bomb.png", 10_000, 10_000))


def test_a_picture_of_16_bits_says_what_to_do(tmp_path):
    Image.fromarray(np.zeros((4, 4), np.uint16)).save(tmp_path / "p.png")
    with pytest.raises(BadData, match="more than 8 bits") as caught:
        read_picture(tmp_path / "p.png")
    assert "GeoPackage" in caught.value.hint


def test_a_picture_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadData, match=r"There is no picture .*p\.png"):
        read_picture(tmp_path / "p.png")


def test_bad_json_names_the_line(tmp_path):
    with pytest.raises(BadData, match=r"a\.json, line 3, is not JSON"):
        read_json(text(tmp_path / "a.json", '{"a": 1,\n"b": 2,\n"c": }'))


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
    assert words(" Where\x1b[2J is it? ", "x") == "Where [2J is it?"


@pytest.mark.parametrize("value", ["", " \n", "\x07", None, 5, "a" * 5000])
def test_a_question_has_some_words_and_not_too_many(value):
    with pytest.raises(BadData, match=r"^Question 2 has"):
        words(value, "Question 2")


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
