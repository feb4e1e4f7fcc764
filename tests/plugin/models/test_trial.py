"""A model is tried from the window: in a process of its own, with what was measured in its details."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.hub.overview import REASONER, SEGMENTER, served_model  # noqa: E402
from askmap.backend.models.trials import FILE, ModelTrial, keep_trial, read_trials  # noqa: E402
from askmap.plugin.models import trial as trial_module  # noqa: E402
from askmap.plugin.models.trial import is_tried_here, settings_to_try  # noqa: E402
from askmap.plugin.settings import Settings  # noqa: E402
from children import command_of, is_running, small_command  # noqa: E402
from desktop import wait_until  # noqa: E402
from models_window import choose, click, settled, state  # noqa: E402

LIMIT_S = 300  # a machine that does much else


@pytest.fixture
def models(tmp_path) -> Path:
    """As conftest.py sets it."""
    return tmp_path / "models"


def test_the_bundled_pair_is_tried_and_recommended_for_what_it_was_worth(plugin, window, models):
    model = choose(window, "Pocket reasoner")
    assert "nothing was tried here yet" in told_of_recommended(window)
    choose(window, "Pocket reasoner")
    click(window.try_button)
    (job,) = plugin.wiring.models.jobs.under_way
    wait_until(lambda: job.total > 10, "the questions are asked", LIMIT_S)
    wait_until(lambda: "question" in window.step.text(), "the bar says so", LIMIT_S)
    assert state(window, "Pocket reasoner").startswith("being tried")
    wait_until(lambda: not plugin.wiring.models.jobs.under_way, "all were asked", LIMIT_S)
    (kept,) = read_trials(models)
    assert (kept.reasoner, kept.asked) == (model.key, job.total)
    assert kept.right > 0
    assert kept.answer_s > 0
    assert kept.memory_bytes > 10**8  # of a process that has torch
    assert f"{kept.right} of {kept.asked} questions right" in window.notice.text()
    wait_until(lambda: "Tried here with segmenter:" in window.details.text().replace("pocket ", ""), "shown")
    assert "most often right" in window.details.text()
    assert "tried on this computer (1)" in window.details.text()
    assert window.table.item(window.table.currentRow(), 0).text() == "★ Pocket reasoner"


def told_of_recommended(window) -> str:
    row = next(r for r in range(window.table.rowCount()) if window.table.item(r, 0).text().startswith("★"))
    window.table.setCurrentCell(row, 0)
    return window.details.text()


def test_a_trial_can_be_stopped_and_keeps_nothing(plugin, window, models, monkeypatch, tmp_path):
    pids = []
    monkeypatch.setattr(trial_module, "child_command", lambda: small_command(tmp_path, "heeding"))
    engine_of = trial_module.ChildEngine

    def noted(*given):
        pids.append(engine_of(*given))
        return pids[-1]

    monkeypatch.setattr(trial_module, "ChildEngine", noted)
    choose(window, "Pocket reasoner")
    click(window.try_button)
    wait_until(lambda: pids and pids[0].pid and plugin.wiring.models.jobs.under_way[0].total, "it is asked")
    pid = pids[0].pid
    click(window.stop_button)
    settled(plugin)
    assert window.notice.text() == "Pocket reasoner: stopped."
    assert read_trials(models) == ()
    wait_until(lambda: not is_running(pid), "its process has ended")


def test_what_ends_in_the_middle_is_told_and_keeps_nothing(plugin, window, models, monkeypatch, tmp_path):
    monkeypatch.setattr(trial_module, "child_command", lambda: command_of(tmp_path, "import os; os._exit(3)"))
    choose(window, "Pocket reasoner")
    click(window.try_button)
    settled(plugin)
    assert "ended before it had answered" in window.notice.text()
    assert read_trials(models) == ()


def test_a_spoilt_file_of_trials_is_told_and_the_models_are_listed(plugin, models):
    models.mkdir()
    (models / FILE).write_text("[]")
    window = plugin.wiring.models.open_window()
    wait_until(lambda: "is not as AskMap writes it" in window.notice.text(), "it is told")
    assert window.table.rowCount() > 10


def test_the_details_say_how_a_model_did_here(plugin, window, models):
    pair = [choose(window, name).key for name in ("Pocket reasoner", "Pocket segmenter")]
    kept = ModelTrial(
        *pair, "12", "cpu: 4 threads, 16.5 GB", 7, 13, 3.04, 20.0, 5.5, None, "2100-01-01T00:00:00"
    )
    keep_trial(models, kept)
    keep_trial(models, replace(kept, device="cuda: NVIDIA L4, 24.0 GB", created="2099-01-01T00:00:00"))
    plugin.wiring.models.listing.refresh()
    wait_until(lambda: "Tried here with" in window.details.text(), "they are read")
    assert (
        "7 of 13 questions right, 20.0 s an answer, 5.5 pieces of text a second, loaded in 3.0 s, on cpu."
        in window.details.text()
    )


def test_the_other_model_of_the_pair_is_the_one_in_use(window):
    reasoner, segmenter = (choose(window, name) for name in ("Pocket reasoner", "Pocket segmenter"))
    now = Settings("/mine", "/sam", format="grasp")
    assert settings_to_try(replace(reasoner), now) == replace(now, reasoner="", format="auto")
    assert settings_to_try(replace(segmenter), now) == replace(now, segmenter="")
    assert (reasoner.kind, segmenter.kind) == (REASONER, SEGMENTER)


def test_only_what_this_computer_runs_is_tried(window):
    """Nobody has agreed to send anything to another one."""
    assert is_tried_here(served_model("http://127.0.0.1:1234/v1#a", "a"))
    assert not is_tried_here(served_model("https://maps.example.org/v1#a", "a"))
    choose(window, "SAM2.1 tiny")
    assert not window.try_button.isEnabled()
