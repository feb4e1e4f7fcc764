from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
import torch
from askmap.backend.errors import DeviceMissing, OutOfMemory
from askmap.backend.models import device
from askmap.backend.models.device import (
    check_room,
    choose_device,
    chosen_dtype,
    described,
    dtype_for,
    dtype_on,
    free_bytes,
    memory_of,
)

CPU = torch.device("cpu")


def test_a_device_is_always_found():
    assert choose_device("auto").type in ("cuda", "mps", "cpu")
    assert choose_device("cpu") == CPU


@pytest.mark.parametrize("name", ["", "gpu", "cuda:99", "meta", "cpu:x"])
def test_a_device_that_is_not_there_is_said_so(name):
    with pytest.raises(DeviceMissing):
        choose_device(name)


def test_the_cpu_computes_in_full_precision():
    assert dtype_on(CPU) == torch.float32


def test_a_processor_computes_in_the_precision_that_is_asked_for():
    assert chosen_dtype("auto", CPU) is None
    assert chosen_dtype("bfloat16", CPU) == torch.bfloat16
    assert chosen_dtype("float32", CPU) == torch.float32


def test_a_device_without_the_precision_is_said_so(monkeypatch):
    """A card of before 2020 has no bfloat16; here a stand-in for what torch would say of it."""
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda emulated: False)
    monkeypatch.setattr(torch.cuda, "device", lambda device: nullcontext())
    card = torch.device("cuda:1")
    with pytest.raises(DeviceMissing, match="The device cuda:1 does not compute in bfloat16.") as caught:
        chosen_dtype("bfloat16", card)
    assert "float32" in caught.value.hint
    assert chosen_dtype("float32", card) == torch.float32
    assert dtype_on(card) == torch.float16


def test_linux_says_how_much_memory_is_free():
    if Path("/proc/meminfo").is_file():
        assert 2**20 < free_bytes(CPU) < 2**60
    else:
        assert free_bytes(CPU) is None


def test_where_a_system_does_not_say_what_is_free_anything_may_be_loaded(monkeypatch):
    monkeypatch.setattr(device, "free_here", lambda: None)
    check_room(10**15, CPU, "A model")


def test_a_device_is_described_with_its_memory(monkeypatch):
    monkeypatch.setattr(device, "all_here", lambda: 25_300_000_000)
    monkeypatch.setattr(torch, "get_num_threads", lambda: 2)
    assert described(CPU) == "cpu: 2 threads, 25.3 GB"
    monkeypatch.setattr(device, "all_here", lambda: None)
    monkeypatch.setattr(torch, "get_num_threads", lambda: 1)
    assert described(CPU) == "cpu: 1 thread"


def test_what_is_free_bounds_what_is_loaded(monkeypatch):
    monkeypatch.setattr(device, "free_here", lambda: 10**9)
    check_room(1000, CPU, "A pocket model")
    with pytest.raises(OutOfMemory, match=r"needs 1,200,000\.0 GB") as caught:
        check_room(10**15, CPU, "A model")
    assert caught.value.hint == "A model of at most 0.2 billion parameters would fit."
    with pytest.raises(OutOfMemory) as caught:
        check_room(10**15, CPU, "A model", torch.bfloat16)
    assert caught.value.hint == "A model of at most 0.4 billion parameters would fit."


def test_torchs_words_for_no_memory_become_a_sentence():
    with pytest.raises(OutOfMemory, match="The reasoner did not fit"), memory_of(CPU, "The reasoner"):
        torch.empty(2**60)


def test_other_troubles_of_torch_stay_what_they_are():
    with pytest.raises(RuntimeError, match="shape"), memory_of(CPU, "The reasoner"):
        torch.zeros(3).reshape(2, 2)


@pytest.mark.parametrize(
    ("stored", "fast", "free", "expected"),
    [
        ("BF16", True, 10**12, torch.bfloat16),
        ("BF16", False, 10**12, torch.float32),
        ("BF16", False, 3 * 10**9, torch.bfloat16),  # 4.8 GB are needed for 10^9 numbers of four bytes
        ("BF16", False, 10**9, torch.float32),  # neither fits: what is said is said of the usual one
        ("F16", True, 3 * 10**9, torch.float32),
        ("F32", True, 10**12, torch.float32),
        ("BF16", True, None, torch.bfloat16),
    ],
)
def test_a_cpu_computes_in_the_precision_that_it_and_its_memory_are_made_for(
    monkeypatch, stored, fast, free, expected
):
    monkeypatch.setattr(device, "computes_in_bf16", lambda: fast)
    monkeypatch.setattr(device, "free_here", lambda: free)
    assert dtype_for(CPU, stored, 10**9) == expected
