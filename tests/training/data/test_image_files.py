"""training/data/image_files.py: whatever is wrong with a file is one BadData that names it."""

import struct
import zlib

import numpy as np
import pytest
from askmap.training.data.image_files import read_json, read_mask, read_picture, size_of
from askmap.training.data.samples import BadData
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


def test_a_json_file_without_end_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "labels.json").open("wb") as file:
        file.truncate(2**34)
    with pytest.raises(BadData, match=r"labels\.json has 17\.2 GB, more than the 1\.1 that are read"):
        read_json(tmp_path / "labels.json")


def test_deep_json_is_refused(tmp_path):
    (tmp_path / "labels.json").write_text('{"images": ' + "[" * 100_000)
    with pytest.raises(BadData, match=r"labels\.json is not JSON that can be read"):
        read_json(tmp_path / "labels.json")
