"""Graphics cards as their driver lists them, and as torch would count them."""

from __future__ import annotations

import os
import sys

import pytest
from askmap.backend.models.graphics_cards import (
    GraphicsCard,
    cards_of_driver,
    cards_of_torch,
    count_as_the_driver,
)

WRITTEN = """GPU-aaaa, 8192, NVIDIA T400
GPU-abbb, 24576, NVIDIA RTX 4090
GPU-bccc, [N/A], NVIDIA GH200
GPU-cddd, 16384, NVIDIA A2, passive
"""


@pytest.fixture(autouse=True)
def _nothing_hidden(monkeypatch):
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)


def test_each_card_has_its_name_and_memory_in_the_drivers_order():
    assert cards_of_driver(WRITTEN) == (
        GraphicsCard("cuda:0", "NVIDIA T400", 8192 << 20),
        GraphicsCard("cuda:1", "NVIDIA RTX 4090", 24576 << 20),
        GraphicsCard("cuda:2", "NVIDIA A2, passive", 16384 << 20),
    )


@pytest.mark.parametrize("written", ["", "NVIDIA-SMI has failed because it couldn't communicate\n", "a,b,c"])
def test_a_driver_that_says_nothing_has_no_card(written):
    assert cards_of_driver(written) == ()


@pytest.mark.parametrize(
    ("visible", "names"),
    [
        ("1", ["NVIDIA RTX 4090"]),
        ("1,0", ["NVIDIA RTX 4090", "NVIDIA T400"]),
        ("GPU-c, 0", ["NVIDIA A2, passive", "NVIDIA T400"]),
        ("0,-1,1", ["NVIDIA T400"]),
        ("GPU-a", []),  # of two
        ("", []),
    ],
)
def test_cards_that_are_hidden_from_torch_are_not_offered(monkeypatch, visible, names):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    found = cards_of_driver(WRITTEN)
    assert [card.name for card in found] == names
    assert [card.device for card in found] == [f"cuda:{n}" for n in range(len(names))]


def test_torch_is_not_asked_where_it_has_not_looked(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    assert cards_of_torch() is None


def test_an_order_that_the_user_has_chosen_stays(monkeypatch):
    monkeypatch.setenv("CUDA_DEVICE_ORDER", "FASTEST_FIRST")
    count_as_the_driver()
    assert os.environ["CUDA_DEVICE_ORDER"] == "FASTEST_FIRST"
    monkeypatch.delenv("CUDA_DEVICE_ORDER")
    count_as_the_driver()
    assert os.environ["CUDA_DEVICE_ORDER"] == "PCI_BUS_ID"
    monkeypatch.delenv("CUDA_DEVICE_ORDER")
