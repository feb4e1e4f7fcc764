"""What the driver of graphics cards says of them, by a real program in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.models.graphics_cards import GraphicsCard  # noqa: E402
from askmap.plugin.models import graphics  # noqa: E402
from askmap.plugin.models.graphics import graphics_cards, memory_for  # noqa: E402

CARDS = (
    GraphicsCard("cuda:0", "NVIDIA T400", 8192 << 20),
    GraphicsCard("cuda:1", "NVIDIA RTX 4090", 24576 << 20),
)


@pytest.fixture
def driver(qgis_app, monkeypatch, tmp_path):
    """A program that writes as the driver's does."""
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    program = tmp_path / "nvidia-smi"
    lines = "".join(f"GPU-{card.device}, {card.bytes >> 20}, {card.name}\\n" for card in CARDS)
    program.write_text(f"#!/bin/sh\nprintf '{lines}'\n")
    program.chmod(0o755)
    monkeypatch.setattr(graphics, "ASK_DRIVER", (str(program),))
    return program


def test_the_driver_is_asked_for_all_cards(driver: Path):
    assert graphics_cards() == CARDS


def test_the_memory_is_that_of_the_card_that_computes(driver: Path):
    memory = [memory_for(device, graphics_cards()) >> 20 for device in ("auto", "cuda", "cuda:1", "cpu")]
    assert memory == [8192, 8192, 24576, 0]
    assert memory_for("auto", ()) == 0


def test_no_driver_and_one_that_hangs_have_no_card(qgis_app, monkeypatch, tmp_path):
    monkeypatch.setattr(graphics, "ASK_DRIVER", (str(tmp_path / "gone"),))
    assert graphics_cards() == ()
    monkeypatch.setattr(graphics, "ASK_DRIVER", ("sleep", "60"))
    monkeypatch.setattr(graphics, "DRIVER_S", 0.2)
    assert graphics_cards() == ()
