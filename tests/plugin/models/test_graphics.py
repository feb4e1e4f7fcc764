"""What the driver of a graphics card says of its memory, by a real program in its place."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.models import graphics  # noqa: E402


def test_the_driver_is_asked_for_the_largest_card(qgis_app, monkeypatch, tmp_path):
    program = tmp_path / "nvidia-smi"
    program.write_text("#!/bin/sh\nprintf '8192\\n24576\\n'\n")
    program.chmod(0o755)
    monkeypatch.setattr(graphics, "ASK_DRIVER", (str(program),))
    assert graphics.graphics_memory() == 24576 << 20


def test_no_driver_and_one_that_hangs_have_no_card(qgis_app, monkeypatch, tmp_path):
    monkeypatch.setattr(graphics, "ASK_DRIVER", (str(tmp_path / "gone"),))
    assert graphics.graphics_memory() == 0
    monkeypatch.setattr(graphics, "ASK_DRIVER", ("sleep", "60"))
    monkeypatch.setattr(graphics, "DRIVER_S", 0.2)
    assert graphics.graphics_memory() == 0
