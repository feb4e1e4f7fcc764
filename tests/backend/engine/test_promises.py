"""What protocols.Engine promises, of both engines: the one in this process, and the one in a child."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest
from askmap.backend.engine.protocols import Engine
from askmap.backend.errors import Cancelled, UnreadableRaster
from askmap.backend.stages import (
    Event,
    Grid,
    MaskFound,
    Progress,
    Question,
    Scene,
    TargetFound,
    Thought,
    Turn,
)
from children import small_child
from small_engine import ASKED, ENGINES, FOUND, SQUARE, scene_of

Make = Callable[[str], Engine]


@pytest.fixture(params=["here", "in a child"])
def engine_named(request, tmp_path) -> Make:
    """Gives the engine of that name in ENGINES."""
    if request.param == "here":
        return lambda name: ENGINES[name]()

    def child(name: str) -> Engine:
        engine = small_child(tmp_path, name)
        engine.load()
        return engine

    return child


def test_an_answer_holds_a_mask_a_target_and_says_so_on_the_way(engine_named):
    heard: list[Event] = []
    answer = engine_named("small").answer(scene_of(), ASKED, heard.append)
    assert answer.masks.masks.sum(axis=(1, 2)).tolist() == [4, 4]
    assert answer.masks.scores.tolist() == [0.5, 0.5]
    masks = [event for event in heard if isinstance(event, MaskFound)]
    assert [event.index for event in masks] == [0, 1]
    assert [event.score for event in masks] == [0.5, 0.5]
    assert np.array_equal([event.mask for event in masks], answer.masks.masks)
    assert "".join(event.piece for event in heard if isinstance(event, Thought)) == FOUND.thought
    fractions = [event.fraction for event in heard if isinstance(event, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


def test_an_answer_says_what_the_reasoner_said(engine_named):
    answer = engine_named("small").answer(scene_of(), ASKED)
    assert answer.grounding == FOUND
    assert answer.question is ASKED
    assert answer.grid == scene_of().grid


def test_an_answer_knows_where_it_came_from(engine_named):
    origin = engine_named("small").answer(scene_of(), ASKED).provenance
    names = (
        origin.reasoner,
        origin.reasoner_digest,
        origin.segmenter,
        origin.segmenter_digest,
        origin.device,
    )
    assert names == ("answering", "00", "boxes", "11", "cpu")
    assert (origin.source, origin.warnings, origin.version) == ("sea.tif", ("It has no CRS.",), "0.0")
    assert (origin.seed, origin.settings["temperature"], origin.settings["format"]) == (7, "0.5", "plain")
    assert origin.created.endswith("+00:00")
    assert set(origin.times_s) == {"encode", "reason", "segment", "total"}


def test_finding_nothing_draws_nothing(engine_named):
    answer = engine_named("finds nothing").answer(scene_of(), ASKED)
    assert answer.masks.masks.shape == (0, 5, 8)
    assert answer.grounding.thought == "Only sea."


def test_everything_is_reported_from_the_callers_thread(engine_named):
    threads: set[threading.Thread] = set()
    engine_named("small").answer(scene_of(), ASKED, lambda event: threads.add(threading.current_thread()))
    assert threads == {threading.current_thread()}


def test_any_thread_may_ask(engine_named):
    engine, found = engine_named("small"), []
    for _ in range(2):
        asking = threading.Thread(target=lambda: found.append(engine.answer(scene_of(), ASKED)))
        asking.start()
        asking.join(60)
    assert [answer.masks.masks.sum() for answer in found] == [8, 8]


def test_a_stop_passes_through_and_leaves_no_thread(engine_named):
    def stop(event: Event) -> None:
        if isinstance(event, Thought):
            raise Cancelled

    engine = engine_named("small")
    engine.answer(scene_of(), ASKED)
    before = threading.active_count()
    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, stop)
    assert threading.active_count() == before
    engine.answer(scene_of(), ASKED)  # and the engine is free again


@pytest.mark.parametrize("error", [Cancelled, ValueError("no such event"), UnreadableRaster("Gone.")])
def test_whatever_a_report_raises_is_let_through(engine_named, error):
    def refuse(event: Event) -> None:
        raise error

    engine = engine_named("small")
    with pytest.raises(type(error) if isinstance(error, Exception) else error):
        engine.answer(scene_of(), ASKED, refuse)
    engine.answer(scene_of(), ASKED)


def test_a_stop_ends_the_look_at_the_picture_too(engine_named):
    def stop(event: Event) -> None:
        if isinstance(event, Thought):
            raise Cancelled

    with pytest.raises(Cancelled):
        engine_named("heeding").answer(scene_of(), ASKED, stop)


def test_a_stop_is_heard_when_the_reasoner_was_done_before_the_encoder(engine_named):
    drawing = Progress(0.8, "Drawing the masks")
    heard: list[Event] = []

    def stop(event: Event) -> None:
        heard.append(event)
        if heard.count(drawing) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine_named("heeding").answer(scene_of(), ASKED, stop)


def test_a_failing_encoder_fails_the_answer(engine_named):
    engine = engine_named("failing")
    for _ in range(2):
        with pytest.raises(UnreadableRaster, match="unreadable") as failed:
            engine.answer(scene_of(), ASKED)
        assert failed.value.hint == UnreadableRaster.hint
        assert failed.value.message.template == "The pixels are unreadable."


def test_a_scene_without_data_is_refused_before_anything_is_computed(engine_named):
    engine = engine_named("failing")
    with pytest.raises(UnreadableRaster, match="no pixels"):
        engine.answer(scene_of(valid=False), ASKED)
    with pytest.raises(UnreadableRaster, match="no pixels"):
        engine.segment(scene_of(valid=False), [SQUARE])


ASKING = {
    "answer": lambda engine, report: engine.answer(scene_of(), ASKED, report),
    "segment": lambda engine, report: engine.segment(scene_of(), [SQUARE], report),
}


@pytest.mark.parametrize("ask_too", ASKING.values(), ids=ASKING)
def test_a_second_job_waits_for_the_first_and_can_be_stopped_meanwhile(engine_named, ask_too):
    engine = engine_named("heeding")
    at_work, enough, ended = threading.Event(), threading.Event(), threading.Event()

    def hold(event: Event) -> None:
        if event == Progress(0.8, "Drawing the masks"):
            at_work.set()
        if enough.is_set():
            raise Cancelled

    def ask() -> None:
        with pytest.raises(Cancelled):
            engine.answer(scene_of(), ASKED, hold)
        ended.set()

    def stop(event: Event) -> None:
        assert event == Progress(0.0, "Waiting for another question")
        raise Cancelled

    first = threading.Thread(target=ask)
    first.start()
    assert at_work.wait(60)
    with pytest.raises(Cancelled):
        ask_too(engine, stop)
    assert not ended.is_set()
    enough.set()
    assert ended.wait(60)
    first.join(10)


@pytest.mark.parametrize(("form", "pixels"), [("geo-r1", 8), ("think2seg", 80)])
def test_masks_end_at_their_boxes_where_the_format_wants_it(engine_named, form, pixels):
    assert engine_named(form).answer(scene_of(), ASKED).masks.masks.sum() == pixels


def test_a_mask_holds_no_pixel_without_data(engine_named):
    scene = scene_of()
    scene.valid[:, :2] = False
    masks = engine_named("small").answer(scene, ASKED).masks.masks
    assert not masks[..., :2].any()
    assert masks[0].sum() == 2  # of the four pixels of its box


def test_an_answer_holds_what_the_reasoner_saw(engine_named):
    scene = scene_of()
    scene.image[:] = np.arange(5 * 8 * 3, dtype=np.uint8).reshape(5, 8, 3)
    assert np.array_equal(engine_named("small").answer(scene, ASKED).seen, scene.image[::2, ::2])


@pytest.mark.parametrize(
    ("name", "earlier", "warned"), [("small", True, 0), ("forgetful", False, 0), ("forgetful", True, 1)]
)
def test_an_answer_warns_when_the_reasoner_did_not_read_what_was_asked_before(
    engine_named, name, earlier, warned
):
    question = Question("only the left one", earlier=(Turn("where?", FOUND.targets),) if earlier else ())
    said = engine_named(name).answer(scene_of(), question).provenance.warnings
    assert said[:1] == ("It has no CRS.",)
    assert len(said) == 1 + warned
    assert all("«answering» reads each question alone" in sentence for sentence in said[1:])
    assert all(sentence.fields["name"] == "answering" for sentence in said[1:])


def test_a_stop_ends_the_look_before_a_correction(engine_named):
    heard: list[Event] = []

    def stop(event: Event) -> None:
        heard.append(event)
        if len(heard) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine_named("heeding").segment(scene_of(), FOUND.targets, stop)
    assert set(heard) == {Progress(0.0, "Drawing the masks")}


def test_a_scene_that_nobody_asked_about_can_be_segmented(engine_named):
    heard: list[Event] = []
    masks = engine_named("small").segment(scene_of(), [SQUARE, *FOUND.targets], heard.append)
    assert masks.masks.sum(axis=(1, 2)).tolist() == [4, 4, 4]
    assert all(isinstance(event, Progress) for event in heard)


def test_segmenting_nothing_gives_no_masks_and_encodes_nothing(engine_named):
    assert engine_named("failing").segment(scene_of(), []).masks.shape == (0, 5, 8)


def test_a_corrected_mask_holds_no_pixel_without_data(engine_named):
    scene = scene_of()
    scene.valid[:, :1] = False
    assert engine_named("small").segment(scene, [SQUARE]).masks.sum() == 2


def test_a_correction_that_fails_leaves_the_engine_free(engine_named):
    engine = engine_named("failing")
    for _ in range(2):
        with pytest.raises(UnreadableRaster, match="unreadable"):
            engine.segment(scene_of(), [SQUARE])


def test_two_scenes_after_each_other_are_not_mixed_up(engine_named):
    engine = engine_named("small")
    for width, height in ((8, 5), (7, 9), (8, 5)):
        grid = Grid(width, height, (1, 0, 0, 0, -1, 0))
        image = np.full((height, width, 3), width, np.uint8)
        answer = engine.answer(Scene(image, np.ones((height, width), bool), grid, f"{width}.tif"), ASKED)
        assert answer.masks.masks.shape == (2, height, width)
        assert set(answer.seen.flat) == {width}
        assert answer.provenance.source == f"{width}.tif"


def test_an_image_that_lies_otherwise_in_memory_is_the_same_image(engine_named):
    pixels = np.arange(5 * 8 * 3, dtype=np.uint8).reshape(8, 5, 3)
    scene = Scene(pixels.transpose(1, 0, 2), np.ones((8, 5), bool).T, scene_of().grid, "turned.tif")
    assert not scene.image.flags.c_contiguous
    answer = engine_named("small").answer(scene, ASKED)
    assert np.array_equal(answer.seen, scene.image[::2, ::2])


def test_no_event_is_of_a_kind_that_nobody_knows(engine_named):
    heard: list[Event] = []
    engine_named("small").answer(scene_of(), ASKED, heard.append)
    assert {type(event) for event in heard} <= {Progress, Thought, TargetFound, MaskFound}
