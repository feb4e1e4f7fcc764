"""How likely each target was to its reasoner, and the confidence that comes of it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.models.askmap_json import Calibration
from askmap.backend.reasoner.qwen import Decoding
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.stages import Event, Question, Target, TargetFound, ignore
from askmap.training.evaluation.asking import scene_of
from askmap.training.synthetic.dataset import landscape_samples
from scripted_reasoner import log_prob, scripted
from tiny_reasoners import tiny_folder

CPU = torch.device("cpu")
ASKED = Question("where?")
TWO = (
    "<think>Die Brücke 水 an der 岸.</think><answer>"
    "[{'bbox_2d': [0, 0, 500, 500], 'label': '水池'}\n "
    '{"bbox_2d": [500, 250, 1000, 500], "label": "ü"}]</answer>'
)
SURE = Calibration(3.0, 3.0, 0.0)


@pytest.fixture
def thousand(tmp_path: Path) -> Path:
    return tiny_folder(tmp_path, "qwen3_vl", side_px=64, coordinates="thousand")


@pytest.fixture
def scene():
    return scene_of(np.zeros((80, 100, 3), np.uint8), "nothing")


def test_a_targets_likelihood_is_that_of_its_own_tokens_whatever_letters_come_before(thousand, scene):
    targets = scripted(thousand, TWO).ground(scene, ASKED, ignore).targets
    assert len(targets) == 2
    for target in targets:
        start, end = (len(TWO[:letters].encode()) for letters in target.written)
        expected = [log_prob(number) for number in range(start, end)]
        assert target.likelihood.mean == pytest.approx(np.mean(expected), abs=1e-5)
        before = range(len(TWO.partition("<answer>")[0].encode()) + len("<answer>"))
        assert target.likelihood.thought == pytest.approx(sum(map(log_prob, before)), abs=1e-3)
    assert TWO[slice(*targets[1].written)] == '}\n {"bbox_2d": [500, 250, 1000, 500], "label": "ü"'


def test_likelihoods_are_those_of_a_pass_over_the_same_tokens():
    """Of the bundled reasoner: whatever it says about a landscape, read once more in one piece."""
    reasoner = load_reasoner(POCKET / "reasoner", CPU)
    sample = landscape_samples("in", 1)[0]
    image, question = sample.read_picture(), Question(sample.questions[0])
    written = list(reasoner.written(image, question))
    prompt, pixels = reasoner.inputs(image, question)
    answer = torch.tensor([[token for token, _ in written]])
    kinds = torch.cat([pixels.pop("mm_token_type_ids"), torch.zeros_like(answer, dtype=torch.int)], dim=1)
    with torch.inference_mode():
        whole = reasoner.network(input_ids=torch.cat([prompt, answer], 1), mm_token_type_ids=kinds, **pixels)
    logits = whole.logits[0, prompt.shape[1] - 1 : -1].float().log_softmax(-1)
    expected = logits.gather(1, answer[0, :, None])[:, 0]
    assert len(written) > 20
    assert [log_prob for _, log_prob in written] == pytest.approx(expected.tolist(), abs=1e-3)


def test_a_drawn_token_is_as_likely_as_it_was_before_it_was_drawn(thousand, scene):
    """A temperature chooses otherwise, but says nothing of what the model thinks."""
    cold, hot = (
        next(load_reasoner(thousand, CPU, decoding=Decoding(temperature, seed=5)).written(scene.image, ASKED))
        for temperature in (0.0, 50.0)
    )
    assert hot.token != cold.token
    assert hot.log_prob < cold.log_prob


def test_without_a_calibration_no_target_has_a_confidence(thousand, scene):
    targets = scripted(thousand, TWO).ground(scene, ASKED, ignore).targets
    assert [target.confidence for target in targets] == [None, None]
    assert not any(target.is_doubtful for target in targets)


def test_with_one_each_target_has_its_own_and_is_told_with_it(thousand, scene):
    told: dict[int, Target] = {}

    def hear(event: Event) -> None:
        if isinstance(event, TargetFound):
            told[event.index] = event.target

    targets = scripted(thousand, TWO, calibration=SURE).ground(scene, ASKED, hear).targets
    assert [target.confidence for target in targets] == [SURE.confidence(t.likelihood) for t in targets]
    assert targets[0].confidence < targets[1].confidence
    assert (told[0], told[1]) == targets


def test_a_calibration_holds_for_the_format_that_it_was_fitted_in(thousand):
    ours = json.loads((thousand / "askmap.json").read_text())
    calibrated = {**ours, "format": "plain", "calibration": {"intercept": 3.0, "mean": 3.0, "thought": 0.0}}
    (thousand / "askmap.json").write_text(json.dumps(calibrated))
    assert load_reasoner(thousand, CPU).calibration == SURE
    assert load_reasoner(thousand, CPU, "plain").calibration == SURE
    assert load_reasoner(thousand, CPU, "think2seg").calibration is None


def test_an_answer_without_a_thought_has_none_that_could_be_unlikely(thousand, scene):
    bare = TWO.partition("<answer>")[2].removesuffix("</answer>")
    targets = scripted(thousand, bare).ground(scene, ASKED, ignore).targets
    assert [target.likelihood.thought for target in targets] == [0, 0]


def test_a_surer_thought_makes_each_of_its_targets_surer(thousand, scene):
    calibration = Calibration(30.0, 0.0, 0.1)
    long, short = (
        scripted(thousand, text, calibration=calibration).ground(scene, ASKED, ignore).targets[0].confidence
        for text in (TWO, TWO.replace(" an der 岸", ""))
    )
    assert 0 < long < short < 1
