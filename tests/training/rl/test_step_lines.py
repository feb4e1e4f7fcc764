"""What a run tells of each step."""

from __future__ import annotations

from askmap.training.rl.recipe import PrimeRecipe, SampleSource
from askmap.training.rl.step_lines import StepLines, step_line
from transformers import TrainerControl, TrainerState, TrainingArguments

RECIPE = PrimeRecipe("bop", "-", SampleSource("-"), steps=3, questions=4, rollouts=8, micro_batch=8)
LOGS = {
    "loss": 0.01234, "reward": 2.5, "reward/box_iou": 0.4, "reward/points": 0.25, "flat_groups": 0.25,
    "kl": 0.00125, "length": 31.4, "seconds/sampling": 2.0, "seconds/judging": 0.5,
}  # fmt: skip


def test_a_step_tells_reward_by_term_divergence_length_flat_groups_and_speed():
    assert step_line(12, LOGS, 10.0, RECIPE).startswith(
        "step 12 · loss 0.0123 · reward 2.500 (box_iou 0.40, points 0.25) · flat groups 25% · kl 0.0013 · "
        "length 31 · 3.20 rollouts/s · reward 5.0% of the time"
    )


def test_imitation_has_no_reward_to_tell():
    line = step_line(3, {"loss": 0.5, "length": 40.0, "seconds/sampling": 0.1}, 10.0, RECIPE)
    assert line.startswith("step 3 · loss 0.5000 · length 40")
    assert "reward" not in line
    assert "rollouts" not in line


def test_each_step_is_a_line_of_its_own_however_narrow_the_window(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines, state, control = StepLines(RECIPE), TrainerState(max_steps=3), TrainerControl()
    settings = TrainingArguments(str(tmp_path), use_cpu=True, report_to="none")
    lines.on_train_begin(settings, state, control)
    for step in (1, 2):
        state.global_step = step
        lines.on_step_begin(settings, state, control)
        lines.on_log(settings, state, control, logs=LOGS)
    lines.on_log(settings, state, control, logs={"train_runtime": 3.0})
    lines.on_train_end(settings, state, control)
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("step")]
    assert [line.split(" · ")[0] for line in told] == ["step 1", "step 2"]
    assert all("of the time" in line for line in told)
