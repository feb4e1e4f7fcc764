"""The engine that answers: reasoner and segmenter side by side, stopped and refused."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
import pytest
from askmap.backend.errors import Cancelled, UnreadableRaster
from askmap.backend.formats import MaskChoice
from askmap.backend.stages import (
    Event,
    Grid,
    Grounding,
    MaskFound,
    MaskSet,
    Progress,
    Question,
    Scene,
    Target,
    Thought,
    Turn,
)
from small_engine import ASKED, FOUND, NONE, SQUARE, Boxes, Failing, Heeding, engine_of, scene_of

ONE = MaskChoice.ONE


def test_an_answer_holds_a_mask_a_target_and_says_so_on_the_way():
    heard: list[Event] = []
    answer = engine_of().answer(scene_of(), ASKED, heard.append)
    assert answer.masks.masks.sum(axis=(1, 2)).tolist() == [4, 4]
    assert [event.index for event in heard if isinstance(event, MaskFound)] == [0, 1]
    fractions = [event.fraction for event in heard if isinstance(event, Progress)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


def test_an_answer_knows_where_it_came_from():
    origin = engine_of().answer(scene_of(), ASKED).provenance
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


def test_finding_nothing_draws_nothing():
    class Idle(Boxes):
        segment = Failing.segment

    answer = engine_of(NONE, Idle()).answer(scene_of(), ASKED)
    assert answer.masks.masks.shape == (0, 5, 8)
    assert answer.grounding.thought == "Only sea."


def test_the_scene_is_encoded_while_the_reasoner_writes():
    segmenter = Boxes()
    engine_of(segmenter=segmenter, ready=segmenter.encoded).answer(scene_of(), ASKED)


def test_everything_is_reported_from_the_callers_thread():
    threads: set[threading.Thread] = set()
    engine_of().answer(scene_of(), ASKED, lambda event: threads.add(threading.current_thread()))
    assert threads == {threading.current_thread()}


def test_a_stop_passes_through_and_leaves_no_thread():
    def stop(event: Event) -> None:
        if isinstance(event, Thought):
            raise Cancelled

    before = threading.active_count()
    segmenter = Boxes()
    engine = engine_of(segmenter=segmenter)
    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, stop)
    assert threading.active_count() == before
    assert segmenter.encoding.is_set() == segmenter.encoded.is_set()
    engine.answer(scene_of(), ASKED)  # and the engine is free again


def test_a_stop_ends_the_look_at_the_picture_too():
    segmenter = Heeding()

    def stop(event: Event) -> None:
        if isinstance(event, Thought):
            assert segmenter.encoding.wait(60)
            raise Cancelled

    with pytest.raises(Cancelled):
        engine_of(segmenter=segmenter).answer(scene_of(), ASKED, stop)
    assert not segmenter.encoded.is_set()


def test_a_stop_is_heard_when_the_reasoner_was_done_before_the_encoder():
    drawing = Progress(0.8, "Drawing the masks")
    heard: list[Event] = []

    def stop(event: Event) -> None:
        heard.append(event)
        if heard.count(drawing) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine_of(segmenter=Heeding()).answer(scene_of(), ASKED, stop)


def test_a_failing_encoder_fails_the_answer():
    with pytest.raises(UnreadableRaster, match="unreadable"):
        engine_of(segmenter=Failing()).answer(scene_of(), ASKED)


def test_a_scene_without_data_is_refused_before_anything_is_computed():
    with pytest.raises(UnreadableRaster, match="no pixels"):
        engine_of(segmenter=Failing()).answer(scene_of(valid=False), ASKED)


def test_a_second_question_waits_for_the_first_and_can_be_stopped_meanwhile():
    segmenter = Boxes()
    segmenter.let_go.clear()
    engine = engine_of(segmenter=segmenter)
    first = threading.Thread(target=engine.answer, args=(scene_of(), ASKED))
    first.start()
    assert segmenter.encoding.wait(60)

    def stop(event: Event) -> None:
        assert event == Progress(0.0, "Waiting for another question")
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.answer(scene_of(), ASKED, stop)
    segmenter.let_go.set()
    first.join(10)
    assert not first.is_alive()


@pytest.mark.parametrize(("form", "pixels"), [("geo-r1", 8), ("think2seg", 80)])
def test_masks_end_at_their_boxes_where_the_format_wants_it(form, pixels):
    class Everything(Boxes):
        def segment(
            self, encoded: Scene, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
        ) -> MaskSet:
            masks = np.ones((len(targets), encoded.grid.height, encoded.grid.width), dtype=bool)
            return MaskSet(masks, np.ones(len(targets), dtype=np.float32))

    grounding = Grounding("", FOUND.targets, "…", form)
    assert engine_of(grounding, Everything()).answer(scene_of(), ASKED).masks.masks.sum() == pixels


def test_a_mask_holds_no_pixel_without_data():
    scene = scene_of()
    scene.valid[:, :2] = False
    masks = engine_of().answer(scene, ASKED).masks.masks
    assert not masks[..., :2].any()
    assert masks[0].sum() == 2  # of the four pixels of its box


def test_an_answer_holds_what_the_reasoner_saw():
    assert engine_of().answer(scene_of(), ASKED).seen.shape == (3, 4, 3)


@pytest.mark.parametrize(
    ("knows", "earlier", "warned"), [(True, True, 0), (False, False, 0), (False, True, 1)]
)
def test_an_answer_warns_when_the_reasoner_did_not_read_what_was_asked_before(knows, earlier, warned):
    question = Question("only the left one", earlier=(Turn("where?", FOUND.targets),) if earlier else ())
    said = engine_of(knows_earlier=knows).answer(scene_of(), question).provenance.warnings
    assert said[:1] == ("It has no CRS.",)
    assert len(said) == 1 + warned
    assert all("«answering» reads each question alone" in sentence for sentence in said[1:])


def test_a_stop_ends_the_look_before_a_correction():
    segmenter = Heeding()

    def stop(event: Event) -> None:
        if segmenter.encoding.is_set():
            raise Cancelled

    with pytest.raises(Cancelled):
        engine_of(segmenter=segmenter).segment(scene_of(), FOUND.targets, stop)


def test_a_correction_after_an_answer_needs_no_second_encoding():
    segmenter = Boxes()
    engine = engine_of(segmenter=segmenter)
    engine.answer(scene_of(), ASKED)
    again = Scene(scene_of().image, scene_of().valid, Grid(8, 5, (2, 0, 9, 0, -2, 9)), "from history")
    assert engine.segment(again, [SQUARE]).masks.sum() == 4
    engine.answer(scene_of(), ASKED)
    assert segmenter.encodings == 1


def test_a_scene_that_nobody_asked_about_can_be_segmented():
    segmenter = Boxes()
    masks = engine_of(segmenter=segmenter).segment(scene_of(), [SQUARE, *FOUND.targets])
    assert masks.masks.sum(axis=(1, 2)).tolist() == [4, 4, 4]
    assert segmenter.encodings == 1


def test_segmenting_nothing_gives_no_masks_and_encodes_nothing():
    assert engine_of(segmenter=Failing()).segment(scene_of(), []).masks.shape == (0, 5, 8)


def test_a_corrected_mask_holds_no_pixel_without_data():
    scene = scene_of()
    scene.valid[:, :1] = False
    assert engine_of().segment(scene, [SQUARE]).masks.sum() == 2
    with pytest.raises(UnreadableRaster, match="no pixels"):
        engine_of().segment(scene_of(valid=False), [SQUARE])


def test_a_correction_waits_for_its_turn_and_can_be_stopped_meanwhile():
    segmenter = Boxes()
    segmenter.let_go.clear()
    engine = engine_of(segmenter=segmenter)
    first = threading.Thread(target=engine.answer, args=(scene_of(), ASKED))
    first.start()
    assert segmenter.encoding.wait(60)

    def stop(event: Event) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        engine.segment(scene_of(), [SQUARE], stop)
    segmenter.let_go.set()
    first.join(10)
    assert engine.segment(scene_of(), [SQUARE]).masks.any()


def test_a_correction_that_fails_leaves_the_engine_free():
    engine = engine_of(segmenter=Failing())
    for _ in range(2):
        with pytest.raises(UnreadableRaster, match="unreadable"):
            engine.segment(scene_of(), [SQUARE])
