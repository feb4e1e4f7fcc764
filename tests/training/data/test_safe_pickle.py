"""training/data/safe_pickle.py: a pickle of plain values is read, and any other does nothing."""

import pickle
from collections import OrderedDict

import numpy as np
import pytest
from askmap.training.data.safe_pickle import read_plain_pickle
from askmap.training.data.samples import BadData
from pickles import Command

VALUES = [{"a": 1, "b": [1.5, "ä", None, True, (1, 2), (), 10**30, -7], "c": b"x"}, "a" * 300, {"d": {}}]


@pytest.mark.parametrize("protocol", [1, 2, 3, 4, 5])
def test_plain_values_come_back(tmp_path, protocol):
    values = VALUES if protocol > 2 else [{"a": 1, "b": [1.5, "ä", None, True, (1, 2), 10**30, -7]}]
    (tmp_path / "a.p").write_bytes(pickle.dumps(values, protocol))
    assert read_plain_pickle(tmp_path / "a.p") == values


def test_the_texts_of_python_2_come_back(tmp_path):
    (tmp_path / "a.p").write_bytes(b"(lp0\nS'harbour'\np1\naI7\na.")
    assert read_plain_pickle(tmp_path / "a.p") == ["harbour", 7]


@pytest.mark.parametrize("protocol", [0, 1, 2, 4, 5])
def test_a_pickle_that_would_run_something_is_refused_and_runs_nothing(tmp_path, protocol):
    (tmp_path / "a.p").write_bytes(pickle.dumps([VALUES, Command(tmp_path / "made")], protocol))
    with pytest.raises(BadData, match=r"a\.p does more than hold texts and numbers"):
        read_plain_pickle(tmp_path / "a.p")
    assert not (tmp_path / "made").exists()
    pickle.loads((tmp_path / "a.p").read_bytes())  # it would have
    assert (tmp_path / "made").exists()


@pytest.mark.parametrize("value", [OrderedDict(a=1), BadData, len, complex(1, 2)], ids=repr)
def test_harmless_classes_are_refused_too(tmp_path, value):
    (tmp_path / "a.p").write_bytes(pickle.dumps([value]))
    with pytest.raises(BadData, match="does more than hold texts and numbers"):
        read_plain_pickle(tmp_path / "a.p")


def test_a_pickle_that_would_fill_the_memory_is_refused(tmp_path):
    (tmp_path / "a.p").write_bytes(b"\x80\x02]r\xff\xff\xff\x7f.")
    with pytest.raises(BadData, match="claims the place 2147483647"):
        read_plain_pickle(tmp_path / "a.p")


@pytest.mark.parametrize(
    "content",
    [b"", b"no pickle", pickle.dumps(VALUES)[:-5], b"\x80\x04]h\x05.", b"0.", b"\x80\x02}]K\x01s.", b"."],
)
def test_a_damaged_pickle_is_named(tmp_path, content):
    (tmp_path / "a.p").write_bytes(content)
    with pytest.raises(BadData, match=r"a\.p is no pickle that can be read"):
        read_plain_pickle(tmp_path / "a.p")


def test_a_pickle_with_flipped_bits_is_read_or_refused_but_never_anything_else(tmp_path):
    whole, rng = pickle.dumps(VALUES), np.random.default_rng(0)
    refused = 0
    for _ in range(2000):
        damaged = bytearray(whole)
        for place in rng.integers(0, len(whole), 2):
            damaged[place] ^= 1 << int(rng.integers(8))
        (tmp_path / "a.p").write_bytes(damaged)
        try:
            read_plain_pickle(tmp_path / "a.p")
        except BadData:
            refused += 1
    assert 0 < refused < 2000
