"""The engine in this process: reasoner and segmenter side by side. What all engines do: test_promises.py."""

from __future__ import annotations

import threading

import pytest
from askmap.backend.errors import Cancelled
from askmap.backend.stages import (
    Event,
    Grid,
    Progress,
    Scene,
    Thought,
)
from small_engine import ASKED, FOUND, SQUARE, Boxes, Heeding, engine_of, scene_of


def test_the_scene_is_encoded_while_the_reasoner_writes():
    segmenter = Boxes()
    engine_of(segmenter=segmenter, ready=segmenter.encoded).answer(scene_of(), ASKED)


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
