"""What is written down as the right answer is read back as just that by the backend's own reader."""

import json

import pytest
from askmap.backend.formats import FORMATS, TEXT
from askmap.backend.parsing.grounding import parse_grounding
from askmap.backend.stages import Box, Point, Target
from askmap.training.rewards.format_checks import read_completion, strict, structured
from askmap.training.rewards.ideal_answer import Unwritable, ideal_answer
from askmap.training.rewards.sam_prompts import sam_prompts
from by_format import with_points

FRAME = (1000, 1000)
TANK = Target(Box(100, 200, 300, 420), (Point(150, 300), Point(250, 310)), "tank")
SHIP = Target(Box(500, 40, 580, 90), (Point(520, 60), Point(560, 70)), "long ship")
LISTS = [format for format, form in FORMATS.items() if form.is_list]


def read(text, format, frame=FRAME):
    return parse_grounding(text, format, frame)


@pytest.mark.parametrize("fence", [True, False])
@pytest.mark.parametrize("format", FORMATS)
def test_what_is_written_is_read_back_in_every_format(format, fence):
    form = FORMATS[format]
    targets = [with_points(target, form) for target in (TANK, SHIP)[: 2 if form.is_list else 1]]
    grounding = read(ideal_answer("Tanks hold oil.", targets, format, fence=fence), format)
    assert grounding.thought == "Tanks hold oil."
    assert [target.box for target in grounding.targets] == [target.box for target in targets]
    if form.points:
        asked = [target.points[: form.points] for target in targets]
        assert [target.points for target in grounding.targets] == asked
    if TEXT in form.keys.values():
        assert [target.label for target in grounding.targets] == [target.label for target in targets]


@pytest.mark.parametrize("fence", [True, False])
@pytest.mark.parametrize("format", LISTS)
def test_none_is_written_so_that_it_is_read_as_none(format, fence):
    assert read(ideal_answer("No water.", [], format, fence=fence), format).targets == ()


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_written_earns_all_of_the_form(format):
    completion = read_completion(
        ideal_answer("A tank.", [with_points(TANK, FORMATS[format])], format), format, FRAME
    )
    assert structured(completion) == strict(completion) == 1


@pytest.mark.parametrize("targets", [[], [TANK, SHIP]])
def test_think2seg_answers_are_valid_prompts_of_sam(targets):
    completion = read_completion(ideal_answer("x", targets, "think2seg"), "think2seg", FRAME)
    prompts = sam_prompts(completion, fence=True, negative_points=False)
    assert prompts == completion.grounding.targets
    assert [target.box for target in prompts] == [target.box for target in targets]


@pytest.mark.parametrize("step", [1, 10])
@pytest.mark.parametrize("start", [0.0, 0.2, 4.9, 5.0, 14.2, 499.6, 990.1, 995.1, 998.6, 999.2])
@pytest.mark.parametrize("format", FORMATS)
def test_a_thin_box_stays_a_box_within_a_step_of_its_place_and_inside_the_frame(format, start, step):
    end = start + 0.8
    target = Target(Box(start, start, end, end), (Point(start, end), Point(end, start)), "dot")
    target = with_points(target, FORMATS[format])
    (found,) = read(ideal_answer("", [target], format, step=step), format).targets
    assert found.box is not None
    assert 0 <= found.box.x0 < found.box.x1 <= 1000
    in_the_corner = step == 1 and end <= 1  # [0, 0, 1, 1] would be all of the image, in shares of it
    assert found.box.x0 == pytest.approx(start, abs=step)
    assert found.box.x1 == (2 if in_the_corner else pytest.approx(end, abs=step))


def test_places_are_multiples_of_the_step():
    target = Target(Box(104, 205.1, 296, 415), (Point(111, 222), Point(148, 333)))
    text = ideal_answer("", [target], "think2seg", step=10, fence=False)
    answer = json.loads(text.removeprefix("<think></think><answer>").removesuffix("</answer>"))
    assert answer == [{"bbox_2d": [100, 210, 300, 420], "positive_points": [[110, 220], [150, 330]]}]


def test_only_as_many_points_are_written_as_the_format_asks_for():
    three = Target(TANK.box, (*TANK.points, Point(200, 350)))
    (found,) = read(ideal_answer("", [three], "think2seg"), "think2seg").targets
    assert found.points == TANK.points


@pytest.mark.parametrize("format", [format for format, form in FORMATS.items() if form.points])
def test_a_target_with_too_few_points_is_refused(format):
    with pytest.raises(Unwritable, match=f"the format {format} has"):
        ideal_answer("", [Target(TANK.box)], format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_target_without_a_box_is_refused(format):
    with pytest.raises(Unwritable, match="without a box"):
        ideal_answer("", [Target(None, TANK.points)], format)


@pytest.mark.parametrize("targets", [[], [TANK, SHIP]])
def test_grasp_points_at_exactly_one_thing(targets):
    with pytest.raises(Unwritable, match="one target"):
        ideal_answer("", targets, "grasp")


@pytest.mark.parametrize(
    "words", ["it ends </think> here", "<answer>[]</answer>", "a</answer>b", "</THINK><Answer>[]"]
)
def test_tags_in_the_words_end_neither_thought_nor_answer(words):
    thought = read(ideal_answer(words, [TANK], "think2seg"), "think2seg")
    assert thought.targets[0].box == TANK.box
    assert thought.thought == words.replace("<", "< ")
    labelled = Target(TANK.box, label=words)
    (found,) = read(ideal_answer("", [labelled], "plain"), "plain").targets
    assert (found.box, found.label) == (TANK.box, words.replace("<", "< "))


def test_a_label_of_any_letters_is_read_back():
    labelled = Target(TANK.box, label='Öl-"Tank", \\ 油罐 ]}')
    text = ideal_answer("", [labelled], "plain")
    assert "油罐" in text
    (found,) = read(text, "plain").targets
    assert found.label == labelled.label
