"""backend/samples/lesson.py: what a person drew or accepted becomes a sample that training reads."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.entries.entry import ACCEPTED, ASKED, DRAWN, REFINED, REJECTED, UNKNOWN
from askmap.backend.errors import BadData, NotTeachable, NotWritten
from askmap.backend.samples.bop_format import read_rows
from askmap.backend.samples.box_and_points import two_points
from askmap.backend.samples.lesson import Lesson, forget, keep, lesson_of
from askmap.backend.samples.split_file import SampleFile
from askmap.backend.stages import Box, Point, Target
from askmap.training.sample_sets import check, open_samples
from entries import HEIGHT, WIDTH, make_entry, make_scene, rectangle, with_changes
from rasters import full_disk

SHIP = Target(Box(2, 3, 8, 7), (Point(3.5, 4.5), Point(6.5, 5.5)))
QUAY = Target(Box(20, 3, 30, 9), (Point(22.5, 4.5), Point(26.5, 5.5)), negatives=(Point(1, 1),), span=(0, 3))


@pytest.fixture
def file(tmp_path):
    return SampleFile(tmp_path / "set")


def reviewed(*masks, **states):
    """An entry with one finding a mask, the states by number: s1=ACCEPTED."""
    entry = make_entry("a" * 32, *masks)
    for number, state in enumerate(states.values(), start=1):
        entry = with_changes(entry, number, state=state)
    return entry


# --- into the folder ---


def test_what_was_drawn_is_read_by_training(file):
    scene, mask = make_scene(), rectangle(2, 3, 8, 7)
    row = keep(Lesson(scene, "Where is a hull?", (SHIP, QUAY), mask, "ship", "It floats."), file)
    (sample,) = open_samples(file.folder)
    check([sample])
    assert np.array_equal(sample.read_picture(), scene.image)
    assert np.array_equal(sample.read_mask(), mask)
    assert sample.targets == (
        replace(SHIP, label="ship"),
        Target(QUAY.box, QUAY.points, "ship"),  # the layout has no place for what is not meant
    )
    assert (sample.name, sample.kind, sample.thought) == (row.name, "ship", "It floats.")
    assert sample.name.startswith("harbour-")


def test_nothing_in_the_scene_is_a_sample_too(file):
    keep(Lesson(make_scene(), "Where is a hull?"), file)
    (sample,) = open_samples(file.folder)
    check([sample])
    assert sample.targets == ()
    assert not sample.read_mask().any()


def test_a_mask_that_is_empty_is_left_out(file):
    row = keep(Lesson(make_scene(), "Where is a hull?", (SHIP,), np.zeros((HEIGHT, WIDTH), bool)), file)
    assert row.mask == ""
    assert not (file.folder / "masks").exists()
    check(open_samples(file.folder))


def test_one_picture_serves_all_questions_about_it(file):
    scene = make_scene()
    rows = [keep(Lesson(scene, question, (SHIP,)), file) for question in ("Where?", "What floats?")]
    assert rows[0].image == rows[1].image
    assert keep(Lesson(make_scene(seed=1), "Where?", (SHIP,)), file).image != rows[0].image
    assert len(list((file.folder / "images").iterdir())) == 2


@pytest.mark.parametrize("source", ["/data/Lübeck (2).tif", "..", "", "The map as I see it", "a/b.tif?x=1"])
def test_any_source_makes_a_name(file, source):
    keep(Lesson(replace(make_scene(), source=source), "Where?", (SHIP,), rectangle(2, 3, 8, 7)), file)
    check(open_samples(file.folder))


def test_what_is_forgotten_is_gone_with_its_mask(file):
    first = keep(Lesson(make_scene(), "Where?", (SHIP,), rectangle(2, 3, 8, 7)), file)
    second = keep(Lesson(make_scene(), "Who?", (SHIP,), rectangle(2, 3, 8, 7)), file)
    assert forget(second.name, file).questions == ("Who?",)
    assert [row.name for row in read_rows(file.path)] == [first.name]
    assert [path.name for path in (file.folder / "masks").iterdir()] == [first.mask.partition("/")[2]]
    check(open_samples(file.folder))
    with pytest.raises(BadData, match="any more"):
        forget(second.name, file)


def test_a_mask_that_a_set_of_the_user_shares_stays(file):
    kept = keep(Lesson(make_scene(), "Where?", (SHIP,), rectangle(2, 3, 8, 7)), file)
    shared = file.folder / "masks" / "shared.png"
    (file.folder / kept.mask).rename(shared)
    for name in ("one", "two"):
        file.append(replace(kept, name=name, mask="masks/shared.png"))
    forget("two", file)
    assert shared.is_file()


def test_a_full_disk_leaves_no_line_without_its_picture(file):
    keep(Lesson(make_scene(), "Where?", (SHIP,)), file)
    with full_disk(), pytest.raises(NotWritten):
        keep(Lesson(make_scene(seed=1), "Where?", (SHIP,)), file)
    assert len(read_rows(file.path)) == 1
    check(open_samples(file.folder))


# --- from an answer ---


def test_what_was_accepted_is_taught(file):
    entry = reviewed(rectangle(2, 3, 12, 9), rectangle(20, 3, 30, 9), s1=ACCEPTED, s2=ACCEPTED)
    scene = make_scene()
    lesson = lesson_of(entry, scene, two_points)
    assert [target.box for target in lesson.targets] == [Box(2, 3, 12, 9), Box(20, 3, 30, 9)]
    assert np.array_equal(lesson.mask, rectangle(2, 3, 12, 9) | rectangle(20, 3, 30, 9))
    assert (lesson.question, lesson.thought) == ("Where could a ship moor?", "Ships lie in harbours.")
    keep(lesson, file)
    check(open_samples(file.folder))


def test_the_points_that_led_to_a_mask_are_taught_where_two_lie_in_it():
    inside = (Point(0.5, 0.5), Point(3.5, 4.5), Point(90, 90), Point(5, 7), Point(8, 8))
    entry = reviewed(rectangle(2, 3, 12, 9), s1=ACCEPTED)
    entry = with_changes(entry, 1, target=Target(Box(0, 0, 9, 9), inside, "a quay"))
    (target,) = lesson_of(entry, make_scene(), two_points).targets
    assert target == Target(Box(2, 3, 12, 9), (Point(3.5, 4.5), Point(5, 7)), "a quay")


@pytest.mark.parametrize("points", [(), (Point(3.5, 4.5),), (Point(3.5, 4.5), Point(3.5, 4.5))])
def test_points_are_found_in_the_mask_where_there_are_no_two(points):
    entry = with_changes(
        reviewed(rectangle(2, 3, 12, 9), s1=ACCEPTED), 1, target=Target(Box(0, 0, 9, 9), points)
    )
    (target,) = lesson_of(entry, make_scene(), two_points).targets
    assert target.points == two_points(rectangle(2, 3, 12, 9))


def test_targets_that_are_left_open_are_not_taught():
    entry = reviewed(rectangle(2, 3, 12, 9), rectangle(20, 3, 30, 9), s1=ACCEPTED)
    with pytest.raises(NotTeachable, match="what is left open would be taught as wrong") as refused:
        lesson_of(entry, make_scene(), two_points)
    assert refused.value.hint == "Accept or reject all targets first."


def test_where_all_was_rejected_or_nothing_found_nothing_answers():
    rejected = lesson_of(reviewed(rectangle(2, 3, 12, 9), s1=REJECTED), make_scene(), two_points)
    assert (rejected.targets, rejected.mask, rejected.thought) == ((), None, "")
    nothing = lesson_of(make_entry(thought="Only water."), make_scene(), two_points)
    assert (nothing.targets, nothing.mask, nothing.thought) == ((), None, "Only water.")


def test_a_thought_that_ends_in_other_targets_is_not_taught():
    one, other = rectangle(2, 3, 12, 9), rectangle(20, 3, 30, 9)
    some = reviewed(one, other, s1=ACCEPTED, s2=REJECTED)
    more = with_changes(reviewed(one, other, s1=ACCEPTED, s2=ACCEPTED), 2, made=DRAWN)
    better = with_changes(reviewed(one, other, s1=ACCEPTED, s2=ACCEPTED), 2, made=REFINED)
    assert [lesson_of(entry, make_scene(), two_points).thought for entry in (some, more, better)] == [
        "",
        "",
        "Ships lie in harbours.",
    ]


def test_a_question_that_has_no_answer_or_needs_an_earlier_one_is_refused():
    with pytest.raises(NotTeachable, match="no answer"):
        lesson_of(replace(make_entry(), outcome=ASKED), make_scene(), two_points)
    follow_up = replace(reviewed(rectangle(2, 3, 12, 9), s1=ACCEPTED), follows="b" * 32)
    with pytest.raises(NotTeachable, match="understood alone"):
        lesson_of(follow_up, make_scene(), two_points)


def test_a_target_without_a_pixel_in_the_scene_is_named():
    entry = reviewed(rectangle(0, 0, 0, 0), s1=ACCEPTED)
    with pytest.raises(NotTeachable, match="Target 1 has no pixel"):
        lesson_of(entry, make_scene(), two_points)


def test_what_a_model_does_not_know_teaches_only_what_the_user_drew():
    unknown = replace(make_entry(), outcome=UNKNOWN)
    drawn = replace(reviewed(rectangle(2, 3, 8, 7), s1=ACCEPTED), outcome=UNKNOWN)
    refused = drawn.with_finding(replace(drawn.findings[0], state=REJECTED))
    for entry in (unknown, refused):
        with pytest.raises(NotTeachable, match="does not say that nothing answers"):
            lesson_of(entry, make_scene(), two_points)
    assert len(lesson_of(drawn, make_scene(), two_points).targets) == 1
