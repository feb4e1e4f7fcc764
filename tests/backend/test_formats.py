"""A format is one record: what is true of all of them, and what a new one changes by itself."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import numpy as np
import pytest
from askmap.backend import formats
from askmap.backend.engine.local import masks_of
from askmap.backend.errors import ModelUnsupported
from askmap.backend.formats import (
    BARE,
    FORMATS,
    PLAIN,
    THINK2SEG,
    AnswerFormat,
    Frame,
    InstructionTurn,
    MaskChoice,
    Resampling,
)
from askmap.backend.parsing.grounding import parse_grounding
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.reasoner.prompt import system_prompt, user_prompt
from askmap.backend.stages import Box, MaskSet, Point, Question, Target
from askmap.training.rewards.format_checks import read_completion, soft, strict
from askmap.training.rewards.ideal_answer import ideal_answer
from by_format import with_points
from PIL import Image
from reasoner_folders import folder_of

every = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)


@every
def test_a_record_is_found_by_its_own_name(form: AnswerFormat):
    assert FORMATS[form.name] is form


@every
def test_a_target_has_one_box_and_its_points_one_way(form: AnswerFormat):
    shapes = list(form.keys.values())
    assert shapes.count((4,)) == 1
    assert form.points_key is None or not form.point_keys
    assert (form.points == 0) == (form.points_key is None and not form.point_keys)
    assert (form.box_key == BARE) == (len(shapes) == 1)


@every
def test_the_prompt_shows_every_key_and_how_none_is_written(form: AnswerFormat):
    assert all(f'"{key}"' in form.prompt for key in form.keys if key != BARE)
    assert form.none is None or form.none in form.prompt.rpartition("</answer>")[2]
    assert form.unknown is None or form.unknown in form.prompt.rpartition("</answer>")[2]


@every
def test_what_is_not_known_is_no_target_and_not_none(form: AnswerFormat):
    if form.unknown is None:
        assert form.unknown_key is None
        return
    assert form.unknown != form.none
    assert form.unknown_key not in form.keys
    read = read_completion(
        ideal_answer("", [], form.name, is_outside=True, fence=False), form.name, (100, 100)
    )
    assert read.grounding is not None
    assert (read.grounding.is_unknown, strict(read), soft(read)) == (True, 1, 1)


@every
def test_what_is_written_in_a_format_is_read_in_it(form: AnswerFormat):
    read = read_completion(ideal_answer("", [_target(form)], form.name), form.name, (100, 100))
    assert read.grounding is not None
    assert strict(read) == 1
    assert read.grounding.targets[0].box == Box(10, 20, 60, 80)


@pytest.mark.parametrize("forgotten", [field.name for field in fields(AnswerFormat)])
def test_a_record_that_forgets_a_field_is_a_type_error(forgotten: str):
    given = {field.name: getattr(PLAIN, field.name) for field in fields(AnswerFormat)}
    with pytest.raises(TypeError, match=forgotten):
        AnswerFormat(**{name: value for name, value in given.items() if name != forgotten})


@pytest.mark.parametrize("turn", InstructionTurn)
def test_a_prompt_holds_the_question_in_the_users_turn_alone(turn: InstructionTurn):
    asked = turn is InstructionTurn.SYSTEM
    prompt = "Where? {earlier}{question}" if asked else "Where is it?"
    with pytest.raises(ValueError, match="plain: a prompt in the"):
        replace(PLAIN, turn=turn, prompt=prompt)


@pytest.mark.parametrize("frame", [Frame.SEEN, Frame.THOUSAND])
def test_a_frame_may_be_any_familys(frame: Frame, tmp_path, monkeypatch: pytest.MonkeyPatch):
    form = replace(PLAIN, frame=frame, side_px=280)
    monkeypatch.setattr(formats, "FORMATS", {form.name: form})
    ours = Preparation.from_folder(folder_of(tmp_path, format="plain"))
    assert ours.frame(70, 90) == ((280, 280) if frame is Frame.SEEN else (1000, 1000))


def test_an_unknown_name_is_shown_with_the_known_ones():
    with pytest.raises(ModelUnsupported, match="«poetry»") as raised:
        formats.format_named("poetry")
    assert "think2seg" in raised.value.hint


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch) -> AnswerFormat:
    """A format as no other is, known from its record alone."""
    form = AnswerFormat(
        name="seal",
        prompt="Find it. {language}Write it as "
        '[{"where": [x1, y1, x2, y2], "spots": [[x, y]], "what": word}], or nil.',
        keys={"where": (4,), "spots": (1, 2), "what": ()},
        is_list=True,
        none="nil",
        unknown=None,
        frame=Frame.SOURCE,
        side_px=56,
        resampling=Resampling.LANCZOS,
        turn=InstructionTurn.SYSTEM,
        is_deduplicated=True,
        points_at_centre=False,
        ends_at_box=True,
        masks=MaskChoice.BEST,
    )
    monkeypatch.setattr(formats, "FORMATS", {**FORMATS, form.name: form})
    return form


def test_a_new_format_puts_its_instructions_where_its_record_says(new: AnswerFormat):
    asked = Question("Where are the seals?", "de")
    assert user_prompt("seal", asked) == "Where are the seals?"
    assert (system_prompt("seal", asked.language) or "").startswith(
        "Find it. Write the reasoning in German. Write"
    )
    assert system_prompt("grasp", asked.language) is None


def test_a_folders_own_prompt_is_all_that_is_said(new: AnswerFormat, tmp_path):
    ours = Preparation.from_folder(folder_of(tmp_path, prompt="Look: {question}", format="seal"))
    assert ours.system() == "You are a helpful assistant."


def test_the_instructions_reach_the_model_in_the_systems_turn(new: AnswerFormat, tmp_path):
    ours = Preparation.from_folder(folder_of(tmp_path, format="seal"))
    said = ours.tokenizer.decode(ours.prompt_tokens(Question("Where?"), 1), skip_special_tokens=False)
    system, _, user = said.partition("<|im_start|>user")
    assert "Find it. Write it as" in system
    assert "Find it" not in user


def test_a_new_format_is_seen_and_counted_as_its_record_says(new: AnswerFormat, tmp_path):
    ours = Preparation.from_folder(folder_of(tmp_path, format="seal"))
    image = np.random.default_rng(0).integers(0, 256, (90, 70, 3), dtype=np.uint8)
    expected = np.asarray(Image.fromarray(image).resize((56, 56), Image.Resampling.LANCZOS))
    assert (ours.seen(image) == expected).all()
    assert ours.frame(70, 90) == (70, 90)


def test_a_new_format_is_written_and_read_by_its_keys(new: AnswerFormat):
    text = ideal_answer("It is on the ice.", [_target(new)], "seal", fence=False)
    answer = text.partition("<answer>")[2].removesuffix("</answer>")
    assert json.loads(answer) == [{"where": [10, 20, 60, 80], "spots": [[30, 40]], "what": "seal"}]
    assert strict(read_completion(text, "seal", (100, 100))) == 1
    assert strict(read_completion(ideal_answer("", [], "seal"), "seal", (100, 100))) == 1
    assert soft(read_completion(text, "seal", (100, 100))) == 1
    (read,) = parse_grounding(text, "seal", (100, 100)).targets
    assert (read.box, read.points, read.label) == (Box(10, 20, 60, 80), (Point(30, 40),), "seal")
    twice = text.replace("}]", '}, {"where": [10, 20, 60, 79], "spots": [[30, 40]], "what": "seal"}]')
    assert len(parse_grounding(twice, "plain", (100, 100)).targets) == 2
    assert len(parse_grounding(twice, "seal", (100, 100)).targets) == 1


def test_masks_are_drawn_as_the_record_says(new: AnswerFormat):
    class Everything:
        asked: tuple[MaskChoice, ...] = ()

        def segment(self, encoded, targets, choice=MaskChoice.ONE):
            self.asked += (choice,)
            return MaskSet(np.ones((len(targets), 100, 100), bool), np.ones(len(targets), np.float32))

    segmenter = Everything()
    cut = masks_of(segmenter, None, [_target(new)], new).masks[0]
    assert cut.sum() == 50 * 60
    assert masks_of(segmenter, None, [_target(new)], THINK2SEG).masks.all()
    assert segmenter.asked == (MaskChoice.BEST, MaskChoice.ONE)


def _target(form: AnswerFormat) -> Target:
    seal = with_points(Target(Box(10, 20, 60, 80), (Point(30, 40), Point(40, 60)), "seal"), form)
    return replace(seal, points=seal.points[: form.points])


def test_checkpoints_are_asked_and_drawn_as_they_were_trained():
    """Think2Seg-RS shrinks by Lanczos and takes one mask; Seg-Zero and VisionReasoner the best of three."""
    assert (THINK2SEG.resampling, THINK2SEG.turn) == (Resampling.LANCZOS, InstructionTurn.SYSTEM)
    best = {name for name, form in FORMATS.items() if form.masks is MaskChoice.BEST}
    assert best == {"grasp", "visionreasoner"}
