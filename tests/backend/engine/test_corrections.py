"""The engine that corrects masks: one at a time, without encoding the scene anew."""

from __future__ import annotations

import threading

import pytest
from askmap.backend.errors import Cancelled, UnreadableRaster
from askmap.backend.stages import Event, Grid, Scene
from small_engine import ASKED, FOUND, SQUARE, Boxes, Failing, Heeding, engine_of, scene_of


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
